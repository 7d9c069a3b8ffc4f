import Model
import Store

/// The sample data that travels with the program.
public enum SampleStore {
  /// The day on which the sample is most instructive.
  public static let asOf = Day(year: 2015, month: 9, day: 15)!

  public static func fill(_ library: Library) throws {}
}
