import Glibc
import Model

/// A folder of published files as it lies on the disk: what was written there is known by its checksum, and all else is
/// somebody else's.
public struct PublishedFolder {
  /// For `sha256sum -c` (GNU coreutils).
  public static let sums = "SHA256SUMS"
  /// Of what the files were made.
  public static let scope = "publication.json"

  public let path: String
  /// The checksums of files as they were written, by name.
  public let written: [String: String]

  public init(_ path: String) {
    var path = PersonalFolder.expanded(path)
    if path.hasSuffix("/") && path != "/" { path.removeLast() }
    self.path = path
    let lines = Self.bytes("\(path)/\(Self.sums)").map { String(decoding: $0, as: UTF8.self) } ?? ""
    written = Dictionary(
      lines.split(separator: "\n").compactMap(Self.entry), uniquingKeysWith: { first, _ in first })
  }

  /// `digest  name`, of a name that leads nowhere else.
  private static func entry(_ line: Substring) -> (String, String)? {
    guard let gap = line.firstRange(of: "  ") else { return nil }
    let (digest, name) = (line[..<gap.lowerBound], line[gap.upperBound...])
    guard digest.count == 64, !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else { return nil }
    return (String(name), String(digest))
  }

  /// - Parameter files: by name, with their checksums.
  public static func lines(_ files: [String: String]) -> [UInt8] {
    let names = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Array(names.map { "\(files[$0] ?? "")  \($0)\n" }.joined().utf8)
  }

  public func bytes(_ name: String) -> [UInt8]? { Self.bytes("\(path)/\(name)") }

  private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = try? ImportFile(path: path) else { return nil }
    var (reader, bytes) = (file.reader(), [UInt8]())
    while let piece = try? reader.read(upTo: 1 << 20), !piece.isEmpty { bytes += piece }
    return bytes
  }

  /// The checksum of a file as it is now; nil where none stands there.
  public func digest(_ name: String) -> String? { bytes(name).map { FileDigest.sha256(of: $0) } }

  /// Whether it is as it was written.
  public func isUntouched(_ name: String) -> Bool {
    if name == Self.sums { return isUntouched(Self.scope) && bytes(name) == Self.lines(written) }
    return written[name].map { $0 == digest(name) } ?? false
  }

  /// Of what the files there were made; nil where no publication lies there.
  public var scope: PublicationScope? { bytes(Self.scope).flatMap(PublicationScope.init) }

  /// What stands there and may be replaced, for it is as it was written.
  /// - Parameter others: what else may be.
  public func own(and others: Replacing) -> Replacing {
    let names = (Array(written.keys) + [Self.sums]).filter(isUntouched)
    let own = names.compactMap { StandingFile("\(path)/\($0)") }
    switch others {
    case .nothing: return .seen(own)
    case .seen(let seen): return .seen(own + seen)
    default: return others
    }
  }

  /// - Throws: `FileProblem` where it cannot be taken away.
  public func remove(_ name: String) throws(FileProblem) {
    guard Exchange.bar("\(path)/\(name)") == nil, unlink("\(path)/\(name)") == 0 || errno == ENOENT else {
      throw .unwritable("\(path)/\(name)", errno: errno)
    }
  }
}

/// Of what the files of a folder were made: the same once more makes the same bytes.
public struct PublicationScope: Sendable, Equatable {
  public enum Part: String, CaseIterable, Sendable { case register, calendar, comments, reports }

  /// On which day they hold.
  public let day: Day
  /// When the store was changed last, in seconds since 1970.
  public let stamp: Int
  /// Of the six, the first one that of `index.html`.
  public let languages: [String]
  public let parts: [Part]
  /// Where the folder will be found; empty where nobody said.
  public let address: String

  /// - Parameter address: what leads to no page counts as none.
  public init(day: Day, stamp: Int, languages: [String], parts: [Part], address: String = "") {
    (self.day, self.stamp, self.languages) = (day, stamp, languages)
    self.parts = Part.allCases.filter(parts.contains)
    self.address = PageHouse.webAddress(address) ?? ""
  }

  /// Nil for what no publication wrote.
  public init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    func value(_ name: String) -> String? {
      text.firstRange(of: "\"\(name)\": \"").map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }
    guard let day = value("day").flatMap(Day.init), let stamp = value("stamp").flatMap(Int.init),
      let languages = value("languages")?.split(separator: " ").map(String.init), !languages.isEmpty,
      languages.allSatisfy(Language.official.contains),
      let parts = value("parts")?.split(separator: " ").compactMap({ Part(rawValue: String($0)) })
    else { return nil }
    self.init(
      day: day, stamp: stamp, languages: languages, parts: parts, address: value("address") ?? "")
  }

  public var bytes: [UInt8] {
    // An address as the web takes it has no sign that JSON would read.
    let values = [
      ("day", day.description), ("stamp", String(stamp)), ("languages", languages.joined(separator: " ")),
      ("parts", parts.map(\.rawValue).joined(separator: " ")), ("address", address),
    ]
    let pairs = values.filter { !$0.1.isEmpty }.map { "\"\($0)\": \"\($1)\"" }
    return Array("{\(pairs.joined(separator: ", "))}\n".utf8)
  }
}
