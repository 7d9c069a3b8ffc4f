import CFriBidi

/// A line of cells in the order in which it is seen (Unicode UAX #9), Arabic letters in the forms that they take beside
/// each other.
struct BidiLine {
  /// The places of the cells, from left to right.
  let order: [Int]
  /// What to draw for each cell: its letter in another form, or the other of two brackets.
  let shown: [Unicode.Scalar]

  /// - Parameter scalars: of each cell the one that takes room; marks follow it.
  /// - Returns: nil where the line cannot be ordered, and stays as it is.
  init?(_ scalars: [Unicode.Scalar], isRightToLeft: Bool) {
    var shown = [FriBidiChar](repeating: 0, count: scalars.count)
    var order = [FriBidiStrIndex](repeating: 0, count: scalars.count)
    let isDone = bidi_line(
      scalars.map(\.value), FriBidiStrIndex(scalars.count), isRightToLeft, &shown, &order)
    guard isDone else { return nil }
    self.order = order.map(Int.init)
    self.shown = zip(shown, scalars).map { Unicode.Scalar($0) ?? $1 }
  }
}

/// Which way letters run.
enum LetterDirection {
  case leftToRight, rightToLeft

  /// Of one scalar; nil for digits, marks and signs, which have none of their own.
  init?(_ scalar: Unicode.Scalar) {
    if Self.isRightToLeft(scalar) {
      self = .rightToLeft
    } else if scalar.properties.isAlphabetic {
      self = .leftToRight
    } else {
      return nil
    }
  }

  /// Of the first letter (UAX #9, P2).
  init?(first text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      guard text.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else { return nil }
      self = .leftToRight
      return
    }
    guard let direction = text.unicodeScalars.lazy.compactMap(Self.init).first else { return nil }
    self = direction
  }

  /// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and the like, where Unicode keeps them together.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x5BE...0x5F4, 0x608, 0x60B, 0x60D, 0x61B...0x64A, 0x66D...0x66F, 0x671...0x6D5, 0x6E5...0x6E6,
      0x6EE...0x6EF, 0x6FA...0x8C9, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EEFF:
      true
    default: false
    }
  }
}
