import Model

/// A new stakeholder as a row of its table, made ready on another thread than the one that writes.
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

  /// The fields that a body may have, in its order.
  public struct Fields: Sendable {
    fileprivate let all: [Field<Stakeholder>]

    /// - Parameter given: the names of those that new records are given; none has more but what every record has.
    public init(given: some Sequence<String>) {
      let given = Set(given)
      let blank = Stakeholder(id: "")
      all = Stakeholder.fields.filter { given.contains($0.name) || !$0.read(blank).isEmpty }
        .sorted { $0.name < $1.name }
    }

    /// All that there are.
    public static let any = Fields(given: Stakeholder.fields.map(\.name))
  }

  public init(_ stakeholder: Stakeholder, isIDFree: Bool, fields: Fields = .any) {
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
    body = Body.bytes(of: stakeholder, fields.all)
    acts = stakeholder.participation.map { ($0.kind, $0.count) }
  }
}

/// What a bulk write does with one record.
public enum BulkStep: Sendable {
  case add(BulkRow)
  /// - Parameter before: as the feed's own view of the store has it.
  case change(before: Stakeholder, after: Stakeholder)
}

/// Steps that travel together, and how far their file was read.
public struct BulkBatch: Sendable {
  public var steps: [BulkStep] = []
  /// Rows of the file, rejected ones and all.
  public var rows = 0
  /// Bytes of the file.
  public var bytes = 0
  /// About how many rows the whole file has.
  public var expectedRows = 0

  public init() {}
}
