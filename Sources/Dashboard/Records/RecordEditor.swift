import Model
import Office
import Phrases
import Store
import Terminal

/// The fields of one record on the screen: looked at, edited one by one in place, or all as a form.
struct RecordEditor<R: Record>: Sendable, Movable {
  enum Mode: Sendable { case view, form }

  /// The record as it was when editing began.
  private(set) var base: R
  let mode: Mode
  let isNew: Bool
  /// What was typed, by field, where it differs from the record.
  private(set) var typed: [String: String] = [:]
  private(set) var problems: [String: FieldProblem] = [:]
  /// The field under the cursor, by its place in the table of fields.
  var selection = Selection()
  /// Lines that are no fields, and the one under the cursor.
  var links: [RecordLink] = []
  private(set) var link: Int?
  /// The empty fields too, of a record that is looked at.
  var showsAll = false
  /// The field being typed in.
  private(set) var input: FieldInput?
  var columns = 80
  var rowsInSight = 1
  /// The zone of times that are typed without one.
  private var zone: Zone?
  /// What prescribes policy in texts on their way out of the house, as they were when the keys last rested.
  var findings: [OutgoingFinding] = []

  init(_ record: R, mode: Mode, isNew: Bool = false, typed: [String: String] = [:]) {
    base = record
    self.mode = mode
    self.isNew = isNew
    self.typed = typed
    selection.index = R.fields.firstIndex { !record.hides($0.name) } ?? 0
    if mode == .form {
      for name in typed.keys { check(name) }
      begin()
    }
  }

  var field: Field<R> { R.fields[min(selection.index, R.fields.count - 1)] }
  var isTyping: Bool { input != nil }
  var isChanged: Bool { !pendingTyped.isEmpty }
  /// Below the field under the cursor stands none.
  var isAtEnd: Bool { rows.last(where: \.isStop) == current }

  /// What was typed, the field under the cursor included.
  var pendingTyped: [String: String] {
    var all = typed
    if let input {
      all[field.name] = input.text == field.read(base) ? nil : input.text
    }
    return all
  }

  func text(of field: Field<R>) -> String { typed[field.name] ?? field.read(base) }

  /// The texts on their way out of the house, with what was typed in them.
  var outgoingTexts: [OutgoingText] {
    guard base is any Outgoing else { return [] }
    var record = base
    for (name, text) in pendingTyped { try? R.field(name)?.write(text, to: &record) }
    return record.outgoingTexts
  }

  /// Takes a fresher state of the record; what was typed stays.
  mutating func refresh(_ record: R) {
    if mode == .view && !isTyping { base = record }
  }

  /// What was typed, as a draft that outlives the session; nil where nothing was.
  var typedOn: Typed? {
    isChanged
      ? .record(
        Draft(
          kind: R.kind, record: base.id, basedOn: base.version, base: base.values, typed: pendingTyped))
      : nil
  }

  // MARK: Moving and typing

  mutating func move(_ move: ListMove) {
    self.move(by: move.step(count: rows.count, height: rowsInSight))
  }

  mutating func move(by step: Int) {
    finishInput()
    let stops = rows.filter(\.isStop)
    let now = stops.firstIndex(of: current) ?? 0
    switch stops[max(0, min(stops.count - 1, now + step))] {
    case .field(let index): (selection.index, link) = (index, nil)
    case .link(let index): link = index
    case .heading, .folded: break
    }
    if mode == .form { begin() }
  }

  mutating func select(_ name: String) {
    guard let index = R.fields.firstIndex(where: { $0.name == name }) else { return }
    finishInput()
    (selection.index, link) = (index, nil)
    if mode == .form { begin() }
  }

  /// Takes up what letters could mean.
  mutating func fitInput(_ look: Look) {
    let columns = valueColumns
    zone = look.typedZone
    input?.fit(look, columns: columns)
  }

  /// Starts typing in the field under the cursor.
  mutating func begin() { input = input(of: field, text: text(of: field)) }

  private func input(of field: Field<R>, text: String) -> FieldInput {
    let isPerson = R.kind.shown.peopleFields.contains(field.name)
    let words = isPerson ? .person : WordInput.Source(field: field.name, field.entry)
    return FieldInput(field.entry, of: words, text: text)
  }

  /// Takes the whole text of the field under the cursor from a sheet.
  mutating func fill(_ name: String, text: String) {
    guard field.name == name, isTyping else { return }
    input = input(of: field, text: text)
    problems[name] = nil
  }

  /// What the field under the cursor could hold, where nobody has typed anything there.
  var suggestion: String? {
    guard field.name == "sort_name", let input, input.text.isEmpty, var record = base as? Stakeholder else {
      return nil
    }
    for name in ["name", "kind", "family_first"] {
      if let text = typed[name] { try? Stakeholder.field(name)?.write(text, to: &record) }
    }
    record.sortName = ""
    return record.suggestedSortName
  }

  /// Stops typing; what was typed in this field is forgotten.
  mutating func cancel() {
    input = nil
    typed[field.name] = nil
    problems[field.name] = nil
  }

  /// Takes a key into the field; false where it is none for typing.
  mutating func type(_ chord: KeyChord) -> Bool {
    guard input != nil else { return false }
    let isTaken = input!.take(chord)
    if isTaken { problems[field.name] = nil }
    return isTaken
  }

  mutating func paste(_ text: String) -> Bool {
    guard input != nil else { return false }
    return input!.paste(text)
  }

  /// Checks the field under the cursor and keeps what was typed. False where it is not valid: typing goes on.
  @discardableResult
  mutating func finishInput() -> Bool {
    guard var input else { return true }
    input.finish()
    let name = field.name
    let text =
      switch field.entry {
      case .moment: Moment.completed(input.text.trimmed, in: zone)
      case .time: TimeOfDay(written: input.text.trimmed)?.description ?? input.text
      default: input.text
      }
    typed[name] = text == field.read(base) ? nil : text
    self.input = nil
    check(name)
    problems[name] = input.problem ?? problems[name]
    return problems[name] == nil
  }

  private mutating func check(_ name: String) {
    guard let field = R.field(name), let text = typed[name] else {
      problems[name] = nil
      return
    }
    var copy = base
    do {
      try field.write(text, to: &copy)
      problems[name] = nil
    } catch { problems[name] = error }
  }

  /// What was typed is written: the record is as it is stored now.
  mutating func settle(_ written: R) {
    base = written
    forget()
  }

  /// What was typed is kept elsewhere: the record is as it was.
  mutating func forget() { (typed, problems, input) = ([:], [:], nil) }

  mutating func note(_ problem: FieldProblem, of name: String) {
    // To leave the field under the cursor checks it alone, and would find nothing wrong with it.
    select(name)
    problems[name] = problem
  }

  /// The record with all that was typed; nil where something is not valid, and the cursor then stands on it.
  mutating func edited() -> R? {
    finishInput()
    for field in R.fields where field.isRequired && text(of: field).trimmed.isEmpty {
      problems[field.name] = .missing
    }
    var record = base
    for field in R.fields {
      guard let text = typed[field.name] else { continue }
      do { try field.write(text, to: &record) } catch {
        problems[field.name] = problems[field.name] ?? error
      }
    }
    if problems.isEmpty {
      // Where two fields contradict each other, the one that was just typed is to blame; what is missing is
      // missing in its own place.
      for (name, problem) in record.contradictions {
        let isTypedElsewhere = typed[name] == nil && typed[field.name] != nil && problem != .missing
        problems[isTypedElsewhere ? field.name : name] = problem
      }
    }
    if problems.isEmpty { return record }
    if let first = R.fields.firstIndex(where: { problems[$0.name] != nil }) {
      (selection.index, link) = (first, nil)
    }
    begin()
    return nil
  }
}
