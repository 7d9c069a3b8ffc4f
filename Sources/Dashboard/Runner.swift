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
    let key: PaneQuestion.Key
    let revision: Int
    /// The failure where the store could not answer.
    let outcome: Result<any Sendable, any Error>
  }

  /// A question to be answered, and whether a frame waits for it.
  struct Job: Sendable {
    let slot: Slot
    let question: PaneQuestion
    let isAwaited: Bool
  }

  /// Answers that equal questions get again, for whoever asks the same in one session after another while the store rests.
  final class Memory: Sendable {
    private let answers = Mutex<[Session.Asked: Result<any Sendable, any Error>]>([:])

    /// Something was written: nothing holds any more.
    func forget() { answers.withLock { $0 = [:] } }

    fileprivate func outcome(
      of question: PaneQuestion, _ revision: Int, _ library: Library
    ) -> Result<any Sendable, any Error> {
      let asked = Session.Asked(key: question.key, revision: revision)
      if let known = answers.withLock({ $0[asked] }) { return known }
      let outcome = question.outcome(library)
      answers.withLock { $0[asked] = outcome }
      return outcome
    }
  }

  private struct Desk {
    /// By the number of the job.
    var wanted: [Slot: Int] = [:]
    var answers: [Answer] = []
    /// Questions under way that a frame waits for.
    var urgent = 0
  }

  private let library: Library
  let isImmediate: Bool
  let wake: @Sendable () -> Void
  private let memory: Memory?
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
    memory = nil
  }

  /// Answers at once, and from memory what is known.
  init(_ library: Library, remembering memory: Memory) {
    (self.library, self.memory) = (library, memory)
    (isImmediate, wake) = (true, {})
  }

  /// Takes questions in hand. What was asked at the same places before is no longer wanted.
  func submit(_ jobs: [Job], revision: Int) {
    if isImmediate { return answerAtOnce(jobs, revision: revision) }
    let numbered = jobs.map { (numbers.add(1, ordering: .relaxed).newValue, $0) }
    let isReplacing = desk.withLock { desk in
      var isReplacing = false
      for (number, job) in numbered {
        if job.isAwaited { desk.urgent += 1 }
        if desk.wanted.updateValue(number, forKey: job.slot) != nil { isReplacing = true }
      }
      return isReplacing
    }
    // Before the new ones begin: breaking off strikes every question that is being answered.
    if isReplacing { library.interrupt() }
    for (number, job) in numbered {
      (job.isAwaited ? quick : slow).async { [self] in answer(job, number: number, revision: revision) }
    }
  }

  private func answerAtOnce(_ jobs: [Job], revision: Int) {
    for job in jobs {
      let outcome =
        memory?.outcome(of: job.question, revision, library) ?? job.question.outcome(library)
      desk.withLock {
        $0.answers.append(
          Answer(slot: job.slot, key: job.question.key, revision: revision, outcome: outcome))
      }
    }
  }

  private func answer(_ job: Job, number: Int, revision: Int) {
    func isWanted() -> Bool { desk.withLock { $0.wanted[job.slot] == number } }
    var outcome = Result<any Sendable, any Error>.failure(CancellationError())
    // A held key leaves a line of questions that nobody wants any more: they are passed over. Breaking off
    // another question may break this one off too: asked again, it goes through.
    for _ in 0..<5 where outcome.isBrokenOff && isWanted() { outcome = job.question.outcome(library) }
    let answer = Answer(slot: job.slot, key: job.question.key, revision: revision, outcome: outcome)
    desk.withLock { desk in
      if job.isAwaited { desk.urgent -= 1 }
      guard desk.wanted[job.slot] == number else { return }
      desk.wanted[job.slot] = nil
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

extension PaneQuestion {
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
