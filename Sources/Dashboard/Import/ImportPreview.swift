import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// What an import would do, before anything is written; then what it did.
struct ImportPreview: Pane {
  static let name = "import"
  static let title = PhraseKey.paneImport

  var job: ImportJob
  private(set) var summary: ImportSummary
  var kind = ImportKind.all
  var selection = Selection()
  /// Of what is left out of sight, how wide the rows are.
  private var size = Size(columns: 80, rows: 19)
  private var lines: [ImportLine] = []
  /// What the rows are that are not to be written, by their lines: those of other pages are counted too.
  private var kinds: [Int: ImportKind] = [:]
  /// The groups of findings whose rows are seen one by one.
  private var open: Set<Int> = []
  /// How many panes lie over the list of stakeholders, this one among them.
  private let layers: Int

  init(_ outcome: ImportOutcome, layers: Int) {
    (job, summary) = (outcome.job, outcome.summary)
    self.layers = layers
  }

  var isDone: Bool { summary.outcome != .planned }

  static let commands: [Command<ImportPreview>] =
    actions + moves(in: \.selection, when: { !$0.isDone })

  private static let actions: [Command<ImportPreview>] = [
    Command(
      "import.write", .commandWrite, ["Ctrl-S", "F2"], rank: 1, when: { !$0.isDone },
      needs: .edit,
      unless: { pane, _ in pane.count(.new) + pane.count(.changed) == 0 ? Phrase(.importNoneNew) : nil }
    ) { pane, _ in [.errand(WriteErrand(job: pane.job))] },
    Command("import.close", .commandBack, ["Enter", "Esc"], rank: 1, when: \.isDone) { pane, _ in
      Array(repeating: .close, count: pane.layers)
    },
    Command("import.undo", .commandUndo, ["u"], rank: 2, when: { $0.summary.outcome == .written }) {
      pane, _ in
      Array(repeating: .close, count: pane.layers) + [.undo]
    },
    Command(
      "import.tick", .commandTakeRow, ["Space"], rank: 3, when: { !$0.isDone },
      unless: { pane, _ in pane.line?.row == nil ? Phrase(.importNoRow) : nil }
    ) { pane, _ in
      pane.tick()
      return []
    },
    sameCommand,
    Command(
      "import.lines", .commandLines, ["Enter"], rank: 5, when: { !$0.isDone && $0.line?.group != nil }
    ) { pane, _ in
      if let group = pane.line?.group { pane.open.formSymmetricDifference([group]) }
      return []
    },
    Command(
      "import.rejects", .commandRejects, ["r"], rank: 4, when: { $0.job.format == .table },
      unless: { pane, _ in pane.lost == 0 ? Phrase(.importNoRejected) : nil }
    ) { pane, look in [.present(pane.rejectsPrompt(look))] },
    Command(
      "import.page", .commandNextRecords, ["m"], rank: 3, when: { !$0.isDone && $0.isPaged }
    ) { pane, _ in
      let next = pane.summary.shownFrom + ImportSummary.examples
      let most = max(pane.summary.new, pane.summary.changed)
      return [.errand(PreviewErrand(job: pane.job, from: next < most ? next : 0, compares: false))]
    },
    Command(
      "import.older", .commandOlderCards, ["o"], rank: 4, when: { !$0.isDone && $0.hasOlderCards }
    ) { pane, _ in
      pane.job.takesOlder.toggle()
      return [.errand(PreviewErrand(job: pane.job))]
    },
    .encoding("import.encoding", when: { !$0.isDone && $0.job.format == .vcard }, of: { $0.job }),
    .moving("import.next", .commandNextKind, ["Right", "Tab", "l"], rank: 2, when: { !$0.isDone }) {
      $0.turn(1)
    },
    .moving("import.previous", .commandPreviousKind, ["Left", "Shift-Tab", "h"], when: { !$0.isDone }) {
      $0.turn(-1)
    },
  ]

  /// What the cursor stands on.
  var line: ImportLine? { lines.indices.contains(selection.index) ? lines[selection.index] : nil }
  /// Whether there are more records than are shown at once.
  private var isPaged: Bool { max(summary.new, summary.changed) > ImportSummary.examples }
  /// Whether there are cards that are older than what is stored.
  private var hasOlderCards: Bool {
    job.takesOlder
      || summary.remarks.cellNotes.contains { if case .storeIsNewer = $0.what { true } else { false } }
  }
  /// Rows that stay out though nobody said so.
  private var lost: Int { summary.rejected + summary.conflictingRows }

  /// Leaves the row under the cursor out, or takes it in again.
  private mutating func tick() {
    if let row = line?.row {
      job.unticked.formSymmetricDifference([row])
      let kind = summary.changedLines.contains(row) ? ImportKind.changed : .new
      kinds[row] = job.unticked.contains(row) ? kind : nil
    }
    if !shownKinds.contains(kind) { kind = .all }
  }

  private func rejectsPrompt(_ look: Look) -> FilePrompt {
    let (job, language) = (job, look.language)
    let name = job.file.path.lastIndex(of: ".").map { String(job.file.path[..<$0]) } ?? job.file.path
    return .writing(
      Phrase(.importRejectsPath), title: .commandRejects, name + "-rejected.csv",
      refuses: { RejectedRows.isOnlyRead($0) ? Phrase(.importRejectsEnd, .text($0)) : nil }
    ) {
      RejectsErrand(job: job, path: $0, language: language)
    }
  }

  private var rows: Int { max(1, size.rows - 2) }

  private mutating func turn(_ step: Int) {
    let kinds = shownKinds
    let at = kinds.firstIndex(of: kind) ?? 0
    kind = kinds[(at + step + kinds.count) % kinds.count]
    selection = Selection()
  }

  /// The kinds that there are.
  private var shownKinds: [ImportKind] {
    ImportKind.allCases.filter { $0 == .all || count($0) > 0 }
  }

  private func count(_ kind: ImportKind) -> Int {
    switch kind {
    case .all:
      summary.new + summary.changed + summary.unchanged + summary.rejected
        + summary.repeatedRows + summary.conflictingRows + summary.unticked
    case .new: summary.new - kinds.values.count { $0 == .new } - joined
    case .alike: summary.lookalikes?.count ?? 0
    case .changed: summary.changed - kinds.values.count { $0 == .changed } + joined
    case .unticked: isDone ? summary.unticked : job.unticked.count
    case .unchanged: summary.unchanged
    case .rejected: summary.rejected
    case .leftOut: summary.repeatedRows + summary.conflictingRows
    case .optOuts: summary.optOutsKept
    case .remarks: summary.groups.all.count { ImportKind($0.what) == .remarks }
    }
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    if case .job(let job)? = outcome as? SurveyErrand.Outcome { return [.errand(PreviewErrand(job: job))] }
    guard let outcome = outcome as? ImportOutcome else { return [] }
    if outcome.summary.shownFrom != summary.shownFrom { selection = Selection() }
    let compared = (summary.lookalikes, summary.uncompared)
    (job, summary) = (outcome.job, outcome.summary)
    if summary.lookalikes == nil { summary.keep(compared) }
    return []
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    lines =
      (kind == .all ? ImportLine.remarks(on: summary, of: job, look) : [])
      + ImportLine.lines(
        of: summary, .init(kind: kind, unticked: job.unticked, same: job.same, open: open),
        width: size.columns, look)
    selection.fit(count: lines.count, height: rows)
  }

  // MARK: Drawing

  func heading(_ look: Look) -> [Span] {
    [Span(" › \(job.name)"), Span(" · \(MappingWords.format(job, look))", .quiet)]
  }

  func aside(_ look: Look) -> [Span] {
    isDone ? [] : [Span(look.say(.importNotYet), .quiet)]
  }

  func status(_ look: Look) -> [Span] {
    guard !isDone else { return [] }
    let (new, changed) = (count(.new), count(.changed))
    let sentence =
      lost == 0
      ? look.say(.importWillWrite, .number(new), .number(changed))
      : look.say(.importWillLeaveOut, .number(new), .number(changed), .number(lost))
    if let said = lookalikeStatus(look) { return [Span(said, .quiet)] }
    let byHand = job.unticked.isEmpty ? "" : " " + look.say(.importByHand, .number(job.unticked.count))
    return [Span(sentence + byHand, .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard !isDone else { return drawDone(on: &canvas, in: area, look: look) }
    drawKinds(on: &canvas, in: area, look: look)
    ListTable<ImportLine>(columns: [.init("", 0, spans: \.spans)]).draw(
      lines, selection, on: &canvas, in: area.inset(top: 2), hasCursor: true)
  }

  private func drawKinds(on canvas: inout Canvas, in area: Rect, look: Look) {
    let kinds = shownKinds.flatMap { kind in
      let text = "\(look.phrases.label("outcome", kind.rawValue)) \(look.phrases.number(count(kind)))"
      return [kind == self.kind ? Span("[\(text)]", .title) : Span(" \(text) ", .quiet), Span(" ")]
    }
    canvas.lines([kinds], in: area)
  }

  private func drawDone(on canvas: inout Canvas, in area: Rect, look: Look) {
    let isWritten = summary.outcome == .written
    var sentences = [
      isWritten
        ? look.say(.importDone, .number(summary.new), .number(summary.changed)) : look.say(.importNoneNew)
    ]
    let titles = (new: summary.firstNew.map(\.title), changed: summary.firstChanged.map(\.after.title))
    if isWritten, summary.new > 0 {
      sentences.append(look.say(.importTitlesNew, .chain(titles.new, first: 3, of: summary.new)))
    }
    if isWritten, summary.changed > 0 {
      sentences.append(look.say(.importTitlesChanged, .chain(titles.changed, first: 3, of: summary.changed)))
    }
    if lost > 0 { sentences.append(look.say(.importStayedOut, .number(lost))) }
    if lost > 0, job.format == .table { sentences.append(look.say(.importNextRejects)) }
    if summary.unticked > 0 { sentences.append(look.say(.importUntickedCount, .number(summary.unticked))) }
    if summary.optOutsKept > 0 {
      sentences.append(look.say(.importOptOutsKept, .number(summary.optOutsKept)))
    }
    if isWritten {
      sentences += ["", look.say(.importNext), look.say(.importNextUndo), look.say(.importNextClean)]
    }
    let lines = sentences.enumerated().flatMap { index, sentence in
      (sentence.isEmpty ? [""] : Wrapping.lines(sentence, columns: area.columns - 6)).map {
        [Span($0, index == 0 ? .title : .text)]
      }
    }
    canvas.page(lines, in: area.inset(top: 1), margin: 3)
  }
}
