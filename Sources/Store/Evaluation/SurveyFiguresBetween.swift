import Model

/// The results of the surveys that were open in some days, oldest first, small numbers hidden as `Suppression` says.
/// Drafts are none of them, nor surveys of which nobody said when they were open.
public struct SurveyFiguresBetween: Query {
  public let first: Day
  public let last: Day

  public init(_ first: Day, _ last: Day) { (self.first, self.last) = (first, last) }

  public func answer(in reader: Reader) throws -> [SurveyFigures] {
    let bank = try reader.all(Question.self).byID
    let surveys = try reader.all(Survey.self).filter { survey in
      guard survey.state != .draft, let opens = survey.opens ?? survey.closes else { return false }
      return opens <= last && (survey.closes ?? last) >= first
    }
    let ordered = surveys.sorted { ($0.opens ?? first, $0.id) < ($1.opens ?? first, $1.id) }
    return try ordered.map { SurveyFigures(SurveyResults($0, bank, try reader.tally(of: $0.id))) }
  }
}
