import JSONText

extension CSVProblem {
  /// The line that it is about; nil where it is about the whole file.
  public var line: Int? {
    switch self {
    case .unclosedQuote(let line), .textAfterQuote(let line), .undecodable(let line): line
    case .wrongFieldCount(let line, _, _), .fieldTooLong(let line, _), .rowTooLong(let line, _): line
    case .tooManyColumns, .notText, .empty: nil
    }
  }
}

extension VCardProblem {
  /// The line that it is about; nil where it is about the whole file.
  public var line: Int? {
    switch self {
    case .notText, .noCard: nil
    case .unclosedCard(let line), .linesOutside(let line), .undecodable(let line): line
    case .twoPersons(let line): line
    case .lineTooLong(let line, _), .cardTooLong(let line, _): line
    }
  }
}

extension JSONProblem {
  /// The line that it is about; nil where it is about the whole file.
  public var line: Int? {
    switch self {
    case .notText, .empty, .noArray: nil
    case .endsEarly(let line), .undecodable(let line), .tooDeep(let line): line
    case .unexpected(let line, _), .wrongValue(let line, _): line
    case .textTooLong(let line, _), .recordTooLong(let line, _): line
    }
  }
}

extension VCardNote {
  public var line: Int {
    switch self {
    case .addedEnd(let line), .skippedLine(let line), .skippedInnerCard(let line): line
    case .removedNUL(let line), .replacedBytes(let line), .nameFromEmail(let line): line
    case .keptAsNote(let line), .olderCard(let line), .untrueCard(let line): line
    case .ofThing(let line, _): line
    }
  }
}
