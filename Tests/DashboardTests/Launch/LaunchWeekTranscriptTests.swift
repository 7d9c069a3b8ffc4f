import Foundation
import Model
import Store
import Testing

@testable import Dashboard

/// A whole launch week, played by keys against a test clock. The guide holds what was pressed and what the screens
/// said: `OUTREACH_WRITE_DOCS=1 swift test --filter LaunchWeekTranscript` writes it anew.
@Suite struct LaunchWeekTranscriptTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Dashboard/Dashboard.docc/LaunchWeek.md")

  @Test func `A launch week, from the last preparations to the first count`() throws {
    let play = try LaunchWeekPlay(from: "2016-02-19 09:00")
    try preparations(play)
    try release(play)
    try afternoon(play)
    try dayAfter(play)
    try lastDay(play)
    let text = Self.preface + play.transcript
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] != nil {
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == text)
  }

  private static let preface = """
    # A launch week, key by key

    A test plays this week against a clock of its own, on invented sample data: two people at their screens, and a wall.
    What stands here is what was pressed, and what the screens said.

    """

  private func preparations(_ play: LaunchWeekPlay) throws {
    play.day("Friday 19 February")
    play.play(.comms, "4", "b")
    play.goToTask(.comms, row: 4)
    play.play(.comms, "Right", "Right", "Right", "Right", "Right")
    play.play(.comms, ")")
    play.play(.comms, "Space")
    play.show(play.lines(of: .comms), "The board of the week:", continuing: false)
    let card = try #require(try play.monitor.read(RecordByID<Card>("card-14")))
    #expect(card.day == Day("2016-02-25") && card.state == .toDo)
  }

  private func release(_ play: LaunchWeekPlay) throws {
    play.day("Monday 22 February, the release")
    try play.at("2016-02-22 08:35")
    play.play(.press, "4", "b")
    play.goToTask(.press, row: 8)
    play.play(.press, "Space", "Space", "Space")
    try play.at("2016-02-22 13:20")
    #expect(play.alarm(of: .press).contains("embargo in 40 min"))
    play.note(alarmOf: .press)
    play.play(.press, "!")
    play.play(.press, "7", "]", "]", "]", "]", "]")
    play.play(.press, "r")
    play.play(.press, "Esc")
    try play.at("2016-02-22 14:01")
    #expect(play.alarm(of: .comms).contains("embargo in 59 min"))
    play.note(alarmOf: .comms)
    play.play(.press, "r")
    play.play(.press, "r")
    play.play(.press, "Down", "r")
    play.play(.comms, "7", "]", "]", "]", "]", "]")
    play.play(.comms, "r")
    play.play(.comms, "r")
    let materials = try play.monitor.read(AllRecords<Material>()).filter(\.isReleased)
    #expect(materials.count == 2)
    #expect(materials.allSatisfy { Set($0.releases.map(\.who)) == ["press", "comms"] })
    play.play(.press, "4", "b")
    play.goToTask(.press, row: 0)
    play.play(.press, "Space")
    try play.at("2016-02-22 14:06")
    play.play(.press, "Space", "]", "Space", "Space")
    play.show(play.wallLines, "The wall, six minutes after the embargo:")
  }

  private func afternoon(_ play: LaunchWeekPlay) throws {
    try play.at("2016-02-22 14:50")
    play.play(.press, "7", "[", "[", "[", "[", "[")
    play.play(
      .press, "n", .text("How many wild bees?"), "Down", .text("Example Radio"), "Down", .text("40 min"),
      "Ctrl-S")
    play.play(.press, "s", "Enter")
    try play.at("2016-02-22 15:05")
    play.play(.press, "Space", .text("Twenty thousand species are known"), "Ctrl-S")
    let answered = try play.monitor.read(AllRecords<Enquiry>()).first { $0.outlet == "Example Radio" }
    #expect(answered?.state == .answered && answered?.spokesperson.isEmpty == false)
    #expect(
      answered?.received?.time.description == "14:50" && answered?.answered?.time.description == "15:05")
    try play.at("2016-02-22 16:05")
    play.play(.comms, "0", "Home")
    play.play(.comms, "R")
    play.play(
      .comms, "Space", .text("The assessment is relevant to policy and prescribes none"), "Down",
      .text("comms; engage"), "Enter")
    play.play(.comms, "Space")
    let response = try #require(try play.monitor.read(AllRecords<RapidResponse>()).first)
    #expect(response.state == .sent && response.coverage == ["coverage-09"])
  }

  private func lastDay(_ play: LaunchWeekPlay) throws {
    play.day("Wednesday 24 February")
    try play.at("2016-02-24 18:00")
    play.play(.press, "x", .text("It stands in the report"), "Enter")
    play.play(.press, "Space", .text("Done, with an interpreter"), "Ctrl-S")
    play.play(.press, "Space")
    play.play(.press, "Space", .text("Sent as files"), "Ctrl-S")
    play.show(play.wallLines, "The wall on the third day:", continuing: false)
    let enquiries = try play.monitor.read(AllRecords<Enquiry>())
    #expect(enquiries.count == 11, "none has vanished")
    #expect(enquiries.count { $0.isOpen } == 2)
  }

  private func dayAfter(_ play: LaunchWeekPlay) throws {
    play.day("Tuesday 23 February")
    try play.at("2016-02-23 09:00")
    play.note(alarmOf: .press)
    play.play(.press, "!")
    play.play(.press, "Space", .text("Ten minutes, live"), "Ctrl-S")
    play.note(alarmOf: .press)
    play.show(play.lines(of: .press), "Enquiries, the late ones first:")
    try play.at("2016-02-23 15:00")
    play.play(.comms, "4")
    play.goToTask(.comms, row: 6)
    play.play(.comms, "Space", "Space")
    play.play(.comms, "+")
    play.show(play.lines(of: .comms), "Tuesday by the hour:", continuing: false)
    #expect(play.wallLines[0].contains("Tue 23 Feb 15:00"))
    #expect(play.wallLines.contains { $0.contains("OPEN ENQUIRIES") })
  }
}
