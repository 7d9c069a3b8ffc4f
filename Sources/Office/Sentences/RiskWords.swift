import Model
import Phrases
import Typesetting

extension RiskDegree {
  public func word(_ look: Look) -> String { look.word("degree", rawValue) }
}

/// How a risk and what hints at it are said.
public struct RiskWords: Sendable {
  public let book: RiskBook
  public let look: Look

  public init(book: RiskBook, look: Look) { (self.book, self.look) = (book, look) }

  /// The five in few words, where a column is narrow; else as the decision names them.
  public func name(_ risk: Risk, isBrief: Bool = false) -> String {
    if isBrief, let adopted = risk.adopted { return look.word("risk", adopted.risk.rawValue) }
    return look.title(of: risk)
  }

  public func degree(_ degree: RiskDegree?) -> Span {
    degree.map { Span($0.word(look)) } ?? Span(look.say(.riskUnassessed), .quiet)
  }

  /// By what it weighs: half of the most and more presses, a quarter and more is to be kept in sight.
  public static func ink(_ weight: Int?) -> Ink {
    guard let weight else { return .quiet }
    return weight > 12 ? .late : weight > 6 ? .due : .text
  }

  /// When it is looked at again: marked where that is over or near, and where nobody said it.
  public func review(_ risk: Risk) -> Span {
    guard let day = risk.reviewDay else { return Span("–", .quiet) }
    if day < look.asOf { return Mark.late.said(look.shortDay(day)) }
    return Span(look.shortDay(day), day - look.asOf <= Self.near ? .due : .text)
  }

  private static let near = 7

  // MARK: Signals

  public func name(_ signal: RiskSignal) -> String {
    signal == .askedOften
      ? look.say(.riskAskedOften, .number(InvitationPlan.usualLimit)) : look.word("signal", signal.rawValue)
  }

  /// "12", "12 (+3)": now, and by how many it changed since the last review.
  public func count(_ signal: RiskChange.Signal) -> String {
    let now = look.phrases.number(signal.now.count)
    guard let step = signal.step else { return now }
    let sign = step > 0 ? "+" : step < 0 ? "−" : "±"
    return look.bracketed(now, sign + look.phrases.number(abs(step)))
  }

  /// What is counted of a risk, in its cell: "3 · 41 ↑".
  public func counts(_ change: RiskChange) -> Span {
    guard !change.signals.isEmpty else { return Span("–", .quiet) }
    let numbers = change.signals.map { look.phrases.number($0.now.count) }.joined(separator: " · ")
    return Span(
      numbers + (change.hasRisen ? " ↑" : change.hasFallen ? " ↓" : ""), change.hasRisen ? .late : .text)
  }

  /// "asked often: 12 (+3)".
  public func sentence(_ signal: RiskChange.Signal) -> String {
    look.say(.labelled, .text(name(signal.signal)), .text(count(signal)))
  }

  /// What changed since the last review, a sentence each; that nothing did, or that there was none, is said too.
  public func changes(_ risk: Risk) -> [String] {
    let change = book.change(of: risk)
    guard let since = change.since else { return [look.say(.riskNeverReviewed)] }
    func changed(_ field: String, _ now: RiskDegree?, _ then: RiskDegree?) -> String? {
      guard now != then else { return nil }
      return look.say(
        .riskWas, .text(look.word("field", field)), .text(degree(now).text), .text(degree(then).text))
    }
    var said = [
      changed("likelihood", change.likelihood, since.likelihood),
      changed("impact", change.impact, since.impact),
    ].compactMap(\.self)
    said += change.signals.filter { $0.step ?? 0 != 0 }.map(sentence)
    return [look.say(.riskReviewedOn, .text(look.day(since.day)))]
      + (said.isEmpty ? [look.say(.riskUnchanged)] : said)
  }

  /// What a review found, and what was counted then, a line each.
  public func review(_ review: RiskReview, of risk: Risk) -> [String] {
    let found = [("likelihood", review.likelihood), ("impact", review.impact)].map { field, found in
      look.say(.labelled, .text(look.word("field", field)), .text(degree(found).text))
    }
    let counts = risk.counted.filter { $0.day == review.day }.map {
      look.say(.labelled, .text(name($0.signal)), .text(look.phrases.number($0.count)))
    }
    return [look.dotted(found), review.remark, look.dotted(counts)].filter { !$0.isEmpty }
  }

  /// What lies behind a signal.
  public func words(_ row: SignalRow) -> String {
    switch row {
    case .record(let one, let times):
      times == 0 ? look.name(of: one) : look.say(.riskTimes, .text(look.name(of: one)), .number(times))
    case .pair(let first, let second):
      look.say(.riskPair, .text(look.name(of: first)), .text(look.name(of: second)))
    case .stakeholders(let dimension, let value, let count, let even):
      look.say(
        even == nil ? .labelled : .riskGap,
        .list([look.word("field", dimension.rawValue), FieldWords.word(dimension.rawValue, value, look)]),
        .number(count), .number(even ?? 0))
    }
  }

  // MARK: The policy

  /// The policy that the paragraph asks for: its documents and how far each is, or that there is none.
  public func policy(_ key: String) -> Span {
    guard let row = book.policies.first else {
      return Mark.missing.said(look.say(.riskPolicyNone, .text(key)))
    }
    let published = row.cells.count { $0.state == .published }
    let text = look.say(.riskPolicy, .text(row.product.name), .number(published))
    return published == 0 ? Mark.underWay.said(text) : Mark.done.said(text)
  }
}

/// Which risks are how likely and how grave, by their numbers in the register.
public struct RiskMatrix: Sendable {
  private var numbers: [RiskDegree: [RiskDegree: [Int]]] = [:]

  public init(_ risks: [Risk]) {
    for (place, risk) in risks.enumerated() {
      guard let likelihood = risk.likelihood, let impact = risk.impact else { continue }
      numbers[impact, default: [:]][likelihood, default: []].append(place + 1)
    }
  }

  public func numbers(likelihood: RiskDegree, impact: RiskDegree) -> [Int] {
    numbers[impact]?[likelihood] ?? []
  }

  /// Lines of the gravest first; in each what is least likely first.
  public func cells(_ look: Look) -> [[Span]] {
    let heading =
      [Span(look.say(.riskMatrixCorner), .quiet)] + RiskDegree.allCases.map { Span($0.word(look), .heading) }
    return [heading]
      + RiskDegree.allCases.reversed().map { impact in
        [Span(impact.word(look), .heading)]
          + RiskDegree.allCases.map { likelihood in
            let numbers = numbers(likelihood: likelihood, impact: impact)
            return numbers.isEmpty
              ? Mark.nothing.span
              : Span(
                numbers.map(String.init).joined(separator: " "), RiskWords.ink(likelihood.step * impact.step))
          }
      }
  }
}
