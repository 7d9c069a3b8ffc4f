import Model
import Office
import Phrases
import Store
import Terminal

/// The line that says which stakeholders are listed: what is typed in it and what a picker chooses are one
/// text, and the filter is read from it.
struct QueryLine: Sendable {
  private(set) var query = StakeholderQuery()
  /// While somebody types in it.
  private(set) var field: TextField?
  private(set) var completion: QueryCompletion?
  /// The candidate that Tab takes.
  private(set) var chosen = 0
  private var language = ""
  private var today = Day(number: 0)
  /// What was asked before, the newest last.
  private var past: [String] = []
  private var pastIndex: Int?
  /// What was being typed when somebody went back to what was asked before.
  private var unasked = ""

  var text: String { query.text }
  var filter: StakeholderFilter { StakeholderFilter(query) }
  var isTyping: Bool { field != nil }
  /// What was asked before stands in it now.
  var isRecalling: Bool { pastIndex.map { $0 < past.count } ?? false }
  var candidates: [QueryCompletion.Candidate] { completion?.candidates ?? [] }

  /// What is wrong, but for what is being typed and may still become right.
  var problems: [QueryProblem] {
    guard let field, let completion, !completion.candidates.isEmpty || completion.day != nil else {
      return query.problems
    }
    return query.problems.filter { !($0.range.upperBound == field.caret && isYoung($0)) }
  }

  private func isYoung(_ problem: QueryProblem) -> Bool {
    switch problem.reason {
    case .unknownField, .noWords, .tooMany: false
    case .unknownValue, .missingValue, .malformedDay: true
    }
  }

  /// Asked for only where there is something to read: they are many, and the first screen does without.
  private var words: QueryWords { language.isEmpty ? .plain : .of(language) }

  /// Takes up the language and the day; returns whether the query means something else now.
  mutating func settle(_ look: Look) -> Bool {
    guard language != look.language || today != look.asOf else { return false }
    (language, today) = (look.language, look.asOf)
    guard !text.isEmpty || field != nil else { return false }
    let before = filter
    read(text)
    return filter != before
  }

  // MARK: Setting

  private mutating func read(_ text: String) {
    query = text.isEmpty ? StakeholderQuery() : StakeholderQuery(text, words: words, today: today)
    complete()
  }

  mutating func set(_ text: String) {
    if field != nil { field = TextField(text) }
    read(text)
  }

  /// Says in the line what a picker, another pane or a saved view asks for.
  mutating func say(_ filter: StakeholderFilter) {
    let own = self.filter
    guard filter != own else { return }
    guard filter.text == own.text, filter.clauses == own.clauses else {
      return set(filter.queryText(words))
    }
    for dimension in Dimension.allCases where filter.facets[dimension] != own.facets[dimension] {
      set(query.text(setting: dimension, to: filter.facets[dimension] ?? [], words: words))
    }
    if filter.isRetired != own.isRetired { set(query.text(settingRetired: filter.isRetired, words: words)) }
  }

  /// A query that was kept, in the words of this language.
  mutating func say(kept text: String) {
    set(StakeholderQuery(text, words: words, today: today).text(in: words))
  }

  // MARK: Typing

  mutating func open() {
    field = TextField(text)
    pastIndex = nil
    complete()
  }

  mutating func close() {
    if field != nil { remember() }
    field = nil
    completion = nil
  }

  private mutating func remember() {
    guard !query.isEmpty, past.last != text else { return }
    let text = text
    past.removeAll { $0 == text }
    past.append(text)
    if past.count > Self.mostPast { past.removeFirst() }
  }

  // MARK: What was asked before

  /// The name of the person's setting.
  static let preference = "stakeholders.past"
  private static let mostPast = 50

  /// What was asked, as it is kept from one session to the next: only what chooses by codes. A word may be a name, and
  /// no erasure would find it there.
  var kept: String {
    past.map { StakeholderQuery($0, words: words, today: today) }
      .filter { $0.problems.isEmpty && StakeholderFilter($0).isOfCodes }
      .map(\.neutralText).joined(separator: "\n")
  }

  /// Takes up what was asked in earlier sessions, before what was asked in this one.
  mutating func take(past text: String) {
    guard past.isEmpty else { return }
    past = text.split(separator: "\n").suffix(Self.mostPast).map(String.init)
  }

  /// Takes a key as typing; nil where it is none, else whether the text is another one now.
  mutating func take(_ chord: KeyChord) -> Bool? {
    guard var typed = field else { return nil }
    // At the end of the line there is nothing to the right: the key takes what is offered.
    if chord == "Right", typed.caret == typed.characters.count, !candidates.isEmpty { return nil }
    guard typed.take(chord) else { return nil }
    return changed(to: typed)
  }

  mutating func paste(_ text: String) -> Bool? {
    guard var typed = field else { return nil }
    typed.insert(text)
    return changed(to: typed)
  }

  private mutating func changed(to typed: TextField) -> Bool {
    let isOther = typed.text != text
    field = typed
    if isOther {
      pastIndex = nil
      read(typed.text)
    } else {
      complete()
    }
    return isOther
  }

  private mutating func complete() {
    chosen = 0
    completion = field.map {
      StakeholderQuery.completion(of: $0.characters, caret: $0.caret, words: words)
    }
  }

  mutating func choose(_ step: Int) {
    guard !candidates.isEmpty else { return }
    chosen = (chosen + step + candidates.count) % candidates.count
  }

  /// Puts the chosen candidate in its place; false where none is offered.
  mutating func accept() -> Bool {
    guard let completion, candidates.indices.contains(chosen), var typed = field else { return false }
    let back = typed.caret - completion.range.lowerBound
    for _ in 0..<max(0, back) { _ = typed.take("Backspace") }
    let text = candidates[chosen].text
    let isWhole = !text.hasSuffix(":") && typed.caret == typed.characters.count
    typed.insert(text + (isWhole ? " " : ""))
    _ = changed(to: typed)
    return true
  }

  /// What was kept is in no language; what was typed here is in one already.
  private func said(_ text: String) -> String {
    let kept = StakeholderQuery(text, words: .plain, today: today)
    return kept.problems.isEmpty ? kept.text(in: words) : text
  }

  /// Goes back (-1) and forth in what was asked before; false where there is nothing more.
  mutating func recall(_ step: Int) -> Bool {
    let index = (pastIndex ?? past.count) + step
    guard field != nil, (0...past.count).contains(index), index != pastIndex ?? past.count else {
      return false
    }
    if pastIndex == nil { unasked = text }
    set(index == past.count ? unasked : said(past[index]))
    pastIndex = index
    return true
  }
}
