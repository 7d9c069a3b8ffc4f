import Model
import Phrases
import Store
import Synchronization

/// What the records are called that others name, wherever a field is said: whoever draws asks here and never waits. What
/// is not known yet is taken down, and asked of the store beside the keys; for plain text it is asked at once.
public final class RecordNames: Sendable {
  private struct State {
    var records: [RecordReference: any Record] = [:]
    /// What was found, or found to be gone, since the last commit.
    var fresh: Set<RecordReference> = []
    var wanted: Set<RecordReference> = []
    var sought: RecordSearch?
    var found: (search: RecordSearch, records: [any Record])?
    /// Grows with every commit: what was asked before says nothing any more.
    var age = 0
  }

  private let state = Mutex(State())
  private let library: Library?

  /// - Parameter library: where there is no session to ask it.
  public init(in library: Library? = nil) { self.library = library }

  /// - Returns: the record; nil where it is gone, or not known yet.
  func record(_ one: RecordReference) -> (record: (any Record)?, isKnown: Bool) {
    let known = state.withLock { state in
      let isFresh = state.fresh.contains(one)
      if !isFresh { state.wanted.insert(one) }
      return (record: state.records[one], isKnown: isFresh || state.records[one] != nil)
    }
    if known.isKnown { return known }
    guard let library else { return (nil, false) }
    try? answer([one], in: library)
    return (state.withLock { $0.records[one] }, true)
  }

  /// What letters could mean; nil until the store has said it.
  public func found(_ search: RecordSearch) -> [any Record]? {
    state.withLock { state in
      if let found = state.found, found.search == search { return found.records }
      state.sought = search
      return nil
    }
  }

  /// What is to be asked of the store.
  public var open: (references: Set<RecordReference>, search: RecordSearch?, age: Int) {
    state.withLock { ($0.wanted, $0.sought, $0.age) }
  }

  /// Others wrote, or this person did: names may be other ones now. Until that is known the old ones stand.
  public func renew() {
    state.withLock { state in
      (state.fresh, state.found) = ([], nil)
      state.age += 1
      if state.records.count > 5_000 { state.records = [:] }
    }
  }

  /// Asks the store. For any thread.
  /// - Throws: `CancellationError` where it was broken off, else `StoreProblem`.
  public func answer(_ references: Set<RecordReference>, in library: Library) throws {
    let age = open.age
    let found = try library.read(ReferredRecords(references))
    state.withLock { state in
      guard state.age == age else { return }
      for one in references { state.records[one] = found[one] }
      state.fresh.formUnion(references)
      state.wanted.subtract(references)
    }
  }

  public func answer(_ search: RecordSearch, in library: Library) throws {
    let found = try library.read(search)
    state.withLock { state in
      state.found = (search, found)
      if state.sought == search { state.sought = nil }
    }
  }
}

extension Look {
  /// What a record is called that another names; where it is gone that is said, with its id.
  public func name(of one: RecordReference) -> String {
    let (record, isKnown) = names.record(one)
    if let record { return title(of: record) }
    let adopted = one.kind.type.title(of: one.id, called: "", in: language)
    if !adopted.isEmpty { return adopted }
    return isKnown ? say(.recordUnknown, .text(one.id)) : "…"
  }

  /// What a text in the place of a reference says: words where such may stand there, and tables of the decision.
  public func name(_ text: String, _ form: ReferenceForm) -> String {
    guard let one = form.reference(text) else {
      if form == .plan, let plan = PlanRef(text) { return title(of: plan, plans: [:], launches: [:]) }
      return Decision.adopted.launchActivity(text)?.label.text(in: language) ?? text
    }
    if form.mayBeWords, names.record(one).record == nil { return text }
    return name(of: one)
  }
}
