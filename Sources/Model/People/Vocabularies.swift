/// What a stakeholder is (annex II, paragraph 8).
public enum StakeholderKind: String, Vocabulary { case individual, institution, organization, group }

/// The two types of stakeholder; one can be both (annex II, paragraph 9).
public enum Role: String, Vocabulary { case contributor, endUser = "end-user" }

/// Networks and hubs mobilize others (annex II, appendix, paragraph 11).
public enum Mobilizer: String, Vocabulary {
  case network, regionalHub = "regional-hub", localHub = "local-hub"
}

/// Primary and broader audiences (annex I, paragraph 13).
public enum Audience: String, Vocabulary {
  case policymakers, unMEA = "un-mea", scientists, ilkHolders = "ilk-holders", business, practitioners
  case communityOrganizations = "community-organizations", igoNGO = "igo-ngo", media, `public`
}

/// The range in which a stakeholder works (annex II, appendix, paragraph 2).
public enum Scale: String, Vocabulary { case local, national, subregional, regional, global }

/// Disciplines to be told apart (annex II, appendix, paragraph 2).
public enum Discipline: String, Vocabulary { case natural, social, economic }

/// Knowledge systems (annex II, appendix, paragraphs 2 and 3).
public enum KnowledgeSystem: String, Vocabulary {
  case scientific, traditional, localIndigenous = "local-indigenous", citizenScience = "citizen-science"
}

/// Sectors (annex II, appendix, paragraph 2).
public enum Sector: String, Vocabulary { case industry, medicine, food, energy, other }

/// For balance between genders (annex II, paragraph 7 (e), appendix, paragraph 3); empty is "not stated".
public enum Gender: String, Vocabulary { case female, male, other }

/// Preferred modes of communication and of taking part (annex II, appendix, paragraphs 3 and 7).
public enum Channel: String, Vocabulary {
  case email, phone, post, website, meeting, hub, print, audiovisual, social, project
}

/// Observer status follows admission under the rules of procedure (annex II, paragraph 10).
public enum ObserverStatus: String, Vocabulary { case applied, admitted }

/// What keeps a stakeholder hard to reach (annex II, appendix, paragraph 10).
public enum Barrier: String, Vocabulary { case language, funding, internet, other }

/// How a stakeholder took part (annex II, paragraph 20, indicator 3).
public enum ParticipationKind: String, Vocabulary { case nomination, comments, participant, fellowship }

/// The regional groups of the Member States of the United Nations.
public enum UNRegion: String, Vocabulary {
  case africa, asiaPacific = "asia-pacific", easternEurope = "eastern-europe"
  case latinAmericaCaribbean = "latin-america-caribbean", westernEuropeOthers = "western-europe-others"
}

/// What makes people and organizations take part (annex II, paragraphs 16 and 17).
public enum Incentive: String, Vocabulary {
  case prestige, difference, researchInterest = "research-interest", networking
  case importantIssues = "important-issues", influentialOrganization = "influential-organization", grants
  case alignedPriorities = "aligned-priorities", influence, usefulOutcomes = "useful-outcomes"
  case partnerships, recognition, compensation
}

/// What keeps them from it (annex II, paragraph 16).
public enum Disincentive: String, Vocabulary {
  case notInFraming = "not-in-framing", timeLimits = "time-limits", unclearWays = "unclear-ways"
  case uncertainFunding = "uncertain-funding", notRecognized = "not-recognized"
}

/// What the public register may say of a stakeholder, each only where they agreed (annex II, appendix,
/// paragraph 3). The code is the name of the field.
public enum RegisterField: String, Vocabulary {
  case name, nativeName = "native_name", kind, roles, country, city, scale, affiliations, disciplines
  case knowledge, sectors, languages, interests, links, emails, phones
}

/// Which way a contact went.
public enum Direction: String, Vocabulary { case incoming, outgoing }
