import Model
import Store
import Terminal

@testable import Dashboard

extension Library {
  /// Products of a small office in several languages; the people are invented.
  static func withProducts() throws -> Library {
    let library = try Library.inMemory()
    let products: [(RecordID, [String: String])] = [
      (
        "web", ["name": "Website", "product_kind": "website", "owner": "web", "source_changed": "2015-09-01"]
      ),
      (
        "fs1",
        ["name": "Fact sheet: pollination", "product_kind": "fact-sheet", "source_changed": "2015-08-10"]
      ),
      (
        "fs2",
        [
          "name": "صحيفة وقائع عن التنوع البيولوجي", "product_kind": "fact-sheet", "language": "ar",
          "digest": "aa", "source_changed": "2015-08-10",
        ]
      ),
      ("faq", ["name": "Frequently asked questions", "product_kind": "faq"]),
    ]
    let translations: [(RecordID, [String: String])] = [
      ("web/en", ["translation": "published", "published": "2015-09-02", "source_day": "2015-09-01"]),
      ("web/fr", ["translation": "published", "published": "2015-05-02", "source_day": "2015-05-01"]),
      (
        "web/es",
        [
          "translation": "in-review", "translator": "A. Ruiz (invented)", "due": "2015-10-01",
          "source_day": "2015-09-01",
        ]
      ),
      ("web/zh", ["translation": "in-translation"]),
      ("web/ru", ["translation": "not-feasible", "reason": "No translator until January"]),
      ("fs1/en", ["translation": "published", "published": "2015-08-11", "source_day": "2015-08-10"]),
      ("fs1/zh", ["translation": "in-review", "source_day": "2015-08-10"]),
      ("fs2/ar", ["translation": "published", "source_digest": "aa"]),
      ("fs2/en", ["translation": "published", "source_digest": "bb", "source_day": "2015-09-10"]),
      ("faq/en", ["translation": "published", "published": "2015-07-16"]),
    ]
    for (id, values) in products { try library.apply(AddRecord(Product(id: id, version: 0, values: values))) }
    for (id, values) in translations {
      try library.apply(AddRecord(Translation(id: id, version: 0, values: values)))
    }
    return library
  }

  /// Sums of every kind beside those of the decision; suppliers and supervisors are invented.
  static func withBudget() throws -> Library {
    let library = try Library.inMemory()
    let lines: [(RecordID, [String: String])] = [
      ("b1", ["name": "Layout", "stage": "committed", "activity": "ip.3", "amount": "30000"]),
      (
        "b2",
        [
          "name": "Layout", "stage": "spent", "activity": "ip.3", "amount": "33500.50",
          "supplier": "Printer (invented)", "reference": "INV-7", "day": "2015-06-30",
        ]
      ),
      (
        "b3",
        ["name": "Venue, two days", "activity": "ip.9", "amount": "38000", "per": "day", "quantity": "2"]
      ),
      (
        "b4",
        [
          "name": "Translation into Arabic", "stage": "committed", "activity": "ip.4", "amount": "10000",
          "currency": "EUR", "rate": "1.1234", "rate_day": "2015-05-04",
        ]
      ),
      (
        "b5",
        [
          "name": "Interpretation", "stage": "committed", "activity": "ip.4", "amount": "900",
          "currency": "CHF", "per": "day", "quantity": "12",
        ]
      ),
      (
        "b6",
        [
          "name": "Agency", "stage": "committed", "launch": "pollination", "amount": "25000",
          "currency": "GBP", "rate": "1.54", "rate_day": "2015-09-03",
        ]
      ),
      (
        "b7",
        [
          "name": "Seminars", "activity": "t2.5", "launch": "pollination", "amount": "1200",
          "per": "seminar",
        ]
      ),
    ]
    for (id, values) in lines { try library.apply(AddRecord(BudgetLine(id: id, version: 0, values: values))) }
    let launch = try library.read(RecordByID<Launch>("pollination"))!
    var edited = launch
    (edited.consultancy, edited.supervisors) = ("Agency (invented)", ["Head of communications (invented)"])
    (edited.consultancyStart, edited.consultancyEnd) = (Day("2015-11-01"), Day("2016-03-31"))
    try library.apply(EditRecord(base: launch, edited: edited))
    return library
  }
}

extension KeyChord {
  /// The number key of the pane of that name, wherever it stands.
  static func pane(_ name: CommandName) -> KeyChord {
    let place = PaneRegistry.entries.firstIndex { $0.command == name } ?? 0
    return KeyChord(.character(Character("\(place + 1)")))
  }
}

extension Desk {
  func translation(_ id: RecordID) throws -> Translation? { try library.read(RecordByID<Translation>(id)) }
}
