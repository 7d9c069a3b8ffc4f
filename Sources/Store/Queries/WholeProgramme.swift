import Model

/// All of the programme, of one moment. What is read once stays at hand, so that only what changed is read again.
public struct WholeProgramme: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> Programme {
    var programme = Programme()
    programme.activities = try AllRecords().answer(in: reader)
    programme.plans = try AllRecords().answer(in: reader)
    programme.occurrences = try AllRecords().answer(in: reader)
    programme.budget = try AllRecords().answer(in: reader)
    programme.rulings = try AllRecords().answer(in: reader)
    programme.events = try AllRecords().answer(in: reader)
    programme.launches = try AllRecords().answer(in: reader)
    programme.cells = try AllRecords().answer(in: reader)
    programme.cards = try AllRecords().answer(in: reader)
    programme.products = try AllRecords().answer(in: reader)
    programme.translations = try AllRecords().answer(in: reader)
    programme.enquiries = try AllRecords().answer(in: reader)
    programme.spokespersons = try AllRecords().answer(in: reader)
    programme.materials = try AllRecords().answer(in: reader)
    programme.responses = try AllRecords().answer(in: reader)
    programme.opportunities = try AllRecords().answer(in: reader)
    programme.calls = try AllRecords().answer(in: reader)
    programme.concerns = try AllRecords().answer(in: reader)
    programme.focusGroups = try AllRecords().answer(in: reader)
    return programme
  }
}
