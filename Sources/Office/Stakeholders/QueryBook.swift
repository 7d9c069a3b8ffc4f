import Interchange
import Model
import Phrases
import Store
import Synchronization

extension QueryWords {
  /// The words of a query: all languages are understood, and one is written.
  public static func of(_ language: String) -> QueryWords {
    let language = Phrasebook.languages.contains(language) ? language : "en"
    return made.withLock { made in
      if let words = made[language] { return words }
      let words = QueryWords(language: language, books: books) { dimension, word in
        let codes = dimension.vocabulary ?? []
        return OwnWords(dimension.rawValue, codes).code(word).map { Set($0.items) } ?? []
      }
      made[language] = words
      return words
    }
  }

  private static let books = Dictionary(
    uniqueKeysWithValues: Phrasebook.languages.map { ($0, Book(Phrasebook($0))) })
  /// Most people write one language.
  private static let made = Mutex<[String: QueryWords]>([:])
}

extension QueryWords.Book {
  fileprivate init(_ phrases: Phrasebook) {
    self.init()
    for field in QueryField.all {
      let label = phrases.label("query", field.name)
      if label != field.name { names[field.name] = label.split(separator: " ").map(String.init) }
      headings[field.name] = ["field", "column"].flatMap { group in
        field.stored.map { phrases.label(group, $0) }.filter { !field.stored.contains($0) }
      }
    }
    for dimension in Dimension.allCases {
      let group = FieldWords.group(dimension.rawValue)
      for region in dimension.scheme?.regions ?? [] {
        labels[dimension, default: [:]][region.code] = region.shortName(in: phrases.language)
      }
      guard dimension.scheme == nil else { continue }
      for code in dimension.vocabulary ?? [] where dimension != .language || code == "other" {
        labels[dimension, default: [:]][code] = phrases.label(group, code)
      }
    }
    none =
      phrases.say(.queryNone).split(separator: " ").map(String.init)
      + [phrases.say(.notStated), phrases.say(.regionNone)]
    yes = [phrases.say(.queryYes), phrases.say(.yes)]
    both = phrases.label("roleShort", "both")
    no = [phrases.say(.queryNo)]
  }
}

extension StakeholderQuery {
  /// What somebody typed, in whichever language.
  public init(_ text: String, language: String, today: Day) {
    // Nothing is asked for without the words of six languages.
    if text.isEmpty { self.init() } else { self.init(text, words: .of(language), today: today) }
  }
}

extension StakeholderFilter {
  /// The filter as a query says it.
  public func queryText(_ words: QueryWords) -> String {
    let facets = facets.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      QueryClause(.dimension($0.key, $0.value))
    }
    let scope =
      isRetired && clauses.allSatisfy { !$0.condition.speaksOfRetired } ? [QueryClause(.retired(true))] : []
    let parts = (facets + clauses + scope).compactMap { $0.text(words: words) }
    return ([text.trimmed] + parts).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
