import Embedded

/// One form of each Chinese character: the simplified one, for traditional and Japanese ones too; of the Basic
/// Multilingual Plane, by a table whose source its first line names.
enum HanForms {
  /// Where the table has characters: CJK extension A and the unified ideographs.
  static let range: ClosedRange<UInt32> = 0x3400...0x9FFF

  static func form(of sign: Unicode.Scalar) -> Unicode.Scalar {
    guard range.contains(sign.value) else { return sign }
    return Unicode.Scalar(form(of: UInt16(sign.value))) ?? sign
  }

  /// - Parameter sign: the number of a character in `range`.
  static func form(of sign: UInt16) -> UInt16 { forms[Int(sign) - Int(range.lowerBound)] }

  private static let forms: [UInt16] = {
    var forms = range.map { UInt16($0) }
    for line in (Embedded.text("han-forms.tsv") ?? "").unicodeScalars.split(separator: "\n") {
      guard let form = line.first, range.contains(form.value) else { continue }
      for other in line where range.contains(other.value) {
        forms[Int(other.value - range.lowerBound)] = UInt16(form.value)
      }
    }
    return forms
  }()
}
