import Interchange
import Model
import Phrases
import Store

/// Makes a notice, or writes the files of one again.
public struct NoticeErrand: WritingErrand {
  public enum Work: Sendable {
    case make(Notice, NoticeScope, now: Int)
    case write(Notice)
  }

  public struct Outcome: Sendable {
    public let notice: Notice
    public let files: [String]
  }

  public let work: Work
  public let folder: String
  public var replacing = Replacing.nothing

  public init(work: Work, folder: String) { (self.work, self.folder) = (work, folder) }

  public var title: Phrase { Phrase(.paneNotice) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    switch work {
    case .make(let draft, let scope, let now):
      let (notice, files) = try NoticeFiles.make(
        draft, scope: scope, now: now, in: library, to: folder, replacing: replacing)
      return Outcome(notice: notice, files: files)
    case .write(let kept):
      let files = try NoticeFiles.write(kept, to: folder, replacing: replacing, in: library)
      return Outcome(notice: kept, files: files)
    }
  }

  public func news(of outcome: Outcome) -> Phrase? {
    let title = outcome.notice.title
    if case .write = work {
      return Phrase(.noticeWritten, .text(title), .list(outcome.files))
    }
    return Phrase(
      .noticeMade, .text(title), .number(outcome.notice.stakeholders.count), .text(folder))
  }
}

/// Sets from whom notices come, for the whole office.
public struct SenderErrand: Errand {
  public let sender: String

  public init(sender: String) { self.sender = sender }

  public var title: Phrase { Phrase(.paneSender) }

  public func run(in library: Library, progress: ErrandProgress) throws -> String {
    try library.set(.noticeSender, to: sender)
    return sender
  }

  public func news(of outcome: String) -> Phrase? { Phrase(.noticeSenderSet, .text(outcome)) }
}
