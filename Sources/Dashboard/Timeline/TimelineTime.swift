import Model
import Office
import Phrases
import Terminal

/// Moving through time: nearer, farther, earlier, later.
extension TimelinePane {
  static let timeCommands: [Command<TimelinePane>] = [
    scroll("activity.earlier", .commandEarlierTime, ["<"]) { -$0.count },
    scroll("activity.later", .commandLaterTime, [">"]) { $0.count },
    scroll("activity.left", .commandLeft, ["Left", "h"]) { _ in -1 },
    scroll("activity.right", .commandRight, ["Right", "l"]) { _ in 1 },
    Command("activity.zoomIn", .commandZoomIn, ["+", "="], rank: 7, when: \.isBrowsing) { pane, look in
      pane.zoom(to: pane.unit.finer, look)
      return []
    },
    Command("activity.zoomOut", .commandZoomOut, ["-"], rank: 8, when: \.isBrowsing) { pane, look in
      pane.zoom(to: pane.unit.coarser, look)
      return []
    },
    Command("activity.today", .commandToday, ["t"], when: \.isBrowsing) { pane, look in
      let axis = pane.axis(look)
      pane.origin = axis.unit.index(of: look.asOf) - axis.count / 3
      return []
    },
  ]

  private static func scroll(
    _ name: CommandName, _ title: PhraseKey, _ keys: [KeyChord],
    by step: @escaping @Sendable (TimelineAxis) -> Int
  ) -> Command<TimelinePane> {
    Command(name, title, keys, when: \.isBrowsing) { pane, look in
      let axis = pane.axis(look)
      pane.origin = axis.origin + step(axis)
      return []
    }
  }

  /// Keeps the as-of day where it is in sight, else the middle of what is.
  private mutating func zoom(to unit: TimelineUnit?, _ look: Look) {
    guard let unit else { return }
    let axis = axis(look)
    let isInSight = (axis.first...axis.last).contains(look.asOf)
    let middle = axis.unit.first(axis.origin + axis.count / 2)
    self.unit = unit
    let next = TimelineAxis(unit, from: 0, width: columns.chartWidth)
    origin = unit.index(of: isInSight ? look.asOf : middle) - next.count / (isInSight ? 3 : 2)
    // Months of the year in which the timeline opens are its home.
    if unit == .month, isInSight { origin = nil }
  }
}
