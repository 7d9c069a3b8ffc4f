import Foundation
import Model
import Office
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

/// A launch week on a stage: two people at their own screens and a wall, over one store, by a clock that the test
/// moves. What is pressed and what the screens say is written down as it happens.
final class LaunchWeekPlay {
  enum Person: String { case press, comms }

  /// What somebody presses, or types.
  enum Key {
    case chord(KeyChord)
    case text(String)
  }

  static let zone = Zone("Asia/Kuala_Lumpur")!

  let clock: Desk.Clock
  let monitor: Library
  private let desks: [Person: Desk]
  private let wall: Wall
  private let folder: URL
  private var coverage: [Coverage]
  private(set) var transcript = ""

  init(from start: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "launch-week-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let clock = Desk.Clock(try Moment("\(start) \(Self.zone.name)").seconds)
    self.clock = clock
    let path = folder.appending(path: "store.sqlite").path
    func library(_ who: String, creating: Bool = false, isReadOnly: Bool = false) throws -> Library {
      try Library.open(path, who: who, creating: creating, isReadOnly: isReadOnly) { clock.now }
    }
    monitor = try library("social", creating: true)
    coverage = try Self.prepare(monitor)
    var desks: [Person: Desk] = [:]
    for person in [Person.press, .comms] {
      desks[person] = try Desk(
        library: library(person.rawValue), alarms: .pressing,
        asOf: Moment(seconds: clock.now, zone: Self.zone).day, now: clock.now, who: person.rawValue,
        clock: clock, zoneOffset: 8 * 3_600)
    }
    self.desks = desks
    let look = Look(
      phrases: Phrasebook("en"), asOf: Moment(seconds: clock.now, zone: Self.zone).day, who: "wall",
      access: .reading, now: clock.now, zoneOffset: 8 * 3_600)
    wall = Wall(
      try library("wall", isReadOnly: true), launch: Launch.pollination, look: look,
      size: Size(columns: 80, rows: 24), clock: { clock.now })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The sample data, without what the week itself brings.
  private static func prepare(_ library: Library) throws -> [Coverage] {
    try SampleStore.fill(library)
    for id in ["enquiry-01", "enquiry-02"] {
      let open = try #require(try library.read(RecordByID<Enquiry>(id)))
      var answered = open
      (answered.state, answered.answer) = (.answered, "Example")
      try library.apply(EditRecord(base: open, edited: answered))
    }
    for response in try library.read(AllRecords<RapidResponse>()) {
      try library.apply(RemoveRecord(response))
    }
    let coverage = try library.read(CoverageBetween(Day("2016-02-19")!, Day("2016-02-29")!))
    for item in coverage { try library.apply(RemoveRecord(item)) }
    return coverage
  }

  // MARK: Time

  /// Begins a day of the transcript.
  func day(_ title: String) {
    transcript += "\n## \(title)\n\n| | who | keys | what the screen says |\n|---|---|---|---|\n"
  }

  /// Moves the clock there; what the media brought by then arrives, and everybody's screen follows.
  func at(_ time: String) throws {
    clock.now = try Moment("\(time) \(Self.zone.name)").seconds
    let arrived = coverage.prefix { ($0.when?.moment?.seconds ?? .max) <= clock.now }
    if !arrived.isEmpty {
      coverage.removeFirst(arrived.count)
      try monitor.apply(
        ImportRecords(new: arrived.map { Coverage(id: $0.id, version: 0, values: $0.values) }))
    }
    everybodyLooks()
  }

  private func everybodyLooks() {
    for desk in desks.values { desk.rest() }
    _ = wall.tick()
  }

  private var time: String { Moment(seconds: clock.now, zone: Self.zone).time.description }

  // MARK: Hands

  /// Somebody presses keys; the others' screens follow.
  func play(_ person: Person, _ keys: Key...) {
    let desk = desks[person]!
    for key in keys {
      switch key {
      case .chord(let chord): desk.press(chord)
      case .text(let text): desk.type(text)
      }
    }
    everybodyLooks()
    let pressed = keys.map { "`\($0.words)`" }.joined(separator: " ")
    transcript +=
      "| \(time) | \(person.rawValue) | \(pressed) | \(cell(desk.status.isEmpty ? question(of: desk) : desk.status)) |\n"
  }

  /// The row of the board's cursor: from the top, on today's column.
  func goToTask(_ person: Person, row: Int) {
    let desk = desks[person]!
    desk.press("t")
    for _ in 0..<16 { desk.press("Up") }
    for _ in 0..<row { desk.press("Down") }
  }

  func lines(of person: Person) -> [String] { desks[person]!.lines }
  func alarm(of person: Person) -> String { let lines = lines(of: person); return lines[lines.count - 3] }
  var wallLines: [String] { wall.draw().lines }

  // MARK: What is written down

  /// What a sheet asks that says nothing in the status: its title and first line.
  private func question(of desk: Desk) -> String {
    let lines = desk.lines.dropLast(3)
    guard let title = lines.lastIndex(where: { $0.hasPrefix("── ") }) else { return "" }
    let words = lines[title].replacingOccurrences(of: "─", with: "").trimmingCharacters(in: .whitespaces)
    let first = lines[(title + 1)...].first { !$0.isEmpty }?.trimmingCharacters(in: .whitespaces) ?? ""
    return "\(words): \(first)"
  }

  private func cell(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "|", with: "\\|")
  }

  /// What stands in the line of alarms.
  func note(alarmOf person: Person) {
    let text = cell(alarm(of: person).replacingOccurrences(of: "─", with: ""))
    transcript += "| \(time) | | | the line above the footer: \(text) |\n"
  }

  /// A screen as it is; the next rows stand under a table of their own.
  func show(_ lines: [String], _ caption: String, continuing: Bool = true) {
    let text = lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    transcript += "\n\(caption)\n\n```\n\(text.joined(separator: "\n"))\n```\n"
    if continuing { transcript += "\n| | who | keys | what the screen says |\n|---|---|---|---|\n" }
  }
}

extension LaunchWeekPlay.Key: ExpressibleByStringLiteral {
  /// A text of several letters is typed; anything that names a key is pressed.
  init(stringLiteral text: String) {
    self = .chord(KeyChord(stringLiteral: text))
  }

  var words: String {
    switch self {
    case .chord(let chord): chord.description
    case .text(let text): text
    }
  }
}
