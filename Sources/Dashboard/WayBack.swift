import Office
import Phrases
import Store
import Terminal

/// Where somebody stood before a line, a number or a link led on: the panes, that to which it led among them, and what lay
/// over, as they were.
struct Whereabouts: Sendable {
  let at: Int
  let panes: [any Pane]
  let layers: [any Pane]
  let numbers: [Int]
  let origins: [Int: SheetOrigin]

  var pane: any Pane { panes[at] }
  /// What the place is called, for the hint that leads back.
  var title: PhraseKey { (layers.last ?? pane).title }
}

/// A stop on the way: where it came from, and how the place looked to which it led.
struct Stop: Sendable {
  var from: Whereabouts
  /// What opened over the pane with it.
  let layers: [Int]
  /// What Esc meant there by itself: as long as it means the same, it leads back instead.
  let leaving: CommandName?
}

/// The way back: as somebody follows what leads on, each place is kept as it was, its query and its cursor too; Esc
/// returns to the last one. Its questions are asked again there. Whoever goes to a pane by its own key begins anew.
extension Shell {
  /// So many places are kept.
  private static let mostStops = 20
  static let backName: CommandName = "pane.back"

  /// Where somebody stands now.
  var whereabouts: Whereabouts {
    Whereabouts(at: at, panes: panes, layers: layers, numbers: layerNumbers, origins: origins)
  }

  /// Remembers where somebody came from, once they have arrived.
  /// - Parameter isSequel: they wrote something, and were only shown it: where nothing of what they saw is lost, that
  ///   leads nowhere.
  mutating func arrive(from place: Whereabouts, isSequel: Bool) {
    let isHere = at == place.at && layerNumbers == place.numbers
    if isSequel, isHere, !isNarrowed(place.pane) || isNarrowed(panes[at]) { return }
    trail.append(Stop(from: place, layers: layerNumbers, leaving: leavingCommand?.name))
    if trail.count > Self.mostStops { trail.removeFirst() }
  }

  /// What Esc means to the top itself.
  private var leavingCommand: Leaving? { top.leaving(keymap) }

  private func isNarrowed(_ pane: any Pane) -> Bool { pane.leaving(keymap)?.isClearing == true }

  /// Whether the key goes back on the way now: not while something is typed, nor before what opened here is closed
  /// and what was narrowed here is wide again.
  func leadsBack(_ chord: KeyChord) -> Bool {
    guard let last = trail.last, !top.isTyping, top.typed == nil else { return false }
    guard let command = Self.commands.first(where: { $0.name == Self.backName }),
      keymap.keys(of: command).contains(chord)
    else { return false }
    guard layers.isEmpty || layerNumbers == last.layers else { return false }
    guard let own = top.command(for: chord, keymap: keymap) else { return true }
    return own == last.leaving && leavingCommand?.name == own
  }

  /// Goes back to the place from which a line or a number led here.
  mutating func goBack() {
    guard let last = trail.popLast()?.from else { return }
    while !layers.isEmpty { close() }
    // The list to which it led has its own query and cursor again too.
    let left = at
    panes[left] = last.panes[left]
    at = last.at
    panes[at] = last.pane
    (layers, layerNumbers) = (last.layers, last.numbers)
    for (number, origin) in last.origins { origins[number] = origin }
    returned.formUnion([last.at, left] + last.numbers)
  }

  /// Takes up a setting of the person, in the panes and in what is kept of them.
  mutating func prefer(_ preferences: [String: String]) {
    for index in panes.indices { panes[index].prefer(preferences) }
    for index in trail.indices { trail[index].from.prefer(preferences) }
  }

  /// What Esc leads back to, for the footer.
  func backTitle(_ look: Look) -> String? {
    trail.last.map { look.say(.backTo, .text(look.say(Phrase($0.from.title, .text(""))))) }
  }

  /// The way back before all that the key means otherwise.
  func leadingBack(_ offers: [Offer]) -> [Offer] {
    guard let command = Self.commands.first(where: { $0.name == Self.backName }) else { return offers }
    let keys = keymap.keys(of: command).filter(leadsBack)
    guard !keys.isEmpty else { return offers }
    let back = Offer(name: command.name, title: command.title, keys: keys, rank: command.rank, obstacle: nil)
    return [back] + offers.map { $0.without(keys) }
  }
}

extension Whereabouts {
  fileprivate mutating func prefer(_ preferences: [String: String]) {
    var panes = panes
    for place in panes.indices { panes[place].prefer(preferences) }
    self = Whereabouts(at: at, panes: panes, layers: layers, numbers: numbers, origins: origins)
  }
}

/// What the key that leaves means to a pane.
struct Leaving {
  let name: CommandName
  /// It takes back what narrows the list.
  let isClearing: Bool
}

extension Pane {
  /// What Esc means to it now, where that is to leave something or to list more.
  func leaving(_ keymap: Keymap) -> Leaving? {
    let command = Self.commands.first { keymap.keys(of: $0).contains("Esc") && $0.isOffered(self) }
    guard let command, [.commandClear, .commandBack].contains(command.title) else { return nil }
    return Leaving(name: command.name, isClearing: command.title == .commandClear)
  }
}
