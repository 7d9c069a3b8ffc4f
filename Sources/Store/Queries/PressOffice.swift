import GRDB
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
    let rows = try Row.fetchCursor(
      reader.db,
      sql: "SELECT id, body ->> '$.name' FROM stakeholder WHERE id IN (SELECT value FROM json_each(?))",
      arguments: [Body.list(office.linked.sorted())])
    while let row = try rows.next() { office.names[row[0]] = row[1] }
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
    let (condition, arguments) = filter.conditions("stakeholder")
    let found = "row IN (SELECT rowid FROM stakeholder_search WHERE stakeholder_search MATCH ?) AND"
    let rows = try Row.fetchCursor(
      reader.db,
      sql: "SELECT id, version, body FROM stakeholder WHERE \(filter.match == nil ? "" : found) \(condition)",
      arguments: (filter.match.map { [$0] } ?? []) + arguments)
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
