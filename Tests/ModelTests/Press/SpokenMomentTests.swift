import Testing

@testable import Model

/// Deadlines as they are said on the telephone, on Monday 22 February 2016 at 14:20 in Nairobi.
@Suite struct SpokenMomentTests {
  private let nairobi = Zone("Africa/Nairobi")!

  private func read(_ text: String) throws -> String {
    let present = try Moment("2016-02-22 14:20 Africa/Nairobi").seconds
    return try SpokenMoment.read(text, present: present, zone: nairobi).description
  }

  @Test(arguments: [
    ("17:00", "2016-02-22 17:00"), ("17", "2016-02-22 17:00"), ("5pm", "2016-02-22 17:00"),
    ("5 pm", "2016-02-22 17:00"), ("17.30", "2016-02-22 17:30"), ("17h30", "2016-02-22 17:30"),
    ("12am", "2016-02-23 00:00"), ("9", "2016-02-23 09:00"), ("14:20", "2016-02-23 14:20"),
    ("tomorrow 9", "2016-02-23 09:00"), ("Tomorrow 9:15", "2016-02-23 09:15"),
    ("today 9", "2016-02-22 09:00"),
    ("明天 9点", "2016-02-23 09:00"), ("周五 12:00", "2016-02-26 12:00"), ("fri 12", "2016-02-26 12:00"),
    ("monday 8", "2016-02-29 08:00"), ("2h", "2016-02-22 16:20"), ("+90 min", "2016-02-22 15:50"),
    ("1h30", "2016-02-22 15:50"), ("2 days", "2016-02-24 14:20"), ("3小时", "2016-02-22 17:20"),
    ("2016-03-01 10:00", "2016-03-01 10:00"),
  ]) func `Is understood`(said: String, meant: String) throws {
    #expect(try read(said) == meant + " Africa/Nairobi")
  }

  @Test func `A zone that is named is meant`() throws {
    #expect(try read("17:00 Europe/Paris") == "2016-02-22 17:00 Europe/Paris")
    #expect(try read("2016-02-22 17:00 UTC") == "2016-02-22 17:00 UTC")
  }

  @Test(arguments: ["", "soon", "25:00", "9:5", "tomorrow", "13pm", "2x", "h", "2016-02-30 10:00", "99999h"])
  func `Is no time`(said: String) {
    #expect(throws: FieldProblem.self) { try read(said) }
  }

  @Test func `Clocks that are put forward or back are asked`() throws {
    #expect(throws: FieldProblem.unknownZone("Nowhere/Land")) { try read("9 Nowhere/Land") }
    #expect(throws: FieldProblem.skippedTime("2016-03-27 02:30", "Europe/Paris")) {
      try read("2016-03-27 2:30 Europe/Paris")
    }
    #expect(throws: FieldProblem.self) { try read("2016-10-30 2:30 Europe/Paris") }
    #expect(
      try read("2016-10-30 2:30+01:00 Europe/Paris") == "2016-10-30 02:30+01:00 Europe/Paris")
  }
}
