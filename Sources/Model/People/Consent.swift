/// What personal data may be used for. Each use is asked for on its own (UN Personal Data Protection and
/// Privacy Principles, 2018, principle 2, purpose specification).
public enum ConsentUse: String, Vocabulary {
  case `internal`, mailing, register, focalPoint = "focal-point"
}

/// What was said about a use.
public enum ConsentAnswer: String, Vocabulary { case yes, no }

/// On what a use rests (UN Personal Data Protection and Privacy Principles, 2018, principle 1, fair and
/// legitimate processing).
public enum ConsentBasis: String, Vocabulary {
  case consent, bestInterests = "best-interests", mandate, other
}

/// What a person allowed or refused for one use, written
/// `register | yes | consent | purpose | source | 2015-05-12 | evidence`.
public struct Consent: Composite {
  public var use: ConsentUse
  public var answer: ConsentAnswer
  public var basis = ConsentBasis.consent
  public var purpose = ""
  /// From whom or where the office knows: the person, a form, a network.
  public var source = ""
  public var day: Day?
  /// Where the proof lies.
  public var evidence = ""

  public init(
    use: ConsentUse, answer: ConsentAnswer, basis: ConsentBasis = .consent, purpose: String = "",
    source: String = "", day: Day? = nil, evidence: String = ""
  ) {
    (self.use, self.answer, self.basis, self.purpose) = (use, answer, basis, purpose)
    (self.source, self.day, self.evidence) = (source, day, evidence)
  }

  public static let parts = [
    Part("use", .choice(ConsentUse.codes)), Part("answer", .choice(ConsentAnswer.codes)),
    Part("basis", .choice(ConsentBasis.codes)), Part("purpose", .line), Part("source", .line),
    Part("day", .day), Part("evidence", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    use = try ConsentUse.reading(texts[0])
    answer = try ConsentAnswer.reading(texts[1])
    basis = texts[2].isEmpty ? .consent : try ConsentBasis.reading(texts[2])
    (purpose, source, evidence) = (texts[3], texts[4], texts[6])
    day = try PartText.day(texts[5])
  }

  public var texts: [String] {
    [
      use.rawValue, answer.rawValue, basis.rawValue, purpose, source, day?.description ?? "", evidence,
    ]
  }
}

extension Stakeholder {
  /// What was last said about a use: of two answers, the later one; of two without a day, the stricter one.
  public func consent(to use: ConsentUse) -> Consent? {
    consents.filter { $0.use == use }.max { first, second in
      let days = (first.day ?? Day(number: 0), second.day ?? Day(number: 0))
      return days.0 == days.1 ? first.answer == .yes && second.answer == .no : days.0 < days.1
    }
  }

  /// Takes an answer; the last word of a day counts, and no answer from a day to come outlives what is said now.
  public mutating func answer(_ consent: Consent) {
    let day = consent.day ?? Day(number: 0)
    consents.removeAll { $0.use == consent.use && ($0.day ?? Day(number: 0)) >= day }
    consents.append(consent)
  }

  /// Whether the last answer about a use is yes.
  public func hasAgreed(to use: ConsentUse) -> Bool { consent(to: use)?.answer == .yes }

  /// Whether their data may be used so. Nothing is public, sent or handed on unless they said yes; the
  /// office's own use rests on its mandate unless they said no.
  public func allows(_ use: ConsentUse) -> Bool {
    if use == .mailing && isDoNotContact { return false }
    guard let answer = consent(to: use)?.answer else { return use == .internal }
    return answer == .yes
  }
}
