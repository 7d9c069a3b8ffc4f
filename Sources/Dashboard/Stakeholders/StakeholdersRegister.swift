import Phrases

extension StakeholdersPane {
  /// From the stakeholders to what is said of them outside the house.
  static let registerCommands: [Command<StakeholdersPane>] = [
    Command("stakeholder.register", .commandRegister, ["r"], when: { $0.editor == nil }) { _, _ in
      [.present(RegisterPane())]
    },
    Command("stakeholder.notices", .commandNotices, ["N"], when: { $0.editor == nil }) { _, _ in
      [.present(NoticesPane())]
    },
  ]
}
