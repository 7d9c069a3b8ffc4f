import Phrases

extension StakeholdersPane {
  /// From a stakeholder to what they allowed.
  static let privacyCommands: [Command<StakeholdersPane>] = [
    Command("stakeholder.privacy", .commandPrivacy, ["P"], when: { $0.editor?.isTyping != true }) { pane, _ in
      guard let stakeholder = pane.editor?.base ?? pane.selected else {
        return [.announce(Phrase(.nothingSelected))]
      }
      return [.present(PrivacyPane(stakeholder))]
    }
  ]
}
