import Model

/// The codes of fields by the words that people write, in the six languages of the United Nations.
enum Wordings {
  /// The codes of a field by the keys of their words.
  static func words(_ field: String) -> [String: String] { tables[field] ?? [:] }

  /// Whether a word says yes or no; nil where it says neither.
  static func answer(_ word: String) -> Bool? {
    let key = ColumnNames.key(word)
    if yes.contains(key) || word.trimmed == "✓" || word.trimmed == "✔" { return true }
    return no.contains(key) ? false : nil
  }

  /// Whether a word says that somebody opted out, or that an address is dead. A program that writes "OK" there means that
  /// nobody did.
  static func optOut(_ word: String) -> Bool? {
    let key = ColumnNames.key(word)
    if out.contains(key) { return true }
    return key == "ok" || within.contains(key) || listed.contains(key) ? false : answer(word)
  }

  /// Whether a word says that somebody agreed to get mail: to be on a list is no more than that.
  static func consent(_ word: String) -> Bool? {
    let key = ColumnNames.key(word)
    if out.contains(key) { return false }
    return within.contains(key) ? true : answer(word)
  }

  private static let yes = keys(
    """
    yes|y|true|1|x|ok|agreed|agree|consent|oui|vrai|d'accord|sí|si|verdadero|да
    |истина|согласен|согласна|是|对|同意|真|نعم|صحيح|صح|موافق|ja|sim|はい
    """)

  private static let no = keys(
    """
    no|n|false|0|refused|declined|none|invalid|non|faux|refusé|falso|нет|ложь|否|不
    |不同意|假|لا|خطأ|غير موافق|nein|não|いいえ
    """)

  /// Who wants no mail any more, or gets none.
  private static let out = keys(
    """
    optout|opt out|opted out|unsubscribed|unsubscribe|globally unsubscribed|bounced|hard bounce|hard bounced
    |cleaned|blocked|blacklisted|blocklisted|suppressed|complained|complaint|spam|spam complaint|abuse
    |marked as spam|do not allow|do not email|no email|désabonné|désabonnée|désinscrit|désinscrite|refus|baja
    |dado de baja|dada de baja|rebotado|отписан|отписана|отписался|отписалась|отказ|заблокирован|退订|已退订|退信
    |ملغى|ألغى الاشتراك|abgemeldet|widersprochen
    """)

  /// Who said that mail is welcome.
  private static let within = keys(
    """
    subscribed|subscriber|opted in|opt in|optin|express|explicit|abonné|abonnée|inscrit|inscrite|suscrito|suscrita
    |подписан|подписана|已订阅|订阅|مشترك|angemeldet
    """)

  /// Who is on a list, whatever was said.
  private static let listed = keys(
    """
    active|allow|allowed|confirmed|unconfirmed|pending|implicit|valid|deliverable|delivered|not opted out|never
    |non-subscribed|not subscribed|transactional|normal|sent|actif|activo|активен|有效
    """)

  private static func keys(_ text: String) -> Set<String> {
    Set(text.split { $0 == "|" || $0 == "\n" }.map { ColumnNames.key(String($0)) })
  }

  private static func table(_ words: [String: String]) -> [String: String] {
    var table: [String: String] = [:]
    for (code, text) in words {
      for key in keys(text) { table[key] = code }
    }
    return table
  }

  private static let tables: [String: [String: String]] = [
    "kind": table([
      "individual": "individual|person|contact|household|individu|personne|particulier|persona|individuo|лицо"
        + "|физическое лицо|человек|个人|人员|فرد|شخص",
      "institution": "institution|institute|university|institut|université|institución|universidad|учреждение"
        + "|институт|университет|机构|院校|大学|مؤسسة|جامعة|معهد",
      "organization": "organization|organisation|company|ngo|organisme|société|ong|organización|empresa"
        + "|организация|компания|нпо|组织|公司|منظمة|شركة",
      "group": "group|community|groupe|communauté|grupo|comunidad|группа|община|群体|小组|社区|مجموعة|مجتمع",
    ]),
    "roles": table([
      "contributor": "contributor|contributors|contributeur|contributrice|contribuyente|colaborador|участник"
        + "|вкладчик|贡献者|供稿人|مساهم|مساهمة",
      // The list of both.
      "contributor; end-user": "both|both roles|les deux|ambos|оба|обе роли|两者|两者皆是|كلاهما",
      "end-user": "end user|end users|user|utilisateur|utilisatrice|utilisateur final|usuario|usuario final"
        + "|пользователь|конечный пользователь|最终用户|用户|مستخدم|مستخدم نهائي",
    ]),
    "gender": table([
      "female": "female|f|weiblich|woman|femme|féminin|mujer|femenino|женский|ж|женщина|女|女性|أنثى|امرأة",
      "male": "male|m|männlich|man|homme|masculin|hombre|masculino|мужской|м|мужчина|男|男性|ذكر|رجل",
      "other": "other|divers|non-binary|nonbinary|autre|non binaire|otro|otra|другой|其他|آخر",
      "": "unspecified|not specified|prefer not to say|unknown|non spécifié|non précisé|no especificado"
        + "|sin especificar|не определен|не указан|未指定|غير محدد|keine angabe",
    ]),
    "channels": table([
      "email": "e-mail|courriel|correo electrónico|эл почта|电子邮件|البريد الإلكتروني",
      "phone": "telephone|téléphone|teléfono|телефон|电话|الهاتف|sms",
      "post": "postal mail|mail|courrier|correo postal|почта|邮寄|البريد",
    ]),
    "register_fields": table([
      "name": "name|nom|nombre|имя|名称|الاسم", "native_name": "native name|nom d'origine|原文名称",
      "kind": "kind|type|genre|tipo|тип|类型", "roles": "roles|rôles|funciones|роли|角色",
      "country": "country|pays|país|страна|国家|البلد", "city": "city|ville|ciudad|город|城市|المدينة",
      "affiliations": "affiliations|organization|organisme|société|organización|организация|机构|المنظمة",
      "languages": "languages|langues|idiomas|языки|语言|اللغات",
      "links": "links|website|site web|sitio web|сайт|网站|الموقع", "interests": "interests|intérêts|intereses",
      "emails": "e-mail|emails|courriel|correo electrónico|эл. почта|电子邮件",
      "phones": "phone|téléphone|teléfono",
    ]),
    "observer": table(["admitted": "yes|oui|sí|да|是|نعم", "": "no|non|нет|否|لا"]),
  ]

  // MARK: Languages

  /// The tag of a language by its name in one of the six languages, or in itself.
  static func language(_ text: String) -> String? {
    // Irish is "ga", and the Ga of Ghana "Ga": what stands as codes do is one.
    if text.utf8.count == 2, text == text.lowercased() || text == text.uppercased(),
      let code = try? Language.checked(text.lowercased())
    {
      return code
    }
    if let tag = languages[ColumnNames.key(text)] { return tag }
    if let tag = Language.tag(named: text) { return tag }
    // CiviCRM and LimeSurvey: en_US, zh-Hans; "English (United States)".
    let plain = text.split(separator: "(").first.map { String($0).trimmed } ?? text
    if plain != text, let tag = Language.tag(named: plain) ?? languages[ColumnNames.key(plain)] { return tag }
    let dashed = text.replacing("_", with: "-")
    return dashed == text ? nil : try? Language.checked(dashed)
  }

  private static let languages = table([
    "ar": "arabe|árabe|арабский|العربية|عربي", "zh": "chinois|mandarin|chino|китайский|中文|汉语|普通话|الصينية",
    "en": "anglais|inglés|английский|الإنجليزية", "fr": "français|francés|французский|الفرنسية",
    "ru": "russe|ruso|русский|الروسية",
    "es": "espagnol|castellano|castilian|castillan|español|испанский|الإسبانية",
    "pt": "portugais|portugués|português|португальский|البرتغالية",
    "de": "allemand|alemán|немецкий|deutsch|الألمانية",
    "it": "italien|italiano|итальянский|الإيطالية", "nl": "néerlandais|neerlandés|nederlands|голландский",
    "sw": "kiswahili|суахили|souahéli|suajili|السواحلية", "prs": "dari|dari persian|дари|达里语|الدرية",
    "am": "amharique|amárico|амхарский|አማርኛ|الأمهرية",
    "hi": "हिन्दी|хинди|الهندية", "bn": "বাংলা|bengalí|бенгальский|البنغالية", "ur": "اردو|ourdou|урду|الأردية",
    "id": "bahasa indonesia|indonésien|indonesio|индонезийский|الإندونيسية",
    "ms": "malais|malayo|малайский|bahasa melayu",
    "ja": "japonais|japonés|японский|日本語|اليابانية", "ko": "coréen|coreano|корейский|한국어|الكورية",
    "vi": "vietnamien|vietnamita|вьетнамский|tiếng việt", "th": "thaï|tailandés|тайский|ภาษาไทย",
    "fa": "persan|persa|персидский|فارسی|الفارسية|farsi", "tr": "turc|turco|турецкий|türkçe|التركية",
    "pl": "polonais|polaco|польский|polski", "uk": "ukrainien|ucraniano|украинский|українська",
    "ne": "népalais|nepalí|непальский|नेपाली", "mn": "mongol|монгольский|монгол хэл",
    "kk": "kazakh|kazajo|казахский",
    "qu": "quechua|кечуа", "mg": "malgache|malagasy|малагасийский", "ha": "haoussa|hausa|хауса",
    "wo": "wolof|волоф", "uz": "ouzbek|uzbeko|узбекский", "ky": "kirghize|kirguís|киргизский|кыргызча",
  ])

  // MARK: Countries

  /// A country by the names that people use beside those of `Country`: its code.
  static func country(_ text: String) -> String? {
    if let known = known(country: text) { return known }
    return spellings(ofCountry: text).lazy.compactMap { known(country: $0) }.first
  }

  private static func known(country text: String) -> String? {
    if let country = Country.named(text) { return country.code }
    return countries[ColumnNames.key(text)]
  }

  /// A name as lists in the order of letters have it, "Korea, South", "Bahamas (the)", or shortened: as people say it.
  private static func spellings(ofCountry text: String) -> [String] {
    var plain = text.trimmed
    for end in ["(the)", ", the", "(The)", ", The"] where plain.hasSuffix(end) {
      plain = String(plain.dropLast(end.count)).trimmed
    }
    for start in ["the ", "The "] where plain.hasPrefix(start) {
      plain = String(plain.dropFirst(start.count))
    }
    let sides = plain.split(separator: ",").map { String($0).trimmed }
    let turned = sides.count == 2 ? ["\(sides[1]) \(sides[0])"] : []
    let words = plain.split(separator: " ").map(String.init)
    let whole = words.map { shortened[$0.lowercased()] ?? $0 }.joined(separator: " ")
    return ([plain, whole] + turned).filter { $0 != text }
  }

  private static let shortened = [
    "rep.": "Republic", "rep": "Republic", "dem.": "Democratic", "st.": "Saint", "st": "Saint",
    "is.": "Islands",
    "fed.": "Federation", "rép.": "République", "dém.": "démocratique", "&": "and", "eq.": "Equatorial",
  ]

  private static let countries = table([
    "US":
      "usa|u.s.|u.s.a.|united states of america|états-unis d'amérique|estados unidos de américa|ee.uu.|сша"
      + "|соединенные штаты|美国|الولايات المتحدة الأمريكية",
    "GB": "uk|u.k.|great britain|britain|united kingdom of great britain and northern ireland|grande-bretagne"
      + "|reino unido|англия|великобритания|英国|بريطانيا|المملكة المتحدة",
    "RU": "russian federation|fédération de russie|federación de rusia|российская федерация|俄罗斯联邦"
      + "|الاتحاد الروسي", "BO": "bolivia (plurinational state of)|bolivie (état plurinational de)",
    "CI": "ivory coast|cote d'ivoire", "CZ": "czech republic|république tchèque|чехия",
    "CD": "drc|dr congo|democratic republic of the congo|democratic republic of congo|rdc"
      + "|république démocratique du congo|congo-kinshasa",
    "CG": "republic of the congo|congo|congo-brazzaville|république du congo", "CV": "cabo verde",
    "BY": "беларусь|белоруссия", "TM": "туркменистан", "KZ": "казахстан|qazaqstan",
    "IR": "iran (islamic republic of)|islamic republic of iran|iran (république islamique d')",
    "KR":
      "republic of korea|korea|south korea|corée du sud|corea del sur|южная корея|韩国|république de corée|república de corea|республика корея|大韩民国",
    "KG": "кыргызстан|киргизия|kirghizistan|kirguistán",
    "KP":
      "north korea|corée du nord|corea del norte|северная корея|朝鲜|dprk|democratic people's republic of korea",
    "LA": "lao pdr|lao people's democratic republic",
    "MD": "republic of moldova|moldavie", "MK": "macedonia|north macedonia|macédoine", "MM": "burma|birmanie",
    "NL": "the netherlands|holland|pays-bas|hollande", "PS": "palestine|state of palestine|палестина",
    "SY": "syrian arab republic|syria", "SZ": "swaziland|eswatini", "TL": "timor-leste|east timor",
    "TR": "turkey|türkiye|turquie|turquía|турция", "TZ": "united republic of tanzania|tanzanie",
    "VE": "venezuela (bolivarian republic of)|venezuela", "VN": "viet nam|vietnam",
    "VA": "holy see|saint-siège",
    "AE": "uae|u.a.e.|émirats", "BN": "brunei darussalam", "SA": "ksa", "ZA": "rsa",
  ])
}
