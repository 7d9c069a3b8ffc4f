import Model
import Office
import Phrases
import Store
import Terminal

/// What comes in from others and what is offered to them: opportunities to take part, calls and the comments on
/// them, concerns, focus groups and what they found. One list at a time, and the record under the cursor beside it
/// where there is room.
struct VoicesPane: Pane {
  static let name = "voices"
  static let title = PhraseKey.paneVoices

  private(set) var voices = Voices()
  /// What of them is listed: all, or what holds the words that somebody looks for.
  private(set) var shown = Voices()
  private(set) var isKnown = false
  /// The call whose comments are listed.
  private(set) var callID: RecordID?
  /// All comments of the call, in the order of its document.
  private(set) var comments: [ReviewComment] = []
  private(set) var commentCounts = CommentCounts()
  /// Those that are listed.
  private(set) var listed: [ReviewComment] = []
  /// Only those that nobody has considered yet.
  private(set) var isOpenOnly = false
  /// The comments that are answered together.
  var marked: Set<RecordID> = []
  private(set) var coded = CodedFindings([])
  private(set) var views: [SavedView] = []
  private(set) var search: TextField?
  private(set) var isTyping = false
  private(set) var section = VoicesSection.opportunities
  private var selections: [VoicesSection: Selection] = [:]
  /// A record to stand on as soon as it is there.
  private var sought: (section: VoicesSection, id: RecordID)?
  private(set) var size = Size(columns: 80, rows: 19)

  /// Tabs, figures and headings.
  static let headRows = 3

  var isWide: Bool { size.columns >= Shell.wide }
  var listColumns: Int { isWide ? Shell.sideColumn(of: size.columns) - 2 : size.columns }

  func asks(_ look: Look) -> [Ask<Self>] {
    let day = look.asOf
    let asks: [Ask<Self>] = [
      Ask(WholeVoices()) { pane, voices in pane.take { $0.take(voices.sorted(on: day)) } },
      Ask(AllRecords<SavedView>(), .beside) { $0.views = $1 },
    ]
    guard let callID else { return asks }
    return asks + [
      Ask(CommentsOf(callID)) { pane, comments in
        pane.take {
          $0.comments = comments
          $0.commentCounts = CommentCounts(comments)
          $0.list()
        }
      }
    ]
  }

  private mutating func take(_ voices: Voices) {
    self.voices = voices
    coded = CodedFindings(voices.focusGroups)
    // Somebody who looks for comments means those that wait.
    callID =
      callID ?? voices.calls.first { voices.comments[$0.id]?.open ?? 0 > 0 }?.id
      ?? voices.calls.first { voices.comments[$0.id] != nil }?.id
    list()
    isKnown = true
  }

  /// The cursor stays on its record where others come and go around it. Where the record itself was changed (a
  /// concern resolved), it stays in its place, on the next one.
  private mutating func take(_ change: (inout Self) -> Void) {
    let stood = VoicesSection.allCases.map { ($0, record(selections[$0]?.index ?? 0, in: $0)) }
    change(&self)
    for (section, before) in stood {
      guard let before, let index = index(of: before.id, in: section),
        record(index, in: section)?.version == before.version || section == .comments
      else { continue }
      selections[section, default: .init()].index = index
    }
    seek()
  }

  private mutating func list() {
    let words = search?.text ?? ""
    shown = voices.holding(words)
    let folded = Folding.folded(words).split(separator: " ").map(String.init)
    listed = comments.filter { comment in
      (!isOpenOnly || comment.disposition == nil) && (folded.isEmpty || Voices.holds(comment, folded))
    }
    marked.formIntersection(comments.map(\.id))
  }

  // MARK: Looking for words

  mutating func openSearch() {
    search = search ?? TextField("")
    isTyping = true
  }

  /// Leaves the line; what was found stays listed.
  mutating func acceptSearch() {
    isTyping = false
    if search?.text.trimmed.isEmpty == true { clearSearch() }
  }

  mutating func clearSearch() {
    (search, isTyping) = (nil, false)
    take { $0.list() }
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard isTyping, search?.take(chord) == true else { return nil }
    list()
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    guard isTyping, search?.insert(text) == true else { return false }
    list()
    return true
  }

  mutating func toggleOpenOnly() {
    take {
      $0.isOpenOnly.toggle(); $0.list()
    }
  }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(let kind, let id) = destination, let section = VoicesSection(kind) else { return false }
    self.section = section
    if search != nil { clearSearch() }
    if section == .comments {
      if let id { show(call: ReviewComment(id: id).call) }
      isOpenOnly = false
      list()
    }
    sought = id.map { (section, $0) }
    seek()
    return true
  }

  /// Lists the comments of a call.
  mutating func show(call id: RecordID) {
    section = .comments
    guard callID != id else { return }
    (callID, comments, listed, marked) = (id, [], [], [])
    commentCounts = CommentCounts()
    selections[.comments] = nil
  }

  private mutating func seek() {
    guard let sought, let index = index(of: sought.id, in: sought.section) else { return }
    selections[sought.section, default: .init()].index = index
    self.sought = nil
  }

  /// The list, the record under its cursor, and the comments that are marked.
  var place: String {
    ([String(section.rawValue), subject?.description ?? ""] + marked.sorted()).joined(separator: " ")
  }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let section = Int(parts[0]).flatMap(VoicesSection.init) else { return }
    self.section = section
    if let record = RecordReference(parts[1]) { _ = visit(Destination(record.kind, record.id)) }
    marked = Set(parts.dropFirst(2))
  }

  mutating func turn(by step: Int) {
    if search != nil { clearSearch() }
    let all = VoicesSection.allCases
    section = all[(section.rawValue + step + all.count) % all.count]
  }

  // MARK: What is selected

  var selection: Selection {
    get { selections[section] ?? Selection() }
    set { selections[section] = newValue }
  }

  var rowCount: Int { count(in: section) }

  private func count(in section: VoicesSection) -> Int {
    switch section {
    case .opportunities: shown.opportunities.count
    case .calls: shown.calls.count
    case .comments: listed.count
    case .concerns: shown.concerns.count
    case .groups: shown.focusGroups.count
    case .findings: CodedFindings.codes.count + (coded.uncoded.isEmpty ? 0 : 1)
    }
  }

  /// The record in a row; nil for a code, which is none.
  private func record(_ index: Int, in section: VoicesSection) -> (any Record)? {
    guard index < count(in: section) else { return nil }
    return switch section {
    case .opportunities: shown.opportunities[index]
    case .calls: shown.calls[index]
    case .comments: listed[index]
    case .concerns: shown.concerns[index]
    case .groups: shown.focusGroups[index]
    case .findings: nil
    }
  }

  private func index(of id: RecordID, in section: VoicesSection) -> Int? {
    // There may be thousands of comments.
    if section == .comments { return listed.firstIndex { $0.id == id } }
    return (0..<count(in: section)).first { record($0, in: section)?.id == id }
  }

  /// The record under the cursor, of whatever kind.
  var record: (any Record)? { record(selection.index, in: section) }
  var opportunity: Opportunity? { record as? Opportunity }
  var comment: ReviewComment? { record as? ReviewComment }
  var concern: Concern? { record as? Concern }
  var group: FocusGroup? { record as? FocusGroup }
  /// The call under the cursor, or the one whose comments are listed.
  var call: CallForInput? { record as? CallForInput ?? (section == .comments ? listedCall : nil) }
  var listedCall: CallForInput? { voices.calls.first { $0.id == callID } }

  /// The code under the cursor; nil on the row of findings without one.
  var code: CodedFindings.Code? {
    CodedFindings.codes.indices.contains(selection.index) ? CodedFindings.codes[selection.index] : nil
  }

  /// The comments that a key answers: those that are marked, else the one under the cursor.
  var answerable: [ReviewComment] {
    marked.isEmpty ? comment.map { [$0] } ?? [] : comments.filter { marked.contains($0.id) }
  }

  mutating func mark() {
    guard let comment else { return }
    if marked.remove(comment.id) == nil { marked.insert(comment.id) }
    selection.move(by: 1, count: rowCount)
  }

  /// Goes to the next comment that nobody has considered, round the end; false where there is none.
  mutating func seekOpen() -> Bool {
    let order = (1...max(1, listed.count)).map { (selection.index + $0) % max(1, listed.count) }
    guard let next = order.first(where: { listed.indices.contains($0) && listed[$0].disposition == nil })
    else {
      return false
    }
    selection.index = next
    return true
  }

  // MARK: Writing

  /// What was marked is answered.
  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    marked.subtract(written.all(ReviewComment.self).map(\.id))
    return []
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    selection.fit(count: rowCount, height: max(1, size.rows - Self.headRows))
  }
}
