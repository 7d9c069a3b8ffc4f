import Model

/// An event of a calendar file.
public struct ICalendarEvent: Sendable, Equatable {
  /// Where it begins, counted from 1.
  public let line: Int
  /// Its id is the one that this program gave it, where it did; empty otherwise.
  public var event: Event
  /// The fields of which the file says something.
  public var given: Set<String>
  /// When it was written and last changed (DTSTAMP, LAST-MODIFIED), as the file has it; empty where it does not say.
  var stamps: [String] = []

  /// Whether another revision of the same event takes its place: by its number, then by when it was written and changed
  /// (RFC 5546, section 2.1.5).
  func isOlder(than other: ICalendarEvent) -> Bool {
    if event.sequence != other.event.sequence { return event.sequence < other.event.sequence }
    return stamps.lexicographicallyPrecedes(other.stamps)
  }

  /// What is said of it behind another of the same event.
  func repeating(_ first: ICalendarEvent) -> ICalendarNote.What {
    if event == first.event { return .saidAgain(first.line) }
    return isOlder(than: first) || first.isOlder(than: self) ? .repeated(first.line) : .undecided(first.line)
  }
}

/// Reads a file of iCalendar (RFC 5545, RFC 7986) event by event, as calendar programs really write it: with CR, LF or
/// both at the end of lines, folded inside of characters, without END or VERSION, with zones of their own.
///
/// Only one event is in memory. What is put right or left out is said in `notes`; to-dos, alarms and other components
/// are counted in `leftOut`.
public struct ICalendarReader {
  /// The sizes a reader accepts, so that no file takes more memory than planned.
  public struct Limits: Sendable {
    public var lineBytes = 1 << 20
    public var properties = 10_000
    public var notes = 1_000

    public init() {}
  }

  public private(set) var notes: [ICalendarNote] = []
  /// How many there were beyond the limit.
  public private(set) var notesLeftOut = 0
  /// Components that are not read, by name.
  public private(set) var leftOut: [String: Int] = [:]
  private let file: ImportFile
  private let encoding: TextEncoding
  /// Whose clocks times without a zone are read by, where the person said so.
  private let asked: Zone?
  /// What the calendar says of that itself, as many programs write it.
  private var zoneOfCalendar: Zone?
  private let limits: Limits
  private var lines: VCardLineScanner
  private var zones = ICalendarZones()
  private var hasZones = false
  private var saidZones: Set<String> = []
  /// Lines of the event that is read, beyond those that are kept.
  private var propertiesLeftOut = 0
  /// The components that are open, by name and line.
  private var open = OpenComponents()
  private var hasVersion = false
  private var calendarLine: Int?
  private var isAnyEvent = false
  /// Every event is called off (RFC 5546, section 3.2.5).
  private var isCancelling = false

  /// - Parameter zone: whose clocks times without a zone are read by; nil for those that the calendar names
  ///   (X-WR-TIMEZONE), else UTC.
  /// - Throws: `ICalendarProblem.notText` or `ImportFile.Unreadable`.
  public init(_ file: ImportFile, zone: Zone? = nil, limits: Limits = .init()) throws {
    if let token = try CSVSignature.token(of: file) { throw ICalendarProblem.notText(token) }
    encoding = try TextSurvey(of: file).encoding
    let pieces = try TextPieces(file, as: encoding)
    if CSVSignature.isBinary(pieces.beginning) { throw ICalendarProblem.notText("binary") }
    lines = VCardLineScanner(pieces, limit: limits.lineBytes)
    (self.file, asked, self.limits) = (file, zone, limits)
    if case .charset(let charset) = encoding { note(.encoding(charset.name), 1) }
  }

  /// How far the file was read.
  public var bytesRead: Int { lines.bytesRead }

  /// The next event that can be taken; nil after the last one.
  /// - Throws: `ICalendarProblem.noCalendar` or `ImportFile.Unreadable`.
  public mutating func next() throws -> ICalendarEvent? {
    var properties: [ICalendarProperty] = []
    while let line = try lines.next() {
      guard let property = property(line) else { continue }
      switch property.name {
      case "BEGIN", "END":
        var found: ICalendarEvent?
        for mark in ICalendarMark.marks(property) {
          let closed = try pass(mark, at: property.line, &properties)
          found = found ?? closed
        }
        if let found { return found }
      default: take(property, into: &properties)
      }
    }
    if let found = try cutOff(&properties, before: "", at: nil) { return found }
    guard calendarLine != nil || isAnyEvent else { throw ICalendarProblem.noCalendar }
    if let line = calendarLine, !hasVersion {
      note(.noVersion, line)
      hasVersion = true
    }
    return nil
  }

  private mutating func property(_ line: VCardLine) -> ICalendarProperty? {
    if line.hadNUL { note(.removedNUL, line.number) }
    guard let property = ICalendarProperty(line) else {
      // Before anything begins, nothing is expected.
      if calendarLine != nil || isAnyEvent { note(.skippedLine, line.number) }
      return nil
    }
    if property.hadOtherBytes { note(.otherBytes, line.number) }
    return property
  }

  private mutating func note(_ what: ICalendarNote.What, _ line: Int) {
    if notes.count < limits.notes {
      notes.append(ICalendarNote(line: line, what))
    } else {
      notesLeftOut += 1
    }
  }

  // MARK: Components

  private mutating func pass(
    _ mark: ICalendarMark, at line: Int, _ properties: inout [ICalendarProperty]
  ) throws -> ICalendarEvent? {
    guard mark.isBegin else { return try end(mark.name, at: line, &properties) }
    let isCutOff = mark.name == "VEVENT" && open.has("VEVENT")
    let found = isCutOff ? try cutOff(&properties, before: "VEVENT", at: line) : nil
    begin(mark.name, at: line)
    return found
  }

  private mutating func begin(_ name: String, at line: Int) {
    switch name {
    case "VCALENDAR": calendarLine = calendarLine ?? line
    case "VEVENT":
      if calendarLine == nil && !isAnyEvent { note(.noCalendar, line) }
      isAnyEvent = true
    case "VTIMEZONE", "STANDARD", "DAYLIGHT": break
    default: leftOut[name, default: 0] += 1
    }
    open.begin(name, at: line)
  }

  private mutating func end(
    _ name: String, at line: Int, _ properties: inout [ICalendarProperty]
  ) throws -> ICalendarEvent? {
    guard open.has(name) else { return nil }
    var found: ICalendarEvent?
    while let component = open.end() {
      if component.name == "VEVENT" { found = try event(of: &properties, at: component.line) }
      if component.name == name { break }
      note(.addedEnd(component.name), line)
    }
    return found
  }

  /// Closes what is open, from an event on, before something that cannot be inside of it.
  private mutating func cutOff(
    _ properties: inout [ICalendarProperty], before name: String, at line: Int?
  ) throws -> ICalendarEvent? {
    guard name.isEmpty || open.has(name) else { return nil }
    var found: ICalendarEvent?
    while let component = open.end() {
      note(.addedEnd(component.name), line ?? component.line)
      if component.name == "VEVENT" { found = try event(of: &properties, at: component.line) }
      if component.name == name { break }
    }
    return found
  }

  private mutating func take(_ property: ICalendarProperty, into properties: inout [ICalendarProperty]) {
    switch open.innermost {
    case "VEVENT":
      if properties.count < limits.properties { properties.append(property) } else { propertiesLeftOut += 1 }
    case "VCALENDAR":
      if property.name == "VERSION" { hasVersion = true }
      if property.name == "X-WR-TIMEZONE" { zoneOfCalendar = Zone.meant(by: property.text) }
      if property.name == "METHOD" { isCancelling = property.value.uppercased() == "CANCEL" }
    default: break
    }
  }

  /// What a zone is taken for is said once in a file.
  private mutating func isNew(_ what: ICalendarNote.What) -> Bool {
    switch what {
    case .likeZone(let name, let zone), .describedZone(let name, let zone), .shiftingZone(let name, let zone):
      saidZones.insert("\(name)\n\(zone)").inserted
    default: true
    }
  }

  // MARK: Events

  private mutating func event(
    of properties: inout [ICalendarProperty], at line: Int
  ) throws -> ICalendarEvent? {
    defer { (properties, propertiesLeftOut) = ([], 0) }
    if propertiesLeftOut > 0 { note(.tooManyProperties(propertiesLeftOut), line) }
    // The clocks of a zone may be described behind the events: they are read when somebody needs them.
    if !hasZones, properties.contains(where: { $0.parameter("TZID").map(Zone.surely) == .some(nil) }) {
      zones = try ICalendarZones(of: file, as: encoding, lineBytes: limits.lineBytes)
      hasZones = true
    }
    var builder = ICalendarEventBuilder(
      line: line, zone: asked ?? zoneOfCalendar ?? .utc, isSaid: asked == nil && zoneOfCalendar != nil,
      zones: zones)
    let built = builder.event(properties)
    zones = builder.zones
    for found in builder.notes where isNew(found.what) { note(found.what, found.line) }
    guard var built else { return nil }
    if isCancelling { built.event.status = .cancelled }
    return built
  }
}

/// An offset of UTC as iCalendar writes it: `+0530` (section 3.3.14).
enum ICalendarOffset {
  static func seconds(_ text: String) -> Int? {
    let digits = text.dropFirst()
    guard let sign = text.first, sign == "+" || sign == "-", [4, 6].contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
    else { return nil }
    let whole = digits.utf8.count == 6 ? number : number * 100
    let seconds = whole / 10_000 * 3_600 + whole / 100 % 100 * 60 + whole % 100
    return sign == "-" ? -seconds : seconds
  }

  static func text(_ seconds: Int) -> String {
    let size = abs(seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let rest = size % 60 == 0 ? "" : two(size % 60)
    return (seconds < 0 ? "-" : "+") + two(size / 3_600) + two(size / 60 % 60) + rest
  }
}
