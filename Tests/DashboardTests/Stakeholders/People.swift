import Model
import Store

extension Library {
  /// The stakeholders of `ofForests` with what a year of work leaves: affiliations, contacts, offers, needs.
  static func ofPeople() throws -> Library {
    let library = try Library.ofForests()
    try library.change(
      "ban",
      [
        "native_name": "", "emails": "thandiwe@example.org", "disciplines": "social",
        "affiliations":
          "Forest Research Institute | director | 2011 | | fri; African Forest Forum | member | 2009 | 2011-05",
        "participation": "comments | 14 | Pollination | 2015-03-02; participant | 1 | Scoping | 2015-06-11",
        "offers": "expertise | pollen analysis | 2015-12-31; in-kind | meeting rooms",
        "barriers": "internet; language", "barrier_steps": "language | guide in French | 2015-10-30",
        "incentives": "research-interest; recognition", "issues": "wild bees",
        "consents": "register | no | consent | | | 2015-05-12 | form",
      ])
    try library.change(
      "liu",
      ["affiliations": "Forest Research Institute", "offers": "expertise | pollen databases; expertise | 花粉"])
    try library.change(
      "aff", ["mobilizer": "network", "needs": "expertise | Analysis of pollens; capacity-building | GIS"])
    try library.change("afc", ["affiliations": "AFF | | | | aff"])
    var request = TaskForceRequest(id: "tf")
    (request.taskForce, request.subject) = ("Task force on data", "pollen data, maps")
    try library.apply(AddRecord(request))
    let contacts: [(String, [String: String])] = [
      (
        "c1",
        [
          "stakeholder": "ban", "day": "2015-09-13", "channel": "phone", "direction": "incoming",
          "subject": "asked for the French fact sheet", "who": "engage", "follow_up": "2015-09-20",
        ]
      ),
      (
        "c2",
        [
          "stakeholder": "ban", "day": "2015-08-03", "channel": "email", "direction": "outgoing",
          "subject": "invited to review", "who": "press", "follow_up": "2015-08-20",
          "followed_up": "2015-08-19",
        ]
      ),
      (
        "c3",
        [
          "stakeholder": "ela", "day": "2015-07-01", "channel": "meeting", "direction": "outgoing",
          "subject": "wants the guide in Arabic", "who": "engage", "follow_up": "2015-09-01",
        ]
      ),
    ]
    for (id, values) in contacts {
      try library.apply(AddRecord(Engagement(id: id, version: 0, values: values)))
    }
    return library
  }

  /// Edits a stakeholder.
  func change(_ id: RecordID, _ values: [String: String], why: String = "") throws {
    let base = try read(RecordByID<Stakeholder>(id))!
    var edited = base
    for (name, text) in values { try Stakeholder.field(name)!.write(text, to: &edited) }
    try apply(EditRecord(base: base, edited: edited, why: why))
  }
}
