import Testing

/// Whatever is declared is used, as far as names tell.
@Suite struct DeadCodeRules {
  struct Declaration {
    let name: String
    let file: House.File
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
    // The package manager makes one and asks it what to run.
    "PhraseKeysPlugin", "createBuildCommands",
  ]

  private static let texts = House.sources.map { ($0, SwiftText($0.lines.joined(separator: "\n"))) }

  @Test func `Every declaration is used where it can be seen`() {
    let declarations = Self.texts.flatMap { Self.declarations(in: $0, $1) }
    #expect(declarations.count > 10_000)
    let uses = Self.count(Self.texts.flatMap { file, text in text.words.map { ($0.key, file, $0.value) } })
    let declared = Self.count(declarations.map { ($0.name, $0.file, 1) })
    for declaration in declarations where !Self.asked.contains(declaration.name) {
      let place = Place(declaration.name, in: declaration.file, declaration.reach)
      if uses[place, default: 0] <= declared[place, default: 0] {
        Issue.record("nobody uses \(declaration.name): \(declaration.file.path):\(declaration.line)")
      }
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

  /// A name and from where it is seen.
  private struct Place: Hashable {
    let name: String
    /// A file, a module, or everything.
    let scope: String

    init(_ name: String, in file: House.File, _ reach: Reach) {
      self.name = name
      scope =
        switch reach {
        case .file: file.path
        case .module: file.module
        case .program: ""
        }
    }
  }

  /// How often each name stands in each file, each module and everywhere.
  private static func count(_ names: [(String, House.File, Int)]) -> [Place: Int] {
    var counts: [Place: Int] = [:]
    for (name, file, count) in names {
      for reach in [Reach.file, .module, .program] {
        counts[Place(name, in: file, reach), default: 0] += count
      }
    }
    return counts
  }

  private static let keywords: Set<Substring> = [
    "func", "var", "let", "struct", "enum", "class", "protocol", "actor", "typealias",
  ]

  private static func declarations(in file: House.File, _ text: SwiftText) -> [Declaration] {
    var isPublic = false
    return text.lines.enumerated().compactMap { number, line in
      if line.hasPrefix("}") { isPublic = false }
      if line.hasPrefix("public protocol") { isPublic = true }
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(where: keywords.contains), at + 1 < words.count,
        words[..<at].allSatisfy({ $0.first?.isLowercase == true || $0.hasPrefix("@") })
      else { return nil }
      let isHidden = words[..<at].contains("private") || words[..<at].contains("fileprivate")
      let name = words[at + 1].drop { $0 == "`" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      guard !name.isEmpty, name != "_" else { return nil }
      return Declaration(
        name: String(name), file: file, line: number + 1,
        reach: isHidden ? .file : isPublic || words[..<at].contains("public") ? .program : .module)
    }
  }
}
