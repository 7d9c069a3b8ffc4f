import Model
import Office
import Phrases
import Store
import Terminal

extension VoicesPane {
  static let commands: [Command<VoicesPane>] =
    listCommands + opportunityCommands + commentCommands + concernCommands + fileCommands + moves

  private var hasRecords: Bool { section != .findings && !isTyping }
  private var isReading: Bool { !isTyping }

  private static let listCommands: [Command<VoicesPane>] = [
    Command("voices.open", .commandOpen, ["Enter"], rank: 1, when: \.isReading) { pane, look in
      pane.open(look)
    },
    Command("voices.new", .commandNew, ["n"], rank: 5, when: \.hasRecords, needs: .edit, unless: noNew) {
      pane, look in
      [.present(pane.newRecord(look))]
    },
    Command(
      "voices.edit", .commandEdit, ["e"], rank: 7, when: \.hasRecords, needs: .edit, unless: lacking(\.record)
    ) { pane, _ in
      pane.record.map { [.present(Self.form(of: $0))] } ?? []
    },
    Command("voices.history", .commandHistory, ["H"], when: \.hasRecords, unless: lacking(\.record)) {
      pane, look in
      pane.record.map { [.present(Self.history(of: $0, look))] } ?? []
    },
    .moving("voices.search", .commandSearch, ["/"], rank: 11, when: \.hasRecords) { $0.openSearch() },
    .moving("voices.found", .commandAccept, ["Enter"], rank: 1, when: \.isTyping) { $0.acceptSearch() },
    .moving("voices.clear", .commandClear, ["Esc"], rank: 8, when: { $0.search != nil }) { $0.clearSearch() },
    .moving("voices.next", .commandNextList, ["]", "Right", "l"], rank: 9) { $0.turn(by: 1) },
    .moving("voices.previous", .commandPreviousList, ["[", "Left", "h"]) { $0.turn(by: -1) },
  ]

  private static let moves: [Command<VoicesPane>] = [
    .moving("voices.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("voices.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("voices.pageDown", .commandPageDown, ["PgDn", "Ctrl-F"]) { $0.move(max(1, $0.size.rows - 3)) },
    .moving("voices.pageUp", .commandPageUp, ["PgUp", "Ctrl-B"]) { $0.move(-max(1, $0.size.rows - 3)) },
    .moving("voices.top", .commandTop, ["g", "Home"]) { $0.move(-$0.rowCount) },
    .moving("voices.bottom", .commandBottom, ["G", "End"]) { $0.move($0.rowCount) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: rowCount) }

  // MARK: Records of any kind

  private mutating func open(_ look: Look) -> [Effect] {
    if section == .findings {
      let found = code.map { coded[$0] } ?? coded.uncoded
      let title = code.map { FieldWords.word($0.axis.rawValue, $0.code, look) } ?? look.say(.voUncoded)
      return found.isEmpty
        ? [.announce(Phrase(.voNoFinding, .text(title)))]
        : [.present(CodedFindingsPane(found, called: title, of: coded.groups))]
    }
    if let call = record as? CallForInput {
      show(call: call.id)
      return []
    }
    guard let record else { return [.announce(Phrase(.nothingSelected))] }
    func detail<R: Record>(_ record: R) -> any Pane { VoiceRecordPane(record, voices) }
    return [.present(detail(record))]
  }

  private static func form(of record: any Record) -> any Pane {
    func form<R: Record>(_ record: R) -> any Pane { RecordForm(record) }
    return form(record)
  }

  private static func history(of record: any Record, _ look: Look) -> any Pane {
    func history<R: Record>(_ record: R) -> any Pane {
      HistoryPane<R>(record.id, called: look.title(of: record))
    }
    return history(record)
  }

  private static func noNew(_ pane: Self, _ look: Look) -> Phrase? {
    pane.section == .comments && pane.listedCall == nil ? Phrase(.voChooseCall) : nil
  }

  private func newRecord(_ look: Look) -> any Pane {
    switch section {
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
