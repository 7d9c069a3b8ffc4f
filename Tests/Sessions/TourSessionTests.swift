import Foundation
import Probe
import Testing

/// The tour in the whole program.
@Suite(.serialized) struct TourSessionTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `The tour starts on sample data, and touches no store`() throws {
    let probe = try desk.open("--tour")
    try probe.wait(for: "Tour 0/10")
    probe.press("j")
    try probe.wait(for: "Tour 1/10")
    probe.press("2")
    try probe.wait(for: "Tour 2/10 Find: /")
    #expect(try probe.quit() == .code(0))
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }
}
