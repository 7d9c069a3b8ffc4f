import Model
import Office
import Phrases
import Store
import Terminal

/// The frame around the panes: which one is open, what lies over it, the title, the footer. A value: keys go
/// in, effects come out.
public struct Shell: Sendable {
  var panes: [any Pane]
  var at = 0
  /// The places from which lines and numbers led on, for the way back.
  var trail: [Stop] = []
  /// The panes that are as they were: what they show is to be asked again.
  var returned: Set<Int> = []
  /// What was opened over the pane, the last on top.
  var layers: [any Pane] = []
  var message: Phrase? { didSet { if message != nil { newsCount += 1 } } }
  /// How often something was said that had happened.
  private(set) var newsCount = 0
  /// The command that ran last; nil where the last key was typed into something.
  private(set) var ran: CommandName?
  var outlook = UndoOutlook.Answer() {
    didSet {
      let entries = [outlook.undo, outlook.redo].compactMap(\.self)
      homes = Dictionary(entries.map { ($0.id, PaneRegistry.homes(of: $0)) }, uniquingKeysWith: { $1 })
    }
  }
  /// The numbers of the panes that have a place for what undo and redo would turn, by the entry: found once a commit, as
  /// every frame asks.
  private(set) var homes: [Int64: Set<Int>] = [:]
  /// The changes that were made in this session, and where.
  private(set) var own: [Int64: Workplace] = [:]
  /// The change that no undo takes back, of which that was said: the next undo goes on to what came before.
  var saidLasting: Int64?
  /// What this person left half typed, the newest first.
  var drafts: [Draft] = []
  /// What presses.
  var watch = AlarmWatch()
  /// Long work beside the keys.
  var errand: RunningErrand?
  /// Whoever else has the store open.
  var others: [Attendee] = []
  /// The record about which it was said that somebody else edits it too.
  var toldBeside: RecordReference?
  /// The store holds invented data that is gone afterwards.
  public var isSample = false
  /// The tasks that a newcomer is led through.
  public var tour: Tour?
  let keymap: Keymap
  /// The keyboard layout that is on, as far as its letters have told.
  private var twins = KeyTwins()
  /// What the screen can wear.
  var themes: Themes
  /// The languages in which the program can speak at this terminal.
  public var languages = Phrasebook.languages
  /// Who orders text that runs from right to left; nil leaves it to the language: the terminal, and in Arabic the program.
  public var chosenOrder: TextOrder? = .nobody

  /// Numbers that stay with a pane as long as it lives, so that answers find it.
  var layerNumbers: [Int] = []
  /// How each of the layers was come by, and the draft that it took up, by its number.
  var origins: [Int: SheetOrigin] = [:]
  private var nextNumber = 100

  /// Remembers that a change was made here.
  mutating func own(_ entry: Int64) { own[entry] = own[entry] ?? workplace }

  public init(
    panes: [any Pane] = PaneRegistry.panes(), keymap: Keymap = Keymap(), themes: Themes = Themes()
  ) {
    self.panes = panes
    self.keymap = keymap
    self.themes = themes
  }

  /// The pane that takes the keys.
  var top: any Pane {
    get { layers.last ?? panes[at] }
    set {
      if layers.isEmpty { panes[at] = newValue } else { layers[layers.count - 1] = newValue }
    }
  }

  /// The number of the pane that takes the keys.
  var topNumber: Int { layerNumbers.last ?? at }

  /// The panes in sight with their numbers: the open one, and what lies over it.
  var visible: [(number: Int, pane: any Pane)] {
    [(at, panes[at])] + zip(layerNumbers, layers).map { ($0, $1) }
  }

  /// The pane of that number; nil where it is closed.
  func pane(_ number: Int) -> (any Pane)? { visible.first { $0.number == number }?.pane }

  mutating func update(_ number: Int, _ change: (inout any Pane) -> Void) {
    if number < panes.count {
      change(&panes[number])
    } else if let index = layerNumbers.firstIndex(of: number) {
      change(&layers[index])
    }
  }

  mutating func present(_ pane: any Pane, by origin: SheetOrigin = SheetOrigin()) {
    layers.append(pane)
    layerNumbers.append(nextNumber)
    origins[nextNumber] = origin
    nextNumber += 1
  }

  mutating func close() {
    guard !layers.isEmpty else { return }
    layers.removeLast()
    origins[layerNumbers.removeLast()] = nil
  }

  /// Closes the sheet of that number, if it is still open, with whatever lies over it.
  mutating func close(_ number: Int) {
    while layerNumbers.contains(number) { close() }
  }

  /// The number of the pane right below a sheet.
  func below(_ number: Int) -> Int {
    guard let index = layerNumbers.firstIndex(of: number), index > 0 else { return at }
    return layerNumbers[index - 1]
  }

  /// Puts something into the pane below the top.
  mutating func fill(_ filling: Filling) {
    if layers.count > 1 {
      layers[layers.count - 2].fill(filling)
    } else if !layers.isEmpty {
      panes[at].fill(filling)
    }
  }

  /// Goes to the pane that knows the place; what lay over the old one closes. What lies over a pane may know it
  /// first; what lies over none yet opens.
  /// - Returns: whether any knows it.
  mutating func go(_ destination: Destination) -> Bool {
    if let index = layers.indices.last(where: { layers[$0].visit(destination) }) {
      while layers.count > index + 1 { close() }
      return true
    }
    for index in panes.indices where panes[index].visit(destination) {
      while !layers.isEmpty { close() }
      at = index
      return true
    }
    guard let layer = PaneRegistry.layer(at: destination) else { return false }
    while !layers.isEmpty { close() }
    present(layer)
    return true
  }

  /// Goes to a pane by its place; the way back begins anew.
  mutating func turn(to index: Int) {
    at = index
    trail = []
  }

  /// As `go`, with what lies over the pane left open.
  mutating func steer(_ destination: Destination) {
    _ = panes.indices.first { panes[$0].visit(destination) }
  }

  mutating func press(_ chord: KeyChord, look: Look) -> [Effect] {
    (message, ran) = (nil, nil)
    twins.notice(chord)
    if let effects = top.type(chord, look: look) ?? obey(chord, look: look) { return effects }
    // Where nothing is typed, a key of another layout means the one in its place.
    if !top.isTyping, let twin = twins.twin(of: chord), let effects = obey(twin, look: look) {
      return effects
    }
    return dead(chord)
  }

  /// Runs the command of a key; nil where it has none now.
  private mutating func obey(_ chord: KeyChord, look: Look) -> [Effect]? {
    if leadsBack(chord) { return perform(Self.backName, look: look) }
    if let name = top.command(for: chord, keymap: keymap) { return perform(name, look: look) }
    let command = Self.commands.first { keymap.keys(of: $0).contains(chord) && $0.isOffered(self) }
    guard let command else { return nil }
    ran = command.name
    return run(command, look: look)
  }

  mutating func perform(_ name: CommandName, look: Look) -> [Effect] {
    ran = name
    if let effects = top.perform(name, look: look) { return effects }
    return Self.commands.first { $0.name == name }.map { run($0, look: look) } ?? []
  }

  private mutating func run(_ command: Command<Shell>, look: Look) -> [Effect] {
    if let obstacle = command.obstacle(self, look) { return [.announce(obstacle)] }
    return command.run(&self, look)
  }

  /// What can be done now: the pane's own commands, then those of every pane whose keys it leaves free.
  func offers(_ look: Look) -> [Offer] {
    var offers = top.offers(look: look, keymap: keymap)
    if top.isTyping { offers = offers.compactMap(\.whileTyping) }
    offers = leadingBack(offers)
    var taken = Set(offers.flatMap(\.keys))
    for command in Self.commands where command.isOffered(self) && offers.first?.name != command.name {
      let keys = keymap.keys(of: command).filter {
        (!top.isTyping || $0.typed == nil) && taken.insert($0).inserted
      }
      guard !keys.isEmpty || command.keys.isEmpty else { continue }
      offers.append(
        Offer(
          name: command.name, title: command.title, keys: keys, rank: command.rank,
          obstacle: command.obstacle(self, look),
          group: command.name.text.hasPrefix("pane.") ? .goTo : .everywhere))
    }
    return isMirrored(look) ? offers.map(\.mirrored) : offers
  }

  /// Who orders text that runs from right to left: for somebody who listens it stands as it is spoken.
  func order(_ look: Look) -> TextOrder {
    look.isSpoken ? .nobody : chosenOrder ?? .usual(isRightToLeft: look.phrases.isRightToLeft)
  }

  /// The screen runs from right to left where the language does, and nobody turns it round again.
  func isMirrored(_ look: Look) -> Bool { order(look) == .program && look.phrases.isRightToLeft }
}
