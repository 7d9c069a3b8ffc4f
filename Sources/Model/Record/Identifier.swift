/// Ids of persons and of organizations, whose last digits tell whether the rest was typed right.
public enum Identifier {
  /// An ORCID iD as `0000-0002-1825-0097`, from that or from its link.
  /// - Throws: where it has not 16 digits, or its check digit is wrong (ISO/IEC 7064, MOD 11-2).
  public static func orcid(_ text: String) throws(FieldProblem) -> String {
    let digits = Array(tail(of: text).uppercased().unicodeScalars.filter { $0 != "-" && $0 != " " })
    guard digits.count == 16, digits.dropLast().allSatisfy(isDigit),
      isDigit(digits[15]) || digits[15] == "X"
    else { throw .malformedORCID(text) }
    let sum = digits.dropLast().reduce(0) { ($0 + Int($1.value) - 48) * 2 % 11 }
    let check = (12 - sum % 11) % 11
    guard digits[15] == (check == 10 ? "X" : Unicode.Scalar(UInt8(48 + check))) else {
      throw .wrongCheckDigits(text)
    }
    return stride(from: 0, to: 16, by: 4).map { start in
      String(String.UnicodeScalarView(digits[start..<start + 4]))
    }.joined(separator: "-")
  }

  /// A ROR id as `05dxps055`, from that or from its link.
  /// - Throws: where it is not a 0, six letters of Crockford's base32 and two digits, or these two are wrong
  ///   (ISO/IEC 7064, MOD 97-10).
  public static func ror(_ text: String) throws(FieldProblem) -> String {
    let id = tail(of: text).lowercased()
    let letters = Array(id.unicodeScalars)
    guard letters.count == 9, letters[0] == "0", letters[7...].allSatisfy(isDigit) else {
      throw .malformedROR(text)
    }
    var number = 0
    for letter in letters[1..<7] {
      guard let value = base32.firstIndex(of: letter) else { throw .malformedROR(text) }
      number = number * 32 + value
    }
    let check = 98 - number * 100 % 97
    guard Int(id.suffix(2)) == check else { throw .wrongCheckDigits(text) }
    return id
  }

  private static let base32 = Array("0123456789abcdefghjkmnpqrstvwxyz".unicodeScalars)

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

  private static func tail(of text: String) -> String {
    text.split(separator: "/").last.map(String.init) ?? text
  }
}

extension Field {
  /// An id with check digits, or nothing.
  static func identifier(
    _ name: String, _ path: any Path<R, String>,
    check: @escaping @Sendable (String) throws(FieldProblem) -> String
  ) -> Self {
    Field(name, .line, read: { $0[keyPath: path] }) { (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? "" : try check(text)
    }
  }
}
