import Model
import Phrases

extension Stakeholder: Shown {
  static let form = PhraseKey.paneStakeholders
  var destination: Destination { .stakeholder(id) }

  static let sections: [FieldSection]? = [
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
    FieldSection(title: .sectionOffice, fields: ["tags", "notes", "source", "uids", "joined", "retired"]),
  ]
}

extension Engagement: Shown {
  static let form = PhraseKey.paneEngagement
  var destination: Destination { stakeholder.isEmpty ? .stakeholders(.init()) : .log(stakeholder) }
  var hidden: Set<String> { ["stakeholder"] }
}

extension TaskForceRequest: Shown {
  static let form = PhraseKey.paneRequest
  var destination: Destination { .stakeholders(.init()) }
}

extension SavedView: Shown {
  static let form = PhraseKey.paneView
  var destination: Destination { .stakeholders(.init()) }
}

extension ImportMapping: Shown {
  static let form = PhraseKey.paneMapping
  var destination: Destination { .stakeholders(.init()) }
}

extension ToldApart: Shown {
  static let form = PhraseKey.paneDuplicates
  var destination: Destination { .stakeholders(.init()) }
}

extension MergedRecord: Shown {
  static let form = PhraseKey.paneDuplicates
  var destination: Destination { .stakeholders(.init()) }
}

extension FocalPoint: Shown {
  static let form = PhraseKey.paneFocalPoint
}

extension Notice: Shown {
  static let form = PhraseKey.paneNotice
}

extension RegisterRelease: Shown {
  static let form = PhraseKey.paneRelease
  var destination: Destination { .register }
}
