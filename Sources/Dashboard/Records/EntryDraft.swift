import Model
import Office
import Phrases
import Store
import Terminal

/// One entry of several parts while it is typed: each part checked on its own, an organization completed from
/// the base.
struct EntryDraft: Sendable {
  let parts: [Part]
  /// Where it stands, or will stand, in the list.
  let index: Int
  /// The parts as they were when it was opened.
  private let original: [String]
  private(set) var texts: [String]
  private var part = 0
  private var input: FieldInput
  private var problems: [Int: FieldProblem] = [:]
  /// Stakeholders that the organization could be, and the one under the cursor.
  var suggestions: [Stakeholder] = []
  private var chosen: Int?

  /// So many suggestions stand below the organization.
  static let most = 4

  init(_ parts: [Part], texts: [String], at index: Int) {
    (self.parts, self.texts, self.index) = (parts, texts, index)
    original = Self.settled(texts, parts)
    input = Self.input(parts[0], texts[0])
  }

  /// A new entry: once, on that day, unless somebody types otherwise.
  init(_ parts: [Part], on day: Day, at index: Int) {
    let texts = parts.map { part in
      switch part.name {
      case "count": "1"
      case "day": day.description
      default: ""
      }
    }
    self.init(parts, texts: texts, at: index)
  }

  /// The parts with what is being typed.
  var typed: [String] {
    var all = texts
    all[part] = input.text.trimmed
    return all
  }

  /// Something stands in it that did not stand there before.
  var isChanged: Bool {
    let typed = typed
    return Self.settled(typed, parts) != original && !typed.allSatisfy(\.isEmpty)
  }

  /// As they are once somebody came by: where one of some codes has to stand, the first does.
  private static func settled(_ texts: [String], _ parts: [Part]) -> [String] {
    zip(texts, parts).map { text, part in FieldInput(part.entry, text: text).text.trimmed }
  }

  private static func input(_ part: Part, _ text: String) -> FieldInput {
    FieldInput(part.entry, of: .init(field: part.name, part.entry), text: text)
  }

  private var recordPart: Int? { parts.firstIndex { $0.name == "record" } }
  /// The parts that are typed: a link to a record is chosen with its name.
  private var stops: [Int] { parts.indices.filter { $0 != recordPart } }
  var isAtEnd: Bool { part == stops.last }
  /// The name that is linked to a record with it.
  private var isAtName: Bool { recordPart != nil && part == 0 }

  /// What to look up in the base for what is typed; nothing for a name that is linked already.
  var search: StakeholderWindow? {
    let text = input.text.trimmed
    guard isAtName, !text.isEmpty, let recordPart, texts[recordPart].isEmpty else { return nil }
    let isOfPeople = parts[part].name != "organization"
    let kinds = Set(StakeholderKind.allCases.filter { ($0 == .individual) == isOfPeople }.map(\.rawValue))
    return StakeholderWindow(
      filter: StakeholderFilter(text: text, facets: [.kind: kinds]), count: Self.most * Self.most)
  }

  /// Of what the store finds by any field, those in whose names words begin so.
  private var offered: ArraySlice<Stakeholder> {
    guard search != nil else { return [] }
    let words = Folding.words(input.text)
    return suggestions.filter { Self.isNamed($0, words) }.prefix(Self.most)
  }

  private static func isNamed(_ record: Stakeholder, _ words: [Substring]) -> Bool {
    let named = [record.name, record.nativeName, record.title].flatMap { Folding.words($0) }
    return !words.isEmpty
      && words.allSatisfy { word in
        // Where a script has no spaces a word begins anywhere.
        let isAnywhere = word.unicodeScalars.contains { $0.value > 0x2E80 }
        return named.contains { $0.hasPrefix(word) || isAnywhere && $0.contains(word) }
      }
  }

  // MARK: Moving and typing

  mutating func move(by step: Int) {
    input.finish()
    texts = typed
    problems[part] = input.problem ?? parts[part].problem(of: texts[part])
    let at = stops.firstIndex(of: part) ?? 0
    part = stops[max(0, min(stops.count - 1, at + step))]
    input = Self.input(parts[part], texts[part])
    (suggestions, chosen) = ([], nil)
  }

  /// Past the last suggestion comes the next part.
  mutating func down() {
    let next = chosen.map { $0 + 1 } ?? 0
    guard next < offered.count else { return move(by: 1) }
    chosen = next
  }

  mutating func up() {
    guard let now = chosen else { return move(by: -1) }
    chosen = now == 0 ? nil : now - 1
  }

  /// Takes the suggestion under the cursor, and links the entry to its record; false where there is none.
  mutating func take() -> Bool {
    guard let chosen, offered.indices.contains(chosen), let recordPart else { return false }
    let organization = offered[chosen]
    input = Self.input(parts[part], organization.name)
    texts[recordPart] = organization.id
    move(by: 1)
    return true
  }

  mutating func type(_ chord: KeyChord) -> Bool {
    let before = input.text
    guard input.take(chord) else { return false }
    noteChange(from: before)
    return true
  }

  mutating func paste(_ text: String) -> Bool {
    let before = input.text
    guard input.paste(text) else { return false }
    noteChange(from: before)
    return true
  }

  /// Another name is no longer that of the linked record.
  private mutating func noteChange(from before: String) {
    problems[part] = nil
    guard input.text != before else { return }
    chosen = nil
    if isAtName, let recordPart { texts[recordPart] = "" }
  }

  // MARK: Checking

  /// Whether every part and the whole entry are valid; where not, the cursor goes to what is not.
  mutating func check(_ whole: (String) -> FieldProblem?) -> Bool {
    input.finish()
    texts = typed
    let unnamed = input.problem
    for stop in stops { problems[stop] = parts[stop].problem(of: texts[stop]) }
    if let unnamed { problems[part] = unnamed }
    if problems.isEmpty, let problem = whole(ListText.entry(parts: texts)) {
      problems[texts[0].isEmpty ? 0 : part] = problem
    }
    if problems.isEmpty, texts[0].isEmpty { problems[0] = .missing }
    guard let first = problems.keys.min() else { return true }
    part = first
    input = Self.input(parts[part], texts[part])
    return false
  }

  // MARK: Drawing

  mutating func fit(_ look: Look) { input.fit(look, columns: 60) }

  func hint(_ look: Look) -> [Span] {
    let key: PhraseKey? =
      switch input {
      case .choice: .hintChoice
      case .choices: .hintChoices
      case .found(let input): input.hint
      case .reference: .hintReference
      case .words: parts[part].entry == .moment ? .hintMoment : .hintWords
      case .line where !offered.isEmpty: .hintSuggestions
      case .day: .hintDay
      case .line where parts[part].entry == .time: .hintTime
      case .line where ["from", "to"].contains(parts[part].name): .hintPartialDay
      case .line, .area: nil
      }
    return key.map { [Span(look.say(Phrase($0)), .quiet)] } ?? []
  }

  /// The part under the cursor, for somebody who listens, and the suggestion that is chosen for it.
  private func say(on canvas: inout Canvas, in area: Rect, look: Look) {
    let here = stops.firstIndex(of: part) ?? 0
    var notes: [String] = []
    if part == 0, let recordPart, !texts[recordPart].isEmpty {
      let name = look.name(of: RecordReference(.stakeholder, texts[recordPart]))
      notes.append(look.say(.linkedRecord, .text(name)))
    }
    SpokenField(
      label: look.phrases.label("part", parts[part].name), problem: problems[part].map(Phrase.init),
      notes: notes, place: (here + 1, stops.count)
    ).draw(input, of: words(of: part), on: &canvas, in: area, look)
    if let chosen, offered.count > chosen {
      let below = area.inset(top: input.rows + 2)
      canvas.say(
        SpokenParts([("", suggested(Array(offered)[chosen], look))]), at: (chosen + 1, offered.count),
        in: below)
    }
  }

  /// What tells an organization from others of its name.
  private func suggested(_ organization: Stakeholder, _ look: Look) -> String {
    look.dotted([organization.title, look.word("kind", organization.type.rawValue), organization.country])
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard !canvas.isSpoken else { return say(on: &canvas, in: area, look: look) }
    var row = area.row
    var cursor: Point?
    let here = stops.firstIndex(of: part) ?? 0
    for (place, index) in stops.enumerated() where row < area.endRow {
      let line = area.inset(top: row - area.row)
      let label = look.phrases.label("part", parts[index].name)
      let value = FormLine(label: label, width: 16, gap: 1).draw(on: &canvas, in: line)
      if index == part {
        canvas.mark(Point(row: row, column: line.column), hasCursor: false)
        input.draw(
          of: words(of: index), on: &canvas, row: row, column: value.column, width: max(4, value.columns - 1),
          look)
        cursor = canvas.cursor
      } else {
        canvas.hits.append(Hit(line.split(top: 1).top, .field(by: place - here)))
        let words = FieldWords.shown(words(of: index), parts[index].entry, texts[index], look)
        canvas.lines([[Span(words)]], in: value, margin: 0)
      }
      row += 1
      row += drawBelow(index, on: &canvas, in: area, row: row, look)
    }
    canvas.cursor = cursor
  }

  /// Under what name the words for a part's codes stand: of taking part, one act is meant here.
  private func words(of index: Int) -> String {
    parts[index].name == "participation" ? "act" : parts[index].name
  }

  /// The problem of a part, or the suggestions for it; returns how many rows they take.
  private func drawBelow(
    _ index: Int, on canvas: inout Canvas, in area: Rect, row: Int, _ look: Look
  ) -> Int {
    let below = area.inset(top: row - area.row)
    if let problem = problems[index] {
      canvas.lines([[Mark.problem.said(look.say(Phrase(problem)))]], in: below.inset(left: 17), margin: 0)
      return 1
    }
    let lines = index == part ? input.lines(look) : []
    canvas.lines(lines, in: below.inset(left: 21), margin: 0)
    guard index == part, lines.isEmpty else {
      return lines.count + drawLink(index, on: &canvas, in: area, row: row, look)
    }
    let suggestions = offered.enumerated().map { place, organization in
      [Span(suggested(organization, look), place == chosen ? .selection : .quiet)]
    }
    canvas.lines(suggestions, in: below.inset(left: 21), margin: 0)
    return offered.count + (offered.isEmpty ? drawLink(index, on: &canvas, in: area, row: row, look) : 0)
  }

  private func drawLink(_ index: Int, on canvas: inout Canvas, in area: Rect, row: Int, _ look: Look) -> Int {
    guard index == 0, let recordPart, !texts[recordPart].isEmpty else { return 0 }
    let name = look.name(of: RecordReference(.stakeholder, texts[recordPart]))
    canvas.lines(
      [[Span(look.say(.linkedRecord, .text(name)), .quiet)]], in: area.inset(top: row - area.row, left: 19),
      margin: 0)
    return 1
  }
}
