import Model
import Office
import Phrases
import Terminal

/// A line of the ledger, and the text that the cursor stops at in it.
struct LedgerLine: Sendable {
  var spans: [Span]
  /// At the right.
  var aside: Span?
  /// The contradiction that it belongs to.
  var contradiction: Int
  /// The text, counted through all contradictions; nil where the cursor does not stop.
  var stop: Int?

  static func lines(
    of contradiction: Contradiction, at place: Int, _ ruling: Ruling, columns: Int, _ look: Look
  ) -> [LedgerLine] {
    let sides = [contradiction.first, contradiction.second].map(Decision.adopted.activity)
    let words = RulingWords(ruling, look)
    func line(_ spans: [Span], _ aside: Span? = nil, stop: Int? = nil) -> LedgerLine {
      LedgerLine(spans: spans, aside: aside, contradiction: place, stop: stop)
    }
    var lines: [LedgerLine] = place == 0 ? [] : [line([])]
    let name = sides[0]?.label.text(in: look.language) ?? contradiction.id
    lines.append(line([Span("≠ \(name)", .heading)], words.state))
    for (number, side) in sides.enumerated() {
      guard let side else { continue }
      let standing = words.standing(of: number == 0 ? .first : .second)
      let printed = ActivityWords.printedTiming(side, look)
      let citation = side.citation.text(in: look.language)
      lines.append(
        line([standing, Span("  \(printed)")], Span(citation, .quiet), stop: place * 2 + number))
    }
    let effect = look.say(.ledgerEffect, .text(contradiction.effect.text(in: look.language)))
    for (text, ink) in [(effect, Ink.quiet)] + words.decision.map({ ($0, .text) }) {
      for wrapped in Wrapping.lines(text, columns: columns - 2) {
        lines.append(line([Span("  " + wrapped, ink)]))
      }
    }
    return lines
  }
}

/// How a decision between two texts is said.
struct RulingWords {
  let ruling: Ruling
  let look: Look

  init(_ ruling: Ruling, _ look: Look) { (self.ruling, self.look) = (ruling, look) }

  /// By glyph and word: decided, or that both stand.
  var state: Span {
    guard ruling.side != nil else { return Mark.pressing.said(look.say(.ledgerOpen)) }
    return Mark.done.said(byWhom)
  }

  private var byWhom: String {
    guard let day = ruling.day else { return look.say(.ledgerDecided, .text(ruling.by)) }
    return look.say(.ledgerDecidedOn, .text(ruling.by), .text(look.shortDay(day)))
  }

  /// Whether one of the two texts is followed; padded, so that the texts stand below each other.
  func standing(of side: RulingSide) -> Span {
    let (mark, key): (Mark, PhraseKey) =
      switch ruling.side {
      case nil, .both: (.underWay.inked(.text), .ledgerStands)
      case side: (.done, .ledgerFollowed)
      case .first, .second, .other: (.unsaid, .ledgerNotFollowed)
      }
    let word = look.say(Phrase(key))
    let widest =
      [PhraseKey.ledgerStands, .ledgerFollowed, .ledgerNotFollowed].map {
        CellText.width(look.say(Phrase($0)))
      }
      .max() ?? 0
    return mark.said(CellText.padded(word, to: widest))
  }

  /// What was decided, and why.
  var decision: [String] {
    guard let side = ruling.side else { return [] }
    let what = ruling.decision.isEmpty ? look.word("side", side.rawValue) : ruling.decision
    return [look.say(.ledgerDecision, .text(what)), look.say(.ledgerReason, .text(ruling.reason))]
  }
}

extension LedgerPane {
  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard !canvas.isSpoken else { return say(on: &canvas, in: area) }
    let (left, right) = area.split(left: listWidth)
    for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      let row = left.inset(top: offset)
      canvas.line(line.spans, aside: line.aside.map { [$0] } ?? [], in: row)
      if line.stop == index { canvas.mark(Point(row: row.row, column: row.column)) }
    }
    if isWide {
      canvas.lines(bothLanguages(columns: right.columns - 4, look), in: right.inset(left: 2), margin: 0)
    }
  }

  /// The text under the cursor for somebody who listens, below what it is about; then what hangs on it.
  private func say(on canvas: inout Canvas, in area: Rect) {
    let block = lines.filter { $0.contradiction == index / 2 && !$0.spans.isEmpty }
    func words(_ line: LedgerLine) -> String {
      canvas.manner?.words(line.spans + (line.aside.map { [Span("  "), $0] } ?? [])) ?? ""
    }
    guard let heading = block.first, let here = block.first(where: { $0.stop == index }) else { return }
    let rest = canvas.say(
      SpokenParts([("", words(here))]), below: words(heading), at: (index + 1, contradictions.count * 2),
      in: area)
    canvas.lines(block.dropFirst().filter { $0.stop == nil }.map(\.spans), in: rest, margin: 0)
  }

  /// What the cursor is on, without the shortening of a narrow screen.
  func status(_ look: Look) -> [Span] {
    guard let side else { return [] }
    let label = side.label.text(in: look.language)
    let words = [label, ActivityWords.printedTiming(side, look), side.citation.text(in: look.language)]
    return [Span(words.joined(separator: " · "), .quiet)]
  }

  /// Both texts of the selected pair as printed, in both languages.
  private func bothLanguages(columns: Int, _ look: Look) -> [[Span]] {
    guard let selected else { return [] }
    func wrapped(_ text: String, _ ink: Ink = .text) -> [[Span]] {
      Wrapping.lines(text, columns: columns).map { [Span($0, ink)] }
    }
    let sides = [selected.first, selected.second].compactMap(Decision.adopted.activity).flatMap { side in
      let labels = side.label.texts(readIn: look.language)
      let times = side.printedTiming.texts(readIn: look.language)
      let citations = side.citation.texts(readIn: look.language)
      let texts = zip(zip(labels, times), citations).flatMap { said, citation in
        wrapped(look.about(said.0, look.say(.timelineQuoted, .text(said.1)))) + wrapped(citation, .quiet)
      }
      return wrapped(ActivityWords.reference(side, look), .heading) + texts + [[]]
    }
    return sides + selected.effect.texts(readIn: look.language).flatMap { wrapped($0, .quiet) }
  }
}
