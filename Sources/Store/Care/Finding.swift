import Model

/// Something that a check of a store finds: each sort has a sentence of its own.
public enum Finding: Sendable, Equatable {
  /// What SQLite says of the file.
  case damage(String)
  /// A row whose values cannot be read, as `table:id`.
  case unreadable(String)
  /// An entry of the journal that cannot be read.
  case journal(Int64)
  /// A row that belongs to one that is not there, by their tables.
  case orphan(String, of: String)
  /// The index by whose words records of a kind are found does not fit them.
  case words(RecordKind)
  /// What is counted of a value is not what there is.
  case count(dimension: String, value: String, stored: Int, counted: Int)
  /// So many records of a kind are listed, filtered or counted by other values than they have.
  case columns(RecordKind, Int)
  /// The log of disclosures is not as it was written.
  case audit(AuditFault)
  /// A reference that leads to no record.
  case stray(StrayReference)
  /// A merge of the past put into the public register what nobody had agreed to.
  case published(PublishedByMerge)

  /// Whether something is lost or torn that no other part of the store tells.
  public var isOfFile: Bool {
    switch self {
    case .damage, .unreadable, .journal, .orphan: true
    case .words, .count, .columns, .audit, .stray, .published: false
    }
  }

  /// Whether it is derived from the records, and `repair` makes it anew.
  public var isDerived: Bool {
    switch self {
    case .words, .count, .columns: true
    case .damage, .unreadable, .journal, .orphan, .audit, .stray, .published: false
    }
  }

  /// What the machine says of it, for a sentence about the whole file.
  var line: String? {
    switch self {
    case .damage(let line): line
    case .unreadable(let row): row
    case .journal(let entry): "journal:\(entry)"
    case .orphan(let table, let other): "\(table) -> \(other)"
    case .words, .count, .columns, .audit, .stray, .published: nil
    }
  }
}
