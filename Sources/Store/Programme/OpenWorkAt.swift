import Model

/// What is to be done as of a day, the most urgent first.
public struct OpenWorkAt: Query {
  let day: Day
  let limit: Int

  public init(asOf day: Day, limit: Int) { (self.day, self.limit) = (day, limit) }

  public func answer(in reader: Reader) throws -> OpenWork {
    // Only what activities hang on: the first screen waits for this.
    var programme = Programme()
    programme.activities = try reader.all()
    programme.occurrences = try reader.all()
    programme.rulings = try reader.all()
    programme.events = try reader.all()
    programme.launches = try reader.all()
    return OpenWork(programme, asOf: day, limit: limit)
  }
}
