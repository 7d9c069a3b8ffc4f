import Model

/// How the days of a file of responses are written, where the number of the month may stand first or second.
public struct ResponseDates: Sendable, Equatable {
  /// What told the order.
  public enum Evidence: String, Sendable, CaseIterable { case chosen, file, survey }

  public let order: DateOrder
  public let evidence: Evidence
  /// A day of the file that could be read both ways.
  public let sample: String
}

/// Looks through a file for what tells the order of its days.
struct DateSurvey {
  private let own: [Int]
  private let others: [Int]
  private var ownHints = DateEvidence()
  private var otherHints = DateEvidence()
  /// Days that could be read both ways, the first of them.
  private var samples: [String] = []
  private static let mostSamples = 1_000

  /// - Parameters:
  ///   - own: the columns whose day is kept.
  ///   - others: those that hold moments of the same program.
  init(own: [Int], others: [Int]) { (self.own, self.others) = (own, others) }

  /// Whether there is anything left to find out.
  var isOpen: Bool { !samples.isEmpty && ownHints.orders.isEmpty }

  mutating func take(_ row: [String]) {
    for column in own where column < row.count {
      ownHints.take(row[column])
      if case .either = WrittenDate.hint(row[column]), samples.count < Self.mostSamples {
        samples.append(row[column].trimmed)
      }
    }
    for column in others where column < row.count { otherHints.take(row[column]) }
  }

  /// Nil where no day can be read both ways.
  /// - Throws: `ResponseFile.Failure.datesOpen` where nothing tells.
  func dates(_ chosen: DateOrder?, _ survey: Survey) throws(ResponseFile.Failure) -> ResponseDates? {
    guard let sample = samples.first else { return nil }
    if let chosen { return ResponseDates(order: chosen, evidence: .chosen, sample: sample) }
    for hints in [ownHints, otherHints] where hints.orders.count == 1 {
      return ResponseDates(order: hints.orders.first!, evidence: .file, sample: sample)
    }
    let fitting = DateOrder.allCases.filter { isWithin(survey, $0) }
    guard fitting.count == 1, ownHints.orders.isEmpty else { throw .datesOpen(sample) }
    return ResponseDates(order: fitting[0], evidence: .survey, sample: sample)
  }

  /// Whether all of the days fall into the time in which the survey was open; at the far side of the earth it is another
  /// day.
  private func isWithin(_ survey: Survey, _ order: DateOrder) -> Bool {
    guard survey.opens != nil || survey.closes != nil else { return true }
    return samples.allSatisfy { text in
      guard let day = WrittenDate.iso(text, order).flatMap({ Day($0) }) else { return false }
      return survey.opens.map { day.number >= $0.number - 1 } ?? true
        && survey.closes.map { day.number <= $0.number + 1 } ?? true
    }
  }
}
