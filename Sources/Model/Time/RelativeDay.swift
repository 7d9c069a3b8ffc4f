/// A day told from today: "tomorrow", "fri", "+3", "in 2 weeks", "前天".
public enum RelativeDay {
  /// A day of the week is the next one of its name; today's own is a week ahead. Nil for anything else.
  public static func read(_ text: String, today: Day) -> Day? {
    let text = Folding.folded(text.trimmed)
    if let step = words.first(where: { $0.words.contains(text) })?.step { return today + step }
    if let weekday = DateWords.weekday(text) {
      return (1...7).map { today + $0 }.first { $0.weekday == weekday }
    }
    return length(text).map { today + $0 }
  }

  private static let words: [(step: Int, words: Set<String>)] = [
    (0, "today|aujourd'hui|hoy|сегодня|今天|اليوم"), (1, "tomorrow|tom|demain|mañana|завтра|明天|غدا"),
    (-1, "yesterday|hier|ayer|вчера|昨天|أمس"), (2, "après-demain|pasado mañana|послезавтра|后天|بعد غد"),
    (-2, "avant-hier|anteayer|позавчера|前天|أول أمس"),
  ].map { ($0, Set($1.split(separator: "|").map { Folding.folded(String($0)) })) }

  /// `+3`, `-2w`, `in 3 days`, `2 weeks ago`: in days. A number alone may be a day of the month, and is none.
  private static func length(_ text: String) -> Int? {
    var text = text[...]
    var sign: Int?
    if text.hasPrefix("+") || text.hasPrefix("-") { sign = text.removeFirst() == "-" ? -1 : 1 }
    if sign == nil, text.hasPrefix("in ") { (sign, text) = (1, text.dropFirst(3)) }
    if sign == nil, text.hasSuffix(" ago") { (sign, text) = (-1, text.dropLast(4)) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = String(text.dropFirst(digits.count)).trimmed
    guard let sign, digits.count <= 4, let number = Int(digits), let days = units[unit] else { return nil }
    return sign * number * days
  }

  private static let units = [
    "": 1, "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7, "天": 1, "周": 7,
  ]
}
