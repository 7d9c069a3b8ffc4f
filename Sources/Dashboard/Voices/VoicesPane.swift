import Model
import Office
import Phrases
import Store
import Terminal

/// What comes in from others and what is offered to them: opportunities to take part, calls and the comments on
/// them, concerns, focus groups and what they found.
struct VoicesPane: TabbedPane {
  static let name = "voices"
  static let title = PhraseKey.paneVoices

  var tabs = Tabs(VoicesTab.opportunities)
  private(set) var voices = Voices()
  /// What of them holds the words that somebody looks for.
  private(set) var found = Voices()
  private(set) var isKnown = false
  /// The call whose comments are listed.
  private(set) var callID: RecordID?
  /// All comments of the call, in the order of its document.
  private(set) var comments: [ReviewComment] = []
  private(set) var commentCounts = CommentCounts()
  /// Those that are listed.
  private(set) var listedComments: [ReviewComment] = []
  /// Only those that nobody has considered yet.
  private(set) var isOpenOnly = false
  /// The comments that are answered together.
  var marked: Set<RecordID> = []
  private(set) var coded = CodedFindings([])
  private(set) var views: [SavedView] = []

  func asks(_ look: Look) -> [Ask<Self>] {
    let day = look.asOf
    let asks: [Ask<Self>] = [
      Ask(WholeVoices()) { pane, voices in pane.take { $0.receive(voices.sorted(on: day)) } },
      Ask(AllRecords<SavedView>(), .beside) { $0.views = $1 },
    ]
    guard let callID else { return asks }
    return asks + [Ask(CommentsOf(callID)) { pane, comments in pane.take { $0.receive(comments) } }]
  }

  private mutating func receive(_ voices: Voices) {
    self.voices = voices
    coded = CodedFindings(voices.focusGroups)
    // Somebody who looks for comments means those that wait.
    callID =
      callID ?? voices.calls.first { voices.comments[$0.id]?.open ?? 0 > 0 }?.id
      ?? voices.calls.first { voices.comments[$0.id] != nil }?.id
    isKnown = true
    narrow(to: tabs.search.words)
  }

  private mutating func receive(_ comments: [ReviewComment]) {
    self.comments = comments
    commentCounts = CommentCounts(comments)
    marked.formIntersection(comments.map(\.id))
    narrow(to: tabs.search.words)
  }

  mutating func narrow(to words: String) {
    found = voices.holding(words)
    let folded = Folding.folded(words).split(separator: " ").map(String.init)
    listedComments = comments.filter { comment in
      (!isOpenOnly || comment.disposition == nil) && (folded.isEmpty || Voices.holds(comment, folded))
    }
  }

  func list(_ tab: VoicesTab) -> any TabRows {
    switch tab {
    case .opportunities: TabList(found.opportunities) { table($0).opportunities }
    case .calls: TabList(found.calls) { table($0).calls }
    case .comments: TabList(listedComments) { table($0).comments }
    case .concerns: TabList(found.concerns) { table($0).concerns }
    case .groups: TabList(found.focusGroups) { table($0).groups }
    case .findings: TabList(CodedRow.rows(of: coded), id: \.id) { table($0).findings }
    }
  }

  private func table(_ look: Look) -> VoicesTable { VoicesTable(pane: self, look: look) }

  mutating func toggleOpenOnly() {
    take {
      $0.isOpenOnly.toggle()
      $0.narrow(to: $0.tabs.search.words)
    }
  }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(let kind, let id) = destination, let tab = VoicesTab(kind) else { return false }
    if tab == .comments {
      if let id { show(call: ReviewComment(id: id).call) }
      isOpenOnly = false
      narrow(to: "")
    }
    go(to: id, in: tab)
    return true
  }

  /// Lists the comments of a call.
  mutating func show(call id: RecordID) {
    tabs.shown = .comments
    guard callID != id else { return }
    callID = id
    receive([])
    tabs[.comments] = Selection()
  }

  /// The list, the record under its cursor, and the comments that are marked.
  var place: String { ([listPlace] + marked.sorted()).joined(separator: " ") }

  mutating func stand(at place: String) {
    stand(inListAt: place)
    marked = Set(place.split(separator: " ").dropFirst(2).map(String.init))
  }

  // MARK: What is selected

  var opportunity: Opportunity? { record as? Opportunity }
  var comment: ReviewComment? { record as? ReviewComment }
  var concern: Concern? { record as? Concern }
  var group: FocusGroup? { record as? FocusGroup }
  /// The call under the cursor, or the one whose comments are listed.
  var call: CallForInput? { record as? CallForInput ?? (tab == .comments ? listedCall : nil) }
  var listedCall: CallForInput? { voices.calls.first { $0.id == callID } }
  var codedRow: CodedRow? { tab == .findings ? selected(CodedRow.rows(of: coded), in: .findings) : nil }

  /// The comments that a key answers: those that are marked, else the one under the cursor.
  var answerable: [ReviewComment] {
    marked.isEmpty ? comment.map { [$0] } ?? [] : comments.filter { marked.contains($0.id) }
  }

  mutating func mark() {
    guard let comment else { return }
    if marked.remove(comment.id) == nil { marked.insert(comment.id) }
    move(.down)
  }

  /// Goes to the next comment that nobody has considered, round the end; false where there is none.
  mutating func seekOpen() -> Bool {
    let order = (1...max(1, listedComments.count)).map {
      (selection(in: .comments).index + $0) % max(1, listedComments.count)
    }
    guard
      let next = order.first(where: {
        listedComments.indices.contains($0) && listedComments[$0].disposition == nil
      })
    else {
      return false
    }
    tabs[.comments].index = next
    return true
  }

  // MARK: Writing

  /// What was marked is answered.
  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    marked.subtract(written.all(ReviewComment.self).map(\.id))
    return []
  }
}
