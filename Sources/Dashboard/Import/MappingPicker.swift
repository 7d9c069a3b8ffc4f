import Interchange
import Model
import Office
import Phrases
import Terminal

extension MappingPane {
  /// A list to choose from by typing: what a column becomes, a saved mapping, or what a word means.
  struct Picker: Sendable {
    enum Choice: Sendable, Equatable {
      case target(ColumnTarget)
      case mapping(Int)
      case value(String?)
    }

    private let choices: [Choice]
    private let names: [String]
    private var shown: [Int]
    private(set) var field = TextField()
    var selection = Selection()

    init(at target: ColumnTarget) {
      choices = ColumnTarget.choices.map(Choice.target)
      names = []
      shown = Array(choices.indices)
      var plain = target
      plain.number = 1
      selection.index = choices.firstIndex(of: .target(plain)) ?? 0
    }

    init(of saved: [ImportMapping]) {
      choices = saved.indices.map(Choice.mapping)
      names = saved.map(\.name)
      shown = Array(choices.indices)
    }

    /// - Parameter values: each with its words; nil leaves a word to the field.
    init(of values: [(value: String?, words: String)], at value: String?) {
      choices = values.map { .value($0.value) }
      names = values.map(\.words)
      shown = Array(choices.indices)
      selection.index = choices.firstIndex(of: .value(value)) ?? 0
    }

    var chosen: Choice? { shown.indices.contains(selection.index) ? choices[shown[selection.index]] : nil }
    var count: Int { shown.count }

    func words(_ position: Int, _ look: Look) -> String {
      switch choices[shown[position]] {
      case .target(let target): MappingWords.target(target, look)
      case .mapping, .value: names[shown[position]]
      }
    }

    /// Draws the line in which somebody types, and the list below it.
    func draw(_ title: String, on canvas: inout Canvas, in area: Rect, _ look: Look) {
      canvas.fill(area)
      var choices = ListTable<Int>(
        columns: [.init("", 0) { Span(words($0, look), $0 == selection.index ? .text : .quiet) }], margin: 2)
      choices.hasArrows = true
      choices.draw(count, selection, on: &canvas, in: area.inset(top: 1), hasCursor: false)
      let label = CellText.fitting(title, columns: area.columns / 3).map(\.text).joined()
      // What lies out of sight is told of at the right of the line.
      let last = min(count, selection.top + selection.height)
      let window =
        count > selection.height
        ? look.say(.listWindow, .number(selection.top + 1), .number(last), .number(count)) : ""
      let (line, right) = area.split(left: area.columns - CellText.width(window) - 2)
      SearchLine(sign: Span(label + " ", .heading), field: field).draw(on: &canvas, in: line)
      canvas.lines([[Span(window, .quiet)]], in: right, margin: 0)
    }

    mutating func fit(_ rows: Int) { selection.fit(count: shown.count, height: max(1, rows)) }

    mutating func type(_ chord: KeyChord, look: Look) -> Bool {
      guard field.take(chord) else { return false }
      shown = Array(choices.indices)
      let scores = shown.compactMap { index in
        Fuzzy.score(field.text, in: words(index, look)).map { (index, $0) }
      }
      shown = scores.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
      selection = Selection()
      return true
    }
  }
}

/// What a column becomes, in words.
enum MappingWords {
  /// What a word of a column means, in words.
  static func value(_ value: String?, of target: ColumnTarget, _ look: Look) -> String {
    guard let value else { return look.say(.wordsOpen) }
    if value.isEmpty { return look.say(.wordsEmpty) }
    guard let field = Stakeholder.field(target.field), target.part.isEmpty || target.part == "not" else {
      return value
    }
    switch target.field {
    case "country": return Country.of(value)?.shortName(in: look.language) ?? value
    case "languages": return Language.name(value, in: look.language)
    default: return FieldWords.shown(field.name, field.entry, value, look)
    }
  }

  /// The values that a column's words can mean, where its field has a list of them.
  static func values(of target: ColumnTarget) -> [String] {
    switch (target.field, target.part) {
    case ("consents", let part) where !part.isEmpty: return ["yes", "no"]
    case ("country", _), ("addresses", "country"): return Country.all.map(\.code)
    case ("languages", _):
      return Language.official + Language.codes.filter { !Language.official.contains($0) }
    default: break
    }
    switch Stakeholder.field(target.field)?.entry {
    case .choice(let codes), .choices(let codes): return codes.filter { !$0.isEmpty }
    case .flag: return ["yes", "no"]
    default: return []
    }
  }

  static func target(_ target: ColumnTarget, _ look: Look) -> String {
    guard !target.field.isEmpty else { return look.say(.importLeftOut) }
    let field = target.field == "id" ? look.say(.importID) : look.phrases.label("field", target.field)
    guard !target.part.isEmpty else { return field }
    let part = look.phrases.label("mapping", target.part.replacing(" ", with: "-"))
    return look.labelled(field, part) + (target.number > 1 ? " \(target.number)" : "")
  }

  /// What kind of file it is, and how its letters are stored where that is not UTF-8.
  static func format(_ job: ImportJob, _ look: Look) -> String {
    let encoding = [job.survey?.encoding].compactMap(\.self).filter { !$0.isUTF8 }.map(\.name)
    return ([job.origin ?? name(of: job)] + encoding).joined(separator: " · ")
  }

  private static func name(of job: ImportJob) -> String {
    switch job.format {
    case .table: job.survey?.sheets.first ?? "CSV"
    case .vcard: "vCard"
    case .json: "JSON"
    }
  }
}
