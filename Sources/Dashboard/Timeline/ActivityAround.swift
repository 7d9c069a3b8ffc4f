import Model
import Office
import Phrases
import Store

/// What stands around an open activity: what it is part of, waits for and serves, each a line that leads there.
struct ActivityAround: Sendable {
  private var evidence: [RecordID: Evidence] = [:]

  func asks(of activity: Activity?) -> [Ask<TimelinePane>] {
    activity == nil ? [] : [Ask(AllRecords<Evidence>()) { $0.around.evidence = $1.byID }]
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
    let people = look.links(.stakeholder, activity.stakeholders, .sectionWork, look.say(.timelineWith))
    let shown = look.links(.evidence, activity.evidence, .sectionWork, look.word("field", "evidence"))
    let own = activity.reference.description
    let attached = evidence.values.filter { $0.reference == own && !activity.evidence.contains($0.id) }
    return people + shown
      + attached.sorted { ($0.indicator, $0.id) < ($1.indicator, $1.id) }.evidenceLinks(.sectionWork, look)
  }
}
