import Phrases
import Store

/// What a check of a store says of what it found.
enum FindingWords {
  static func say(_ finding: Finding, _ book: Phrasebook) -> String {
    switch finding {
    case .damage(let line): line
    case .stray(let stray): book.say(leading(stray, book))
    case .published(let found): book.say(published(found, book))
    }
  }

  /// Where a reference stands that leads nowhere, and whereto.
  private static func leading(_ stray: StrayReference, _ book: Phrasebook) -> Phrase {
    Phrase(
      stray.into == nil ? .storeStray : .storeStrayMerged, .text(stray.record.description),
      .text(stray.title),
      .text(book.label("field", stray.field)), .text(stray.to.description), .text(stray.into ?? ""))
  }

  private static func published(_ found: PublishedByMerge, _ book: Phrasebook) -> Phrase {
    let values = found.values.map { value in
      book.say(.pairValue, .text(book.label("field", value.field.rawValue)), .text(value.text))
    }
    return Phrase(
      .findingPublished, .text(found.title), .text(found.stakeholder), .text(found.by),
      .text(found.day.description), .text(found.source), .text(values.joined(separator: " · ")))
  }
}
