import Foundation
import Model
import Office
import Phrases
import SampleLibrary
import Store
import Terminal

@testable import Dashboard

/// Presses every key that is offered over the sample data, in every state that offers other commands than those
/// seen before, and draws each at sizes good and bad.
final class CommandWalk {
  private(set) var places: [String: [KeyChord]] = [:]
  private(set) var doubled: [String] = []
  /// Lists that do not know a move of all lists.
  private(set) var unmoved: [String] = []
  /// Where the hardware cursor, which screen readers follow, stands in another row than the marker.
  private(set) var unmarked: [String] = []
  /// What is drawn as a picture for somebody who listens, and where nothing has the cursor.
  private(set) var drawn: [String] = []
  /// The commands that were refused because the store is only read, or for want of a role.
  private(set) var refused: Set<CommandName> = []
  /// What the store refused to commands that did not say what they need.
  private(set) var unannounced: [String] = []
  private let library: Library
  /// Whether anything may be written by whoever walks.
  private let isFree: Bool
  private let file: String
  private let memory = Runner.Memory()
  /// What ends or leaves the session, or goes on to another pane: each is walked from its own beginning.
  private let left: Set<CommandName> = ["program.quit", "program.suspend", "pane.next", "pane.previous"]
  /// The frame means the same wherever it is asked: it is tried once in each pane.
  private let frame = Set(Shell.commands.map(\.name))

  /// - Parameters:
  ///   - isReadOnly: the store is only read.
  ///   - role: as whom it is walked; nil for somebody who may do all.
  init(isReadOnly: Bool = false, as role: OfficeRole? = nil) throws {
    isFree = !isReadOnly && role == nil
    file = FileManager.default.temporaryDirectory.appending(path: "walk-\(UUID()).sqlite").path
    let sample = try Library.sample()
    guard !isFree else {
      library = sample
      return
    }
    try sample.backup(to: file)
    library = try Library.open(file, who: "tester", isReadOnly: isReadOnly, atMost: role)
  }

  deinit { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) } }

  /// A frame as it is after some keys.
  private struct Stand {
    var path: [KeyChord] = []
    let shell: Shell
    let look: Look
  }

  func go() {
    let look = Look(phrases: Phrasebook("en"), asOf: SampleStore.asOf, who: "tester", access: library.access)
    let start = Stand(shell: Shell(), look: look)
    var waiting = PaneRegistry.entries.compactMap { press($0.key, at: start) }
    while !waiting.isEmpty {
      let stand = waiting.removeFirst()
      for offer in stand.shell.offers(stand.look) where !left.contains(offer.name) {
        if stand.path.count > 1 && frame.contains(offer.name) { continue }
        guard let key = offer.keys.first, let next = press(key, at: stand, for: offer) else { continue }
        if next.path.count < 5 { waiting.append(next) }
      }
    }
  }

  /// Where a key leads; nil where that was seen before.
  private func press(_ key: KeyChord, at stand: Stand, for offer: Offer? = nil) -> Stand? {
    let session = Session(
      library: library, shell: stand.shell, look: stand.look, size: Size(columns: 80, rows: 24),
      runner: Runner(library, remembering: memory), clock: { Int(SampleStore.asOf.number) * 86_400 })
    session.settle(milliseconds: 0)
    session.press(key)
    session.settle(milliseconds: 0)
    if session.revision > 0 { memory.forget() }
    let path = stand.path + [key]
    if let offer { judge(offer, session, path) }
    guard !session.isOver, isNew(session, path) else { return nil }
    // What is seen and heard does not depend on who may write.
    if isFree {
      follow(session, path)
      listen(session, path)
      draw(session)
    }
    return Stand(path: path, shell: session.shell, look: session.look)
  }

  /// A command that says that it writes is refused, and no other tries to.
  private func judge(_ offer: Offer, _ session: Session, _ path: [KeyChord]) {
    let obstacles = Need.allCases.compactMap { session.look.obstacle(to: $0) }
    guard let message = session.shell.message, obstacles.contains(message) else { return }
    refused.insert(offer.name)
    if offer.obstacle == nil { unannounced.append("\(offer.name.text) after \(keys(path))") }
  }

  /// Whether what is offered here was not seen before.
  private func isNew(_ session: Session, _ path: [KeyChord]) -> Bool {
    let offers = session.shell.top.offers(look: session.look, keymap: Keymap())
    let place = "\(type(of: session.shell.top)): " + offers.map(\.name.text).joined(separator: " ")
    guard places[place] == nil else { return false }
    places[place] = path
    let bound = offers.flatMap { offer in offer.keys.map { ($0, offer.name.text) } }
    for (key, names) in Dictionary(grouping: bound, by: \.0) where names.count > 1 {
      doubled.append("\(key) after \(keys(path)): \(names.map(\.1))")
    }
    return true
  }

  /// The same place for somebody who listens.
  private func listen(_ session: Session, _ path: [KeyChord]) {
    var look = session.look
    look.isSpoken = true
    let spoken = Session(
      library: library, shell: session.shell, look: look, size: session.size,
      runner: Runner(library, isImmediate: true), clock: { Int(SampleStore.asOf.number) * 86_400 })
    spoken.settle(milliseconds: 0)
    let canvas = spoken.draw()
    let pictures = canvas.lines.joined(separator: "\n").filter { letter in
      letter.unicodeScalars.contains { (0x2500...0x25FF).contains($0.value) }
    }
    if !pictures.isEmpty { drawn.append("\(keys(path)) draws \(pictures)") }
    guard let cursor = canvas.cursor, (0..<canvas.size.rows).contains(cursor.row) else {
      return drawn.append("\(keys(path)) has no cursor")
    }
    // The cursor stands where something is said: it is what a line of braille shows.
    if canvas.lines[cursor.row].isEmpty, canvas.entry == nil { drawn.append("\(keys(path)) says nothing") }
  }

  /// A list that goes down knows all moves, and its cursor stands in the row of the marker.
  private func follow(_ session: Session, _ path: [KeyChord]) {
    let names = Set(session.shell.top.offers(look: session.look, keymap: Keymap()).map(\.name.text))
    for name in names where name.hasSuffix(".down") && !exceptions.contains(name) {
      let list = name.dropLast("down".count)
      let lacking = ListMove.allCases.map { list + $0.rawValue }.filter { !names.contains(String($0)) }
      if !lacking.isEmpty { unmoved.append("\(lacking) after \(keys(path))") }
    }
    let canvas = session.draw()
    guard !session.shell.top.isTyping, let cursor = canvas.cursor else { return }
    let marked = (0..<canvas.size.rows).filter { row in
      (0..<canvas.size.columns).contains { canvas[row, $0].text == "▌" && canvas[row, $0].ink == .marker }
    }
    // The pane below a sheet keeps its marker, and the sheet has the cursor.
    if case .sheet = session.shell.top.placement, marked.allSatisfy({ $0 < cursor.row }) { return }
    if !marked.isEmpty, !marked.contains(cursor.row) { unmarked.append(keys(path)) }
  }

  /// Forms have fields, and Home and End are of the path that is typed.
  private let exceptions: Set = ["form.down", "file.down"]

  private func draw(_ session: Session) {
    for size in [Size(columns: 200, rows: 50), Size(columns: 1, rows: 1), Size(columns: 40, rows: 10)] {
      session.resize(to: size)
      _ = session.draw()
    }
    session.resize(to: Size(columns: 80, rows: 24))
  }

  private func keys(_ path: [KeyChord]) -> String { path.map(\.description).joined(separator: " ") }
}
