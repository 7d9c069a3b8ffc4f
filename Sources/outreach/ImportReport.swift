import Interchange
import Model
import Office
import Phrases

/// What an import would do, in lines: how the file was read where that is a guess, `FILE:LINE: column: sentence`
/// for all that is left out, some titles, then the counts.
struct ImportReport {
  let lines: [String]

  /// Titles of records, and how many there are of them.
  private struct Titles {
    let first: [String]
    let count: Int
  }

  /// - Parameters:
  ///   - namesEveryRow: of which the same is to be said, not one line for all of them.
  ///   - isRehearsal: whether rows can still be said to be somebody.
  init(
    _ summary: ImportSummary, _ job: ImportJob, file: String, book: Phrasebook,
    namesEveryRow: Bool = false, isRehearsal: Bool = true
  ) {
    let said =
      namesEveryRow
      ? summary.findings.map { ($0.line, [$0].said(in: book)) }
      : summary.groups.all.map { ($0.lines[0], $0.sentence(book)) }
    let places = said.map { "\(file):\($0): \($1)" }
    let more = namesEveryRow ? summary.findingsLeftOut : summary.groups.leftOut
    let rest = more > 0 ? [book.say(.importMoreFindings, .number(more))] : []
    let alike = Self.lookalikes(summary, file: file, book, canJoin: isRehearsal)
    let hint = job.format == .table ? Self.hint(summary.groups, book, hasColumns: true, hasDates: true) : []
    let left = job.titlesLeftOut(besides: summary.remarks.titlesTold)
    let leftOut = left.isEmpty ? [] : [book.say(.importLeftOutColumns, .list(left))]
    lines = Self.lines(
      summary.remarks, leftOut + places + rest + hint + alike,
      new: Titles(first: summary.firstNew.map(\.title), count: summary.new),
      changed: Titles(first: summary.firstChanged.map(\.after.title), count: summary.changed),
      unchanged: summary.unchanged, rejected: summary.rejected + summary.conflictingRows, book)
  }

  /// - Parameters:
  ///   - isTable: whether there are columns of which words can be told what they mean.
  ///   - hasDates: whether it can be told how its dates are read; nil for what `isTable` says.
  init<R>(
    _ plan: ImportPlan<R>, file: String, book: Phrasebook, isTable: Bool = true,
    hasDates: Bool? = nil, namesEveryRow: Bool = false
  ) {
    let groups = FindingGroups(plan.findings)
    var found: [(line: Int, text: String)] =
      namesEveryRow
      ? plan.findings.map { ($0.line, [$0].said(in: book)) }
      : groups.all.map { ($0.lines[0], $0.sentence(book)) }
    let wording = plan.wording
    found += wording.flatMap { row in
      row.findings.map { (row.line, BoundaryAdvice.sentence($0, book)) }
    }
    let advice = wording.isEmpty ? [] : [book.say(.importWording, .number(wording.count))]
    lines =
      Self.lines(
        plan.remarks,
        found.sorted { $0.line < $1.line }.map { "\(file):\($0.line): \($0.text)" }
          + Self.hint(groups, book, hasColumns: isTable, hasDates: hasDates ?? isTable),
        new: Titles(first: plan.new.map(\.title), count: plan.new.count),
        changed: Titles(first: plan.changed.map(\.after.title), count: plan.changed.count),
        unchanged: plan.unchanged, rejected: plan.rejectedRows + plan.duplicates.count { !$0.isIdentical },
        book) + advice
  }

  private static func lines(
    _ remarks: ImportRemarks, _ places: [String], new: Titles, changed: Titles, unchanged: Int, rejected: Int,
    _ book: Phrasebook
  ) -> [String] {
    let foreign = remarks.unknownColumns
    let unknown =
      foreign.count > 3
      ? [book.say(.importNotKnown, .list(foreign))]
      : foreign.map { book.say(remarks.isOfCards ? .cardPropertyUnknown : .importColumnUnknown, .text($0)) }
    let columns = remarks.columnSentences.map(book.say)
    let counts = book.say(
      .importCounts, .number(new.count), .number(changed.count), .number(unchanged), .number(rejected))
    let encoding = remarks.encodingSentence(names: new.first + changed.first).map { [book.say($0)] } ?? []
    let groups: [(PhraseKey, Titles)] = [(.importTitlesNew, new), (.importTitlesChanged, changed)]
    let titles = groups.filter { $0.1.count > 0 }.map { key, titles in
      book.say(key, .chain(titles.first, first: 3, of: titles.count))
    }
    let sheet = remarks.sheet?.sentences.map(book.say) ?? []
    let optOuts = remarks.optOutSentences.map(book.say)
    return optOuts + sheet + encoding + unknown + leftOut(remarks, book) + columns + places + titles + [
      counts
    ]
  }

  /// Who may be known already.
  private static func lookalikes(
    _ summary: ImportSummary, file: String, _ book: Phrasebook, canJoin: Bool
  ) -> [String] {
    let lines = (summary.lookalikes ?? []).sorted { $0.line < $1.line }.map { alike in
      let (name, other) = (alike.newcomer.title, alike.other.title)
      let place = alike.otherLine.map { String($0) } ?? alike.other.id
      let said = book.say(
        alike.otherLine == nil ? .importMayBe : .importMayBeLine, .text(name), .text(other), .text(place),
        .text(book.label("level", alike.candidate.level.rawValue)),
        .text(DuplicateWords.reasons(alike.candidate, book)))
      return "\(file):\(alike.line): \(said)"
    }
    let more = summary.uncompared > 0 ? [book.say(.importUncompared, .number(summary.uncompared))] : []
    let isKnown = canJoin && summary.lookalikes?.contains { $0.otherLine == nil } == true
    return lines + more + (isKnown ? [book.say(.importSameHint)] : [])
  }

  /// Where words were refused, how to say what they mean; where dates were, how to say which number comes first; where
  /// times were, how to say of which zone.
  private static func hint(
    _ groups: FindingGroups, _ book: Phrasebook, hasColumns: Bool, hasDates: Bool
  ) -> [String] {
    let hasWords = groups.all.contains { group in
      if case .rejected(.value(.malformedDay)) = group.what { return true }
      return group.what.isOfWord
    }
    let isOpen = hasDates && groups.all.contains { $0.what.isOfOpenDay }
    let isTimed = hasDates && groups.all.contains { $0.what.isOfTimeWithoutZone }
    return (isOpen ? [datesHint(book)] : []) + (isTimed ? [book.say(.importZoneHint)] : [])
      + (hasColumns && hasWords ? [book.say(.importWordsHint)] : [])
  }

  static func datesHint(_ book: Phrasebook) -> String {
    book.say(.cliDatesOpen, .phrase(Phrase(.importDatesOpen)))
  }

  /// What is left out on purpose is said, so that nobody looks for it.
  private static func leftOut(_ remarks: ImportRemarks, _ book: Phrasebook) -> [String] {
    let counts = remarks.leftOut.sorted { $0.key < $1.key }
      .map { book.bracketed($0.key, book.number($0.value)) }
    return counts.isEmpty ? [] : [book.say(.cardLeftOut, .list(counts))]
  }
}
