import Model

/// A file of responses to one survey, and how it is to be read.
public struct ResponseFile: Sendable {
  public struct Options: Sendable {
    public var format = ResponseFormat.auto
    /// The invited group that all of them belong to; empty where the file says it, or nobody.
    public var group = ""
    public var mode = ResponseMode.web
    /// The order of its days; nil where it is to be found out.
    public var dates: DateOrder?

    public init() {}
  }

  /// Why no response of a file can be taken.
  public enum Failure: Error, Sendable, Equatable {
    /// So many of the survey's questions are in the file.
    case wrongSurvey(found: Int, of: Int)
    /// The same of a file of LimeSurvey, which shortens headings where it is asked to.
    case headingsUnknown(found: Int, of: Int)
    case unknownGroup(String, known: [String])
    /// A draft asks nobody yet.
    case notAsked
    /// Nothing tells which number of a day like this is the month.
    case datesOpen(String)
  }

  public let file: ImportFile
  public let survey: Survey
  let options: Options
  let header: ResponseHeader
  /// As the file has them in its first row of headings.
  private let firstHeadings: [String]
  /// What its columns are called, by both rows of headings where there are two.
  let titles: [String]
  /// Whether the first row is a second one of headings.
  let hasSubheadings: Bool
  /// The program that wrote it.
  public let format: ResponseFormat
  /// How its days were read, where they could be read in two ways.
  public let dates: ResponseDates?
  /// Makes names that nobody traces: see `Library.respondentNames`.
  let name: @Sendable (String) -> String

  /// Reads the header, and as many rows as it takes to know what the columns hold.
  /// - Parameters:
  ///   - bank: the survey's questions by id.
  ///   - name: the keyed hash of a text.
  /// - Throws: `Failure`, `ImportFailure` or `ImportFile.Unreadable`.
  public init(
    _ file: ImportFile, _ survey: Survey, bank: [RecordID: Question], options: Options,
    name: @escaping @Sendable (String) -> String
  ) throws {
    let codes = survey.groups.map(\.code)
    guard options.group.isEmpty || codes.contains(options.group) else {
      throw Failure.unknownGroup(options.group, known: codes)
    }
    guard survey.state != .draft else { throw Failure.notAsked }
    (self.file, self.survey, self.options, self.name) = (file, survey, options, name)
    let questions = survey.questions.compactMap { bank[$0] }
    var reader = try Self.reader(file) { ResponseHeader($0, questions).found.count }
    firstHeadings = reader.header
    var first = try Self.rows(&reader, most: 500)
    let joined = first.first.flatMap { ResponseSubheadings.titles(reader.header, $0) }
    (titles, hasSubheadings) = (joined ?? reader.header, joined != nil)
    if hasSubheadings { first.removeFirst() }
    header = ResponseHeader(titles, questions, of: survey, rows: first)
    format = options.format == .auto ? header.format : options.format
    // Another wave asks some of the same; another survey hardly any.
    guard header.found.count * 2 >= survey.questions.count, !header.found.isEmpty else {
      let (found, count) = (header.found.count, survey.questions.count)
      throw format == .limesurvey
        ? Failure.headingsUnknown(found: found, of: count) : Failure.wrongSurvey(found: found, of: count)
    }
    dates = try Self.dates(first, &reader, header, options.dates, survey)
  }

  private static func reader(_ file: ImportFile, fit: ([String]) -> Int) throws -> TableReader {
    try TableReader(file, limits: .init(fieldBytes: 1 << 18, columns: 5_000, notes: 100), fit: fit)
  }

  private static func rows(_ reader: inout TableReader, most: Int) throws -> [[String]] {
    var rows: [[String]] = []
    while rows.count < most, let row = try reader.next() {
      if row.problem == nil { rows.append(row.fields) }
    }
    return rows
  }

  /// Looks through the rest of the file only where its days leave something open.
  private static func dates(
    _ first: [[String]], _ reader: inout TableReader, _ header: ResponseHeader, _ chosen: DateOrder?,
    _ survey: Survey
  ) throws -> ResponseDates? {
    let columns = header.targets.indices
    let own = columns.filter { header.targets[$0].isDay }
    guard !own.isEmpty else { return nil }
    var dates = DateSurvey(own: own, others: columns.filter { header.targets[$0] == .meta(.personal) })
    for row in first { dates.take(row) }
    while chosen == nil, dates.isOpen, let row = try reader.next() { dates.take(row.fields) }
    return try dates.dates(chosen, survey)
  }

  public func rows() throws -> ResponseRows {
    var reader = try Self.reader(file, fit: TableReader.fit(to: firstHeadings))
    if hasSubheadings { _ = try reader.next() }
    return ResponseRows(self, reader)
  }

  public var unknownColumns: [String] { header.unknown }
  public var repeatedColumns: [ImportRemarks.RepeatedColumn] { header.repeated }
  /// Of an anonymous survey the columns that were left behind so that nobody can be traced.
  public var personalColumns: [String] { header.personal }
  /// The questions that the file does not have.
  public var missingQuestions: [RecordID] { survey.questions.filter { !header.found.contains($0) } }
}

extension ResponseHeader.Target {
  /// Whether it is the day of a response.
  fileprivate var isDay: Bool {
    switch self {
    case .meta(.day), .meta(.submission): true
    default: false
    }
  }
}
