public enum ProductKind: String, Vocabulary {
  case website, visualIdentity = "visual-identity", presentation, factSheet = "fact-sheet", faq, guide
  case briefing, report
  /// The policy on identifying and resolving the risks of engagement (annex II, paragraph 19).
  case riskPolicy = "risk-policy"
  case other
}

/// A product of the office that goes out in several languages (annex I, paragraph 6; appendix, 2 (f) and (j)).
public struct Product: Record, Outgoing {
  public static let kind = RecordKind.product

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var type = ProductKind.other
  public var activity: RecordID = ""
  public var launch: RecordID = ""
  public var owner = ""
  /// The language in which it is written first.
  public var language = "en"
  /// When its source was last changed.
  public var changed: Day?
  /// The SHA-256 of its source as it is now, in hexadecimal digits; empty where only the day is known.
  public var digest = ""
  public var url = ""
  public var note = ""
  /// The messages that it says.
  public var carried: [RecordID] = []
  public var overrides: [BoundaryOverride] = []

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<Product>] = [
    .line("name", \.name, isRequired: true).goingOut(in: \.language),
    .choice("product_kind", \.type, default: .other),
    .reference("activity", \.activity, .activityOrRow), .reference("launch", \.launch, to: .launch),
    .line("owner", \.owner),
    Field("language", .line, read: \.language) { (product, text) throws(FieldProblem) in
      product.language = text.isEmpty ? "en" : try Language.checked(text)
    },
    .day("source_changed", \.changed), .line("digest", \.digest), .line("url", \.url), .text("note", \.note),
    .references("carried_messages", \.carried, to: .message), .overrides,
  ]
}

/// How far a product is in a language.
public enum TranslationState: String, Vocabulary {
  case translating = "in-translation", review = "in-review", published, notFeasible = "not-feasible"
}

/// A product in one language. Nothing stored means that it is not planned.
public struct Translation: Record {
  public static let kind = RecordKind.translation
  public static let whole: RecordKind? = .product

  public let id: RecordID
  public var version = 0
  public var state: TranslationState?
  /// Why it is not feasible (annex I, paragraph 6: "where feasible").
  public var reason = ""
  public var translator = ""
  public var due: Day?
  public var published: Day?
  /// The source from which it was made: its day, and its SHA-256 where known.
  public var sourceDay: Day?
  public var sourceDigest = ""
  public var url = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }
  public init(product: RecordID, language: String) { self.init(id: "\(product)/\(language)") }

  public var product: RecordID { wholeID }
  public var language: String { id.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  public var title: String { "\(product), \(language)" }

  public static let fields: [Field<Translation>] = [
    .choice("translation", \.state), .text("reason", \.reason), .line("translator", \.translator),
    .day("due", \.due), .day("published", \.published), .day("source_day", \.sourceDay),
    .line("source_digest", \.sourceDigest), .line("url", \.url), .text("note", \.note),
  ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    state == .notFeasible && reason.isEmpty ? [("reason", .missing)] : []
  }
}
