import Model
import Office
import Phrases
import Store
import Terminal

/// Moving bars by keys: a bar follows the keys until it is let go, and all of it is one change.
extension TimelinePane {
  static let draggingCommands: [Command<TimelinePane>] = [
    drag("activity.shiftLater", .commandShiftLater, ["]", "Shift-Right"], rank: 5, .all, by: 1),
    drag("activity.shiftEarlier", .commandShiftEarlier, ["[", "Shift-Left"], .all, by: -1),
    drag("activity.endLater", .commandEndLater, ["}", "Alt-Right"], rank: 6, .end, by: 1),
    drag("activity.endEarlier", .commandEndEarlier, ["{", "Alt-Left"], .end, by: -1),
    drag("activity.startLater", .commandStartLater, [")"], .start, by: 1),
    drag("activity.startEarlier", .commandStartEarlier, ["("], .start, by: -1),
    Command("activity.drop", .commandDrop, ["Enter"], rank: 1, when: { $0.drag != nil }, needs: .edit) {
      pane, look in pane.drop(look)
    },
    Command(
      "activity.push", .commandPush, ["d"], rank: 2, when: { $0.drag?.pushed.isEmpty == false },
      needs: .edit
    ) { pane, look in pane.push(look) },
    .moving("activity.letGo", .commandCancel, ["Esc"], rank: 3, when: { $0.drag != nil }) { $0.drag = nil },
    .moving("activity.takeBack", .commandUndo, ["u"], when: { $0.drag != nil }) { $0.drag = nil },
  ]

  private static func drag(
    _ name: CommandName, _ title: PhraseKey, _ keys: [KeyChord], rank: Int = 0, _ grip: TimelineDrag.Grip,
    by sign: Int
  ) -> Command<TimelinePane> {
    Command(
      name, title, keys, rank: 0, when: { $0.editor == nil && $0.search == nil }, needs: .edit, unless: noBar
    ) { pane, _ in
      guard let current = pane.current else { return [] }
      if pane.drag == nil { pane.drag = TimelineDrag(current) }
      pane.drag?.move(grip, by: sign, pane.unit, in: pane.tree)
      return []
    }
  }

  /// Why a bar cannot be moved.
  private static func noBar(_ pane: Self, _ look: Look) -> Phrase? {
    if pane.drag != nil { return nil }
    if let problem = noRecord(pane, look) { return problem }
    guard let item = pane.selected else { return nil }
    let activity = item.activity
    if activity.status == .done || activity.status == .cancelled {
      return Phrase(.timelineFinished, .text(look.title(of: activity)))
    }
    if activity.isRecurring { return Phrase(.timelineTimesMove) }
    if item.span != nil { return Phrase(.timelineStepsMove) }
    let plan = activity.plan(in: look.asOf.parts.year)
    return plan.start == nil && plan.end == nil ? Phrase(.timelineNoDays) : nil
  }

  private mutating func drop(_ look: Look) -> [Effect] {
    guard let drag else { return [] }
    self.drag = nil
    guard drag.moved != drag.base else { return [] }
    return [
      .apply(EditRecord(base: drag.base, edited: drag.moved), then: [.announce(saved(drag, look))])
    ]
  }

  /// Moves what waits for it along.
  private mutating func push(_ look: Look) -> [Effect] {
    guard let drag else { return [] }
    self.drag = nil
    let change = ChangeActivities("reschedule", [(drag.base, drag.moved)] + drag.pushed)
    let news = Phrase(.timelinePushed, .text(look.title(of: drag.base)), .number(drag.pushed.count))
    return [.apply(change, then: [.announce(news)])]
  }

  /// Says so where what waits for it now begins too early.
  private func saved(_ drag: TimelineDrag, _ look: Look) -> Phrase {
    let title = look.title(of: drag.base)
    return drag.pushed.isEmpty
      ? Phrase(.saved, .text(title))
      : Phrase(.timelineLeftInTheWay, .text(title), .number(drag.pushed.count))
  }
}
