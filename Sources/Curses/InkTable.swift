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

  /// - Parameter hasDefaults: whether the terminal can go back to its own foreground and background.
  init(theme: Theme, depth: ColourDepth, hasDefaults: Bool) {
    looks = Ink.allCases.map { _ in Look() }
    for ink in Ink.allCases {
      let paint = theme[ink]
      looks[ink.index].attributes = Self.attributes(paint, depth: depth)
      guard depth != .none, paint.foreground != nil || paint.background != nil else { continue }
      let pair = Int32(ink.index + 1)
      let foreground = paint.foreground?.index(colours: depth.rawValue) ?? (hasDefaults ? -1 : 7)
      let background = paint.background?.index(colours: depth.rawValue) ?? (hasDefaults ? -1 : 0)
      if init_extended_pair(pair, Int32(foreground), Int32(background)) == OK {
        looks[ink.index].pair = pair
      }
    }
  }

  subscript(ink: Ink) -> Look { looks[ink.index] }

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
