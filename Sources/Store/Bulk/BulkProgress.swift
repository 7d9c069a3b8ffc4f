import GRDB
import GRDBSQLite

/// How far a bulk write is.
public struct BulkProgress: Sendable, Equatable {
  public enum Phase: Sendable, Equatable {
    case writing
    /// Sorting the indexes anew: how many are done, of how many.
    case indexing(Int, of: Int)
    /// Committing: from here on there is no way back.
    case saving
  }

  public var phase = Phase.writing
  /// Rows and bytes of the file so far, and about how many rows it has.
  public var rows = 0
  public var bytes = 0
  public var expectedRows = 0

  public init() {}
}

/// Asks now and then, while SQLite is at work on one long statement, whether to go on.
final class StatementWatch {
  private let goesOn: () -> Bool
  /// So many steps of SQLite's machine: some milliseconds.
  private static let interval: Int32 = 100_000

  private init(_ goesOn: @escaping () -> Bool) { self.goesOn = goesOn }

  static func during<T>(_ db: Database, goesOn: () -> Bool, _ body: () throws -> T) throws -> T {
    try withoutActuallyEscaping(goesOn) { goesOn in
      let watch = StatementWatch(goesOn)
      let connection = db.sqliteConnection
      sqlite3_progress_handler(
        connection, interval,
        { context in
          Unmanaged<StatementWatch>.fromOpaque(context!).takeUnretainedValue().goesOn() ? 0 : 1
        }, Unmanaged.passUnretained(watch).toOpaque())
      defer { sqlite3_progress_handler(connection, 0, nil, nil) }
      return try withExtendedLifetime(watch) { try body() }
    }
  }
}
