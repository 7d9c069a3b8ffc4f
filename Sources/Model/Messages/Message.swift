/// What a message is for.
public enum MessageKind: String, Vocabulary, Decodable {
  /// Says what the Platform is, to whoever does not know it (annex I, section V, paragraph 3).
  case overall
  /// Explains a word that any audience needs (annex I, section V, paragraph 2).
  case term
  /// Says a finding at a launch (annex I, section V, paragraph 1).
  case point = "talking-point"
}

/// How far a message is on its way to being agreed.
public enum MessageState: String, Vocabulary {
  /// In the words of the decision; the office has written none of its own.
  case adopted
  /// There is no text yet.
  case empty
  case draft
  /// Some roles have agreed, and the text stays as they know it.
  case underAgreement = "under-agreement"
  /// All roles have agreed: the text is closed.
  case agreed
}

/// A message of the message house: what the office says of the Platform and of its findings, in the six languages,
/// agreed before a launch (annex I, section V).
///
/// What somebody agreed to stays as it is: the store takes no other text into an edition to which somebody has given
/// their word. A new edition asks everybody again.
public struct Message: Aimed, Outgoing {
  public static let kind = RecordKind.message

  public let id: RecordID
  public var version = 0
  /// A few words by which it is called; of what the decision says it is empty.
  public var name = ""
  public var type = MessageKind.point
  public var launch: RecordID = ""
  /// The finding that it says, as the assessment has it.
  public var finding = ""
  /// How sure the finding is, or what is uncertain of it, in the words of the assessment: the decision sets no scale.
  public var confidence = ""
  /// The product in which the finding stands, and the page there.
  public var source: RecordID = ""
  public var page = ""
  /// By official language.
  public var texts: [String: String] = [:]
  /// Of the text: what somebody agreed to is one edition.
  public var edition = 1
  public var agreements: [Agreement] = []
  public var deliveries: [Delivery] = []
  /// The objectives and functions of the decision that it serves.
  public var aims: [Aim] = []
  public var owner = ""
  public var note = ""
  public var overrides: [BoundaryOverride] = []

  public init(id: RecordID) {
    self.id = id
    if let adopted { type = adopted.kind }
  }

  public var adopted: AdoptedMessage? { Decision.adopted.message(id) }
  public var title: String { name.isEmpty ? adopted?.label.en ?? "" : name }

  public static func title(of id: RecordID, called title: String, in language: String) -> String {
    guard let label = Decision.adopted.message(id)?.label, label.en == title else { return title }
    return label.text(in: language)
  }

  /// What is said in a language: the office's words, or those of the decision where it wrote none.
  public func text(in language: String) -> String? {
    // What was adopted was adopted in Chinese: the office has no other words for it.
    if language == "zh", let words = adopted?.text { return words.zh }
    if let text = texts[language] { return text }
    guard let words = adopted?.text else { return nil }
    return language == "en" ? words.en : nil
  }

  /// The official languages in which somebody wrote it.
  public var languages: [String] { Language.official.filter { texts[$0] != nil } }

  // MARK: Agreement

  /// The words that were given for the text as it is now.
  public var words: [Agreement] { agreements.filter { $0.edition == edition } }

  /// The roles of whom nobody has agreed to the text as it is now.
  public var lacking: [AgreementRole] {
    AgreementRole.allCases.filter { role in !words.contains { $0.role == role } }
  }

  public var isAgreed: Bool { lacking.isEmpty }
  /// Whether the text stays as it is until there is a new edition.
  public var isClosed: Bool { !words.isEmpty }

  public var state: MessageState {
    if isAgreed { return .agreed }
    if isClosed { return .underAgreement }
    if texts.isEmpty { return adopted?.text == nil ? .empty : .adopted }
    return .draft
  }

  /// What it lacks before anybody can agree to it: its text, and of a talking point the finding, how sure that is, and
  /// where it stands.
  public var gaps: [String] {
    var gaps = texts.isEmpty && adopted?.text == nil ? [Self.textField("en")] : []
    guard type == .point else { return gaps }
    for (field, isThere) in [
      ("launch", !launch.isEmpty), ("finding", !finding.isEmpty), ("confidence", !confidence.isEmpty),
      ("source_page", !page.isEmpty),
    ] where !isThere { gaps.append(field) }
    return gaps
  }

  /// Whether it has to be agreed before a launch: talking points, and whatever is said for one.
  public var needsAgreement: Bool { type == .point && !launch.isEmpty }

  /// The fields to which somebody agrees.
  public static let agreedFields: Set<String> = Set(
    ["name", "message_kind", "launch", "finding", "confidence", "source_product", "source_page"]
      + Language.official.map(textField))

  public static func textField(_ language: String) -> String { "text_\(language)" }

  /// It is as another is where somebody agrees to it.
  public func saysTheSame(as other: Message) -> Bool {
    Self.agreedFields.isDisjoint(with: differences(from: other))
  }

  /// A new one that a form or a file makes speaks for nobody.
  public func historyProblems(asOf day: Day) -> [(field: String, problem: FieldProblem)] {
    agreements.isEmpty ? [] : [("agreements", .notByHand)]
  }

  /// What is wrong where the record as it stands takes the place of the stored one by a form, a file or an undo: none of
  /// them speaks for those who agree, and what they agreed to stays.
  public func breach(over stored: Message) -> (field: String, problem: FieldProblem)? {
    if !hasSameAgreements(as: stored) { return ("agreements", .notByHand) }
    if edition != stored.edition { return ("edition", .notByHand) }
    guard stored.isClosed else { return nil }
    return differences(from: stored).first(where: Self.agreedFields.contains).map {
      ($0, .agreedAlready(stored.edition))
    }
  }

  /// Whether nobody's word was given, taken back or changed between the two, whoever's record became another's.
  public func hasSameAgreements(as other: Message) -> Bool {
    agreements.count == other.agreements.count && zip(agreements, other.agreements).allSatisfy { $0.says($1) }
  }

  // MARK: Fields

  public static let fields: [Field<Message>] =
    [
      .line("name", \.name),
      Field("message_kind", .choice(MessageKind.codes), read: { $0.type.rawValue }) {
        (message, text) throws(FieldProblem) in
        let fallback = message.adopted?.kind ?? .point
        message.type = text.isEmpty ? fallback : try MessageKind.reading(text)
      },
      .reference("launch", \.launch, to: .launch),
    ]
    + Language.official.map(text)
    + [
      .text("finding", \.finding), .line("confidence", \.confidence),
      .reference("source_product", \.source, to: .product), .line("source_page", \.page),
      Field("edition", .number, read: { $0.edition == 1 ? "" : String($0.edition) }) {
        (message, text) throws(FieldProblem) in
        // Files say 0 of a number that is not there.
        guard let number = text.isEmpty || text == "0" ? 1 : Int(text) else { throw .notANumber(text) }
        guard 1...9_999 ~= number else { throw .outOfRange(number, 1...9_999) }
        message.edition = number
      },
      .items("agreements", \.agreements), .items("deliveries", \.deliveries), .aims(\.aims),
      .line("owner", \.owner), .text("note", \.note), .overrides,
    ]

  private static func text(_ language: String) -> Field<Message> {
    Field(textField(language), .line, read: { $0.texts[language] ?? "" }) { message, text in
      message.texts[language] = text.isEmpty ? nil : text
    }.goingOut { _ in language }
  }

  /// The word that was given stands, without whose it was.
  public static let onErasure: [String: OnErasure] = ["agreements": .stays(without: ["who"])]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    var found: [(field: String, problem: FieldProblem)] = []
    if adopted == nil, name.isEmpty { found.append(("name", .missing)) }
    if let adopted, adopted.kind != type { found.append(("message_kind", .fixedByDecision)) }
    if adopted?.text != nil, texts["zh"] != nil { found.append((Self.textField("zh"), .fixedByDecision)) }
    if let twice = someoneAgreeingTwice { found.append(("agreements", .agreedInAnotherRole(twice))) }
    return found
  }

  /// Two roles are two people.
  private var someoneAgreeingTwice: String? {
    for (place, one) in agreements.enumerated() {
      for other in agreements[..<place]
      where other.edition == one.edition && (other.role == one.role || other.isOfSamePerson(as: one)) {
        return one.who.isEmpty ? one.record : one.who
      }
    }
    return nil
  }

  /// Talking points by launch, those that lack most words first; the decision's own in the order of its text.
  public static func ordered(_ messages: [Message]) -> [Message] {
    let adopted = Decision.adopted.messages.map(\.id)
    func key(_ message: Message) -> (Int, RecordID, Int, String, RecordID) {
      let place = message.adopted.flatMap { adopted.firstIndex(of: $0.id) } ?? adopted.count
      return (place, message.launch, -message.lacking.count, message.name, message.id)
    }
    return messages.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
