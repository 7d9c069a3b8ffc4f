import GRDB
import Model

/// The tables of a store. A migration, once landed, never changes; a new one follows it.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 stakeholders, documents, journal") { db in
      try db.execute(sql: stakeholders)
      try db.execute(sql: documents)
      try db.execute(sql: journal)
      try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(StoreFile.schema)")
    }
    return migrator
  }

  /// `body` holds the fields as text by name; the other columns repeat what lists sort and filter by.
  /// `facets` and `more_facets` are sets of values as bits: see `FacetBits`.
  private static let stakeholders = """
    CREATE TABLE stakeholder (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL CHECK (version > 0),
      name_key TEXT NOT NULL,
      country TEXT NOT NULL,
      joined TEXT NOT NULL,
      changed INTEGER NOT NULL,
      retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
      facets INTEGER NOT NULL,
      more_facets INTEGER NOT NULL,
      search_text TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
    CREATE VIRTUAL TABLE stakeholder_search USING fts5(
      search_text, content = 'stakeholder', content_rowid = 'row', prefix = '1 2 3',
      tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
    );
    CREATE TABLE tally (
      dimension TEXT NOT NULL, value TEXT NOT NULL, stakeholders INTEGER NOT NULL,
      PRIMARY KEY (dimension, value)
    ) STRICT, WITHOUT ROWID;
    \(stakeholderIndexes)
    """

  static let stakeholderIndexes = """
    CREATE INDEX stakeholder_by_name
      ON stakeholder(retired, name_key, row, facets, more_facets, country);
    CREATE INDEX stakeholder_by_country ON stakeholder(retired, country, name_key, row, facets, more_facets);
    CREATE INDEX stakeholder_by_joined ON stakeholder(retired, joined, name_key, row, facets, more_facets);
    CREATE INDEX stakeholder_by_change ON stakeholder(retired, changed, name_key, row, facets, more_facets);
    """

  static let stakeholderIndexNames = [
    "stakeholder_by_name", "stakeholder_by_country", "stakeholder_by_joined", "stakeholder_by_change",
  ]

  /// Everything that is small: whole tables are read at once.
  private static let documents = RecordKind.allCases.filter { $0 != .stakeholder }.map { kind in
    """
    CREATE TABLE "\(kind.rawValue)" (
      id TEXT PRIMARY KEY NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT, WITHOUT ROWID;
    """
  }.joined()

  /// `state`: a change is done or undone; the entry that undid or redid it points to it by `target`.
  /// A row's `before` is null where the record was made, its `after` where it was removed. (SQLite before 3.41
  /// takes a null for invalid JSON.)
  private static let journal = """
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'undo', 'redo', 'kept')),
      target INTEGER REFERENCES journal(id)
    ) STRICT;
    CREATE INDEX journal_by_person ON journal(who, state, id);
    CREATE TABLE journal_row (
      journal INTEGER NOT NULL REFERENCES journal(id),
      kind TEXT NOT NULL,
      record TEXT NOT NULL,
      title TEXT NOT NULL,
      before TEXT CHECK (before IS NULL OR json_valid(before)),
      after TEXT CHECK (after IS NULL OR json_valid(after))
    ) STRICT;
    CREATE INDEX journal_row_by_journal ON journal_row(journal);
    CREATE INDEX journal_row_by_record ON journal_row(kind, record);
    CREATE TABLE draft (
      who TEXT NOT NULL,
      kind TEXT NOT NULL,
      record TEXT NOT NULL,
      based_on INTEGER NOT NULL,
      at INTEGER NOT NULL,
      base TEXT NOT NULL CHECK (json_valid(base)),
      body TEXT NOT NULL CHECK (json_valid(body)),
      PRIMARY KEY (who, kind, record)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE preference (
      who TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (who, name)
    ) STRICT, WITHOUT ROWID;
    """
}
