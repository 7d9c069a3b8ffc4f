/// Numbers of one name over the categories of a chart.
public struct ChartSeries: Sendable, Equatable {
  public var name: String
  /// One for each category; nil where nothing is known or may be shown, which is drawn as a gap and never as 0.
  public var values: [Double?]

  public init(_ name: String, _ values: [Double?]) { (self.name, self.values) = (name, values) }

  subscript(category: Int) -> Double? { values.indices.contains(category) ? values[category] : nil }
}

/// What charts draw with: the glyphs by which parts are told apart, and the few words that they need.
///
/// Nothing is told by colour alone, and no glyph is one of braille: braille displays read those as text.
public struct ChartStyle: Sendable {
  /// The twin of ASCII: `#`, `=`, `-`, `.`, `|`, letters and digits.
  public var isASCII: Bool
  /// Labels are spelled in ASCII too, where the terminal cannot show them.
  public var spells: Bool
  public var number: @Sendable (Double) -> String
  /// Above the sums of stacked bars.
  public var all: String
  /// "12 more", with what they sum to.
  public var more: @Sendable (Int, String) -> String
  /// "Peak 12: 15 Jun": the greatest number and where it stands.
  public var peak: @Sendable (String, String) -> String = { "peak \($0): \($1)" }
  /// "43 in all".
  public var total: @Sendable (String) -> String = { "\($0) in all" }

  public init(
    isASCII: Bool = false, spells: Bool = false, all: String = "all",
    number: @escaping @Sendable (Double) -> String = ChartStyle.plain,
    more: @escaping @Sendable (Int, String) -> String = { "\($0) more: \($1)" }
  ) {
    (self.isASCII, self.spells, self.all, self.number, self.more) = (isASCII, spells, all, number, more)
  }

  /// A number with at most two decimals.
  public static let plain: @Sendable (Double) -> String = { value in
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    var text = (hundredths < 0 ? "-" : "") + String(whole)
    if rest > 0 { text += "." + (rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)") }
    return text
  }

  // MARK: Glyphs

  /// What the parts of a series are drawn with; letters where there are more than shades.
  func fill(_ series: Int) -> String {
    let shades = isASCII ? ["#", "=", "-", "."] : ["█", "▒", "░", "▚"]
    return series < shades.count ? shades[series] : letter(series)
  }

  /// `A` for the first series.
  func letter(_ series: Int) -> String { String(UnicodeScalar(UInt8(65 + series % 26))) }

  static let inks: [Ink] = [.bar, .heading, .today, .underWay, .done, .due]

  func ink(_ series: Int) -> Ink { Self.inks[series % Self.inks.count] }

  /// Two columns, the darker the greater.
  func shade(_ value: Double, of most: Double) -> String {
    guard value > 0, most > 0 else { return "  " }
    let shades = isASCII ? ["..", "--", "==", "##"] : ["░░", "▒▒", "▓▓", "██"]
    return shades[min(3, Int(value / most * 4))]
  }

  /// A bar of whole and eighth columns; a value above nought is never invisible.
  func bar(_ value: Double, of most: Double, width: Int) -> String {
    guard value > 0, most > 0, width > 0 else { return "" }
    if isASCII { return String(repeating: "#", count: max(1, columns(value, of: most, width: width))) }
    return Bars.bar(max(1, Int((value / most * 8_000).rounded())), of: 8_000, width: width)
  }

  func columns(_ value: Double, of most: Double, width: Int) -> Int {
    max(0, min(width, Int((value / most * Double(width)).rounded())))
  }

  // MARK: Text

  var nothing: String { isASCII ? "-" : "–" }

  func text(_ value: Double?) -> String { value.map(number) ?? nothing }

  func width(_ text: String) -> Int { CellText.width(spells ? Latin.spelled(text) : text) }

  /// The text in exactly that many columns.
  public func set(_ text: String, _ columns: Int, _ alignment: Alignment = .leading) -> String {
    let groups = CellText.fitting(
      spells ? Latin.spelled(text) : text, columns: columns, ellipsis: isASCII ? "~" : "…")
    let blank = String(repeating: " ", count: max(0, columns - groups.reduce(0) { $0 + $1.width }))
    let drawn = groups.map(\.text).joined()
    return alignment == .leading ? drawn + blank : blank + drawn
  }

  /// What glyph stands for what, in as many lines as it takes.
  func legend(_ names: [String], glyph: (Int) -> String, columns: Int) -> [[Span]] {
    var lines: [[Span]] = []
    var used = 0
    for (index, name) in names.enumerated() {
      let mark = glyph(index)
      let room = max(1, min(width(name), columns - CellText.width(mark) - 1))
      let length = CellText.width(mark) + 1 + room
      if lines.isEmpty || used + 2 + length > columns {
        lines.append([])
        used = 0
      } else {
        lines[lines.count - 1].append(Span("  "))
        used += 2
      }
      lines[lines.count - 1] += [Span(mark, ink(index)), Span(" " + set(name, room), .quiet)]
      used += length
    }
    return lines
  }
}

/// How wide the labels at the left of a chart are.
struct ChartLabels {
  let width: Int

  init(_ labels: [String], columns: Int, style: ChartStyle) {
    let longest = labels.map(style.width).max() ?? 0
    width = max(1, min(longest, max(6, min(28, columns / 3))))
  }
}
