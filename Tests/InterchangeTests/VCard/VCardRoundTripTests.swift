import Embedded
import Interchange
import Model
import RandomRecords
import Testing

/// What we export as vCard, we read back unchanged.
@Suite struct VCardRoundTripTests {
  private static let versions: [VCardVersion] = [.v30, .v40]

  private func expectBack(
    _ stakeholders: [Stakeholder], _ version: VCardVersion, _ comment: Comment? = nil
  ) throws {
    let read = try readCards(vcards(stakeholders, version))
    let back: [Stakeholder] = try read.records()
    #expect(back.map(\.id) == stakeholders.map(\.id), comment)
    for (after, before) in zip(back, stakeholders) {
      #expect(after.values == before.values, comment)
      #expect(after.differences(from: before) == [], comment)
    }
    let remarks = read.remarks
    #expect(remarks.cardNotes.isEmpty && remarks.unknownColumns.isEmpty && remarks.leftOut.isEmpty, comment)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>, versions)
  func `Random stakeholders come back unchanged`(seed: UInt64, version: VCardVersion) throws {
    var random = RandomRecords(seed: seed)
    let stakeholders = (0..<40).map { random.record("s\($0)", as: Stakeholder.self) }
    try expectBack(stakeholders, version, "seed \(seed)")
  }

  @Test(arguments: versions)
  func `The sample data comes back unchanged`(version: VCardVersion) throws {
    let bytes = Array(try #require(Embedded.bytes("sample-data/stakeholders.csv")))
    try expectBack(RecordImport(known: KnownRecords([])).plan(bytes).new, version)
  }

  @Test(arguments: versions)
  func `Control characters and strange ids come back too`(version: VCardVersion) throws {
    var ana = Stakeholder(id: "ä;1:%2F|中")
    ana.name = "Ana\u{0}\u{1B}[31m\r\nB\u{7F}"
    ana.notes = "a\r\nb\\,\\n\u{85}c\u{2028}d\te"
    ana.tags = ["x,y", "p;q", "a\\b", "\\n"]
    try expectBack([ana], version)
  }

  @Test(arguments: versions)
  func `Lines are folded within their limit and not inside characters`(version: VCardVersion) throws {
    var wang = Stakeholder(id: "1")
    (wang.name, wang.notes) = ("Wang", String(repeating: "京e\u{301}🗼é", count: 60))
    let bytes = vcards([wang], version)
    for line in bytes.split(separator: 0x0A) {
      #expect(line.last == 0x0D && line.count <= 76)
      #expect(String(validating: line.dropLast(), as: UTF8.self) != nil)
    }
    try expectBack([wang], version)
  }

  @Test func `A card has what other programs read`() throws {
    var wang = Stakeholder(id: "s-1")
    (wang.name, wang.nativeName, wang.isFamilyFirst) = ("Wang Xiaoming", "王小明", true)
    (wang.emails, wang.phones, wang.country) = (["a@x.example", "b@x.example"], ["+86 10"], "CN")
    (wang.affiliations, wang.languages) = (
      [Affiliation(organization: "CAS", role: "Botanist")], ["zh-Hans", "en"]
    )
    (wang.addresses, wang.city, wang.orcid) = (["1 \"A\" Road, Beijing"], "Beijing", "0000-0002-1825-0097")
    wang.tags = ["plants", "a,b"]
    let expected = #"""
      BEGIN:VCARD
      VERSION:4.0
      KIND:individual
      FN;ALTID=1;LANGUAGE=und-Latn:Wang Xiaoming
      FN;ALTID=1;LANGUAGE=zh-Hans:王小明
      N:Wang;Xiaoming;;;
      ORG:CAS
      TITLE:Botanist
      EMAIL;PREF=1:a@x.example
      EMAIL;PREF=2:b@x.example
      TEL:+86 10
      ADR;LABEL="1 ^'A^' Road, Beijing":;;1 "A" Road;Beijing;;;China
      URL:https://orcid.org/0000-0002-1825-0097
      LANG;PREF=1:zh-Hans
      LANG;PREF=2:en
      CATEGORIES:plants,a\,b
      UID:outreach:stakeholder:s-1
      END:VCARD

      """#
    let written = String(decoding: vcards([wang], .v40), as: UTF8.self)
    #expect(written.replacing("\r\n", with: "\n") == expected)
    let old = String(decoding: vcards([wang], .v30), as: UTF8.self).replacing("\r\n", with: "\n")
    #expect(old.contains("\nFN:Wang Xiaoming\nN:Wang;Xiaoming;;;\n"))
    #expect(old.contains("\nEMAIL;TYPE=PREF:a@x.example\nEMAIL:b@x.example\n"))
    #expect(old.contains("\nX-OUTREACH-NATIVE-NAME:王小明\n"))
    #expect(!old.contains("KIND:individual\nFN"))
  }

  @Test(arguments: [VCardVersion.v30, .v40])
  func `An address with city and country is one ADR, and comes back as it was`(_ version: VCardVersion) throws
  {
    var ana = Stakeholder(id: "a")
    (ana.name, ana.city, ana.country) = ("Rui, Ana", "Nairobi", "KE")
    for addresses in [
      ["12 Acacia Road, 00100 Nairobi, Kenya"], ["PO Box 5"], ["1 A Road, Nairobi", "2 B Road, Mombasa"], [],
    ] {
      ana.addresses = addresses
      let written = String(decoding: vcards([ana], version), as: UTF8.self)
      #expect(written.split(separator: "\r\n").count { $0.hasPrefix("ADR") } == max(1, addresses.count))
      let read = try #require(try readCards(written).records(as: Stakeholder.self).first)
      #expect(read.addresses == addresses && read.city == "Nairobi" && read.country == "KE")
    }
    ana.addresses = ["12 Acacia Road, 00100 Nairobi, Kenya"]
    #expect(
      String(decoding: vcards([ana], .v30), as: UTF8.self).contains(
        "ADR:;;12 Acacia Road;Nairobi;;00100;Kenya\r\n"))
  }
}
