import Interchange
import Model
import Phrases
import Store

/// Erases a stakeholder beside the keys: in a large store the index is rewritten.
struct EraseErrand: Errand {
  let id: RecordID
  let why: String

  var title: Phrase { Phrase(.erasing) }

  func run(in library: Library, progress: ErrandProgress) throws -> Erasure {
    try library.erase(id, why: why)
  }

  func news(of outcome: Erasure) -> Phrase? { Phrase(outcome) }
}

extension Phrase {
  /// What an erasure reached.
  public init(_ erasure: Erasure) {
    self.init(
      erasure.mentions == 0 ? .erased : .erasedMentions, .number(erasure.journalRows),
      .number(erasure.engagements), .number(erasure.drafts), .number(erasure.notices),
      .number(erasure.releases), .number(erasure.others), .number(erasure.mentions))
  }
}

/// A person's own data as a file.
public enum OwnData {
  /// Asks where the file is to stand.
  static func prompt(_ stakeholder: Stakeholder) -> LinePrompt {
    let path = "~/outreach-\(stakeholder.id).json"
    return LinePrompt(
      Phrase(.ownDataQuestion, .text(stakeholder.title)), title: .paneOwnData, text: path
    ) { path in .effects([.close, .errand(OwnDataErrand(id: stakeholder.id, path: path))]) }
  }

  /// Writes the file, and that it was written into the log.
  public static func write(_ id: RecordID, to path: String, in library: Library) throws -> String {
    guard let data = try library.read(PersonalDataOf(id)) else { throw Refusal.gone(title: id) }
    try NewFile.write(PersonalDataFile.bytes(data), to: path)
    try library.disclose(Disclosure(name: "own-data", format: "json", records: 1))
    return NewFile.expanded(path)
  }
}

/// Writes a person's own data beside the keys.
struct OwnDataErrand: Errand {
  let id: RecordID
  let path: String

  var title: Phrase { Phrase(.ownDataWriting) }

  func run(in library: Library, progress: ErrandProgress) throws -> String {
    try OwnData.write(id, to: path, in: library)
  }

  func news(of outcome: String) -> Phrase? { Phrase(.ownDataWritten, .text(outcome)) }
}
