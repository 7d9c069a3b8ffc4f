import Model
import Office
import Phrases
import Terminal

/// How the timeline says things of one of its lines.
struct TimelineWords {
  let item: TimelineItem
  let tree: TimelineTree
  let look: Look
  /// As it is drawn: with the days of its steps, or of a bar that is being moved.
  let activity: Activity

  init(_ item: TimelineItem, in tree: TimelineTree, _ look: Look, drag: TimelineDrag? = nil) {
    (self.item, self.tree, self.look) = (item, tree, look)
    activity = drag?.base.id == item.id ? drag!.moved : item.drawn
    words = ActivityWords(
      activity: activity, look: look, standing: drag?.base.id == item.id ? nil : item.standing)
  }

  let words: ActivityWords

  /// Where it stands, by glyph and word.
  var state: Span {
    switch item.source {
    case .group: return Span("", .quiet)
    case .launch(_, nil): return release
    case .launch, .activity: break
    }
    if item.isOverruled, let ruling { return Span("– \(ruling)", .quiet) }
    return words.state
  }

  private var release: Span {
    guard let day = activity.start else { return Span("· \(look.say(.timelineNoRelease))", .quiet) }
    let days = day - look.asOf
    if days == 0 { return Mark.pressing.said(look.say(.overviewToday)) }
    if days > 0 { return Mark.open.said(look.say(.overviewBefore, .number(days))) }
    return Mark.done.said(look.say(.overviewAfter, .number(-days)))
  }

  /// "see Table 1 (a)".
  private var ruling: String? {
    if item.isSettledOtherwise { return look.word("side", RulingSide.other.rawValue) }
    guard let contradiction = Decision.adopted.contradiction(of: item.id) else { return nil }
    let other = contradiction.first == item.id ? contradiction.second : contradiction.first
    return Decision.adopted.activity(other).map {
      look.say(.timelineSee, .text(ActivityWords.reference($0, look)))
    }
  }

  /// "2/5": how many of its steps are done.
  var steps: String { item.steps.count == 0 ? "" : "\(item.steps.done)/\(item.steps.count)" }

  /// Percent as somebody typed it.
  var progress: String { activity.progress > 0 ? "\(activity.progress) %" : "" }
}

extension Look {
  /// That a plan counts as closed, and how it is started.
  func closed(_ year: Int) -> String { say(.timelineClosedPlan, .text(String(year)), .text("Space")) }

  /// What a line of the timeline is called.
  func label(of item: TimelineItem, in tree: TimelineTree) -> String {
    switch item.source {
    case .activity: return title(of: item.activity)
    case .launch(_, let activity):
      guard let activity else { return say(.timelineRelease) }
      return Decision.adopted.launchActivity(activity)?.label.text(in: language) ?? activity
    case .group:
      let count = tree.groups[item.group].count
      return count == 0 ? say(.timelineNoActivities) : say(.timelineActivities, .number(count))
    }
  }
}
