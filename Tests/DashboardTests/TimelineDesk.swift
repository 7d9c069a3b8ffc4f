import Model
import Phrases
import Store
import Terminal

@testable import Dashboard

/// A session at the timeline on 15 September 2015, over a store in memory.
struct TimelineDesk {
  static let asOf = Day("2015-09-15")!

  let library: Library
  let session: Session

  init(
    _ columns: Int = 80, _ rows: Int = 24, language: String = "en", isReadOnly: Bool = false,
    prepared: (Library) throws -> Void = { _ in }
  ) throws {
    library = try Library.inMemory()
    try prepared(library)
    let look = Look(
      phrases: Phrasebook(language), asOf: Self.asOf, who: "comms", isReadOnly: isReadOnly, now: 1_442_275_200
    )
    session = Session(
      library: library, shell: Shell(), look: look, size: Size(columns: columns, rows: rows),
      runner: Runner(library, isImmediate: true), clock: { 1_442_275_200 })
    press("3")
  }

  func press(_ keys: KeyChord...) {
    for key in keys { session.press(key) }
  }

  func type(_ text: String) {
    for character in text { session.press(KeyChord(.character(character))) }
  }

  var lines: [String] { session.draw().lines }
  var screen: String { lines.joined(separator: "\n") }
  /// Some columns of the screen, without trailing blanks.
  func part(_ columns: Range<Int>) -> String {
    lines.map { line in
      let part = line.dropFirst(columns.lowerBound).prefix(columns.count)
      return String(part.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  var status: String { lines[lines.count - 2] }

  func activity(_ id: RecordID) throws -> Activity { try library.read(RecordByID<Activity>(id))! }

  /// Work that has begun, as a small office might have it.
  static func underWay(_ library: Library) throws {
    try edit(
      library, "t1.a",
      ["status": "done", "actual_start": "2015-02-02", "actual_end": "2015-05-12", "progress": "100"])
    try edit(
      library, "t1.b",
      ["status": "under-way", "actual_start": "2015-01-12", "progress": "65", "owner": "web"])
    try edit(
      library, "t1.d",
      ["status": "under-way", "actual_start": "2015-03-02", "end": "2015-10-30", "progress": "80"])
    try edit(library, "t1.g", ["status": "under-way", "actual_start": "2015-01-05", "owner": "social"])
    try edit(library, "ip.3", ["status": "done", "actual_start": "2015-03-23", "actual_end": "2015-06-30"])
    try edit(library, "ip.5", ["status": "under-way", "actual_start": "2015-03-16"])
    try edit(library, "ip.6", ["status": "cancelled", "notes": "taken over by the task force"])
  }

  static func edit(_ library: Library, _ id: RecordID, _ values: [String: String]) throws {
    let base = try library.read(RecordByID<Activity>(id))!
    var edited = base
    for (name, text) in values { try Activity.field(name)!.write(text, to: &edited) }
    try library.apply(EditRecord(base: base, edited: edited))
  }
}
