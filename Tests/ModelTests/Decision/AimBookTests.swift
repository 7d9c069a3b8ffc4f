@testable import Model
import Testing

private let today = Day("2015-09-15")!

private func record<R: Record>(_ id: RecordID, _ set: (inout R) -> Void) -> R {
  var record = R(id: id)
  set(&record)
  return record
}

@Suite struct AimBookTests {
  @Test func `Every objective and every function has a row, in the words of the decision`() {
    let book = AimBook(asOf: today)
    #expect(book.rows.map(\.aim) == Aim.allCases && book.rows.allSatisfy { $0.gaps.count == 3 })
    #expect(Aim.allCases.prefix(Objective.allCases.count).map(\.objective) == Objective.allCases)
    #expect(Aim.allCases.suffix(4).map(\.rawValue) == Mandate.adopted.functions.map(\.id))
    for aim in Aim.allCases { #expect(!aim.text.adopted.isEmpty && !aim.citation.en.isEmpty) }
    #expect(Aim.b7g.text.adopted == Mandate.adopted.objective(.b7g)?.text.adopted)
  }

  @Test func `Records stand where they serve, as planned, done or shown`() throws {
    var book = AimBook(asOf: today)
    let activities: [Activity] = [
      record("t1.a") { ($0.aims, $0.status) = ([.b7a], .planned) },
      record("t1.b") { ($0.aims, $0.status, $0.actualEnd) = ([.b7a, .capacity], .done, today) },
      record("t1.c") { ($0.aims, $0.status, $0.actualEnd) = ([.b7a], .done, today + 1) },
      record("t1.d") { ($0.aims, $0.status) = ([.b7a], .cancelled) },
    ]
    book.take(activities)
    book.take([record("o") { ($0.aims, $0.state) = ([.b7c], .closed) } as Opportunity])
    book.take(
      [
        record("m") { $0.aims = [.b7f] },
        record("n") {
          $0.aims = [.b7f]
          $0.readings = [Reading(day: today, value: Quantity(3))]
        },
      ] as [Measure])
    book.take(
      [
        record("e") { ($0.aims, $0.day) = ([.b7a], today) },
        record("later") { ($0.aims, $0.day) = ([.b7a], today + 1) },
      ] as [Evidence])
    book.sort()
    func items(_ aim: Aim, _ part: AimBook.Part) -> [RecordID] {
      book.rows.first { $0.aim == aim }?.items(part).map(\.record.id) ?? []
    }
    #expect(items(.b7a, .planned) == ["t1.a", "t1.c"] && items(.b7a, .done) == ["t1.b"])
    #expect(items(.b7a, .shown) == ["e"] && items(.capacity, .done) == ["t1.b"])
    #expect(items(.b7c, .done) == ["o"])
    #expect(items(.b7f, .planned) == ["m"] && items(.b7f, .shown) == ["n"])
    #expect(book.rows.first { $0.aim == .b7c }?.gaps == [.planned, .shown])
  }

  @Test func `What a focus group found shows something of its objectives`() throws {
    var book = AimBook(asOf: today)
    var group = FocusGroup(id: "g")
    group.when = .day(today)
    try FocusGroup.field("findings")?.write("Heard | | A.10a, B.7h", to: &group)
    book.take([group])
    let found = book.rows.filter { !$0.items.isEmpty }
    #expect(found.map(\.aim) == [.a10a, .b7h] && found[0].items.map(\.part) == [.shown])
  }

  @Test func `A record that serves nothing is the record of an older file`() {
    #expect(Activity(id: "t1.a", version: 1, values: ["status": "done"]).aims.isEmpty)
    #expect(Activity(id: "t1.a").values["objectives"] == nil)
  }
}
