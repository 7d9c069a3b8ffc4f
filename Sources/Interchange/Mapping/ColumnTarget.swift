import Model

/// What a column of somebody else's file is for: a field, and which part of it the cells are.
public struct ColumnTarget: Sendable, Hashable {
  /// The name of a field, or `id`; empty where the column is left out.
  public var field: String
  /// Such as `given` of a name; empty where the cells are the whole value.
  public var part: String
  /// Which of several addresses or organizations the part belongs to.
  public var number: Int

  public static let leftOut = ColumnTarget("")

  public init(_ field: String, _ part: String = "", number: Int = 1) {
    (self.field, self.part, self.number) = (field, part, number)
  }

  /// - Parameter transform: as a saved mapping holds it, `street 2`.
  public init(field: String, transform: String) {
    let words = transform.split(separator: " ").map(String.init)
    let number = words.last.flatMap { Int($0) }
    let part = (number == nil ? words : words.dropLast()).joined(separator: " ")
    self.init(field, part, number: number ?? 1)
  }

  /// The part and its number, as a saved mapping holds them.
  public var transform: String { number == 1 ? part : "\(part) \(number)".trimmed }

  /// Reads `notes` or `name given`, as the tables below and the command line write them.
  init(_ text: Substring) {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    self.init(field: words.first ?? "", transform: words.count > 1 ? words[1] : "")
  }

  /// A target as a person writes it: `name given`, `consents not mailing`; nil where there is none such.
  public static func named(_ text: String) -> ColumnTarget? {
    let target = ColumnTarget(text.trimmed[...])
    if target == leftOut || target.field == "-" { return leftOut }
    let parts = Self.parts(of: target.field)
    let isKnown = target.field == "id" || Stakeholder.field(target.field) != nil
    return isKnown && (target.part.isEmpty || parts.contains(target.part)) ? target : nil
  }

  /// All there is to choose from, in the order of the fields; what is left out comes first.
  public static let choices: [ColumnTarget] =
    [leftOut, ColumnTarget("id")]
    + Stakeholder.fields.flatMap { field in
      [ColumnTarget(field.name)] + parts(of: field.name).map { ColumnTarget(field.name, $0) }
    }

  /// The parts that a column may be of a field.
  public static func parts(of field: String) -> [String] {
    switch field {
    case "name": ["given", "middle", "family", "prefix", "suffix", "reading-given", "reading-family"]
    case "affiliations": ["organization", "role", "department"]
    case "addresses": ["street", "box", "postal", "city", "region", "country"]
    case "consents": ConsentUse.codes + ConsentUse.codes.map { "not \($0)" }
    case "do_not_contact": ["not"]
    case "notes": ["titled", "label", "value"]
    case "phones": ["label"]
    case "joined", "retired", "retain_until", "observer_since": DateOrder.allCases.map(\.rawValue)
    default: []
    }
  }

  /// Whether several columns may be for it, each adding something.
  var isShared: Bool {
    if field.isEmpty || !part.isEmpty { return true }
    return Stakeholder.field(field)?.entry.isList == true || field == "notes" || field == "do_not_contact"
  }
}
