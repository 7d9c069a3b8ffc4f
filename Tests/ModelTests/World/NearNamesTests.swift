import Testing

@testable import Model

/// What somebody may have meant by a name with a slip in it.
@Suite struct NearNamesTests {
  @Test(arguments: [
    ("Kenyja", "Kenya"), ("Keniya", "Kenya"), ("Urugway", "Uruguay"), ("肯尼", "肯尼亚"), ("Atlantis", nil),
    ("", nil),
  ])
  func `A country`(text: String, name: String?) {
    #expect(Country.near(text) == name)
  }

  @Test(arguments: [("Swahilli", "Swahili"), ("Franch", "French"), ("qqqqqq", nil)])
  func `A language`(text: String, name: String?) {
    #expect(Language.near(text) == name)
  }

  @Test(arguments: [
    ("Kuala Lumpur", "Asia/Kuala_Lumpur"), ("nairobi", "Africa/Nairobi"), ("Sao Paulo", "America/Sao_Paulo"),
    ("Atlantis", nil),
  ])
  func `The zone of a city is known by its name`(text: String, name: String?) {
    #expect(Zone.city(text)?.name == name)
  }

  @Test(arguments: [
    ("Kuala Lumpor", "Asia/Kuala_Lumpur"), ("Africa/Nairoby", "Africa/Nairobi"), ("Zzzzzzzzzz", nil),
  ])
  func `A zone`(text: String, name: String?) {
    #expect(Zone.near(text)?.name == name)
  }

  @Test func `A zone is taken by the name of its city, as a launch has it`() throws {
    var launch = Launch(id: "one")
    try Launch.field("zone")?.write("Kuala Lumpur", to: &launch)
    #expect(launch.zone?.name == "Asia/Kuala_Lumpur")
  }

  @Test func `A time without a zone is of the zone that somebody settled`() {
    let nairobi = Zone("Africa/Nairobi")
    #expect(Moment.completed("2015-06-20 09:00", in: nairobi) == "2015-06-20 09:00 Africa/Nairobi")
    #expect(Moment.completed("20 June 2015 09:00", in: nairobi) == "2015-06-20 09:00 Africa/Nairobi")
    // What says its own, what is a day alone, and what is no time stay as they are.
    for text in ["2015-06-20 09:00 Europe/Paris", "2015-06-20", "soon: 9", ""] {
      #expect(Moment.completed(text, in: nairobi) == text)
    }
    #expect(Moment.completed("2015-06-20 09:00", in: nil) == "2015-06-20 09:00")
  }
}
