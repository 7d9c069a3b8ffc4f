import Model

/// The adopted plans that count as closed on a day: see `Programme.closedPlans`.
public struct ClosedPlansOn: Query {
  let day: Day

  public init(_ day: Day) { self.day = day }

  public func answer(in reader: Reader) throws -> [Plan] {
    var programme = Programme()
    programme.activities = try reader.all()
    programme.occurrences = try reader.all()
    programme.rulings = try reader.all()
    return programme.closedPlans(asOf: day)
  }
}
