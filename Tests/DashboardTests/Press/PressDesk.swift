import Model
import Store
import Terminal

@testable import Dashboard

extension Desk {
  /// The key of the press office, whatever it is.
  static var pressKey: KeyChord {
    PaneRegistry.entries.first { $0.command == "pane.press" }!.key
  }

  static func atPress(
    columns: Int = 80, rows: Int = 24, language: String = "en", library: Library? = nil
  ) throws -> Desk {
    try Desk(pressKey, columns: columns, rows: rows, language: language, library: library ?? .withPress())
  }

  func enquiry(_ id: RecordID) throws -> Enquiry { try library.read(RecordByID<Enquiry>(id))! }
}

extension Library {
  /// A press office in the week of a launch on 18 September 2015, in Nairobi. People and outlets are invented. The
  /// screen's clock stands at midnight UTC of 15 September: 3 in the morning in Nairobi.
  static func withPress(who: String = "tester") throws -> Library {
    let library = try Library.inMemory(who: who)
    let base = try library.read(RecordByID<Launch>(Launch.pollination))!
    var launch = base
    (launch.day, launch.zone) = (Day("2015-09-18"), Zone("Africa/Nairobi"))
    launch.embargo = try Moment("2015-09-18 09:00 Africa/Nairobi")
    try library.apply(EditLaunch(base: base, edited: launch))
    try library.apply(ImportRecords(new: people))
    try library.apply(ImportRecords(new: enquiries))
    try library.apply(ImportRecords(new: events))
    let material = ["name": "Summary for policymakers", "launch": Launch.pollination, "languages": "en; fr"]
    try library.apply(AddRecord(Material(id: "m1", version: 0, values: material)))
    try library.apply(ImportRecords(new: coverage))
    return library
  }

  private static let people: [Spokesperson] = [
    (
      "amina",
      [
        "name": "Invented, Amina", "languages": "en; fr", "topics": "pollinators",
        "training": "2015-08-12 | interviews", "availability": "2015-09-14 | 2015-09-20", "limit": "3",
      ]
    ),
    ("liu", ["name": "柳虚构", "languages": "zh; en", "topics": "economics"]),
    (
      "luis",
      [
        "name": "Inventado, Luis", "languages": "es; en", "training": "2015-08-12 | interviews",
        "availability": "2015-09-15 | 2015-09-16 | yes", "limit": "1",
      ]
    ),
  ].map { Spokesperson(id: $0.0, version: 0, values: $0.1) }

  private static let enquiries: [Enquiry] = [
    (
      "e1",
      [
        "subject": "Figures 3 and 4", "outlet": "Example Weekly", "language": "fr",
        "deadline": "2015-09-14 21:30 UTC", "question": "Which crops are meant?",
        "received": "2015-09-14 08:00 UTC",
      ]
    ),
    (
      "e2",
      [
        "subject": "Live on the morning show", "enquiry_kind": "interview", "enquiry_state": "assigned",
        "outlet": "Radio Ejemplo", "language": "es", "deadline": "2015-09-15 07:00 Africa/Nairobi",
        "spokesperson": "luis", "owner": "press",
      ]
    ),
    ("e3", ["subject": "مقابلة حول الملقحات", "outlet": "إذاعة المثال", "deadline": "2015-09-17 10:00 UTC"]),
    ("e4", ["subject": "Seminar for end users", "enquiry_kind": "seminar", "asker": "Invented, Ben"]),
    (
      "e5",
      [
        "subject": "摘要的中文版", "outlet": "示例日报", "enquiry_state": "answered", "answer": "已发送",
        "received": "2015-09-14 02:00 UTC", "answered": "2015-09-14 05:20 UTC", "spokesperson": "liu",
      ]
    ),
  ].map { Enquiry(id: $0.0, version: 0, values: $0.1) }

  private static let events: [Event] = [
    (
      "v1",
      [
        "name": "Press conference", "event_kind": "press-conference",
        "start": "2015-09-18 10:00 Africa/Nairobi", "spokespersons": "amina; liu", "place": "Room 4",
      ]
    ),
    ("v2", ["name": "Background briefing", "event_kind": "briefing", "start": "2015-09-10"]),
    ("v3", ["name": "Plenary session", "event_kind": "session", "start": "2015-09-20"]),
  ].map { Event(id: $0.0, version: 0, values: $0.1) }

  private static let coverage: [Coverage] = [
    (
      "c1",
      [
        "name": "UN panel demands ban", "outlet": "Example Tribune", "when": "2015-09-14 05:00 UTC",
        "tone": "critical", "outside": "yes", "launch": Launch.pollination,
      ]
    ),
    (
      "c2",
      [
        "name": "评估称授粉者减少", "outlet": "示例日报", "when": "2015-09-13", "tone": "neutral",
        "messages": "a; d",
      ]
    ),
    ("c3", ["name": "Long ago", "outlet": "Example Weekly", "when": "2015-01-02"]),
  ].map { Coverage(id: $0.0, version: 0, values: $0.1) }
}
