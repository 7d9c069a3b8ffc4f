import Interchange
import Phrases

extension Phrase {
  /// Why a file is no calendar.
  public init(_ problem: ICalendarProblem) {
    switch problem {
    case .notText(let token): self.init(.calendarNotText, .text(token))
    case .noCalendar: self.init(.calendarNoCalendar)
    }
  }

  /// What the reader of a calendar put right or left out.
  public init(_ note: ICalendarNote.What) {
    switch note {
    case .noVersion: self.init(.calendarNoteVersion)
    case .noCalendar: self.init(.calendarNoteOutside)
    case .addedEnd(let name): self.init(.calendarNoteEnd, .text(name))
    case .skippedLine: self.init(.calendarNoteLine)
    case .removedNUL: self.init(.calendarNoteNUL)
    case .otherBytes: self.init(.calendarNoteBytes)
    case .encoding(let name): self.init(.importEncoding, .text(name))
    case .noUID: self.init(.calendarNoteUID)
    case .noTitle(let name): self.init(.calendarNoteTitle, .text(name))
    case .floating(let zone): self.init(.calendarNoteFloating, .text(zone))
    case .likeZone(let name, let zone): self.init(.calendarNoteLike, .text(name), .text(zone))
    case .describedZone(let name, let zone): self.init(.calendarNoteDescribed, .text(name), .text(zone))
    case .shiftingZone(let name, let zone): self.init(.calendarNoteShifting, .text(name), .text(zone))
    case .unknownZone(let name, let zone): self.init(.calendarNoteZone, .text(name), .text(zone))
    case .skippedTime(let time, let zone, let taken):
      self.init(.calendarNoteSkipped, .text(time), .text(zone), .text(taken))
    case .repeatedTime(let time, let zone): self.init(.calendarNoteRepeated, .text(time), .text(zone))
    case .droppedSeconds: self.init(.calendarNoteSeconds)
    case .endBeforeStart: self.init(.calendarNoteBackwards)
    case .badEnd(let text): self.init(.calendarNoteBadEnd, .text(text))
    case .badRule(let text): self.init(.calendarNoteBadRule, .text(text))
    case .farYear(let day): self.init(.cellFarYear, .text(day))
    case .nothingLeftOut(let dates): self.init(.calendarNoteNothingLeftOut, .text(dates))
    case .untilOfDays(let text, let day): self.init(.calendarNoteUntilOfDays, .text(text), .text(day))
    case .unsupportedRule(let part): self.init(.calendarNoteRule, .text(part))
    case .badValue(let name, let text): self.init(.calendarNoteValue, .text(name), .text(text))
    case .noStart: self.init(.calendarNoteNoStart)
    case .badStart(let text): self.init(.calendarNoteBadStart, .text(text))
    case .repeated(let line): self.init(.calendarNoteAgain, .text(String(line)))
    case .saidAgain(let line): self.init(.calendarNoteSame, .text(String(line)))
    case .undecided(let line): self.init(.calendarNoteUndecided, .text(String(line)))
    case .badDate(let name, let text): self.init(.calendarNoteBadDate, .text(name), .text(text))
    case .tooManyProperties(let count): self.init(.calendarNoteTooMany, .number(count))
    case .thisAndFuture: self.init(.calendarNoteFuture)
    case .older(let given, let stored):
      self.init(.calendarNoteOlder, .text(String(given)), .text(String(stored)))
    case .unreckoned(let name): self.init(.calendarNoteUnreckoned, .text(name))
    case .changedBefore(let given, let stored):
      self.init(.calendarNoteBefore, .text(given), .text(stored))
    case .ownRecord(let record): self.init(.calendarNoteOwn, .text(record))
    }
  }
}
