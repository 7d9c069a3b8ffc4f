import GRDB
import Model

/// The tables of a store.
enum Schema {
  /// A store of schema 3 has been through the first three. One that landed never changes; a new one follows it.
  static let migrations: [(name: String, run: @Sendable (Database) throws -> Void)] = [
    (
      "1 stakeholders, documents, journal",
      { db in
        try db.execute(sql: stakeholders + documents + journal)
        try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
      }
    ),
    ("2 people, consent, register", { try $0.execute(sql: people + unplanned) }),
    (
      "3 programme, press office",
      { db in
        try db.execute(sql: programme)
        try ProgrammeMigration.run(in: db)
      }
    ),
    (
      "4 evaluation, surveys, media, voices",
      { db in
        try db.execute(sql: evaluation)
        try CoverageMigration.run(in: db)
      }
    ),
    ("5 proposals of the network", { try $0.execute(sql: document("proposal")) }),
    (
      "6 partnerships, risks, messages",
      { try $0.execute(sql: document("partnership") + document("risk") + document("message")) }
    ),
    (
      "7 messages in the media, audiences by rule",
      // What was counted here the next one counts anew.
      { try $0.execute(sql: coverageByMessage) }
    ),
    ("8 audiences as far as they are known", { try AudienceMigration.run(in: $0) }),
    ("9 UIDs of other programs", { try $0.execute(sql: StakeholderUIDs.table) }),
    ("10 names found in every script", { try FoldingMigration.run(in: $0) }),
    ("11 who may do what", { try $0.execute(sql: RoleTable.schema) }),
    (
      "12 a chain of disclosures",
      { db in
        try db.execute(sql: AuditChain.migration)
        try AuditChain.close(in: db)
      }
    ),
    ("13 what comes in beside other work", { try $0.execute(sql: Incoming.schema) }),
  ]

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, migration) in migrations.enumerated() {
      migrator.registerMigration(migration.name) { db in
        try migration.run(db)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }

  /// Brings an older store up to date as one transaction: whoever breaks off leaves it as it was.
  static func bringUpToDate(_ db: Database) throws {
    // Tables are made anew here: references are looked at when all is done.
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
    try db.inTransaction(.immediate) {
      // The table of GRDB's own migrator, which makes new stores.
      try db.execute(
        sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      let done = Set(try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations"))
      for (index, migration) in migrations.enumerated() where !done.contains(migration.name) {
        try migration.run(db)
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [migration.name])
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
      try db.checkForeignKeys()
      return .commit
    }
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
  private static let documents = ["activity", "launch", "launch-cell", "evidence"].map(document).joined()

  static func document(_ kind: String) -> String {
    """
    CREATE TABLE "\(kind)" (
      id TEXT PRIMARY KEY NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT, WITHOUT ROWID;
    """
  }

  /// What a person is known for, allowed and was told.
  ///
  /// - `stakeholder.origin`: the journal's entry that added the record with many others; such a record has no
  ///   row of its own in the journal, and `journal.added` says how many there are.
  /// - `stakeholder.written_key`: the folded name where `name_key` is that of another name to order by.
  /// - `register_entry`: who stood in a release, under which number; `digest` tells whether what stood there has
  ///   changed since. Of an erased person the title is empty, and the stakeholder a word that nobody else has.
  /// - `disclosure`: what left the house, without the personal values.
  /// - `erased`: keyed hashes by which an erased person is recognized, and by nothing else.
  private static let people =
    ["engagement", "request", "view", "mapping", "focal-point", "release", "notice", "told-apart", "merged"]
    .map(document).joined()
      + """
      CREATE INDEX engagement_by_stakeholder ON engagement(body ->> '$.stakeholder', body ->> '$.day');
      CREATE INDEX engagement_to_follow ON engagement(body ->> '$.follow_up')
        WHERE body ->> '$.follow_up' IS NOT NULL AND body ->> '$.followed_up' IS NULL;
      CREATE INDEX stakeholder_to_review ON stakeholder(body ->> '$.retain_until')
        WHERE body ->> '$.retain_until' IS NOT NULL;
      ALTER TABLE journal ADD COLUMN why TEXT NOT NULL DEFAULT '';
      ALTER TABLE journal ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE stakeholder ADD COLUMN origin INTEGER REFERENCES journal(id);
      ALTER TABLE stakeholder ADD COLUMN written_key TEXT;
      CREATE INDEX stakeholder_by_written_name ON stakeholder(written_key) WHERE written_key IS NOT NULL;
      CREATE INDEX stakeholder_by_origin ON stakeholder(origin) WHERE origin IS NOT NULL;
      CREATE TABLE register_entry (
        release TEXT NOT NULL, stakeholder TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (release, stakeholder)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE disclosure (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        who TEXT NOT NULL,
        name TEXT NOT NULL,
        purpose TEXT NOT NULL,
        format TEXT NOT NULL,
        records INTEGER NOT NULL,
        selection TEXT NOT NULL
      ) STRICT;
      CREATE TABLE erased (digest TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE secret (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
      """

  /// Steps against barriers are new: so far every barrier is without one. Its bits stand 33 places above those
  /// of the barriers (see `FacetBits`).
  private static let unplanned = """
    UPDATE stakeholder SET more_facets = more_facets | ((more_facets & (15 << 15)) << 33)
      WHERE more_facets & (15 << 15) != 0;
    INSERT INTO tally (dimension, value, stakeholders)
      SELECT 'unplanned', value, stakeholders FROM tally WHERE dimension = 'barriers';
    """

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
