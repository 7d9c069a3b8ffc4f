import Model
import Office
import Phrases
import Store

/// Knowing people: the log of contacts, what fits whom, and the history of a record.
extension StakeholdersPane {
  static let peopleCommands: [Command<StakeholdersPane>] = [
    Command("stakeholder.log", .commandLog, ["L"], rank: 6, when: \.isListed, unless: lacking(\.current)) {
      pane, _ in
      pane.current.map { [.present(LogPane($0.id))] } ?? []
    },
    Command("stakeholder.matches", .commandMatches, ["m"], when: \.isListed) { _, _ in
      [.present(MatchesPane())]
    },
    Command(
      "stakeholder.concern", .commandConcern, ["C"], when: \.isListed,
      needs: .edit, unless: lacking(\.current)
    ) { pane, look in
      pane.subject.map {
        [.present(RecordForm(Concern.raised(on: look.asOf, owner: look.who, by: $0.id), isNew: true))]
      } ?? []
    },
    historyCommand { $0.current },
    .moving("stakeholder.all", .commandShowAll, ["a"], rank: 7, when: \.isReading) {
      $0.editor?.showsAll.toggle()
    },
    Command(
      "stakeholder.follow", .commandOpen, ["Enter"], rank: 1,
      when: { $0.isReading && $0.editor?.target != nil }
    ) { pane, _ in
      pane.follow()
    },
    Command("stakeholder.organization", .commandGoThere, ["o"], rank: 4, when: { $0.employer != nil }) {
      pane, _ in
      pane.employer.map { [.go(.stakeholder($0))] } ?? []
    },
  ]

  /// Nobody is typing in a field; letters are commands.
  private var isListed: Bool { editor?.isTyping != true }
  /// The record that is open, or selected.
  var current: Stakeholder? { editor?.base ?? selected }

  /// The record of the organization to which the one under the cursor is linked.
  private var employer: RecordID? {
    guard let editor, !editor.isTyping, editor.target == nil, editor.field.name == "affiliations" else {
      return nil
    }
    return editor.base.affiliations.lazy.compactMap(\.record).first
  }

  private func follow() -> [Effect] {
    switch editor?.target {
    case .stakeholder(let id): [.go(.stakeholder(id))]
    case .stakeholders(let filter): [.go(.stakeholders(filter))]
    case .place(let destination): [.go(destination)]
    case .log: current.map { [.present(LogPane($0.id))] } ?? []
    case nil: []
    }
  }

  /// The record whose surroundings are shown: the open one, or the one beside the list.
  private var onShow: Stakeholder? { editor?.base ?? (isWide ? shown : nil) }

  var peopleAsks: [Ask<StakeholdersPane>] {
    guard let stakeholder = onShow else { return [] }
    let id = stakeholder.id
    let contacts = Ask<StakeholdersPane>(EngagementsOf(id)) { pane, contacts in
      pane.people.contacts = (id, contacts)
    }
    let asked = Ask<StakeholdersPane>(InvitationsOf(id), .beside) { $0.people.invitations = (id, $1) }
    let voices = Ask<StakeholdersPane>(VoicesOf(id), .rest) { pane, answer in
      pane.people.voices = (id, answer)
    }
    let evidence = Ask<StakeholdersPane>(AllRecords<Evidence>(), .beside) { $0.people.evidence = $1 }
    // Nobody works for a person.
    guard stakeholder.type != .individual || stakeholder.mobilizer != nil else {
      return [contacts, asked, voices, evidence]
    }
    return [
      contacts, asked, voices, evidence,
      Ask(Members(of: stakeholder), .rest) { pane, members in
        pane.people.members = (id, members)
      },
    ]
  }

  /// The open record with what stands around it.
  mutating func fitPeople(_ look: Look) {
    guard let editor else { return }
    self.editor?.links = people.links(of: editor.base, look)
  }
}
