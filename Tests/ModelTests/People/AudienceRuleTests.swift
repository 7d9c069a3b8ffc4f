import Model
import Testing

/// Which audience somebody is of where nobody said so.
@Suite struct AudienceRuleTests {
  @Test(
    arguments: [
      (["kind": "individual", "disciplines": "natural"], .science),
      (["kind": "individual", "knowledge": "scientific; traditional"], .knowledge),
      (["kind": "organization", "sectors": "food"], .sector),
      (["kind": "organization", "sectors": "food", "observer": "admitted"], .observer),
      (["kind": "organization"], .organization), (["kind": "group", "scale": "local"], .community),
      (["kind": "individual", "knowledge": "citizen-science"], .citizen),
      (["kind": "individual"], nil), (["kind": "organization", "audience": "media"], nil),
    ] as [([String: String], AudienceSign?)])
  func `What is known tells, and what somebody said comes first`(
    _ values: [String: String], _ sign: AudienceSign?
  ) {
    #expect(Stakeholder(id: "s", version: 1, values: values).audienceSign == sign)
  }

  @Test func `The ten audiences are cited where the decision names them`() {
    #expect(Audience.allCases.count == 10 && Audience.allCases.filter(\.isPrimary).count == 2)
    #expect(Audience.policymakers.citation.en == "A.13 (a) (i)")
    #expect(Audience.unMEA.citation.en == "A.13 (a) (ii)")
    #expect(Audience.public.citation.en == "A.13 (b) (viii)")
    #expect(Audience.media.citation.zh == "附件一第 13 段(b)（七）")
  }
}
