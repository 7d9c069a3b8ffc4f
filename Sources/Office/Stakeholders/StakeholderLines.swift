import Model
import Phrases
import Store
import Typesetting

/// Stakeholders as lines of text, for where there is no screen.
public struct StakeholderLines: Sendable {
  public let columns: [String]
  private let look: Look

  public init(columns: [String], phrases: Phrasebook, asOf: Day) {
    self.columns = columns
    look = Look(phrases: phrases, asOf: asOf, who: "")
  }

  /// What a list shows where nobody says otherwise.
  public static let usual = StakeholderColumn.usual

  /// A column or a field of that name.
  public static func isKnown(_ column: String) -> Bool {
    column == "id" || StakeholderColumn.named(column) != nil || Stakeholder.field(column) != nil
  }

  /// Whether a column shows what a viewer does not see.
  public var showsPrivate: Bool { columns.contains { Stakeholder.field($0)?.isPrivate == true } }

  /// The values side by side, in their words.
  public func line(of stakeholder: Stakeholder) -> String {
    let last = columns.count - 1
    let cells = columns.enumerated().map { index, name in
      let known = StakeholderColumn.named(name)
      let text =
        name == "id"
        ? stakeholder.id : (known ?? StakeholderColumn(name: name, width: 20)).text(stakeholder, look)
      let width = name == "name" ? 32 : known?.width ?? 20
      return index == last ? text : text + String(repeating: " ", count: max(0, width - CellText.width(text)))
    }
    var line = cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The values as they are stored.
  public func cells(of stakeholder: Stakeholder) -> [String] {
    columns.map { name in
      if name == "id" { return stakeholder.id }
      return name == "region"
        ? stakeholder.region?.rawValue ?? "" : Stakeholder.field(name)?.read(stakeholder) ?? ""
    }
  }

  /// What a query asks for, in words.
  public func explanation(of query: StakeholderQuery) -> String {
    QuerySentences(look).explanation(of: query)
  }

  /// What is wrong with a query, a sentence for each part.
  public func problems(of query: StakeholderQuery) -> [Phrase] {
    query.problems.map(QuerySentences(look).phrase)
  }
}

extension StakeholderFilter {
  /// The filter for a query that a person wrote in any language.
  /// - Throws: `QueryRefusal` where a part of it cannot be understood: a list may say so and show what the
  ///   rest finds, but an export would let out more than was asked for.
  public static func asked(for text: String, language: String, today: Day) throws(QueryRefusal)
    -> StakeholderFilter
  {
    let query = StakeholderQuery(text, language: language, today: today)
    let lines = StakeholderLines(columns: [], phrases: Phrasebook(language), asOf: today)
    if let problem = lines.problems(of: query).first { throw QueryRefusal(problem: problem) }
    return StakeholderFilter(query)
  }
}

/// A query that nothing is done for, because a part of it cannot be understood.
public struct QueryRefusal: Error, Sendable {
  public let problem: Phrase
}

extension StakeholderQuery {
  /// The fields that it asks for, without their values: what a log may keep.
  public var askedFields: String {
    let names = terms.map { $0.field?.name ?? "words" }
    return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " ")
  }
}
