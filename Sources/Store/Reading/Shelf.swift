import Model
import Synchronization

/// Small kinds of record as they were last read, so that after a change only what changed is read again: ten
/// thousand activities would otherwise cost a tenth of a second after each key.
final class Shelf: Sendable {
  /// Of which state of the store something is: the journal's last entry, and the last in the log of what was let
  /// out or erased: of an erasure the journal does not tell.
  struct Mark: Sendable, Equatable {
    var entry: Int64
    var logged: Int64
  }

  private struct Kept: Sendable {
    let mark: Mark
    let records: any Sendable
  }

  private let kept = Mutex<[RecordKind: Kept]>([:])
  private struct Count: Sendable {
    let name: String
    let mark: Mark
    let answer: any Sendable
  }

  /// What was dear to count, by the question: of each the last day or scheme asked for is enough.
  private let counted = Mutex<[String: Count]>([:])

  func clear() {
    kept.withLock { $0 = [:] }
    counted.withLock { $0 = [:] }
  }

  func take<R: Model.Record>(_: R.Type) -> (mark: Mark, records: [R])? {
    guard let kept = kept.withLock({ $0[R.kind] }), let records = kept.records as? [R] else { return nil }
    return (kept.mark, records)
  }

  fileprivate func count<T: Sendable>(_ name: String, as _: T.Type) -> (mark: Mark, answer: T)? {
    guard let found = counted.withLock({ $0[Self.question(name)] }), found.name == name,
      let answer = found.answer as? T
    else {
      return nil
    }
    return (found.mark, answer)
  }

  fileprivate func put(_ name: String, _ mark: Mark, _ answer: some Sendable) {
    counted.withLock { $0[Self.question(name)] = Count(name: name, mark: mark, answer: answer) }
  }

  /// "asked" of "asked 2015-09-15".
  private static func question(_ name: String) -> String { String(name.prefix { $0 != " " }) }

  func put<R: Model.Record>(_ records: [R], _ mark: Mark) {
    kept.withLock { kept in
      // Somebody on another thread may have read a later state meanwhile.
      if let other = kept[R.kind], other.mark.entry > mark.entry, other.mark.logged >= mark.logged { return }
      kept[R.kind] = Kept(mark: mark, records: records)
    }
  }
}

extension Reader {
  private var mark: Shelf.Mark? {
    get throws {
      try row(
        "SELECT ifnull((SELECT max(id) FROM journal), 0), ifnull((SELECT max(id) FROM disclosure), 0)",
        isOften: true
      ).map { Shelf.Mark(entry: $0[0], logged: $0[1]) }
    }
  }

  /// What takes long to count, counted anew only when a record of some kinds has changed since. An entry of the journal
  /// without rows wrote in bulk, which may be any kind.
  /// - Parameter name: of the question, with all that it depends on.
  func kept<T: Sendable>(_ name: String, over kinds: [RecordKind], _ count: () throws -> T) throws -> T {
    guard let mark = try mark else { return try count() }
    if let (known, answer) = shelf.count(name, as: T.self), known.logged == mark.logged,
      known.entry <= mark.entry
    {
      if known.entry == mark.entry { return answer }
      let changed = try value(
        Bool.self,
        """
        SELECT EXISTS (SELECT 1 FROM journal_row
            WHERE journal > ?1 AND kind IN (SELECT value FROM json_each(?2)))
          OR EXISTS (SELECT 1 FROM journal
            WHERE id > ?1 AND NOT EXISTS (SELECT 1 FROM journal_row WHERE journal = journal.id))
        """, [known.entry, Body.list(kinds.map(\.rawValue))], isOften: true)
      if changed == false {
        shelf.put(name, mark, answer)
        return answer
      }
    }
    let answer = try count()
    shelf.put(name, mark, answer)
    return answer
  }

  /// All records of a small kind, by id.
  func all<R: Model.Record>(_: R.Type = R.self) throws -> [R] {
    guard let mark = try mark else { return [] }
    if let (known, records) = shelf.take(R.self), known.logged == mark.logged, known.entry <= mark.entry {
      if known.entry == mark.entry { return records }
      if let fresh = try renewed(records, since: known.entry) {
        shelf.put(fresh, mark)
        return fresh
      }
    }
    let sql = "SELECT id, version, body FROM \"\(R.kind.rawValue)\" ORDER BY id"
    let records: [R] = try self.records(sql, [])
    shelf.put(records, mark)
    return records
  }

  /// All records of a small kind with some of their fields alone, unless they are at hand whole.
  func all<R: Model.Record>(_: R.Type = R.self, only fields: [String]) throws -> [R] {
    if shelf.take(R.self) != nil { return try all() }
    return try kept("\(R.kind.rawValue)-in-part \(fields)", over: [R.kind]) {
      let columns = fields.map { ", body ->> '$.\($0)'" }.joined()
      return try rows("SELECT id, version\(columns) FROM \"\(R.kind.rawValue)\" ORDER BY id").map { row in
        var values: [String: String] = [:]
        for (place, field) in fields.enumerated() { values[field] = row[place + 2] as String? }
        return R(id: row[0], version: row[1], values: values)
      }
    }
  }

  /// The records with what changed since an entry of the journal; nil where that is too much to go through.
  private func renewed<R: Model.Record>(_ records: [R], since entry: Int64) throws -> [R]? {
    let changed = try values(
      String.self, "SELECT DISTINCT record FROM journal_row WHERE journal > ? AND kind = ? LIMIT 1000",
      [entry, R.kind.rawValue], isOften: true)
    guard changed.count < 1_000 else { return nil }
    var records = records
    for id in changed {
      let fresh: R? = try record(R.self, id)
      let place = records.place(of: id)
      let isThere = place < records.count && records[place].id == id
      if let fresh {
        if isThere { records[place] = fresh } else { records.insert(fresh, at: place) }
      } else if isThere {
        records.remove(at: place)
      }
    }
    return records
  }
}

extension Array where Element: Model.Record {
  /// Where a record of that id stands, or would stand, in the order of SQLite: byte by byte.
  fileprivate func place(of id: RecordID) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].id.utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
