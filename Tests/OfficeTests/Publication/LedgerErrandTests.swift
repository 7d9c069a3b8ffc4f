import Foundation
import Interchange
import Model
import Office
import Phrases
import Store
import Testing

/// The dashboard publishes comments by the same road as the command line, and says what was held back.
@Suite struct LedgerErrandTests {
  private let library: Library
  private let path = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID()).txt").path

  init() throws {
    library = try Library.inMemory(who: "tester")
    try library.apply(AddRecord(CallForInput(id: "c", version: 0, values: ["name": "Draft"])))
    for (number, text) in [(1, "Plain"), (2, "Mail a@b.example"), (3, "Call +000 123 456 789")] {
      try library.apply(AddRecord(ReviewComment(id: "c/\(number)", version: 0, values: ["text": text])))
    }
  }

  private func publish() throws -> (news: String, text: String) {
    let call = try #require(try library.read(RecordByID<CallForInput>("c")))
    var errand = LedgerErrand(call: call, path: path, language: "en")
    errand.replacing = .everything
    let outcome = try errand.run(in: library, progress: ErrandProgress())
    defer { try? FileManager.default.removeItem(atPath: path) }
    let news = errand.news(of: outcome).map { Phrasebook("en").say($0) } ?? ""
    return (news, try String(contentsOfFile: path, encoding: .utf8))
  }

  @Test func `What is held back is said by number until somebody decides`() throws {
    let first = try publish()
    #expect(first.news.contains("Contact details held back in: 2, 3. Decide in their field"))
    #expect(!first.text.contains("a@b") && !first.text.contains("456"))
    for (number, decision) in [(2, ContactDecision.publish), (3, .hold)] {
      let comment = try #require(try library.read(RecordByID<ReviewComment>("c/\(number)")))
      var decided = comment
      decided.contactDetails = decision
      try library.apply(EditRecord(base: comment, edited: decided))
    }
    let second = try publish()
    #expect(!second.news.contains("held back"))
    #expect(second.text.contains("a@b.example") && !second.text.contains("456"))
    #expect(second.text.contains("Call [contact details held back]"))
  }
}
