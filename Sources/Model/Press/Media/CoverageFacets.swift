/// What an item in the media is counted by, as the bits of one number: a million of them are gone through
/// in some hundredths of a second.
///
/// The places are stored. A vocabulary may grow only as far as its bits reach; else a migration rewrites
/// the rows.
public struct CoverageFacets: Sendable, Equatable {
  public var bits: Int64

  public init(bits: Int64) { self.bits = bits }

  /// - Parameters: `launch` and `feed` are the numbers by which the store knows them, 0 for none.
  public init(_ item: Coverage, launch: Int, feed: Int) {
    var bits: Int64 = Self.present
    bits |= Self.kind.of(item.type.flatMap { OutletKind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    bits |= Self.tone.of(item.tone.flatMap { Tone.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    for message in item.messages { bits |= Self.bit(of: message) }
    for flag in CoverageFilter.Flag.allCases where item.has(flag) { bits |= Self.bit(of: flag) }
    bits |= Self.language.of(Self.letters(item.mainLanguage, most: 3))
    bits |= Self.country.of(Self.letters(item.country.lowercased(), most: 2))
    bits |= Self.launch.of(min(launch, Self.most)) | Self.feed.of(min(feed, Self.most))
    self.bits = bits
  }

  /// Some bits of the number.
  public struct Place: Sendable {
    public let shift: Int64
    let width: Int64

    public var mask: Int64 { ((1 << width) - 1) << shift }
    /// How many values it can have.
    public var count: Int { 1 << Int(width) }
    func of(_ value: Int) -> Int64 { Int64(value) << shift & mask }
    @inline(__always) public func value(_ bits: Int64) -> Int { Int(bits >> shift & ((1 << width) - 1)) }
  }

  /// Set for every item, so that a removed one leaves nought.
  public static let present: Int64 = 1
  /// From 1 in the order of the vocabulary, 0 for "not stated".
  public static let kind = Place(shift: 1, width: 4)
  public static let tone = Place(shift: 5, width: 2)
  /// A bit for each.
  public static let messages = Place(shift: 7, width: 7)
  public static let flags = Place(shift: 14, width: 3)
  /// Up to three letters, five bits each.
  public static let language = Place(shift: 17, width: 15)
  public static let country = Place(shift: 32, width: 10)
  public static let launch = Place(shift: 42, width: 10)
  public static let feed = Place(shift: 52, width: 11)
  /// Launches and feeds from there on share a number; nobody has as many.
  static let most = 1_023

  public static func bit(of message: KeyMessage) -> Int64 {
    messages.of(1 << (KeyMessage.allCases.firstIndex(of: message) ?? 0))
  }

  public static func bit(of flag: CoverageFilter.Flag) -> Int64 {
    flags.of(1 << (CoverageFilter.Flag.allCases.firstIndex(of: flag) ?? 0))
  }

  /// Letters as a number, five bits each; 0 for anything else.
  public static func letters(_ code: String, most: Int) -> Int {
    let letters = code.lowercased().utf8
    guard letters.count <= most, letters.allSatisfy({ 0x61...0x7A ~= $0 }) else { return 0 }
    return letters.reduce(0) { $0 << 5 | Int($1 - 0x60) }
  }

  /// What `letters` made a number of.
  public static func code(_ number: Int) -> String {
    var code: [UInt8] = []
    var rest = number
    while rest > 0 {
      code.insert(UInt8(rest & 31) + 0x60, at: 0)
      rest >>= 5
    }
    return String(decoding: code, as: UTF8.self)
  }
}
