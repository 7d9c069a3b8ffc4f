import Interchange
import Model
import Testing

/// What cards say in ways of their own programs is kept, or named.
@Suite struct CardRemaindersTests {
  private func card(_ lines: String...) -> String {
    "BEGIN:VCARD\r\nVERSION:3.0\r\n" + lines.joined(separator: "\r\n") + "\r\nEND:VCARD\r\n"
  }

  @Test func `A second place without a street, and a region, are addresses`() throws {
    let text = card(
      "FN:Jan Kowal", "ADR;TYPE=WORK:;;ul. Lesna 5;Warszawa;;;Poland", "ADR;TYPE=HOME:;;;Gdansk;;;Germany")
    let person = try #require(try readCards(text).records(as: Stakeholder.self).first)
    #expect(
      person.addresses == ["ul. Lesna 5, Warszawa, Poland", "Gdansk, Germany"] && person.city == "Warszawa")
    let region = card("FN:Jo", "ADR:;;;;Alberta;;Canada")
    #expect(try readCards(region).records(as: Stakeholder.self).first?.addresses == ["Alberta, Canada"])
    let alone = card("FN:Jo", "ADR:;;;Bonn;;;Germany")
    #expect(try readCards(alone).records(as: Stakeholder.self).first?.addresses == [])
  }

  @Test(arguments: ["location", "device", "application", "thing"])
  func `A card of a thing is left out, and that is said`(_ kind: String) throws {
    let rows = try readCards(card("KIND:\(kind)", "FN:Meeting room 4") + card("FN:Ana"))
    #expect(try rows.records(as: Stakeholder.self).map(\.name) == ["Ana"])
    #expect(rows.remarks.cardNotes == [.ofThing(line: 1, kind: kind)])
  }

  @Test func `An assistant's telephone is not hers`() throws {
    let text = card("FN:Ana", "item1.TEL:+1 2", "item1.X-ABLabel:_$!<AssistantPhone>!$_", "TEL:+1 3")
    let person = try #require(try readCards(text).records(as: Stakeholder.self).first)
    #expect(person.phones == ["+1 3"] && person.notes == "Assistant: +1 2")
  }

  @Test func `A list of people is a group without addresses of its own`() throws {
    let text = card(
      "N:Mail;List;;;", "X-EVOLUTION-LIST:TRUE", "FN:Forest list", "EMAIL:\"Ana Uno\" <ana@example.org>",
      "EMAIL:bo@example.org")
    let rows = try readCards(text)
    let list = try #require(try rows.records(as: Stakeholder.self).first)
    #expect(list.name == "Forest list" && list.type == .group && list.emails.isEmpty)
    #expect(list.notes.contains("Members: \"Ana Uno\" <ana@example.org>, bo@example.org"))
    #expect(rows.remarks.unknownColumns.isEmpty)
  }

  @Test func `A name in a social network is no link`() throws {
    let text = card(
      "FN:Ana", "X-SOCIALPROFILE;TYPE=mastodon:ana.uno", "X-SOCIALPROFILE;TYPE=x:https://x.example/ana",
      "X-MS-OL-DESIGN;CHARSET=utf-8:<card/>")
    let rows = try readCards(text)
    let person = try #require(try rows.records(as: Stakeholder.self).first)
    #expect(person.links == ["https://x.example/ana"] && person.notes == "Mastodon: ana.uno")
    #expect(rows.remarks.leftOut == ["X-MS-OL-DESIGN": 1])
  }
}
