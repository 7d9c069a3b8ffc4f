import Translation

/// The phrases of the program, read once for all tests.
enum BuiltIn {
  static let catalogue: PhraseCatalogue = {
    do throws(TranslationProblem) { return try PhraseCatalogue() } catch {
      preconditionFailure("line \(error.line): \(error.what)")
    }
  }()
}
