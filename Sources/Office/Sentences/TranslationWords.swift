import Model
import Phrases
import Typesetting

/// How the state of a product in a language looks and is said.
public struct TranslationMark: Sendable {
  public let state: TranslationState?
  public let freshness: Freshness

  public init(_ translation: Translation, _ freshness: Freshness) {
    (state, self.freshness) = (translation.state, freshness)
  }

  private var mark: Mark { state?.mark ?? .nothing }
  public var glyph: String { mark.glyph }

  /// Loud where the source went on.
  public var sign: String {
    switch freshness {
    case .current: " "
    case .stale: Mark.late.glyph
    case .unknown: "?"
    }
  }

  public var ink: Ink { freshness == .stale ? .late : mark.ink }

  /// "●! stale", "◐ transl"; without the blank, and without the word, where there is no room.
  public func short(columns: Int, _ look: Look) -> String {
    guard columns >= 8, let state else { return glyph + sign }
    let word =
      freshness == .stale ? look.say(.productsStale) : look.word("translation_short", state.rawValue)
    let marks = (glyph + sign).trimmed
    return CellText.width(marks + word) < columns ? "\(marks) \(word)" : marks + word
  }

  public func word(_ look: Look) -> String {
    state?.word(look) ?? look.say(.productsNotPlanned)
  }

  /// What each glyph means; what is stale says so itself.
  public static func legend(_ look: Look) -> String {
    let all: [TranslationState?] = [nil] + TranslationState.allCases
    let states = all.map { state in
      var translation = Translation(id: "")
      translation.state = state
      let mark = TranslationMark(translation, .current)
      return "\(mark.glyph) \(mark.word(look))"
    }
    return states.joined(separator: "  ")
  }
}

extension ProductBoard.Parity {
  /// "3 of 5 (60 %)".
  public func figures(_ look: Look) -> String {
    look.bracketed(
      look.say(.productsOf, .number(published), .number(feasible)), percent.map { "\($0) %" } ?? "")
  }
}

/// How a product in a language is said.
public struct TranslationWords: Sendable {
  public let product: Product
  public let translation: Translation
  public let look: Look

  public init(product: Product, translation: Translation, look: Look) {
    (self.product, self.translation, self.look) = (product, translation, look)
  }

  private var mark: TranslationMark { TranslationMark(translation, translation.freshness(against: product)) }

  public var language: String { Language.name(translation.language, in: look.language) }

  /// "English (source)".
  public var called: String {
    translation.language == product.language ? "\(language) \(look.say(.productsSource))" : language
  }

  /// "published 3 Aug 2015", "not feasible: no translator".
  public var state: String {
    switch translation.state {
    case .published where translation.published != nil:
      "\(mark.word(look)) \(translation.published.map(look.shortDay) ?? "")"
    case .notFeasible: look.about(mark.word(look), translation.reason)
    default: mark.word(look)
    }
  }

  /// Why it is stale, or why nobody knows; empty where it is of the source as it is now.
  public var freshness: String {
    switch mark.freshness {
    case .current: return ""
    case .unknown: return look.say(.productsUnknownSource)
    case .stale:
      guard let changed = product.changed else { return look.say(.productsStaleLong) }
      guard let made = translation.sourceDay ?? translation.published, made < changed else {
        return look.say(.productsStaleSince, .text(look.shortDay(changed)))
      }
      return look.say(.productsStaleOf, .text(look.shortDay(changed)), .text(look.shortDay(made)))
    }
  }

  public var due: String { translation.due.map { look.say(.productsDue, .text(look.shortDay($0))) } ?? "" }

  /// All of it in one line.
  public var line: [Span] {
    let spans = [Span([called, state, due, translation.translator].joinedWords, .quiet)]
    if freshness.isEmpty { return spans }
    return [Span("\(mark.sign) \(freshness)", mark.freshness == .stale ? .late : .due), Span(" · ", .quiet)]
      + spans
  }
}
