import Model

/// What serves each objective and each function on a day.
public struct AimBookOn: Query {
  let day: Day

  public init(_ day: Day) { self.day = day }

  public func answer(in reader: Reader) throws -> AimBook {
    var book = AimBook(asOf: day)
    book.take(try reader.all(Activity.self))
    book.take(try reader.all(Opportunity.self))
    book.take(try reader.all(Message.self))
    book.take(try reader.all(Measure.self))
    book.take(try reader.all(Evidence.self))
    book.take(try reader.all(FocusGroup.self))
    book.sort()
    return book
  }
}
