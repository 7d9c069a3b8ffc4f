import Embedded
import Foundation

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
  /// Patterns by the atom that they begin with.
  private let patterns: [Int32: [(WordingPattern, Use)]]
  private let reaches: [WordingFile.Exception.Reach]

  /// What the match of a pattern means: a rule's finding, an exception, or what takes an exception back.
  private enum Use {
    case rule(Int)
    case exception(Int)
    case unless(Int)
  }

  /// The check of a language; nil where the Platform does not write in it.
  public static func of(_ language: String) -> BoundaryCheck? {
    all[String(language.prefix { $0 != "-" }).lowercased()]
  }

  private static let all: [String: BoundaryCheck] = {
    guard let bytes = Embedded.bytes("wording.json"),
      let file = try? JSONDecoder().decode(WordingFile.self, from: Data(buffer: bytes)),
      let checks = try? file.languages.map({ try BoundaryCheck($0, reasons: file.reasons) })
    else { preconditionFailure("the embedded rules of wording cannot be read") }
    return Dictionary(uniqueKeysWithValues: checks.map { ($0.language, $0) })
  }()

  /// - Throws: for a pattern that cannot be read and for a kind without a reason.
  init(_ file: WordingFile.Language, reasons: [String: WordingReason]) throws {
    var reader = WordReader(prefixes: file.prefixes ?? [], abbreviations: file.abbreviations)
    var classes: [String: [[Int32]]] = [:]
    for (name, words) in file.classes {
      classes[name] = try words.flatMap { try WordingPattern.sequences(Substring($0.replacing(" ", with: "_")), [:], &reader) }
    }
    var patterns: [Int32: [(WordingPattern, Use)]] = [:]
    func add(_ texts: [String], _ use: Use) throws {
      for text in texts {
        let pattern = try WordingPattern(text, classes: classes, reader: &reader)
        for atom in pattern.first { patterns[atom, default: []].append((pattern, use)) }
      }
    }
    rules = try file.rules.enumerated().map { place, rule in
      guard let reason = reasons[rule.kind.rawValue] else { throw WordingProblem.pattern(rule.id) }
      try add(rule.looksFor, .rule(place))
      return WordingRule(
        id: rule.id, kind: rule.kind, reason: reason, suggestion: rule.suggestion,
        counterexamples: rule.counterexamples)
    }
    for (place, exception) in file.exceptions.enumerated() {
      try add(exception.looksFor, .exception(place))
      try add(exception.unless ?? [], .unless(place))
    }
    language = file.language
    reaches = file.exceptions.map(\.reach)
    self.patterns = patterns
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
        return WordingFinding(rule: rules[match.rule], range: range, words: String(text[range]))
      }
    }
  }

  private typealias Match = (tokens: Range<Int>, rule: Int)

  /// The matches of rules in a sentence that no exception excuses and that do not overlap.
  private func matches(_ matcher: WordingMatcher) -> [Match] {
    var found: [Match] = []
    var exceptions: [(tokens: Range<Int>, exception: Int)] = []
    var taken: [(tokens: Range<Int>, exception: Int)] = []
    for place in matcher.sentence {
      for atom in matcher.atoms[Int(matcher.tokens[place].word)] {
        for (pattern, use) in patterns[atom] ?? [] {
          guard let end = matcher.end(of: pattern, at: place), end > place else { continue }
          switch use {
          case .rule(let rule): found.append((place..<end, rule))
          case .exception(let exception): exceptions.append((place..<end, exception))
          case .unless(let exception): taken.append((place..<end, exception))
          }
        }
      }
    }
    if found.isEmpty { return [] }
    let excused = Excused(matcher.sentence, exceptions: exceptions, unless: taken, reaches: reaches)
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
  /// For each word how many of those before it are excused by name.
  private var here: [Int] = [0]
  /// From where on all is excused.
  private var onwards = Int.max

  init(
    _ sentence: Range<Int>, exceptions: [(tokens: Range<Int>, exception: Int)],
    unless: [(tokens: Range<Int>, exception: Int)], reaches: [WordingFile.Exception.Reach]
  ) {
    start = sentence.lowerBound
    var edges = Array(repeating: 0, count: sentence.count + 1)
    var taken: [Int: Set<Int>] = [:]
    for (tokens, exception) in unless { taken[exception, default: []].formUnion(tokens) }
    for (tokens, exception) in exceptions where taken[exception]?.isDisjoint(with: tokens) ?? true {
      switch reaches[exception] {
      case .sentence: onwards = start
      case .onwards: onwards = min(onwards, tokens.lowerBound)
      case .here:
        edges[tokens.lowerBound - start] += 1
        edges[tokens.upperBound - start] -= 1
      }
    }
    var depth = 0
    for edge in edges.dropLast() {
      depth += edge
      here.append(here.last! + (depth > 0 ? 1 : 0))
    }
  }

  func covers(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound > onwards || here[tokens.upperBound - start] > here[tokens.lowerBound - start]
  }
}
