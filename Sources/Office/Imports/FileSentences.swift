import Glibc
import Interchange
import JSONText
import Phrases
import Workbooks

extension Phrase {
  /// What is wrong with a vCard file or a card of it.
  public init(_ problem: VCardProblem) {
    switch problem {
    case .notText(let token): self.init(.fileNotText, .text(token))
    case .noCard: self.init(.cardNone)
    case .unclosedCard: self.init(.cardUnclosed)
    case .linesOutside: self.init(.cardLinesOutside)
    case .twoPersons: self.init(.cardTwoPersons)
    case .lineTooLong(_, let limit): self.init(.cardLineTooLong, .number(limit))
    case .cardTooLong(_, let limit): self.init(.cardTooLong, .number(limit))
    case .undecodable: self.init(.csvUndecodable)
    }
  }

  /// What the reader of a vCard file put right.
  public init(_ note: VCardNote) {
    switch note {
    case .addedEnd: self.init(.cardAddedEnd)
    case .skippedLine: self.init(.cardSkippedLine)
    case .skippedInnerCard: self.init(.cardSkippedInner)
    case .removedNUL: self.init(.csvRemovedNUL)
    case .replacedBytes: self.init(.csvUndecodable)
    case .nameFromEmail: self.init(.cardNameFromEmail)
    case .olderCard: self.init(.cardOlder)
    case .untrueCard: self.init(.cardUntrue)
    case .keptAsNote: self.init(.cardKeptAsNote)
    case .ofThing(_, let kind): self.init(.cardOfThing, .text(kind))
    }
  }

  /// What is wrong with a JSON file or a record of it. Where the whole file is refused, it says the line.
  public init(_ problem: JSONProblem) {
    switch problem {
    case .notText(let token): self.init(.fileNotText, .text(token))
    case .empty: self.init(.csvEmpty)
    case .endsEarly(let line): self.init(.jsonEndsEarly, .text(String(line)))
    case .unexpected(let line, let found): self.init(.jsonUnexpected, .text(String(line)), .text(found))
    case .tooDeep(let line): self.init(.jsonTooDeep, .text(String(line)))
    case .textTooLong(_, let limit): self.init(.csvFieldTooLong, .number(limit))
    case .recordTooLong(_, let limit): self.init(.jsonRecordTooLong, .number(limit))
    case .noArray: self.init(.jsonNoArray)
    case .wrongValue(_, ""): self.init(.jsonNoObject)
    case .wrongValue(_, let field): self.init(.jsonWrongValue, .text(field))
    case .undecodable: self.init(.csvUndecodable)
    }
  }
}

extension Phrase {
  /// Why a workbook cannot be read, and what to do.
  public init(_ problem: WorkbookProblem) {
    switch problem {
    case .foreign(let token): self.init(.workbookForeign, .phrase(Phrase(label: "workbook", token)))
    case .damaged(let part): self.init(.workbookDamaged, .text(part))
    case .hostile(let part): self.init(.workbookHostile, .text(part))
    case .tooLarge: self.init(.workbookTooLarge)
    }
  }
}

extension Phrase {
  /// Why a workbook cannot be written.
  public init(_ problem: WorkbookWriter.Problem) {
    switch problem {
    case .unwritable(let code): self.init(.failed, .phrase(Phrase(errno: code)))
    case .overlong(let column, let row):
      self.init(.sheetOverlong, .text("\(CellName.column(column - 1))\(row)"))
    case .tooManyRows: self.init(.sheetTooLong)
    }
  }
}

extension SheetRemark {
  /// Which sheet was read, and what of the workbook was not, or was read though nobody sees it.
  public var sentences: [Phrase] {
    var sentences = [Phrase(.sheetRead, .text(name), .text(String(headingRow)))]
    func list(_ key: PhraseKey, _ texts: [String]) {
      if !texts.isEmpty { sentences.append(Phrase(key, .chain(texts))) }
    }
    list(.sheetAbove, above)
    list(.sheetOthers, others)
    list(.sheetHiddenColumns, hiddenColumns)
    if hiddenRows > 0 {
      sentences.append(Phrase(.sheetHiddenRows, .number(hiddenRows), .text(String(firstHidden))))
    }
    if unheadedCount > 0 {
      sentences.append(
        Phrase(.sheetUnheaded, .number(unheadedCount), .list(unheaded, of: unheadedCount)))
    }
    if comments > 0 { sentences.append(Phrase(.sheetComments, .number(comments), .text(firstComment))) }
    if lostLinkCount > 0 {
      sentences.append(
        Phrase(.sheetLinks, .number(lostLinkCount), .chain(lostLinks, of: lostLinkCount)))
    }
    return sentences
  }
}

extension ImportRemarks {
  /// The titles of which is told why their cells are left out.
  public var titlesTold: [String] {
    unknownColumns + repeatedColumns.map(\.title) + unknownOptOuts.map(\.title)
  }

  /// Of which columns somebody's refusal may be lost: it is to be seen before all else.
  public var optOutSentences: [Phrase] {
    unknownOptOuts.map {
      Phrase(.importOptOutUnknown, .text($0.title), .chain($0.samples))
    }
  }

  /// What is to be said of columns besides that they are not known, and of refusals.
  public var columnSentences: [Phrase] {
    let unheaded = unheadedColumns.map { column in
      Phrase(
        .importUnheaded, .text(String(column.number)), .number(column.count),
        .chain(column.samples, of: column.count))
    }
    let foreign = foreignID.map { [Phrase(.importForeignID, .text($0))] } ?? []
    let names = perhapsNames.map { [Phrase(.importPerhapsNames, .text($0))] } ?? []
    return foreign + names + unheaded + repeatedColumns.map(\.sentence)
  }

  /// What the reader says of the rows, but not that one was taken as a record which is not.
  func notes(without lost: [Int]) -> [CSVNote] {
    let lost = notes.contains(where: \.isOfTakenRow) ? Set(lost) : []
    return notes.filter { !$0.isOfTakenRow || !lost.contains($0.line) }
  }

  /// How the file was read where it was not UTF-8, with names that show whether that was right: those beyond
  /// ASCII if there are any.
  public func encodingSentence(names: [String]) -> Phrase? {
    if encoding.isUTF8 { return nil }
    let encoding = encoding.name
    let telling = Array(names.lazy.filter { !$0.utf8.allSatisfy { $0 < 0x80 } }.prefix(3))
    let shown = telling.isEmpty ? Array(names.prefix(3)) : telling
    guard !shown.isEmpty else { return Phrase(.importEncoding, .text(encoding)) }
    // Names have commas of their own.
    return Phrase(.importEncodingNames, .text(encoding), .chain(shown))
  }
}

extension ImportRemarks.RepeatedColumn {
  /// Which column of a heading is read, and what the other holds, where anything stands there.
  public var sentence: Phrase {
    guard !samples.isEmpty, readNumber > 0 else {
      return Phrase(.importColumnRepeated, .text(readTitle), .number(number), .text(title))
    }
    return Phrase(
      .importColumnTwice, .text(readTitle), .text(String(readNumber)), .text(String(number)), .text(title),
      .chain(samples))
  }
}
