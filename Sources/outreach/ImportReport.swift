import Dashboard
import Interchange
import Model
import Phrases

/// What an import would do, in lines: how the file was read where that is a guess, `FILE:LINE: column: sentence`
/// for all that is left out, some titles before a decision, then the counts.
struct ImportReport {
  let lines: [String]

  init<R>(_ plan: ImportPlan<R>, file: String, book: Phrasebook, isRehearsal: Bool) {
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
    let repeated = plan.repeatedColumns.map {
      book.say(.importColumnRepeated, .text($0.readTitle), .number($0.number), .text($0.title))
    }
    let counts = book.say(
      .importCounts, .number(plan.new.count), .number(plan.changed.count), .number(plan.unchanged),
      .number(plan.rejectedRows + plan.duplicates.count { !$0.isIdentical }))
    let places = found.sorted { $0.line < $1.line }.map { "\(file):\($0.line): \($0.text)" }
    let encoding = Self.encoding(plan, book).map { [$0] } ?? []
    let titles = isRehearsal ? Self.titles(plan, book) : []
    lines = encoding + unknown + repeated + places + titles + [counts]
  }

  /// How the file was read where it was not UTF-8, with names that show whether that was right: those beyond
  /// ASCII if there are any.
  private static func encoding<R>(_ plan: ImportPlan<R>, _ book: Phrasebook) -> String? {
    guard let encoding = plan.encoding.nameUnlessUTF8 else { return nil }
    let all = [plan.new.lazy.map(\.title), plan.changed.lazy.map(\.after).map(\.title)].joined()
    let telling = Array(all.filter { !$0.utf8.allSatisfy { $0 < 0x80 } }.prefix(3))
    let names = telling.isEmpty ? Array(all.prefix(3)) : telling
    guard !names.isEmpty else { return book.say(.importEncoding, .text(encoding)) }
    return book.say(.importEncodingNames, .text(encoding), .text(list(names, of: names.count)))
  }

  /// The first of the new and of the changed records.
  private static func titles<R>(_ plan: ImportPlan<R>, _ book: Phrasebook) -> [String] {
    let groups: [(PhraseKey, [String], Int)] = [
      (.importTitlesNew, plan.new.prefix(3).map(\.title), plan.new.count),
      (.importTitlesChanged, plan.changed.prefix(3).map(\.after.title), plan.changed.count),
    ]
    return groups.filter { $0.2 > 0 }.map { book.say($0, .text(list($1, of: $2))) }
  }

  /// Names have commas of their own.
  private static func list(_ titles: [String], of count: Int) -> String {
    titles.joined(separator: "; ") + (count > titles.count ? "; …" : "")
  }
}

extension TextEncoding {
  fileprivate var nameUnlessUTF8: String? {
    switch self {
    case .utf8, .utf8WithBOM: nil
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .gb18030: "GB18030"
    case .windows1252: "Windows-1252"
    }
  }
}

extension CSVNote {
  fileprivate var line: Int {
    switch self {
    case .repairedQuote(let line), .removedNUL(let line), .replacedBytes(let line): line
    }
  }
}
