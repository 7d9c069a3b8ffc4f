import Model
import Office
import Phrases
import Store
import Terminal

/// One and the same edit of all marked stakeholders: a field, what becomes of it, and what that would do.
struct BulkPane: Pane {
  static let name = "bulk"
  static let title = PhraseKey.paneBulk

  enum Action: String, Sendable, CaseIterable { case set, add, remove }

  /// All that are marked.
  private let marked: [RecordID]
  /// The list in which they were marked, as it is searched now.
  private let list: MatchingStakeholders
  /// Those of them that the list shows; nil until the store has said so.
  private(set) var inSight: [RecordID]?
  /// Whether those out of sight are left out.
  private var leavesOut = false
  var selection = Selection()
  var action = Action.set
  /// The value being typed; nil while a field is being chosen.
  var input: FieldInput?
  /// What was typed of the field before the fields were gone back to.
  private var begun: (field: String, action: Action, text: String)?
  /// Letters of the field's name, while it is sought by them: from the beginning.
  var finding: TextField? = TextField("")
  /// The fields to choose from.
  private(set) var fields = BulkStep.fields
  private var previewed: (question: BulkPreview, answer: BulkPreview.Answer)?
  /// What the edit would do, longer than the screen.
  var page = TextPage()
  /// Whether somebody has said yes to forgetting refusals.
  var isConfirmed = false

  init(_ marked: [RecordID], in list: MatchingStakeholders) { (self.marked, self.list) = (marked, list) }

  /// Those that are edited.
  var ids: [RecordID] { leavesOut ? inSight ?? marked : marked }
  /// How many of those that are marked the list does not show.
  var hidden: Int { inSight.map { marked.count - $0.count } ?? 0 }

  /// What the edit of what stands here now would do; nil until it is counted.
  var preview: BulkPreview.Answer? {
    guard let step, let previewed, previewed.question == BulkPreview(ids, step) else { return nil }
    return previewed.answer
  }

  var field: Field<Stakeholder> { fields.isEmpty ? BulkStep.fields[0] : fields[selection.index] }
  var actions: [Action] { BulkStep.isList(field) ? [.add, .remove, .set] : [.set] }
  var isTyping: Bool { input != nil || finding != nil }
  private var isValued: Bool { input != nil }

  var typed: Typed? {
    let now = input.map { (field: field.name, action: action, text: $0.text) }
    guard let (field, action, text) = now ?? begun, !text.trimmed.isEmpty else { return nil }
    return .lines(["field": field, "action": action.rawValue, "value": text])
  }

  mutating func resume(_ draft: Draft) {
    guard let at = BulkStep.fields.firstIndex(where: { $0.name == draft.typed["field"] }) else { return }
    selection.index = at
    action = draft.typed["action"].flatMap(Action.init) ?? actions[0]
    open(draft.typed["value"] ?? "")
  }

  var step: BulkStep? {
    guard let text = input?.text else { return nil }
    switch action {
    case .set: return BulkStep(field: field.name, action: .set(text))
    case .add: return text.trimmed.isEmpty ? nil : BulkStep(field: field.name, action: .add(text))
    case .remove: return text.trimmed.isEmpty ? nil : BulkStep(field: field.name, action: .remove(text))
    }
  }

  /// What is wrong with the value; one that is to be taken away may be anything.
  var problem: FieldProblem? {
    if action == .remove { return nil }
    return step?.problem
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    let marked = Set(marked)
    let sight = Ask<Self>(list, .rest) { pane, ids in pane.inSight = ids.filter(marked.contains).sorted() }
    guard let step, problem == nil else { return [sight] }
    let question = BulkPreview(ids, step)
    return [sight, Ask(question, .rest) { $0.previewed = (question, $1) }]
  }

  // MARK: Commands

  static let commands: [Command<BulkPane>] =
    actions + moves(in: \.selection, when: { !$0.isTyping })
    + moves(in: \.page, when: \.isValued, as: "preview")
    + moves(in: \.selection, when: { $0.finding != nil }, also: ListMove.besideTyping, as: "found")

  private static let actions: [Command<BulkPane>] = [
    .moving("bulk.field", .commandOpen, ["Enter", "Right"], rank: 1, when: { !$0.isTyping }) { $0.begin() },
    Command(
      "bulk.apply", .commandBulkApply, ["Ctrl-S", "F2"], rank: 1, when: \.isValued,
      needs: .edit, unless: { pane, _ in pane.obstacle }
    ) { $0.apply($1) },
    .moving(
      "bulk.action", .commandBulkAction, ["Tab"], rank: 2, when: { $0.isValued && $0.actions.count > 1 }
    ) {
      $0.turn()
    },
    .moving(
      "bulk.sight", .commandBulkSight, ["Tab", "x"], rank: 2, when: { !$0.isValued && $0.hidden > 0 }
    ) { pane in
      pane.leavesOut.toggle()
      pane.changed()
    },
    .moving("bulk.find", .commandSearch, ["/"], rank: 2, when: { !$0.isTyping }) {
      $0.finding = TextField("")
    },
    Command(
      "bulk.found", .commandOpen, ["Enter"], rank: 1, when: { $0.finding != nil },
      unless: { pane, _ in pane.fields.isEmpty ? Phrase(.nothingSelected) : nil }
    ) { pane, _ in
      pane.begin()
      return []
    },
    Command("bulk.unfind", .commandBack, ["Esc"], rank: 3, when: { $0.finding != nil }) { pane, _ in
      if pane.finding?.text.isEmpty == true { return [.leave()] }
      pane.showAll()
      return []
    },
    Command("bulk.back", .commandBack, ["Esc"], rank: 3, when: \.isValued) { pane, _ in
      pane.begun = pane.input.map { (pane.field.name, pane.action, $0.text) }
      pane.input = nil
      pane.changed()
      return []
    },
  ]

  private mutating func begin() {
    showAll()
    let begun = begun.flatMap { $0.field == field.name ? $0 : nil }
    action = begun?.action ?? actions[0]
    open(begun?.text ?? "")
  }

  /// All fields again, with the cursor on the one that was found.
  private mutating func showAll() {
    let name = field.name
    (finding, fields) = (nil, BulkStep.fields)
    selection.index = fields.firstIndex { $0.name == name } ?? 0
  }

  /// The fields whose names hold the letters, those that begin with them first.
  private mutating func find(_ look: Look) {
    let words = Folding.folded(finding?.text ?? "").trimmed
    func name(_ field: Field<Stakeholder>) -> String {
      Folding.folded(look.phrases.label("field", field.name))
    }
    let holding = BulkStep.fields.filter { words.isEmpty || name($0).contains(words) }
    fields = holding.filter { name($0).hasPrefix(words) } + holding.filter { !name($0).hasPrefix(words) }
    selection.index = 0
  }

  private mutating func turn() {
    let next = ((actions.firstIndex(of: action) ?? 0) + 1) % actions.count
    action = actions[next]
    open()
  }

  /// One value is added or taken away at a time; a list that is set is set whole.
  private mutating func open(_ text: String = "") {
    input =
      switch (field.entry, action) {
      case (.choices(let codes), .add), (.choices(let codes), .remove):
        .found(ChoiceInput(field.name, codes: [""] + codes, takesMany: false, text: text))
      case (.choices(let codes), .set):
        .found(ChoiceInput(field.name, codes: codes, takesMany: true, text: text))
      case (.choice(let codes), _):
        .found(ChoiceInput(field.name, codes: codes, takesMany: false, text: text))
      case (.flag, _): .found(ChoiceInput(field.name, codes: ["", "yes"], takesMany: false, text: text))
      default: FieldInput(field.entry, of: .init(field: field.name, field.entry), text: text)
      }
    changed()
  }

  private mutating func changed() { isConfirmed = false }

  private var obstacle: Phrase? {
    if let problem { return Phrase(problem) }
    guard step != nil else { return Phrase(.bulkNoValue) }
    guard let preview else { return Phrase(.bulkWaiting) }
    return preview.changed == 0 ? Phrase(.bulkNothing) : nil
  }

  private mutating func apply(_ look: Look) -> [Effect] {
    guard let step, let preview else { return [] }
    if step.action == .set(""), preview.optOutsCleared == 0, !isConfirmed {
      isConfirmed = true
      return [.announce(Phrase(.bulkClear, .number(preview.changed), .text("Ctrl-S")))]
    }
    if preview.optOutsCleared > 0, !isConfirmed {
      isConfirmed = true
      return [.announce(Phrase(.bulkConfirm, .number(preview.optOutsCleared), .text("Ctrl-S")))]
    }
    let news = Phrase(.bulkDone, .number(preview.changed), .text("u"))
    return [.apply(BulkEdit(ids, step), closing: true, then: [.announce(news)])]
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    if finding != nil {
      guard finding?.take(chord) == true else { return nil }
      find(look)
      return []
    }
    let before = input?.text
    guard input?.take(chord) == true else { return nil }
    if input?.text != before { changed() }
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    guard input?.paste(text) == true else { return false }
    changed()
    return true
  }

  // MARK: Drawing

  func aside(_ look: Look) -> [Span] { [Span(look.say(.markedCount, .number(ids.count)), .quiet)] }

  func status(_ look: Look) -> [Span] {
    if hidden > 0, input == nil {
      let hidden: Phrase.Argument = .number(hidden)
      return [
        Span(
          leavesOut
            ? look.say(.bulkLeftOut, .number(ids.count), hidden, .text("Tab"))
            : look.say(.bulkHidden, .number(marked.count), hidden, .text("Tab")), .announcement)
      ]
    }
    guard input != nil else { return [Span(look.say(.bulkHelp), .quiet)] }
    if let problem { return [Span(look.say(Phrase(problem)), .problem)] }
    if case .found(let input) = input { return [Span(look.say(Phrase(input.hint)), .quiet)] }
    return []
  }

  mutating func fit(to size: Size, look: Look) {
    input?.fit(look, columns: size.columns - min(26, size.columns / 3) - 2)
    page.fit(previewLines(look), height: max(1, size.rows - headRows(look)), look)
    selection.fit(count: fields.count, height: max(1, size.rows - (finding == nil ? 0 : 1)))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    // Somebody who listens has one of the two.
    let half = canvas.isSpoken ? (input == nil ? area.columns : 0) : min(26, area.columns / 3)
    let (left, right) = area.split(left: half)
    let table = ListTable<Field<Stakeholder>>(
      columns: [
        .init("", 0) {
          let ink: Ink = $0.name == field.name ? .heading : input == nil ? .text : .quiet
          return Span(look.phrases.label("field", $0.name), ink)
        }
      ], margin: 2)
    if let finding { SearchLine(field: finding).draw(on: &canvas, in: left) }
    table.draw(
      fields.dropFirst(selection.top), cursor: input == nil ? selection.index - selection.top : nil,
      on: &canvas, in: left.inset(top: finding == nil ? 0 : 1), hasCursor: !isTyping)
    drawValue(on: &canvas, in: right.inset(left: canvas.isSpoken ? 0 : 1), look: look)
  }
}
