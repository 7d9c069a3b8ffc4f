import Model
import Phrases
import Store

/// Fields that belong together on the screen, under a heading.
struct FieldSection: Sendable {
  /// Nil for what comes first: the record's title stands above it.
  let title: PhraseKey?
  let fields: [String]
  /// Its empty fields stand there too, for people to fill.
  var keepsEmpty = false

  /// The sections of a kind of record with so many fields that the empty ones are folded away; nil for the
  /// others, whose fields all stand in the order of their table.
  static func of(_ kind: RecordKind) -> [FieldSection]? {
    switch kind {
    case .stakeholder: stakeholder
    case .activity: activity
    case .enquiry, .spokesperson, .material, .response, .coverage, .event: press(kind)
    case .opportunity: voices(Opportunity.self)
    case .call: voices(CallForInput.self)
    case .comment: voices(ReviewComment.self)
    case .concern: voices(Concern.self)
    case .focusGroup: voices(FocusGroup.self)
    default: nil
    }
  }

  /// What a form does not ask for, because it is known from where the form was opened, or stands elsewhere.
  static func isHidden(_ field: String, of record: some Record) -> Bool {
    switch record {
    case is Engagement: field == "stakeholder"
    case is Card: field == "launch"
    case is Enquiry, is Spokesperson, is Material, is RapidResponse: pressLinks.contains(field)
    case let activity as Activity: activity.adopted != nil && fixed.contains(field)
    default: false
    }
  }

  /// What the decision says of its own activities.
  private static let fixed: Set = [
    "name", "plan", "parent", "baseline_start", "baseline_end", "recurrence", "recurs_until",
  ]

  /// What the office works on every day comes first, filled or not.
  static let activity: [FieldSection] = [
    FieldSection(
      title: nil,
      fields: [
        "name", "status", "progress", "owner", "start", "end", "actual_start", "actual_end", "notes",
      ], keepsEmpty: true),
    // Other records stand there by name, each a line that leads to it.
    FieldSection(title: .sectionWork, fields: ["contributors", "deliverable"]),
    FieldSection(
      title: .sectionPlan,
      fields: ["plan", "baseline_start", "baseline_end", "recurrence", "recurs_until"]),
  ]

  static let stakeholder: [FieldSection] = [
    FieldSection(
      title: nil,
      fields: [
        "name", "native_name", "family_first", "sort_name", "acronyms", "aliases", "kind", "roles",
        "mobilizer", "country", "city", "languages", "channels", "emails", "phones", "addresses", "links",
        "do_not_contact", "orcid", "ror",
      ]),
    FieldSection(
      title: .sectionPeople,
      fields: [
        "affiliations", "participation", "observer", "observer_since", "offers", "needs", "barriers",
        "barrier_steps", "incentives", "disincentives", "issues",
      ]),
    FieldSection(
      title: .sectionKnowledge,
      fields: [
        "disciplines", "knowledge", "sectors", "gender", "scale", "audience", "culture", "interests",
        "mandate", "governance",
      ]),
    FieldSection(
      title: .sectionConsent, fields: ["consents", "register_fields", "consent_scopes", "retain_until"]),
    FieldSection(title: .sectionOffice, fields: ["tags", "notes", "source", "joined", "retired"]),
  ]
}

/// A line of a record that is no field of its own: somebody who belongs to it, the last contact.
struct RecordLink: Sendable, Equatable {
  enum Target: Sendable, Equatable {
    case stakeholder(RecordID)
    case stakeholders(StakeholderFilter)
    case log
    case place(Destination)
  }

  let section: PhraseKey
  /// Empty where it is that of the line above.
  let label: String
  let text: String
  var isUrgent = false
  /// Stands before the fields of its section.
  var isLeading = false
  let target: Target
}
