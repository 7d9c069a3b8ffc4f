import Model
import Office
import Phrases
import Store
import Terminal

/// A line in which countries, languages, zones or names of people are typed: what the letters could mean stands below it, and Tab or
/// Enter takes it.
struct WordInput: Sendable, Equatable {
  enum Source: Sendable {
    case country, language, zone, person

    /// What the words of a field or of a part of that name are; nil where they are anybody's own.
    init?(field name: String, _ entry: Entry) {
      switch (name, entry) {
      case ("country", .line): self = .country
      case ("language", .line), ("languages", .list): self = .language
      case ("zone", .line), (_, .moment): self = .zone
      default: return nil
      }
    }
  }

  /// A word that the letters could mean.
  struct Offer: Sendable, Equatable {
    /// As the line holds it.
    let text: String
    let name: String
  }

  private let source: Source
  private(set) var field: TextField
  private var offers: [Offer] = []
  /// The one under the cursor.
  private var place = 0

  init(_ source: Source, text: String) {
    self.source = source
    field = TextField(text)
  }

  var text: String { field.text }

  // MARK: Typing and choosing

  mutating func take(_ chord: KeyChord) -> Bool {
    switch chord {
    case "Tab" where !offers.isEmpty, "Enter" where !offers.isEmpty: choose()
    case "Down" where !offers.isEmpty: place = min(place + 1, offers.count - 1)
    case "Up" where place > 0: place -= 1
    default:
      guard field.take(chord) else { return false }
      (offers, place) = ([], 0)
    }
    return true
  }

  mutating func paste(_ text: String) {
    field.insert(text)
    (offers, place) = ([], 0)
  }

  private mutating func choose() {
    let letters = letters
    field.set(String(field.text.dropLast(letters.count)) + offers[place].text)
    (offers, place) = ([], 0)
  }

  /// What is typed of the word before the caret; empty where the caret stands elsewhere.
  private var letters: Substring {
    guard field.caret == field.characters.count else { return "" }
    let text = field.text[...]
    if let semicolon = text.lastIndex(of: ";") {
      return text[text.index(after: semicolon)...].drop { $0 == " " }
    }
    // Behind a day and a time comes the zone.
    guard source == .zone, let colon = text.lastIndex(of: ":") else { return text }
    return text[colon...].drop { $0 != " " }.drop { $0 == " " }
  }

  // MARK: What it shows

  /// Takes up what the letters could mean.
  mutating func fit(_ look: Look) {
    let letters = String(letters)
    let isLong = letters.count > 1 || letters.unicodeScalars.contains(where: Folding.isIdeograph)
    guard isLong, letters.contains(where: \.isLetter), !isWhole(letters) else {
      (offers, place) = ([], 0)
      return
    }
    offers = Array(found(letters, look).prefix(ReferenceInput.most))
    place = min(place, max(0, offers.count - 1))
  }

  /// What a word alone says already, or that nothing begins so; nil where names stand below, or hardly anything is
  /// typed.
  func hint(_ look: Look) -> Phrase? {
    let letters = String(letters)
    guard ![.zone, .person].contains(source), offers.isEmpty, letters.count > 1,
      letters.contains(where: \.isLetter)
    else {
      return nil
    }
    guard isWhole(letters) else { return Phrase(.hintNoWord, .text(letters)) }
    let meant =
      source == .country
      ? Country.named(letters)?.shortName(in: look.language)
      : (try? Language.checked(letters)).map { Language.name($0, in: look.language) }
    return meant.map { Phrase(.hintMeant, .text(letters), .text($0)) }
  }

  private func isWhole(_ word: String) -> Bool {
    switch source {
    case .country: Country.named(word) != nil
    case .language: (try? Language.checked(word)) != nil
    case .person: false
    case .zone: Zone(word) != nil || !field.text.contains(":") && Zone.meant(by: word) != nil
    }
  }

  /// Those that begin so, then those of which a later word does.
  private func found(_ letters: String, _ look: Look) -> [Offer] {
    let all: [Offer]
    switch source {
    case .person: return people(letters, look)
    case .zone: return Zone.names(beginning: letters).map { Offer(text: $0, name: $0) }
    case .country: all = Country.all.map { Offer(text: $0.code, name: $0.shortName(in: look.language)) }
    case .language: all = Language.codes.map { Offer(text: $0, name: Language.name($0, in: look.language)) }
    }
    let word = Folding.folded(letters)
    let named = all.map { (offer: $0, name: Folding.folded($0.name)) }
    let first = named.filter { $0.name.hasPrefix(word) }
    let later = named.filter { !$0.name.hasPrefix(word) && $0.name.contains(" " + word) }
    return (first.sorted { $0.name < $1.name } + later.sorted { $0.name < $1.name }).map(\.offer)
  }

  /// Who is called so; none until the store has said it, and none where the whole name stands there.
  private func people(_ letters: String, _ look: Look) -> [Offer] {
    let search = RecordSearch(.id(.stakeholder), letters, language: look.language, count: ReferenceInput.most)
    let found = (look.names.found(search) ?? []).compactMap { $0 as? Stakeholder }
    if found.contains(where: { $0.name == letters }) { return [] }
    return found.map { Offer(text: $0.name, name: $0.title) }
  }

  func lines() -> [[Span]] {
    offers.enumerated().map { index, offer in
      [
        Span(offer.name, index == place ? .selection : .text),
        Span(offer.text == offer.name ? "" : "  " + offer.text, .quiet),
      ]
    }
  }
}
