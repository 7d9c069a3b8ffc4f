/// What focus groups found, by what it bears on: messages, objectives, descriptions of the indicators.
public struct CodedFindings: Sendable, Equatable {
  public enum Axis: String, Sendable, CaseIterable { case messages, objectives, indicators }

  /// A code that findings can have.
  public struct Code: Sendable, Hashable {
    public let axis: Axis
    public let code: String
  }

  public struct One: Sendable, Equatable {
    public let group: RecordID
    public let finding: Finding
  }

  /// Every code in its order, those without a finding too: a gap is a result.
  public static let codes: [Code] =
    KeyMessage.codes.map { Code(axis: .messages, code: $0) }
    + Objective.codes.map { Code(axis: .objectives, code: $0) }
    + Evidence.descriptions.map { Code(axis: .indicators, code: $0) }

  /// The sessions in order of time, those without a day last.
  public let groups: [FocusGroup]
  private var found: [Code: [One]] = [:]
  /// Findings that no code was given to.
  public private(set) var uncoded: [One] = []

  public init(_ groups: [FocusGroup]) {
    self.groups = groups.sorted {
      ($0.when?.day.number ?? .max, $0.id) < ($1.when?.day.number ?? .max, $1.id)
    }
    for group in self.groups {
      for finding in group.findings {
        let one = One(group: group.id, finding: finding)
        let codes = finding.codes
        for code in codes { found[code, default: []].append(one) }
        if codes.isEmpty { uncoded.append(one) }
      }
    }
  }

  public subscript(code: Code) -> [One] { found[code] ?? [] }

  public func count(_ code: Code, in group: RecordID) -> Int { self[code].count { $0.group == group } }

  /// What was found that bears on a description of the indicators, such as `1.2`.
  public func findings(on description: RecordID) -> [One] {
    self[Code(axis: .indicators, code: description)]
  }

  /// Codes by sessions: how often each was met in each.
  public func chart(of axis: Axis, title: String, word: (Code) -> String) -> Chart {
    let codes = Self.codes.filter { $0.axis == axis }
    return Chart(
      .heat, title: title, categories: groups.map(\.name),
      series: codes.map { code in
        Chart.Series(word(code), groups.map { Double(count(code, in: $0.id)) })
      })
  }
}

extension Finding {
  var codes: [CodedFindings.Code] {
    messages.map { .init(axis: .messages, code: $0.rawValue) }
      + objectives.map { .init(axis: .objectives, code: $0.rawValue) }
      + indicators.map { .init(axis: .indicators, code: $0) }
  }
}
