import GRDB
import Model

/// Which stakeholders somebody wants to see.
public struct StakeholderFilter: Hashable, Sendable {
  /// Words, each the beginning of a word in the record; Chinese anywhere in it.
  public var text = ""
  /// Within a dimension any of the values, between dimensions all. The empty value is "not stated".
  public var facets: [Dimension: Set<String>] = [:]
  public var isRetired = false

  public init(text: String = "", facets: [Dimension: Set<String>] = [:], isRetired: Bool = false) {
    self.text = text
    self.facets = facets.filter { !$0.value.isEmpty }
    self.isRetired = isRetired
  }

  public var isEmpty: Bool { text.trimmed.isEmpty && facets.isEmpty && !isRetired }

  /// The conditions on the columns of `stakeholder`, all of which an index holds.
  func conditions(_ table: String = "stakeholder") -> (sql: String, arguments: StatementArguments) {
    var sql = "\(table).retired = ?"
    var arguments: StatementArguments = [isRetired ? 1 : 0]
    for (dimension, values) in facets.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let bits = FacetBits(dimension, values: values), let all = FacetBits.all(of: dimension) {
        let isFirst = all.first != 0
        let column = "\(table).\(isFirst ? "facets" : "more_facets")"
        sql += " AND (\(column) & ? != 0\(values.contains("") ? " OR \(column) & ? = 0" : ""))"
        arguments += [isFirst ? bits.first : bits.second]
        if values.contains("") { arguments += [isFirst ? all.first : all.second] }
      } else {
        let countries = dimension.countries(of: values)
        let marks = Array(repeating: "?", count: countries.count).joined(separator: ", ")
        sql += " AND \(table).country IN (\(marks))"
        arguments += StatementArguments(countries)
      }
    }
    return (sql, arguments)
  }

  /// The text as a question to the full-text index; nil where there is nothing to look up.
  var match: String? {
    let words = Folding.searchable(text).split(separator: " ")
    var phrases: [String] = []
    var ideographs: [Substring] = []
    func flush() {
      if !ideographs.isEmpty { phrases.append("\"\(ideographs.joined(separator: " "))\"") }
      ideographs = []
    }
    for word in words {
      if word.unicodeScalars.count == 1, Folding.isIdeograph(word.unicodeScalars.first!) {
        ideographs.append(word)
        continue
      }
      flush()
      guard word.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      phrases.append("\"\(word.replacing("\"", with: "\"\""))\"*")
    }
    flush()
    return phrases.isEmpty ? nil : phrases.joined(separator: " ")
  }
}

/// What a list of stakeholders is ordered by. Names break ties.
public struct StakeholderSort: Hashable, Sendable {
  /// `name`, `changed`, or the name of a field.
  public var column: String
  public var isAscending: Bool

  public init(column: String = "name", isAscending: Bool = true) {
    self.column = column
    self.isAscending = isAscending
  }

  /// The expression ahead of the name; an index serves the first four.
  var expression: String? {
    switch column {
    case "name": nil
    case "country", "joined": column
    case "changed": "changed"
    default:
      Stakeholder.field(column).map { "coalesce(body ->> '$.\($0.name)', '')" }
    }
  }
}
