import Model
import Office
import Phrases
import Store
import Terminal

/// The contacts with one stakeholder, the newest first, and what each leaves to do.
struct LogPane: Pane {
  static let name = "log"
  static let title = PhraseKey.paneLog

  let id: RecordID
  private var stakeholder: Stakeholder?
  private var contacts: [Engagement]?
  private var selection = Selection()

  init(_ stakeholder: RecordID) { id = stakeholder }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(EngagementsOf(id)) { $0.receive($1) },
      Ask(RecordByID<Stakeholder>(id)) { $0.stakeholder = $1 },
    ]
  }

  /// The cursor stays on its contact.
  private mutating func receive(_ contacts: [Engagement]) {
    let before = selected?.id
    self.contacts = contacts
    if let at = contacts.firstIndex(where: { $0.id == before }) { selection.index = at }
  }

  private var called: String { stakeholder?.title ?? id }
  private var count: Int { contacts?.count ?? 0 }
  var selected: Engagement? {
    contacts.flatMap { $0.indices.contains(selection.index) ? $0[selection.index] : nil }
  }

  private static func nothingToFollow(_ pane: Self, _ look: Look) -> Phrase? {
    guard let contact = pane.selected else { return Phrase(.nothingSelected) }
    return contact.followUp == nil ? Phrase(.nothingToFollow) : nil
  }

  static let commands: [Command<LogPane>] = [
    Command("log.edit", .commandEdit, ["Enter", "e"], rank: 1, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      pane.selected.map { [.present(RecordForm($0, over: pane.called))] } ?? []
    },
    Command("log.new", .commandNewContact, ["n"], rank: 2, needs: .edit) { pane, look in
      [.present(pane.newContact(look))]
    },
    Command("log.followed", .commandFollowed, ["Space"], rank: 3, needs: .edit, unless: nothingToFollow) {
      pane, look in
      guard let contact = pane.selected else { return [] }
      var edited = contact
      edited.followedUp = contact.followedUp == nil ? look.asOf : nil
      return [.apply(EditRecord(base: contact, edited: edited))]
    },
    Command("log.remove", .commandRemove, ["D"], rank: 4, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      guard let contact = pane.selected else { return [] }
      let news = Phrase(.removed, .text(contact.title), .text("u"))
      return [.apply(RemoveRecord(contact), then: [.announce(news)])]
    },
    Command("log.undo", .commandUndo, ["u"], rank: 6, needs: .edit) { _, _ in [.undo] },
    .moving("log.down", .commandDown, ["Down", "j", "WheelDown"]) {
      $0.selection.move(by: 1, count: $0.count)
    },
    .moving("log.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.selection.move(by: -1, count: $0.count) },
    .moving("log.pageDown", .commandPageDown, ["PgDn"]) { $0.selection.move(by: 15, count: $0.count) },
    .moving("log.pageUp", .commandPageUp, ["PgUp"]) { $0.selection.move(by: -15, count: $0.count) },
    Command("log.back", .commandBack, ["Esc", "Left", "h", "l"], rank: 5) { _, _ in [.close] },
  ]

  /// A contact of today, by the channel that the stakeholder prefers: the subject is left to say.
  private func newContact(_ look: Look) -> RecordForm<Engagement> {
    var contact = Engagement(id: NewID.make())
    contact.stakeholder = id
    contact.day = look.asOf
    contact.who = look.who
    contact.channel = stakeholder?.channels.first
    var form = RecordForm(contact, isNew: true, over: called)
    form.editor.select("subject")
    return form
  }

  func heading(_ look: Look) -> [Span] { [Span(" › \(called)", .text)] }

  func aside(_ look: Look) -> [Span] {
    contacts.map { [Span(look.say(.logCount, .number($0.count)), .quiet)] } ?? []
  }

  func status(_ look: Look) -> [Span] {
    selected.map { [Span($0.notes, .quiet)] } ?? []
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: count, height: max(1, size.rows - 1))
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let contacts else { return }
    let layout = Layout(width: area.columns)
    let headings: [PhraseKey] = [.logDate, .logChannel, .logSubject, .logWho, .logFollowUp]
    for (heading, column) in zip(headings, layout.columns) {
      canvas.text(
        look.say(Phrase(heading)), row: area.row, column: column.start, width: column.width, ink: .heading)
    }
    if contacts.isEmpty {
      canvas.text(look.say(.logEmpty), row: area.row + 1, column: 2, width: area.columns - 3, ink: .quiet)
    }
    for (offset, index) in contacts.indices.dropFirst(selection.top).prefix(area.rows - 1).enumerated() {
      let row = area.row + 1 + offset
      draw(contacts[index], layout, on: &canvas, row: row, look)
      guard index == selection.index else { continue }
      canvas.text("▌", row: row, column: area.column, ink: .marker)
      canvas.cursor = Point(row: row, column: area.column)
    }
  }

  /// Where the columns stand: the subject takes what the others leave.
  private struct Layout {
    let columns: [(start: Int, width: Int)]

    init(width: Int) {
      let subject = max(8, width - 51)
      var start = 1
      columns = [11, 14, subject, 8, 14].map { width in
        defer { start += width + 1 }
        return (start, width)
      }
    }
  }

  private func draw(
    _ contact: Engagement, _ layout: Layout, on canvas: inout Canvas, row: Int, _ look: Look
  ) {
    let words = EngagementWords(engagement: contact, look: look)
    let spans = [
      Span(words.day, .quiet), Span("\(words.arrow) \(words.channel)", .quiet), Span(contact.subject),
      Span(contact.who, .quiet), words.followUp,
    ]
    for (span, column) in zip(spans, layout.columns) {
      canvas.text(span.text, row: row, column: column.start, width: column.width, ink: span.ink)
    }
  }
}
