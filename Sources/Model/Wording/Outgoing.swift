/// Why words stay that prescribe policy, though somebody was told so: a quotation that no rule knows, the title of a law.
/// It stands in the record whose words they are, and goes into the journal with it.
public struct BoundaryOverride: Composite {
  /// In which the words stood first.
  public let field: String
  /// As they stood there.
  public let words: String
  public let reason: String
  /// A login.
  public let who: String
  public let day: Day?

  public static let parts = [
    Part("field", .line), Part("words", .line), Part("reason", .line), Part("who", .line), Part("day", .day),
  ]

  public init(field: String, words: String, reason: String, who: String, day: Day?) {
    (self.field, self.words, self.reason, self.who, self.day) = (field, words, reason, who, day)
  }

  public init(texts: [String]) throws(FieldProblem) {
    if texts[1].isEmpty || texts[2].isEmpty { throw .missing }
    (field, words, reason, who) = (texts[0], texts[1], texts[2], texts[3])
    day = try PartText.day(texts[4])
  }

  public var texts: [String] { [field, words, reason, who, day?.description ?? ""] }

  /// Whether both keep the same words of a field.
  public func isAbout(_ other: BoundaryOverride) -> Bool {
    field == other.field && Folding.folded(words) == Folding.folded(other.words)
  }

  /// The same reason as somebody else takes it over: whose it was goes into it.
  public func taken(by taker: String, on today: Day) -> BoundaryOverride {
    let origin = [who, day?.description ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    let reason = origin.isEmpty ? reason : "\(reason) (\(origin))"
    return BoundaryOverride(field: field, words: words, reason: reason, who: taker, day: today)
  }

  func covers(_ finding: WordingFinding) -> Bool {
    Folding.folded(words) == Folding.folded(finding.words)
  }
}

/// A record of which fields go out of the house: its table of fields says which, and `overrides` why words stay in them.
public protocol Outgoing: Record {
  var overrides: [BoundaryOverride] { get set }
}

/// What a field says to the outside, and in which language.
public struct OutgoingText: Sendable, Hashable {
  public let field: String
  /// One of the official languages.
  public let language: String
  public let text: String

  /// What prescribes policy in it.
  public var findings: [WordingFinding] { BoundaryCheck.of(language)?.findings(in: text) ?? [] }
}

/// Words of an outgoing field that prescribe policy.
public struct OutgoingFinding: Sendable, Equatable {
  public let text: OutgoingText
  public let finding: WordingFinding

  public init(text: OutgoingText, finding: WordingFinding) { (self.text, self.finding) = (text, finding) }

  public var field: String { text.field }

  /// The same with the reason why the words stay.
  public func kept(_ reason: String, by who: String, on day: Day?) -> BoundaryOverride {
    BoundaryOverride(field: field, words: finding.words, reason: reason, who: who, day: day)
  }
}

extension Record {
  /// The texts that go out of the house, in the order of the fields. One whose language the Platform does not write in
  /// is left out: nothing is known of its words.
  public var outgoingTexts: [OutgoingText] {
    Self.fields.flatMap { field -> [OutgoingText] in
      guard let said = field.outgoing else { return [] }
      let tag = said(self)
      return field.outgoingParts(of: self).compactMap { text in
        let language = tag.isEmpty ? TextLanguage.guess(text) : String(tag.prefix { $0 != "-" }).lowercased()
        guard let language, Language.official.contains(language) else { return nil }
        return OutgoingText(field: field.name, language: language, text: text)
      }
    }
  }

  /// Words on their way out that prescribe policy and were not there before, and for which no reason is kept: none where
  /// nothing of the record goes out.
  /// - Parameter base: as it was; nil where all of it is new.
  public func openFindings(since base: Self?) -> [OutgoingFinding] {
    guard let outgoing = self as? any Outgoing else { return [] }
    let before = Set(base?.outgoingTexts ?? [])
    var found: [OutgoingFinding] = []
    for text in outgoingTexts where !before.contains(text) {
      for finding in text.findings where !outgoing.overrides.contains(where: { $0.covers(finding) }) {
        if found.contains(where: { $0.field == text.field && $0.finding.words == finding.words }) { continue }
        found.append(OutgoingFinding(text: text, finding: finding))
      }
    }
    return found
  }
}

extension Record {
  /// The same with reasons why words stay; those of other kinds keep none.
  public func keeping(_ overrides: [BoundaryOverride]) -> Self {
    func add<R: Outgoing>(_ record: R) -> R {
      var record = record
      record.overrides += overrides
      return record
    }
    return (self as? any Outgoing).flatMap { add($0) as? Self } ?? self
  }
}

extension Outgoing {
  /// The reason that is kept for words; nil where there is none.
  public func override(of finding: WordingFinding) -> BoundaryOverride? {
    overrides.first { $0.covers(finding) }
  }

  /// Reasons that two people gave stand beside each other.
  public func joining(_ theirs: Self, over base: Self, in field: String) -> Self? {
    guard field == Field<Self>.overridesName else { return nil }
    var joined = theirs
    joined.overrides += overrides.filter { !theirs.overrides.contains($0) && !base.overrides.contains($0) }
    return joined
  }
}

extension Field {
  public static var overridesName: String { "overrides" }

  /// What of the field goes out: of several entries the part that is a text.
  fileprivate func outgoingParts(of record: R) -> [String] {
    let text = read(record)
    guard case .items(let parts) = entry else { return text.isEmpty ? [] : [text] }
    guard let place = parts.firstIndex(where: { $0.name == "text" }) else { return [] }
    return ListText.entries(of: text).compactMap { entry in
      let texts = ListText.parts(of: entry)
      return place < texts.count && !texts[place].isEmpty ? texts[place] : nil
    }
  }
}

extension Field where R: Outgoing {
  /// Why words stay that prescribe policy; the check of wording alone writes there.
  static var overrides: Field<R> { .items(overridesName, \R.overrides) }
}
