import Dispatch
import Store
import Synchronization

/// Answers questions beside the keys: two threads, one for what a frame waits for and one for what it does
/// not. A question that is no longer wanted is broken off.
public final class Runner: Sendable {
  /// Which question of which pane.
  struct Slot: Hashable, Sendable {
    let pane: Int
    let place: Int
  }

  struct Answer: Sendable {
    let slot: Slot
    let key: Question.Key
    let revision: Int
    /// The failure where the store could not answer.
    let outcome: Result<any Sendable, any Error>
  }

  private struct Desk {
    var wanted: [Slot: Job] = [:]
    var answers: [Answer] = []
    /// Questions under way that a frame waits for.
    var urgent = 0
  }

  private struct Job {
    let number: Int
    let isSlow: Bool
  }

  private let library: Library
  let isImmediate: Bool
  let wake: @Sendable () -> Void
  private let desk = Mutex(Desk())
  private let numbers = Atomic(0)
  private let arrived = DispatchSemaphore(value: 0)
  private let quick = DispatchQueue(label: "outreach.questions", qos: .userInteractive)
  private let slow = DispatchQueue(label: "outreach.counts", qos: .utility)

  /// - Parameters:
  ///   - isImmediate: answers at once on the caller's thread, for tests and for plain text.
  ///   - wake: called from another thread when an answer has arrived.
  public init(_ library: Library, isImmediate: Bool = false, wake: @escaping @Sendable () -> Void = {}) {
    self.library = library
    self.isImmediate = isImmediate
    self.wake = wake
  }

  /// Takes questions in hand. What was asked at the same places before is no longer wanted.
  func submit(_ questions: [(slot: Slot, question: Question)], revision: Int) {
    if isImmediate { return answerAtOnce(questions, revision: revision) }
    let jobs = questions.map { _, question in
      Job(number: numbers.add(1, ordering: .relaxed).newValue, isSlow: question.isSlow)
    }
    let isReplacing = desk.withLock { desk in
      var isReplacing = false
      for (job, asked) in zip(jobs, questions) {
        if !job.isSlow { desk.urgent += 1 }
        if desk.wanted.updateValue(job, forKey: asked.slot) != nil { isReplacing = true }
      }
      return isReplacing
    }
    // Before the new ones begin: breaking off strikes every question that is being answered.
    if isReplacing { library.interrupt() }
    for (job, asked) in zip(jobs, questions) {
      (job.isSlow ? slow : quick).async { [self] in
        answer(asked.question, job: job, slot: asked.slot, revision: revision)
      }
    }
  }

  private func answerAtOnce(_ questions: [(slot: Slot, question: Question)], revision: Int) {
    for (slot, question) in questions {
      let outcome = question.outcome(library)
      desk.withLock {
        $0.answers.append(Answer(slot: slot, key: question.key, revision: revision, outcome: outcome))
      }
    }
  }

  private func answer(_ question: Question, job: Job, slot: Slot, revision: Int) {
    func isWanted() -> Bool { desk.withLock { $0.wanted[slot]?.number == job.number } }
    var outcome = Result<any Sendable, any Error>.failure(CancellationError())
    // A held key leaves a line of questions that nobody wants any more: they are passed over. Breaking off
    // another question may break this one off too: asked again, it goes through.
    for _ in 0..<5 where outcome.isBrokenOff && isWanted() { outcome = question.outcome(library) }
    let answer = Answer(slot: slot, key: question.key, revision: revision, outcome: outcome)
    desk.withLock { desk in
      if !job.isSlow { desk.urgent -= 1 }
      guard desk.wanted[slot]?.number == job.number else { return }
      desk.wanted[slot] = nil
      desk.answers.append(answer)
    }
    arrived.signal()
    wake()
  }

  /// What has been answered since the last call.
  func take() -> [Answer] {
    desk.withLock { desk in
      defer { desk.answers = [] }
      return desk.answers
    }
  }

  /// Waits until the quick questions are answered, or the time is over.
  func wait(milliseconds: Int) {
    let deadline = DispatchTime.now() + .milliseconds(milliseconds)
    while desk.withLock({ $0.urgent > 0 }) {
      if arrived.wait(timeout: deadline) == .timedOut { return }
    }
  }
}

extension Question {
  fileprivate func outcome(_ library: Library) -> Result<any Sendable, any Error> {
    Result { try answer(library) }
  }
}

extension Result {
  /// Whether the question was interrupted rather than answered.
  fileprivate var isBrokenOff: Bool {
    if case .failure(let error) = self { return error is CancellationError }
    return false
  }
}
