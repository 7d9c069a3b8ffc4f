import Model

/// All of the programme, of one moment. What is read once stays at hand, so that only what changed is read again.
public struct WholeProgramme: Query {
  /// Of partnerships, which may be many and say much, only what the trace to the mandate counts.
  private let isTraced: Bool

  public init() { isTraced = false }
  init(isTraced: Bool) { self.isTraced = isTraced }

  public func answer(in reader: Reader) throws -> Programme {
    var programme = Programme()
    programme.activities = try reader.all()
    programme.plans = try reader.all()
    programme.occurrences = try reader.all()
    programme.budget = try reader.all()
    programme.rulings = try reader.all()
    programme.events = try reader.all()
    programme.launches = try reader.all()
    programme.cells = try reader.all()
    programme.cards = try reader.all()
    programme.products = try reader.all()
    programme.translations = try reader.all()
    programme.enquiries = try reader.all()
    programme.spokespersons = try reader.all()
    programme.materials = try reader.all()
    programme.responses = try reader.all()
    programme.opportunities = try reader.all()
    programme.calls = try reader.all()
    programme.concerns = try reader.all()
    programme.focusGroups = try reader.all()
    programme.risks = try reader.all()
    let owners = isTraced ? [] : Set(programme.risks.map(\.owner)).subtracting([""])
    if !owners.isEmpty { programme.names = try reader.names(of: owners) }
    programme.partnerships = try isTraced ? reader.all(only: Self.traced) : reader.all()
    programme.messages = try reader.all()
    return programme
  }

  private static let traced = [
    "partnership_type", "partnership_purposes", "found_by", "partnership_steps", "reviews", "next_review",
  ]
}
