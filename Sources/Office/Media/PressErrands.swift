import Interchange
import Model
import Phrases
import Store

/// Writes the mailing list of the media in one language, and that it was written into the log.
public struct MailingErrand: WritingErrand {
  public let language: String
  public let path: String
  public var replacing = Replacing.nothing

  public init(language: String, path: String) { (self.language, self.path) = (language, path) }

  public struct Outcome: Sendable {
    public let count: Int
    public let left: Int
    public let path: String
  }

  /// All media.
  public static let media = StakeholderFilter(facets: [.audience: [Audience.media.rawValue]])

  public var title: Phrase { Phrase(.pressMailing) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    var list = MailingList(channel: nil, language: language, style: .spreadsheetSafe)
    let file = try NewFile(path, replacing: replacing)
    try file.write(list.begin())
    var done = 0
    try library.eachStakeholder(matching: Self.media) { batch in
      done += batch.count
      try progress.report(done, of: 0)
      try file.write(list.append(batch[...]))
    }
    // What leaves the house is in the log before it has its name.
    try file.commit {
      try library.disclose(
        Disclosure(
          .mailingList, format: "csv", records: list.count,
          selection: "audience \(language)"))
    }
    return Outcome(
      count: list.count, left: list.excluded.values.reduce(0, +), path: PersonalFolder.expanded(path))
  }

  public func news(of outcome: Outcome) -> Phrase? {
    Phrase(.pressMailingWritten, .number(outcome.count), .number(outcome.left), .text(outcome.path))
  }
}

/// Compares the file of a material with the digest that the office keeps of it.
public struct DigestErrand: Errand {
  public enum Outcome: Sendable {
    case same
    case different(String)
    /// The office kept none: this is what the file has.
    case unknown(String)
  }

  public let material: Material

  public init(material: Material) { self.material = material }

  public var title: Phrase { Phrase(.pressChecking) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    let file = try ImportFile(
      path: PersonalFolder.expanded(material.url), isWanted: { !progress.isStopped })
    let found = try FileDigest.sha256(of: file) { try progress.report($0, of: $1) }
    if material.digest.isEmpty { return .unknown(found) }
    return found == material.digest.lowercased() ? .same : .different(found)
  }

  public func news(of outcome: Outcome) -> Phrase? {
    switch outcome {
    case .same: Phrase(.pressDigestSame, .text(material.name))
    case .different(let found):
      Phrase(.pressDigestDifferent, .text(material.name), .text(String(found.prefix(12))))
    case .unknown: nil
    }
  }
}
