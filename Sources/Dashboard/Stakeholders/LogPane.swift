import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// The contacts with one stakeholder, the newest first, and what each leaves to do.
struct LogPane: ListPane {
  static let name = "log"
  static let title = PhraseKey.paneLog

  let id: RecordID
  private var stakeholder: Stakeholder?
  var list = RowList<Engagement>()
  let nothing = Phrase(.logEmpty)

  init(_ stakeholder: RecordID) { id = stakeholder }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(EngagementsOf(id)) { $0.list.take($1) },
      Ask(RecordByID<Stakeholder>(id)) { $0.stakeholder = $1 },
    ]
  }

  private var called: String { stakeholder?.title ?? id }

  private static func nothingToFollow(_ pane: Self, _ look: Look) -> Phrase? {
    guard let contact = pane.selected else { return Phrase(.nothingSelected) }
    return contact.followUp == nil ? Phrase(.nothingToFollow) : nil
  }

  static let commands: [Command<LogPane>] = actions + moves

  private static let actions: [Command<LogPane>] = [
    Command(
      "log.edit", .commandEdit, ["Enter", "e"], rank: 1, needs: .contribute, unless: lacking(\.selected)
    ) {
      pane, _ in
      pane.selected.map { [.present(RecordForm($0, over: pane.called))] } ?? []
    },
    Command("log.new", .commandNewContact, ["n"], rank: 2, needs: .contribute) { pane, look in
      [.present(pane.newContact(look))]
    },
    Command("log.followed", .commandFollowed, ["Space"], rank: 3, needs: .contribute, unless: nothingToFollow)
    {
      pane, look in
      guard let contact = pane.selected else { return [] }
      var edited = contact
      edited.followedUp = contact.followedUp == nil ? look.asOf : nil
      return [.apply(EditRecord(base: contact, edited: edited))]
    },
    Command("log.remove", .commandRemove, ["D"], rank: 4, needs: .contribute, unless: lacking(\.selected)) {
      pane, _ in
      guard let contact = pane.selected else { return [] }
      let news = Phrase(.removed, .text(contact.title), .text("u"))
      return [.apply(RemoveRecord(contact), then: [.announce(news)])]
    },
    Command("log.mail", .commandLogMail, ["m"], needs: .contribute, unless: lacking(\.stakeholder)) {
      pane, look in
      guard let stakeholder = pane.stakeholder else { return [] }
      return [
        .present(
          FilePrompt.reading(Phrase(.mailFileQuestion), title: .commandLogMail, endings: ["eml", "mbox"]) {
            MailErrand(path: $0, with: stakeholder, look)
          })
      ]
    },
    Command("log.undo", .commandUndo, ["u"], rank: 6, needs: .contribute) { _, _ in [.undo] },
    Command("log.back", .commandBack, ["Esc", "Left", "h", "L"], rank: 5) { _, _ in [.close] },
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
    list.rows.map { [Span(look.say(.logCount, .number($0.count)), .quiet)] } ?? []
  }

  func status(_ look: Look) -> [Span] {
    selected.map { [Span($0.notes, .quiet)] } ?? []
  }

  func table(_ look: Look, columns: Int) -> ListTable<Engagement> {
    func words(_ contact: Engagement) -> EngagementWords { EngagementWords(engagement: contact, look: look) }
    return ListTable(columns: [
      .init(look.say(.logDate), 11) { Span(words($0).day, .quiet) }.whole,
      .init(look.say(.logChannel), 14) { Span("\(words($0).arrow) \(words($0).channel)", .quiet) }.growing,
      .init(look.say(.logSubject), 0, text: \.subject),
      .init(look.say(.logWho), 8) { Span($0.who, .quiet) },
      .init(look.say(.logFollowUp), 14) { words($0).followUp }.whole,
    ])
  }
}
