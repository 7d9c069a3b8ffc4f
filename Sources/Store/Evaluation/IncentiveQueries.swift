import Model

/// What makes people take part and what keeps them away: recorded and asked. Of the surveys that asked, the one that
/// opened last and was answered. Goes through its responses, so not on a key's path.
public struct IncentiveBookOn: Query {
  let day: Day

  public init(_ day: Day) { self.day = day }

  public func answer(in reader: Reader) throws -> IncentiveBook {
    let tallies = try Tallies().answer(in: reader)
    let bank = try reader.all(Question.self).byID
    let surveys = try reader.all(Survey.self)
      .filter { $0.state != .draft && ($0.opens ?? day) <= day }
      .sorted { ($0.opens ?? .first, $0.id) > ($1.opens ?? .first, $1.id) }
    func side(_ topic: QuestionTopic, _ dimension: Dimension) throws -> IncentiveBook.Side {
      for survey in surveys where survey.questions.contains(where: { bank[$0]?.topic == topic }) {
        let results = SurveyResults(survey, bank, try reader.tally(of: survey.id))
        if let asked = IncentiveBook.Asked(results, about: topic) {
          return IncentiveBook.Side(topic, dimension, tallies[dimension], asked)
        }
      }
      return IncentiveBook.Side(topic, dimension, tallies[dimension], nil)
    }
    return IncentiveBook(try side(.incentives, .incentives), try side(.disincentives, .disincentives))
  }
}
