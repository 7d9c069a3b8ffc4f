import Model
import Office
import Phrases
import Store
import Terminal

extension VoicesPane {
  static let commands: [Command<VoicesPane>] =
    listCommands + tabCommands + opportunityCommands + commentCommands + concernCommands + fileCommands
    + moves

  private var hasRecords: Bool { tab != .findings && isListing }

  private static let listCommands: [Command<VoicesPane>] = [
    Command("voices.open", .commandOpen, ["Enter"], rank: 1, when: \.isListing) { pane, look in
      pane.open(look)
    },
    Command("voices.new", .commandNew, ["n"], rank: 5, when: \.hasRecords, needs: .contribute, unless: noNew)
    {
      pane, look in
      [.present(pane.newRecord(look))]
    },
    Command(
      "voices.edit", .commandEdit, ["e"], rank: 7, when: \.hasRecords, needs: .contribute, unless: notEdited
    ) { pane, _ in
      pane.record.map { [.present($0.form())] } ?? []
    },
    Command("voices.history", .commandHistory, ["H"], when: \.hasRecords, unless: lacking(\.record)) {
      pane, look in
      pane.record.map { [.present($0.history(look))] } ?? []
    },
  ]

  // MARK: Records

  private mutating func open(_ look: Look) -> [Effect] {
    if let row = codedRow {
      let title = row.title(look)
      return row.found.isEmpty
        ? [.announce(Phrase(.voNoFinding, .text(title)))]
        : [.present(CodedFindingsPane(row.found, called: title, of: coded.groups))]
    }
    if let call = record as? CallForInput {
      show(call: call.id)
      return []
    }
    return record.map { [.present($0.page(in: voices))] } ?? [.announce(Phrase(.nothingSelected))]
  }

  private static func noNew(_ pane: Self, _ look: Look) -> Phrase? {
    if pane.tab == .comments { return pane.listedCall == nil ? Phrase(.voChooseCall) : nil }
    return look.obstacle(to: .edit)
  }

  private static func notEdited(_ pane: Self, _ look: Look) -> Phrase? {
    pane.record.map { look.obstacle(to: $0.reference.kind.need) } ?? Phrase(.nothingSelected)
  }

  private func newRecord(_ look: Look) -> any Pane {
    switch tab {
    case .opportunities, .findings:
      var one = Opportunity(id: NewID.make())
      one.owner = look.who
      return RecordForm(one, isNew: true)
    case .calls:
      var call = CallForInput(id: NewID.make())
      (call.opens, call.owner) = (look.asOf, look.who)
      return RecordForm(call, isNew: true)
    case .comments:
      let number = (comments.map(\.number).max() ?? 0) + 1
      var comment = ReviewComment(call: callID ?? "", number: number)
      comment.received = look.asOf
      return RecordForm(comment, isNew: true)
    case .concerns: return RecordForm(Concern.raised(on: look.asOf, owner: look.who), isNew: true)
    case .groups:
      var group = FocusGroup(id: NewID.make())
      (group.when, group.moderator) = (.day(look.asOf), look.who)
      return RecordForm(group, isNew: true)
    }
  }

  /// Writes one record, and says so.
  func write<R: Record>(_ edited: R, over base: R, closing: Bool = false, _ news: Phrase) -> Effect {
    .apply(EditRecord(base: base, edited: edited), closing: closing, then: [.announce(news)])
  }
}

extension Concern {
  /// A new one, of a stakeholder where somebody stands on one.
  static func raised(on day: Day, owner: String, by stakeholder: RecordID = "") -> Concern {
    var concern = Concern(id: NewID.make())
    (concern.raised, concern.owner, concern.stakeholder) = (day, owner, stakeholder)
    return concern
  }
}
