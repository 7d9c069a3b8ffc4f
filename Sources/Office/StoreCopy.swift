import Interchange
import Store
import Glibc

extension Library {
  /// Copies the whole store into a new file, while others go on working in it: written beside and renamed, so that nothing
  /// half stands under its name.
  /// - Throws: `FileProblem` or `StoreProblem`.
  public func copy(to file: String, replacing: Replacing) throws {
    try NewFile.write(to: file, replacing: replacing) { temporary in
      // A copy of a store is for those for whom the store would be: its folder says that.
      unlink(temporary)
      try self.backup(to: temporary, for: file)
    }
  }
}
