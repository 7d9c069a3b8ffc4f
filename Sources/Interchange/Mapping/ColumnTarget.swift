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

  /// What somebody may have meant who wrote no target: the parts of the field, or names of fields, by what people call
  /// them, by how they begin, or with a letter or two otherwise.
  public static func near(_ text: String) -> [String] {
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard let word = words.first else { return [] }
    let names = ["id"] + Stakeholder.fields.map(\.name)
    if words.count > 1, names.contains(word) { return [word] + parts(of: word).map { "\(word) \($0)" } }
    let called = [
      ColumnGuess<Stakeholder>(header: [text]).columns[0].field, GeneralTitles.table[text]?.field,
    ]
    return names.filter { name in
      called.contains(name) || word.count > 2 && (name.hasPrefix(word) || word.hasPrefix(name))
        || distance(name, word) <= min(2, word.count / 3)
    }
  }

  /// In how many letters two words differ (Levenshtein).
  private static func distance(_ first: String, _ second: String) -> Int {
    if second.count > 40 { return second.count }
    var row = Array(0...second.count)
    for (line, letter) in first.enumerated() {
      var corner = row[0]
      row[0] = line + 1
      for (place, other) in second.enumerated() {
        let cost = min(row[place] + 1, row[place + 1] + 1, corner + (letter == other ? 0 : 1))
        (corner, row[place + 1]) = (row[place + 1], cost)
      }
    }
    return row[second.count]
  }

  /// All there is to choose from, in the order of the fields; what is left out comes first.
  public static let choices: [ColumnTarget] =
    [leftOut, ColumnTarget("id"), ColumnTarget("id", "foreign")]
    + Stakeholder.fields.flatMap { field in
      [ColumnTarget(field.name)] + parts(of: field.name).map { ColumnTarget(field.name, $0) }
    }

  /// The parts that a column may be of a field.
  public static func parts(of field: String) -> [String] {
    switch field {
    // Not an id of ours: it tells of a record only what else tells it.
    case "id": ["foreign"]
    case "name": ["given", "middle", "family", "prefix", "suffix", "reading-given", "reading-family"]
    case "affiliations": ["organization", "role", "department", "or-country"]
    case "addresses": ["street", "house", "box", "postal", "city", "region", "country", "spaced"]
    case "consents": ConsentUse.codes + ConsentUse.codes.map { "not \($0)" }
    case "do_not_contact": ["not"]
    case "tags": ["commas"]
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
