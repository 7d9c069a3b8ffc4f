import Model
import Office
import Phrases
import Store

/// What stands around an open activity: what it is part of, waits for and serves, each a line that leads there.
struct ActivityAround: Sendable {
  private var stakeholders: [RecordID: Stakeholder] = [:]
  private var evidence: [RecordID: Evidence] = [:]

  func asks(of activity: Activity?) -> [Ask<TimelinePane>] {
    guard let activity else { return [] }
    let people = activity.stakeholders.map { id in
      Ask<TimelinePane>(RecordByID<Stakeholder>(id)) { $0.around.stakeholders[id] = $1 }
    }
    return people + [
      Ask(AllRecords<Evidence>()) { pane, evidence in
        pane.around.evidence = evidence.byID
      }
    ]
  }

  func links(of activity: Activity, in tree: TimelineTree, _ look: Look) -> [RecordLink] {
    let parent = tree[activity.parent].map { [$0.activity] } ?? []
    let steps = tree.programme.activities.filter { $0.parent == activity.id }
    let held = Set(tree.schedule.blockers(of: activity).map(\.id))
    return links(.timelinePartOf, parent, tree, look)
      + links(.timelineWaitsFor, tree.schedule.predecessors(of: activity), tree, look, urgent: held)
      + links(.timelineAwaited, tree.schedule.followers(of: activity.id), tree, look)
      + links(.timelineStepsLabel, steps, tree, look)
      + records(activity, look)
  }

  private func links(
    _ label: PhraseKey, _ activities: [Activity], _ tree: TimelineTree, _ look: Look,
    urgent: Set<RecordID> = []
  ) -> [RecordLink] {
    activities.enumerated().map { index, activity in
      let words = ActivityWords(activity: activity, look: look, standing: tree[activity.id]?.standing)
      return RecordLink(
        section: .sectionPlan, label: index == 0 ? look.say(Phrase(label)) : "",
        text: look.words([words.label, words.state.text]), isUrgent: urgent.contains(activity.id),
        target: .place(.activity(activity.id)))
    }
  }

  private func records(_ activity: Activity, _ look: Look) -> [RecordLink] {
    let people = activity.stakeholders.enumerated().map { index, id in
      RecordLink(
        section: .sectionWork, label: index == 0 ? look.say(.timelineWith) : "",
        text: stakeholders[id]?.title ?? look.say(.timelineUnknown, .text(id)), target: .stakeholder(id))
    }
    let shown = activity.evidence.enumerated().map { index, id in
      RecordLink(
        section: .sectionWork, label: index == 0 ? look.phrases.label("field", "evidence") : "",
        text: evidence[id]?.title ?? look.say(.timelineUnknown, .text(id)), target: .place(.indicator(id)))
    }
    let own = activity.reference.description
    let attached = evidence.values.filter { $0.reference == own && !activity.evidence.contains($0.id) }
    return people + shown
      + attached.sorted { ($0.indicator, $0.id) < ($1.indicator, $1.id) }.evidenceLinks(.sectionWork, look)
  }
}
