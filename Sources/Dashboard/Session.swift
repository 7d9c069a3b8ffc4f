import Model
import Office
import Phrases
import Store
import Terminal

/// One person at one screen: keys go to the shell, effects to the store, answers back to the panes.
///
/// It is used from one thread; only the runner works beside it.
public final class Session {
  let library: Library
  let runner: Runner
  public internal(set) var shell: Shell
  public internal(set) var look: Look
  public private(set) var size: Size
  public internal(set) var isOver = false
  /// What only the caller can do, who has the terminal: it takes them after each event.
  private var wishes: [Wish] = []

  /// Keeps a theme for later visits; nil where there is no place for it.
  public var keepTheme: ((String) throws -> Void)?
  /// The option or variable that chose the theme of this visit, and goes before what is kept; nil where none did.
  public var themeSource: String?
  /// The same of the language.
  public var keepLanguage: ((String) throws -> Void)?
  public var languageSource: String?
  /// The same of who orders text that runs from right to left.
  public var keepOrder: ((TextOrder) throws -> Void)?
  /// The same of whether somebody listens.
  public var keepSpoken: ((Bool) throws -> Void)?
  public var spokenSource: String?

  /// For which minute it was asked last what presses.
  private var reckonedMinute = 0

  /// Where drafts go that the store cannot take; nil where there is no place for them.
  let shelf: DraftShelf?
  /// Takes down what is half typed; nil for who only reads.
  let typing: HalfTyped?
  var lastKey = ContinuousClock.now
  var lastNote = ContinuousClock.now
  /// How many milliseconds are left of the minute; nil where the clock is none that others keep, and may be in any hurry.
  public var untilMinute: (() -> Int)?
  var vigil = Vigil()
  /// It was said that no place takes what is typed.
  var isUnkept = false
  /// Whose private details were open here since it was logged last.
  let readings: ReadingNotes
  /// The store took no draft just now.
  var isStoreShut = false
  /// Why the store takes no writing any more, once that was noticed and said.
  var estrangement: StoreProblem?
  /// The way that what opens now was come by.
  var passing: Way?
  /// Where a click means something on the screen as it was drawn last.
  var hits: [Hit] = []
  /// What was under the cursor on the screen as it was drawn last, for somebody who listens.
  var heard = ""
  /// What is said where the last key moves nothing; nil where it was none to move with.
  var edge: PhraseKey?
  /// Somebody types in a text that runs from left to right, on a screen that runs the other way.
  var isCaretInLeftToRight = false
  /// What was done last led to another place.
  private var hasGone = false
  /// What can be undone, and what is left half typed, is to be read anew.
  var isOutdated = true

  /// Grows with every commit, of anybody: answers of an older revision are asked again.
  private(set) var revision = 0
  private var answered: [Runner.Slot: Asked] = [:]
  private(set) var pending: [Runner.Slot: Asked] = [:]
  /// The questions that were asked before, whatever the answer was.
  private var begun: Set<Runner.Slot> = []
  var isRested = false
  /// The as-of day is that of the clock: a rehearsal goes on past midnight.
  private var followsClock: Bool
  private var minute: Int
  let clock: () -> Int

  struct Asked: Hashable {
    let key: PaneQuestion.Key
    let revision: Int
  }

  public init(
    library: Library, shell: Shell, look: Look, size: Size, runner: Runner, shelf: DraftShelf? = nil,
    followsClock: Bool = false, clock: @escaping () -> Int
  ) {
    self.library = library
    self.shelf = shelf
    typing = library.access.isReading ? nil : shelf.map(HalfTyped.init)
    self.shell = shell
    self.look = look
    self.size = size
    self.runner = runner
    readings = ReadingNotes(library, isImmediate: runner.isImmediate)
    self.clock = clock
    self.followsClock = followsClock
    minute = clock() / 60
    loadPreferences()
    refreshOutlook()
    if let draft = self.shell.drafts.first {
      let title = PaneRegistry.title(of: draft, look)
      announce(Phrase(.draftWaiting, .number(self.shell.drafts.count), .text(title), .text("Ctrl-O")))
    }
    self.shell.fit(to: size, look: look)
    ask()
  }

  // MARK: What happens

  public func press(_ chord: KeyChord) {
    isRested = false
    if shell.veil.takes(chord, at: clock()) { return }
    lastKey = .now
    defer {
      noteReading()
      forgetTyped()
    }
    let chord = shell.isMirrored(look) && !isCaretInLeftToRight ? chord.mirrored : chord
    if shell.takesDownBar(at: chord) { return ask() }
    let before = shell.at
    if !click(chord) {
      let sender = shell.topNumber
      let effects = shell.press(chord, look: look)
      perform(effects, from: sender, after: shell.ran)
    }
    edge = look.isSpoken && shell.ran != nil && shell.message == nil ? ListMove.edge(chord) : nil
    shell.follow(.key(from: before, look))
    ask()
    guard !look.isSpoken else { return hear() }
    runner.wait(milliseconds: shell.top.holdsKeys ? Self.longestHold : 12)
    collect()
  }

  /// For so long the next key waits for an answer that it is about, in milliseconds.
  private static let longestHold = 1_000
  /// For so long an answer is waited for before anything is said: what is said in between would be said twice.
  public static let hearing = 300

  /// Takes the answers to what was asked, and to what these ask.
  private func hear() {
    for _ in 0..<3 {
      runner.wait(milliseconds: Self.hearing)
      guard collect(), shell.errand == nil else { return }
    }
  }

  public func paste(_ text: String) {
    if shell.veil.isDown { return }
    lastKey = .now
    if shell.top.paste(text), let filling = shell.top.filling { shell.fill(filling) }
    ask()
  }

  public func wish(_ wish: Wish) { wishes.append(wish) }

  /// What is wished of the caller, once.
  public func takeWishes() -> [Wish] {
    defer { wishes = [] }
    return wishes
  }

  public func resize(to size: Size) {
    self.size = size
    ask()
  }

  /// Nothing was pressed for a moment: the dear parts of the screen follow, and others' changes arrive.
  /// Returns whether there is anything to draw.
  public func idle() -> Bool {
    if library.takeStirrings() { vigil.note() }
    vigil.looks += 1
    var changed = turnClock()
    changed = noteTyping() || changed
    logReadings()
    changed = noticeAttendees() || changed
    if shell.veil.falls(at: clock()) { changed = true }
    if !isRested {
      isRested = true
      emptyShelf()
      shell.top.rest(look)
      ask()
      changed = true
    }
    if noticeStore() { changed = true }
    look.now = clock()
    // What presses is reckoned anew by the minute; where nothing came of it nothing is drawn.
    if look.present / 60 != reckonedMinute { ask() }
    return changed
  }

  /// Countdowns go by the minute: a screen without any stays as it is, and sends nothing. Returns whether a
  /// minute has passed.
  private func turnClock() -> Bool {
    let now = clock()
    guard now / 60 != minute else { return false }
    minute = now / 60
    look.now = now
    if followsClock { look.asOf = Moment(seconds: now + look.zoneOffset, zone: .utc).day }
    ask()
    return true
  }

  public func announce(_ phrase: Phrase) { shell.message = phrase }

  /// Says something at the start, unless a draft waits: that is dearer than a greeting.
  public func greet(_ phrase: Phrase) {
    shell.message = shell.message ?? phrase
    shell.fit(to: size, look: look)
  }

  // MARK: Answers

  /// Hands arrived answers to their panes. Returns whether there were any.
  @discardableResult
  public func collect() -> Bool {
    let hasNews = collectErrand()
    let answers = runner.take()
    for answer in answers {
      let asked = Asked(key: answer.key, revision: answer.revision)
      guard pending[answer.slot] == asked else { continue }
      pending[answer.slot] = nil
      answered[answer.slot] = asked
      switch answer.outcome {
      case .success where answer.slot.pane <= Self.namesSlot: break
      case .success(let value) where answer.slot == Self.alarmSlot:
        if let alarms = value as? [Alarm] { shell.watch.receive(alarms) }
      case .success(let value):
        shell.update(answer.slot.pane) { pane in
          pane.deliver(value, to: answer.key, at: answer.slot.place, look: look)
        }
      case .failure(let error): shell.message = Phrase(failure: error)
      }
    }
    if !answers.isEmpty { ask() }
    return !answers.isEmpty || hasNews
  }

  /// Waits a little for quick answers, then takes what there is: before the first frame, and for plain text.
  public func settle(milliseconds: Int) {
    runner.wait(milliseconds: milliseconds)
    while collect() { runner.wait(milliseconds: milliseconds) }
  }

  /// Asks what the panes in sight want to know and nobody has answered since the last commit. Slow questions
  /// wait until the keys rest: each letter of a search would only break the last one off.
  func ask() {
    refreshOutlook()
    askAgain()
    shell.fit(to: size, look: look)
    reckonedMinute = look.present / 60
    var asking: [Runner.Job] = []
    for (number, questions) in questions() {
      for (place, question) in questions.enumerated() {
        let slot = Runner.Slot(pane: number, place: place)
        let asked = Asked(key: question.key, revision: revision)
        guard answered[slot] != asked, pending[slot] != asked else { continue }
        if question.pace == .rest && !isRested && !runner.isImmediate { continue }
        let isNew = begun.insert(slot).inserted
        pending[slot] = asked
        answered[slot] = nil
        let isAwaited = question.pace == .frame || question.pace == .beside && isNew
        asking.append(Runner.Job(slot: slot, question: question, isAwaited: isAwaited))
      }
    }
    if !asking.isEmpty { runner.submit(asking, revision: revision) }
  }

  /// A pane that is as it was knows what it knew then.
  private func askAgain() {
    guard !shell.returned.isEmpty else { return }
    for slot in answered.keys where shell.returned.contains(slot.pane) { answered[slot] = nil }
    for slot in pending.keys where shell.returned.contains(slot.pane) { pending[slot] = nil }
    shell.returned = []
  }

  /// What the panes in sight ask, and the frame itself.
  private func questions() -> [(pane: Int, questions: [PaneQuestion])] {
    let alarms = shell.alarmQuestion(look).map { [$0] } ?? []
    return shell.visible.map { ($0.number, $0.pane.questions(look)) } + [(Self.alarmSlot.pane, alarms)]
      + look.names.questions.enumerated().map { (Self.namesSlot - $0, $1) }
  }

  /// The place of the frame's own question: no pane has that number.
  private static let alarmSlot = Runner.Slot(pane: -1, place: 0)
  /// The first of the places, downwards, of the questions what records are called: their answers go to `look.names`.
  private static let namesSlot = -2

  // MARK: Effects

  /// - Parameters:
  ///   - sender: the number of the pane that wants it done.
  ///   - isSequel: it follows on a write.
  func perform(_ effects: [Effect], from sender: Int, isSequel: Bool = false) {
    let place = effects.contains(where: \.leads) ? shell.whereabouts : nil
    hasGone = false
    for effect in effects { perform(effect, from: sender) }
    if let place, hasGone { shell.arrive(from: place, isSequel: isSequel) }
  }

  private func perform(_ effect: Effect, from sender: Int) {
    switch effect {
    case .apply(let change, let isClosing, let next):
      apply(change, Sending(sender: sender, isClosing: isClosing, next: next))
    case .present(let pane): present(pane, by: passing)
    case .close: finish(shell.topNumber)
    case .leave(let news): leaveTop(saying: news)
    case .discard(let news):
      finish(shell.topNumber)
      if let news { announce(news) }
    case .fill(let filling): shell.fill(filling)
    case .go(let destination):
      hasGone = shell.go(destination)
      if case .log(let id) = destination { present(LogPane(id), by: nil) }
    case .steer(let destination): shell.steer(destination)
    case .announce(let phrase): shell.message = phrase
    case .errand(let errand, let isClosing):
      begin(errand, from: Sending(sender: sender, isClosing: isClosing))
    case .stopErrand: shell.errand?.progress.stop()
    case .run(let name):
      let sender = shell.topNumber
      let effects = shell.perform(name, look: look)
      perform(effects, from: sender, after: name)
    case .turnTo(let pane): leave(for: pane)
    case .turnToList(let pane, let list):
      shell.update(pane) { pane in
        guard var tabbed = pane as? any TabbedPane else { return }
        tabbed.show(list: list)
        pane = tabbed
      }
    case .setAsOf(let day): (look.asOf, followsClock) = (day, false)
    case .prefer(let name, let value):
      look.prefer(name, value)
      shell.prefer([name: value])
      attempt { try library.prefer(name, value) }
    case .keepTheme, .keepLanguage, .keepOrder, .keepSpoken: settle(effect)
    case .keepDraft(let draft): if case .kept = keep(draft) { announce(keptNews(draft)) }
    case .openDraft(let draft): open(draft)
    case .dropDraft(let draft): drop(draft)
    case .undo: turn(isRedo: false)
    case .redo: turn(isRedo: true)
    case .turn(let errand): turn(errand)
    case .copy(let text): wish(.copy(text))
    case .suspend: wish(.suspend)
    case .compose(let text): wish(.compose(text))
    case .tour: wish(.tour)
    case .repaint: wish(.repaint)
    case .quit:
      shell.errand?.stopAndWait()
      isOver = true
      logReadings()
      typing?.end()
    }
  }

  func attempt(_ body: () throws -> Void) {
    do { try body() } catch { shell.message = Phrase(failure: error) }
  }

  /// Whatever is in sight is to be asked anew, once all is done that is to be done now.
  func noticeCommit() {
    _ = try? library.poll()
    revision += 1
    isOutdated = true
    // A role may have been given or taken meanwhile.
    if !look.access.isReading { look.access = library.access }
    look.names.renew()
  }

  /// Remembers that the person's last change was made here.
  func own() { if let last = try? library.read(LastOwnChange()) { shell.own(last) } }

  private func refreshOutlook() {
    guard isOutdated, look.access.allows(.contribute) else { return }
    isOutdated = false
    if let outlook = try? library.read(UndoOutlook()) { shell.outlook = outlook }
    shell.drafts = allDrafts()
  }

  private func loadPreferences() {
    guard let preferences = try? library.read(Preferences()) else { return }
    for (name, value) in preferences { look.prefer(name, value) }
    shell.prefer(preferences)
  }
}
