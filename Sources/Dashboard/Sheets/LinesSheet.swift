import Model
import Office
import Phrases
import Store
import Terminal

/// A few labelled lines that are filled in together: guidance, a release, a request.
struct LinesSheet: Pane {
  static let name = "lines"
  static let title = PhraseKey.paneGuidance

  /// One line: its label, how it is typed, and what a code of it is called.
  struct Line: Sendable {
    let label: Phrase
    let entry: Entry
    var text = ""
    /// What words are typed in it; nil for anything.
    var words: WordInput.Source?
    var hint: PhraseKey?
    var word: @Sendable (String, Look) -> String = { code, look in
      code.isEmpty ? look.say(.notStated) : code == "yes" ? look.say(.yes) : code
    }
    /// Of a choice that hangs on other lines: the codes that go with the texts of all; nil where all do.
    var codes: (@Sendable ([String]) -> [String])?

    fileprivate func input(_ text: String) -> FieldInput {
      FieldInput(entry, of: words ?? .init(field: "", entry), text: text)
    }
    /// Whether something to choose may stand below it.
    fileprivate var isOffering: Bool {
      !entry.forms.isEmpty || words ?? .init(field: "", entry) != nil
    }
  }

  /// What becomes of the lines: something is done, or one of them is wrong.
  enum Answer: Sendable {
    case effects([Effect])
    case problem(line: Int, Phrase)
  }

  let title: PhraseKey
  private let lines: [Line]
  private var inputs: [FieldInput]
  /// What stood in the lines before anybody typed.
  private var originals: [String]
  private var index = 0
  /// What is wrong with a line, said as long as the cursor stands in it.
  private var mistake: (line: Int, problem: Phrase)?
  private var problem: Phrase? { mistake.flatMap { $0.line == index ? $0.problem : nil } }
  /// How many lines it takes, as wide as the sheet is.
  private var problemLines = 1
  /// The line that takes up the title of a record, as soon as the store has told it.
  private var known: (line: Int, record: RecordReference)?
  private let isKept: Bool
  private let accept: @Sendable ([String]) -> Answer

  /// - Parameters:
  ///   - isKept: whether what stands in the lines is a draft where it is left; else they are chosen anew each time.
  ///   - accept: gets the texts of the lines; the sheet stays open unless its effects close it.
  init(
    _ title: PhraseKey, _ lines: [Line], knowing known: (line: Int, record: RecordReference)? = nil,
    isKept: Bool = true, accept: @escaping @Sendable ([String]) -> Answer
  ) {
    (self.title, self.lines, self.known, self.isKept, self.accept) = (title, lines, known, isKept, accept)
    inputs = lines.map { $0.input($0.text) }
    originals = []
    limitChoices()
    originals = inputs.map(\.text)
  }

  /// Offers what goes with the other lines; what was chosen stays where it still does.
  private mutating func limitChoices() {
    let texts = inputs.map(\.text)
    for (place, line) in lines.enumerated() {
      guard let codes = line.codes?(texts), !codes.isEmpty, case .choice(let now, let index) = inputs[place],
        codes != now
      else { continue }
      inputs[place] = .choice(codes: codes, index: codes.firstIndex(of: now[index]) ?? 0)
    }
  }

  var placement: Placement {
    let hasReference = lines.contains(where: \.isOffering)
    return .sheet(rows: heights.reduce(0, +) + max(problemLines, hasReference ? ReferenceInput.most : 1))
  }
  var isTyping: Bool { true }
  /// How many rows each line takes: a long text more than one while it is typed.
  private var heights: [Int] { inputs.indices.map { $0 == index ? inputs[$0].rows : 1 } }

  var typed: Typed? {
    let texts = inputs.map(\.text)
    guard isKept, texts != originals, !texts.allSatisfy(\.trimmed.isEmpty) else { return nil }
    return .lines(Dictionary(uniqueKeysWithValues: texts.enumerated().map { (String($0), $1) }))
  }

  mutating func resume(_ draft: Draft) {
    for place in lines.indices {
      if let text = draft.typed[String(place)] { inputs[place] = lines[place].input(text) }
    }
    limitChoices()
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    guard let known else { return [] }
    return [
      Ask(ReferredRecords([known.record])) { sheet, found in
        guard let record = found[known.record] else { return }
        if sheet.inputs[known.line].text.isEmpty {
          _ = sheet.inputs[known.line].paste(look.title(of: record))
          sheet.originals[known.line] = sheet.inputs[known.line].text
        }
        sheet.known = nil
      }
    ]
  }

  static let commands: [Command<LinesSheet>] = [
    .moving("lines.enter", .commandNextField, ["Enter"], rank: 2, when: { !$0.isAtEnd }) { $0.move(1) },
    Command("lines.finish", .commandAccept, ["Enter", "Ctrl-S", "F2"], rank: 1, when: \.isAtEnd) { sheet, _ in
      sheet.enter()
    },
    Command("lines.accept", .commandAccept, ["Ctrl-S", "F2"], rank: 1, when: { !$0.isAtEnd }) { sheet, _ in
      sheet.enter()
    },
    .moving("lines.next", .commandNextField, ["Down", "Tab", "WheelDown"]) { $0.move(1) },
    .moving("lines.previous", .commandPreviousField, ["Up", "Shift-Tab", "WheelUp"]) { $0.move(-1) },
    TextSheet.opening("lines.editor", when: { $0.inputs[$0.index].isLong }) {
      TextSheet($0.title, field: String($0.index), text: $0.inputs[$0.index].text)
    },
  ]

  mutating func fill(_ filling: Filling) {
    guard case .field(let name, let text) = filling, name == String(index) else { return }
    inputs[index] = lines[index].input(text)
    mistake = nil
  }

  /// Enter goes on line by line, and accepts at the last.
  private var isAtEnd: Bool { index == inputs.count - 1 }

  private mutating func move(_ step: Int) {
    inputs[index].finish()
    index = max(0, min(inputs.count - 1, index + step))
  }

  private mutating func enter() -> [Effect] {
    inputs[index].finish()
    let mistake = inputs.firstIndex { $0.problem != nil }.map { line in
      Answer.problem(line: line, Phrase(inputs[line].problem ?? .missing))
    }
    switch mistake ?? accept(inputs.map { $0.text.trimmed }) {
    case .effects(let effects): return effects
    case .problem(let line, let problem):
      // A line that nobody came to yet is not wrong, only next.
      self.mistake = line > index ? nil : (line, problem)
      index = line
      return []
    }
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard inputs[index].take(chord) else { return nil }
    limitChoices()
    mistake = nil
    return []
  }

  mutating func paste(_ text: String) -> Bool { inputs[index].paste(text) }

  func status(_ look: Look) -> [Span] {
    let entry = lines[index].entry
    let usual: PhraseKey? =
      switch entry {
      case .choice, .flag: .hintChoice
      case .day: .hintDay
      case .moment: .hintMoment
      case .time: .hintTime
      default: nil
      }
    if let words = inputs[index].wordHint(look) { return words }
    return (lines[index].hint ?? usual).map { [Span(look.say(Phrase($0)), .quiet)] } ?? []
  }

  mutating func fit(to size: Size, look: Look) {
    inputs[index].fit(look, columns: size.columns - labelWidth(look) - 6)
    problemLines = problem.map { lines(of: $0, look, columns: size.columns).count } ?? 1
  }

  private func lines(of problem: Phrase, _ look: Look, columns: Int) -> [[Span]] {
    // Alone it would not say which line.
    let isBare = problem.key == PhraseKey.problemMissing.rawValue
    let said = look.about(isBare ? look.say(lines[index].label) : "", look.say(problem))
    return [Mark.problem.said(said)].wrapped(columns: columns - 4)
  }

  private func labelWidth(_ look: Look) -> Int {
    min(24, lines.map { CellText.width(look.say($0.label)) }.max() ?? 0)
  }

  /// The line under the cursor, for somebody who listens.
  private func say(on canvas: inout Canvas, in area: Rect, look: Look) {
    let line = lines[index]
    let word: String? =
      if case .choice(let codes, let chosen) = inputs[index] { line.word(codes[chosen], look) } else { nil }
    SpokenField(label: look.say(line.label), problem: problem, place: (index + 1, lines.count)).draw(
      inputs[index], of: "", word: word, on: &canvas, in: area, look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard !canvas.isSpoken else { return say(on: &canvas, in: area, look: look) }
    let label = labelWidth(look)
    var used = 0
    for (number, line) in lines.enumerated() where used < area.rows {
      let row = area.inset(top: used)
      used += heights[number]
      let value = FormLine(label: look.say(line.label), width: label).draw(on: &canvas, in: row)
      draw(inputs[number], of: line, isActive: number == index, on: &canvas, in: value.inset(right: 2), look)
      if number == index {
        canvas.mark(Point(row: row.row, column: row.column), hasCursor: false)
      } else {
        canvas.hits.append(Hit(row.split(top: heights[number]).top, .field(by: number - index)))
      }
    }
    let below = area.inset(top: min(area.rows, used))
    guard let problem, below.rows > 0 else {
      return canvas.lines(inputs[index].lines(look), in: below.inset(left: label + 4), margin: 0)
    }
    canvas.lines(lines(of: problem, look, columns: area.columns), in: below, margin: 2)
  }

  private func draw(
    _ input: FieldInput, of line: Line, isActive: Bool, on canvas: inout Canvas, in room: Rect, _ look: Look
  ) {
    let whole = Rect(row: room.row, column: room.column, rows: 1, columns: max(2, room.columns + 1))
    switch input {
    case .line where isActive, .day where isActive, .area where isActive, .words where isActive:
      input.draw(of: "", on: &canvas, row: room.row, column: room.column, width: max(1, room.columns), look)
    case .choice(let codes, let chosen):
      let word = line.word(codes[chosen], look)
      guard isActive else { return canvas.lines([[Span(word)]], in: whole, margin: 0) }
      canvas.page([[Span("‹ \(word) ›", .entry)]], in: whole, margin: 0)
      FieldInput.hitChoice(
        on: &canvas, row: whole.row, column: whole.column,
        width: min(whole.columns, CellText.width(word) + 4))
    case .reference where isActive:
      input.draw(of: "", on: &canvas, row: room.row, column: room.column, width: max(1, room.columns), look)
    case .reference(let reference):
      canvas.lines([[Span(look.name(reference.text, reference.form))]], in: whole, margin: 0)
    default: canvas.lines([[Span(input.text)]], in: whole, margin: 0)
    }
  }
}
