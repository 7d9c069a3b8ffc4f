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
      (["kind": "individual", "sectors": "food"], .trade),
      (
        ["kind": "individual", "disciplines": "natural", "affiliations": "Ministry of Water | adviser"],
        .policy
      ),
      (["kind": "individual", "affiliations": "Ministry of Water | adviser | 2010 | 2014"], nil),
      (["kind": "organization", "name": "Administration of Parks"], .organization),
      (["kind": "institution", "name": "Ministère de l'Environnement"], .policy),
      (["kind": "individual", "affiliations": "农业部 | 司长"], .policy),
      (
        ["kind": "organization", "name": "United Nations Environment Programme", "observer": "admitted"],
        .unitedNations
      ),
      (["kind": "individual", "affiliations": "أمانة اتفاقية التنوع البيولوجي | موظف"], .unitedNations),
      (["kind": "individual", "affiliations": "Газета «Пример» | редактор"], .press),
      (["kind": "individual", "affiliations": "Radio Ejemplo | Periodista"], .press),
      (["kind": "individual", "disciplines": "natural", "affiliations": "State Forest | ranger"], .practice),
      (
        ["kind": "individual", "interests": "journalists, ministries", "mandate": "To advise the ministry"],
        nil
      ),
      (["kind": "individual"], nil), (["kind": "organization", "audience": "media"], nil),
    ] as [([String: String], AudienceSign?)])
  func `What is known tells, and what somebody said comes first`(
    _ values: [String: String], _ sign: AudienceSign?
  ) {
    #expect(Stakeholder(id: "s", version: 1, values: values).audienceSign == sign)
  }

  @Test func `Each audience has a sign that leads to it, and each sign of names its words in every language`()
  {
    #expect(Set(AudienceSign.allCases.map(\.audience)) == Set(Audience.allCases))
    for sign in [AudienceSign.press, .unitedNations, .policy, .practice] {
      #expect(Language.official.allSatisfy { !sign.words(in: $0).isEmpty })
    }
    #expect(AudienceSign.science.words(in: "en").isEmpty)
  }

  @Test func `The ten audiences are cited where the decision names them`() {
    #expect(Audience.allCases.count == 10 && Audience.allCases.filter(\.isPrimary).count == 2)
    #expect(Audience.policymakers.citation.en == "A.13 (a) (i)")
    #expect(Audience.unMEA.citation.en == "A.13 (a) (ii)")
    #expect(Audience.public.citation.en == "A.13 (b) (viii)")
    #expect(Audience.media.citation.zh == "附件一第 13 段(b)（七）")
  }
}
