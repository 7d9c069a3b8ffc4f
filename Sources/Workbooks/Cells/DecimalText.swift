/// A number in plain decimal notation.
///
/// Fractions have at most 15 digits, as spreadsheet programs show them: 0.30000000000000004, which is what they store
/// for 0.1 + 0.2, is 0.3 to whoever looks at the sheet. Whole numbers are exact.
struct DecimalText {
  private let isNegative: Bool
  /// Without zeros at either end.
  private var digits: [UInt8] = []
  /// The number is 0.DIGITS times ten to this power.
  private var exponent = 0
  private let exact: String

  /// The text of a number. Most are short and whole.
  static func of(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
    return DecimalText(number).text
  }

  init(_ number: Double) {
    isNegative = number < 0
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 {
      exact = String(whole)
    } else {
      exact = number.magnitude.description
    }
    read()
    if digits.count > 15, exponent < digits.count { round() }
  }

  /// Takes the digits out of Swift's shortest form that reads back: `12.5`, `1e-07`.
  private mutating func read() {
    var point: Int?
    let parts = exact.drop { $0 == "-" }.split(separator: "e")
    for byte in (parts.first ?? "").utf8 {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte &- 0x30) }
    }
    exponent = (point ?? digits.count) + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    trim()
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
  }

  private mutating func round() {
    let isUp = digits[15] >= 5
    digits.removeLast(digits.count - 15)
    guard isUp else { return trim() }
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
    trim()
  }

  var text: String { written(exponent) }

  var percent: String { written(exponent + 2) + "%" }

  private func written(_ exponent: Int) -> String {
    guard !digits.isEmpty, exponent > -30, exponent < 40 else {
      return exact == "0.0" || exact == "0" ? "0" : sign + exact
    }
    let text = digits.map { Character(Unicode.Scalar($0 + 0x30)) }
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + String(text) }
    if exponent >= text.count {
      return sign + String(text) + String(repeating: "0", count: exponent - text.count)
    }
    return sign + String(text[..<exponent]) + "." + String(text[exponent...])
  }

  private var sign: String { isNegative ? "-" : "" }
}
