import CNcurses
import Terminal

/// How ncurses draws each ink: made once for a theme, so that drawing only looks up.
struct InkTable {
  /// Attributes and the number of a colour pair.
  struct Look {
    var attributes: attr_t = 0
    var pair: Int32 = 0
  }

  private var looks: [Look]

  /// - Parameters:
  ///   - background: of the terminal; nil where nobody knows it.
  ///   - hasDefaults: whether the terminal can go back to its own foreground and background.
  init(theme: Theme, depth: ColourDepth, on background: Background?, hasDefaults: Bool) {
    let background = theme.background(background)
    looks = Ink.allCases.map { _ in Look() }
    for ink in Ink.allCases {
      let paint = theme[ink, on: background]
      looks[ink.index].attributes = Self.attributes(paint, depth: depth)
      guard depth != .none, paint.foreground != nil || paint.background != nil else { continue }
      let pair = Int32(ink.index + 1)
      var front = Self.front(paint, of: ink, depth: depth, on: background)
      var back = paint.background?.index(asBackground: depth.rawValue) ?? Colour.own
      if !hasDefaults {
        // Such terminals begin as white on black (terminfo(5), "Color Handling").
        if front == Colour.own { front = 7 }
        if back == Colour.own { back = 0 }
      }
      if init_extended_pair(pair, Int32(front), Int32(back)) == OK {
        looks[ink.index].pair = pair
      }
    }
  }

  subscript(ink: Ink) -> Look { looks[ink.index] }

  /// A blank of that ink: a line below it would only be seen where a text is shorter than its column; but a field that is
  /// typed in has one from end to end.
  func blank(_ ink: Ink) -> Look {
    var look = looks[ink.index]
    if ink != .entry { look.attributes &= ~curses_underline() }
    return look
  }

  private static func front(
    _ paint: Paint, of ink: Ink, depth: ColourDepth, on background: Background?
  ) -> Int {
    guard let colour = paint.foreground else { return Colour.own }
    // On a background of its own, that of the terminal does not matter.
    if paint.background != nil { return colour.index(asBackground: depth.rawValue) }
    return colour.index(colours: depth.rawValue, on: background, contrast: ink.leastContrast)
  }

  private static func attributes(_ paint: Paint, depth: ColourDepth) -> attr_t {
    var attributes: attr_t = 0
    if paint.isBold { attributes |= curses_bold() }
    if paint.isDim { attributes |= curses_dim() }
    if paint.isUnderlined { attributes |= curses_underline() }
    // What a theme shows by its background alone would be lost without colours.
    let needsReverse = depth == .none && paint.background != nil
    if paint.isReversed || needsReverse { attributes |= curses_reverse() }
    return attributes
  }
}
