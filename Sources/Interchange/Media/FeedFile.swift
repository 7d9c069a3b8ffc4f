import Foundation
import Model

/// An item as a feed tells of it; its texts are plain.
public struct FeedItem: Sendable, Equatable {
  /// Where it begins, from 1.
  public var line = 0
  public var title = ""
  public var link = ""
  public var guid = ""
  /// As it is written; empty where there is none.
  public var date = ""
  public var author = ""
  public var summary = ""
  public var language = ""
}

/// A feed that a list names.
public struct FeedOutline: Sendable, Equatable {
  public var line = 0
  public var name = ""
  public var url = ""
  public var site = ""
  public var language = ""
}

/// What a file of a feed holds (RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0), or a list of feeds (OPML). Files
/// on disk are read; nothing that they name is ever fetched.
public struct FeedFile: Sendable, Equatable {
  public internal(set) var title = ""
  /// The pages that it tells of.
  public internal(set) var site = ""
  /// Of the feed itself.
  public internal(set) var url = ""
  public internal(set) var language = ""
  public internal(set) var items: [FeedItem] = []
  public internal(set) var outlines: [FeedOutline] = []
  /// Where reading ended before its time: what stands before is in `items`.
  public internal(set) var problem: MarkupProblem?
  /// The encoding that the file names where it is in another one; nil where both agree.
  public internal(set) var misnamed: String?
  public internal(set) var isList = false

  /// More bytes than anybody's feed has.
  public static let mostBytes = 64 << 20

  /// - Throws: `MarkupProblem` for a file that is no feed at all; `ImportFile.Unreadable`.
  public init(_ file: ImportFile) throws {
    guard file.size <= Self.mostBytes else { throw MarkupProblem(line: 1, .tooBig(Self.mostBytes)) }
    var reader = file.reader()
    try self.init(bytes: reader.read(upTo: file.size))
  }

  /// - Throws: `MarkupProblem` for bytes that are no feed at all.
  public init(bytes: [UInt8]) throws(MarkupProblem) {
    let (text, misnamed) = try MarkupText.utf8(bytes)
    self.misnamed = misnamed
    var builder = FeedBuilder(text)
    self = try builder.file(self)
  }

  /// Whether bytes look like XML rather than a table.
  public static func isMarkup(_ beginning: [UInt8]) -> Bool {
    let text = beginning.prefix(512).filter { $0 != 0 && $0 < 0x80 }
    return text.first { $0 > 0x20 } == UInt8(ascii: "<")
  }
}

/// The bytes of a file of XML as UTF-8 (XML 1.0, appendix F): a byte order mark speaks first, then what the
/// file says of itself, and where that is not true, its bytes.
enum MarkupText {
  static func utf8(_ bytes: [UInt8]) throws(MarkupProblem) -> (text: [UInt8], misnamed: String?) {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw MarkupProblem(line: 1, .endsEarly) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), nil) }
    if let evident = TextEncoding.evident(in: bytes), evident != .utf8WithBOM {
      return (try read(bytes, as: evident), nil)
    }
    let named = encoding(of: bytes)?.lowercased()
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    if named == nil || named == "utf-8" || named == "utf8" || named == "us-ascii" {
      if isUTF8 { return (bytes, nil) }
      return (try read(bytes, as: TextEncoding.detect(in: bytes)), named ?? "utf-8")
    }
    // Letters that are whole in UTF-8 are hardly ever letters of anything else.
    if isUTF8, bytes.contains(where: { $0 >= 0x80 }) { return (bytes, named) }
    if isUTF8, named?.hasPrefix("utf-16") != true { return (bytes, nil) }
    if let named, let text = Charset.decode(bytes, as: named) { return (Array(text.utf8), nil) }
    return (try read(bytes, as: TextEncoding.detect(in: bytes)), named)
  }

  private static func read(_ bytes: [UInt8], as encoding: TextEncoding) throws(MarkupProblem) -> [UInt8] {
    var stream = TextStream(ImportFile(bytes: bytes), encoding: encoding)
    var text: [UInt8] = []
    // Bytes that are in memory can be read.
    while !stream.isAtEnd, let piece = try? stream.next() { text += piece }
    return Array(String(decoding: text, as: UTF8.self).utf8)
  }

  /// What the first line says: `<?xml version="1.0" encoding="…"?>`.
  private static func encoding(of bytes: [UInt8]) -> String? {
    let beginning = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard beginning.hasPrefix("<?xml"), let end = beginning.range(of: "?>"),
      let name = beginning[..<end.lowerBound].range(of: "encoding")
    else { return nil }
    let rest = beginning[name.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }
}
