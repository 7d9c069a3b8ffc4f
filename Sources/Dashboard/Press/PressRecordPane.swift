import Model
import Office
import Phrases
import Store
import Terminal

/// One record of the press office with what it is linked to, beside its list where there is room. Its fields are
/// edited in place.
struct PressRecordPane<Opened: Record>: RecordPane {
  static var name: String { "dossier" }
  static var title: PhraseKey { Opened.kind == .coverage ? .paneMedia : .panePress }

  private let id: RecordID
  var editor: RecordEditor<Opened>?
  private var office: PressOffice

  init(_ record: Opened, _ office: PressOffice) {
    (id, self.office) = (record.id, office)
    editor = RecordEditor(record, mode: .view)
  }

  var placement: Placement { .beside }

  func heading(_ look: Look) -> [Span] { editor.map { [Span(" › \($0.base.title)")] } ?? [] }
  func status(_ look: Look) -> [Span] { editor?.hint(look) ?? [] }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(RecordByID<Opened>(id)) { pane, record in
        if let record { pane.editor?.refresh(record) }
      },
      Ask(WholePressOffice(on: look.asOf)) { $0.office = $1 },
    ]
  }

  /// A form that is saved comes back here.
  mutating func visit(_ destination: Destination) -> Bool {
    destination == Destination(Opened.kind, id)
  }

  // MARK: Commands

  static var commands: [Command<Self>] {
    let fields = recordCommands.filter { $0.name != "dossier.back" }
    return fields + [
      Command("dossier.back", .commandBack, ["Esc", "Left", "h"], rank: 3, when: \.isReading) { _, _ in
        [.close]
      },
      Command(
        "dossier.follow", .commandOpen, ["Enter"], rank: 1,
        when: { $0.isReading && $0.editor?.target != nil }
      ) { pane, _ in
        pane.follow()
      },
      Command("dossier.edit", .commandEdit, ["e"], rank: 4, when: \.isReading, needs: .edit) {
        pane, _ in
        pane.editor.map { [.present(RecordForm($0.base))] } ?? []
      },
      .moving("dossier.all", .commandShowAll, ["a"], rank: 7, when: \.isReading) {
        $0.editor?.showsAll.toggle()
      },
      passing("dossier.state", .commandNextState, "Space", to: "press.state", rank: 2, of: .enquiry),
      passing(
        "dossier.speaker", .commandSpokesperson, "s", to: "press.spokesperson", rank: 5, of: .enquiry),
      passing(
        "dossier.appearance", .commandAppearance, "v", to: "press.appearance", rank: 6, of: .enquiry),
      historyCommand { $0.editor?.base },
    ]
  }

  /// A key of the list that means the same here: the list does it, over the same record.
  private static func passing(
    _ name: CommandName, _ title: PhraseKey, _ key: KeyChord, to command: CommandName, rank: Int,
    of kind: RecordKind
  ) -> Command<Self> {
    Command(name, title, [key], rank: rank, when: { $0.isReading && Opened.kind == kind }, needs: .edit) {
      _, _ in
      [.close, .run(command)]
    }
  }

  private func follow() -> [Effect] {
    switch editor?.target {
    case .stakeholder(let id): [.go(.stakeholder(id))]
    case .stakeholders(let filter): [.go(.stakeholders(filter))]
    case .place(let destination): [.go(destination)]
    case .log, nil: []
    }
  }

  // MARK: Drawing

  mutating func fit(to size: Size, look: Look) {
    guard let editor else { return }
    self.editor?.links = PressLinks(office: office, look: look).links(of: editor.base)
    self.editor?.fit(to: Size(columns: size.columns, rows: max(1, size.rows - 2)), look: look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let editor else { return }
    canvas.text(
      editor.base.title, row: area.row, column: area.column + 1, width: area.columns - 2, ink: .heading)
    editor.draw(on: &canvas, in: area.inset(top: 2), look: look)
  }
}
