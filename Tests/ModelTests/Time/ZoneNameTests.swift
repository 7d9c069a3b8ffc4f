import Testing

@testable import Model

/// What zones are called among people, and how they are found.
@Suite struct ZoneNameTests {
  @Test(arguments: [
    ("Etc/GMT-3", "UTC+3"), ("Etc/GMT+11", "UTC-11"), ("Africa/Nairobi", "Africa/Nairobi"), ("UTC", "UTC"),
  ])
  func `An offset alone is said as it is meant`(name: String, shown: String) throws {
    let zone = try #require(Zone(name))
    #expect(zone.shownName == shown)
    // What is shown can be typed again.
    #expect(Zone.meant(by: shown)?.offset(at: 0) == zone.offset(at: 0))
  }

  @Test func `Zones are found by the first letters of their city or of their name`() {
    #expect(Zone.names(beginning: "nair") == ["Africa/Nairobi"])
    #expect(Zone.names(beginning: "kuala l") == ["Asia/Kuala_Lumpur"])
    #expect(Zone.names(beginning: "europe/par") == ["Europe/Paris"])
    #expect(Zone.names(beginning: "").isEmpty && Zone.names(beginning: "nowhere").isEmpty)
  }
}
