/// The shape of the embedded `decision.json`.
struct DecisionFile: Decodable {
  let activities: [Activity]
  let contradictions: [Contradiction]
  let launches: [AdoptedLaunch]
  let launchActivities: [LaunchActivity]
  let launchMonths: [String]
  let indicators: [Indicator]
  let risks: [AdoptedRisk]
  let partnerships: [AdoptedPartnership]
  let messages: [AdoptedMessage]

  struct Activity: Decodable {
    let id: RecordID
    let plan: Plan
    let label: Label
    let citation: Label
    let printedTiming: Label
    let timing: Timing
    let printedBudget: Label?
    let budget: Budget?

    var adopted: AdoptedActivity {
      AdoptedActivity(
        id: id, plan: plan, label: label, citation: citation, printedTiming: printedTiming,
        timing: timing, printedBudget: printedBudget, budget: budget)
    }
  }
}

extension Timing: Decodable {
  private enum Key: String, CodingKey { case kind, month, from, to, year, daysFrom, daysTo }

  public init(from decoder: any Decoder) throws {
    let table = try decoder.container(keyedBy: Key.self)
    func month(_ key: Key) throws -> Month {
      guard let month = Month(try table.decode(String.self, forKey: key)) else {
        throw DecodingError.dataCorruptedError(forKey: key, in: table, debugDescription: "not a month")
      }
      return month
    }
    switch try table.decode(String.self, forKey: .kind) {
    case "by": self = .by(try month(.month))
    case "window": self = .window(try month(.from), try month(.to))
    case "allYear": self = .allYear(try table.decode(Int.self, forKey: .year))
    case "yearly": self = .yearly(month: try table.decode(Int.self, forKey: .month))
    case "regular": self = .regular
    case "ongoing": self = .ongoing
    case "beforePlenary":
      let first = try table.decode(Int.self, forKey: .daysFrom)
      self = .beforePlenary(days: first...(try table.decode(Int.self, forKey: .daysTo)))
    default: throw DecodingError.dataCorruptedError(forKey: .kind, in: table, debugDescription: "no timing")
    }
  }
}

extension Budget: Decodable {
  private enum Key: String, CodingKey { case kind, usd, year, deliverable, users, years }

  public init(from decoder: any Decoder) throws {
    let table = try decoder.container(keyedBy: Key.self)
    func number(_ key: Key) throws -> Int { try table.decode(Int.self, forKey: key) }
    switch try table.decode(String.self, forKey: .kind) {
    case "notApplicable": self = .notApplicable
    case "amount": self = .amount(usd: try number(.usd), year: try number(.year))
    case "shareOf": self = .shareOf(deliverable: try table.decode(String.self, forKey: .deliverable))
    case "total":
      self = .total(usd: try number(.usd), users: try number(.users), years: try number(.years))
    case "perDay": self = .perDay(usd: try number(.usd))
    default: throw DecodingError.dataCorruptedError(forKey: .kind, in: table, debugDescription: "no budget")
    }
  }
}
