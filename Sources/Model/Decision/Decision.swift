import Embedded
import Foundation

/// What the decision calls something: in Chinese as adopted, in the other five languages as this project translates it.
public struct Label: Sendable, Equatable, Decodable {
  public let en: String
  public let zh: String

  /// In a language of the United Nations; the English in any other, and where nobody has translated it.
  public func text(in language: String) -> String {
    switch language {
    case "zh": zh
    case "en": en
    default: Self.translations[en]?[language] ?? place(in: language)
    }
  }

  /// A place in the decision, as "B.20, group 1", is made of a few words and of numbers: each word is translated by itself.
  private func place(in language: String) -> String {
    var place = ""
    var rest = en[...]
    while let first = rest.first {
      let word = String(rest.prefix { $0.isLetter || $0 == "." || $0 == " " }).trimmed
      if first.isLetter, let translated = Self.translations[word]?[language] {
        place += translated
        rest = rest.dropFirst(word.count)
        // "app.2" is short for two words.
        if rest.first?.isNumber == true { place += " " }
      } else {
        let part = first.isLetter ? rest.prefix { $0.isLetter || $0 == "." } : rest.prefix(1)
        place += part
        rest = rest.dropFirst(part.count)
      }
    }
    return language == "ar" ? place.replacing(", ", with: "، ") : place
  }

  /// In the language that is read, and as adopted; to those who read Chinese in English besides.
  public func texts(readIn language: String) -> [String] {
    language == "zh" ? [zh, en] : [text(in: language), zh]
  }

  /// By the English: languages and their words. Read where somebody reads one of them.
  private static let translations: [String: [String: String]] = {
    let rows = EmbeddedTable.rows("labels.tsv").map { cells in
      (
        cells[0],
        Dictionary(zip(["ar", "fr", "ru", "es"], cells.dropFirst()), uniquingKeysWith: { one, _ in one })
      )
    }
    return Dictionary(rows, uniquingKeysWith: { one, _ in one })
  }()
}

/// Which table an activity stands in.
public enum Plan: String, Sendable, CaseIterable, Decodable {
  /// Annex I, appendix, Table 1.
  case table1
  /// Annex II, appendix, the implementation plan.
  case implementation
}

/// An activity as the decision adopted it. It cannot be edited.
public struct AdoptedActivity: Sendable, Equatable {
  public let id: RecordID
  public let plan: Plan
  public let label: Label
  public let citation: Label
  public let printedTiming: Label
  public let timing: Timing
  public let printedBudget: Label?
  public let budget: Budget?
}

/// A launch that the decision names (annex I, paragraph 5).
public struct AdoptedLaunch: Sendable, Equatable, Decodable {
  public let id: RecordID
  public let label: Label
}

/// An activity around the launch of an assessment (Table 2).
public struct LaunchActivity: Sendable, Equatable, Decodable {
  public let id: RecordID
  public let label: Label
  public let citation: Label
}

/// One of the six indicators of successful engagement, with what shows it (annex II, paragraph 20).
public struct Indicator: Sendable, Equatable, Decodable {
  public struct Description: Sendable, Equatable, Decodable {
    public let id: RecordID
    public let label: Label
    public let citation: Label
  }

  public let id: RecordID
  public let label: Label
  public let citation: Label
  public let descriptions: [Description]
}

/// A message, or a term to be explained, as the decision adopted it (annex I, section V, paragraphs 2 and 3).
public struct AdoptedMessage: Sendable, Equatable, Decodable {
  public let id: RecordID
  public let kind: MessageKind
  /// A few words by which it is called: ours.
  public let label: Label
  /// In Chinese as adopted; in English our own translation. Of a term the decision has no explanation.
  public let text: Label?
  public let citation: Label
}

/// Two items of the annexes that do not agree.
public struct Contradiction: Sendable, Equatable, Decodable {
  public let id: String
  public let first: RecordID
  public let second: RecordID
  /// What hangs on it.
  public let effect: Label
}

/// A partnership that there was before the decision, or to which it invites (annex III, paragraph 15; operative paragraph
/// 7).
public struct AdoptedPartnership: Sendable, Equatable, Decodable {
  public let id: RecordID
  public let label: Label
  public let citation: Label
  /// The decision or agreement on which it rests, as the text names it.
  public let basis: Label
  public let type: PartnershipType
  public let state: PartnershipState
}

/// Decision IPBES-3/4 as data: the adopted text, which nobody edits.
public struct Decision: Sendable {
  public let activities: [AdoptedActivity]
  public let contradictions: [Contradiction]
  /// The first one is the model for all others (annex I, paragraph 11).
  public let launches: [AdoptedLaunch]
  public let launchActivities: [LaunchActivity]
  /// The columns of Table 2.
  public let launchMonths: [Month]
  public let indicators: [Indicator]
  /// In the order of the text (annex II, paragraph 19).
  public let risks: [AdoptedRisk]
  /// In the order of the text.
  public let partnerships: [AdoptedPartnership]
  /// The overall messages, and the terms to be explained to any audience.
  public let messages: [AdoptedMessage]

  public static let adopted: Decision = {
    guard let bytes = Embedded.bytes("decision.json"),
      let file = try? JSONDecoder().decode(DecisionFile.self, from: Data(buffer: bytes))
    else { preconditionFailure("the embedded decision cannot be read") }
    return Decision(
      activities: file.activities.map(\.adopted), contradictions: file.contradictions,
      launches: file.launches, launchActivities: file.launchActivities,
      launchMonths: file.launchMonths.compactMap { Month($0) }, indicators: file.indicators,
      risks: file.risks, partnerships: file.partnerships, messages: file.messages)
  }()

  public func activity(_ id: RecordID) -> AdoptedActivity? {
    place(of: id).map { activities[$0] }
  }

  /// The place of an activity in the order of the text; nil for one that is not the decision's.
  public func place(of id: RecordID) -> Int? {
    // Asked of each of ten thousand activities, of which twenty-two are the decision's: most ids are too long.
    id.utf8.count <= Self.longestID ? Self.places[id] : nil
  }

  private static let longestMessage = adopted.messages.map(\.id.utf8.count).max() ?? 0
  private static let longestID = adopted.activities.map(\.id.utf8.count).max() ?? 0
  private static let places = Dictionary(
    uniqueKeysWithValues: adopted.activities.enumerated().map { ($1.id, $0) })

  public func launchActivity(_ id: RecordID) -> LaunchActivity? { launchActivities.first { $0.id == id } }

  /// Nil for a risk that the decision does not name.
  public func risk(_ id: RecordID) -> AdoptedRisk? { risks.first { $0.risk.rawValue == id } }

  /// The words for the adopted launch, as long as nobody gave it another name.
  public func label(ofLaunch id: RecordID, named name: String) -> Label? {
    launches.first { $0.id == id && $0.label.en == name }?.label
  }

  public func description(_ id: RecordID) -> Indicator.Description? {
    indicators.lazy.flatMap(\.descriptions).first { $0.id == id }
  }

  public func partnership(_ id: RecordID) -> AdoptedPartnership? {
    Self.partnershipPlaces[id].map { partnerships[$0] }
  }

  /// The place of a partnership in the order of the text; behind all where it is not the decision's.
  func partnershipPlace(_ id: RecordID) -> Int { Self.partnershipPlaces[id] ?? .max }

  private static let partnershipPlaces = Dictionary(
    uniqueKeysWithValues: adopted.partnerships.enumerated().map { ($1.id, $0) })

  public func message(_ id: RecordID) -> AdoptedMessage? {
    // Asked of each of ten thousand messages, of which ten are the decision's.
    id.utf8.count <= Self.longestMessage ? messages.first { $0.id == id } : nil
  }

  /// The contradiction in which an activity takes part.
  public func contradiction(of id: RecordID) -> Contradiction? {
    contradictions.first { $0.first == id || $0.second == id }
  }
}
