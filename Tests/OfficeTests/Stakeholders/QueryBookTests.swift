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

  // MARK: What is shown is also taken

  /// A value behind the name of its field, as a query takes it.
  private func query(_ field: String, _ value: String) -> String {
    "\(field.replacing(" ", with: "-")):\(QueryWords.quoted(value))"
  }

  private func look(_ language: String) -> Look {
    Look(phrases: Phrasebook(language), asOf: Day("2015-06-15")!, who: "ana")
  }

  /// The words for a code in lists, records, filters and tables.
  private func shown(_ dimension: Dimension, _ code: String, _ language: String) -> Set<String> {
    let (look, name) = (look(language), dimension.rawValue)
    let short = look.word(FieldWords.group(name) + "_short", code)
    let role = look.word("roleShort", code)
    var words = [FieldWords.word(name, code, look), QueryWords.of(language).label(dimension, code) ?? code]
    if short != code { words.append(short) }
    if dimension == .roles { words.append(role) }
    if dimension == .country { words.append(Country.of(code)?.name(in: language) ?? code) }
    return Set(words.filter { !$0.isEmpty })
  }

  @Test(arguments: Phrasebook.languages)
  func `A value is taken by each word that shows it`(language: String) {
    var seen = 0
    for dimension in Dimension.allCases {
      let field = QueryField.of(dimension)
      let codes =
        dimension == .country
        ? Country.all.map(\.code) : dimension == .language ? Language.codes : dimension.vocabulary ?? []
      for code in codes + [""] {
        for word in shown(dimension, code, language) {
          let asked = query(QueryWords.of(language).name(field), word)
          let read = StakeholderQuery(asked, language: language, today: Day("2015-06-15")!)
          #expect(read.clauses.map(\.condition) == [.dimension(dimension, [code])], "\(asked)")
          seen += 1
        }
      }
    }
    #expect(seen > 900)
  }

  /// A heading that two fields share is understood as one of them. One with brackets, commas or apostrophes cannot be
  /// typed as a name, nor one with a point before a letter: that is a host.
  @Test(arguments: Phrasebook.languages)
  func `A field is taken by each word that heads it`(language: String) {
    let look = look(language)
    var seen = 0
    for field in QueryField.all {
      let headings = field.stored.flatMap { [look.word("field", $0), look.word("column", $0)] }
      for heading in headings where !field.stored.contains(heading) && isName(heading) {
        let read = StakeholderQuery(query(heading, "none"), language: language, today: Day("2015-06-15")!)
        #expect(read.terms.count == 1 && read.terms.first?.field != nil, "\(heading)")
        seen += 1
      }
    }
    #expect(seen > 60)
  }

  private func isName(_ heading: String) -> Bool {
    heading.allSatisfy { $0.isLetter || $0.isNumber || " -.".contains($0) }
      && !zip(heading, heading.dropFirst()).contains { $0 == "." && $1.isLetter }
  }

  @Test(arguments: Phrasebook.languages)
  func `Days are taken as they are shown`(language: String) {
    let look = look(language)
    for number in 0..<366 {
      let day = Day("2015-01-01")! + number
      let read = StakeholderQuery(
        query("joined", look.day(day)), language: language, today: Day("2015-06-15")!)
      #expect(
        read.clauses.map(\.condition) == [.days("joined", DayRange(from: day, until: day + 1))],
        "\(look.day(day))")
    }
  }

  @Test(arguments: Phrasebook.languages)
  func `Who has each role is found by the word for both`(language: String) {
    let both = look(language).word("roleShort", "both")
    let read = StakeholderQuery(query("role", both), language: language, today: Day("2015-06-15")!)
    #expect(read.clauses.map(\.condition) == [.every(.roles, ["contributor", "end-user"])])
    let written = read.clauses.compactMap { $0.text(words: .of(language)) }.joined()
    #expect(text(written, language) == ["role:both"])
    #expect(!QuerySentences(look(language)).explanation(of: read).isEmpty)
  }
}
