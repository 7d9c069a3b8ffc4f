import Foundation
import Model

/// An item as a feed tells of it; its texts are plain.
public struct FeedItem: Sendable, Equatable {
  /// Where it begins, from 1.
  public var line = 0
  public var title = ""
  public var link = ""
  public var guid = ""
  /// When it came out, was written and was changed last, as it is written; empty where nothing is said.
  public var published = ""
  public var created = ""
  public var updated = ""
  public var author = ""
  public var summary = ""
  public var language = ""
  /// To what its link is relative, the outermost first.
  var bases: [String] = []
  /// Of the feed that it was taken over from.
  var sourceAuthor = ""
  /// Its id where that may be its link too.
  var permalink = ""

  /// More bytes than anybody's link has.
  static let mostLink = 2_000

  /// The date by which it is known: when it came out, else what comes nearest to that.
  public var date: String { [published, created, updated].first { !$0.isEmpty } ?? "" }

  /// One more of those who wrote it.
  mutating func add(author name: String) {
    guard !name.isEmpty, !author.components(separatedBy: ", ").contains(name) else { return }
    let all = author.isEmpty ? name : author + ", " + name
    if all.count <= 400 { author = all }
  }
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
  /// How it was read where that is not what it says; nil where both agree.
  public internal(set) var encoding: MarkupEncoding?
  public internal(set) var isList = false
  /// The lines of authors whose mail addresses are left out beside their names.
  public internal(set) var leftOutAddresses: [Int] = []
  /// How often an element of an item was left out, by its name.
  public internal(set) var leftOut: [String: Int] = [:]

  /// More bytes than anybody's feed has.
  public static let mostBytes = 64 << 20

  /// - Throws: `MarkupProblem` for a file that is no feed at all; `ImportFile.Unreadable`.
  public init(_ file: ImportFile) throws {
    guard file.size <= Self.mostBytes else { throw MarkupProblem(line: 1, .tooBig(Self.mostBytes)) }
    var reader = file.reader()
    try self.init(bytes: reader.read(upTo: file.size), encoding: file.encoding)
  }

  /// - Parameter encoding: how they are stored, where somebody said so.
  /// - Throws: `MarkupProblem` for bytes that are no feed at all.
  public init(bytes: [UInt8], encoding chosen: TextEncoding? = nil) throws(MarkupProblem) {
    let text: [UInt8]
    (text, encoding) = try MarkupText.utf8(bytes, chosen: chosen)
    var builder = FeedBuilder(text)
    self = try builder.file(self)
  }

  /// Whether bytes look like XML rather than a table.
  public static func isMarkup(_ beginning: [UInt8]) -> Bool {
    let text = beginning.prefix(512).filter { $0 != 0 && $0 < 0x80 }
    return text.first { $0 > 0x20 } == UInt8(ascii: "<")
  }
}
