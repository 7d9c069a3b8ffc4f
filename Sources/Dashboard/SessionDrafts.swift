import Glibc
import Model
import Office
import Phrases
import Store
import Terminal

/// What became of a draft.
enum Keeping {
  case kept(Draft)
  /// It was of somebody whose data were erased meanwhile; that was said.
  case erased
  /// No place took it, and why was said.
  case refused

  var draft: Draft? { if case .kept(let draft) = self { draft } else { nil } }
}

/// What was typed anywhere outlives the sheet it was typed in, and the session.
extension Session {
  // MARK: Keeping

  /// What is typed in a pane, as a draft; nil where nothing would be lost with it, and for who only reads.
  func draft(of pane: any Pane, _ number: Int) -> Draft? {
    guard look.access != .reading else { return nil }
    return switch pane.typed {
    case .record(let draft): draft
    case .lines(let lines):
      Draft(
        lines, way: shell.origins[number]?.way, title: look.say(Phrase(pane.title)),
        sheet: pane.sheetName)
    case nil: nil
    }
  }

  /// Keeps a draft in the store; where that cannot take it, in a private file beside the log.
  /// - Parameter earlier: the draft that was typed on.
  @discardableResult
  func keep(_ draft: Draft, after earlier: Draft? = nil) -> Keeping {
    isOutdated = true
    // A store that cannot be read now recognizes nobody: what is typed is dearer, and is looked at when it is offered.
    let allowed: Draft?
    do { allowed = try library.withoutErased(draft) } catch { allowed = draft }
    guard var draft = allowed else {
      announce(Phrase(.draftOfErased))
      return .erased
    }
    draft.at = look.now
    do {
      // A link that is gone does not wait for each draft anew.
      if isStoreShut && isOver { throw Refusal.storeIsReadOnly }
      return .kept(try library.keep(draft, after: earlier))
    } catch {
      isStoreShut = isStoreShut || isOver
      // Where the session ends it is written down already.
      if !isOver, shelf?.put(draft) == true { return .kept(draft) }
      shell.message = Phrase(failure: error)
      return .refused
    }
  }

  func keptNews(_ draft: Draft) -> Phrase {
    // The first words tell which text it is.
    let title = CellText.fitting(PaneRegistry.title(of: draft, look).trimmed, columns: 60).map(\.text)
      .joined()
    return Phrase(.keptAsNewDraft, .text(title), .text("Ctrl-O"))
  }

  /// Closes the top; what is typed in it is kept, or it stays open. What somebody emptied again is forgotten.
  func leaveTop(saying news: Phrase?) {
    let number = shell.topNumber
    guard let draft = draft(of: shell.top, number) else {
      return shell.top.isTyping ? finish(number) : shell.close(number)
    }
    let kept = keep(draft, after: shell.origins[number]?.draft)
    if case .refused = kept { return }
    if case .kept = kept { announce(news ?? keptNews(draft)) }
    shell.close()
  }

  /// Leaves what lies over the pane, sheet by sheet as Esc does, and the field that is typed in; then goes to another
  /// pane. What no place takes stays open.
  func leave(for pane: Int) {
    while !shell.layers.isEmpty {
      let number = shell.topNumber
      if let loss = shell.top.loss { return shell.present(AskSheet.losing(loss)) }
      leaveTop(saying: nil)
      guard shell.topNumber != number else { return }
    }
    if shell.top.isTyping, let name = shell.top.command(for: "Esc", keymap: shell.keymap) {
      perform(shell.perform(name, look: look), from: shell.topNumber)
    }
    shell.turn(to: pane)
  }

  /// The link is lost or the process is told to end: what is half typed becomes a draft.
  public func leave() {
    guard !isOver else { return }
    isOver = true
    shell.errand?.stopAndWait()
    // Who ends the process may not wait for the store: the files come first.
    let texts = halfTyped
    typing?.note(texts)
    typing?.wait()
    var left: [Int: HalfTyped.Text] = [:]
    for (number, text) in texts {
      if case .refused = keep(text.draft, after: text.earlier) { left[number] = text }
    }
    typing?.end(leaving: left)
  }

  private static let sought = "search"

  /// A half-typed search line, and where the pane stood; nil where nobody types in one, and for who only reads.
  func search(in pane: any Pane, _ number: Int) -> Draft? {
    guard look.access != .reading, let words = pane.searchWords, !words.trimmed.isEmpty else { return nil }
    return Draft(
      [Self.sought: words], way: way(to: number)?.going(on: Way.Step(command: "", place: pane.place)),
      title: look.say(Phrase(pane.title)), sheet: pane.sheetName)
  }

  /// A sheet is done with: nobody needs the draft that it took up.
  func finish(_ number: Int) {
    if let draft = shell.origins[number]?.draft { drop(draft) }
    shell.close(number)
  }

  func drop(_ draft: Draft) {
    isOutdated = true
    // One that lies outside the store stands for the one in it from which it goes on.
    let earlier = shelf?.remove(draft) ?? []
    attempt { for draft in [draft] + earlier { try library.drop(draft) } }
  }

  /// All drafts of this person: those of the store, and those that it could not take.
  func allDrafts() -> [Draft] {
    let stored = (try? library.read(Drafts())) ?? []
    let shelved = shelved()
    // One that takes the place of a stored one stands for it; else what the store has is enough.
    let standing = stored.filter { stored in !shelved.contains { $0.replaces(stored) } }
    return shelved.map(\.draft).filter { draft in !stored.contains { $0.says(draft) } } + standing
  }

  /// The drafts that the store could not take, without what they hold of somebody who was erased meanwhile.
  private func shelved() -> [ShelvedDraft] {
    guard let shelf else { return [] }
    var drafts = shelf.drafts()
    drafts.removeAll { shelved in
      guard (try? library.isOfErased(shelved.draft)) == true else { return false }
      shelf.remove(file: shelved.file)
      announce(Phrase(.draftOfErased))
      return true
    }
    return drafts
  }

  /// Hands the drafts that the store could not take to the store.
  func emptyShelf() {
    guard let shelf, look.access != .reading, !isStoreShut else { return }
    for shelved in shelved() {
      guard (try? library.keep(shelved.draft, after: shelved.earlier)) != nil else {
        return isStoreShut = true
      }
      shelf.remove(file: shelved.file)
      isOutdated = true
    }
  }

  // MARK: Opening

  /// - Parameter draft: the one to be taken up; nil for that of the same form or sheet, if there is any.
  func present(_ pane: any Pane, by way: Way?, taking draft: Draft? = nil) {
    var pane = pane
    let draft = draft ?? allDrafts().first { $0.belongs(to: pane.form, way) }
    if let draft { pane.resume(draft) }
    shell.present(pane, by: SheetOrigin(way: way, draft: draft))
  }

  /// The way to the pane of that number.
  func way(to number: Int) -> Way? {
    guard PaneRegistry.entries.indices.contains(number) else { return shell.origins[number]?.way }
    return Way(steps: [Way.Step(command: PaneRegistry.entries[number].command.text)])
  }

  /// Does what a command of the top wants done; what it opens remembers the way.
  func perform(_ effects: [Effect], from sender: Int, after command: CommandName?) {
    if let command, effects.contains(where: \.opens) {
      var lines: [String: String] = [:]
      if case .lines(let typed) = shell.top.typed { lines = typed }
      passing = way(to: sender)?.going(
        on: Way.Step(command: command.text, place: shell.top.place, typed: lines))
    }
    if let command { shell.follow(.ran(command)) }
    perform(effects, from: sender)
    passing = nil
  }

  func open(_ draft: Draft) {
    if let words = draft.typed[Self.sought], let way = draft.way, !way.steps.isEmpty {
      return seek(words, by: way, taking: draft)
    }
    guard draft.kind == nil else {
      return attempt {
        let now = try library.following(draft)
        var form = try PaneRegistry.form(of: now, in: library)
        form.resume(now)
        shell.present(form, by: SheetOrigin(draft: draft))
        if now.record != draft.record { announce(Phrase(.draftMoved)) }
      }
    }
    if follow(draft.way, to: draft), shell.top.sheetName == draft.base["sheet"] {
      if shell.origins[shell.topNumber]?.draft != draft {
        var pane = shell.top
        pane.resume(draft)
        shell.top = pane
        shell.origins[shell.topNumber]?.draft = draft
      }
      shell.message = nil
    } else {
      while !shell.layers.isEmpty { shell.close() }
      present(DraftTextPane(draft), by: nil, taking: draft)
      announce(Phrase(.draftElsewhere))
    }
  }

  /// Opens the search line of a pane again, where it stood.
  private func seek(_ words: String, by way: Way, taking draft: Draft) {
    while !shell.layers.isEmpty { shell.close() }
    perform([.run(CommandName(way.steps[0].command))], from: shell.topNumber)
    if let place = way.steps.last?.place, !place.isEmpty { _ = wait { reach(place) } }
    shell.update(shell.topNumber) { $0.seek(words) }
    shell.message = nil
    drop(draft)
  }

  /// Goes the way to a sheet, command by command; false where it leads there no more. Nothing is written on it.
  private func follow(_ way: Way?, to draft: Draft) -> Bool {
    guard let way, let first = way.steps.first else { return false }
    isRested = true
    perform([.run(CommandName(first.command))], from: shell.topNumber)
    for step in way.steps.dropFirst() {
      guard wait(until: { reach(step.place) }) else { return false }
      if !step.typed.isEmpty {
        shell.update(shell.topNumber) {
          $0.resume(Draft(kind: nil, record: "", base: [:], typed: step.typed))
        }
      }
      guard wait(until: { take(step) }) else { return false }
    }
    return true
  }

  private func reach(_ place: String) -> Bool {
    if place.isEmpty || shell.top.place == place { return true }
    shell.update(shell.topNumber) { $0.stand(at: place) }
    catchUp()
    return shell.top.place == place
  }

  /// Runs the command of a step, if that opens something and does nothing else.
  private func take(_ step: Way.Step) -> Bool {
    let sender = shell.topNumber
    let effects = shell.perform(CommandName(step.command), look: look)
    guard effects.contains(where: \.opens), !effects.contains(where: \.writes) else { return false }
    perform(effects, from: sender, after: CommandName(step.command))
    catchUp()
    return true
  }

  /// What is in sight asks, and hears what is answered soon.
  private func catchUp() {
    ask()
    settle(milliseconds: 200)
  }

  /// Tries for two seconds: what a pane shows may have to come first.
  private func wait(until isDone: () -> Bool) -> Bool {
    for attempt in 0..<(runner.isImmediate ? 3 : 40) {
      if isDone() { return true }
      if attempt > 0, !runner.isImmediate { usleep(50_000) }
      catchUp()
    }
    return false
  }
}

extension Pane {
  /// Which sheet it is: its type, and what it is called now.
  var sheetName: String { "\(Self.name) \(title.rawValue)" }
}

extension Effect {
  var leads: Bool { if case .go = self { true } else { false } }
  var opens: Bool { if case .present = self { true } else { false } }

  var writes: Bool {
    switch self {
    case .apply, .errand, .undo, .redo, .turn: true
    default: false
    }
  }
}
