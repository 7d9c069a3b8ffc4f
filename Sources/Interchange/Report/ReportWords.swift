import Model
import Phrases

/// Numbers, days and names as formal documents of a language write them.
public struct ReportWords: Sendable {
  public let book: DocumentBook

  public init(book: DocumentBook) { self.book = book }

  var language: String { book.language }
  var isolation: ReportIsolation { ReportIsolation(isRightToLeft: book.direction == "rtl") }

  /// Text from outside as one line in which nothing steers, for whatever shows it.
  public static func plain(_ text: String) -> String { PlainText.line(text) }

  /// With its thousands apart.
  public func number(_ number: Int) -> String { WholeNumber.text(number, in: language, minus: minus) }

  /// U+2212; among Arabic with the mark that keeps it before its number (UAX #9, W7), as CLDR has it.
  private var minus: String { language == "ar" ? "\u{200E}\u{2212}" : "\u{2212}" }

  var point: String { WholeNumber.point(in: language) }

  /// Nil is what may not be shown.
  func shown(_ number: Int?) -> String { number.map(self.number) ?? book.say(.reportNotShown) }

  /// Whole percent, rounded half up; nil of nothing.
  func percent(_ part: Int, of whole: Int) -> String? {
    whole > 0 ? book.say(.reportPercent, String((part * 200 + whole) / (whole * 2))) : nil
  }

  /// US dollars, from hundredths; what nobody recorded is said to be so.
  func money(_ hundredths: Int?) -> String {
    guard let hundredths else { return book.say(.reportNotRecorded) }
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let cents = rest == 0 ? "" : point + (abs(rest) < 10 ? "0" : "") + String(abs(rest))
    return book.say(.reportDollars, number(whole) + cents)
  }

  /// A day written `YYYY-MM-DD`; as it is where it is none.
  func day(_ text: String) -> String {
    guard let (year, month, day) = Day(text)?.parts else { return text }
    return book.day(year: year, month: month, day: day)
  }

  /// From one day to another: "12–17 January 2015" where both are of one month.
  func days(_ first: String, _ last: String) -> String {
    if let one = Day(first)?.parts, let other = Day(last)?.parts,
      (one.year, one.month) == (other.year, other.month),
      one.day < other.day
    {
      let start = language == "fr" && one.day == 1 ? "1er" : String(one.day)
      return book.say(
        .date, "\(start)\(language == "zh" ? "日至" : "–")\(other.day)", book.label("month", String(one.month)),
        String(one.year))
    }
    return switch (first.isEmpty, last.isEmpty) {
    case (false, false): book.say(.reportWindow, day(first), day(last))
    case (false, true): book.say(.from, day(first))
    case (true, false): book.say(.until, day(last))
    case (true, true): book.say(.reportNoDay)
    }
  }

  /// The word for a code of a group; the empty code is "not stated".
  func word(_ group: String, _ code: String) -> String {
    if code.isEmpty { return book.say(.reportNotStated) }
    switch group {
    case "country": return Country.of(code)?.name(in: language) ?? code
    case "language": return Language.name(code, in: language)
    default: return book.label(group, code)
    }
  }

  /// Of an activity: the decision's own in the language of the report.
  func activity(_ id: RecordID, named name: String = "") -> String {
    if !name.isEmpty { return name }
    let label = book.label("activity", id)
    return label == id ? Decision.adopted.activity(id)?.label.text(in: language) ?? id : label
  }

  func plan(_ plan: String, named name: String) -> String {
    if plan.isEmpty { return book.say(.reportNoPlan) }
    if plan.hasPrefix("launch/") {
      return book.say(.reportLaunchPlan, launch(String(plan.dropFirst(7)), named: name))
    }
    return name.isEmpty ? book.label("plan", plan) : isolation.text(name)
  }

  /// The decision's own launches in the language of the report, as long as nobody called them otherwise.
  func launch(_ id: RecordID, named name: String) -> String {
    guard let label = Decision.adopted.label(ofLaunch: id, named: name) else { return isolation.text(name) }
    let word = book.label("launch", id)
    return word == id ? label.text(in: language) : word
  }

  /// When the text says that an activity is to be done.
  func timing(_ timing: Timing) -> String {
    func month(_ number: Int) -> String { book.label("month", String(number)) }
    switch timing {
    case .by(let last): return book.say(.timingBy, day(last.last.description))
    case .window(let first, let last):
      return book.say(.reportWindow, day(first.first.description), day(last.last.description))
    case .allYear(let year): return book.say(.timingAllYear, String(year))
    case .yearly(let number): return book.say(.timingYearly, month(number))
    case .regular: return book.say(.timingRegular)
    case .ongoing: return book.say(.timingOngoing)
    case .beforePlenary(let days):
      return book.say(.timingBeforePlenary, String(days.lowerBound), String(days.upperBound))
    }
  }

  /// The words in the language of the report, in English where there are none, else whatever there is.
  func wording(_ texts: [String: String], else code: String) -> String {
    isolation.text(
      texts[language] ?? texts["en"] ?? texts.sorted { $0.key < $1.key }.first?.value ?? code)
  }

  func sources(_ sources: ReportSources) -> String {
    let isWhole = sources.count <= sources.records.count && sources.query.isEmpty
    let more = isWhole ? [] : [book.say(.reportSourcesMore, number(sources.count), sources.query)]
    return book.chain(sources.records + more)
  }
}

/// How official documents number their parts in a language.
public struct ReportNumbering: Sendable {
  let language: String

  public init(language: String) { self.language = language }

  private static let roman = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
  ]
  private static let chinese = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五",
  ]
  private static let arabic = [
    "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً", "حادي عشر",
    "ثاني عشر",
    "ثالث عشر", "رابع عشر", "خامس عشر",
  ]
  private static let arabicNames = ["ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء"]
  private static let arabicLetters = [
    "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش",
    "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
  ]

  /// `I.`, `一、`, `أولاً -`; from 0.
  func section(_ index: Int) -> String {
    switch language {
    case "zh": Self.at(index, Self.chinese) + "、"
    case "ar": Self.at(index, Self.arabic) + " -"
    default: Self.at(index, Self.roman) + "."
    }
  }

  /// The number of an annex, as it stands behind the word.
  func annex(_ index: Int) -> String {
    switch language {
    case "zh": Self.at(index, Self.chinese)
    default: Self.at(index, Self.roman)
    }
  }

  /// `A.`, `ألف -`; from 0.
  func subsection(_ index: Int) -> String {
    language == "ar" ? Self.at(index, Self.arabicNames) + " -" : Self.letter(index).uppercased() + "."
  }

  /// `1.`, `1 -`
  public func paragraph(_ number: Int) -> String { language == "ar" ? "\(number) -" : "\(number)." }

  /// `(a)`, `a)`, `(أ)`; from 0.
  public func item(_ index: Int) -> String {
    switch language {
    case "ar": "(" + Self.at(index, Self.arabicLetters) + ")"
    case "en", "zh": "(\(Self.letter(index)))"
    default: "\(Self.letter(index)))"
    }
  }

  /// `(i)`, `i)`, `’1‘`; from 0.
  public func part(_ index: Int) -> String {
    switch language {
    case "ar": "’\(index + 1)‘"
    case "en", "zh": "(\(Self.at(index, Self.roman).lowercased()))"
    default: "\(Self.at(index, Self.roman).lowercased()))"
    }
  }

  private static func at(_ index: Int, _ list: [String]) -> String {
    list.indices.contains(index) ? list[index] : String(index + 1)
  }

  /// a to z, then aa, bb …, as official documents go on.
  private static func letter(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(97 + index % 26)))
    return String(repeating: letter, count: index / 26 + 1)
  }
}
