import Foundation

/// A sum in hundredths of a currency.
public struct Amount: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }
  public init(whole: Int) { hundredths = whole * 100 }

  /// Reads `38000`, `38 000`, `38,000.50`: a point before the hundredths, groups of three digits. A comma before one or
  /// two digits at the end stands before hundredths too, as in `38 000,50`: groups have three.
  /// - Throws: `malformedAmount`.
  public init(_ text: String) throws(FieldProblem) {
    guard let value = DecimalText.scaled(text, digits: 2) else { throw .malformedAmount(text) }
    hundredths = value
  }

  /// `38000`, `38000.50`.
  public var description: String { DecimalText.text(hundredths, digits: 2, atLeast: 2) }

  public static func < (a: Amount, b: Amount) -> Bool { a.hundredths < b.hundredths }
  public static func + (a: Amount, b: Amount) -> Amount { Amount(hundredths: a.hundredths + b.hundredths) }
  public static let zero = Amount(hundredths: 0)
}

/// How many US dollars one unit of a currency is, as recorded on a day; in millionths.
public struct Rate: Sendable, Hashable, CustomStringConvertible {
  public let millionths: Int

  /// - Throws: `malformedAmount`, also for nothing.
  public init(_ text: String) throws(FieldProblem) {
    guard let value = DecimalText.scaled(text, digits: 6), value > 0 else { throw .malformedAmount(text) }
    millionths = value
  }

  public var description: String { DecimalText.text(millionths, digits: 6, atLeast: 0) }

  /// In US dollars, rounded to hundredths; a sum too large to hold is held at the largest.
  public func dollars(_ amount: Amount) -> Amount {
    let (product, isTooLarge) = amount.hundredths.multipliedReportingOverflow(by: millionths)
    return Amount(hundredths: isTooLarge ? .max / 4 : (product + 500_000) / 1_000_000)
  }
}

/// Decimal numbers as whole numbers of their smallest part.
enum DecimalText {
  static func scaled(_ text: String, digits: Int) -> Int? {
    let parts = withPoint(text.trimmed).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = whole(String(parts[0])) else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= digits,
      fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let padded = fraction + String(repeating: "0", count: digits - fraction.utf8.count)
    guard let small = padded.isEmpty ? 0 : Int(padded), whole < 1_000_000_000_000 else { return nil }
    return whole * power(digits) + small
  }

  /// The one comma that cannot stand between groups of three is the point of many languages.
  private static func withPoint(_ text: String) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !text.contains("."), (1...2).contains(parts[1].count) else { return text }
    return parts.joined(separator: ".")
  }

  /// Digits alone, or groups of three between spaces, commas or apostrophes.
  private static func whole(_ text: String) -> Int? {
    let groups = text.split(omittingEmptySubsequences: false) { " ,'\u{A0}\u{202F}’".contains($0) }
    guard let first = groups.first, !first.isEmpty, groups.count == 1 || first.count <= 3,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Int(groups.joined())
  }

  static func text(_ value: Int, digits: Int, atLeast: Int) -> String {
    let (whole, small) = value.quotientAndRemainder(dividingBy: power(digits))
    guard small != 0 else { return String(whole) }
    var fraction = padded(abs(small), digits)
    while fraction.count > atLeast, fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(whole == 0 && small < 0 ? "-" : "")\(whole).\(fraction)"
  }

  private static func power(_ digits: Int) -> Int { (0..<digits).reduce(1) { power, _ in power * 10 } }
}

/// Codes of currencies (ISO 4217).
public enum Currency {
  public static func checked(_ text: String) throws(FieldProblem) -> String {
    let code = text.uppercased()
    guard code == "USD" || Locale.Currency.isoCurrencies.contains(where: { $0.identifier == code }) else {
      throw .unknownCurrency(text)
    }
    return code
  }
}

extension Field {
  static func amount(_ name: String, _ path: any Path<R, Amount?>) -> Self {
    Field(name, .line, read: { $0[keyPath: path]?.description ?? "" }) {
      (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? nil : try Amount(text)
    }
  }

  static func rate(_ name: String, _ path: any Path<R, Rate?>) -> Self {
    Field(name, .line, read: { $0[keyPath: path]?.description ?? "" }) {
      (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? nil : try Rate(text)
    }
  }
}
