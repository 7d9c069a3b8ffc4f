import Interchange
import Model
import Office
import Phrases
import Terminal

extension MappingPane {
  /// A list to choose from by typing: what a column becomes, or a saved mapping.
  struct Picker: Sendable {
    enum Choice: Sendable, Equatable {
      case target(ColumnTarget)
      case mapping(Int)
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

    var chosen: Choice? { shown.indices.contains(selection.index) ? choices[shown[selection.index]] : nil }
    var count: Int { shown.count }

    func words(_ position: Int, _ look: Look) -> String {
      switch choices[shown[position]] {
      case .target(let target): MappingWords.target(target, look)
      case .mapping(let index): names[index]
      }
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
  static func target(_ target: ColumnTarget, _ look: Look) -> String {
    guard !target.field.isEmpty else { return look.say(.importLeftOut) }
    let field = target.field == "id" ? look.say(.importID) : look.phrases.label("field", target.field)
    guard !target.part.isEmpty else { return field }
    let part = look.phrases.label("mapping", target.part.replacing(" ", with: "-"))
    return "\(field): \(part)" + (target.number > 1 ? " \(target.number)" : "")
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
