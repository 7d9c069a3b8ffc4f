import Model
import Phrases

/// The values of the register in the words of one language.
struct RegisterWords {
  let book: DocumentBook

  func label(_ field: RegisterField) -> String { book.label("field", field.rawValue) }

  func text(_ field: RegisterField, _ text: String) -> String {
    switch field {
    case .name, .nativeName, .city, .interests: text
    case .kind, .scale: book.label(field.rawValue, text)
    case .roles, .disciplines, .knowledge, .sectors:
      book.list(text.items.map { book.label(field.rawValue, $0) })
    case .country: Country.of(text)?.name(in: book.language) ?? text
    case .languages: book.list(text.items.map { Language.name($0, in: book.language) })
    case .affiliations: book.chain(ListText.entries(of: text).map(affiliation))
    case .links, .emails, .phones: book.list(text.items)
    }
  }

  private func affiliation(_ text: String) -> String {
    guard let affiliation = try? Affiliation(text) else { return text }
    let parts = [
      affiliation.organization, affiliation.role,
      affiliation.from.isEmpty ? "" : book.say(.from, affiliation.from),
      affiliation.to.isEmpty ? "" : book.say(.until, affiliation.to),
    ]
    return book.list(parts.filter { !$0.isEmpty })
  }

  func day(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return book.day(year: year, month: month, day: number)
  }

  /// Between the items of a list.
  var separator: String { book.say(.listed, "", "") }

  /// As the language groups digits.
  func count(_ count: Int) -> String { ReportWords(book: book).number(count) }

  /// The number of an entry, named: "No. 17".
  func number(_ number: Int) -> String { numbered(String(number)) }

  func numbered(_ number: String) -> String { "\(book.say(.number)) \(number)" }

  /// "Release 3, 15 September 2015".
  func release(_ release: RegisterRelease) -> String {
    book.say(.registerRelease, String(release.number), release.day.map(day) ?? "")
  }

  /// Which release a page is of, and on which day it holds.
  func provenance(_ release: RegisterRelease) -> String {
    let valid = release.day.map { book.say(.registerValid, day($0)) }
    return [self.release(release), valid].compactMap(\.self).joined(separator: " · ")
  }

  /// Under whose guidance it was released. The reference, which somebody typed, stands between marks of isolation.
  func guidance(_ guidance: [Guidance]) -> String {
    let entries = guidance.map { entry in
      book.say(
        .guidanceEntry, book.label("body", entry.body.rawValue), entry.day.map(day) ?? "",
        PageHouse.marked(entry.reference))
    }
    return book.say(.registerGuidance, book.chain(entries))
  }

  /// What became of the edition before; nil for the first.
  func withdrawals(_ content: RegisterContent) -> String? {
    if content.previous == 0 { return nil }
    let previous = String(content.previous)
    if content.withdrawn.isEmpty { return book.say(.registerNoneWithdrawn, previous) }
    return book.say(.registerWithdrawn, previous, count(content.withdrawn.count))
  }
}
