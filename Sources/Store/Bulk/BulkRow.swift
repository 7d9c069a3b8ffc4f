import Model

/// A new stakeholder as a row of its table, all that can be made ready without writing.
public struct BulkRow: Sendable {
  let id: RecordID
  /// Whether the id was made up for it, so that another would do as well.
  let isIDFree: Bool
  let nameKey: String
  let writtenKey: String?
  let country: String
  let joined: String
  let isRetired: Bool
  let bits: FacetBits
  let searchText: String
  let body: [UInt8]
  /// How often it took part, by kind.
  let acts: [(kind: ParticipationKind, count: Int)]
  /// By which UIDs other programs know it.
  let uids: [String]
  /// What it names.
  let references: [FieldReference]
  /// When the card was revised that it came by, in seconds since 1970; nil where nothing says it.
  let revision: Int?

  /// All fields in the order of a body, each with its place among the stakeholder's.
  private static let sorted = Stakeholder.fields.enumerated().sorted { $0.element.name < $1.element.name }
    .map { (field: $0.element, bit: FieldSet.bit($0.offset)) }
  /// The fields that every stakeholder has.
  private static let usual = FieldSet(
    Stakeholder.fields.enumerated().filter { !$0.element.read(Stakeholder(id: "")).isEmpty }
      .map { FieldSet.bit($0.offset) })
  private static let naming = sorted.filter { !$0.field.entry.forms.isEmpty }

  /// - Parameter given: the fields that were given a value; the others are as in a new record.
  public init(
    _ stakeholder: Stakeholder, given: FieldSet = .all, isIDFree: Bool, revision: Int? = nil
  ) {
    self.revision = revision
    let columns = StakeholderColumns(stakeholder, changed: 0, body: "")
    id = stakeholder.id
    self.isIDFree = isIDFree
    nameKey = columns.nameKey
    writtenKey = columns.writtenKey
    country = stakeholder.country
    joined = stakeholder.joined?.description ?? ""
    isRetired = stakeholder.retired != nil
    bits = FacetBits(stakeholder)
    searchText = columns.searchText
    let stated = given.union(Self.usual)
    body = Body.bytes(of: stakeholder, Self.sorted) { stated.contains($0) }
    acts = stakeholder.participation.map { ($0.kind, $0.count) }
    uids = stakeholder.uids
    references = Self.naming.flatMap { field, bit in
      stated.contains(bit) ? field.references(stakeholder).map { FieldReference(field.name, $0) } : []
    }
  }
}

/// What a bulk write does with one record.
public enum ImportStep: Sendable {
  /// - Parameters: as of `BulkRow`, which it becomes on the thread that has time for it.
  case new(Stakeholder, given: FieldSet = .all, isIDFree: Bool, revision: Int? = nil)
  case add(BulkRow)
  /// - Parameters:
  ///   - before: as the feed's own view of the store has it.
  ///   - revision: as in `BulkRow`.
  case change(before: Stakeholder, after: Stakeholder, revision: Int? = nil)

  /// The new row, made ready where it is not yet; nil for a change.
  var row: BulkRow? {
    switch self {
    case .new(let record, let given, let isIDFree, let revision):
      BulkRow(record, given: given, isIDFree: isIDFree, revision: revision)
    case .add(let row): row
    case .change: nil
    }
  }
}

/// Steps that travel together, and how far their file was read.
public struct BulkBatch: Sendable {
  public var steps: [ImportStep] = []
  /// Rows of the file, rejected ones and all.
  public var rows = 0
  /// Bytes of the file.
  public var bytes = 0
  /// About how many rows the whole file has.
  public var expectedRows = 0

  public init() {}

  /// The same with its new records made ready.
  var prepared: BulkBatch {
    var batch = self
    batch.steps = steps.map { step in step.row.map(ImportStep.add) ?? step }
    return batch
  }
}
