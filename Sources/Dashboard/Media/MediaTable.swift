import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// The lists of the media as columns.
struct MediaTable {
  let pane: MediaPane
  let look: Look

  private var isWide: Bool { pane.tabs.size.isWide }

  private func column(_ key: PhraseKey, _ width: Int, _ cell: @escaping (CoverageRow) -> Span)
    -> ListTable<CoverageRow>.Column
  {
    .init(look.say(Phrase(key)), width, cell)
  }

  private func text(_ key: PhraseKey, _ width: Int, _ cell: @escaping (Coverage) -> String)
    -> ListTable<CoverageRow>.Column
  {
    column(key, width) { Span(cell($0.item)) }
  }

  var items: ListTable<CoverageRow> {
    let (words, marked) = (PressWords(office: PressOffice(), look: look), Set(pane.marked))
    var columns = [
      .init("", 1) { marked.contains($0.item.id) ? Mark.chosen.span : Span("") },
      text(.whenHeading, isWide ? 18 : 11) { item in
        isWide ? look.when(item.when) : item.when.map { look.shortDay($0.day) } ?? ""
      }.whole,
      text(.outletHeading, isWide ? 24 : 12, \.outlet),
      column(.subjectHeading, 0) { Span(copies($0) + $0.item.name) },
      text(.mediaLanguageHeading, 3, \.mainLanguage),
      text(.mediaCountryHeading, 3, \.country),
      column(.mediaToneHeading, isWide ? 14 : 4) { row in
        let tone = words.tone(row.item)
        return isWide ? tone : Span(String(tone.text.prefix(1)), tone.ink)
      },
      column(.mediaMessagesHeading, 8) { Span($0.item.messages.map(\.rawValue).joined()) },
      column(.mediaFlagsHeading, isWide ? 30 : 4) { flags($0.item) },
    ]
    if isWide {
      columns.insert(
        text(.kindHeading, 16) { $0.type.map { look.word("outlet_kind", $0.rawValue) } ?? "" }, at: 3)
      columns.insert(
        column(.mediaReachHeading, 12) { row in
          Span(row.item.reach == 0 ? "–" : look.phrases.number(row.item.reach), .quiet)
        }, at: columns.count - 3)
    }
    return ListTable(columns: columns)
  }

  /// Before a story that stands for all its copies.
  private func copies(_ row: CoverageRow) -> String {
    pane.list.isGrouped && row.copies > 1 ? "▸ " + look.say(.mediaCopies, .number(row.copies)) + " " : ""
  }

  /// What has to be done something about, in letters: `i`naccurate, `o`utside the boundary, `!` to answer,
  /// `→` answered.
  private func flags(_ item: Coverage) -> Span {
    let answered = pane.responses[item.id] != nil
    let marks = [
      (item.isInaccurate, "i", "inaccurate"), (item.isOutside, "o", "outside"),
      (item.needsResponse, Mark.late.glyph, "needs_response"),
    ]
    .filter(\.0)
    var parts = marks.map { isWide ? look.word("field", $0.2) : $0.1 }
    if answered { parts.append(isWide ? "→ " + look.say(.mediaAnswering) : "→") }
    let text = isWide ? look.list(parts) : parts.joined()
    return Span(text, marks.isEmpty || answered ? .underWay : .late)
  }

  var feeds: ListTable<Feed> {
    func field(_ name: String, _ width: Int, _ cell: @escaping (Feed) -> Span) -> ListTable<Feed>.Column {
      .init(look.word("field", name), width, cell)
    }
    return ListTable(columns: [
      field("name", isWide ? 40 : 28) { Span($0.name) },
      field("outlet_kind", isWide ? 22 : 14) {
        Span($0.type.map { look.word("outlet_kind", $0.rawValue) } ?? "–")
      },
      field("language", isWide ? 12 : 5) { Span($0.language) },
      field("feed_read", isWide ? 14 : 9) { Span($0.read.map(look.shortDay) ?? "–", .quiet) }.whole,
      field("url", 0) { Span($0.url, .quiet) },
    ])
  }
}

extension MediaPane {
  /// All items that are listed, not only those that are loaded.
  func exports(_ look: Look) -> [ExportChoice] {
    guard tab == .items, !list.page.rows.isEmpty else { return usualExports(look) }
    var pane = self
    pane.tabs.size = Size(columns: 240, rows: tabs.size.rows)
    let (whole, title) = (pane, look.say(Phrase(title)))
    let window = CoverageWindow(filter, isGrouped: list.isGrouped, count: Int(Int32.max))
    let what = Exported.list(of: .coverage) { library in
      let rows = try library.read(window).rows
      let texts = MediaTable(pane: whole, look: look).items.texts(of: rows)
      return Paper(title, look.exportSummary(rows.count), headings: texts.headings, rows: texts.rows)
    }
    let count = list.isGrouped ? nil : counted?.figures.total.items
    let all = ExportChoice(
      title: count.map { Phrase(.exportQuery, .number($0)) } ?? Phrase(.exportQueryUncounted), what: what,
      name: Self.name)
    return [all] + (item.map { $0.exports(look) } ?? []) + [pageChoice(look)]
  }
}
