import Testing

/// Where the store holds a connection of its database, and where it only asks.
@Suite struct StoreRules {
  /// Beside the schema, erasure and what is written in bulk: the verbs that questions ask with, the door of
  /// writes, the journal, and the tables of which more is stored than records.
  private static let connected: Set<String> = [
    "Library", "Opening", "StoreProblem", "Watcher", "Reader", "Transaction", "Journal", "Personal", "Draft",
    "Validity",
    "MergeStakeholders",
    "TableWriter", "StakeholderTable", "StakeholderColumns", "StakeholderUpdate", "StakeholderUIDs",
    "CoverageTable",
    "CoverageBlocks", "ResponseTable", "CodeBook",
    "Tally",
    "BulkIndexes", "BulkInserter", "BulkProgress", "BulkUndo", "BulkWrite", "BulkWriter", "BulkLoad",
    "Incoming", "StepwiseWrite",
    "Schema", "AudienceMigration", "CoverageSchema", "EvaluationSchema", "FoldingMigration",
    "ProgrammeSchema", "ShellLoad",
    "Disclosures", "AuditChain", "ErasedCheck", "Erasure", "KeyedHash", "PersonalDataQuery", "NamingErasure",
    "SharedSettings",
    "Naming",
    "StrayReferences", "Grants", "Masks", "Permission",
    // Care of the file itself: copies, what SQLite says of it, and what is made anew.
    "StoreMaking", "WholeCopy", "Restoration", "Soundness", "StoreCheck", "Repair",
    // What has no verb: a walk through a million rows without an object for each, and SQL's own functions.
    "CrossCounts", "FieldHasWords",
  ]

  @Test func `Questions ask with the verbs of the reader, changes write with those of their transaction`() {
    let connection = /\.db\b|\bDatabase\b/
    for file in House.sources where file.module == "Store" {
      let name = String(file.path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
      let isConnected =
        file.imports.contains("GRDB") || file.code.contains { $0.contains(connection) }
      #expect(!isConnected || Self.connected.contains(name), "\(file.path) holds a connection")
    }
  }
}
