import Model

/// What the press office works with, of one moment. Of the media only those items are read that it answers.
public struct WholePressOffice: Query {
  private let today: Day

  public init(on today: Day) { self.today = today }

  public func answer(in reader: Reader) throws -> PressOffice {
    let responses = try reader.all(RapidResponse.self)
    var office = PressOffice(
      enquiries: try reader.all(Enquiry.self), events: try reader.all(Event.self),
      spokespersons: try reader.all(Spokesperson.self), materials: try reader.all(Material.self),
      responses: responses, coverage: try CoverageByIDs(responses.flatMap(\.coverage)).answer(in: reader),
      launches: try reader.all(Launch.self), today: today)
    office.names = try reader.names(of: office.linked)
    return office
  }
}

/// How many of the stakeholders that a filter lets through may be written to, by the first of their languages.
public struct MailingReach: Query {
  private let filter: StakeholderFilter

  public struct Answer: Sendable, Equatable {
    /// By BCP 47 tag; empty for those of whom no language is known.
    public var reached: [String: Int] = [:]
    public var excluded: [String: Int] = [:]
    public var reasons: [MailingExclusion: Int] = [:]

    public init() {}
  }

  public init(_ filter: StakeholderFilter) { self.filter = filter }

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    guard !filter.isHopeless else { return answer }
    let (condition, arguments) = filter.conditionsAndWords()
    let rows = try reader.cursor("SELECT id, version, body FROM stakeholder WHERE \(condition)", arguments)
    while let row = try rows.next() {
      let stakeholder = Stakeholder(row)
      // `zh-Hans` is on the list of `zh`.
      let tag = stakeholder.languages.first?.lowercased() ?? ""
      let language = String(tag.prefix { $0 != "-" })
      if let reason = stakeholder.mailingExclusion(nil, nil) {
        answer.reasons[reason, default: 0] += 1
        answer.excluded[language, default: 0] += 1
      } else {
        answer.reached[language, default: 0] += 1
      }
    }
    return answer
  }
}
