import Model
import Synchronization

extension RecordKind {
  /// Whether its records have fields that a viewer does not see.
  public var isPrivate: Bool { Masks.fields[self] != nil }
}

/// Whose records with private fields somebody has open. It stands in the store from the first moment on, among the settings
/// that belong to nobody, and becomes one line of the log when it is over: a line for each record would be no log that
/// anybody reads. Where the session is killed, whoever opens the store later writes that line.
public struct OpenReading: Sendable {
  /// After so many seconds what was read is one line.
  public static let span = 600
  private static let prefix = "reading."
  /// Whoever lives has written their line by then.
  private static let longest = span + 60

  private let id = NewID.make()
  public var records: [RecordReference] = []

  public init() {}

  fileprivate var name: String { Self.prefix + id }

  fileprivate static func disclosure(_ records: [RecordReference], as format: String) -> Disclosure {
    let named = records.prefix(100).map(\.description)
    let rest = records.count > named.count ? ["+\(records.count - named.count)"] : []
    return Disclosure(
      .read, format: format, records: records.count, selection: (named + rest).joined(separator: " "))
  }

  fileprivate func text(of who: String, at now: Int) -> String {
    let line = Self.disclosure(records, as: "screen")
    return Body.text([
      "who": who, "at": String(now), "records": String(line.records), "selection": line.selection,
    ])
  }

  /// The lines that are not in the log yet, by the names of their rows.
  static func lines(in reader: Reader) throws -> [(name: String, line: Disclosure)] {
    try SharedSettings.all(beginning: prefix, in: reader).map { name, value in
      let values = Body.values(value)
      var line = Disclosure(
        .read, format: "screen", records: values["records"].flatMap { Int($0) } ?? 0,
        selection: values["selection"] ?? "")
      (line.at, line.who) = (values["at"].flatMap { Int($0) } ?? 0, values["who"] ?? "")
      return (name, line)
    }
  }

  /// The same of those who are gone without having written them.
  static func left(in reader: Reader, now: Int) throws -> [(name: String, line: Disclosure)] {
    try lines(in: reader).filter { $0.line.at < now - longest }
  }
}

extension Library {
  /// Writes down which records with private fields somebody has had open.
  /// - Parameter format: where they were shown: `screen`, or as what a command wrote them.
  public func logReading(_ records: [RecordReference], as format: String = "screen") throws {
    try disclose(OpenReading.disclosure(records, as: format))
  }

  /// Notes what somebody reads, before it is over.
  public func note(_ reading: OpenReading) throws {
    try maintain { try SharedSettings.set(reading.name, to: reading.text(of: who, at: now), in: $0) }
  }

  /// Writes the line of what somebody has read.
  public func log(_ reading: OpenReading) throws {
    try writeShared(needs: .export) { db in
      try Self.log(OpenReading.disclosure(reading.records, as: "screen"), who: who, now: now, in: db)
      try SharedSettings.forget(reading.name, in: db)
    }
  }

  /// Writes the lines of those whose sessions were killed.
  func logLeftReadings() throws {
    guard try withReader({ try !OpenReading.left(in: $0, now: now).isEmpty }) else { return }
    try maintain { db in
      // Another may have done so meanwhile.
      for (name, line) in try OpenReading.left(in: Reader(db), now: now) {
        try Self.log(line, who: line.who, now: line.at, in: db)
        try SharedSettings.forget(name, in: db)
      }
    }
  }

  /// The way by which a session that only reads notes what it shows: its own where it writes, else another one. As in
  /// `sibling`, nothing but SQLite opens the file here.
  /// - Throws: `StoreProblem` where the file takes no writing of this login.
  public func forReadings() throws(StoreProblem) -> Library {
    guard access.isReading else { return self }
    guard isCurrent else { throw .older(path) }
    try StoreFile(path: path).refuseReadOnly()
    let library = try Self.opened(path, who, Access(isReading: false, ceiling: ceiling), clock)
    hasNoted.store(true, ordering: .relaxed)
    return library
  }
}
