import Model
import Testing

@testable import Interchange

/// What feeds, lists of items and files of other kinds hold beyond what is read is named, and overwrites nothing.
@Suite struct LeftUnsaidTests {
  private func items(_ text: String) throws -> MediaItems {
    try MediaItems(
      ImportFile(bytes: Array(text.utf8)), MediaItems.Options(today: try #require(Day("2016-03-01"))))
  }

  @Test func `Elements of items that are left out are counted by name`() throws {
    let feed = try FeedFile(
      bytes: Array(
        """
        <?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>
        <channel><title>T</title><category>of the feed</category>
        <item><title>Bees</title><description>Short</description><content:encoded>Long</content:encoded>
        <category>Soil</category><category>Food</category><enclosure url='x'/></item>
        <item><title>Oaks</title><content:encoded>All there is</content:encoded></item></channel></rss>
        """.utf8))
    #expect(feed.leftOut == ["category": 2, "content:encoded": 1, "enclosure": 1])
    #expect(feed.items.map(\.summary) == ["Short", "All there is"])
    let options = MediaItems.Options(today: try #require(Day("2016-03-01")))
    #expect(MediaItems(feed, options).remarks.leftOut == feed.leftOut)
  }

  @Test func `Numbers of a service that watches the media are no ids of items here`() throws {
    let read = try items("ID,Headline,Date,URL\n1,Bees,2016-02-22,https://x.example/1\n")
    #expect(read.found.map(\.hasID) == [false] && read.found.first?.item.id != "1")
    #expect(read.remarks.foreignID == "ID")
    let ours = try items("id,name,when,link\n1,Other,2016-02-22,https://x.example/9\n")
    var stored = Coverage(id: "1")
    (stored.version, stored.name, stored.link) = (1, "Bees", "https://x.example/1")
    let plan = MediaImport(ours, stored: [stored], around: []).plan
    #expect(plan.changed.isEmpty && plan.rejected.map(\.problem) == [.otherRecord(id: "1", title: "Bees")])
  }

  @Test func `Activities of another plan that counts from 1 overwrite none`() throws {
    var guide = Activity(id: "1")
    (guide.version, guide.name) = (1, "Guide to dunes")
    let importer = RecordImport(known: KnownRecords([guide]))
    let plan = try importer.plan(Array("ID,name,status\n1,Launch party,done\n2,Report,planned\n".utf8))
    #expect(plan.changed.isEmpty && plan.new.map(\.name) == ["Report"])
    #expect(plan.rejected.map(\.problem) == [.otherRecord(id: "1", title: "Guide to dunes")])
    #expect(try importer.plan(Array("id,name\n1,Guide to the dunes\n".utf8)).changed.count == 1)
  }

  @Test(arguments: [
    ("dn: cn=Ana\nobjectclass: person\ncn: Ana\n", "ldif"), ("version: 1\n\ndn: cn=Ana\ncn: Ana\n", "ldif"),
    ("<?xml version='1.0'?><vcards xmlns='x'><vcard/></vcards>", "xcard"), ("[ \"vcard\", [] ]", "jcard"),
    ("{\"version\": \"https://jsonfeed.org/version/1\"}", "jsonfeed"),
    ("Return-Path: <a@example.org>\nFrom: Ana\nSubject: x\n\nHi\n", "mail"), ("!BDNxxxx", "pst"),
  ]) func `Files of other kinds are called by what they are`(_ text: String, _ token: String) throws {
    #expect(throws: ImportFailure.workbook(.foreign(token))) {
      try ImportFile(bytes: Array(text.utf8)).records(of: Stakeholder.self)
    }
  }

  @Test func `Several blanks in a name are one, and Mailchimp's mark between lines of an address is a comma`()
    throws
  {
    var rows = try TableRows<Stakeholder>(
      ImportFile(bytes: Array("Name,Email\nAna   Uno,a@example.org\n".utf8)))
    #expect(try rows.next()?.cells.first == "Ana Uno")
    let file = try MappedFile(
      "Email Address,First Name,Last Name,Address,MEMBER_RATING,LEID,EUID\n"
        + "s@example.ma,Salma  B.,Rouassi,5 Rue des Palmiers  Rabat  10000  MA,4,1,a\n")
    #expect(file[0, "addresses"] == "5 Rue des Palmiers, Rabat, 10000, MA" && file[0, "country"] == "MA")
    #expect(file[0, "name"] == "Rouassi, Salma B.")
  }
}
