import Foundation
import Testing

/// The house as its sources stand on the disk.
enum House {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File: CustomTestStringConvertible {
    /// From the root: `Sources/Model/Day.swift`.
    let path: String
    let lines: [String]
    /// The lines without comments.
    let code: [String]

    init(path: String, lines: [String]) {
      (self.path, self.lines) = (path, lines)
      code = lines.map { line in line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? line }
    }

    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var testDescription: String { path }

    /// What it imports, whatever stands before or behind the word.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let at = words.firstIndex(of: "import"), at + 1 < words.count else { return nil }
        guard words[..<at].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" }) else {
          return nil
        }
        return words[at + 1].split(separator: ".").first.map(String.init)
      }
    }
  }

  /// Every Swift file of the program.
  static let sources: [File] = files(in: "Sources", suffix: ".swift")
  static let tests: [File] = files(in: "Tests", suffix: ".swift")

  static func files(in folder: String, suffix: String) -> [File] {
    let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    let names = (paths?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(suffix) }.sorted()
    return names.compactMap { name in
      let url = root.appendingPathComponent(folder).appendingPathComponent(name)
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
      return File(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
    }
  }
}
