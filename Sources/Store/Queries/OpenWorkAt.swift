import Model

/// What is to be done as of a day, the most urgent first.
public struct OpenWorkAt: Query {
  let day: Day
  let limit: Int

  public init(asOf day: Day, limit: Int) { (self.day, self.limit) = (day, limit) }

  public func answer(in reader: Reader) throws -> OpenWork {
    // Only what activities hang on: the first screen waits for this.
    var programme = Programme()
    programme.activities = try AllRecords().answer(in: reader)
    programme.occurrences = try AllRecords().answer(in: reader)
    programme.rulings = try AllRecords().answer(in: reader)
    programme.events = try AllRecords().answer(in: reader)
    programme.launches = try AllRecords().answer(in: reader)
    return OpenWork(programme, asOf: day, limit: limit)
  }
}
