/// What a survey found, as far as it may be shown.
public struct SurveyResults: Sendable, Equatable {
  /// An answer and how many gave it.
  public struct Line: Sendable, Equatable {
    public let choice: QuestionChoice
    /// Nil where it may not be shown; of a ranking how often it was first.
    public let count: Int?
    /// Of a ranking its mean place.
    public let meanRank: Double?
  }

  public struct Result: Sendable, Equatable {
    public let item: SurveyItem
    public let answered: Int
    /// Asked, and not answered.
    public let missing: Int
    public let lines: [Line]
    /// Of a scale; nil where any of its numbers is hidden.
    public let mean: Double?
    public let median: Double?

    public var variable: SurveyVariable { item.variable }
    public var isHidden: Bool { lines.contains { $0.count == nil } }

    /// The share of those who answered, in percent; nil where it may not be shown.
    public func percent(_ line: Line) -> Double? {
      guard answered > 0 else { return nil }
      return line.count.map { Double($0) * 100 / Double(answered) }
    }
  }

  public let survey: Survey
  public let suppression: Suppression
  public let responses: Int
  public let results: [Result]

  public init(_ survey: Survey, _ bank: [RecordID: Question], _ tally: SurveyTally) {
    self.survey = survey
    let suppression = Suppression(survey)
    self.suppression = suppression
    responses = tally.responses
    results = survey.items(bank).map { item in
      Result(CountedItem(item, tally.texts[item.variable.name] ?? [:]), of: tally.responses, suppression)
    }
  }

  public subscript(variable: SurveyVariable) -> Result? { results.first { $0.variable == variable } }

  /// Questions and rows of matrices, without what is known of every response.
  public var questions: [Result] { results.filter { $0.variable.questionID != nil } }

  /// Whether what people wrote may be read: never where so few wrote that one could guess who.
  public func showsWords(of result: Result) -> Bool {
    result.item.form == .open && result.answered >= max(1, suppression.threshold)
  }

  /// How many of an invited group answered; nil where it may not be shown.
  public func responses(of group: InvitedGroup) -> Int? {
    guard let result = self[.group] else { return 0 }
    guard let line = result.lines.first(where: { $0.choice.code == group.code }) else { return 0 }
    return line.count
  }

  /// How many were asked in all; 0 where nobody said.
  public var invited: Int { survey.groups.reduce(0) { $0 + $1.invited } }
}

extension SurveyResults.Result {
  init(_ counted: CountedItem, of responses: Int, _ suppression: Suppression) {
    item = counted.item
    (answered, missing) = (counted.answered, max(0, responses - counted.answered))
    let hidden = counted.hidden(suppression)
    let isWhole = hidden.isEmpty
    lines =
      counted.item.form == .open
      ? []
      : counted.choices.indices.map { place in
        let rank = counted.ranks[place]
        let mean = isWhole && counted.item.form == .ranking && rank.count >= max(1, suppression.threshold)
        return SurveyResults.Line(
          choice: counted.choices[place], count: hidden.contains(place) ? nil : counted.counts[place],
          meanRank: mean ? Double(rank.sum) / Double(rank.count) : nil)
      }
    let points = zip(counted.choices, counted.counts).compactMap { choice, count in
      Double(choice.code).map { (point: $0, count: count) }
    }.sorted { $0.point < $1.point }
    let count = points.reduce(0) { $0 + $1.count }
    guard counted.item.isScale, isWhole, count >= max(1, suppression.threshold) else {
      (mean, median) = (nil, nil)
      return
    }
    mean = points.reduce(0) { $0 + $1.point * Double($1.count) } / Double(count)
    func point(_ place: Int) -> Double {
      var before = 0
      return points.first { point in
        before += point.count
        return place < before
      }?.point ?? 0
    }
    median = (point((count - 1) / 2) + point(count / 2)) / 2
  }
}

/// Two questions of a survey against each other, as far as it may be shown.
public struct SurveyCross: Sendable, Equatable {
  /// A row or a column: an answer, or none at all.
  public struct Heading: Sendable, Equatable {
    /// Nil for "no answer".
    public let choice: QuestionChoice?
    /// How many gave it; nil where it may not be shown.
    public let total: Int?
  }

  public let rowItem: SurveyItem
  public let columnItem: SurveyItem
  public let responses: Int
  public let rows: [Heading]
  public let columns: [Heading]
  /// By row, then by column; nil where it may not be shown.
  public let cells: [[Int?]]

  /// Nothing but the totals may be shown.
  public var isHidden: Bool { cells.allSatisfy { $0.allSatisfy { ($0 ?? 0) == 0 } } && responses > 0 }
  public var hasHidden: Bool { cells.contains { $0.contains(nil) } }
}
