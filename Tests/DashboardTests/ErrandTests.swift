import Interchange
import Office
import Phrases
import Store
import Synchronization
import Terminal
import Testing

@testable import Dashboard

/// Counts to a number, telling as it goes.
private struct Counting: Errand {
  let total: Int
  var title: Phrase { Phrase(.paneStakeholders) }

  func run(in library: Library, progress: ErrandProgress) throws -> Int {
    for done in 0..<total { try progress.report(done, of: total) }
    return total
  }

  func news(of outcome: Int) -> Phrase? { Phrase(.seconds, .number(outcome)) }
}

@Suite struct ErrandTests {
  private func running(_ errand: Counting) throws -> RunningErrand {
    RunningErrand(errand, from: 0, in: try .inMemory(), isImmediate: false, wake: {})
  }

  @Test func `Its outcome and its news arrive`() throws {
    let errand = RunningErrand(Counting(total: 3), from: 0, in: try .inMemory(), isImmediate: true, wake: {})
    let result = try #require(try errand.result?.get())
    #expect(result.outcome as? Int == 3)
    #expect(result.news == Phrase(.seconds, .number(3)))
  }

  @Test func `It can be stopped`() throws {
    let errand = try running(Counting(total: .max))
    errand.stopAndWait()
    #expect(throws: CancellationError.self) { try errand.result?.get() }
  }

  @Test func `The line says how far it is`() throws {
    let progress = ErrandProgress()
    let book = Phrasebook("en")
    func line() -> String { book.say(progress.line(Phrase(.paneStakeholders), stopKey: "Ctrl-G", book)) }
    #expect(line() == "Stakeholders · 0 · Ctrl-G stops")
    try progress.report(500, of: 1000)
    #expect(line().hasPrefix("Stakeholders · Ctrl-G stops · 500 of 1,000 · "))
    progress.stop()
    #expect(line() == "Stakeholders · stopping …")
    #expect(throws: CancellationError.self) { try progress.report(501, of: 1000) }
  }

  @Test func `A large import is undone beside the keys`() throws {
    let memory = try Library.inMemory()
    let text = "name\n" + (0..<5_200).map { "Name \($0)\n" }.joined()
    _ = try StakeholderImport(ImportFile(bytes: Array(text.utf8))).run(in: memory)
    let desk = try Desk("2", library: memory)
    // It was written before this session.
    desk.press("u", "y")
    #expect(desk.screen.contains("Taken back: Imported 5,200 records"), "\(desk.screen)")
    #expect(try memory.read(Tallies()).total == 0)
    desk.press("Ctrl-R")
    #expect(try memory.read(Tallies()).total == 5_200)
  }
}
