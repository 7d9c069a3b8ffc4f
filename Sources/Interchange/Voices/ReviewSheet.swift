import Model

/// A sheet of review comments as reviewers fill it in: a number, who wrote it, chapter, page and line, the comment.
///
/// Its rows become comments of one call. A sheet counts from 1 whatever another one did: a comment keeps its number
/// where that is free, and comes after the last one where it is not. A comment that the call already has, word for
/// word at the same place from the same source, is the same.
public struct ReviewSheet: ImportSource {
  public let columns: [ImportColumn]
  private var rows: TableRows<ReviewComment>
  private let places: [Part: Int]
  private let call: RecordID
  private var taken: Set<Int>
  /// After the last number.
  private var free: Int
  private var numbers: [Words: Int] = [:]
  /// The lines of rows in which nobody said anything.
  private var skipped: Set<Int> = []

  /// What makes two comments the same.
  private struct Words: Hashable { let source, paragraph, text: String }

  /// What a column of a sheet holds.
  enum Part: CaseIterable {
    case number, source, first, last, institution, chapter, page, pageTo, line, lineTo, paragraph, text
    case language, received, disposition, reason
  }

  /// - Parameter comments: those that the call has.
  /// - Throws: `ImportFailure.columnMissing` where no column has the comment.
  public init(_ file: ImportFile, call: RecordID, comments: [ReviewComment]) throws {
    rows = try TableRows<ReviewComment>(file, fields: Self.fields(of:))
    places = Self.places(in: rows.columns.map(\.title))
    guard places[.text] != nil else { throw ImportFailure.columnMissing("Comment") }
    self.call = call
    taken = Set(comments.map(\.number))
    free = (taken.max() ?? 0) + 1
    for comment in comments {
      numbers[Words(source: comment.source, paragraph: comment.paragraph, text: comment.text)] =
        comment.number
    }
    let (places, titles) = (places, rows.columns)
    columns = Self.titles.map { ImportColumn(title: Self.title(of: $0, places, titles), field: $0) }
  }

  /// Of each heading the field that its cells become, or are part of.
  private static func fields(of header: [String]) -> [String?] {
    let parts = Dictionary(uniqueKeysWithValues: places(in: header).map { ($0.value, $0.key) })
    return header.indices.map { parts[$0].map(field) }
  }

  private static func field(_ part: Part) -> String {
    switch part {
    case .number: "number"
    case .source, .first, .last, .institution: "source"
    case .chapter, .page, .pageTo, .line, .lineTo, .paragraph: "paragraph"
    case .text: "text"
    case .language: "language"
    case .received: "received"
    case .disposition: "disposition"
    case .reason: "reason"
    }
  }

  private static let titles = [
    "call", "number", "source", "paragraph", "text", "language", "received", "disposition", "reason",
  ]

  public mutating func next() throws -> ImportRow? {
    while let row = try rows.next() {
      let cells = places.compactMapValues { row[$0]?.trimmed }.filter { !$0.value.isEmpty }
      func cell(_ part: Part) -> String { cells[part] ?? "" }
      func given(_ text: String) -> String? { text.isEmpty ? nil : text }
      let words = Words(source: source(cell), paragraph: paragraph(cell), text: cell(.text))
      // Sheets come with rows that nobody filled in but for their number.
      if words.text.isEmpty && words.paragraph.isEmpty && row.problem == nil {
        skipped.insert(row.line)
        continue
      }
      let number = number(of: words, wanted: Int(cell(.number)))
      return ImportRow(
        line: row.line,
        cells: [
          call, String(number), given(words.source), given(words.paragraph), words.text, cells[.language],
          cells[.received], cells[.disposition], cells[.reason],
        ], problem: row.problem)
    }
    return nil
  }

  private mutating func number(of words: Words, wanted: Int?) -> Int {
    if let known = numbers[words] { return known }
    var number = free
    if let wanted, wanted > 0, wanted < 1_000_000, !taken.contains(wanted) { number = wanted }
    taken.insert(number)
    while taken.contains(free) { free += 1 }
    numbers[words] = number
    return number
  }

  private func source(_ cell: (Part) -> String) -> String {
    let parts = [cell(.first), cell(.last)].filter { !$0.isEmpty }
    let name = cell(.source).isEmpty ? parts.joined(separator: " ") : cell(.source)
    let institution = cell(.institution)
    if name.isEmpty || institution.isEmpty { return name + institution }
    return "\(name) (\(institution))"
  }

  /// `ch. 2, p. 12-13, l. 3`.
  private func paragraph(_ cell: (Part) -> String) -> String {
    func span(_ mark: String, _ from: Part, _ to: Part? = nil) -> String {
      let (first, last) = (cell(from), to.map(cell) ?? "")
      guard !first.isEmpty else { return "" }
      let span = last.isEmpty || last == first ? first : "\(first)-\(last)"
      return first.utf8.first.map { 0x30...0x39 ~= $0 } == true ? "\(mark) \(span)" : span
    }
    let places = [
      span("ch.", .chapter), cell(.paragraph), span("p.", .page, .pageTo), span("l.", .line, .lineTo),
    ]
    return places.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  public var bytesRead: Int { rows.bytesRead }

  public var remarks: ImportRemarks {
    var remarks = rows.remarks
    let used = Set(places.values)
    remarks.unknownColumns = rows.columns.indices.filter { !used.contains($0) }.map { rows.columns[$0].title }
      .filter { !$0.trimmed.isEmpty }
    remarks.repeatedColumns = []
    remarks.notes.removeAll { $0.isOfTakenRow && skipped.contains($0.line) }
    return remarks
  }

  // MARK: Columns

  private static func places(in header: [String]) -> [Part: Int] {
    var places: [Part: Int] = [:]
    for (index, title) in header.enumerated() {
      let key = ColumnNames.key(title)
      guard let part = Part.allCases.first(where: { names(of: $0).contains(key) }), places[part] == nil else {
        continue
      }
      places[part] = index
    }
    return places
  }

  private static func title(of field: String, _ places: [Part: Int], _ columns: [ImportColumn]) -> String {
    let part: Part? =
      switch field {
      case "number": .number
      case "source": .source
      case "paragraph": places[.paragraph] == nil ? .page : .paragraph
      case "text": .text
      case "language": .language
      case "received": .received
      case "disposition": .disposition
      case "reason": .reason
      default: nil
      }
    return part.flatMap { places[$0] }.map { columns[$0].title } ?? field
  }

  /// As `ColumnNames.key` writes them.
  private static func names(of part: Part) -> [String] {
    switch part {
    case .number: ["number", "no", "nr", "id", "commentno", "commentnumber", "编号", "序号", "意见编号"]
    case .source:
      [
        "source", "reviewer", "reviewername", "nameofreviewer", "name", "fullname", "author", "submittedby",
        "评审人", "评审专家", "姓名", "来源", "提交者",
      ]
    case .first: ["firstname", "givenname", "名"]
    case .last: ["lastname", "surname", "familyname", "姓"]
    case .institution: ["institution", "organization", "organisation", "affiliation", "机构", "单位"]
    case .chapter: ["chapter", "section", "chaptersection", "part", "章", "章节"]
    case .page: ["page", "frompage", "startpage", "pagefrom", "pagestart", "pageno", "页", "页码", "起始页"]
    case .pageTo: ["topage", "endpage", "pageto", "pageend", "结束页"]
    case .line: ["line", "fromline", "startline", "linefrom", "linestart", "lineno", "行", "行号", "起始行"]
    case .lineTo: ["toline", "endline", "lineto", "lineend", "结束行"]
    case .paragraph: ["paragraph", "para", "location", "place", "chapterpageline", "段落", "段", "位置"]
    case .text: ["comment", "comments", "text", "reviewcomment", "commenttext", "意见", "评论", "评审意见"]
    case .language: ["language", "lang", "语言"]
    case .received: ["received", "datereceived", "date", "day", "收到日期", "日期"]
    case .disposition: ["disposition", "decision", "处理结果", "处理"]
    case .reason: ["reason", "response", "authorresponse", "authorsresponse", "reply", "答复", "理由", "回复"]
    }
  }
}

extension RecordImport where R == ReviewComment {
  /// Plans what a review sheet adds to a call.
  /// - Throws: `ImportFailure`.
  public func plan(_ sheet: ReviewSheet) throws -> ImportPlan<ReviewComment> {
    var source: any ImportSource = sheet
    var plan = ImportPlan<ReviewComment>()
    try decide(&source) { decision, line in plan.take(decision, line: line) }
    plan.remarks = source.remarks
    return plan
  }
}
