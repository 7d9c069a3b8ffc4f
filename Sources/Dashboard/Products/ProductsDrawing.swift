import Model
import Office
import Phrases
import Terminal

extension ProductsPane {
  private var languages: [String] { ProductBoard.languages }
  /// A column of a language: with words where there is room, else glyphs alone.
  private var pitch: Int { listWidth >= 110 ? 12 : listWidth >= 76 ? 9 : 4 }
  private var labelWidth: Int { max(6, listWidth - languages.count * pitch - 1) }
  private var isTall: Bool { size.rows >= 30 }
  /// The parity of the languages, below the list.
  private var footRows: Int { rows.isEmpty ? 0 : isTall ? languages.count + 3 : size.rows >= 12 ? 4 : 0 }
  var listRows: Int { max(1, size.rows - 1 - footRows) }

  private func column(_ index: Int, in area: Rect) -> Int { area.column + 1 + labelWidth + index * pitch }

  // MARK: Around the board

  func heading(_ look: Look) -> [Span] {
    switch filter {
    case .all: []
    case .stale: [Span(" · " + look.say(.productsOnlyStale), .match)]
    case .open: [Span(" · " + look.say(.productsOnlyOpen), .match)]
    }
  }

  func status(_ look: Look) -> [Span] {
    guard let product, let cell else { return [] }
    return TranslationWords(product: product, translation: cell, look: look).line
  }

  // MARK: The board

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let (list, details) = area.split(left: listWidth)
    drawTitles(on: &canvas, in: list, look: look)
    if rows.isEmpty {
      let key: PhraseKey = board.rows.isEmpty ? .productsNone : .productsNoMatch
      let text = look.say(key, .text(board.rows.isEmpty ? "n" : "f"))
      for (offset, line) in Wrapping.lines(text, columns: list.columns - 3).enumerated() {
        canvas.text(
          line, row: list.row + 2 + offset, column: 2, width: list.columns - 3, ink: .quiet, clip: list)
      }
    }
    for (offset, row) in rows.dropFirst(selection.top).prefix(min(listRows, max(0, area.rows - 1)))
      .enumerated()
    {
      let line = list.row + 1 + offset
      switch row {
      case .kind(let kind):
        canvas.text(
          look.word("product_kind", kind.rawValue).uppercased(), row: line, column: list.column + 1,
          width: list.columns - 2, ink: .heading, clip: list)
      case .product(let index):
        draw(
          board.rows[index], on: &canvas, in: list, row: line,
          isSelected: selection.top + offset == selection.index,
          look: look)
      }
    }
    if footRows > 0 { drawFoot(on: &canvas, in: list.inset(top: list.rows - footRows), look: look) }
    if isWide { drawDetails(on: &canvas, in: details.inset(left: 2), look: look) }
  }

  private func drawTitles(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.text(
      look.say(.productsHeading), row: area.row, column: area.column + 1, width: labelWidth - 1,
      ink: .heading,
      clip: area)
    for (index, language) in languages.enumerated() {
      let name = Language.name(language, in: look.language)
      let fits = CellText.width(name) < pitch && pitch >= 8
      canvas.text(
        fits ? name : language, row: area.row, column: column(index, in: area), width: pitch - 1,
        ink: .heading,
        clip: area)
    }
  }

  private func draw(
    _ row: ProductBoard.Row, on canvas: inout Canvas, in area: Rect, row line: Int, isSelected: Bool,
    look: Look
  ) {
    canvas.text(
      (isWide ? "  " : "") + row.product.name, row: line, column: area.column + 1, width: labelWidth - 1,
      clip: area)
    for index in languages.indices {
      let mark = TranslationMark(row.cells[index], row.freshness[index])
      let at = column(index, in: area)
      canvas.text(
        mark.short(columns: pitch - 1, look), row: line, column: at, width: pitch - 1, ink: mark.ink,
        clip: area)
      guard isSelected, index == self.column else { continue }
      canvas.tint(row: line, columns: at..<(at + pitch - 1), ink: .selection)
      canvas.cursor = Point(row: line, column: at)
    }
    if isSelected { canvas.mark(Point(row: line, column: area.column), hasCursor: false) }
  }

  // MARK: Parity

  private func drawFoot(on canvas: inout Canvas, in area: Rect, look: Look) {
    if isTall { return drawParityRows(on: &canvas, in: area.inset(top: 1), look: look) }
    let top = area.row + 1
    canvas.text(
      look.say(.productsParity), row: top, column: area.column + 1, width: labelWidth - 1, ink: .heading,
      clip: area)
    canvas.text(
      look.say(.productsOfFeasible), row: top + 1, column: area.column + 1, width: labelWidth - 1,
      ink: .quiet,
      clip: area)
    for (index, parity) in board.parity.enumerated() {
      let at = column(index, in: area)
      canvas.text(
        Bars.bar(parity.published, of: parity.feasible, width: pitch - 1), row: top, column: at,
        width: pitch - 1,
        ink: .bar, clip: area)
      let stale = parity.stale > 0 && pitch >= 8 ? " !\(parity.stale)" : ""
      canvas.spans(
        [Span("\(parity.published)/\(parity.feasible)", .quiet), Span(stale, .late)], row: top + 1,
        column: at,
        width: pitch - 1, clip: area)
    }
    canvas.text(
      TranslationMark.legend(look), row: top + 2, column: area.column + 1, width: area.columns - 2,
      ink: .quiet,
      clip: area)
  }

  /// With room for it, a bar as long as the board and what stands behind it.
  private func drawParityRows(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.text(
      look.say(.productsParity) + " " + look.say(.productsOfFeasible), row: area.row, column: area.column + 1,
      width: area.columns - 2, ink: .heading, clip: area)
    for (offset, parity) in board.parity.enumerated() {
      let row = area.row + 1 + offset
      let bar = max(8, area.columns / 3)
      canvas.text(
        "  " + Language.name(parity.language, in: look.language), row: row, column: area.column + 1,
        width: 14,
        clip: area)
      canvas.text(
        Bars.bar(parity.published, of: parity.feasible, width: bar), row: row, column: area.column + 16,
        width: bar,
        ink: .bar, clip: area)
      canvas.spans(
        figures(parity, look), row: row, column: area.column + 18 + bar, width: area.columns - bar - 19,
        clip: area)
    }
    canvas.text(
      TranslationMark.legend(look), row: area.row + 1 + board.parity.count, column: area.column + 1,
      width: area.columns - 2, ink: .quiet, clip: area)
  }

  private func figures(_ parity: ProductBoard.Parity, _ look: Look) -> [Span] {
    let percent = parity.percent.map { " (\($0) %)" } ?? ""
    var spans = [
      Span(look.say(.productsOf, .number(parity.published), .number(parity.feasible)) + percent, .text)
    ]
    if parity.stale > 0 {
      spans.append(Span(" · ! " + look.say(.productsStaleCount, .number(parity.stale)), .late))
    }
    if parity.underWay > 0 {
      spans.append(Span(" · " + look.say(.productsUnderWay, .number(parity.underWay)), .quiet))
    }
    if parity.notFeasible > 0 {
      spans.append(Span(" · " + look.say(.productsInfeasible, .number(parity.notFeasible)), .quiet))
    }
    return spans
  }

  // MARK: Details

  private func drawDetails(on canvas: inout Canvas, in area: Rect, look: Look) {
    for (row, line) in zip(area.row..<area.endRow, details(columns: area.columns - 2, look)) {
      canvas.spans(line, row: row, column: area.column, width: area.columns - 1, clip: area)
    }
  }

  private func details(columns: Int, _ look: Look) -> [[Span]] {
    guard let row else { return [] }
    let product = row.product
    var lines = Wrapping.lines(product.name, columns: columns).map { [Span($0, .title)] }
    func field(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      let label = look.phrases.label("field", name)
      let padding = String(repeating: " ", count: max(1, 17 - CellText.width(label)))
      for (number, part) in Wrapping.lines(text, columns: columns - 17).enumerated() {
        lines.append([
          Span(number == 0 ? label + padding : String(repeating: " ", count: 17), .quiet), Span(part),
        ])
      }
    }
    field("product_kind", look.word("product_kind", product.type.rawValue))
    field("owner", product.owner)
    field("language", Language.name(product.language, in: look.language))
    field("source_changed", product.changed.map(look.day) ?? "")
    field("digest", product.digest)
    for (name, id) in [("activity", product.activity), ("launch", product.launch)] {
      let named = FieldWords.named(name, activity: product.activity, launch: product.launch, look)
      field(name, named.first ?? id)
    }
    field("url", product.url)
    field("note", product.note)
    lines.append([])
    for (index, cell) in row.cells.enumerated() {
      let words = TranslationWords(product: product, translation: cell, look: look)
      let mark = TranslationMark(cell, row.freshness[index])
      let isHere = index == column
      lines.append([
        Span("\(mark.glyph)\(mark.sign) ", mark.ink), Span(words.called, isHere ? .match : .text),
        Span(" · \([words.state, words.due].joinedWords)", .quiet),
      ])
      let more = [words.freshness, cell.translator, cell.url, cell.note].filter { !$0.isEmpty }
      for text in more {
        let ink: Ink = text == words.freshness ? (row.freshness[index] == .stale ? .late : .due) : .quiet
        for part in Wrapping.lines(text, columns: columns - 4) { lines.append([Span("    " + part, ink)]) }
      }
    }
    return lines
  }
}
