import Interchange
import Model
import Phrases
import Store

/// Erases a stakeholder beside the keys: in a large store the index is rewritten.
public struct EraseErrand: Errand {
  public let id: RecordID
  public let why: String

  public init(id: RecordID, why: String) { (self.id, self.why) = (id, why) }

  public var title: Phrase { Phrase(.erasing) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Erasure {
    try library.erase(id, why: why)
  }

  public func news(of outcome: Erasure) -> Phrase? { Phrase(outcome) }
}

extension Phrase {
  /// What an erasure reached.
  public init(_ erasure: Erasure) {
    let news = Phrase(
      erasure.mentions.isEmpty ? .erased : .erasedMentions, .number(erasure.journalRows),
      .number(erasure.engagements), .number(erasure.drafts), .number(erasure.notices),
      .number(erasure.releases), .number(erasure.others), .number(erasure.mentions.count))
    self =
      erasure.isInOldPages
      ? Phrase(.followed, .phrase(news), .phrase(Phrase(.erasedOldPages))) : news
  }
}

/// A person's own data as a file.
public enum OwnData {
  public static func bytes(_ id: RecordID, in library: Library) throws -> [UInt8] {
    guard let data = try library.read(PersonalDataOf(id)) else { throw Refusal.gone(title: id) }
    return PersonalDataFile.bytes(data)
  }

  /// What leaves the house is in the log before it has its name.
  public static func disclose(in library: Library) throws {
    try library.disclose(Disclosure(.ownData, format: "json", records: 1))
  }
}

/// Writes a person's own data beside the keys.
public struct OwnDataErrand: WritingErrand {
  public let id: RecordID
  public let path: String
  public var replacing = Replacing.nothing

  public init(id: RecordID, path: String) { (self.id, self.path) = (id, path) }

  public var title: Phrase { Phrase(.ownDataWriting) }

  public func run(in library: Library, progress: ErrandProgress) throws -> String {
    let file = try NewFile(path, replacing: replacing)
    try file.write(OwnData.bytes(id, in: library))
    try file.commit { try OwnData.disclose(in: library) }
    return file.path
  }

  public func news(of outcome: String) -> Phrase? { Phrase(.ownDataWritten, .text(outcome)) }
}
