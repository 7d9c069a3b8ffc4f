/// Some fields of a kind of record, by their places in its table: for the paths that a million records take.
public struct FieldSet: Sendable, Equatable {
  private var bits: UInt64

  public static let none = FieldSet(bits: 0)
  public static let all = FieldSet(bits: .max)

  private init(bits: UInt64) { self.bits = bits }

  public init(_ members: some Sequence<UInt64>) { bits = members.reduce(0, |) }

  /// The field at that place in the table. From the sixty-fourth on, fields share one.
  public static func bit(_ place: Int) -> UInt64 { 1 << UInt64(min(place, 63)) }

  public mutating func insert(_ bit: UInt64) { bits |= bit }
  public func contains(_ bit: UInt64) -> Bool { bits & bit != 0 }
  public func union(_ other: FieldSet) -> FieldSet { FieldSet(bits: bits | other.bits) }
}
