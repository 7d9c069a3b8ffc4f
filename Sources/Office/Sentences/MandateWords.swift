import Model
import Phrases
import Typesetting

extension MandateState {
  public var mark: Mark {
    switch self {
    case .uncovered, .nothing: .missing
    case .planned: .unsaid
    case .underWay: .underWay
    case .done: .done
    case .overdue: .late
    case .dropped: .gone
    }
  }

  public func said(_ look: Look) -> Span { mark.said(look.word("mandate_state", rawValue)) }
}

extension MandateParagraph {
  /// "secretariat, Bureau".
  public func actors(_ look: Look) -> String {
    look.list(who.map { look.word("mandate_actor", $0.rawValue) })
  }

  public func citation(_ look: Look) -> String { citation.text(in: look.language) }
}

extension NetworkProposal {
  /// Its name and its way, body by body: "… · received 3 March 2015 · focal points – · …".
  public func way(_ look: Look) -> String {
    let days = [received, shared, bureau, panel].map { Phrase.Argument.text($0.map(look.day) ?? "–") }
    return look.dotted([title, look.say(Phrase(.proposalWay, with: days)), outcome])
  }
}

extension MandateCover {
  /// What it is, in words: the name of an activity, what is counted.
  public func words(_ look: Look) -> String {
    switch self {
    case .activity(let id):
      Decision.adopted.activity(id).map { $0.label.text(in: look.language) } ?? id
    case .launchActivity(let id):
      Decision.adopted.launchActivity(id).map { $0.label.text(in: look.language) } ?? id
    case .indicator(let id):
      Decision.adopted.description(id).map { "\(id) \($0.label.text(in: look.language))" } ?? id
    case .records(let kind, let type):
      look.about(
        look.word("mandate_kind", kind.rawValue), type.isEmpty ? "" : look.word(group(of: kind), type))
    case .rule(let rule): look.word("mandate_rule", rule.rawValue.replacing(":", with: "_"))
    }
  }

  /// The labels of what the records of a kind are told apart by.
  private func group(of kind: RecordKind) -> String {
    switch kind {
    case .survey: "purpose"
    case .report: "audience_of_report"
    case .event: "event_kind"
    case .product: "product_kind"
    case .message: "message_kind"
    case .partnership where PartnershipFinder(rawValue: type) != nil: "found_by"
    case .partnership where PartnershipPurpose(rawValue: type) != nil: "partnership_purposes"
    case .partnership: "partnership_type"
    default: Mobilizer(rawValue: type) == nil ? "audience" : "mobilizer"
    }
  }

  private var type: String { if case .records(_, let type) = self { type } else { "" } }
}

extension MandateTally {
  /// How many are how far: "done: 2, overdue: 1"; empty where there are none.
  public func said(_ look: Look) -> String {
    look.tally(MandateState.allCases, { look.word("mandate_state", $0.rawValue) }) { self[$0] }
  }
}

extension MandateTrace.Part {
  /// How many are how far, or that there is nothing yet.
  public func counts(_ look: Look) -> String {
    let said = tally.said(look)
    return said.isEmpty ? look.word("mandate_state", MandateState.nothing.rawValue) : said
  }
}

extension AdoptedText {
  /// As adopted and, marked as a translation, in the language that is read; in Chinese the first alone.
  public func paragraphs(_ look: Look) -> [(text: String, isAdopted: Bool)] {
    guard AdoptedText.isTranslation(in: look.language) else { return [(adopted, true)] }
    let own = look.say(.traceTranslation, .text(translation(in: look.language)))
    return [(adopted, true), (own, false)]
  }

  /// The same for a cell of a page, each in its own language.
  func cells(_ look: Look) -> [(language: String?, text: String)] {
    paragraphs(look).map { ($0.isAdopted ? "zh" : nil, $0.text) }
  }

  /// The same as lines of a plain text.
  func lines(_ look: Look) -> [String] {
    paragraphs(look).flatMap { $0.text.split(separator: "\n") }
      .flatMap { Wrapping.lines(String($0), columns: 76) }.map { "    " + $0 }
  }
}
