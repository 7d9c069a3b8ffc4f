import Testing

@testable import Model

/// Dates as people write them, read by one reader on all roads.
@Suite struct WrittenDateTests {
  private let today = Day("2015-09-15")!  // A Tuesday.

  @Test(arguments: [
    ("2015-09-15", "2015-09-15"), ("15 Sep 2015", "2015-09-15"), ("Tue 15 Sep 2015", "2015-09-15"),
    ("the 15th of September, 2015", "2015-09-15"), ("1er mars 2015", "2015-03-01"),
    ("mardi 3 mars 2015", "2015-03-03"), ("mar. 5 mai 2015", "2015-05-05"),
    ("3 de mayo de 2015", "2015-05-03"),
    ("вт, 3 марта 2015 г.", "2015-03-03"), ("2015年9月15日", "2015-09-15"), ("2015年9月15日（周二）", "2015-09-15"),
    ("2015年9月15日星期二", "2015-09-15"), ("15 كانون الأول 2015", "2015-12-15"),
    ("15 كانون الثاني 2015", "2015-01-15"),
    ("15 تشرين الأول/أكتوبر 2015", "2015-10-15"), ("٣ مارس ٢٠١٥", "2015-03-03"),
    ("3. März 2015", "2015-03-03"),
    ("today", "2015-09-15"), ("Tomorrow", "2015-09-16"), ("前天", "2015-09-13"), ("après-demain", "2015-09-17"),
    ("tue", "2015-09-22"), ("mié", "2015-09-16"), ("周一", "2015-09-21"), ("+3", "2015-09-18"),
    ("-2w", "2015-09-01"), ("13 Sep", "2015-09-13"), ("9月20日", "2015-09-20"), ("by 20 Sep", "2015-09-20"),
    ("in 2 weeks", "2015-09-29"), ("3 days ago", "2015-09-12"),
  ]) func `What people type`(_ text: String, _ day: String) throws {
    #expect(try WrittenDate.day(text, today: today) == Day(day))
  }

  @Test(arguments: [
    "", "soon", "31 Sep", "room 15 Sep 2015", "15 Sep 2015 (confirmed)", "2015", "Sep 2015", "Q3 2015",
    "31/31/2015",
    "12", "about 2015-09-15",
  ]) func `What is no day, or more than one`(_ text: String) {
    #expect(throws: FieldProblem.malformedDay(text)) { try WrittenDate.day(text, today: today) }
  }

  @Test func `Of two readings none is taken silently`() {
    #expect(throws: FieldProblem.ambiguousDay("3/4/2015", Day("2015-04-03")!, Day("2015-03-04")!)) {
      try WrittenDate.day("3/4/2015")
    }
    #expect(throws: FieldProblem.self) { try WrittenDate.partial("3/4/2015") }
    #expect(throws: FieldProblem.self) { try When("3/4/2015") }
    #expect(throws: FieldProblem.self) { try Moment("3/4/2015 10:00 UTC") }
  }

  @Test func `A year of two digits may stand first`() throws {
    #expect(throws: FieldProblem.ambiguousDay("15/04/21", Day("2021-04-15")!, Day("2015-04-21")!)) {
      try WrittenDate.day("15/04/21", today: today)
    }
    #expect(WrittenDate.iso("15/04/21", .yearFirst) == "2015-04-21")
    #expect(
      WrittenDate.hint("15/04/21") == .either([.dayFirst, .yearFirst])
        && WrittenDate.hint("15/04/99") == .only(.dayFirst))
    #expect(WrittenDate.hint("6/1/15") == .either([.dayFirst, .monthFirst]))
    #expect(WrittenDate.hint("31/12/2014") == .only(.dayFirst) && WrittenDate.hint("5/5/2015") == .none)
    #expect(try WrittenDate.day("15.04.21") == Day("2021-04-15"))
  }

  @Test(arguments: [
    ("2015-09-15T10:00Z", "2015-09-15 10:00 UTC"), ("2015-09-15 10:00:30+03:00", "2015-09-15 07:00 UTC"),
    ("2015-09-15T10:00+0530", "2015-09-15 04:30 UTC"),
  ]) func `Moments with an offset are those of UTC`(_ text: String, _ moment: String) throws {
    #expect(try Moment(text).description == moment && When(text) == .moment(Moment(moment)))
  }

  @Test func `Words that count from today mean nothing in files`() {
    #expect(throws: FieldProblem.malformedDay("tomorrow")) { try WrittenDate.day("tomorrow") }
  }

  @Test func `Years, months and moments`() throws {
    #expect(try WrittenDate.partial("Sept. 2015") == "2015-09" && WrittenDate.partial("2015年9月") == "2015-09")
    #expect(try WrittenDate.partial("2015") == "2015" && WrittenDate.partial("12/2014") == "2014-12")
    #expect(try Moment("15 Sep 2015 17:00 Africa/Nairobi") == Moment("2015-09-15 17:00 Africa/Nairobi"))
    let zone = try #require(Zone("UTC"))
    func spoken(_ text: String) throws -> String {
      try SpokenMoment.read(text, present: 1_442_300_000, zone: zone).description
    }
    #expect(try spoken("16 Sep 2015 17:00") == "2015-09-16 17:00 UTC")
    #expect(try spoken("2015年9月16日 9") == "2015-09-16 09:00 UTC")
    #expect(throws: FieldProblem.self) { try spoken("3/4/2015 9:00") }
  }
}
