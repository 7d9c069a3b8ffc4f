import ArgumentParser
import Foundation
import Model

/// Times the check for wording that prescribes policy over twenty pages in each official language, and the first look
/// of a start, which reads the rules too.
struct MeasureWording: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wording", abstract: "Time the check of wording over twenty pages in each language.")

  @Option(help: "A folder of texts, one `LANGUAGE.tsv` each with the text in its third column.")
  var texts = "Tests/ModelTests/Wording/Sentences"
  @Option(help: "So many times each.") var times = 20

  /// Twenty pages of three thousand characters.
  private static let length = 60_000

  func run() throws {
    for language in Language.official {
      let file = URL(fileURLWithPath: texts).appendingPathComponent("\(language).tsv")
      let sentences = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
        $0.split(separator: "\t").dropFirst(2).first
      }
      guard !sentences.isEmpty else { throw ValidationError("\(file.path) has no text.") }
      var pages = ""
      while pages.unicodeScalars.count < Self.length { pages += sentences.joined(separator: " ") + "\n\n" }
      let text = String(pages.unicodeScalars.prefix(Self.length))
      let first = milliseconds { _ = BoundaryCheck.of(language) }
      guard let check = BoundaryCheck.of(language) else { continue }
      let took = (0..<times).map { _ in milliseconds { _ = check.findings(in: text) } }
      print(Figures.line("wording: 20 pages, \(language)", Figures.times(took), "50 ms"))
      print(Figures.line("wording: rules read, \(language)", Figures.ms(first), ""))
    }
  }

  private func milliseconds(_ body: () -> Void) -> Double {
    let (seconds, parts) = ContinuousClock().measure(body).components
    return Double(seconds) * 1_000 + Double(parts) / 1e15
  }
}
