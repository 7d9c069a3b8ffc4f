import Model
import Testing

/// Who stands in the public register and in notices, and with what.
@Suite struct RegisterTests {
  private func stakeholder(_ values: [String: String]) -> Stakeholder {
    let usual = ["name": "Ana", "country": "KE", "emails": "ana@example.org"]
    return Stakeholder(id: "s", version: 1, values: usual.merging(values) { $1 })
  }

  @Test func `Only who agreed is listed with what they agreed to`() throws {
    #expect(PublicRegister.standing(of: stakeholder([:])) == .notAgreed)
    #expect(PublicRegister.standing(of: stakeholder(["register_fields": "name"])) == .notAgreed)
    let agreed = ["consents": "register | yes", "register_fields": "country; name; city"]
    guard case .listed(let entry) = PublicRegister.standing(of: stakeholder(agreed)) else {
      Issue.record("not listed")
      return
    }
    #expect(entry.values.map(\.field) == [.name, .country])
    #expect(entry[.emails] == "")
  }

  @Test func `Without the name there is no entry`() {
    let agreed = ["consents": "register | yes", "register_fields": "country"]
    #expect(PublicRegister.standing(of: stakeholder(agreed)) == .nameless)
    let retired = agreed.merging(["retired": "2015-01-01", "register_fields": "name"]) { $1 }
    #expect(PublicRegister.standing(of: stakeholder(retired)) == .retired)
  }

  @Test func `The id of an organization is not published`() {
    let record = stakeholder([
      "consents": "register | yes", "register_fields": "name; affiliations",
      "affiliations": "Institute | researcher | 2011 | | secret-id",
    ])
    guard case .listed(let entry) = PublicRegister.standing(of: record) else {
      Issue.record("not listed")
      return
    }
    #expect(entry[.affiliations] == "Institute | researcher | 2011")
  }

  @Test func `Guidance is whole and not later`() throws {
    var release = RegisterRelease(id: "r")
    release.day = Day("2015-03-10")
    func problem(_ guidance: String) throws -> PublicationProblem? {
      release.guidance = guidance.isEmpty ? [] : [try Guidance(guidance)]
      do { try release.checkGuidance() } catch { return error }
      return nil
    }
    #expect(try problem("") == .noGuidance)
    #expect(try problem("bureau") == .incompleteGuidance)
    #expect(try problem("mep | 2015-03-02") == .incompleteGuidance)
    #expect(try problem("mep | 2015-03-11 | item 2") == .laterGuidance(Day("2015-03-11")!))
    #expect(try problem("mep | 2015-03-10 | item 2") == nil)
  }

  @Test func `A notice tells the least`() throws {
    #expect(NoticeEntry(stakeholder([:])) == nil)
    #expect(NoticeEntry(stakeholder(["consents": "register | yes"])) == nil)
    let told = ["consents": "focal-point | yes"]
    #expect(try #require(NoticeEntry(stakeholder(told))).emails.isEmpty)
    #expect(NoticeEntry(stakeholder(told.merging(["retired": "2015-01-01"]) { $1 })) == nil)
    let open = ["consents": "focal-point | yes; register | yes", "register_fields": "name; emails"]
    #expect(try #require(NoticeEntry(stakeholder(open))).emails == ["ana@example.org"])
    let alone = open.merging(["do_not_contact": "yes"]) { $1 }
    #expect(try #require(NoticeEntry(stakeholder(alone))).emails.isEmpty)
  }

  @Test func `Erasure takes a block out of both copies`() {
    var notice = Notice(id: "n")
    notice.language = "fr"
    notice.stakeholders = ["a", "b", "c"]
    notice.text = "Tête\n\n1. Ana\n   x\n\n2. Bea\n   b@example.org\n\n3. Cy\n   z\n\nFin"
    notice.message = "Subject: x\r\n\r\n" + Notice.body(of: notice.text)
    let redacted = notice.redacting("b")
    #expect(redacted.text == "Tête\n\n1. Ana\n   x\n\n2. [effacé]\n\n3. Cy\n   z\n\nFin")
    #expect(redacted.message == "Subject: x\r\n\r\n" + Notice.body(of: redacted.text))
    #expect(redacted.stakeholders == ["a", "erased-2", "c"])
    #expect(redacted.redacting("c").text.hasSuffix("2. [effacé]\n\n3. [effacé]\n\nFin"))
    #expect(notice.redacting("nobody") == notice)
  }

  @Test func `A scope is a country or its region`() throws {
    #expect(try NoticeScope(country: "KE", in: nil).countries == ["KE"])
    let region = try NoticeScope(country: "KE", in: .unGroups)
    #expect(region.countries.contains("ZM"))
    #expect(!region.countries.contains("FR"))
    for scheme in RegionScheme.allCases {
      let scope = try NoticeScope(country: "KE", in: scheme)
      #expect(scope.countries.contains("KE") && NoticeScope.region(of: scope.code) == scope.region)
    }
    #expect(try !NoticeScope(country: "KE", in: .ipbesSubregion).countries.contains("ZM"))
    #expect(NoticeScope.region(of: "") == nil && NoticeScope.region(of: "ipbes mars") == nil)
    #expect(throws: PublicationProblem.noRegion("AQ")) { try NoticeScope(country: "AQ", in: .unGroups) }
  }
}
