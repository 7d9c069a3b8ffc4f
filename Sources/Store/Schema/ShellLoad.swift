import GRDB

/// What the shell of SQLite has to be told to load the stakeholders of a store into another file, with the same
/// tables and indexes: what an import is measured against.
public struct ShellLoad: Sendable {
  private let table: String
  private let indexes: [(name: String, sql: String)]
  private let search: String
  private let columns: String

  public init(of library: Library) throws {
    (table, indexes, search, columns) = try library.withReader { reader in
      let db = reader.db
      func sql(_ name: String) throws -> String {
        try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [name]) ?? ""
      }
      let indexes = try Row.fetchAll(
        db,
        sql: """
          SELECT name, sql FROM sqlite_master
          WHERE type = 'index' AND tbl_name = 'stakeholder' AND sql IS NOT NULL
          """
      ).map { (name: $0[0] as String, sql: $0[1] as String) }
      let names = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('stakeholder')")
      // A CSV cannot say NULL, and this column is nothing else in such rows.
      let isEmpty = { (text: String) in text.contains("written_key") }
      return (
        try sql("stakeholder").replacing(", written_key TEXT", with: ""), indexes.filter { !isEmpty($0.sql) },
        try sql("stakeholder_search"), names.filter { !isEmpty($0) }.joined(separator: ", ")
      )
    }
  }

  /// Writes rows as the shell will read them, those after a row only.
  public func rows(after row: Int, to file: String) -> String {
    """
    .mode csv
    .output \(file)
    SELECT \(columns) FROM stakeholder WHERE row > \(row) ORDER BY row;
    """
  }

  /// Makes the tables, with a log as a store has it.
  public var begin: String {
    """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    \(table);
    \(search);

    """
  }

  /// Loads the rows the quickest way that the shell has: the indexes are made at the end.
  public func load(_ file: String, after row: Int) -> String {
    """
    PRAGMA cache_size = -65536;
    BEGIN;
    \(row == 0 ? "" : indexes.map { "DROP INDEX \($0.name);" }.joined(separator: "\n"))
    .import --csv \(file) stakeholder
    \(indexes.map { $0.sql + ";" }.joined(separator: "\n"))
    INSERT INTO stakeholder_search (rowid, search_text)
      SELECT row, search_text FROM stakeholder WHERE row > \(row);
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);

    """
  }
}
