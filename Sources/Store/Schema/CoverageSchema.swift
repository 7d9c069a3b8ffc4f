import GRDB
import Model

extension Schema {
  /// Items in the media: there may be a million, of which tables are counted over any days and conditions.
  ///
  /// - `coverage.at`: minutes since 1970 by the item's own calendar and clock; a whole day comes before its
  ///   minutes.
  /// - `coverage.facets`: see `CoverageFacets`; `coverage.story`: a number of `coverage_name`, 0 for an
  ///   item alone.
  /// - `guid_key`, `link_key`, `title_key`: numbers by which an import finds what is stored already; what
  ///   they are made of is compared as well.
  /// - `coverage_name`: numbers for stories, launches and feeds, each kind of its own from 1.
  /// - `coverage_block`: what of the rows is counted, packed: see `CoverageBlocks`.
  static let coverage = """
    CREATE TABLE coverage (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL CHECK (version > 0),
      at INTEGER NOT NULL,
      facets INTEGER NOT NULL,
      story INTEGER NOT NULL,
      guid_key INTEGER,
      link_key INTEGER,
      title_key INTEGER NOT NULL,
      search_text TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
    CREATE VIRTUAL TABLE coverage_search USING fts5(
      search_text, content = 'coverage', content_rowid = 'row', prefix = '1 2 3',
      tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
    );
    CREATE TABLE coverage_name (
      kind TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
      PRIMARY KEY (kind, number), UNIQUE (kind, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE coverage_block (block INTEGER PRIMARY KEY, packed BLOB NOT NULL) STRICT;
    \(coverageIndexes)
    """

  static let coverageIndexes = """
    CREATE INDEX coverage_by_time ON coverage(at, row, facets, story);
    CREATE INDEX coverage_by_story ON coverage(story, at, row, facets) WHERE story > 0;
    CREATE INDEX coverage_by_guid ON coverage(guid_key) WHERE guid_key IS NOT NULL;
    CREATE INDEX coverage_by_link ON coverage(link_key) WHERE link_key IS NOT NULL;
    CREATE INDEX coverage_by_title ON coverage(title_key);
    """

  /// Few items are coded for single messages.
  static let isCodedForMessages =
    "(body ->> '$.points_right' IS NOT NULL OR body ->> '$.points_wrong' IS NOT NULL)"

  /// Since schema 7.
  static let coverageByMessage =
    "CREATE INDEX coverage_by_message ON coverage(at) WHERE \(isCodedForMessages)"

  static let coverageIndexNames = [
    "coverage_by_time", "coverage_by_story", "coverage_by_guid", "coverage_by_link", "coverage_by_title",
  ]
}

/// Items in the media of schema 3, which were a small kind then.
enum CoverageMigration {
  static func run(in db: Database) throws {
    try db.execute(sql: "DROP INDEX coverage_by_time; ALTER TABLE coverage RENAME TO old_coverage")
    try db.execute(sql: Schema.coverage)
    let writer = CoverageTable()
    let rows = try Row.fetchCursor(db, sql: "SELECT id, version, body FROM old_coverage ORDER BY id")
    while let row = try rows.next() {
      let body: String = row[2]
      try writer.insert(Coverage(id: row[0], version: row[1], values: Body.values(body)), body: body, in: db)
    }
    try writer.finish(in: db)
    try db.execute(sql: "DROP TABLE old_coverage")
  }
}
