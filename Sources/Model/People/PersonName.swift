/// What can be said about a person's name without knowing the person: only suggestions, never facts.
public enum PersonName {
  /// A key to sort by, for a name whose family name comes last: "Thandiwe Banda" becomes "Banda, Thandiwe",
  /// "Simone de Beauvoir" "Beauvoir, Simone de": a particle stays behind the given names.
  /// - Returns: nil where the name already begins with the family name, or is a single word.
  public static func sortKey(of name: String, isFamilyFirst: Bool) -> String? {
    guard !isFamilyFirst, !name.contains(where: { ",،，".contains($0) }) else { return nil }
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1, words.allSatisfy({ $0.contains(where: \.isLetter) }) else { return nil }
    let family = words[words.count - 1]
    return "\(family), \(words.dropLast().joined(separator: " "))"
  }
}

extension Stakeholder {
  /// What lists could be ordered by, where nobody has said and the name of a person ends with the family name.
  public var suggestedSortName: String? {
    guard type == .individual, sortName.isEmpty else { return nil }
    return PersonName.sortKey(of: name, isFamilyFirst: isFamilyFirst)
  }

  /// The barriers for which no step is planned (annex II, paragraph 20, indicator 2).
  public var unplannedBarriers: [Barrier] {
    barriers.filter { barrier in !barrierSteps.contains { $0.barrier == barrier && !$0.step.isEmpty } }
  }
}
