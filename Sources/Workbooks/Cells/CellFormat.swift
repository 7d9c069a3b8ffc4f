/// What the number format of a cell makes of its number.
enum CellFormat: Sendable, Equatable {
  case general, percent, date, time, dateTime, duration
  case padded(DigitPattern)
  case unit(CellUnit)

  /// The formats that a file names by number only (ISO/IEC 29500-1, 18.8.30). Those of East Asia are dates in one
  /// country and times in another; the number tells which.
  init(builtIn id: Int) {
    self =
      switch id {
      case 9, 10, 67, 68: .percent
      case 14...17, 27...31, 34...36, 50...58, 71...74, 81: .date
      case 18...21, 32, 33, 45, 47, 75, 76, 78, 80: .time
      case 22, 77: .dateTime
      case 46, 79: .duration
      default: .general
      }
  }

  /// A format code (ISO/IEC 29500-1, 18.8.31).
  init(code: String) {
    for section in FormatSection.sections(of: code) {
      if let format = section.format {
        self = format
        return
      }
    }
    self = .general
  }

  /// A number as the format shows it.
  func value(_ number: Double, isFrom1904: Bool) -> CellValue {
    switch self {
    case .general: .number(number)
    case .percent: .percent(number)
    case .unit(let unit): .quantity(number, unit)
    case .padded(let pattern): pattern.text(number).map(CellValue.padded) ?? .number(number)
    case .duration: Self.seconds(number).map(CellValue.duration) ?? .number(number)
    case .date, .time, .dateTime: moment(number, isFrom1904) ?? .number(number)
    }
  }

  /// A day or time of a serial number; nil where no calendar has it.
  private func moment(_ number: Double, _ isFrom1904: Bool) -> CellValue? {
    guard let seconds = Self.seconds(number), seconds >= 0 else { return nil }
    let (serial, time) = (seconds / 86_400, seconds % 86_400)
    guard let day = SerialDay(serial, isFrom1904: isFrom1904).day else { return nil }
    let isClock = serial == 0 && !isFrom1904
    switch self {
    // A time of day alone is one whatever the format; a day shown by its time only has not lost its day.
    case .time: return isClock ? .time(time) : .dateTime(day, time)
    case .date: return isClock && time > 0 ? .time(time) : .date(day)
    default: return isClock ? .time(time) : .dateTime(day, time)
    }
  }

  /// To the second, as spreadsheet programs show them: 10:11:00 is stored as 0.42430555555555555.
  private static func seconds(_ number: Double) -> Int? {
    guard number.magnitude < 2_958_466 else { return nil }
    return Int((number * 86_400).rounded())
  }
}

/// The day of a serial number in one of the two systems (ISO/IEC 29500-1, 18.17.4.1).
struct SerialDay {
  let day: CellDay?

  init(_ serial: Int, isFrom1904: Bool) {
    guard serial >= 0, serial <= 2_958_465 else {
      day = nil
      return
    }
    if isFrom1904 {
      day = CellDay(number: serial - 24_107)
    } else if serial == 0 {
      // An empty cell that a formula refers to: Excel shows 1900-01-00, which is no day.
      day = CellDay(year: 1900, month: 1, day: 0)
    } else if serial == 60 {
      day = CellDay(year: 1900, month: 2, day: 29)
    } else {
      day = CellDay(number: serial - (serial > 60 ? 25_569 : 25_568))
    }
  }
}

/// A whole number shown with leading zeros, as codes and telephone numbers are: `00000`, `000-00-0000`.
struct DigitPattern: Sendable, Equatable {
  /// Digits that may be missing are false, those that are shown as 0 are true; what stands between is text.
  enum Piece: Sendable, Equatable {
    case digit(isShown: Bool)
    case text(Character)
  }

  let pieces: [Piece]

  /// - Returns: nil where the format shows no leading zeros.
  init?(_ pieces: [Piece]) {
    guard pieces.count(where: { $0 == .digit(isShown: true) }) > 1 else { return nil }
    self.pieces = pieces
  }

  init?(zeros count: Int) {
    self.init(Array(repeating: .digit(isShown: true), count: min(count, 64)))
  }

  /// - Returns: nil for what is no whole number, which is then shown as it is.
  func text(_ number: Double) -> String? {
    guard let whole = Int(exactly: number), whole >= 0 else { return nil }
    var digits = Array(String(whole))
    if whole == 0 { digits = [] }
    var shown: [Character] = []
    var left = pieces.count { if case .digit = $0 { true } else { false } }
    for piece in pieces.reversed() {
      switch piece {
      case .text(let character): shown.append(character)
      case .digit(let isShown):
        left -= 1
        if let digit = digits.popLast() { shown.append(digit) } else if isShown { shown.append("0") }
        // The first place takes all digits that are left.
        if left == 0 { while let digit = digits.popLast() { shown.append(digit) } }
      }
    }
    return String(shown.reversed())
  }
}
