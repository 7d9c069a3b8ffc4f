import Model
import Office
import Phrases
import Store
import Terminal

extension PressPane {
  static let commands: [Command<PressPane>] =
    listCommands + tabCommands + enquiryCommands + materialCommands + responseCommands + mediaCommands + moves

  private var hasRecords: Bool { tab != .mailing && isListing }
  private var isOwn: Bool { tab.isOwn && isListing }

  private static let listCommands: [Command<PressPane>] = [
    Command(
      "press.open", .commandOpen, ["Enter"], rank: 1, when: \.hasRecords,
      unless: lacking(\.record)
    ) { pane, _ in
      if let outlet = pane.outlet { return [.go(.stakeholder(outlet.id))] }
      return pane.record.map { [.present($0.page(in: pane.office))] } ?? []
    },
    Command("press.new", .commandNew, ["n"], rank: 3, when: \.isOwn, needs: .campaign) { pane, look in
      [.present(pane.newRecord(look))]
    },
    Command(
      "press.edit", .commandEdit, ["e"], rank: 7, when: \.isOwn, needs: .campaign, unless: lacking(\.record)
    ) { pane, _ in
      pane.record.map { [.present($0.form())] } ?? []
    },
    Command("press.history", .commandHistory, ["H"], when: \.isOwn, unless: lacking(\.record)) { pane, look in
      pane.record.map { [.present($0.history(look))] } ?? []
    },
    Command(
      "press.person", .commandLinkPerson, ["p"],
      when: { $0.tab == .enquiries || $0.tab == .spokespersons },
      needs: .campaign, unless: lacking(\.record)
    ) { pane, _ in pane.linkPerson() },
  ]

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
    .announce(Phrase(.personLinked, .text(person.title)))
  }

  /// A form, or for enquiries a few lines, for a new record of the list that is shown.
  private func newRecord(_ look: Look) -> any Pane {
    let launch = office.launch(on: look.asOf)
    let now = Moment(seconds: look.present / 60 * 60, zone: launch?.zone ?? .utc)
    switch tab {
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
