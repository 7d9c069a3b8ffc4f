import Model
import Office
import Phrases
import Terminal

extension QueryLine {
  /// The line: where it is typed in, with the caret; at its right what it says, where there is room.
  func draw(on canvas: inout Canvas, row: Int, width: Int, look: Look) {
    let marks = problems
    canvas.text(
      marks.isEmpty ? "/" : Mark.problem.glyph, row: row, column: 1, ink: marks.isEmpty ? .key : .problem)
    let characters = Array(text)
    let said = explanation(look)
    let used = CellText.width(text) + 6
    let hasRoom = !said.isEmpty && used + CellText.width(said) + 2 <= width
    let room = hasRoom ? used - 2 : max(4, width - 4)
    let ink = { (index: Int) in
      marks.contains { $0.range.contains(index) } ? Ink.problem : isTyping ? .entry : .match
    }
    if let field {
      field.draw(on: &canvas, row: row, column: 3, width: room, inks: ink)
    } else {
      let clip = Rect(row: row, column: 3, rows: 1, columns: room)
      var column = 3
      for (index, character) in characters.enumerated() where column < clip.endColumn {
        column += canvas.text(String(character), row: row, column: column, ink: ink(index), clip: clip)
      }
    }
    if hasRoom {
      let column = width - CellText.width(said) - 1
      canvas.text(said, row: row, column: column, width: width - column, ink: .quiet)
    }
  }

  /// What the query says, unless its text says the same word for word.
  private func explanation(_ look: Look) -> String {
    guard query.hasConditions else { return "" }
    let said = QuerySentences(look).explanation(of: query)
    return Folding.folded(said) == Folding.folded(text.replacing(":", with: " ")) ? "" : said
  }

  /// The fields of a query, and how values are joined, for help.
  static func fields(_ look: Look) -> [TypedHelp] {
    let words = QueryWords.of(look.language)
    let joins = [
      TypedHelp(text: "-x", means: look.say(.helpNot)), TypedHelp(text: "x,y", means: look.say(.helpAny)),
      TypedHelp(text: "x y", means: look.say(.helpBoth)),
    ]
    return joins
      + QueryField.all.map { field in
        let (example, label) = example(of: field, words, look)
        return TypedHelp(text: "\(words.name(field)):\(example)", means: label)
      }
  }

  private static func example(
    of field: QueryField, _ words: QueryWords, _ look: Look
  ) -> (value: String, label: String) {
    switch field.subject {
    case .dimension(let dimension):
      let value = dimension.vocabulary?.first.map { words.written(dimension, $0) } ?? "…"
      return (value, look.word("field", dimension.rawValue))
    case .text(let names): return ("…", look.word("field", names.first ?? field.name))
    case .day(let name):
      let kind = ParticipationKind.allCases.first { Participation.field(of: $0) == name }
      return ("<2015-06", kind.map { look.word("participation", $0.rawValue) } ?? look.word("field", name))
    case .flag(let name): return (look.say(.queryYes), look.word("field", name))
    case .retired: return (look.say(.queryYes), look.say(.commandShowRetired))
    case .id: return ("…", "")
    case .has: return ("emails", look.say(.helpHas))
    }
  }

  /// What helps while it is typed in, and what is wrong; nil where there is nothing to say.
  func status(width: Int, _ look: Look) -> [Span]? {
    if isTyping, !candidates.isEmpty { return offered(width: width, look) }
    if let problem = problems.first {
      let said = look.say(QuerySentences(look).phrase(problem))
      let rest = query.isEmpty ? "" : " " + look.say(.queryRest)
      return [Mark.problem.said(said), Span(rest, .quiet)]
    }
    guard isTyping else { return nil }
    if completion?.day != nil, query.terms.last?.condition == nil {
      return [Span(look.say(.queryDayHint), .quiet)]
    }
    let said = explanation(look)
    return said.isEmpty ? nil : [Span(said, .quiet)]
  }

  /// The candidates around the chosen one, as many as there is room for.
  private func offered(width: Int, _ look: Look) -> [Span] {
    guard !look.isSpoken else {
      let candidate = candidates[max(0, min(candidates.count - 1, chosen))]
      let place = look.say(.spokenPlace, .number(chosen + 1), .number(candidates.count))
      return [
        Span(candidate.text, .selection), Span(candidate.label.map { " \($0)" } ?? ""), Span(" · \(place)"),
        Span(" · "), Span("Tab", .key),
      ]
    }
    var spans = [Span("Tab ", .key)]
    var used = 4
    let first = max(0, chosen - 2)
    for (index, candidate) in candidates.enumerated().dropFirst(first) {
      let label = candidate.label.map { " \($0)" } ?? ""
      let columns = CellText.width(candidate.text + label) + (index == first ? 0 : 3)
      guard used + columns <= width - 3 else {
        spans.append(Span(" …", .quiet))
        break
      }
      used += columns
      if index != first { spans.append(Span(" · ", .quiet)) }
      spans.append(Span(candidate.text, index == chosen ? .selection : .text))
      spans.append(Span(label, .quiet))
    }
    return spans
  }
}
