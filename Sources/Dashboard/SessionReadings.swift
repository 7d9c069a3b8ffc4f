import Store

/// Whose records with private details were open here, for the log of disclosures.
extension Session {
  /// So many seconds go by before what was read is logged in one line: a line for each record would be no log that
  /// anybody reads.
  private static let span = 600

  func noteReading() {
    guard !look.access.isReading, look.access.seesContacts, let opened = shell.workplace.opened,
      opened.kind.isPrivate
    else { return }
    if readings.isEmpty { readSince = look.now }
    if !readings.contains(opened) { readings.append(opened) }
  }

  /// Seconds until `logReadings` has something to do; nil where it has nothing.
  var secondsToLog: Int? { readings.isEmpty || isStoreShut ? nil : readSince + Self.span - clock() }

  func logReadings() {
    guard !readings.isEmpty, isOver || look.now - readSince >= Self.span, !isStoreShut else { return }
    // What cannot be logged now is logged with what follows.
    guard (try? library.logReading(readings)) != nil else { return }
    readings = []
  }
}
