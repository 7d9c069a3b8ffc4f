import Model
import Phrases
import Store
import Terminal

@testable import Dashboard

/// One person at one screen, over a store in memory, on 15 September 2015.
struct LaunchDesk {
  let library: Library
  let session: Session

  init(
    _ pane: CommandName, _ size: Size = Size(columns: 80, rows: 24), language: String = "en",
    isReadOnly: Bool = false, library: Library? = nil
  ) throws {
    self.library = try library ?? .inMemory()
    let look = Look(
      phrases: Phrasebook(language), asOf: Day("2015-09-15")!, who: "tester", isReadOnly: isReadOnly)
    session = Session(
      library: self.library, shell: Shell(), look: look, size: size,
      runner: Runner(self.library, isImmediate: true), clock: { 1_442_275_200 })
    session.settle(milliseconds: 0)
    let number = PaneRegistry.entries.firstIndex { $0.command == pane }! + 1
    press("\(number)")
  }

  /// Presses keys by their names, one after the other.
  func press(_ keys: String...) {
    for key in keys { session.press(KeyChord(key)!) }
    session.settle(milliseconds: 0)
  }

  func type(_ text: String) {
    for character in text { session.press(KeyChord(.character(character))) }
  }

  var canvas: Canvas { session.draw() }
  var lines: [String] { canvas.lines }
  var screen: String { lines.joined(separator: "\n") }
  /// Between the rules: what the pane itself draws, without blank rows at the end.
  var body: String {
    var lines = Array(lines.dropFirst(2).dropLast(3))
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
  /// Some columns of the body, without trailing blanks.
  func part(_ columns: Range<Int>) -> String {
    body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var part = String(line.dropFirst(columns.lowerBound).prefix(columns.count))
      while part.hasSuffix(" ") { part.removeLast() }
      return part
    }.joined(separator: "\n")
  }

  /// The line above the footer.
  var status: String { lines[lines.count - 2] }
}

extension Library {
  /// A store with so much in it that grids, lists and tables have something to show.
  static func withLaunch(
    day: String? = nil, _ cells: [(slot: String, state: CellState?, note: String)] = []
  ) throws -> Library {
    let library = try Library.inMemory()
    if let day {
      let launch = try library.read(RecordByID<Launch>(Launch.pollination))!
      var edited = launch
      edited.day = Day(day)
      try library.apply(EditLaunch(base: launch, edited: edited))
    }
    for (place, state, note) in cells {
      let parts = place.split(separator: " ").map(String.init)
      var cell = LaunchCell(launch: Launch.pollination, activity: parts[0], slot: parts[1])
      (cell.state, cell.note) = (state, note)
      try library.apply(EditLaunchCell(base: LaunchCell(id: cell.id), edited: cell))
    }
    return library
  }

  func launchCell(_ activity: RecordID, _ slot: String) throws -> LaunchCell? {
    try read(RecordByID(LaunchCell.id(launch: Launch.pollination, activity: activity, slot: slot)))
  }
}
