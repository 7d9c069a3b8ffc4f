import Model

extension FieldWords {
  /// Which text is the first and which the second.
  public static func sides(_ field: String, of ruling: Ruling, _ look: Look) -> [String] {
    guard field == "side",
      let contradiction = Decision.adopted.contradictions.first(where: { $0.id == ruling.id })
    else { return [] }
    return zip([RulingSide.first, .second], [contradiction.first, contradiction.second]).compactMap {
      side, id in
      guard let activity = Decision.adopted.activity(id) else { return nil }
      return look.say(
        .ledgerSide, .text(look.word("side", side.rawValue)),
        .text(activity.citation.text(in: look.language)),
        .text(ActivityWords.printedTiming(activity, look)))
    }
  }
}
