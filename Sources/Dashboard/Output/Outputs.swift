import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

extension Pane {
  /// What can be exported and printed of it: the list that it shows, the record that is open or under the cursor, and
  /// the page as it is drawn.
  func exports(_ look: Look) -> [ExportChoice] { usualExports(look) }
  /// What can be copied: the row under the cursor, its cells, and of the record what leads to it.
  func copies(_ look: Look) -> [CopyChoice] { CopyChoice.all(usualCopies(look)) }

  func usualExports(_ look: Look) -> [ExportChoice] {
    (shownList(look).map { [$0] } ?? []) + (inHand.map { $0.exports(look) } ?? []) + [pageChoice(look)]
  }

  func usualCopies(_ look: Look) -> [(label: String, text: String)] {
    var texts: [(label: String, text: String)] = []
    if opened == nil, let row = shownRow(look) {
      texts.append((look.say(.copyRow), row.map(\.text).filter { !$0.isEmpty }.joined(separator: "\t")))
      texts += row
    }
    return texts + (inHand.map { $0.copies(look) } ?? [])
  }

  /// The record that is open, or under the cursor where the pane has it at hand.
  private var inHand: (any Record)? {
    if let pane = self as? any RecordPane, let record = pane.openRecord { return record }
    return (self as? any TabbedPane)?.record
  }

  /// The list as a table; nil where a record is open, or where there is no list.
  private func shownList(_ look: Look) -> ExportChoice? {
    guard opened == nil else { return nil }
    let texts = (self as? any ListPane)?.texts(look) ?? (self as? any TabbedPane)?.texts(look)
    guard let texts, !texts.rows.isEmpty else { return nil }
    return tableChoice(texts.headings, texts.rows, look)
  }

  func tableChoice(_ headings: [String], _ rows: [[String]], _ look: Look) -> ExportChoice {
    let paper = Paper(
      calledNow(look), look.exportSummary(rows.count), headings: headings, rows: rows)
    return ExportChoice(
      title: Phrase(.exportList, .number(rows.count)), what: .paper(paper, of: subject?.kind), name: Self.name
    )
  }

  private func shownRow(_ look: Look) -> [(label: String, text: String)]? {
    let row = (self as? any ListPane)?.row(look) ?? (self as? any TabbedPane)?.row(look)
    return row.map { $0.filter { !$0.text.isEmpty } }
  }

  /// How wide a page is drawn, and how long at most.
  private static var pageSize: Size { Size(columns: 100, rows: 400) }

  /// All that it shows, as it draws it.
  func pageChoice(_ look: Look) -> ExportChoice {
    var pane = self
    pane.fit(to: Self.pageSize, look: look)
    var canvas = Canvas(size: Self.pageSize)
    pane.draw(on: &canvas, in: Rect(Self.pageSize), look: look)
    // Nobody's cursor stands on paper.
    var lines = canvas.lines.map { $0.replacing(Marker.sign, with: " ") }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    let paper = Paper(calledNow(look), look.say(.asOf, .text(look.day(look.asOf))), lines: lines)
    return ExportChoice(title: Phrase(.exportPage), what: .paper(paper, of: nil), name: Self.name)
  }

  private func calledNow(_ look: Look) -> String { look.say(Phrase(title, .text(""))) }
}

extension Look {
  /// How many, and of which day.
  func exportSummary(_ count: Int) -> String { say(.exportSummary, .number(count), .text(day(today))) }
}

extension CopyChoice {
  /// Without what is said twice, and without what would steer a terminal.
  static func all(_ texts: [(label: String, text: String)]) -> [CopyChoice] {
    var seen: Set<String> = []
    return texts.map { label, text in
      (label, text.split(separator: "\t").map { Paper.line(String($0)) }.joined(separator: "\t"))
    }.filter { !$0.1.trimmed.isEmpty && seen.insert($0.1).inserted }.enumerated().map {
      CopyChoice(id: $0, label: $1.0, text: $1.1)
    }
  }
}

// MARK: Lists

extension ListTable {
  /// The cells of a row as text; of a row that is one line, that.
  func cells(of row: Row) -> [String] {
    func text(_ spans: [Span]) -> String { spans.map(\.text).joined().trimmed }
    if let line = across?(row) { return [text(line)] + columns.dropFirst().map { _ in "" } }
    return columns.map { text($0.cell(row)) }
  }

  func texts(of rows: some Sequence<Row>) -> (headings: [String], rows: [[String]]) {
    (columns.map(\.heading), rows.map { cells(of: $0) })
  }

  /// The cells of a row with their headings.
  func labelled(_ row: Row) -> [(label: String, text: String)] {
    Array(zip(columns.map(\.heading), cells(of: row)))
  }

}

/// As wide as a list is asked for that nobody has to fit on a screen.
private let widest = 240

extension ListPane {
  fileprivate func texts(_ look: Look) -> (headings: [String], rows: [[String]]) {
    table(look, columns: widest).texts(of: list.rows ?? [])
  }

  fileprivate func row(_ look: Look) -> [(label: String, text: String)]? {
    selected.map(table(look, columns: widest).labelled)
  }
}

extension TabbedPane {
  fileprivate func texts(_ look: Look) -> (headings: [String], rows: [[String]]) {
    wide.list(tab).texts(look)
  }

  fileprivate func row(_ look: Look) -> [(label: String, text: String)]? {
    let (list, place) = (wide.list(tab), selection(in: tab).index)
    return place < list.count ? list.labelled(place, look) : nil
  }

  private var wide: Self {
    var pane = self
    pane.tabs.size = Size(columns: widest, rows: tabs.size.rows)
    return pane
  }
}

extension RecordPane {
  fileprivate var openRecord: (any Record)? { editor?.base }
}

// MARK: Records

extension Record {
  private func shown(_ look: Look) -> [(label: String, text: String)] {
    Self.fields.compactMap { field in
      let text = field.read(self)
      guard !text.isEmpty else { return nil }
      return (look.phrases.label("field", field.name), FieldWords.shown(field.name, field.entry, text, look))
    }
  }

  /// As a table of its fields, and as a file that can be imported again.
  func exports(_ look: Look) -> [ExportChoice] {
    let (title, name) = (look.title(of: self), "\(Self.kind.rawValue)-\(id)")
    let paper = Paper(
      title, look.exportSummary(1), headings: [look.say(.exportField), look.say(.exportValue)],
      rows: shown(look).map { [$0.label, $0.text] })
    let seen = ExportChoice(
      title: Phrase(.exportThis, .text(title)), what: .paper(paper, of: Self.kind), name: name)
    guard Self.self is any Exchangeable.Type else { return [seen] }
    return [
      seen,
      ExportChoice(title: Phrase(.exportWhole, .text(title)), what: .records(Self.kind, [id]), name: name),
    ]
  }

  /// Its name, what leads to it (addresses, links), then its other fields.
  func copies(_ look: Look) -> [(label: String, text: String)] {
    let shown = shown(look)
    let links = shown.flatMap { label, text in
      text.split(whereSeparator: { $0 == ";" || $0 == " " || $0 == "|" || $0.isNewline }).map(String.init)
        .filter(Self.isAddress).map { (label: label, text: $0) }
    }
    return [(label: look.say(.copyName), text: look.title(of: self))] + links + shown
      + [(label: look.say(.copyIdentifier), text: id)]
  }

  /// A web address or that of a mailbox.
  private static func isAddress(_ text: String) -> Bool {
    let small = text.lowercased()
    return ["http://", "https://", "mailto:"].contains { small.hasPrefix($0) }
      || small.contains("@") && small.contains(".")
  }
}

// MARK: Panes that know better

extension StakeholdersPane {
  func exports(_ look: Look) -> [ExportChoice] {
    guard editor == nil else { return usualExports(look) }
    let name = look.say(Phrase(title, .text("")))
    let all = ExportChoice(
      title: list.total.map { Phrase(.exportQuery, .number($0)) } ?? Phrase(.exportQueryUncounted),
      what: .stakeholders(list.filter, sort: list.sort, columns: columns, title: name), name: "stakeholders")
    let marks = ExportChoice(
      title: Phrase(.exportMarked, .number(marked.count)), what: .records(.stakeholder, marked.sorted()),
      name: "stakeholders-marked")
    return [all] + (marked.isEmpty ? [] : [marks]) + (selected.map { $0.exports(look) } ?? [])
  }

  func copies(_ look: Look) -> [CopyChoice] {
    guard let record = editor?.base ?? selected else { return [] }
    let cells = columns.compactMap(StakeholderColumn.named).map { column in
      (label: StakeholderColumn.title(column.name, look), text: column.text(record, look))
    }
    let row = cells.map(\.text).filter { !$0.isEmpty }.joined(separator: "\t")
    return CopyChoice.all(
      record.copies(look).prefix(1) + [(label: look.say(.copyRow), text: row)] + record.copies(look))
  }
}

extension CalendarPane {
  /// What is in sight as a list, and all that is dated for other programs.
  func exports(_ look: Look) -> [ExportChoice] {
    let (first, last) = span
    let days = first.number <= last.number ? (first.number...last.number).map { Day(number: $0) } : []
    let rows = days.flatMap { day in
      items(on: day).map { item in
        let words = CalendarWords(item: item, look: look, zone: zone)
        return [day.description, words.times(on: day), words.title, words.what, words.state]
      }
    }
    let headings = ["day", "time", "what", "kind", "state"].map { look.word("calendar_column", $0) }
    let calendar = ExportChoice(title: Phrase(.exportCalendar), what: .calendar, name: "calendar")
    return (rows.isEmpty ? [] : [tableChoice(headings, rows, look)]) + [calendar, pageChoice(look)]
  }

  /// What is selected, and then the day with all that it has.
  func copies(_ look: Look) -> [CopyChoice] {
    guard let day else { return [] }
    func line(_ item: AgendaItem) -> String {
      let words = CalendarWords(item: item, look: look, zone: zone)
      let parts = [look.day(day), words.times(on: day), words.title, words.what, item.place]
      return parts.filter { !$0.isEmpty }.joined(separator: "\t")
    }
    let selected = current.map { item in
      [(label: look.say(.copyRow), text: line(item))] + (event.map { $0.copies(look) } ?? [])
    }
    let all = items.map { (label: look.say(.copyEntry), text: line($0)) }
    let whole = look.chain(items.map(line)).replacing("\t", with: " ")
    return CopyChoice.all(
      (selected ?? []) + [(label: look.say(.copyDay), text: items.count > 1 ? whole : look.day(day))] + all)
  }
}

extension PivotPane {
  func exports(_ look: Look) -> [ExportChoice] {
    guard let counted = self.table else { return [] }
    let report = PivotReport(counted, rows: rows, columns: columns, look: look)
    return [tableChoice(report.headings, report.rows, look), pageChoice(look)]
  }

  /// The number under the cursor, and its row.
  func copies(_ look: Look) -> [CopyChoice] {
    guard let counted = table else { return [] }
    let report = PivotReport(counted, rows: rows, columns: columns, look: look)
    guard report.rows.indices.contains(row) else { return [] }
    let cells = report.rows[row]
    let number = cells.indices.contains(column + 1) ? cells[column + 1] : cells[cells.count - 1]
    return CopyChoice.all([
      (label: look.say(.copyCell), text: number),
      (label: look.say(.copyRow), text: cells.joined(separator: "\t")),
    ])
  }
}
