import Testing

@testable import Curses

/// How soon a frame follows another.
@Suite struct FramePaceTests {
  private let start = ContinuousClock.now

  /// A terminal that has answered its first question after so long.
  private func pace(way milliseconds: Int = 40) -> FramePace {
    var pace = FramePace()
    pace.ask(at: start)
    pace.noteAnswer(at: start + .milliseconds(milliseconds))
    return pace
  }

  @Test func `Who does not answer is asked for nothing and waited for never`() {
    var pace = FramePace()
    pace.ask(at: start)
    for _ in 0..<20 { #expect(!pace.note(sent: 5_000, at: start) && pace.admits(at: start)) }
  }

  @Test func `Small frames are not asked for one by one`() {
    var pace = pace()
    let asked = (0..<11).map { _ in pace.note(sent: 100, at: start) }
    #expect(asked == Array(repeating: false, count: 10) + [true])
  }

  @Test func `A slow link has one frame on its way`() {
    var (pace, now) = (pace(), start)
    // A page of 3 kB takes three seconds.
    #expect(pace.note(sent: 3_000, at: now) && !pace.admits(at: now + .seconds(2)))
    now += .seconds(3)
    pace.noteAnswer(at: now)
    #expect(pace.window == 512 && pace.admits(at: now))
    #expect(pace.note(sent: 3_000, at: now) && !pace.admits(at: now + .seconds(2)))
    pace.noteAnswer(at: now + .seconds(3))
    #expect(pace.admits(at: now + .seconds(3)) == true)
  }

  @Test func `A long way alone holds nothing back`() {
    var (pace, now) = (pace(way: 300), start)
    for _ in 0..<20 {
      var sent = 0
      while sent < 10, pace.admits(at: now) {
        #expect(pace.note(sent: 3_000, at: now) == true)
        sent += 1
      }
      now += .milliseconds(330)
      for _ in 0..<sent { pace.noteAnswer(at: now) }
    }
    #expect(pace.window > 30_000)
  }

  @Test func `A link that was fast has one frame on its way when it stands still`() {
    var (pace, now) = (pace(), start)
    for _ in 0..<20 {
      #expect(pace.admits(at: now) && pace.note(sent: 9_000, at: now))
      now += .milliseconds(50)
      pace.noteAnswer(at: now)
    }
    #expect(pace.note(sent: 9_000, at: now) && !pace.admits(at: now + .seconds(4)))
  }

  @Test func `An answer that is lost stops nothing for ever`() {
    var (pace, now) = (pace(), start)
    var waited: [Int] = []
    for _ in 0..<3 {
      for _ in 0..<20 { _ = pace.note(sent: 3_000, at: now) }
      let seconds = (0..<60).first { pace.admits(at: now + .seconds($0)) }
      waited.append(seconds ?? -1)
      now += .seconds(seconds ?? 0)
    }
    #expect(waited == [6, 11, 21])
    for _ in 0..<20 { #expect(!pace.note(sent: 3_000, at: now) && pace.admits(at: now)) }
    // Somebody answers again.
    pace.noteAnswer(at: now)
    #expect(pace.note(sent: 3_000, at: now) == true)
  }

  @Test func `Only a frame that may be torn is put in brackets`() {
    #expect(FrameBrackets.around([65]) == [65])
    let page = [UInt8](repeating: 65, count: FrameBrackets.least)
    #expect(FrameBrackets.around(page).count == page.count + 16)
  }
}
