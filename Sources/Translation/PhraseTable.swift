import Foundation
import JSONText
import Phrases

/// The phrases of one language as their file has them. What is changed is put in its place, and all else stays byte for
/// byte, so that nobody reads a change through who finds a translation.
public struct PhraseTable: Sendable {
  public let bytes: [UInt8]
  /// In the order of the file.
  public let keys: [String]
  private let sentences: [String: Sentence]
  private let places: [String: Range<Int>]

  /// - Parameter bytes: an object of texts and of objects of texts by plural category (JSON, UTF-8).
  /// - Throws: `TranslationProblem`.
  public init(_ bytes: [UInt8]) throws(TranslationProblem) {
    var scanner = JSONScanner(bytes)
    var places: [String: Range<Int>] = [:]
    var isWhole = false
    do {
      places = try scanner.places()
      isWhole = try scanner.peek() == nil && scanner.problem == nil
    } catch {}
    guard isWhole else { throw TranslationProblem(scanner.line, Phrase(.phrasesNoJSON)) }
    (self.bytes, self.places) = (bytes, places)
    keys = places.sorted { $0.value.lowerBound < $1.value.lowerBound }.map(\.key)
    var sentences: [String: Sentence] = [:]
    for (key, place) in places {
      guard let sentence = Self.sentence(Array(bytes[place])) else {
        let line = bytes[..<place.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
        throw TranslationProblem(line, Phrase(.phrasesNoJSON))
      }
      sentences[key] = sentence
    }
    self.sentences = sentences
  }

  private static func sentence(_ bytes: [UInt8]) -> Sentence? {
    var scanner = JSONScanner(bytes)
    guard bytes.first == UInt8(ascii: "{") else { return (try? scanner.text()).map(Sentence.one) }
    return (try? scanner.texts()).flatMap { $0.isEmpty ? nil : .plural($0) }
  }

  public subscript(_ key: String) -> Sentence? { sentences[key] }

  /// The file with other sentences. A key that it does not have yet comes behind the one that it follows elsewhere.
  /// - Parameter order: the keys as another language has them.
  public func changing(_ changes: [String: Sentence], order: [String]) throws(TranslationProblem)
    -> PhraseTable
  {
    var edits: [(place: Range<Int>, text: String)] = []
    var before: String?
    for key in order {
      defer { if places[key] != nil { before = key } }
      guard let sentence = changes[key], sentence != sentences[key] else { continue }
      if let place = places[key] {
        edits.append((place, Self.text(sentence)))
      } else {
        let end = before.flatMap { places[$0]?.upperBound } ?? opening
        let pair = "\n  \(Self.quoted(key)): \(Self.text(sentence))"
        let text = before != nil ? "," + pair : keys.isEmpty ? pair + "\n" : pair + ","
        edits.append((end..<end, text))
      }
    }
    var bytes = bytes
    for edit in edits.reversed() { bytes.replaceSubrange(edit.place, with: edit.text.utf8) }
    return try PhraseTable(bytes)
  }

  /// Behind the brace that begins the object.
  private var opening: Int { (bytes.firstIndex(of: UInt8(ascii: "{")) ?? -1) + 1 }

  private static func text(_ sentence: Sentence) -> String {
    switch sentence {
    case .one(let text): return quoted(text)
    case .plural(let forms):
      let ordered = PluralForms.order.filter { forms[$0] != nil }
      return "{" + ordered.map { "\(quoted($0)): \(quoted(forms[$0] ?? ""))" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}

extension Sentence {
  /// What is said of a number of that category.
  func form(_ category: String) -> String {
    switch self {
    case .one(let text): text
    case .plural(let forms): forms[category] ?? general
    }
  }

  /// The form that most numbers take: Russian has none but `many`.
  var general: String {
    switch self {
    case .one(let text): text
    case .plural(let forms): forms["other"] ?? forms["many"] ?? forms.min { $0.key < $1.key }?.value ?? ""
    }
  }

  var forms: [String: String] {
    switch self {
    case .one(let text): ["": text]
    case .plural(let forms): forms
    }
  }

  var isPlural: Bool { if case .plural = self { true } else { false } }
}
