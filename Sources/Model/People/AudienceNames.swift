/// What a stakeholder's posts and houses are called: what tells of them to which audience they belong. Of the posts those
/// count that have no end. What they care about, what their mandate says and what somebody noted of them tell nothing:
/// those who write about ministries are none.
struct AudienceNames {
  /// The signs of which some word stands there.
  let signs: Set<AudienceSign>

  init(_ one: Stakeholder) {
    var texts: [String] = []
    if one.type != .individual { texts += [one.name, one.nativeName] + one.acronyms }
    for post in one.affiliations where post.to.isEmpty { texts += [post.organization, post.role] }
    signs = texts.allSatisfy(\.isEmpty) ? [] : Self.signs(in: Self.spaced(texts))
  }

  /// Each word between spaces, folded; each Chinese character is a word.
  private static func spaced(_ texts: [String]) -> [UInt8] {
    var words: [UInt8] = [0x20]
    for byte in Folding.searchable(texts).utf8 {
      let isMark = byte < 0x30 || 0x3A...0x60 ~= byte || 0x7B...0x7F ~= byte
      if !isMark { words.append(byte) } else if words.last != 0x20 { words.append(0x20) }
    }
    if words.last != 0x20 { words.append(0x20) }
    return words
  }

  /// A million records pass here on their way in: at each word only what begins like it is compared.
  private static func signs(in text: [UInt8]) -> Set<AudienceSign> {
    var signs: Set<AudienceSign> = []
    for place in text.indices.dropLast(2) where text[place] == 0x20 {
      for (sign, word) in words[beginning(text, at: place)] ?? [] where text[place...].starts(with: word) {
        signs.insert(sign)
      }
    }
    return signs
  }

  /// The two bytes behind the space.
  private static func beginning(_ text: [UInt8], at space: Int) -> UInt16 {
    UInt16(text[space + 1]) << 8 | UInt16(text[space + 2])
  }

  /// By their beginning: a space stands before each word, and behind it where it is whole.
  private static let words: [UInt16: [(sign: AudienceSign, word: [UInt8])]] = {
    var all: [UInt16: [(sign: AudienceSign, word: [UInt8])]] = [:]
    for (sign, byLanguage) in AudienceSign.words {
      for word in byLanguage.values.joined() {
        let isStem = word.hasSuffix("*")
        let bytes = spaced([isStem ? String(word.dropLast()) : word])
        all[beginning(bytes, at: 0), default: []].append((sign, isStem ? Array(bytes.dropLast()) : bytes))
      }
    }
    return all
  }()
}

extension AudienceSign {
  /// The words of posts and houses that tell of a sign, by official language; with a star only their beginning. Empty for
  /// a sign that fields tell of.
  public func words(in language: String) -> [String] {
    (Self.words[self] ?? [:])[language] ?? Self.words[self]?["en"] ?? []
  }

  fileprivate static let words: [AudienceSign: [String: [String]]] = [
    .press: [
      "en": [
        "journalist*", "reporter*", "newspaper*", "news agency", "newsroom", "broadcast*", "television",
        "radio",
        "editor in chief", "columnist*",
      ],
      "fr": [
        "journaliste*", "quotidien", "agence de presse", "radiodiffusion", "télévision", "rédacteur en chef",
      ],
      "es": [
        "periodista*", "periódico", "agencia de noticias", "televisión", "radiodifusión", "redactor jefe",
      ],
      "ru": [
        "журналист*", "газет*", "информационное агентство", "телеканал*", "телевидени*", "радиостанци*",
      ],
      "zh": ["记者", "报社", "通讯社", "电视台", "广播电台", "日报", "总编辑"],
      "ar": [
        "صحفي", "الصحفي", "صحفية", "صحيفة", "جريدة", "وكالة أنباء", "وكالة الأنباء", "تلفزيون", "إذاعة",
      ],
    ],
    .unitedNations: [
      "en": [
        "united nations", "unep", "fao", "undp", "unesco", "unfccc", "unccd", "cites", "ramsar",
        "convention on",
        "secretariat of the convention", "convention secretariat",
      ],
      "fr": ["nations unies", "pnue", "pnud", "secrétariat de la convention", "convention sur"],
      "es": ["naciones unidas", "pnuma", "secretaría del convenio", "convenio sobre"],
      "ru": ["объединенных наций", "оон", "юнеп", "фао", "проон", "юнеско", "секретариат конвенции"],
      "zh": ["联合国", "粮农组织", "开发署", "环境署", "教科文组织", "公约秘书处"],
      "ar": ["الأمم المتحدة", "للأمم المتحدة", "اليونسكو", "أمانة اتفاقية", "أمانة الاتفاقية"],
    ],
    .policy: [
      "en": [
        "minister*", "ministry", "parliament*", "senator*", "senate", "mayor*", "governor*", "legislat*",
        "member of congress", "national assembly", "city council", "municipality", "policymaker*",
        "policy maker*",
        "government of",
      ],
      "fr": [
        "ministre*", "ministère*", "parlement*", "député*", "sénat*", "maire", "assemblée nationale",
        "conseil municipal", "gouvernement",
      ],
      "es": [
        "ministr*", "ministerio*", "parlament*", "diputad*", "senador*", "senado", "alcalde*", "alcaldesa",
        "ayuntamiento*", "gobierno*",
      ],
      "ru": [
        "министр*", "министерств*", "парламент*", "депутат*", "сенатор*", "мэр", "губернатор*",
        "правительств*",
      ],
      "zh": ["部长", "人民政府", "议会", "议员", "市长", "省长", "环境部", "农业部", "林业部", "国会", "立法会"],
      "ar": [
        "وزير", "الوزير", "وزيرة", "وزارة", "الوزارة", "برلمان", "البرلمان", "نائب", "محافظ", "بلدية",
        "حكومة",
      ],
    ],
    .practice: [
      "en": [
        "forester*", "ranger*", "farmer*", "beekeeper*", "fisher", "fishers", "gardener*", "land manager*",
        "park manager*", "site manager*", "warden*", "extension officer*", "extension agent*", "herder*",
      ],
      "fr": [
        "forestier*", "garde forestier", "agriculteur*", "agricultrice*", "apiculteur*", "pêcheur*",
        "éleveur*",
      ],
      "es": ["guardabosque*", "agricultor*", "apicultor*", "pescador*", "ganader*", "extensionista*"],
      "ru": ["лесник*", "лесничий", "фермер*", "пчеловод*", "рыбак*", "егер*", "агроном*"],
      "zh": ["护林员", "农民", "养蜂人", "渔民", "牧民", "农技员", "保护区管理员"],
      "ar": ["مزارع", "المزارع", "مربي نحل", "صياد", "حارس غابات", "مرشد زراعي", "راع"],
    ],
  ]
}
