import Model
import Office
import Terminal

/// What somebody is doing in one field: typing a line, or choosing among codes.
enum FieldInput: Sendable, Equatable {
  case line(TextField)
  case area(TextArea)
  /// A day, written in any way: whoever is done with it sees what was understood.
  case day(TextField, today: Day?)
  case choice(codes: [String], index: Int)
  /// Several codes, with the one that Space turns on or off.
  case choices(codes: [String], chosen: [String], index: Int)
  /// Codes in a list, found by letters of their words.
  case found(ChoiceInput)
  case reference(ReferenceInput)
  case words(WordInput)

  /// - Parameter words: what is typed in a line; nil for anything.
  init(_ entry: Entry, of words: WordInput.Source? = nil, text: String) {
    if let words {
      self = .words(WordInput(words, text: text))
      return
    }
    switch entry {
    case .choice(let codes): self = .choice(codes: codes, index: codes.firstIndex(of: text) ?? 0)
    case .flag: self = .choice(codes: ["", "yes"], index: text == "yes" ? 1 : 0)
    case .choices(let codes):
      self = .choices(codes: codes, chosen: text.split(separator: "; ").map(String.init), index: 0)
    case .reference(let form): self = .reference(ReferenceInput(form, isList: false, text: text))
    case .references(let form): self = .reference(ReferenceInput(form, isList: true, text: text))
    case .day: self = .day(TextField(text), today: nil)
    case .text: self = .area(TextArea(text))
    case .line, .list, .items, .moment, .time, .number:
      self = .line(TextField(text))
    }
  }

  var text: String {
    switch self {
    case .line(let field), .day(let field, _): field.text
    case .area(let area): area.text
    case .choice(let codes, let index): codes[index]
    case .choices(_, let chosen, _): chosen.joined(separator: "; ")
    case .found(let input): input.text
    case .reference(let input): input.text
    case .words(let input): input.text
    }
  }

  /// Letters that mean no record, or no day, or two.
  var problem: FieldProblem? {
    switch self {
    case .reference(let input): return input.problem
    case .day(let field, let today) where !field.text.trimmed.isEmpty:
      do throws(FieldProblem) { _ = try WrittenDate.day(field.text, today: today) } catch { return error }
      return nil
    default: return nil
    }
  }

  /// The lines below it.
  func lines(_ look: Look) -> [[Span]] {
    switch self {
    case .found(let input): input.lines(look)
    case .reference(let input): input.lines(look)
    case .words(let input): input.lines()
    default: []
    }
  }

  var isLong: Bool { if case .area = self { true } else { false } }

  /// How much of a long text there is, and how a line of it is ended; what a word means. Nil where nothing is to be said.
  func wordHint(_ look: Look) -> [Span]? {
    switch self {
    case .area(let area): [Span(look.say(.hintText, .number(area.words)), .quiet)]
    case .words(let input): input.hint(look).map { [Span(look.say($0), .quiet)] }
    default: nil
    }
  }

  /// How many rows it takes: more than one for a long text.
  var rows: Int {
    if case .area(let area) = self { max(1, min(Self.mostRows, area.count)) } else { 1 }
  }

  /// So many rows of a long text stand in a form; the rest is reached with the arrows.
  static let mostRows = 6

  /// Before drawing: takes up what the store has said meanwhile, and the width that there is.
  mutating func fit(_ look: Look, columns: Int) {
    if case .day(let field, _) = self { self = .day(field, today: look.asOf) }
    changeReference { $0.fit(look) }
    if case .words(var input) = self {
      input.fit(look)
      self = .words(input)
    }
    if case .found(var input) = self {
      input.fit(look)
      self = .found(input)
    }
    guard case .area(var area) = self else { return }
    area.fit(to: Size(columns: columns, rows: Self.mostRows))
    area.fit(to: Size(columns: columns, rows: max(1, min(Self.mostRows, area.count))))
    self = .area(area)
  }

  /// Whoever goes on to another field is done with it.
  mutating func finish() {
    if case .day(var field, let today) = self, let day = try? WrittenDate.day(field.text, today: today) {
      field.set(day.description)
      self = .day(field, today: today)
    }
    changeReference { $0.finish() }
  }

  private mutating func changeReference(_ change: (inout ReferenceInput) -> Void) {
    guard case .reference(var input) = self else { return }
    change(&input)
    self = .reference(input)
  }

  mutating func take(_ chord: KeyChord) -> Bool {
    switch self {
    case .reference(var input):
      let isTaken = input.take(chord)
      self = .reference(input)
      return isTaken
    case .words(var input):
      let isTaken = input.take(chord)
      self = .words(input)
      return isTaken
    case .found(var input):
      let isTaken = input.take(chord)
      self = .found(input)
      return isTaken
    case .line(var field):
      let isTaken = field.take(chord)
      self = .line(field)
      return isTaken
    case .area(var area):
      let isTaken = area.take(chord)
      self = .area(area)
      return isTaken
    case .day(var field, let today):
      let isTaken = field.take(chord)
      self = .day(field, today: today)
      return isTaken
    case .choice(let codes, let index):
      guard let next = Self.step(chord, from: index, in: codes) else { return false }
      self = .choice(codes: codes, index: next)
    case .choices(let codes, var chosen, let index):
      if chord == "Space" {
        if let at = chosen.firstIndex(of: codes[index]) {
          chosen.remove(at: at)
        } else {
          chosen.append(codes[index])
        }
        self = .choices(codes: codes, chosen: chosen, index: index)
      } else if let next = Self.step(chord, from: index, in: codes) {
        self = .choices(codes: codes, chosen: chosen, index: next)
      } else {
        return false
      }
    }
    return true
  }

  mutating func paste(_ text: String) -> Bool {
    if case .reference = self {
      changeReference { $0.paste(text) }
      return true
    }
    switch self {
    case .words(var input):
      input.paste(text)
      self = .words(input)
    case .found(var input):
      input.paste(text)
      self = .found(input)
    case .line(var field):
      field.insert(text)
      self = .line(field)
    case .area(var area):
      area.insert(text)
      self = .area(area)
    case .day(var field, let today):
      field.insert(text)
      self = .day(field, today: today)
    default: return false
    }
    return true
  }

  /// Left, right and Space go round; a letter goes to the next code that begins with it.
  private static func step(_ chord: KeyChord, from index: Int, in codes: [String]) -> Int? {
    switch chord.key {
    case .left: return (index + codes.count - 1) % codes.count
    case .right: return (index + 1) % codes.count
    default:
      if chord == "Space" { return (index + 1) % codes.count }
      guard let letter = chord.typed?.lowercased() else { return nil }
      let order = (1...codes.count).map { (index + $0) % codes.count }
      return order.first { codes[$0].hasPrefix(letter) } ?? index
    }
  }
}
