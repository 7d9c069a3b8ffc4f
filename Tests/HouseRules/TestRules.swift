import Testing

/// Tests can be read, fail when something is wrong, and fail again when they are run again.
@Suite struct TestRules {
  private static let texts = House.tests.map { ($0, SwiftText($0.lines.joined(separator: "\n"))) }

  private static let bodies = texts.flatMap { file, text in
    text.functions.map { (file: file, function: $0, code: text.lines[$0.lines].joined(separator: "\n")) }
  }

  /// What says by itself that something is wrong.
  private static func expects(_ code: String) -> Bool {
    ["#expect", "#require", "Issue.record", "throw "].contains(where: code.contains)
  }

  @Test func `Every test expects something`() {
    let helpers = Set(
      Self.bodies.filter { Self.expects($0.code) }.map(\.function.name))
    for (file, function, code) in Self.bodies where Self.isTest(function, in: file) && !Self.expects(code) {
      let called = code.split(separator: "(").map { part in
        String(part.reversed().prefix { $0.isLetter || $0.isNumber }.reversed())
      }
      #expect(
        !helpers.isDisjoint(with: called), "\(function.name): \(file.path):\(function.lines.lowerBound + 1)")
    }
  }

  /// The attribute stands before it, in its line or in those above.
  private static func isTest(_ function: SwiftText.Function, in file: House.File) -> Bool {
    let first = function.lines.lowerBound
    guard function.indent == 2, !file.lines[first].contains("@Test") else { return function.indent == 2 }
    let above = file.lines[..<first].reversed().prefix { !$0.isEmpty && $0 != "  }" && !$0.contains("func ") }
    return above.contains { $0.hasPrefix("  @Test") }
  }

  /// A failure that cannot be found again helps nobody.
  @Test func `What is random has a seed`() {
    let seedless = /\.(random|randomElement|shuffled|shuffle)\((?!.*using)/
    for (file, text) in Self.texts {
      for (number, line) in text.lines.enumerated() {
        let isSeedless = line.contains("SystemRandomNumberGenerator") || line.contains(seedless)
        #expect(!isSeedless, "\(file.path):\(number + 1)")
      }
    }
  }

  /// What a failure says should be read as a sentence, by somebody who knows no list of tasks.
  @Test func `Names of tests are sentences`() {
    let named = /^(?:  @Test.*|  |  \].*)\bfunc `(.+)`\(/
    let numbered = /^[0-9]+(\.[0-9]+)? [A-Z]|\b[Ii]ssue [0-9]/
    for file in House.tests {
      for (number, line) in file.lines.enumerated() where line.contains("func `") {
        guard let name = line.firstMatch(of: named)?.1 else { continue }
        #expect(!name.contains(numbered), "\(file.path):\(number + 1)")
      }
    }
    for (file, function, _) in Self.bodies where Self.isTest(function, in: file) {
      let line = file.lines[function.lines.lowerBound]
      let isWord = !function.name.contains(where: \.isUppercase)
      #expect(line.contains("func `") || isWord, "\(function.name): \(file.path)")
    }
  }

  /// Whoever knows where something is built knows where it is tested.
  @Test func `Folders of tests are those of the sources`() {
    let folders = Set(House.sources.map { $0.path.split(separator: "/").dropFirst().dropLast().prefix(2) })
    for file in House.tests {
      let parts = file.path.split(separator: "/").dropFirst().dropLast().prefix(2)
      guard parts.count == 2, let module = parts.first, module.hasSuffix("Tests") else { continue }
      let source = [module.dropLast("Tests".count), parts.last!]
      #expect(folders.contains { $0.elementsEqual(source) }, "\(file.path)")
    }
  }
}
