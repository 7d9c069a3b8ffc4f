import Glibc
import Model
import Office
import Phrases

/// What is said of words on their way out that prescribe policy: on standard error, and whatever a command was asked to do
/// is done all the same.
enum BoundaryAdvice {
  /// "Text, English: “Governments must”: why (paragraph) Rather: …"
  static func sentence(_ one: OutgoingFinding, _ book: Phrasebook) -> String {
    let look = Look(phrases: book, asOf: Environment.today, who: StorePlace.login)
    return look.about(look.word("field", one.field), WordingWords(look).sentence(one))
  }

  /// Of each record whose words have no reason to stay.
  static func tell(of records: [any Record], _ book: Phrasebook) {
    for record in records {
      for finding in record.openFindings {
        say(
          book.say(.boundaryAdvice, .text(record.reference.description), .text(sentence(finding, book))),
          to: STDERR_FILENO)
      }
    }
  }
}

extension Record {
  fileprivate var openFindings: [OutgoingFinding] { openFindings(since: nil) }
}
