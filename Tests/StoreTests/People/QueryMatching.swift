@testable import Model

extension QueryCondition {
  /// Whether a stakeholder is like this: what the store's conditions have to come to.
  /// - Parameters:
  ///   - searchText: what words are looked for in.
  ///   - changed: the day of the last change (UTC).
  func holds(for stakeholder: Stakeholder, searchText: String, changed: Day) -> Bool {
    switch self {
    case .words(let words):
      let phrases = WordMatch.phrases(words)
      return !phrases.isEmpty && phrases.allSatisfy { WordMatch.contains($0, in: searchText) }
    case .phrase(let words): return WordMatch.contains(WordMatch.words(words), in: searchText)
    case .dimension(let dimension, let codes): return stakeholder.has(codes, of: dimension)
    case .every(let dimension, let codes):
      return codes.allSatisfy { stakeholder.has([$0], of: dimension) }
    case .stated(let dimension): return !dimension.values(of: stakeholder).isEmpty
    case .text(let names, let words):
      let words = WordMatch.words(words)
      return names.contains { WordMatch.contains(words, in: stakeholder.text($0)) }
    case .empty(let names): return names.allSatisfy { stakeholder.text($0).isEmpty }
    case .filled(let names): return !names.allSatisfy { stakeholder.text($0).isEmpty }
    case .days(let name, let range):
      if let kind = Participation.kind(ofField: name) {
        return stakeholder.participation.contains { $0.kind == kind && ($0.day.map(range.contains) ?? false) }
      }
      let text = name == "changed" ? changed.description : stakeholder.text(name)
      return Day(text + "0000-01-01".dropFirst(text.count)).map(range.contains) ?? false
    case .id(let id): return stakeholder.id == id
    case .retired(let isRetired): return isRetired == (stakeholder.retired != nil)
    case .any(let conditions):
      return conditions.contains { $0.holds(for: stakeholder, searchText: searchText, changed: changed) }
    }
  }
}

extension QueryClause {
  func holds(for stakeholder: Stakeholder, searchText: String, changed: Day) -> Bool {
    condition.holds(for: stakeholder, searchText: searchText, changed: changed) != isNegated
  }
}

extension StakeholderQuery {
  /// Whether the query finds a stakeholder. Unless it speaks of retired ones, it finds those in use.
  func matches(_ stakeholder: Stakeholder, searchText: String, changed: Day) -> Bool {
    (stakeholder.retired != nil) == findsRetired
      && clauses.allSatisfy {
        $0.scope != nil || $0.holds(for: stakeholder, searchText: searchText, changed: changed)
      }
  }
}

extension Stakeholder {
  fileprivate func text(_ field: String) -> String { Stakeholder.field(field)?.read(self) ?? "" }

  fileprivate func has(_ codes: Set<String>, of dimension: Dimension) -> Bool {
    let own = dimension.values(of: self)
    if own.isEmpty { return codes.contains("") }
    if dimension == .language {
      let tags = languages.map { $0.lowercased() }
      let others = codes.map { $0.lowercased() }.filter {
        !Dimension.languageCodes.contains($0) && !$0.isEmpty
      }
      if others.contains(where: { code in tags.contains { $0 == code || $0.hasPrefix(code + "-") } }) {
        return true
      }
    }
    return !codes.isDisjoint(with: own)
  }
}
