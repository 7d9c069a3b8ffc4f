import Model
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    ("2016-02-22 07:00 Africa/Nairobi", 1_456_113_600), ("2016-02-22 04:00 UTC", 1_456_113_600),
    ("2016-03-27 03:00 Europe/Paris", 1_459_040_400), ("1900-01-01 00:00 Etc/GMT+12", -2_208_945_600),
    ("9998-12-31 23:59 UTC", 253_370_764_740), ("0001-02-01 00:00 UTC", -62_132_918_400),
    ("2016-10-30 02:30+02:00 Europe/Paris", 1_477_787_400),
    ("2016-10-30 02:30+01:00 Europe/Paris", 1_477_791_000),
    // A gap of 30 minutes, and a half hour that comes twice.
    ("2016-04-03 01:45+11:00 Australia/Lord_Howe", 1_459_608_300),
    ("2016-04-03 01:45+10:30 Australia/Lord_Howe", 1_459_610_100),
  ])
  func `Is that many seconds from 1970`(_ text: String, seconds: Int) throws {
    let moment = try Moment(text)
    #expect(moment.seconds == seconds)
    #expect(moment.description == text)
  }

  @Test(arguments: [
    ("2016-03-27 02:30", "Europe/Paris"), ("2016-10-02 02:15", "Australia/Lord_Howe"),
    ("2016-03-13 02:00", "America/New_York"),
    // Samoa left out a whole day.
    ("2011-12-30 12:00", "Pacific/Apia"),
  ])
  func `Times that the clocks pass over are none`(_ time: String, zone: String) {
    #expect(throws: FieldProblem.skippedTime(time, zone)) { try Moment("\(time) \(zone)") }
  }

  @Test func `An hour that comes twice has to say which`() {
    #expect(throws: FieldProblem.repeatedTime("2016-10-30 02:30", "Europe/Paris", ["+02:00", "+01:00"])) {
      try Moment("2016-10-30 02:30 Europe/Paris")
    }
    #expect(throws: FieldProblem.repeatedTime("2016-10-30 02:30", "Europe/Paris", ["+02:00", "+01:00"])) {
      try Moment("2016-10-30 02:30+05:00 Europe/Paris")
    }
  }

  @Test(arguments: [
    "2016-02-30 07:00 Africa/Nairobi", "2016-02-22 24:00 UTC", "2016-02-22 7:00 UTC", "2016-02-22 07:00",
    "2016-02-22T07:00 UTC", "", "2016-02-22 07:00+1 UTC",
  ])
  func `Everything else is malformed`(_ text: String) {
    #expect(throws: FieldProblem.malformedMoment(text)) { try Moment(text) }
  }

  @Test(arguments: ["Mars/Olympus", "Europe/Atlantis", "../Europe/Paris", "europe/paris", "X"])
  func `Zones that nobody has are unknown`(_ zone: String) {
    #expect(throws: FieldProblem.unknownZone(zone)) { try Moment("2016-02-22 07:00 \(zone)") }
  }

  /// Every half hour around every change of the clocks, in zones of all kinds.
  @Test(arguments: [
    "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia",
    "Asia/Kathmandu", "Africa/Nairobi", "America/St_Johns", "Antarctica/Troll", "Asia/Tehran", "UTC",
    "Pacific/Kiritimati", "Etc/GMT+12", "America/Caracas", "Europe/Dublin",
  ])
  func `What is written is read back`(_ name: String) throws {
    let zone = try #require(Zone(name))
    var at = 631_152_000
    for _ in 0..<60 {
      for step in -6...6 {
        let moment = Moment(seconds: at + step * 1_800, zone: zone)
        #expect(try Moment(moment.description) == moment)
      }
      at = zone.nextTransition(after: at) ?? at + 7_776_000
    }
  }
}

@Suite struct WrittenTimeTests {
  @Test(arguments: [("14", "14:00"), ("09", "09:00"), ("00", "00:00"), ("9:05", "09:05"), ("23:59", "23:59")])
  func `An hour in two digits is a time`(_ text: String, time: String) {
    #expect(TimeOfDay(written: text)?.description == time)
  }

  @Test(arguments: ["9", "24", "1", "", "ab", "14h", "2 "])
  func `What may be of the morning or of the evening is none`(_ text: String) {
    #expect(TimeOfDay(written: text) == nil)
  }

  @Test(arguments: [
    ("2016-02-22 14", "2016-02-22 14:00 Africa/Nairobi"),
    ("2016-02-22 07 Asia/Tokyo", "2016-02-22 07:00 Asia/Tokyo"),
    ("22 February 2016 14", "2016-02-22 14:00 Africa/Nairobi"), ("2016-02-22", "2016-02-22"),
    ("22/02/16", "22/02/16"), ("2016-02-22 9", "2016-02-22 9"), ("2016-02-22 25", "2016-02-22 25"),
  ])
  func `The hour behind a day is one too`(_ text: String, completed: String) {
    #expect(Moment.completed(text, in: Zone("Africa/Nairobi")) == completed)
  }
}

@Suite struct ZoneTests {
  @Test(arguments: [
    ("E. Africa Standard Time", "Africa/Nairobi"), ("\"Europe/Paris\"", "Europe/Paris"),
    ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
    ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Salta", "America/Argentina/Salta"),
    ("/citadel.org/20160222_1/Asia/Shanghai", "Asia/Shanghai"),
    ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Brussels"),
    ("(UTC+03:00) Nairobi", "Africa/Nairobi"), ("(GMT-05:00) Bogota, Lima, Quito", "America/Bogota"),
    ("(UTC) Coordinated Universal Time", "UTC"), ("europe/paris", "Europe/Paris"),
    ("W. Europe Standard Time", "Europe/Berlin"), ("GMT", "UTC"), ("Etc/UTC", "UTC"), ("Z", "UTC"),
    ("tokyo standard time", "Asia/Tokyo"),
  ])
  func `Is found by names of other programs`(_ text: String, name: String) {
    #expect(Zone.meant(by: text)?.name == name)
  }

  @Test(arguments: ["Customized Time Zone", "", "/", "(UTC+01:00) Atlantis", "Europe/Atlantis", "///"])
  func `Is not made-up`(_ text: String) { #expect(Zone.meant(by: text) == nil) }

  @Test func `All zones of Windows are known`() {
    let names = EmbeddedTable.rows("windows-zones.tsv").map { $0[0] }
    #expect(names.count == 141 && names.allSatisfy { Zone($0) != nil })
    #expect(Zone("Kamchatka Standard Time")?.name == "Asia/Kamchatka")
  }
}
