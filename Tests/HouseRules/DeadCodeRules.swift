import Testing

/// Whatever is declared is used, as far as names tell.
@Suite struct DeadCodeRules {
  struct Declaration {
    let name: String
    let path: String
    let line: Int
    let reach: Reach
  }

  enum Reach { case file, module, program }

  /// What a library calls by these names, or asks for.
  private static let asked: Set<String> = [
    // ArgumentParser asks each command for them.
    "configuration", "validate",
    // GRDB asks values for it that stand among the arguments of a statement.
    "databaseValue",
  ]

  private static let texts = House.sources.map { ($0, SwiftText($0.lines.joined(separator: "\n"))) }

  @Test func `Every declaration is used where it can be seen`() {
    let declarations = Self.texts.flatMap { Self.declarations(in: $0, $1) }
    #expect(declarations.count > 10_000)
    let unused = Dictionary(grouping: declarations, by: \.name).values.flatMap(Self.unused)
    for declaration in unused where !Self.asked.contains(declaration.name) {
      Issue.record("nobody uses \(declaration.name): \(declaration.path):\(declaration.line)")
    }
  }

  @Test func `Functions are short enough to read`() {
    for (file, text) in Self.texts {
      for function in text.functions where function.lines.count > 60 {
        Issue.record(
          "\(file.path):\(function.lines.lowerBound + 1) \(function.name): \(function.lines.count) lines")
      }
    }
  }

  /// Those among declarations of one name that it alone accounts for, wherever they can be seen.
  private static func unused(_ namesakes: [Declaration]) -> [Declaration] {
    namesakes.filter { declaration in
      func isInSight(_ path: String) -> Bool {
        switch declaration.reach {
        case .file: path == declaration.path
        case .module: module(path) == module(declaration.path)
        case .program: true
        }
      }
      let uses = places[declaration.name, default: [:]].filter { isInSight($0.key) }.values.reduce(0, +)
      return uses <= namesakes.count { isInSight($0.path) }
    }
  }

  /// How often each word stands in each file.
  private static let places: [String: [String: Int]] = texts.reduce(into: [:]) { places, file in
    for (word, count) in file.1.words { places[word, default: [:]][file.0.path] = count }
  }

  private static func module(_ path: String) -> Substring { path.split(separator: "/")[1] }

  private static func declarations(in file: House.File, _ text: SwiftText) -> [Declaration] {
    var isPublic = false
    return text.lines.enumerated().compactMap { number, line in
      if line.hasPrefix("}") { isPublic = false }
      if line.hasPrefix("public protocol") { isPublic = true }
      let word = /^ *((?:[a-z@()]+ +)*)(?:func|var|let|struct|enum|class|protocol|actor|typealias) +`?(\w+)/
      guard let match = line.firstMatch(of: word) else { return nil }
      let marks = match.output.1.split(separator: " ")
      let isHidden = marks.contains("private") || marks.contains("fileprivate")
      let reach: Reach = isHidden ? .file : isPublic || marks.contains("public") ? .program : .module
      return Declaration(name: String(match.output.2), path: file.path, line: number + 1, reach: reach)
    }
  }
}
