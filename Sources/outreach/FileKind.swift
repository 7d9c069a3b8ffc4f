import ArgumentParser
import Interchange
import Model

/// A kind of record that files hold, by the name of such a file: `budget-lines`.
struct FileKind: ExpressibleByArgument {
  let type: any Exchangeable.Type

  private static let all = RecordKind.allCases.compactMap { $0.type as? any Exchangeable.Type }

  init?(argument: String) {
    guard let type = Self.all.first(where: { $0.file == argument }) else { return nil }
    self.type = type
  }

  static var allValueStrings: [String] { all.map { $0.file } }
}
