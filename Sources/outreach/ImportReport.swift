import Dashboard
import Interchange
import Model
import Phrases

/// What an import would do, in lines: `FILE:LINE: column: sentence` for all that is left out, then the counts.
struct ImportReport {
  let lines: [String]

  init<R>(_ plan: ImportPlan<R>, file: String, book: Phrasebook) {
    var found: [(line: Int, text: String)] = []
    for rejection in plan.rejected {
      let column = rejection.column.isEmpty ? "" : rejection.column + ": "
      found.append((rejection.line, column + book.say(Phrase(rejection.problem))))
    }
    for duplicate in plan.duplicates {
      let key: PhraseKey = duplicate.isIdentical ? .importSameRow : .importDuplicate
      found.append((duplicate.line, book.say(key, .text(String(duplicate.firstLine)))))
    }
    found += plan.notes.map { ($0.line, book.say(Phrase($0))) }
    let unknown = plan.unknownColumns.map { book.say(.importColumnUnknown, .text($0)) }
    let counts = book.say(
      .importCounts, .number(plan.new.count), .number(plan.changed.count), .number(plan.unchanged),
      .number(plan.rejectedRows + plan.duplicates.count { !$0.isIdentical }))
    lines =
      unknown + found.sorted { $0.line < $1.line }.map { "\(file):\($0.line): \($0.text)" } + [counts]
  }
}

extension CSVNote {
  fileprivate var line: Int {
    switch self {
    case .repairedQuote(let line), .removedNUL(let line), .replacedBytes(let line): line
    }
  }
}
