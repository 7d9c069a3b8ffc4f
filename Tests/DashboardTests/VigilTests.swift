import Testing

@testable import Dashboard

/// How closely it is looked whether anything happened that nobody told.
@Suite struct VigilTests {
  @Test func `After a stirring it is looked soon, and then as often as ever`() {
    var vigil = Vigil()
    #expect(vigil.soon == 250)
    vigil.stir()
    #expect(vigil.isStirred && vigil.isClose(after: .now - .seconds(60)))
    let waits = (0..<6).map { _ in
      defer { vigil.looks += 1 }
      return vigil.soon
    }
    #expect(waits == [25, 50, 100, 200, 250, 250])
    #expect(!vigil.isStirred)
  }

  @Test func `Where nothing stirs it is looked twice a minute, and when something is due`() {
    #expect(Vigil.later([]) == 30_000)
    #expect(Vigil.later([59_000, nil]) == 30_000)
    #expect(Vigil.later([12_345, 400_000]) == 12_345)
    #expect(Vigil.later([nil, -1_000]) == 250)
  }

  @Test func `Where the clock may be in any hurry, nobody waits for long`() throws {
    let desk = try Desk("2")
    _ = desk.session.idle()
    #expect(desk.session.idleMilliseconds == 250)
    #expect(desk.session.stirring == nil)
    desk.press("Down")
    #expect(desk.session.idleMilliseconds == 180)
  }

  @Test func `The screen hides itself, and what was read is logged, in its second`() throws {
    let desk = try Desk("2", clock: Desk.Clock(Desk.now))
    #expect(desk.session.shell.veil.secondsToFall(from: Desk.now) == nil)
    desk.session.shell.veil.minutes = 10
    desk.session.press("Down")
    #expect(desk.session.shell.veil.secondsToFall(from: Desk.now + 60) == 540)
    desk.session.press("F10")
    #expect(desk.session.shell.veil.secondsToFall(from: Desk.now + 60) == nil)
  }
}
