import Model
import Office
import Phrases
import Terminal

/// What stands around the list: the title line, and the line above the footer.
extension TimelinePane {
  func heading(_ look: Look) -> [Span] {
    if !isWide, let editor { return [Span(" › \(look.title(of: editor.base))")] }
    var words = look.words(filter, groups: tree.groups)
    if !text.isEmpty { words.append("/" + text) }
    let narrowed = words.map { " · " + $0 }.joined()
    return [Span(" · \(TimelineScale(axis: axis(look), look: look).span)"), Span(narrowed, .match)]
  }

  func aside(_ look: Look) -> [Span] {
    if !isWide, let editor { return [Span(look.say(.formVersion, .number(editor.base.version)), .quiet)] }
    let isClosed = tree.slip == 0 && tree.closedPlans.count == Plan.allCases.count
    if isClosed {
      return [Span(look.say(.asOf, .text(look.day(look.asOf))) + " · " + look.say(.timelineClosed), .quiet)]
    }
    let slip = tree.slip > 0 ? look.say(.timelineSlip, .number(tree.slip)) : look.say(.timelineNoSlip)
    return [Span(look.say(.asOf, .text(look.day(look.asOf))) + " · " + slip, .quiet)]
  }

  func status(_ look: Look) -> [Span] {
    if let hint = editor?.hint(look), !hint.isEmpty { return hint }
    if let drag { return dragged(drag, look) }
    guard let item = editor.flatMap({ tree[$0.base.id] }) ?? selected else { return [] }
    switch item.source {
    case .group: return [Span(look.name(tree.groups[item.group]), .quiet)]
    case .launch: return [Span(look.say(.timelineKeptByLaunch), .quiet)]
    case .activity: break
    }
    let held = tree.schedule.blockers(of: item.activity)
    if !held.isEmpty {
      return [Span(look.say(.timelineWaits, .text(look.list(held.map(look.title)))), .late)]
    }
    guard let adopted = item.activity.adopted else { return [Span(own(item, look), .quiet)] }
    if item.standing == .closed {
      return [Span(look.closed(adopted.plan.lastYear), .text)]
    }
    let spans = disagreement(adopted, look)
    return spans.isEmpty ? [Span(self.adopted(item, adopted, look), .quiet)] : spans
  }

  private func adopted(_ item: TimelineItem, _ adopted: AdoptedActivity, _ look: Look) -> String {
    let words = ActivityWords(activity: item.activity, look: look, standing: item.standing)
    var parts = [ActivityWords.printedTiming(adopted, look)]
    if case .beforePlenary = adopted.timing, !tree.book.knowsSessions {
      parts.append(look.say(.timelineNoSessions))
    }
    if let budget = adopted.printedBudget {
      parts.append(look.say(.timelineBudgetPrinted, .text(budget.text(in: look.language))))
    }
    if !columns.isRich, item.activity.progress > 0 { parts.append("\(item.activity.progress) %") }
    if !columns.isRich, !item.activity.owner.isEmpty { parts.append(item.activity.owner) }
    if CellText.width(words.label) > columns.label { parts.append(words.label) }
    parts.append(isWide ? adopted.citation.text(in: look.language) : ActivityWords.reference(adopted, look))
    return parts.joined(separator: " · ")
  }

  /// Of an activity that the office added.
  private func own(_ item: TimelineItem, _ look: Look) -> String {
    let words = ActivityWords(activity: item.drawn, look: look, standing: item.standing)
    var parts: [String] = []
    if CellText.width(words.label) + 2 * item.depth > columns.label { parts.append(words.label) }
    if let recurrence = item.activity.recurrence {
      parts.append(look.word("recurrence", recurrence.rawValue))
    }
    let dates = words.dates(columns: 60)
    if !dates.isEmpty, !columns.isRich { parts.append(dates) }
    if item.steps.count > 0 {
      parts.append(
        look.say(
          .timelineSteps, .number(item.steps.done), .number(item.steps.count), .number(item.steps.percent)))
    }
    if !columns.isRich, item.activity.progress > 0 { parts.append("\(item.activity.progress) %") }
    if !columns.isRich, !item.activity.owner.isEmpty { parts.append(item.activity.owner) }
    if !item.activity.deliverable.isEmpty { parts.append(item.activity.deliverable) }
    return parts.joined(separator: " · ")
  }

  // MARK: Two texts that do not agree

  /// The two printed timings of a pair that does not agree, or what was decided; nothing where the text is at one
  /// with itself.
  private func disagreement(_ adopted: AdoptedActivity, _ look: Look) -> [Span] {
    guard let contradiction = Decision.adopted.contradiction(of: adopted.id) else { return [] }
    let ruling = tree.programme.rulings.first { $0.id == contradiction.id }
    func pair(isShort: Bool) -> String {
      [contradiction.first, contradiction.second].compactMap(Decision.adopted.activity).map { side in
        let source = isShort ? ActivityWords.reference(side, look) : side.citation.text(in: look.language)
        return "\(source) \(ActivityWords.printedTiming(side, look))"
      }.joined(separator: " ≠ ")
    }
    if let ruling, let side = ruling.side {
      let decided = look.say(
        .timelineDecided, .text(followed(side, contradiction, look)), .text(ruling.by), .text(ruling.reason))
      return [Span(decided, .quiet)]
    }
    let long = pair(isShort: false)
    return [Span(CellText.width(long) <= size.columns - 2 ? long : pair(isShort: true), .quiet)]
  }

  private func followed(_ side: RulingSide, _ contradiction: Contradiction, _ look: Look) -> String {
    switch side {
    case .first, .second:
      let id = side == .first ? contradiction.first : contradiction.second
      return Decision.adopted.activity(id).map { ActivityWords.reference($0, look) } ?? id
    case .both, .other: return look.word("side", side.rawValue)
    }
  }

  // MARK: A bar that is being moved

  private func dragged(_ drag: TimelineDrag, _ look: Look) -> [Span] {
    let year = look.asOf.parts.year
    let days = drag.days(asOf: look.asOf)
    let moved = look.say(
      .timelineMoved, .text(look.title(of: drag.base)), .text(span(drag.moved.plan(in: year), look)),
      .text(days > 0 ? "+\(days)" : "\(days)"))
    guard !drag.pushed.isEmpty else { return [Span(moved, .announcement)] }
    return [
      Span(moved + " ", .announcement), Span(look.say(.timelineInTheWay, .number(drag.pushed.count)), .late),
    ]
  }

  private func span(_ plan: (start: Day?, end: Day?), _ look: Look) -> String {
    switch (plan.start, plan.end) {
    case (let start?, let end?): "\(look.shortDay(start))–\(look.shortDay(end))"
    case (let start?, nil): look.say(.timelineFrom, .text(look.shortDay(start)))
    case (nil, let end?): look.say(.timelineTo, .text(look.shortDay(end)))
    case (nil, nil): ""
    }
  }
}
