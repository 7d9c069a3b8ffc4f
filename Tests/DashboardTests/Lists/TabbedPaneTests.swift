import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// What all panes of several lists do alike: press office, voices, surveys, media.
@Suite struct TabbedPaneTests {
  private func marked(_ desk: Desk) -> String { desk.lines.first { $0.hasPrefix("▌") } ?? "" }

  @Test func `The words that are looked for stay when another list is shown`() throws {
    let desk = try Desk.atPress()
    desk.press("/")
    desk.type("briefing")
    desk.press("Enter")
    #expect(desk.body.contains("Nothing here has these words."))
    desk.press("]")
    #expect(desk.lines[3] == " / briefing")
    #expect(marked(desk).contains("Background briefing"))
    // Media of the base are found by a question of their own.
    desk.press("]", "]")
    #expect(!desk.body.contains("/ briefing"))
    desk.press("[", "[", "Esc")
    #expect(desk.body.contains("Press conference"))
  }

  @Test func `The cursor stays on the survey that moves in its list`() throws {
    let desk = try Desk("9", library: .withSurveys())
    #expect(marked(desk).contains("Asked of all"))
    desk.press("o")
    #expect(desk.lines[5] == marked(desk) && marked(desk).contains("Asked of all"))
  }

  @Test func `What is done goes down, and the cursor stays on what comes next`() throws {
    let desk = try Desk.atPress()
    desk.press("x")
    desk.type("outside the boundary")
    desk.press("Enter")
    #expect(desk.lines[5] == marked(desk) && marked(desk).contains("Live on the morning"))
  }

  @Test func `A record that is wanted before it is there is stood on when it comes`() {
    var pane = SurveysPane()
    let isThere = pane.visit(.list(.survey, "b"))
    #expect(isThere)
    pane.take { $0.receive(["a", "b"].map { Survey(id: $0) }) }
    #expect(pane.survey?.id == "b")
  }

  @Test func `All of them know the same moves`() {
    func moves<P: Pane>(_: P.Type) -> Set<String> {
      Set(P.commands.filter { !$0.keys.isEmpty }.map(\.name.text))
    }
    let names = [
      moves(PressPane.self), moves(VoicesPane.self), moves(SurveysPane.self), moves(MediaPane.self),
    ]
    for (pane, names) in zip(["press", "voices", "surveys", "media"], names) {
      #expect(names.isSuperset(of: ListMove.allCases.map { "\(pane).\($0.rawValue)" }))
    }
  }

  @Test func `G, g and Home move in the media, and g is a message among the codes`() throws {
    let desk = try Desk("0", library: .withPress())
    let first = marked(desk)
    desk.press("G")
    #expect(marked(desk).contains("Long ago"))
    desk.press("Home")
    #expect(marked(desk) == first)
    desk.press("G", "g")
    #expect(marked(desk) == first)
    desk.press("c", "g")
    #expect(try desk.library.read(RecordByID<Coverage>("c1"))?.messages == [.g])
  }
}
