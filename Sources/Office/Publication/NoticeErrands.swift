import Model
import Phrases
import Store

/// Makes a notice, or writes the files of one again.
public struct NoticeErrand: Errand {
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

  public init(work: Work, folder: String) { (self.work, self.folder) = (work, folder) }

  public var title: Phrase { Phrase(.paneNotice) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    var notice: Notice
    switch work {
    case .make(let draft, let scope, let now):
      notice = try NoticeFiles.make(draft, scope: scope, now: now, in: library)
    case .write(let kept): notice = kept
    }
    return Outcome(notice: notice, files: try NoticeFiles.write(notice, to: folder))
  }

  public func news(of outcome: Outcome) -> Phrase? {
    let title = outcome.notice.title
    if case .write = work {
      return Phrase(.noticeWritten, .text(title), .text(outcome.files.joined(separator: ", ")))
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
