import Testing

@testable import Dashboard

/// The timeline as it stands on the screen.
@Suite struct TimelineScreenTests {
  @Test func aScreenOf80Columns() throws {
    let desk = try TimelineDesk(prepared: TimelineDesk.underWay)
    print(desk.screen)
    desk.press("G")
    print(desk.screen)
    let desk2 = try TimelineDesk(language: "zh", prepared: TimelineDesk.underWay)
    print(desk2.screen)
    let desk3 = try TimelineDesk(200, 50, prepared: TimelineDesk.underWay)
    print(desk3.screen)
    let desk4 = try TimelineDesk(prepared: TimelineDesk.underWay)
    desk4.press("Enter")
    print(desk4.screen)
  }
}
