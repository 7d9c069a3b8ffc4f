/// The number of a cell of an OpenDocument, with what only its text shows of it: zeros in front, a unit.
enum ODSShown {
  /// - Parameters:
  ///   - shown: the text of the cell, which the program wrote that made it.
  ///   - currency: of ISO 4217, where the cell has one (ODF 1.3, part 3, 19.369).
  static func value(_ number: Double, _ shown: TextBuffer, currency: String?) -> CellValue {
    if let currency {
      return CellUnit(before: "", after: currency).map { .quantity(number, $0) } ?? .number(number)
    }
    let bytes = shown.bytes
    // Most show their digits and nothing else.
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 60 else { return .number(number) }
    let isPlain = 0x31...0x39 ~= first && 0x30...0x39 ~= last
    if isPlain || bytes.count == 1 { return .number(number) }
    let text = shown.text
    if first == 0x30, bytes.allSatisfy({ 0x30...0x39 ~= $0 }) {
      return Double(text) == number ? .padded(text) : .number(number)
    }
    let before = text.prefix { !$0.isWholeNumber }
    let after = text.reversed().prefix { !$0.isWholeNumber }.reversed()
    guard before.count < text.count, isShown(number, by: text) else { return .number(number) }
    return CellUnit(before: String(before), after: String(after)).map { .quantity(number, $0) }
      ?? .number(number)
  }

  /// Whether the digits begin as those of the number do: `1.2 k` shows twelve hundred as something else.
  private static func isShown(_ number: Double, by text: String) -> Bool {
    let digits = text.compactMap(\.wholeNumberValue).map(String.init).joined()
    guard number.magnitude < 1e15 else { return false }
    let (down, up) = (Int(number.magnitude), Int(number.magnitude.rounded()))
    return digits.hasPrefix(String(down)) || digits == String(up)
  }
}
