import Model
import Office
import Phrases
import Terminal

/// Where the cells of Table 2 stand: how wide labels and columns are, how many rows each part has.
struct LaunchLayout {
  let labelWidth: Int
  /// From one column to the next.
  let pitch: Int
  /// Done of all, at the right of each row of Table 2; 0 where there is no room for it.
  let totalWidth: Int
  let gridRows: Int
  /// What is left below the activities, for the counts of the months.
  let footRows: Int
  /// What is left at the right, for the details of the launch; 0 where there is no room for it.
  let sideWidth: Int

  /// Whether months have room for their names; else their numbers stand there.
  let namesMonths: Bool

  /// Whether notes stand beside the glyphs.
  var showsNotes: Bool { pitch >= 12 }
  /// A glyph stands in the middle of a month's three letters, or ahead of its note.
  var glyphOffset: Int { showsNotes ? 0 : 1 }

  init(_ pane: LaunchPane, look: Look) {
    sideWidth = pane.size.isVast && pane.size.rows >= 20 ? 56 : 0
    let width = pane.size.columns - sideWidth
    totalWidth = width < 60 ? 0 : 6
    let count = max(1, pane.columns.count)
    let labels = pane.activities.map { CellText.width($0.label.text(in: look.language)) }
    let wanted = (labels.max() ?? 0) + 2
    let room = max(0, width - 1 - totalWidth)
    let names = (1...12).map { CellText.width(look.say(Phrase(month: $0))) }.max() ?? 0
    let least = names > 5 ? 4 : max(4, names + 1)
    pitch = max(least, min(Size.isWide(width) ? 24 : 6, (room - wanted) / count))
    namesMonths = pitch >= 12 || names < pitch
    labelWidth = max(0, min(room - pitch * count, wanted + 6))
    let left = pane.size.rows - 1 - pane.activities.count
    footRows = max(pane.size.rows < 8 ? 0 : 2, left)
    gridRows = max(1, pane.size.rows - 1 - footRows)
  }

  func column(_ index: Int, in area: Rect) -> Int { area.column + 1 + labelWidth + index * pitch }
  func totalColumn(_ slots: Int, in area: Rect) -> Int { column(slots, in: area) }
}
