import Model

/// Sends a national focal point what they asked for. The number is taken, and consent asked for, in the
/// transaction that writes the copy: no number is given twice or left out, and nobody is told of who withdrew a
/// moment ago. A letter that was sent is not undone.
public struct MakeNotice: Change {
  /// Writes text and message, once the number is known, and says which files have to take their names then.
  public typealias Compose =
    @Sendable (Notice, FocalPoint, [NoticeEntry], _ sender: String) throws -> (Notice, files: Unfinished?)

  public var name: String { "notice" }
  public var why: String { notice.request }
  public var needs: Need { .publish }
  let notice: Notice
  let countries: [String]
  let compose: Compose

  /// - Parameters:
  ///   - notice: without number, text and message; sent on the day that it says.
  ///   - countries: the codes that the request covers.
  public init(_ notice: Notice, countries: [String], compose: @escaping Compose) {
    (self.notice, self.countries, self.compose) = (notice, countries, compose)
  }

  public func perform(in transaction: Transaction) throws {
    var notice = notice
    let reader = transaction.reader
    let prospect = try NoticeProspect(notice, countries: countries).answer(in: reader)
    notice.year = prospect.year
    notice.counter = prospect.counter
    notice.stakeholders = prospect.entries.map(\.stakeholder)
    let made = try compose(notice, prospect.focalPoint, prospect.entries, prospect.sender)
    notice = made.0
    try transaction.put(notice)
    if let files = made.files { try transaction.begin(files) }
    try transaction.disclose(
      Disclosure(
        .notice, purpose: "focal-point \(notice.country)", format: "text, eml",
        records: prospect.entries.count, selection: "\(notice.title) \(countries.joined(separator: " "))"))
  }
}

/// What a notice would tell now, and under which number.
public struct NoticeProspect: Query {
  public let notice: Notice
  public let countries: [String]

  public init(_ notice: Notice, countries: [String]) {
    (self.notice, self.countries) = (notice, countries)
  }

  public static func == (one: Self, other: Self) -> Bool {
    one.notice == other.notice && one.countries == other.countries
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(notice.id)
    hasher.combine(notice.region)
    hasher.combine(countries)
  }

  public struct Answer: Sendable {
    public let year: Int
    public let counter: Int
    public let focalPoint: FocalPoint
    /// The country that was asked for first, then the others, each by name.
    public let entries: [NoticeEntry]
    public let sender: String
  }

  /// - Throws: `PublicationProblem` for what has to be known before anything is told.
  public func answer(in reader: Reader) throws -> Answer {
    guard let focalPoint = try reader.record(FocalPoint.self, notice.focalPoint) else {
      throw PublicationProblem.noFocalPoint(notice.focalPoint)
    }
    guard focalPoint.country == notice.country else {
      throw PublicationProblem.otherCountry(focalPoint.title)
    }
    if notice.request.isEmpty { throw PublicationProblem.noRequest }
    if focalPoint.emails.isEmpty { throw PublicationProblem.noAddress(focalPoint.title) }
    let sender = try OfficeSetting(.noticeSender).answer(in: reader)
    if sender.isEmpty { throw PublicationProblem.noSender }
    let year = notice.sent?.parts.year ?? 0
    return Answer(
      year: year, counter: try counter(in: year, reader), focalPoint: focalPoint,
      entries: try entries(reader), sender: sender)
  }

  private func counter(in year: Int, _ reader: Reader) throws -> Int {
    let last = try reader.value(
      Int.self,
      """
      SELECT max(CAST(body ->> '$.counter' AS INTEGER)) FROM notice WHERE body ->> '$.year' = ?
      """, [String(year)])
    return (last ?? 0) + 1
  }

  private func entries(_ reader: Reader) throws -> [NoticeEntry] {
    let filter = StakeholderFilter(facets: [
      .consent: [ConsentUse.focalPoint.rawValue], .country: Set(countries),
    ])
    var (condition, arguments) = filter.conditions()
    arguments += [notice.country]
    let stakeholders: [Stakeholder] = try reader.records(
      """
      SELECT id, version, body FROM stakeholder WHERE \(condition)
      ORDER BY country != ?, country, name_key, id
      """, arguments, isOften: false)
    return stakeholders.compactMap(NoticeEntry.init)
  }
}

/// The notices, the newest first, with the names of those to whom they went.
public struct Notices: Query {
  public struct Row: Sendable, Equatable, Identifiable {
    public let notice: Notice
    public let focalPoint: String
    public var id: RecordID { notice.id }
  }

  public init() {}

  public func answer(in reader: Reader) throws -> [Row] {
    let points = try reader.all(FocalPoint.self)
    let names = Dictionary(points.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    return try reader.all(Notice.self)
      .sorted { ($1.year, $1.counter) < ($0.year, $0.counter) }
      .map { Row(notice: $0, focalPoint: names[$0.focalPoint] ?? $0.focalPoint) }
  }
}
