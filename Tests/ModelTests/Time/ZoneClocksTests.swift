import Testing

@testable import Model

@Suite struct ZoneClocksTests {
  private static let newYork = "UTC-05:00/-04:00,M3.2.0/02:00,M11.1.0/02:00"
  private static let sydney = "UTC+10:00/+11:00,M10.1.0/02:00,M4.1.0/03:00"
  private static let berlin = "UTC+01:00/+02:00,M3.5.0/02:00,M10.5.0/03:00"

  @Test(arguments: ["UTC+05:20", "UTC-04:30", "UTC+00:19:32", newYork, sydney, berlin])
  func `Are read as they are written`(_ text: String) throws {
    #expect(try #require(ZoneClocks(text)).description == text)
    let moment = try Moment("2015-07-15 12:00 \(text)")
    #expect(try Moment(moment.description) == moment)
  }

  @Test(arguments: [
    "UTC", "UTC5", "UTC+5:20", "UTC+24:00", "UTC+05:60", "UTC-05:00/-04:00",
    "UTC-05:00,M3.2.0/02:00,M11.1.0/02:00",
    "UTC-05:00/-04:00,M13.2.0/02:00,M11.1.0/02:00", "UTC-05:00/-04:00,M3.6.0/02:00,M11.1.0/02:00",
    "UTC-05:00/-04:00,M3.2.7/02:00,M11.1.0/02:00", "UTC-05:00/-04:00,M3.2.0/24:00,M11.1.0/02:00",
    "UTC+05:20 ",
  ])
  func `Are nothing else`(_ text: String) { #expect(ZoneClocks(text) == nil) }

  @Test func `None are those of UTC`() {
    #expect(Zone("UTC+00:00") == .utc && Zone("UTC-00:00") == .utc)
  }

  /// Every half hour around every change of 2015 to 2024, and in the middle of each half year.
  @Test(arguments: [
    (newYork, "America/New_York"), (sydney, "Australia/Sydney"), (berlin, "Europe/Berlin"),
    ("UTC+03:00", "Africa/Nairobi"),
  ])
  func `Show what those of the zone with these rules show`(_ text: String, _ name: String) throws {
    let (own, named) = (try #require(Zone(text)), try #require(Zone(name)))
    var at = 1_420_070_400
    while at < 1_735_689_600 {
      for step in -6...6 {
        let seconds = at + step * 1_800
        #expect(own.offset(at: seconds) == named.offset(at: seconds))
        let local = Moment(seconds: seconds, zone: named)
        #expect(own.reading(local.day, local.time) == named.reading(local.day, local.time))
      }
      #expect(own.nextTransition(after: at) == named.nextTransition(after: at))
      at = named.nextTransition(after: at) ?? at + 15_552_000
    }
  }

  @Test func `Hold to the ends of the calendar`() throws {
    let zone = try #require(Zone(Self.sydney))
    for text in ["0001-01-01 00:00", "9999-12-31 23:59"] {
      let moment = try Moment("\(text) \(Self.sydney)")
      #expect(moment.description.hasPrefix(text))
      _ = zone.nextTransition(after: moment.seconds)
    }
  }
}

@Suite struct ZoneNamesTests {
  @Test(arguments: [
    ("Eastern Time (US & Canada)", "America/New_York"), ("CET", "Europe/Brussels"),
    ("EST5EDT", "America/New_York"),
    ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"), ("Japan", "Asia/Tokyo"),
    ("GB", "Europe/London"),
    ("(UTC-03:00) Brasilia", "America/Sao_Paulo"), ("(UTC+13:00) Samoa", "Pacific/Apia"),
    ("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "Europe/London"),
    ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
    ("(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", "Asia/Shanghai"),
    ("(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", "Europe/Helsinki"),
    ("(UTC-07:00) Mountain Time (US & Canada)", "America/Denver"),
    ("(UTC+10:00) Guam, Port Moresby", "Pacific/Guam"),
    ("Western/Central Europe", "Europe/Berlin"), ("W. Europe", "Europe/Berlin"), ("Romance", "Europe/Paris"),
    ("Eastern Daylight Time", "America/New_York"), ("tzone://Microsoft/Utc", "UTC"),
    ("New Delhi", "Asia/Calcutta"),
    ("GMT+3", "UTC+03:00"), ("UTC-0430", "UTC-04:30"), ("+05:20", "UTC+05:20"), ("GMT-0400", "UTC-04:00"),
    ("America/New York", "America/New_York"), ("Berlin", "Europe/Berlin"), ("US/Eastern", "US/Eastern"),
  ])
  func `Zones are found by names of other programs`(_ text: String, name: String) {
    #expect(Zone.meant(by: text)?.name == name)
  }

  @Test(arguments: ["Customized Time Zone", "tzone://Microsoft/Custom", "Office", "GMT+15", "Standard Time"])
  func `None is made up`(_ text: String) { #expect(Zone.meant(by: text) == nil) }

  @Test func `Only names with a region and those of Windows are sure`() {
    for sure in ["Europe/Paris", "W. Europe Standard Time", "/x/y/Africa/Nairobi", "UTC-11", "europe/paris"] {
      #expect(Zone.surely(meant: sure) != nil, "\(sure)")
    }
    for other in ["EST", "CET", "GMT", "UTC", "Eastern Time", "London", "Japan"] {
      #expect(Zone.surely(meant: other) == nil && Zone.meant(by: other) != nil, "\(other)")
    }
  }

  @Test func `All names of the table are of zones`() {
    for row in EmbeddedTable.rows("zone-names.tsv") {
      #expect(Zone(row[1]) != nil && row[0] == row[0].lowercased(), "\(row)")
    }
  }

  @Test func `A zone is named in words beside others`() {
    #expect(Zone.named(in: "New York office").contains(Zone("America/New_York")!))
    #expect(
      Zone.named(in: "Customized Time Zone", standard: "EST", daylight: "EDT").contains(
        Zone("America/New_York")!))
    #expect(Zone.named(in: "Customized Time Zone").isEmpty)
  }
}
