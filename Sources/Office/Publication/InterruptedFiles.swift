import Interchange
import Phrases
import Store

extension Library {
  /// Gives files their names once something is written down about them, together with what is left to do until then: who is
  /// killed between two names leaves that to whoever opens the store next.
  /// - Throws: what `record` throws, and none of them is there; `RecordedUnwritten` where only the names are lacking.
  func commit(_ files: FileSet, recording record: (Unfinished) throws -> Void) throws -> [String] {
    var names: Unfinished?
    // What cannot take its name is said at once, and how it is written again; the next start tries it once more.
    let written = try files.commit { pending in
      let unfinished = Unfinished(pending.text)
      try record(unfinished)
      names = unfinished
    }
    if let names { end(names) }
    return written
  }

  /// The same of files about which nothing is written down. Where the store is only read they take their names one by one.
  public func commit(_ files: FileSet) throws -> [String] {
    if access.isReading { return try files.commit() }
    return try commit(files) { try begin($0) }
  }

  /// Finishes what was interrupted between two names of files, as far as it is this account's.
  /// - Returns: what is to be said of it; nil where there was nothing to do.
  public func finishFiles() -> Phrase? {
    guard !access.isReading, let all = try? read(AllUnfinished()), !all.isEmpty else { return nil }
    var (named, lost): ([String], [String]) = ([], [])
    for one in all {
      guard let ending = PendingFiles(one.text)?.finish(), !ending.isOthers else { continue }
      named += ending.named
      lost += ending.lost
      end(one)
    }
    let news = named.isEmpty ? nil : Phrase(.filesNamed, .number(named.count), .list(named, first: 3))
    let loss = lost.isEmpty ? nil : Phrase(.filesLost, .number(lost.count), .list(lost, first: 3))
    guard let news, let loss else { return news ?? loss }
    return Phrase(.followed, .phrase(news), .phrase(loss))
  }
}
