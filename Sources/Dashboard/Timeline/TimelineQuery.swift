import Model
import Store

/// The whole timeline, made beside the keys once after each change.
struct TimelineQuery: Query {
  let asOf: Day

  func answer(in reader: Reader) throws -> TimelineTree {
    TimelineTree(try WholeProgramme().answer(in: reader), asOf: asOf)
  }
}
