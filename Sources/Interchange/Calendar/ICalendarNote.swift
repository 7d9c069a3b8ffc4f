/// What the reader of a calendar put right or left out, and where.
public struct ICalendarNote: Sendable, Equatable {
  /// Counted from 1.
  public let line: Int
  public let what: What

  public init(line: Int, _ what: What) { (self.line, self.what) = (line, what) }

  public enum What: Sendable, Equatable {
    // Put right: the event is taken.
    case noVersion
    /// The file begins with an event, outside of any calendar.
    case noCalendar
    /// A component was not closed.
    case addedEnd(String)
    /// A line that is no property.
    case skippedLine
    case removedNUL
    case otherBytes
    /// The file is not in UTF-8, but in what this says.
    case encoding(String)
    case noUID
    /// What it is called now.
    case noTitle(String)
    /// It names no zone: that of the person who reads was taken.
    case floating(String)
    /// A name of a zone that is not known, and the zone that is named beside it and has the same clocks.
    case likeZone(String, String)
    /// A name of a zone that is not known, and its clocks as the file describes them.
    case describedZone(String, String)
    /// The clocks of a series change by no rule of the year; those of its first time.
    case shiftingZone(String, String)
    /// A name of a zone that is not known, and the one that was taken instead.
    case unknownZone(String, String)
    /// The local time that is not there, its zone, and the moment that was taken.
    case skippedTime(String, String, String)
    case repeatedTime(String, String)
    case droppedSeconds
    case endBeforeStart
    case badEnd(String)
    case badRule(String)
    /// A year that is hardly meant, before 1900 or after 2100: taken as it is.
    case farYear(String)
    /// Dates that are left out of a series which has no time then.
    case nothingLeftOut(String)
    /// The end of a series of whole days is a time, and the day that was taken for the last.
    case untilOfDays(String, String)
    case unsupportedRule(String)
    /// A second rule, or one of what is left out (RFC 2445, section 4.8.5.2), is kept and written again only.
    case unreckoned(String)
    case badValue(String, String)
    // Left out.
    case noStart
    case badStart(String)
    /// An earlier line has the same event; the one with the higher revision is taken.
    case repeated(Int)
    /// An earlier line says the same of it.
    case saidAgain(Int)
    /// An earlier line says something else of it, and neither is the later revision.
    case undecided(Int)
    /// A date of EXDATE, RDATE or RECURRENCE-ID that is none.
    case badDate(String, String)
    /// So many lines of an event beyond those that any has; they are left out.
    case tooManyProperties(Int)
    /// It stands for the later times of its series too (section 3.2.13), which stay as they were.
    case thisAndFuture
    /// The stored event was revised since.
    case older(Int, Int)
    /// It was changed before the stored event was: `YYYYMMDDTHHMMSSZ` of both.
    case changedBefore(String, String)
    /// An entry that this program wrote of a record of another kind.
    case ownRecord(String)
  }

  /// Whether it is about an entry of ours that is no event.
  public var isOfOwnRecord: Bool {
    if case .ownRecord = what { true } else { false }
  }

  /// Whether an event of the file is not taken for it.
  public var isLoss: Bool {
    switch what {
    case .noStart, .badStart: true
    default: false
    }
  }
}

/// Why a file is no calendar at all.
public enum ICalendarProblem: Error, Sendable, Equatable {
  /// What it is instead: `pdf`, `xls`, `binary` …
  case notText(String)
  /// There is no calendar in it.
  case noCalendar
}
