import Model

/// A file of responses to one survey, and how it is to be read.
public struct ResponseFile: Sendable {
  public struct Options: Sendable {
    public var format = ResponseFormat.auto
    /// The invited group that all of them belong to; empty where the file says it, or nobody.
    public var group = ""
    public var mode = ResponseMode.web

    public init() {}
  }

  /// Why no response of a file can be taken.
  public enum Failure: Error, Sendable, Equatable {
    /// So many of the survey's questions are in the file.
    case wrongSurvey(found: Int, of: Int)
    case unknownGroup(String, known: [String])
    /// A draft asks nobody yet.
    case notAsked
  }

  public let file: ImportFile
  public let survey: Survey
  let options: Options
  let header: ResponseHeader
  private let titles: [String]
  /// The program that wrote it.
  public let format: ResponseFormat
  /// Makes names that nobody traces: see `Library.respondentNames`.
  let name: @Sendable (String) -> String

  /// Reads the header.
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
    titles = try Self.reader(file) { ResponseHeader($0, questions).found.count }.header
    header = ResponseHeader(titles, questions)
    format = options.format == .auto ? ResponseFormat(of: titles) : options.format
    // Another wave asks some of the same; another survey hardly any.
    guard header.found.count * 2 >= survey.questions.count, !header.found.isEmpty else {
      throw Failure.wrongSurvey(found: header.found.count, of: survey.questions.count)
    }
  }

  private static func reader(_ file: ImportFile, fit: ([String]) -> Int) throws -> TableReader {
    try TableReader(file, limits: .init(fieldBytes: 1 << 18, columns: 5_000, notes: 100), fit: fit)
  }

  public func rows() throws -> ResponseRows {
    ResponseRows(self, try Self.reader(file) { $0 == titles ? 1 : 0 })
  }

  public var unknownColumns: [String] { header.unknown }
  public var repeatedColumns: [ImportRemarks.RepeatedColumn] { header.repeated }
  /// Of an anonymous survey the columns that were left behind so that nobody can be traced.
  public var personalColumns: [String] { header.personal }
  /// The questions that the file does not have.
  public var missingQuestions: [RecordID] { survey.questions.filter { !header.found.contains($0) } }
}
