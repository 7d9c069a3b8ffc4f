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
    if rows.isEmpty {
      let key: PhraseKey = board.rows.isEmpty ? .productsNone : .productsNoMatch
      let text = look.say(key, .text(board.rows.isEmpty ? "n" : "f"))
      canvas.paragraph(text, in: list.inset(top: 2), margin: 2)
    }
    table(look).draw(
      rows.dropFirst(selection.top).prefix(listRows), cursor: selection.index - selection.top,
      cell: column + 1, on: &canvas, in: list.split(top: listRows + 1).top, hasCursor: true)
    guard !canvas.isSpoken else { return drawParityRows(on: &canvas, in: list.inset(top: 6), look: look) }
    if footRows > 0 { drawFoot(on: &canvas, in: list.inset(top: list.rows - footRows), look: look) }
    guard isWide else { return }
    canvas.lines(self.details(columns: details.columns - 4, look), in: details.inset(left: 2), margin: 0)
  }

  private func table(_ look: Look) -> ListTable<Row> {
    let name = ListTable<Row>.Column(look.say(.productsHeading), labelWidth - 1) { row in
      switch row {
      case .kind(let kind): Span(look.word("product_kind", kind.rawValue).uppercased(), .heading)
      case .product(let index): Span((isWide ? "  " : "") + board.rows[index].product.name)
      }
    }
    let names = languages.map { Language.name($0, in: look.language) }
    // All by name, or all by code.
    let fits = look.isSpoken || pitch >= 8 && names.allSatisfy { CellText.width($0) < pitch }
    let cells = languages.enumerated().map { place, language in
      return ListTable<Row>.Column(fits ? names[place] : language, pitch - 1) { row in
        guard case .product(let index) = row else { return Span("") }
        let mark = TranslationMark(board.rows[index].cells[place], board.rows[index].freshness[place])
        return Span(look.isSpoken ? mark.word(look) : mark.short(columns: pitch - 1, look), mark.ink)
      }
    }
    return ListTable(
      columns: [name] + cells, joined: { if case .kind = $0 { 0..<(languages.count + 1) } else { nil } },
      tintsCell: true)
  }

  // MARK: Parity

  private func drawFoot(on canvas: inout Canvas, in area: Rect, look: Look) {
    let parity = board.parity
    guard !isTall else { return drawParityRows(on: &canvas, in: area.inset(top: 1), look: look) }
    let name = ListTable<Bool>.Column("", labelWidth - 1) {
      $0 ? Span(look.say(.productsParity), .heading) : Span(look.say(.productsOfFeasible), .quiet)
    }
    let cells = parity.map { parity in
      ListTable<Bool>.Column(
        "", pitch - 1,
        spans: { isBar in
          if isBar { return [Span(Bars.bar(parity.published, of: parity.feasible, width: pitch - 1), .bar)] }
          let stale = parity.stale > 0 && pitch >= 8 ? " \(Mark.late.glyph)\(parity.stale)" : ""
          return [Span("\(parity.published)/\(parity.feasible)", .quiet), Span(stale, .late)]
        })
    }
    let table = ListTable<Bool>(columns: [name] + cells)
    table.draw([true, false], cursor: nil, on: &canvas, in: area.inset(top: 1), hasCursor: false)
    canvas.lines([[Span(TranslationMark.legend(look), .quiet)]], in: area.inset(top: 3))
  }

  /// With room for it, a bar as long as the board and what stands behind it.
  private func drawParityRows(on canvas: inout Canvas, in area: Rect, look: Look) {
    let bar = max(8, area.columns / 3)
    let heading = look.say(.productsParity) + " " + look.say(.productsOfFeasible)
    canvas.lines([[Span(heading, .heading)]], in: area)
    let table = ListTable<ProductBoard.Parity>(columns: [
      .init("", 14, text: { "  " + Language.name($0.language, in: look.language) }),
      .init("", bar + 1) { Span(Bars.bar($0.published, of: $0.feasible, width: bar), .bar) },
      .init("", 0, spans: { figures($0, look) }),
    ])
    table.draw(board.parity, cursor: nil, on: &canvas, in: area.inset(top: 1), hasCursor: false)
    guard !canvas.isSpoken else { return }
    canvas.lines(
      [[Span(TranslationMark.legend(look), .quiet)]], in: area.inset(top: 1 + board.parity.count))
  }

  private func figures(_ parity: ProductBoard.Parity, _ look: Look) -> [Span] {
    var spans = [Span(parity.figures(look), .text)]
    if parity.stale > 0 {
      spans.append(
        Span(" · " + Mark.late.said(look.say(.productsStaleCount, .number(parity.stale))).text, .late))
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

  private func details(columns: Int, _ look: Look) -> [[Span]] {
    guard let row else { return [] }
    let product = row.product
    var lines = Wrapping.lines(product.name, columns: columns).map { [Span($0, .title)] }
    func field(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      lines += .labelled(look.phrases.label("field", name), [Span(text)], width: 17, columns: columns)
    }
    field("product_kind", look.word("product_kind", product.type.rawValue))
    field("owner", product.owner)
    field("language", Language.name(product.language, in: look.language))
    field("source_changed", product.changed.map(look.day) ?? "")
    field("digest", product.digest)
    for name in ["activity", "launch"] { field(name, FieldWords.shown(name, of: product, look)) }
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

extension ProductsPane {
  static let legend: [LegendLine] =
    [LegendLine(.unsaid, .legendNotPlanned)] + LegendLine.states(TranslationState.self)
    + [LegendLine(.late, .productsStaleLong), LegendLine(.unclear, .productsUnknownSource)]
}
