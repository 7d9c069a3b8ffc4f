/// A number with up to three decimals, exactly.
public struct Quantity: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let thousandths: Int

  public init(thousandths: Int) { self.thousandths = thousandths }
  public init(_ whole: Int) { thousandths = whole * 1_000 }

  /// `41`, `41.5`, `-0.125`.
  public init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, 1...12 ~= parts[0].count, let whole = Self.digits(parts[0]) else {
      return nil
    }
    var fraction = 0
    if parts.count == 2 {
      guard 1...3 ~= parts[1].count, let digits = Self.digits(parts[1]) else { return nil }
      fraction = digits * [0, 100, 10, 1][parts[1].count]
    }
    thousandths = (whole * 1_000 + fraction) * (isNegative ? -1 : 1)
  }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
  }

  public var value: Double { Double(thousandths) / 1_000 }

  public var description: String {
    let (whole, fraction) = abs(thousandths).quotientAndRemainder(dividingBy: 1_000)
    var text = (thousandths < 0 ? "-" : "") + String(whole)
    guard fraction > 0 else { return text }
    text += "." + String(1_000 + fraction).dropFirst()
    while text.last == "0" { text.removeLast() }
    return text
  }

  public static func < (a: Quantity, b: Quantity) -> Bool { a.thousandths < b.thousandths }
}

extension Field {
  /// A number with up to three decimals.
  static func quantity(_ name: String, _ path: any Path<R, Quantity?>) -> Self {
    Field(name, .line, read: { $0[keyPath: path]?.description ?? "" }) {
      (record, text) throws(FieldProblem) in
      guard !text.isEmpty else { return record[keyPath: path] = nil }
      guard let quantity = Quantity(text) else { throw .notANumber(text) }
      record[keyPath: path] = quantity
    }
  }
}

/// What was measured on a day.
public struct Reading: Composite {
  public let day: Day
  public let value: Quantity
  public let note: String

  public init(day: Day, value: Quantity, note: String = "") {
    (self.day, self.value, self.note) = (day, value, note)
  }

  public static let parts = [Part("day", .day), Part("value", .line), Part("note", .line)]

  public init(texts: [String]) throws(FieldProblem) {
    guard let day = try PartText.day(texts[0]) else { throw .missing }
    guard let value = Quantity(texts[1]) else { throw .notANumber(texts[1]) }
    (self.day, self.value, note) = (day, value, texts[2])
  }

  public var texts: [String] { [day.description, value.description, note] }
}

/// Where a description of an indicator stood, where it is to stand and where it stands.
public struct Measure: Aimed {
  public static let kind = RecordKind.measure

  public let id: RecordID
  public var version = 0
  /// A description, such as `6.3`.
  public var indicator = ""
  public var name = ""
  public var unit = ""
  public var baseline: Quantity?
  public var baselineDay: Day?
  public var target: Quantity?
  public var targetDay: Day?
  /// What was measured, the actual value being the last by its day.
  public var readings: [Reading] = []
  public var source = ""
  /// The objectives and functions of the decision that it serves.
  public var aims: [Aim] = []
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  /// The last reading up to a day.
  public func actual(asOf day: Day) -> Reading? {
    readings.filter { $0.day <= day }.max { $0.day < $1.day }
  }

  public static let fields: [Field<Measure>] = [
    Field("indicator", .choice(Evidence.descriptions), isRequired: true, read: \.indicator) {
      (measure, text) throws(FieldProblem) in
      guard Evidence.descriptions.contains(text) else { throw .notOneOf(text, Evidence.descriptions) }
      measure.indicator = text
    },
    .line("name", \.name, isRequired: true), .line("unit", \.unit), .quantity("baseline_value", \.baseline),
    .day("baseline_day", \.baselineDay), .quantity("target_value", \.target), .day("target_day", \.targetDay),
    .items("readings", \.readings), .line("source", \.source), .aims(\.aims),
    .text("note", \.note),
  ]
}
