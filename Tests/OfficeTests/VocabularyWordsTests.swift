import Model
import Phrases
import Testing

@testable import Office

/// Sentences about codes have the words for them in the language of whoever reads.
@Suite struct VocabularyWordsTests {
  private func said(_ language: String, _ field: String) throws -> String {
    let entry = try #require(Stakeholder.field(field)?.entry)
    guard case .choice(let codes) = entry else { return "" }
    return Phrasebook(language).say(Phrase(FieldProblem.notOneOf("persn", codes.filter { !$0.isEmpty })))
  }

  @Test func `A code has its word before it, but in English, of which codes are made`() throws {
    #expect(try said("en", "kind") == "“persn” is none of: individual, institution, organization, group.")
    #expect(
      try said("zh", "kind")
        == "“persn”不在下列之中：个人（individual）、机构（institution）、组织（organization）、团体（group）。")
  }

  @Test func `Codes that belong to no field stay as they are`() {
    let problem = FieldProblem.notOneOf("x", ["hub-1", "hub-2"])
    #expect(Phrasebook("zh").say(Phrase(problem)) == "“x”不在下列之中：hub-1、hub-2。")
  }
}
