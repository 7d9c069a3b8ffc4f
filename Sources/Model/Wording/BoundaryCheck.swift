import Embedded
import Foundation
import Synchronization

/// A rule about wording that prescribes policy.
public struct WordingRule: Sendable, Equatable {
  /// Unique among all languages (`fr.obligation`).
  public let id: String
  public let kind: Prescription
  public let reason: WordingReason
  /// A neutral way to say it, in the language of the text.
  public let suggestion: String
  /// Sentences with the rule's words that prescribe nothing.
  public let counterexamples: [String]
}

/// Words that tell policymakers what to do.
public struct WordingFinding: Sendable, Equatable {
  public let rule: WordingRule
  /// In the text that was checked.
  public let range: Range<String.Index>
  /// As they stand in the text.
  public let words: String
}

/// Finds wording that prescribes policy (annex I, paragraph 9, section V, paragraph 1, section VI, paragraph
/// 6): what leaves the Platform is relevant to policy and prescribes none. It gives advice and never blocks.
///
/// Sentences are read one by one. Reported speech, quotations, negations, questions, conditionals, law in force,
/// logic and the Platform's own procedures are excused, as far as the words show them.
public struct BoundaryCheck: Sendable {
  /// BCP 47, one of the six official languages.
  public let language: String
  public let rules: [WordingRule]
  private let reader: WordReader
  private let patterns: Patterns<Int>
  private let exceptions: Patterns<Excuse>
  private let reaches: [WordingFile.Exception.Reach]

  /// What the match of a pattern means for an exception: it holds, or it is taken back.
  private enum Excuse {
    case holds(Int)
    case fails(Int)
  }

  /// Patterns by the atom that they begin with, with what they mean.
  private struct Patterns<Meaning: Sendable>: Sendable {
    private var leads: [[(WordingPattern.Lead, Meaning)]] = []

    mutating func add(_ pattern: WordingPattern, _ meaning: Meaning) {
      for lead in pattern.leads {
        let atom = Int(lead.atoms[0])
        while leads.count <= atom { leads.append([]) }
        leads[atom].append((lead, meaning))
      }
    }

    func matches(_ matcher: WordingMatcher) -> [(tokens: Range<Int>, meaning: Meaning)] {
      var found: [(tokens: Range<Int>, meaning: Meaning)] = []
      for place in matcher.sentence {
        for atom in matcher.atoms[Int(matcher.tokens[place].word)] where Int(atom) < leads.count {
          for (lead, meaning) in leads[Int(atom)] {
            guard let end = matcher.end(of: lead, at: place), end > place else { continue }
            found.append((place..<end, meaning))
          }
        }
      }
      return found
    }
  }

  /// The check of a language; nil where the Platform does not write in it. Its rules are read when first asked
  /// for, which takes some milliseconds.
  public static func of(_ language: String) -> BoundaryCheck? {
    let language = String(language.prefix { $0 != "-" }).lowercased()
    guard let rules = file.languages.first(where: { $0.language == language }) else { return nil }
    return checks.withLock { checks in
      if let check = checks[language] { return check }
      guard let check = try? BoundaryCheck(rules, reasons: file.reasons) else {
        preconditionFailure("the embedded rules of wording cannot be read: \(language)")
      }
      checks[language] = check
      return check
    }
  }

  private static let checks = Mutex<[String: BoundaryCheck]>([:])

  private static let file: WordingFile = {
    guard let bytes = Embedded.bytes("wording.json"),
      let file = try? JSONDecoder().decode(WordingFile.self, from: Data(buffer: bytes))
    else { preconditionFailure("the embedded rules of wording cannot be read") }
    return file
  }()

  /// - Throws: for a pattern that cannot be read and for a kind without a reason.
  init(_ file: WordingFile.Language, reasons: [String: WordingReason]) throws {
    var reader = WordReader(prefixes: file.prefixes ?? [], abbreviations: file.abbreviations)
    var classes: [String: [[Int32]]] = [:]
    for (name, words) in file.classes {
      classes[name] = try words.flatMap {
        try WordingPattern.sequences(Substring($0.replacing(" ", with: "_")), [:], &reader)
      }
    }
    func read(_ text: String) throws(WordingProblem) -> WordingPattern {
      try WordingPattern(text, classes: classes, reader: &reader)
    }
    var patterns = Patterns<Int>()
    var exceptions = Patterns<Excuse>()
    rules = try file.rules.enumerated().map { place, rule in
      guard let reason = reasons[rule.kind.rawValue] else { throw WordingProblem.pattern(rule.id) }
      for text in rule.looksFor { patterns.add(try read(text), place) }
      return WordingRule(
        id: rule.id, kind: rule.kind, reason: reason, suggestion: rule.suggestion,
        counterexamples: rule.counterexamples)
    }
    for (place, exception) in file.exceptions.enumerated() {
      for text in exception.looksFor { exceptions.add(try read(text), .holds(place)) }
      for text in exception.unless ?? [] { exceptions.add(try read(text), .fails(place)) }
    }
    language = file.language
    reaches = file.exceptions.map(\.reach)
    self.patterns = patterns
    self.exceptions = exceptions
    self.reader = reader
  }

  /// What prescribes policy, in the order of the text; each word belongs to one finding at most.
  public func findings(in text: String) -> [WordingFinding] {
    var reader = reader
    let cut = WordingText(text, words: &reader)
    return cut.sentences.lazy.filter { !$0.isQuestion }.flatMap { sentence in
      let matcher = WordingMatcher(tokens: cut.tokens, sentence: sentence.tokens, atoms: reader.atoms)
      return matches(matcher).filter { !cut.isQuoted($0.tokens) }.map { match in
        let tokens = cut.tokens[match.tokens]
        let range = tokens.first!.range.lowerBound..<tokens.last!.range.upperBound
        return WordingFinding(rule: rules[match.meaning], range: range, words: String(text[range]))
      }
    }
  }

  /// The matches of rules in a sentence that no exception excuses and that do not overlap.
  private func matches(_ matcher: WordingMatcher) -> [(tokens: Range<Int>, meaning: Int)] {
    let found = patterns.matches(matcher)
    if found.isEmpty { return [] }
    var excused = Excused(matcher.sentence)
    var holding: [(tokens: Range<Int>, exception: Int)] = []
    var failing: [Int: Set<Int>] = [:]
    for (tokens, excuse) in exceptions.matches(matcher) {
      switch excuse {
      case .holds(let exception): holding.append((tokens, exception))
      case .fails(let exception): failing[exception, default: []].formUnion(tokens)
      }
    }
    for (tokens, exception) in holding where failing[exception]?.isDisjoint(with: tokens) ?? true {
      excused.add(tokens, reach: reaches[exception])
    }
    var last = matcher.sentence.lowerBound
    return found.filter { match in
      guard match.tokens.lowerBound >= last, !excused.covers(match.tokens) else { return false }
      last = match.tokens.upperBound
      return true
    }
  }
}

/// Which words of a sentence the exceptions excuse, so that each match is looked up once.
private struct Excused {
  private let start: Int
  private var excused: [Bool]
  /// From where on all is excused.
  private var onwards = Int.max

  init(_ sentence: Range<Int>) {
    start = sentence.lowerBound
    excused = Array(repeating: false, count: sentence.count)
  }

  mutating func add(_ tokens: Range<Int>, reach: WordingFile.Exception.Reach) {
    switch reach {
    case .sentence: onwards = start
    case .onwards: onwards = min(onwards, tokens.lowerBound)
    // Matches are short: their length is bounded by the pattern.
    case .here: for place in tokens { excused[place - start] = true }
    }
  }

  func covers(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound > onwards || tokens.contains { excused[$0 - start] }
  }
}
