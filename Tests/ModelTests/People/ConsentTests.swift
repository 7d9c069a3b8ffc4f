import Model
import Testing

@Suite struct ConsentTests {
  private func stakeholder(_ consents: String) throws -> Stakeholder {
    var stakeholder = Stakeholder(id: "s")
    try Stakeholder.field("consents")!.write(consents, to: &stakeholder)
    return stakeholder
  }

  @Test func `Nothing is public unless somebody said so`() {
    let silent = Stakeholder(id: "s")
    #expect(ConsentUse.allCases.filter(silent.allows) == [.internal])
  }

  @Test(arguments: [
    ("register | yes", true), ("register | no", false), ("mailing | yes", false),
    ("register | yes | consent | | | 2015-01-01; register | no | consent | | | 2015-02-01", false),
    ("register | no | consent | | | 2015-01-01; register | yes | consent | | | 2015-02-01", true),
    ("register | yes; register | no", false), ("register | no; register | yes", false),
  ])
  func `The last answer counts`(_ consents: String, isAllowed: Bool) throws {
    #expect(try stakeholder(consents).allows(.register) == isAllowed)
  }

  @Test func `What is said now counts more than a day to come`() throws {
    var stakeholder = try stakeholder("register | yes | consent | | | 2999-01-01")
    stakeholder.answer(Consent(use: .register, answer: .no, day: Day("2015-09-15")))
    #expect(!stakeholder.allows(.register))
  }

  @Test func `Who asked to be left alone gets no mail`() throws {
    var stakeholder = try stakeholder("mailing | yes; focal-point | yes")
    stakeholder.isDoNotContact = true
    #expect(!stakeholder.allows(.mailing))
    #expect(stakeholder.allows(.focalPoint))
  }
}
