import Model
import Office
import Phrases
import Store
import Terminal

/// A pane holds what one user is looking at; what is true lives in the store.
///
/// What opens over a pane (a form, a picker, help) is a pane too.
public protocol Pane: Sendable {
  /// The first part of its commands' names.
  static var name: String { get }
  static var title: PhraseKey { get }
  /// What it is called now: one prompt serves several questions.
  var title: PhraseKey { get }
  /// The one table of its commands.
  static var commands: [Command<Self>] { get }

  /// What the signs mean that it draws.
  static var legend: [LegendLine] { get }
  /// What can be typed in it now, for help: beside what its status says.
  func typing(_ look: Look) -> [TypedHelp]

  /// How much of the screen it takes when it opens over another.
  var placement: Placement { get }
  /// What stands behind the pane's name in the title line.
  func heading(_ look: Look) -> [Span]
  /// What stands at the right of the title line.
  func aside(_ look: Look) -> [Span]
  /// The line above the footer.
  func status(_ look: Look) -> [Span]
  /// The questions whose answers it shows, each at its own place in the list.
  func asks(_ look: Look) -> [Ask<Self>]
  /// After a resize, an answer or a command, before drawing: keeps what is selected in sight.
  mutating func fit(to size: Size, look: Look)
  /// The record under the cursor, which can be attached as evidence.
  var subject: RecordReference? { get }
  /// The record that is open in it, so that its keys are about that one; nil while a list has them.
  var opened: RecordReference? { get }
  /// What stands under the cursor, that paragraphs of the decision may ask for: the record, where nothing else does.
  func cited(_ look: Look) -> Cited?
  /// Whether letters are typed now, so that commands on letters are out of reach.
  var isTyping: Bool { get }
  /// Whether an answer is awaited that the next key is about, so that it waits a moment for it.
  var holdsKeys: Bool { get }
  /// Takes a key as typing; nil where it is not typing now, or the key is not for typing.
  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]?
  /// Takes pasted text; false where it is not typing now.
  mutating func paste(_ text: String) -> Bool
  /// What is typed here as it stands in the pane below, where that shows it at every moment.
  var filling: Filling? { get }
  /// The theme that the screen wears while this lies on top; nil for the person's own.
  var shownTheme: String? { get }
  /// Goes to a place that it shows; false where the place is not in this pane.
  mutating func visit(_ destination: Destination) -> Bool
  /// A change of its own was written, or of a sheet that lay over it: it takes the records in as they are now, since
  /// the next key may come before the store's answer does.
  mutating func applied(_ written: Written, look: Look) -> [Effect]
  /// A change of its own was refused; after a clash the form of both edits opens by itself.
  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect]
  /// The long work that it sent off is done.
  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect]
  /// A sheet above it was filled in.
  mutating func fill(_ filling: Filling)
  /// Nobody has pressed a key for a moment: what is dear to draw may follow the cursor now.
  mutating func rest(_ look: Look)
  /// What somebody typed here and has not sent off: it outlives the pane, and the session. Nil where there is none.
  var typed: Typed? { get }
  /// What leaving it would lose, as no draft keeps it: that is asked about first. Nil where nothing is lost.
  var loss: PhraseKey? { get }
  /// The record of which it is the form; nil for what is none.
  var form: RecordReference? { get }
  /// Before it opens: takes up what the person typed in it earlier.
  mutating func resume(_ draft: Draft)
  /// What stands in its search line while somebody types there; nil while nobody does.
  var searchWords: String? { get }
  /// Opens the search line with what somebody typed there in an earlier session.
  mutating func seek(_ words: String)
  /// Where somebody stands in it, as a text that `stand` understands in another session; empty where that does not
  /// matter to what opens over it.
  var place: String { get }
  /// Goes to a place, as far as what it shows is there already.
  mutating func stand(at place: String)
  /// Takes up the person's settings of earlier sessions.
  mutating func prefer(_ preferences: [String: String])
  func draw(on canvas: inout Canvas, in area: Rect, look: Look)
  /// What puts its list in the order of a column; the other way round where it is in that order.
  func ordering(by column: String) -> [Effect]
  /// What can be exported and printed of it.
  func exports(_ look: Look) -> [ExportChoice]
  /// What can be copied.
  func copies(_ look: Look) -> [CopyChoice]
}

/// Something that can be typed, and what it means.
public struct TypedHelp: Sendable {
  let text: String
  let means: String
}

/// How much of the screen a pane takes that opens over another.
public enum Placement: Sendable, Equatable {
  case whole
  /// The lowest rows, below a rule.
  case sheet(rows: Int)
  /// The right of a wide screen, so that the list keeps its place; all of a narrow one.
  case beside
}

extension Pane {
  public var title: PhraseKey { Self.title }
  public static var legend: [LegendLine] { [] }
  public func typing(_ look: Look) -> [TypedHelp] { [] }
  public var placement: Placement { .whole }
  public var subject: RecordReference? { nil }
  public var opened: RecordReference? { nil }
  public func ordering(by column: String) -> [Effect] { [] }
  func cited(_ look: Look) -> Cited? { subject.map(Cited.record) }
  public var isTyping: Bool { false }
  public var holdsKeys: Bool { false }
  public func heading(_ look: Look) -> [Span] { [] }
  public func aside(_ look: Look) -> [Span] { look.usualAside }
  public func status(_ look: Look) -> [Span] { [] }
  public func asks(_ look: Look) -> [Ask<Self>] { [] }
  public mutating func fit(to size: Size, look: Look) {}
  public mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? { nil }
  public mutating func paste(_ text: String) -> Bool { false }
  public var filling: Filling? { nil }
  public var shownTheme: String? { nil }
  public mutating func visit(_ destination: Destination) -> Bool { false }
  public mutating func applied(_ written: Written, look: Look) -> [Effect] { [] }
  public mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    [.announce(Phrase(refusal: refusal))]
  }
  public mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] { [] }
  public mutating func fill(_ filling: Filling) {}
  public mutating func rest(_ look: Look) {}
  public mutating func prefer(_ preferences: [String: String]) {}
  public var typed: Typed? { nil }
  public var loss: PhraseKey? { nil }
  public var form: RecordReference? { nil }
  public mutating func resume(_ draft: Draft) {}
  public var searchWords: String? { nil }
  public mutating func seek(_ words: String) {}
  public var place: String { subject?.description ?? "" }
  public mutating func stand(at place: String) {
    if let record = RecordReference(place) { _ = visit(Destination(record.kind, record.id)) }
  }
}

extension Look {
  /// The as-of day, and who looks.
  var usualAside: [Span] {
    [Span(say(.asOf, .text(day(asOf))), .quiet), Span(" · \(who)", .quiet)]
  }
}

/// A question of a pane to the store, and what the pane does with the answer.
public struct Ask<Owner>: Sendable {
  let question: PaneQuestion
  let receive: @Sendable (inout Owner, any Sendable) -> Void

  /// - Parameter pace: how long drawing waits for the answer.
  init<Q: Query>(
    _ query: Q, _ pace: PaneQuestion.Pace = .frame,
    receive: @escaping @Sendable (inout Owner, Q.Answer) -> Void
  ) {
    question = PaneQuestion(key: PaneQuestion.Key(query), pace: pace, answer: { try $0.read(query) })
    self.receive = { owner, answer in
      if let answer = answer as? Q.Answer { receive(&owner, answer) }
    }
  }

  /// A question that no one view of the store answers.
  /// - Parameter key: equal for equal questions.
  init<Answer: Sendable>(
    _ key: some Hashable & Sendable, _ pace: PaneQuestion.Pace,
    answer: @escaping @Sendable (Library) throws -> Answer,
    receive: @escaping @Sendable (inout Owner, Answer) -> Void
  ) {
    question = PaneQuestion(key: PaneQuestion.Key(of: key), pace: pace, answer: { try answer($0) })
    self.receive = { owner, answer in
      if let answer = answer as? Answer { receive(&owner, answer) }
    }
  }
}

extension RecordNames {
  /// What is to be asked of the store for it: what records in sight are called, and what some letters could mean.
  var questions: [[PaneQuestion]] {
    let (references, search, _) = open
    let names = PaneQuestion(key: .init(ReferredRecords(references)), pace: .frame) { [self] in
      try answer(references, in: $0)
    }
    let found = search.map { search in
      PaneQuestion(key: .init(search), pace: .frame) { [self] in try answer(search, in: $0) }
    }
    return [references.isEmpty ? [] : [names], found.map { [$0] } ?? []]
  }
}

/// A question without its type, so that one runner serves all panes.
struct PaneQuestion: Sendable {
  /// Equal for equal questions.
  struct Key: Hashable, Sendable {
    // AnyHashable would look through all conformances of the program for each kind of question.
    private let query: any Hashable & Sendable

    init<Q: Query>(_ query: Q) { self.query = query }
    init(of value: some Hashable & Sendable) { query = value }

    static func == (one: Self, other: Self) -> Bool { equal(one.query, other.query) }

    private static func equal<Q: Hashable>(_ one: Q, _ other: any Hashable) -> Bool {
      type(of: other) == Q.self && other as? Q == one
    }

    func hash(into hasher: inout Hasher) { query.hash(into: &hasher) }
  }

  enum Pace: Sendable {
    /// The next frame waits for it a little.
    case frame
    /// The first frame of a pane waits for it a little; after that the pane shows what it has meanwhile.
    case beside
    /// May take longer than a frame: asked when the keys rest, and never waited for.
    case rest
  }

  let key: Key
  let pace: Pace
  let answer: @Sendable (Library) throws -> any Sendable
}

extension Pane {
  func questions(_ look: Look) -> [PaneQuestion] { asks(look).map(\.question) }

  /// Hands an answer to the pane, if it still asks that at that place.
  mutating func deliver(_ answer: any Sendable, to key: PaneQuestion.Key, at place: Int, look: Look) {
    let asks = asks(look)
    guard place < asks.count, asks[place].question.key == key else { return }
    asks[place].receive(&self, answer)
  }

  /// The command bound to a key; nil where none is offered for it.
  func command(for chord: KeyChord, keymap: Keymap) -> CommandName? {
    Self.commands.first { keymap.keys(of: $0).contains(chord) && $0.isOffered(self) }?.name
  }

  /// Runs the command of that name; nil where the pane does not offer it.
  mutating func perform(_ name: CommandName, look: Look) -> [Effect]? {
    Self.commands.first { $0.name == name && $0.isOffered(self) }.map { run($0, look: look) }
  }

  private mutating func run(_ command: Command<Self>, look: Look) -> [Effect] {
    if let obstacle = command.obstacle(self, look) { return [.announce(obstacle)] }
    return command.run(&self, look)
  }

  func offers(look: Look, keymap: Keymap) -> [Offer] {
    Self.commands.filter { $0.isOffered(self) }.map { command in
      Offer(
        name: command.name, title: command.title, keys: keymap.keys(of: command), rank: command.rank,
        obstacle: command.obstacle(self, look), group: command.move == nil ? .here : .list)
    }
  }
}
