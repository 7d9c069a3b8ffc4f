import Model
import Office
import Phrases
import Store
import Synchronization
import Terminal
import Testing

@testable import Dashboard

/// One person at one screen, over a store in memory, on 15 September 2015.
struct Desk {
  static let asOf = Day("2015-09-15")!
  static let now = 1_442_275_200

  /// What the clock on the wall shows, until a test moves it.
  final class Clock: Sendable {
    private let seconds: Mutex<Int>
    var now: Int {
      get { seconds.withLock { $0 } }
      set { seconds.withLock { $0 = newValue } }
    }
    init(_ now: Int) { seconds = Mutex(now) }
  }

  let library: Library
  let session: Session
  let clock: Clock

  init(
    _ pane: KeyChord = "1", columns: Int = 80, rows: Int = 24, language: String = "en",
    isReadOnly: Bool = false, keymap: Keymap = Keymap(),
    library: Library? = nil, alarms: AlarmLevel = .off, asOf: Day = Self.asOf, now: Int = Self.now,
    who: String = "tester", clock: Clock? = nil, zoneOffset: Int = 0, editor: String? = nil,
    isSpoken: Bool = false
  ) throws {
    self.library = try library ?? .inMemory()
    var look = Look(
      phrases: Phrasebook(language), asOf: asOf, who: who, access: isReadOnly ? .reading : .full, now: now)
    look.alarms = alarms
    look.editor = editor
    look.isSpoken = isSpoken
    // A test that moves the clock has the as-of day follow it.
    let followsClock = clock != nil
    let clock = clock ?? Clock(now)
    self.clock = clock
    (look.now, look.zoneOffset) = (clock.now, zoneOffset)
    session = Session(
      library: self.library, shell: Shell(keymap: keymap), look: look,
      size: Size(columns: columns, rows: rows), runner: Runner(self.library, isImmediate: true),
      followsClock: followsClock,
      clock: { clock.now })
    session.settle(milliseconds: 0)
    session.press(pane)
    session.settle(milliseconds: 0)
  }

  func press(_ keys: KeyChord...) {
    for key in keys { session.press(key) }
    session.settle(milliseconds: 0)
  }

  func type(_ text: String) {
    for character in text { session.press(KeyChord(.character(character))) }
    session.settle(milliseconds: 0)
  }

  /// Clicks on the first line that holds a text, there.
  func click(_ text: String, from first: Int = 0) throws {
    let lines = lines
    let row = try #require(lines.indices.dropFirst(first).first { lines[$0].contains(text) })
    let place = try #require(lines[row].firstRange(of: text)).lowerBound
    let column = lines[row].distance(from: lines[row].startIndex, to: place)
    press(KeyChord(.click(row: row, column: column)))
  }

  /// Moves down to the field of that label.
  func go(to label: String) {
    for _ in 0..<80 where !isAt(label) { press("Down") }
  }

  /// Whether the cursor stands at the field of that label.
  func isAt(_ label: String) -> Bool {
    lines.contains { $0.hasPrefix("▌") && $0.dropFirst().drop { $0 == " " }.hasPrefix(label) }
  }

  /// Moves down until the screen holds a text; where it never does, the test that asks next says what is there.
  func down(to text: String) {
    for _ in 0..<200 where !screen.contains(text) { press("Down") }
  }

  /// Clears the line that is being typed in and types something else.
  func retype(_ text: String) {
    press("Ctrl-E", "Ctrl-U")
    type(text)
  }

  /// Time passes, and nobody presses a key.
  func wait(minutes: Int) {
    clock.now += minutes * 60
    rest()
  }

  /// Nobody presses a key for a moment.
  func rest() {
    _ = session.idle()
    session.settle(milliseconds: 0)
  }

  var lines: [String] { session.draw().lines }
  var screen: String { lines.joined(separator: "\n") }
  /// What stands below the lower rule, line by line as one.
  var status: String {
    let lines = lines
    return lines[(Self.lowerRule(lines) + 1)...].dropLast().joined()
  }

  private static func lowerRule(_ lines: [String]) -> Int {
    lines.lastIndex { $0.hasPrefix("─") } ?? lines.count - 3
  }
  var footer: String { lines[lines.count - 1] }
  /// What the pane itself draws, without blank rows at the end.
  var body: String {
    let all = lines
    var lines = Array(all[..<max(2, Self.lowerRule(all))].dropFirst(2))
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Some columns of the body, without trailing blanks.
  func part(_ columns: Range<Int>) -> String { Self.part(columns, of: body) }
  func screenPart(_ columns: Range<Int>) -> String { Self.part(columns, of: screen) }

  private static func part(_ columns: Range<Int>, of text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var part = String(line.dropFirst(columns.lowerBound).prefix(columns.count))
      while part.hasSuffix(" ") { part.removeLast() }
      return part
    }.joined(separator: "\n")
  }

  var canvas: Canvas { session.draw() }

  func activity(_ id: RecordID) throws -> Activity { try library.read(RecordByID<Activity>(id))! }

  func stakeholder(_ id: RecordID) throws -> Stakeholder? {
    try library.read(RecordByID<Stakeholder>(id))
  }
}

extension Library {
  /// Seven stakeholders in four scripts.
  static func ofForests() throws -> Library {
    let library = try Library.inMemory()
    let rows: [(RecordID, [String: String])] = [
      (
        "aff",
        [
          "name": "African Forest Forum", "kind": "organization", "country": "KE",
          "roles": "contributor; end-user", "languages": "en; fr", "channels": "email",
        ]
      ),
      (
        "afc",
        [
          "name": "Association des forêts communautaires", "kind": "organization", "country": "CM",
          "roles": "contributor", "languages": "fr", "channels": "meeting", "observer": "admitted",
          "observer_since": "2014", "barriers": "internet",
        ]
      ),
      (
        "ban",
        [
          "name": "Banda, Thandiwe", "family_first": "yes", "kind": "individual", "country": "ZM",
          "roles": "contributor", "languages": "en; toi", "channels": "phone; email",
          "emails": "thandiwe@example.org", "gender": "female",
        ]
      ),
      (
        "ela",
        [
          "name": "El Amrani, Youssef", "native_name": "يوسف العمراني", "kind": "individual",
          "country": "MA", "roles": "contributor", "languages": "ar; fr", "channels": "email",
        ]
      ),
      (
        "fri",
        [
          "name": "Forest Research Institute", "kind": "institution", "country": "GH",
          "roles": "end-user", "languages": "en", "channels": "email",
        ]
      ),
      (
        "liu",
        [
          "name": "Liu Sen", "native_name": "刘森", "family_first": "yes", "kind": "individual",
          "country": "CN", "roles": "contributor; end-user", "languages": "zh", "channels": "website",
          "interests": "forest genetics",
        ]
      ),
      (
        "thp",
        [
          "name": "Thapa, Anita", "native_name": "अनिता थापा", "kind": "individual", "country": "NP",
          "roles": "end-user", "languages": "ne", "channels": "hub",
        ]
      ),
    ]
    for (id, values) in rows {
      try library.apply(AddRecord(Stakeholder(id: id, version: 0, values: values)))
    }
    return library
  }
}
