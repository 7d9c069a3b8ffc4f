import Model
import Office
import Phrases
import Store
import Terminal

/// The records of a room (a press office, say) as they stand together: they know what one of them is linked to, on its
/// page and beside its list.
protocol LinkedRecords: Sendable {
  associatedtype Whole: Query where Whole.Answer == Self
  /// What asks for all of them.
  static func whole(_ look: Look) -> Whole
  /// How long a page waits for them.
  static var pace: PaneQuestion.Pace { get }
  /// The first part of the names of their pages' commands.
  static var pageName: String { get }
  static func pageTitle(of kind: RecordKind) -> PhraseKey
  /// Keys of the list that mean the same on a page.
  static var sharedKeys: [SharedKey] { get }
  /// What a record is linked to, as lines below its fields.
  func links(of record: any Record, _ look: Look) -> [RecordLink]
}

extension LinkedRecords {
  static var pace: PaneQuestion.Pace { .frame }
  static var sharedKeys: [SharedKey] { [] }
}

/// A key that edits the same in a list and on the page of one of its records: the list does it.
struct SharedKey: Sendable {
  let name: String
  let title: PhraseKey
  let key: KeyChord
  /// The list's command.
  let command: CommandName
  let rank: Int
  /// The kind of record whose page has it.
  let kind: RecordKind
  /// What the list's command needs; nil where that is what the kind of record needs.
  var needs: Need?
}

/// One record of a room with what it is linked to, beside its list where there is room. Its fields are edited in place.
struct RecordPage<Opened: Record, Room: LinkedRecords>: RecordPane {
  static var name: String { Room.pageName }
  static var title: PhraseKey { Room.pageTitle(of: Opened.kind) }

  private let id: RecordID
  var editor: RecordEditor<Opened>?
  private var room: Room

  init(_ record: Opened, in room: Room) {
    (id, self.room) = (record.id, room)
    editor = RecordEditor(record, mode: .view)
  }

  var placement: Placement { .beside }
  var subject: RecordReference? { editor?.base.reference }

  func heading(_ look: Look) -> [Span] { editor.map { [Span(" › \(look.title(of: $0.base))")] } ?? [] }
  func status(_ look: Look) -> [Span] { editor?.hint(look) ?? [] }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(RecordByID<Opened>(id)) { page, record in
        if let record { page.editor?.refresh(record) }
      },
      Ask(Room.whole(look), Room.pace) { $0.room = $1 },
    ] + wording
  }

  private var wording: [Ask<Self>] {
    let texts = editor?.outgoingTexts ?? []
    return texts.isEmpty ? [] : [Ask(WordingOf(texts), .rest) { $0.editor?.findings = $1 }]
  }

  /// A form that is saved comes back here.
  mutating func visit(_ destination: Destination) -> Bool { destination == Destination(Opened.kind, id) }

  // MARK: Commands

  static var commands: [Command<Self>] {
    func name(_ command: String) -> CommandName { CommandName("\(Self.name).\(command)") }
    return recordCommands + [
      Command(
        name("follow"), .commandOpen, ["Enter"], rank: 1, when: { $0.isReading && $0.editor?.target != nil }
      ) { page, _ in
        page.editor?.target?.destination.map { [.go($0)] } ?? []
      },
      Command(
        name("edit"), .commandEdit, ["e"], rank: 4, when: \.isReading, needs: Opened.kind.need
      ) { page, _ in
        page.editor.map { [.present($0.base.form(over: ""))] } ?? []
      },
      .moving(name("all"), .commandShowAll, ["a"], rank: 7, when: \.isReading) {
        $0.editor?.showsAll.toggle()
      },
    ] + Room.sharedKeys.map(sharing) + [historyCommand { $0.editor?.base }]
  }

  private static func sharing(_ shared: SharedKey) -> Command<Self> {
    Command(
      CommandName("\(name).\(shared.name)"), shared.title, [shared.key], rank: shared.rank,
      when: { $0.isReading && Opened.kind == shared.kind }, needs: shared.needs ?? Opened.kind.need
    ) { _, _ in
      [.close, .run(shared.command)]
    }
  }

  mutating func closeRecord() -> [Effect] { [.close] }

  // MARK: Drawing

  mutating func fit(to size: Size, look: Look) {
    guard let editor else { return }
    self.editor?.links = room.links(of: editor.base, look)
    let rows = max(1, size.rows - RecordEditor<Opened>.titleRows)
    self.editor?.fit(to: Size(columns: size.columns, rows: rows), look: look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let editor else { return }
    editor.drawTitle(on: &canvas, in: area, look: look)
    editor.draw(on: &canvas, in: area.inset(top: RecordEditor<Opened>.titleRows), look: look)
  }
}

extension Record {
  /// The record as a form, for whoever holds one of any kind.
  /// - Parameter below: as of `RecordForm`.
  func form(over below: String? = nil) -> any Pane { RecordForm(self, over: below) }

  func history(_ look: Look) -> any Pane { HistoryPane<Self>(id, called: look.title(of: self)) }

  func page(in room: some LinkedRecords) -> any Pane { RecordPage(self, in: room) }
}

extension RecordLink.Target {
  /// Where it leads; nil where the pane itself opens it.
  var destination: Destination? {
    switch self {
    case .stakeholder(let id): .stakeholder(id)
    case .stakeholders(let filter): .stakeholders(filter)
    case .place(let destination): destination
    case .log: nil
    }
  }
}

extension Look {
  /// A line of what a record is linked to, called as the field of that name.
  func link(_ field: String, _ text: String, _ target: RecordLink.Target, isUrgent: Bool = false)
    -> RecordLink
  {
    link(called: word("field", field), text, target, isUrgent: isUrgent)
  }

  /// What the fields of a record name that its page does not show, each a line that leads there.
  /// - Parameters:
  ///   - most: so many of a field stand there by name.
  ///   - text: what says more of a record than its name; nil where nothing does.
  func links(
    of record: any Record, most: Int = .max, text: (RecordReference) -> String? = { _ in nil }
  ) -> [RecordLink] {
    func links<R: Shown>(_ record: R) -> [RecordLink] {
      R.linkFields.flatMap { field in
        field.references(record).prefix(most).map {
          link(field.name, text($0) ?? name(of: $0), .place(Destination($0.kind, $0.id)))
        }
      }
    }
    return (record as? any Shown).map { links($0) } ?? []
  }

  /// Records by their names, below one label.
  func links(_ kind: RecordKind, _ ids: [RecordID], _ section: PhraseKey, _ label: String) -> [RecordLink] {
    ids.enumerated().map { index, id in
      RecordLink(
        section: section, label: index == 0 ? label : "", text: name(of: RecordReference(kind, id)),
        target: .place(Destination(kind, id)))
    }
  }

  func link(called label: String, _ text: String, _ target: RecordLink.Target, isUrgent: Bool = false)
    -> RecordLink
  {
    RecordLink(section: .sectionLinks, label: label, text: text, isUrgent: isUrgent, target: target)
  }
}
