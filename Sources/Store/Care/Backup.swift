extension Library {
  /// Copies the store as it is now into a new file, while others go on working. The copy is whole, sound and on the disk, or
  /// there is none.
  /// - Parameter name: what the file is going to be called, where it gets that name only when it is whole.
  public func backup(to target: String, for name: String? = nil) throws(StoreProblem) {
    let file = StoreFile(path: target)
    try file.create()
    do { try WholeCopy.fill(file, from: database, of: path) } catch {
      if case .corrupt = error as? StoreProblem { throw StoreProblem.of(error, path: path) }
      throw StoreProblem.of(error, path: name ?? target)
    }
  }
}
