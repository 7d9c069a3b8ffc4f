import Model
import Office
import Phrases
import Store
import Terminal

/// What a launch is, beside its table and its board: the assessment, the release, the embargo, the people and the
/// consultancy with its budget (annex I, paragraphs 5 to 8).
struct LaunchDetails {
  let launch: Launch
  let budget: [BudgetLine]
  let messages: [Message]
  let look: Look

  init(_ launch: Launch, budget: [BudgetLine], messages: [Message], look: Look) {
    (self.launch, self.look) = (launch, look)
    self.budget = budget.filter { $0.launch == launch.id }
    self.messages = Message.ordered(messages.filter { $0.launch == launch.id })
  }

  func lines(columns: Int) -> [[Span]] {
    let parts = release + [[]] + said + [[]] + people + [[]] + consultancy
    let labels = parts.compactMap { $0.first.map { CellText.width($0.text) } }.max() ?? 0
    let width = min(labels, max(8, columns / 3)) + 2
    var lines: [[Span]] = [[Span(look.title(of: launch), .title)], []]
    for part in parts {
      guard let label = part.first else {
        lines.append([])
        continue
      }
      lines += .labelled(label.text, Array(part.dropFirst()), width: width, columns: columns)
    }
    if !launch.note.isEmpty {
      lines += [[]] + Wrapping.lines(launch.note, columns: columns).map { [Span($0)] }
    }
    return lines
  }

  private func field(_ name: String) -> Span { Span(look.phrases.label("field", name)) }

  /// A value, or that nobody has set it.
  private func value(_ text: String) -> Span {
    text.isEmpty ? Span(look.say(.notStated), .quiet) : Span(text)
  }

  private var release: [[Span]] {
    var parts = [
      [field("assessment"), value(launch.assessment)],
      [Span(look.say(.paneReleaseDay)), value(launch.day.map(look.weekdayAndDayInFull) ?? "")],
      [field("place"), value(launch.place)], [field("zone"), value(launch.zone?.name ?? "")],
    ]
    parts.append([field("embargo"), value(launch.embargo.map(look.moment) ?? "")])
    guard let days = launch.attention, let attention = launch.attention(on: look.asOf) else { return parts }
    let span = "\(look.day(days.lowerBound)) – \(look.day(days.upperBound))"
    parts.append([Span(look.say(.launchAttention)), Span(span), Span(look.attention(attention), .today)])
    return parts
  }

  /// What is said at it, and whether those who have to have agreed (annex I, section V, paragraph 1).
  private var said: [[Span]] {
    let agreed = messages.count(where: \.isAgreed)
    let count = look.say(.messagesFigures, .number(agreed), .number(messages.count))
    let words = MessageWords(look)
    let open = messages.filter { !$0.isAgreed }.map { one in
      Mark.lacking.said(look.about(look.title(of: one), words.agreement(of: one)))
    }
    return [[field("messages")] + (messages.isEmpty ? [value("")] : [Span(count)] + open.prefix(Self.most))]
  }

  /// So many messages stand there by name.
  private static let most = 8

  private var people: [[Span]] {
    let team = launch.team.map { Span($0.role.isEmpty ? $0.who : "\($0.who) · \($0.role)") }
    let duties = launch.duties.count
    return [
      [field("team")] + (team.isEmpty ? [value("")] : team),
      [field("duties"), value(duties == 0 ? "" : look.say(.launchDuties, .number(duties)))],
    ]
  }

  private var consultancy: [[Span]] {
    let period = [launch.consultancyStart, launch.consultancyEnd].map { $0.map(look.day) ?? "…" }
    let hasPeriod = launch.consultancyStart != nil || launch.consultancyEnd != nil
    let sums = budget.map { line -> Span in
      let sum = line.amount.map { "\(line.currency) \($0)" } ?? look.say(.notStated)
      return Span("\(line.name) · \(look.word("stage", line.stage.rawValue)) · \(sum)")
    }
    return [
      [field("consultancy"), value(launch.consultancy)],
      [Span(look.say(.launchPeriod)), value(hasPeriod ? period.joined(separator: " – ") : "")],
      [field("supervisors"), value(look.list(launch.supervisors))],
      [Span(look.say(.launchBudget))] + (sums.isEmpty ? [value("")] : sums),
    ]
  }
}

extension Look {
  /// "Mon 22 Feb 2016".
  func weekdayAndDayInFull(_ day: Day) -> String { "\(LaunchSlot.weekday(day, self)) \(self.day(day))" }
}

/// The details of a launch where there is no room for them beside its table.
struct LaunchSheet: Pane {
  static let name = "details"
  static let title = PhraseKey.paneLaunchDetails

  private let id: RecordID
  private var launch: Launch?
  private var budget: [BudgetLine] = []
  private var messages: [Message] = []
  private var page = TextPage()

  init(_ id: RecordID) { self.id = id }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(RecordByID<Launch>(id)) { $0.launch = $1 },
      Ask(AllRecords<BudgetLine>()) { $0.budget = $1 },
      Ask(AllRecords<Message>()) { $0.messages = $1 },
    ]
  }

  static let commands: [Command<LaunchSheet>] = actions + moves(in: \.page)

  private static let actions: [Command<LaunchSheet>] = [
    Command(
      "details.edit", .commandEdit, ["e", "Enter"], rank: 1,
      needs: .campaign, unless: lacking(\.launch)
    ) { pane, _ in pane.launch.map { [.close, .present(RecordForm($0))] } ?? [] },
    Command("details.messages", .commandLaunchMessages, ["m"], rank: 2, unless: noMessage) { pane, _ in
      pane.messages.first(of: pane.id).map { [.close, .go(.list(.message, $0.id))] } ?? []
    },
  ]

  private static func noMessage(_ pane: Self, _ look: Look) -> Phrase? {
    pane.messages.first(of: pane.id) == nil ? Phrase(.launchNoMessage, .text("n")) : nil
  }

  mutating func fit(to size: Size, look: Look) {
    let details = launch.map { LaunchDetails($0, budget: budget, messages: messages, look: look) }
    page.fit(details?.lines(columns: min(96, size.columns - 3)) ?? [], height: size.rows, look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) { page.draw(on: &canvas, in: area) }
}

extension [Message] {
  /// What is to be looked at first of a launch: a message of it that lacks somebody's word, or else any.
  func first(of launch: RecordID) -> Message? {
    let own = Message.ordered(filter { $0.launch == launch })
    return own.first { !$0.isAgreed } ?? own.first
  }
}
