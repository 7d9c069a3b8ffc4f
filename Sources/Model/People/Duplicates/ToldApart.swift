/// Somebody looked at two records that seemed the same, and said that they are not. It holds no names, so that
/// an erased person leaves nothing in it.
public struct ToldApart: Record {
  public static let kind = RecordKind.toldApart

  public let id: RecordID
  public var version = 0
  public var first: RecordID = ""
  public var second: RecordID = ""
  /// Who said so: a login.
  public var who = ""
  public var day: Day?

  public init(id: RecordID) { self.id = id }

  public init(_ pair: DistinctPair, who: String, day: Day) {
    // No id has a slash in it.
    self.init(id: "\(pair.first)/\(pair.second)")
    (first, second, self.who, self.day) = (pair.first, pair.second, who, day)
  }

  public var title: String { id }

  public static let fields: [Field<ToldApart>] = [
    .reference("first", \.first, to: .stakeholder, isRequired: true),
    .reference("second", \.second, to: .stakeholder, isRequired: true), .line("who", \.who),
    .day("day", \.day),
  ]

  public static let onErasure: [String: OnErasure] = ["first": .goes, "second": .goes]
}

/// Where a record went that was merged into another: its id still leads somewhere, in releases of the register,
/// in notices and in files that are imported again.
public struct MergedRecord: Record {
  public static let kind = RecordKind.merged

  /// The id of the record that is no more.
  public let id: RecordID
  public var version = 0
  public var into: RecordID = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { id }

  public static let fields: [Field<MergedRecord>] = [
    .reference("into", \.into, to: .stakeholder, isRequired: true)
  ]

  public static let onErasure: [String: OnErasure] = ["into": .goes]
}
