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

  /// What the ids of an activity and of a launch are called, where the decision says it.
  public static func named(_ field: String, activity: RecordID, launch: RecordID, _ look: Look) -> [String] {
    let label: Label? =
      switch field {
      case "activity":
        Decision.adopted.activity(activity)?.label ?? Decision.adopted.launchActivity(activity)?.label
      case "launch": Decision.adopted.launches.first { $0.id == launch }?.label
      default: nil
      }
    return label.map { [$0.text(in: look.language)] } ?? []
  }
}
