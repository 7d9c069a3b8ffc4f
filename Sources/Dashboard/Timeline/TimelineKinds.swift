import Model
import Phrases

extension Activity: Shown {
  static let form = PhraseKey.paneTimeline
  var destination: Destination { .activity(id) }

  /// What the office works on every day comes first, filled or not.
  static let sections: [FieldSection]? = [
    FieldSection(
      title: nil,
      fields: [
        "name", "status", "progress", "owner", "start", "end", "actual_start", "actual_end", "notes",
      ], keepsEmpty: true),
    FieldSection(title: .sectionWork, fields: ["contributors", "deliverable", "objectives"]),
    FieldSection(
      title: .sectionPlan,
      fields: ["plan", "baseline_start", "baseline_end", "recurrence", "recurs_until"]),
  ]
  /// Other records stand there by name, each a line that leads to it.
  static let elsewhere: Set = ["parent", "depends_on", "stakeholders", "evidence"]

  var hidden: Set<String> { adopted == nil ? [] : Self.fixed }

  /// What the decision says of its own activities.
  private static let fixed: Set = [
    "name", "plan", "parent", "baseline_start", "baseline_end", "recurrence", "recurs_until",
  ]
}

extension WorkPlan: Shown {
  static let form = PhraseKey.paneTimeline
  var destination: Destination { .activity("group/\(id)") }
}

extension Occurrence: Shown {
  static let form = PhraseKey.paneTimeline
  var destination: Destination { .activity(activity) }
}

extension Ruling: Shown {
  static let form = PhraseKey.paneLedger
}
