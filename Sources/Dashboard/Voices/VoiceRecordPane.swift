import Model
import Office
import Phrases
import Store
import Terminal

/// One opportunity, comment, concern or focus group with what it is linked to, beside its list where there is room.
/// Its fields are edited in place.
struct VoiceRecordPane<Opened: Record>: RecordPane {
  static var name: String { "voice" }
  static var title: PhraseKey { .paneVoices }

  private let id: RecordID
  var editor: RecordEditor<Opened>?
  private var voices: Voices

  init(_ record: Opened, _ voices: Voices) {
    (id, self.voices) = (record.id, voices)
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
      Ask(WholeVoices()) { $0.voices = $1 },
    ]
  }

  /// A form that is saved comes back here.
  mutating func visit(_ destination: Destination) -> Bool { destination == Destination(Opened.kind, id) }

  static var commands: [Command<Self>] {
    let fields = recordCommands.filter { $0.name != "voice.back" }
    return fields + [
      Command("voice.back", .commandBack, ["Esc", "Left", "h"], rank: 3, when: \.isReading) { _, _ in [.close]
      },
      Command(
        "voice.follow", .commandOpen, ["Enter"], rank: 1, when: { $0.isReading && $0.editor?.target != nil }
      ) { pane, _ in
        guard let target = pane.editor?.target else { return [] }
        return switch target {
        case .stakeholder(let id): [.go(.stakeholder(id))]
        case .stakeholders(let filter): [.go(.stakeholders(filter))]
        case .place(let destination): [.go(destination)]
        case .log: []
        }
      },
      Command(
        "voice.edit", .commandEdit, ["e"], rank: 4, when: \.isReading,
        needs: .edit
      ) { pane, _ in
        pane.editor.map { [.present(RecordForm($0.base))] } ?? []
      },
      .moving("voice.all", .commandShowAll, ["a"], rank: 7, when: \.isReading) {
        $0.editor?.showsAll.toggle()
      },
      historyCommand { $0.editor?.base },
    ]
  }

  mutating func fit(to size: Size, look: Look) {
    guard let editor else { return }
    self.editor?.links = VoiceLinks(voices: voices, look: look).links(of: editor.base)
    self.editor?.fit(to: Size(columns: size.columns, rows: max(1, size.rows - 2)), look: look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let editor else { return }
    canvas.text(
      editor.base.title, row: area.row, column: area.column + 1, width: area.columns - 2, ink: .heading)
    editor.draw(on: &canvas, in: area.inset(top: 2), look: look)
  }
}
