import Glibc
import Phrases
import Store

/// What a check of a store says of what it found.
enum FindingWords {
  static func say(_ finding: Finding, _ book: Phrasebook) -> String {
    switch finding {
    case .damage(let line): line
    case .unreadable(let row): book.say(.findingUnreadable, .text(row))
    case .journal(let entry): book.say(.findingUnreadable, .text("journal:\(entry)"))
    case .orphan(let table, let other): book.say(.findingOrphan, .text(table), .text(other))
    case .words(let kind): book.say(.findingWords, .text(kind.rawValue))
    case .count(let dimension, let value, let stored, let counted):
      book.say(
        .findingCount, .text("\(dimension):\(value)"), .text(String(stored)), .text(String(counted)))
    case .columns(let kind, let count):
      book.say(.findingColumns, .text(kind.rawValue), .text(String(count)))
    case .audit(let fault): book.say(audit(fault))
    case .stray(let stray): book.say(leading(stray, book))
    case .published(let found): book.say(published(found, book))
    }
  }

  /// What is to be said of a store of which a check found something.
  static func failure(_ findings: [Finding], _ path: Phrase.Argument) -> CommandFailure {
    if findings.contains(where: \.isOfFile) {
      return CommandFailure(Phrase(.storeDamaged, path), code: EX_DATAERR)
    }
    let count = Phrase(.storeFindings, .number(findings.count), path)
    let isDerived = findings.contains(where: \.isDerived)
    return CommandFailure(
      isDerived ? Phrase(.followed, .phrase(count), .phrase(Phrase(.storeCanBeRepaired))) : count,
      code: EX_DATAERR)
  }

  /// Where a reference stands that leads nowhere, and whereto.
  private static func leading(_ stray: StrayReference, _ book: Phrasebook) -> Phrase {
    Phrase(
      stray.into == nil ? .storeStray : .storeStrayMerged, .text(stray.record.description),
      .text(stray.title),
      .text(book.label("field", stray.field)), .text(stray.to.description), .text(stray.into ?? ""))
  }

  private static func audit(_ fault: AuditFault) -> Phrase {
    switch fault {
    case .changed(let line): Phrase(.findingLogChanged, .text(String(line)))
    case .missing(let after, let before):
      Phrase(.findingLogMissing, .text(String(after)), .text(String(before)))
    case .journal(let had, let has): Phrase(.findingJournalMissing, .text(String(had)), .text(String(has)))
    }
  }

  private static func published(_ found: PublishedByMerge, _ book: Phrasebook) -> Phrase {
    let values = found.values.map { value in
      book.say(.labelled, .text(book.label("field", value.field.rawValue)), .text(value.text))
    }
    return Phrase(
      .findingPublished, .text(found.title), .text(found.stakeholder), .text(found.by),
      .text(found.day.description), .text(found.source), .text(values.joined(separator: " · ")))
  }
}
