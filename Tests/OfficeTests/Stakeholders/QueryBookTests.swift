import Model
import Office
import Phrases
import Testing

/// Which words a query understands.
@Suite struct QueryBookTests {
  private func text(_ query: String, _ language: String) -> [String] {
    let read = StakeholderQuery(query, language: language, today: Day("2015-06-15")!)
    return read.clauses.compactMap { $0.text(words: .plain) } + read.problems.map { "\($0)" }
  }

  @Test(arguments: [
    ("ar", "البلد:KE", "country:KE"), ("ar", "الدور:contributor", "role:contributor"),
    ("fr", "étiquettes:mer", "tag:mer"), ("ru", "Вид:organization", "kind:organization"),
    ("ru", "метки:море", "tag:море"), ("es", "Etiquetas:mar", "tag:mar"), ("en", "Tags:sea", "tag:sea"),
  ])
  func `A heading that is one word names the field`(language: String, query: String, means: String) {
    #expect(text(query, language) == [means])
  }

  /// Headings come after all names.
  @Test(arguments: Phrasebook.languages)
  func `No heading takes the name of another field`(language: String) {
    let words = QueryWords.of(language)
    for field in QueryField.all {
      #expect(words.field(words.name(field)) == field)
    }
  }
}
