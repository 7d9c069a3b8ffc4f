import Embedded
import Foundation

/// Whom the decision asks for something, or names beside those whom it asks.
public enum MandateActor: String, Vocabulary, Decodable {
  case plenary, bureau, mep, secretariat, taskForces = "task-forces", focalPoints = "focal-points"
  /// The open-ended network of stakeholders (annex II, paragraph 5).
  case network
  case meaSecretariats = "mea-secretariats"
  /// Where the text names nobody but the Platform.
  case platform
  case stakeholders, members
  /// Existing networks, and regional and local hubs (annex II, appendix, paragraph 11).
  case hubs
  /// Those who scope or carry out assessments (annex III, paragraph 17).
  case expertGroups = "expert-groups"
  case partners
  /// For public relations around a launch (annex I, section VI, paragraph 8).
  case consultancy
}

/// A rule of this program that covers a paragraph by more than one record.
public enum MandateRule: String, Vocabulary {
  case table1 = "plan:table1", table2 = "plan:table2", implementation = "plan:implementation"
  /// The days before each plenary session.
  case beforeSession = "recurrence:before-session"
  /// Each product in the six official languages, where feasible.
  case officialLanguages = "languages:official"
  /// What was found of the objectives of annex I, paragraph 10.
  case communications = "objectives:communications"
  /// What was found of the objectives of annex II, paragraph 7.
  case engagement = "objectives:engagement"
  case consultancy = "launch:consultancy"
  /// Of the partnerships in force (annex III, paragraph 10).
  case reviews = "partnership:reviews"
}

/// What in this program can cover a paragraph, written `t1.a`, `t2.1`, `1.1`, `proposal`, `survey:needs` or by the
/// name of a rule.
public enum MandateCover: Sendable, Hashable {
  /// Of Table 1 or of the implementation plan.
  case activity(RecordID)
  /// Of Table 2, in any launch.
  case launchActivity(RecordID)
  /// A description of an indicator.
  case indicator(RecordID)
  /// Records of a kind; of one type, where that is not empty.
  case records(RecordKind, type: String)
  case rule(MandateRule)

  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if let rule = MandateRule(rawValue: text) {
      self = .rule(rule)
    } else if Decision.adopted.activity(text) != nil {
      self = .activity(text)
    } else if Decision.adopted.launchActivity(text) != nil {
      self = .launchActivity(text)
    } else if Decision.adopted.description(text) != nil {
      self = .indicator(text)
    } else if let kind = parts.first.flatMap(RecordKind.init) {
      guard parts.count == 1 || Self.types(of: kind).contains(parts[1]) else { return nil }
      self = .records(kind, type: parts.count == 1 ? "" : parts[1])
    } else {
      return nil
    }
  }

  public var text: String {
    switch self {
    case .activity(let id), .launchActivity(let id), .indicator(let id): id
    case .records(let kind, let type): type.isEmpty ? kind.rawValue : "\(kind.rawValue):\(type)"
    case .rule(let rule): rule.rawValue
    }
  }

  /// By what the records of a kind are told apart here.
  private static func types(of kind: RecordKind) -> [String] {
    switch kind {
    case .survey: SurveyPurpose.codes
    case .report: ReportAudience.codes
    case .event: EventKind.codes
    case .product: ProductKind.codes
    case .message: MessageKind.codes
    case .partnership: PartnershipType.codes + PartnershipFinder.codes + PartnershipPurpose.codes
    case .stakeholder: Audience.codes + Mobilizer.codes
    default: []
    }
  }
}

/// A text in Chinese as adopted, and in our own words in the other official languages: a translation binds nobody.
public struct AdoptedText: Sendable, Equatable {
  /// Of the paragraph, objective or function, as `mandate-texts.tsv` has it.
  let id: String
  /// Its items stand in lines of their own.
  public let adopted: String
  let english: String

  public func text(in language: String) -> String {
    language == "zh" ? adopted : translation(in: language)
  }

  /// In an official language but Chinese; the English in any other.
  public func translation(in language: String) -> String {
    Self.translations[id]?[language] ?? english
  }

  /// By id: languages and texts. Read where somebody reads one of them.
  private static let translations: [String: [String: String]] = {
    let rows = EmbeddedTable.rows("mandate-texts.tsv").map { cells in
      let texts = cells.dropFirst().map { $0.replacing("\\n", with: "\n") }
      let byLanguage = zip(["ar", "fr", "ru", "es"], texts)
      return (cells[0], Dictionary(byLanguage, uniquingKeysWith: { one, _ in one }))
    }
    return Dictionary(rows, uniquingKeysWith: { one, _ in one })
  }()

  /// Whether what is read in that language has to be marked as a translation.
  public static func isTranslation(in language: String) -> Bool { language != "zh" }
}

/// A paragraph of the decision, or an item of one, that asks somebody for something.
public struct MandateParagraph: Sendable, Equatable, Identifiable {
  /// `op.2` (of the decision itself), `A.7`, `A-VI.8`, `A-app.2a`, `B.23k`, `C.18c`.
  public let id: String
  public let citation: Label
  /// Who is to do it.
  public let who: [MandateActor]
  /// Who guides, supervises, approves or works along, as far as the text names them.
  public let alongside: [MandateActor]
  public let text: AdoptedText
  /// Empty where nothing in this program can cover it.
  public let covers: [MandateCover]
  /// The text allows or suggests it, and does not ask for it.
  public let isOptional: Bool
  /// What it asks for beyond what `covers` names; nil where that is all, or nothing.
  public let missing: Label?
}

/// An objective in the words of the decision.
public struct AdoptedObjective: Sendable, Equatable {
  public let id: Objective
  public let citation: Label
  public let text: AdoptedText
}

/// One of the four functions of the Platform that engagement supports (annex II, paragraph 11).
public struct PlatformFunction: Sendable, Equatable {
  public let id: String
  public let citation: Label
  public let text: AdoptedText
}

/// What decision IPBES-3/4 asks for, paragraph by paragraph in the order of the text. Nobody edits it.
public struct Mandate: Sendable {
  public let paragraphs: [MandateParagraph]
  public let objectives: [AdoptedObjective]
  public let functions: [PlatformFunction]

  public static let adopted: Mandate = {
    guard let bytes = Embedded.bytes("mandate.json"),
      let file = try? JSONDecoder().decode(MandateFile.self, from: Data(buffer: bytes))
    else { preconditionFailure("the embedded mandate cannot be read") }
    return file.mandate
  }()

  public func paragraph(_ id: String) -> MandateParagraph? { paragraphs.first { $0.id == id } }

  public func objective(_ id: Objective) -> AdoptedObjective? { objectives.first { $0.id == id } }

  /// The paragraphs that an indicator, or a description of one, helps to meet, in the order of the text.
  public func paragraphs(ofIndicator id: RecordID) -> [MandateParagraph] {
    paragraphs.filter { paragraph in
      paragraph.covers.contains { cover in
        if case .indicator(let one) = cover { one == id || one.hasPrefix(id + ".") } else { false }
      }
    }
  }

  /// The paragraphs that a record helps to meet, in the order of the text.
  public func paragraphs(of record: some Record) -> [MandateParagraph] {
    let covers = Set(record.mandateCovers)
    return paragraphs.filter { !covers.isDisjoint(with: $0.covers) }
  }
}

extension Record {
  /// What it is counted under.
  fileprivate var mandateCovers: [MandateCover] {
    switch self {
    case let activity as Activity:
      guard let plan = activity.adopted?.plan else { return [.records(.activity, type: "")] }
      return [.activity(id), .rule(plan.rule)]
    case let occurrence as Occurrence: return Activity(id: occurrence.activity).mandateCovers
    case let cell as LaunchCell: return [.launchActivity(cell.activity), .rule(.table2)]
    case let evidence as Evidence: return [.indicator(evidence.indicator)]
    case let measure as Measure:
      return [.indicator(measure.indicator), .records(.measure, type: "")]
    case is Translation: return [.rule(.officialLanguages)]
    case let stakeholder as Stakeholder:
      let types = [stakeholder.audience?.rawValue, stakeholder.mobilizer?.rawValue].compactMap(\.self)
      return ([""] + types).map { .records(.stakeholder, type: $0) }
    default:
      let counted = ((self as? any Traced)?.mandateTypes ?? [""]).map {
        MandateCover.records(Self.kind, type: $0)
      }
      return counted + (self is Partnership ? [.rule(.reviews)] : [])
    }
  }
}

extension Plan {
  var rule: MandateRule {
    switch self {
    case .table1: .table1
    case .implementation: .implementation
    }
  }
}
