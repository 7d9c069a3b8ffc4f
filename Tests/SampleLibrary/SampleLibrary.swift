import Office
import Store

extension Library {
  /// The sample data in one store, which is filled once in a run.
  private static let filled = Result {
    let library = try Library.inMemory()
    try SampleStore.fill(library)
    return library
  }

  /// A store in memory with the sample data, of whoever asks alone.
  public static func sample() throws -> Library { try inMemory(like: filled.get()) }

  /// The sample data as a store at `path`, where there is none.
  public static func makeSample(at path: String) throws { try filled.get().backup(to: path) }
}
