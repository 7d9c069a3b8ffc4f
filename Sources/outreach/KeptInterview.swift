import Model
import Phrases
import Store
import Synchronization

/// An interview line by line, whose answers outlive the command: a draft of the person who asks holds them.
final class KeptInterview: Sendable {
  private let state: Mutex<Interview>
  private let library: Library

  init(_ interview: Interview, in library: Library) {
    state = Mutex(interview)
    self.library = library
  }

  var interview: Interview { state.withLock(\.self) }

  func take(_ line: String) -> Interview.Step { state.withLock { $0.take(line) } }

  /// Where the drafts of such interviews are known by.
  private var name: RecordID { "survey answer \(interview.survey.id)" }
  private static let open = "open"

  private var draft: Draft? {
    get throws { try library.read(Drafts()).first { $0.kind == nil && $0.record == name } }
  }

  /// Goes on with what was answered before a command broke off. Returns whether there was anything.
  func resume() throws -> Bool {
    guard let draft = try draft else { return false }
    state.withLock { $0.resume(draft.typed, at: draft.base[Self.open] ?? "") }
    return !interview.answers.isEmpty
  }

  /// Keeps what is answered. Returns whether it could be, and there was anything.
  func keep() -> Bool {
    let now = interview
    guard !now.answers.isEmpty else { return false }
    let title = now.survey.title
    let base = ["title": title, "sheet": "", "way": "", Self.open: now.item?.variable.name ?? ""]
    let kept = Draft(kind: nil, record: name, base: base, typed: now.answers)
    return (try? library.keep(kept, after: draft)) != nil
  }

  /// The answers are saved, or nobody wants them.
  func drop() throws { if let draft = try draft { try library.drop(draft) } }

  /// How many answers are kept, and how to go on with them.
  var news: Phrase {
    let now = interview
    return Phrase(
      .answersKept, .text(String(now.answers.count)), .text("outreach survey answer \(now.survey.id)"))
  }
}
