import Foundation
import Glibc
import Testing

/// What yasr says, word for word, of the commonest acts. Yasr says nothing of punctuation that Emacspeak's "some" leaves
/// out.
@Suite(
  .serialized,
  .enabled(if: Yasr.isInstalled, "yasr is not installed: apt-get install yasr"))
struct YasrTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// It hands the other end of the terminal on to the program, which then hears of no hangup by itself.
  @Test func `With yasr gone the program ends`() throws {
    try desk.fill("a-1,Ana Banda,")
    let yasr = try Yasr(desk, ["--spoken"])
    // Whatever is said first: keys are heard from then on.
    _ = try yasr.said(until: "q {")
    _ = try yasr.press("2", until: "Ana Banda")
    yasr.probe.signal(SIGKILL)
    for _ in 0..<500 where desk.isOpen { usleep(20_000) }
    #expect(!desk.isOpen)
  }

  @Test func `Each act is said once, and whole`() throws {
    let yasr = try Yasr(desk, ["--sample", "--spoken"])
    _ = try yasr.said(until: "Website redesign")
    _ = try yasr.press("2", until: "of 461")
    #expect(
      try yasr.press("Down", until: "2 of 461") == [
        "Name: Agbodji, Amadou; Affiliation: West African Young Ecologists Network;",
        "Country: Côte d’Ivoire; Role: both; Lang: fr; 2 of 461",
      ])
    #expect(
      try yasr.press("Up", until: "1 of 461") == [
        "Name: Achieng, Daudi; Affiliation: Nyanza Institute for Freshwater Fisheries;",
        "Country: Kenya; Role: contributor; Lang: en sw; 1 of 461",
      ])
    #expect(try yasr.press("Up", until: "before this") == ["Nothing before this."])
    _ = try yasr.press("Enter", until: "Ctrl-D back")
    #expect(try yasr.press("Down", until: "Kind") == ["Kind: individual; 2 of 25"])
    _ = try yasr.press("Ctrl-D", until: "1 of 461")
    _ = try yasr.press("4", until: "column 1 of 6")
    #expect(
      try yasr.press("Right", until: "column 2 of 6") == [
        "Publications; Nov 2015; nothing; row 1 of 16, column 2 of 6"
      ])
    _ = try yasr.press("6", until: "as today")
    #expect(
      try yasr.press("Right", until: "Fact sheet") == [
        "Wed 16 Sep 2015; 1 item", "due; Fact sheet: how assessments are made (en)",
      ])
  }
}

extension Desk {
  /// Whether a dashboard has the store open.
  fileprivate var isOpen: Bool { FileManager.default.fileExists(atPath: store + "-here") }
}
