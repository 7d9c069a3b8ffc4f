import Model

/// Which choices of a question a text may mean.
struct AnswerMeanings {
  private let question: Question
  /// The language of the words in the file's titles.
  private let language: String?
  private var codes: Set<String> = []
  /// Codes by their words: as they are, folded, and their letters and digits alone; by language.
  private var literal: [String: [String: Set<String>]] = [:]
  private var folded: [String: [String: Set<String>]] = [:]
  private var bare: [String: [String: Set<String>]] = [:]
  /// Codes by what programs make of them.
  private var lower: [String: Set<String>] = [:]
  private var numbers: [Double: Set<String>] = [:]
  /// The words of each choice, by language and by the first of them.
  private var phrases: [String: [String: [Phrase]]] = [:]

  private struct Phrase {
    let code: String
    let words: [String]
  }

  init(_ question: Question, language: String?) {
    (self.question, self.language) = (question, language)
    guard question.type != .open else { return }
    for code in question.codes { add(code) }
    // LimeSurvey's own code for the field beside the choices.
    if codes.contains("other") { lower["-oth-"] = ["other"] }
  }

  private mutating func add(_ code: String) {
    codes.insert(code)
    lower[code.lowercased(), default: []].insert(code)
    lower[TitleWords.simplified(code), default: []].insert(code)
    // LimeSurvey's own codes of a question of yes and no.
    if ["yes", "no"].contains(code) { lower[String(code.prefix(1)), default: []].insert(code) }
    if let number = Self.number(code) { numbers[number, default: []].insert(code) }
    for (tag, words) in question.words(of: code).texts {
      literal[tag, default: [:]][words.trimmed, default: []].insert(code)
      folded[tag, default: [:]][Folding.folded(words), default: []].insert(code)
      let split = TitleWords(words).words
      guard !split.isEmpty else { continue }
      bare[tag, default: [:]][split.joined(), default: []].insert(code)
      phrases[tag, default: [:]][split[0], default: []].append(Phrase(code: code, words: split))
    }
  }

  /// The code that a text is, as programs and spreadsheets write codes.
  func code(_ text: String) -> String? {
    if codes.contains(text) { return text }
    if let found = lower[text.lowercased()], found.count == 1 { return found.first }
    if let number = Self.number(text), let found = numbers[number], found.count == 1 { return found.first }
    // A spreadsheet takes a code that looks like a day for one.
    if text.hasSuffix(" 00:00:00"), codes.contains(String(text.dropLast(9))) {
      return String(text.dropLast(9))
    }
    // The form may have a name for it that is no code here.
    guard let made = FormName.code(text) else { return nil }
    return [FormName.distinct(made, of: text), made].first(where: codes.contains)
  }

  /// All codes that a text may mean: that of its words in the language of the file or of the respondent, else all.
  func codes(of text: String, in respondent: String) -> [String] {
    let tags = [language ?? "", respondent].filter { !$0.isEmpty }
    if codes.contains(text) { return exact(text, tags) }
    for tag in tags {
      for table in [literal[tag]?[text], folded[tag]?[Folding.folded(text)]] {
        if let found = table, !found.isEmpty { return question.codes.filter(found.contains) }
      }
    }
    var found = Set(folded.values.compactMap { $0[Folding.folded(text)] }.joined())
    if let code = code(text) { found.insert(code) }
    if found.isEmpty {
      let key = TitleWords.key(text)
      found = Set(bare.values.compactMap { $0[key] }.joined())
    }
    return question.codes.filter(found.contains)
  }

  /// A code, where it is not the words for another choice in the language of the file.
  private func exact(_ code: String, _ tags: [String]) -> [String] {
    guard let tag = tags.first(where: { literal[$0]?[code] != nil }), let words = literal[tag]?[code],
      !words.contains(code)
    else { return [code] }
    // In titles of words answers are words; else it may be either.
    return question.codes.filter { words.contains($0) || language == nil && $0 == code }
  }

  /// A number as data frames and spreadsheets write it: `4.0`, `1` for `01`, `1000` for `1e3`.
  static func number(_ text: String) -> Double? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count < 16 else { return nil }
    return Double(text) ?? (text.hasSuffix(",0") ? Double(text.dropLast(2)) : nil)
  }

  // MARK: Lists without signs

  /// A text longer than this is no list of answers.
  private static let mostWords = 400

  /// The lists of choices whose words stand one behind the other in a text, in the languages that have any.
  func segmented(_ text: String, in respondent: String) -> [[String]] {
    let words = TitleWords.all(text)
    guard !words.isEmpty, words.count <= Self.mostWords else { return [] }
    let first = [language ?? "", respondent].filter { phrases[$0] != nil }
    for tag in first {
      let found = Self.lists(words, phrases[tag] ?? [:])
      if !found.isEmpty { return found }
    }
    var found: [[String]] = []
    for (tag, phrases) in phrases where !first.contains(tag) {
      for list in Self.lists(words, phrases) where !found.contains(list) { found.append(list) }
    }
    return found
  }

  /// Whether the words of these choices, each of them once, are all of a text.
  func covers(_ text: String, _ codes: [String]) -> Bool {
    let words = TitleWords.all(text)
    guard words.count <= Self.mostWords else { return false }
    return phrases.values.contains { phrases in
      let own = phrases.values.joined().filter { codes.contains($0.code) }
      return Set(own.map(\.code)).count == codes.count
        && own.flatMap(\.words).sorted() == words.sorted()
    }
  }

  /// At most two ways to cut a text into the words of choices, none of them twice.
  private static func lists(_ words: [String], _ phrases: [String: [Phrase]]) -> [[String]] {
    // The ways that lead to each place; more than two are as many as two.
    var ways: [[[String]]] = Array(repeating: [], count: words.count + 1)
    ways[0] = [[]]
    for place in words.indices where !ways[place].isEmpty {
      for phrase in phrases[words[place]] ?? [] {
        let end = place + phrase.words.count
        guard end <= words.count, words[place..<end].elementsEqual(phrase.words) else { continue }
        for way in ways[place] where !way.contains(phrase.code) && ways[end].count < 2 {
          ways[end].append(way + [phrase.code])
        }
      }
    }
    return ways[words.count]
  }
}
