import Model
import Office
import Phrases
import Store
import Terminal

extension PressPane {
  static let commands: [Command<PressPane>] =
    listCommands + enquiryCommands + materialCommands + responseCommands + mediaCommands + moves

  private var hasRecords: Bool { section != .mailing && !isTyping }
  /// Records of its own, not of the base.
  private var isOwn: Bool { hasRecords && hasWords }
  var hasWords: Bool { section != .mailing && section != .media }

  private static let listCommands: [Command<PressPane>] = [
    Command(
      "press.open", .commandOpen, ["Enter"], rank: 1, when: \.hasRecords,
      unless: lacking(\.record)
    ) { pane, _ in
      if let outlet = pane.outlet { return [.go(.stakeholder(outlet.id))] }
      return pane.record.map { [.present(pane.detail(of: $0))] } ?? []
    },
    Command("press.new", .commandNew, ["n"], rank: 3, when: \.isOwn, needs: .edit) { pane, look in
      [.present(pane.newRecord(look))]
    },
    Command(
      "press.edit", .commandEdit, ["e"], rank: 7, when: \.isOwn, needs: .edit, unless: lacking(\.record)
    ) { pane, _ in
      pane.record.map { [.present(Self.form(of: $0))] } ?? []
    },
    Command("press.history", .commandHistory, ["H"], when: \.isOwn, unless: lacking(\.record)) { pane, look in
      pane.record.map { [.present(Self.history(of: $0, look))] } ?? []
    },
    Command(
      "press.person", .commandLinkPerson, ["p"],
      when: { $0.section == .enquiries || $0.section == .spokespersons },
      needs: .edit, unless: lacking(\.record)
    ) { pane, _ in pane.linkPerson() },
    .moving("press.search", .commandSearch, ["/"], rank: 10, when: \.hasWords) { $0.openSearch() },
    .moving("press.found", .commandAccept, ["Enter"], rank: 1, when: \.isTyping) { $0.acceptSearch() },
    .moving("press.clear", .commandClear, ["Esc"], rank: 8, when: { $0.search != nil }) { $0.clearSearch() },
    .moving("press.next", .commandNextList, ["]", "Right", "l"], rank: 9) { $0.turn(by: 1) },
    .moving("press.previous", .commandPreviousList, ["[", "Left", "h"]) { $0.turn(by: -1) },
  ]

  private static let moves: [Command<PressPane>] = [
    .moving("press.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("press.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("press.pageDown", .commandPageDown, ["PgDn", "Ctrl-F"]) { $0.move(max(1, $0.size.rows - 3)) },
    .moving("press.pageUp", .commandPageUp, ["PgUp", "Ctrl-B"]) { $0.move(-max(1, $0.size.rows - 3)) },
    .moving("press.top", .commandTop, ["g", "Home"]) { $0.move(-$0.rowCount) },
    .moving("press.bottom", .commandBottom, ["G", "End"]) { $0.move($0.rowCount) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: rowCount) }

  // MARK: Records of any kind

  func detail(of record: any Record) -> any Pane {
    func detail<R: Record>(_ record: R) -> any Pane { PressRecordPane(record, office) }
    return detail(record)
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

  /// Links who asks, or who speaks, to their record in the base.
  private func linkPerson() -> [Effect] {
    if let enquiry {
      return [
        .present(
          StakeholderPicker(enquiry.contact) { person in
            var edited = enquiry
            edited.stakeholder = person.id
            return [
              .apply(EditRecord(base: enquiry, edited: edited), closing: true, then: [Self.said(person)])
            ]
          })
      ]
    }
    guard let spokesperson else { return [] }
    return [
      .present(
        StakeholderPicker(spokesperson.name) { person in
          var edited = spokesperson
          edited.stakeholder = person.id
          return [
            .apply(EditRecord(base: spokesperson, edited: edited), closing: true, then: [Self.said(person)])
          ]
        })
    ]
  }

  private static func said(_ person: Stakeholder) -> Effect {
    .announce(Phrase(.pressLinked, .text(person.title)))
  }

  /// A form, or for enquiries a few lines, for a new record of the list that is shown.
  private func newRecord(_ look: Look) -> any Pane {
    let launch = office.launch(on: look.asOf)
    let now = Moment(seconds: look.present / 60 * 60, zone: launch?.zone ?? .utc)
    switch section {
    case .enquiries, .media, .mailing: return newEnquiry(look)
    case .appearances:
      var event = Event(id: NewID.make())
      (event.type, event.start, event.launch) = (.interview, .day(look.asOf), launch?.id ?? "")
      (event.owner, event.status) = (look.who, .tentative)
      return RecordForm(event, isNew: true)
    case .spokespersons: return RecordForm(Spokesperson(id: NewID.make()), isNew: true)
    case .material:
      var material = Material(id: NewID.make())
      (material.launch, material.owner) = (launch?.id ?? "", look.who)
      return RecordForm(material, isNew: true)
    case .responses:
      var response = RapidResponse(id: NewID.make())
      (response.launch, response.owner, response.opened) = (launch?.id ?? "", look.who, now)
      return RecordForm(response, isNew: true)
    }
  }
}
