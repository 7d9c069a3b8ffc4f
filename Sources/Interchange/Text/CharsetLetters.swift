/// How common the letters beyond ASCII are that the languages of a code page are written with: costs in nats, by our
/// own reckoning, of a letter among all letters of names and titles.
enum CharsetLetters {
  enum Script: Equatable {
    case latin, greek, cyrillic, hebrew, arabic, thai, east

    /// That of a letter; nil for what is none.
    init?(_ scalar: Unicode.Scalar) {
      guard scalar.properties.isAlphabetic else { return nil }
      switch scalar.value {
      case ..<0x250: self = .latin
      case 0x370..<0x400: self = .greek
      case 0x400..<0x530: self = .cyrillic
      case 0x590..<0x600: self = .hebrew
      case 0x600..<0x700: self = .arabic
      case 0xE00..<0xE80: self = .thai
      default: self = .east
      }
    }
  }

  /// Quotation marks and dashes, as they stand in titles.
  static let quotes = Set("’‘“”„«»–—،".unicodeScalars)

  /// The script of a code page, and the letters of each of its languages; one whose languages nobody wrote down has
  /// none, and its letters are all foreign.
  static func page(_ name: String) -> (Script, [[Unicode.Scalar: Double]]) {
    pages[name] ?? (.latin, [[:]])
  }

  private typealias Letters = KeyValuePairs<String, Double>

  private static func costs(_ languages: [Letters]) -> [[Unicode.Scalar: Double]] {
    languages.map { letters in
      var costs: [Unicode.Scalar: Double] = [:]
      for (scalars, cost) in letters {
        for scalar in scalars.unicodeScalars { costs[scalar] = cost }
      }
      return costs
    }
  }

  private static let pages: [String: (Script, [[Unicode.Scalar: Double]])] = [
    "Windows-1252": (.latin, costs(western)), "Windows-1250": (.latin, costs(central)),
    "Windows-1254": (.latin, costs(turkish)), "Windows-1251": (.cyrillic, costs([cyrillic])),
    "KOI8-R": (.cyrillic, costs([russian])), "Windows-1253": (.greek, costs([greek])),
    "Windows-1256": (.arabic, costs([arabic])), "GB18030": (.east, costs([[simplified: 5]])),
    "Big5": (.east, costs([[traditional: 5]])), "Shift_JIS": (.east, costs([[japanese: 5]])),
    "EUC-KR": (.east, costs([[korean: 5]])), "EUC-JP": (.east, costs([[japanese: 5]])),
    "KOI8-U": (.cyrillic, costs([ukrainian])), "Windows-874": (.thai, costs([thai])),
    "Windows-1255": (.hebrew, costs([hebrew])), "Windows-1257": (.latin, costs(baltic)),
    "ISO-8859-2": (.latin, costs(central)), "ISO-8859-15": (.latin, costs(western)),
    "CP850": (.latin, costs(western)), "Macintosh": (.latin, costs(western)),
    "CP866": (.cyrillic, costs([russian])), "ISO-8859-5": (.cyrillic, costs([cyrillic])),
    "MAC-CYRILLIC": (.cyrillic, costs([cyrillic])),
  ]

  /// French, German, Spanish, Portuguese, Italian, Swedish and Finnish, Norwegian and Danish, Icelandic, Catalan.
  private static let western: [Letters] = [
    ["é": 2, "èêàçôîâë": 3.2, "ûùïœÉÈÀÇÎÔÊ": 4.2],
    ["üöä": 2.2, "ß": 3, "ÖÜÄ": 3.8],
    ["áéíóñ": 2.3, "ú": 3, "üÁÉÍÓÚÑºª": 4.6],
    ["ãçáéíó": 2.4, "êâõúô": 3.3, "àÁÉÍÓÚÇÃÂÔÊºª": 5],
    ["àèùòì": 2.3, "é": 3, "ÀÈÉ": 5],
    ["äöå": 2.1, "é": 4, "ÅÄÖ": 3.6],
    ["øåæ": 2.1, "é": 4, "ØÅÆ": 3.6],
    ["áíóðúé": 2.4, "þöýæ": 3.2, "ÞÁÍÓÖÆÉÚ": 4],
    ["àèéíïòóúüç": 3.2, "·ÀÈÉÍÒÓÚ": 5],
  ]

  /// Polish, Czech, Slovak, Hungarian, Romanian, Croatian and Slovene.
  private static let central: [Letters] = [
    ["łóąęńśż": 2.4, "ćźŁ": 3.3, "ŚŻŹĆ": 4.3],
    ["áíéřčšěž": 2.6, "ýůúňťď": 3.5, "ČŠŘŽÚÁÍĎŤŮ": 4.4],
    ["áíéčšýžú": 2.6, "ľôťňäďó": 3.5, "ŠČŽĽÚÁĎŤĺŕ": 4.4],
    ["áéóöí": 2.4, "őüúű": 3.1, "ÁÉÖÓŐÜÍÚŰ": 4.2],
    ["ăşţ": 2.2, "âîŞŢ": 3, "ĂÂÎ": 4.6],
    ["čćšžđ": 2.2, "ČŠŽĐĆ": 3.4],
  ]

  private static let turkish: [Letters] = [["ıüöşğç": 2.4, "İŞÇÖÜ": 3.4, "âîûĞ": 5]]

  /// Lithuanian, Latvian, Estonian.
  private static let baltic: [Letters] = [
    ["ėšųžūį": 2.5, "ąęč": 3, "ŠŽČĖŪĮ": 4],
    ["āīēšūņļ": 2.5, "žčķģ": 3.3, "ĀŠŽČĒĪĶĻŅĢŪ": 4.4],
    ["äõöü": 2.3, "šž": 4.4, "ÕÄÖÜ": 4],
  ]

  private static let hebrew: Letters = [
    "יוהלארמ": 2.4, "בתנשעדחק": 2.9, "פגכזטצסםן": 3.5, "ךףץ": 4.4, "״׳־": 5,
  ]

  private static let russian: Letters = [
    "оеаин": 2.4, "трсвлкмдпуяь": 2.9, "ыгзбчйх": 3.6, "жшюцщэфъ": 4.6, "ё": 6,
  ]

  private static let ukrainian: Letters = [
    "оаин": 2.4, "тврслкмдпуеья": 2.9, "ізгбчйхї": 3.4, "жшюцщєф": 4.4, "ґ": 6,
  ]

  private static let thai: Letters = [
    "านรอกเง": 2.6, "มยลวดทสตคปพะ่้ิีัุู์ไแใ็": 3.2, "หบชขจถณศผซธญภโฟฮฉษึืำๆฯ": 4,
  ]

  /// Of all languages that are written so.
  private static let cyrillic: Letters = [
    "оеаин": 2.4, "трсвлкмдпуяь": 2.9, "ыгзбчйхі": 3.6, "жшюцщэфъёїєјљњћђ": 4.6, "ґџѕќўѓ’–«»№": 7,
  ]

  private static let greek: Letters = [
    "αοιετσνρ": 2.4, "ηυπκμλςάίόέύώ": 2.9, "γδθωφχβήξ": 3.8, "ζψϊϋΐΰ": 5, "’–«»": 6,
  ]

  /// French stands in the same page.
  private static let arabic: Letters = [
    "الي": 2.3, "منرتبةدعوسهف": 2.9, "حقجكشطخصىأزضئغثإذءظآؤ": 3.6, "éèêàçôîâûùœïë’–«»": 5,
    "پچژگںےہھ،؛؟ًٌٍَُِّ": 5.5,
  ]

  // The commonest characters in names of people, places and institutions; the others by where their table has them.
  private static let simplified = """
    大学中国研究所北京上海南广州李王张刘陈杨赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏\
    魏程吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚\
    桂英华文建红玉兰梅春生态环境保护协会科院局部门物植动农业水海湖山自然资源信息公司基金人民省市县云川东西四安天河新区委员\
    主任教授博士名姓职务邮电话地址单位国家
    """
  private static let traditional = """
    大學中國研究所臺北上海南廣州李王張劉陳楊趙周吳徐孫馬朱胡林郭何高羅鄭梁謝宋唐許鄧馮韓曹曾彭蕭蔡潘田董袁于余葉蔣杜蘇\
    魏程呂丁任沈姚盧傅鍾姜崔譚廖范汪陸金石戴賈韋夏邱方侯鄒熊孟秦白江雷偉芳娜敏靜麗強磊軍勇豔傑娟濤明超秀霞平剛桂英華文建\
    紅玉蘭梅春生態環境保護協會科院局部門物植動農業水海湖山自然資源信息公司基金人民省市縣雲川東西四安天河新區委員主任教授博\
    士香港澳門園署灣
    """
  private static let japanese = """
    大学国立研究所東京大阪京都山田中佐藤鈴木高橋伊渡辺本小林加吉村井上松口子郎一二三太美花市県区環境省自然保護協会日本森海\
    農水産業局部福岡名古屋札幌沖縄北南西
    """
  private static let korean = """
    김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민준지현영수연진희경미은호상대학교국립원환부\
    시도군울산광인천생태물다협회청소기자보해림
    """

  /// What an ideograph or a syllable costs that is none of the commonest.
  static func cost(ofEastern scalar: Unicode.Scalar, in charset: Charset) -> Double {
    switch scalar.value {
    case 0x3040..<0x3100: ["Shift_JIS", "EUC-JP"].contains(charset.name) ? 4 : 9.5
    // Half as wide: single bytes, which swallow those of any code page.
    case 0xFF61..<0xFFA0: 7.5
    case 0x3000..<0x3020, 0xFF00..<0xFF61, 0xB7, 0x2010..<0x2028: 6
    case 0xAC00..<0xD7A4: charset.name == "EUC-KR" ? 7.6 : 14
    case 0x4E00..<0xA000: cost(ofIdeograph: scalar, in: charset)
    default: 14
    }
  }

  /// The first levels of the tables hold what is in daily use: GB 2312, Big5, JIS X 0208.
  private static func cost(ofIdeograph scalar: Unicode.Scalar, in charset: Charset) -> Double {
    let bytes = charset.bytes(of: String(scalar))
    guard bytes.count == 2 else { return 12.5 }
    return switch charset.name {
    case "GB18030" where bytes[1] >= 0xA1 && 0xB0...0xD7 ~= bytes[0]: 8.2
    case "GB18030": bytes[1] >= 0xA1 && bytes[0] >= 0xA1 ? 10.5 : 12.5
    case "Big5": 0xA4...0xC6 ~= bytes[0] ? 8.4 : 11
    case "Shift_JIS": 0x88...0x97 ~= bytes[0] ? 8.2 : 11
    case "EUC-JP": 0xB0...0xCF ~= bytes[0] ? 8.2 : 11
    default: 11.5
    }
  }
}
