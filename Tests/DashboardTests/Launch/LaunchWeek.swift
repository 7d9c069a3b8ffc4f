import Model
import Store

@testable import Dashboard

extension Library {
  /// A launch in its week, the release on the day after the desk's: everything in it is invented.
  static func inLaunchWeek() throws -> Library {
    let library = try Library.inMemory()
    let launch = try library.read(RecordByID<Launch>(Launch.pollination))!
    try library.edit(
      launch,
      [
        "day": "2015-09-16", "place": "Kuala Lumpur", "zone": "Asia/Kuala_Lumpur",
        "embargo": "2015-09-16 09:00 Asia/Kuala_Lumpur",
        "team": "Ana Example | press", "consultancy": "Example Communications",
        "consultancy_start": "2015-07-01", "supervisors": "Bureau; Head of secretariat",
        "duties": "2015-09-15 | 06:00 | 14:00 | Ana Example | press; 2015-09-15 | 14:00 | 22:00 | 李 例",
      ])
    let cards: [(id: String, name: String, activity: String, day: String, time: String, state: String)] = [
      ("sum", "summary online", "t2.1", "2015-09-14", "12:00", "done"),
      ("rep", "full report", "t2.1", "2015-09-16", "09:00", "ready"),
      ("pre", "press conference", "t2.15", "2015-09-15", "10:00", "live"),
      ("rad", "radio in Spanish", "t2.16", "2015-09-15", "11:15", "ready"),
      ("age", "agency", "t2.16", "2015-09-15", "08:05", "to-do"),
      ("مقا", "مقابلة إذاعية", "t2.16", "2015-09-17", "16:00", "to-do"),
      ("cal", "stakeholder call", "t2.4", "2015-09-15", "14:00", "blocked"),
      ("lan", "en fr", "t2.9", "2015-09-15", "", "live"),
      ("pho", "photo album", "t2.3", "", "", "to-do"),
    ]
    for row in cards {
      let values = [
        "name": row.name, "launch": Launch.pollination, "launch_activity": row.activity, "day": row.day,
        "from": row.time, "card_state": row.state, "owner": "press", "place": "Hall 3",
      ]
      try library.apply(AddRecord(Card(id: row.id, version: 0, values: values)))
    }
    try library.add(Enquiry.self, "e1", ["subject": "a quote", "outlet": "agency", "language": "en"])
    try library.add(
      Enquiry.self, "e2",
      ["subject": "an interview", "outlet": "radio", "deadline": "2015-09-15 07:30 Asia/Kuala_Lumpur"])
    for hour in 1...3 {
      try library.add(
        Coverage.self, "c\(hour)",
        [
          "name": "Item \(hour)", "when": "2015-09-15 0\(2 * hour):10 Asia/Kuala_Lumpur",
          "launch": Launch.pollination, "messages": "a; d", "tone": hour == 3 ? "critical" : "neutral",
          "story": hour > 1 ? "s" : "", "outside": hour == 3 ? "yes" : "",
        ])
    }
    return library
  }

  func add<R: Record>(_: R.Type, _ id: RecordID, _ values: [String: String]) throws {
    try apply(AddRecord(R(id: id, version: 0, values: values)))
  }

  func edit<R: Record>(_ record: R, _ values: [String: String]) throws {
    var edited = record
    for (name, text) in values { try R.field(name)!.write(text, to: &edited) }
    try apply(EditRecord(base: record, edited: edited))
  }

  func card(_ id: RecordID) throws -> Card? { try read(RecordByID<Card>(id)) }
}
