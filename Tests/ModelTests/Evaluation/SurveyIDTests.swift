import Testing

@testable import Model

@Suite struct SurveyIDTests {
  @Test(arguments: [
    ("Bee survey", "bee-survey-2015"), ("Needs 2015", "needs-2015"),
    ("Enquête sur l’eau", "enquete-sur-l-eau-2015"),
    ("蜜蜂调查", "survey-2015"), ("1st round", "survey-1st-round-2015"), ("known", "known-2015-2"),
  ])
  func `An id is proposed from the title and the year, and it is one`(title: String, id: String) throws {
    let proposal = Survey.id(for: title, year: 2015, besides: ["known-2015"])
    #expect(proposal == id)
    #expect(try Question.checkedID(proposal) == id)
  }

  @Test func `Long titles make ids that are short enough`() throws {
    let title = String(repeating: "stakeholder engagement ", count: 9)
    let id = Survey.id(for: title, year: 2015, besides: [])
    #expect(try Question.checkedID(id) == id)
  }
}
