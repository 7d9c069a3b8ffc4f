import Model
import Phrases
import Store

/// Makes a notice, or writes the files of one again.
struct NoticeErrand: Errand {
  enum Work: Sendable {
    case make(Notice, NoticeScope, now: Int)
    case write(Notice)
  }

  struct Outcome: Sendable {
    let notice: Notice
    let files: [String]
  }

  let work: Work
  let folder: String

  var title: Phrase { Phrase(.paneNotice) }

  func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    var notice: Notice
    switch work {
    case .make(let draft, let scope, let now):
      notice = try NoticeFiles.make(draft, scope: scope, now: now, in: library)
    case .write(let kept): notice = kept
    }
    return Outcome(notice: notice, files: try NoticeFiles.write(notice, to: folder))
  }

  func news(of outcome: Outcome) -> Phrase? {
    let title = outcome.notice.title
    if case .write = work {
      return Phrase(.noticeWritten, .text(title), .text(outcome.files.joined(separator: ", ")))
    }
    return Phrase(
      .noticeMade, .text(title), .number(outcome.notice.stakeholders.count), .text(folder))
  }
}

/// Sets from whom notices come, for the whole office.
struct SenderErrand: Errand {
  let sender: String

  var title: Phrase { Phrase(.paneSender) }

  func run(in library: Library, progress: ErrandProgress) throws -> String {
    try library.set(.noticeSender, to: sender)
    return sender
  }

  func news(of outcome: String) -> Phrase? { Phrase(.noticeSenderSet, .text(outcome)) }
}
