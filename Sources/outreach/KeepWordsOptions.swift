import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases

/// Why words stay that prescribe policy, on the command line: a form asks for it, a script says it beforehand.
struct KeepWordsOptions: ParsableArguments {
  @Option(name: .customLong("keep-words"), help: help(.cliKeepWords)) var reason: String?

  /// - Throws: `CommandFailure` for a reason without words.
  func check() throws {
    if reason?.trimmed.isEmpty == true { throw CommandFailure(Phrase(.cliKeepWordsWhy), code: EX_USAGE) }
  }

  /// What is known of stakeholders never goes out as words of the house.
  /// - Throws: `CommandFailure`.
  func refuse() throws {
    if reason != nil { throw CommandFailure(Phrase(.cliKeepWordsNone), code: EX_USAGE) }
  }

  /// The record with the reason, where one was given: it is kept for each of its words that has none.
  func keeping<R: Record>(_ record: R, by who: String) throws -> R {
    try check()
    guard let reason else { return record }
    let open = record.openFindings(since: nil)
    return record.keeping(open.map { $0.kept(line(reason), by: who, on: Environment.today) })
  }

  /// The rows of a file with the reason, where one was given.
  func keep<R>(in plan: inout ImportPlan<R>, by who: String) throws {
    try check()
    if let reason { plan.keepWords(because: line(reason), by: who, on: Environment.today) }
  }

  /// What is kept of it, in a sentence for each.
  func sentences(_ kept: [BoundaryOverride], _ book: Phrasebook) -> [String] {
    if reason == nil { return [] }
    let words = WordingWords(Environment.look(book))
    return kept.isEmpty ? [book.say(.cliKeepWordsNone)] : kept.map(words.kept)
  }

  private func line(_ reason: String) -> String {
    reason.split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " ").trimmed
  }
}
