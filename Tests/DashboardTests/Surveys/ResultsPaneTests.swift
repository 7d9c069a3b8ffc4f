import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// 5.2 by keys: results, tables, waves, answering.
@Suite struct ResultsPaneTests {
  private func library(_ state: SurveyState = .closed, responses: Int = 60) throws -> Library {
    let library = try Library.inMemory()
    var ways = Question(id: "ways")
    (ways.name, ways.type, ways.topic) = ("Ways", .single, .concerns)
    ways.wording = Wording(["en": "How would you take part?", "zh": "您愿意如何参与？"])
    ways.choices = ["web", "hub", "print"].map {
      QuestionChoice(code: $0, wording: Wording(["en": "By \($0)", "zh": "通过\($0)"]))
    }
    var words = Wording(["en": "What else?"])
    // What is open stands in all of its languages.
    if state == .open { words["zh"] = "还有吗？" }
    var say = Question(id: "say")
    (say.name, say.type, say.wording) = (
      "Say", .open, words
    )
    try library.apply(ImportRecords(new: [ways, say]))
    var survey = Survey(id: "needs")
    (survey.name, survey.series, survey.state, survey.questions) = (
      "Example needs", "needs", state, ["ways", "say"]
    )
    survey.languages = ["en", "zh"]
    survey.opens = Day("2015-06-01")
    survey.titles = Wording(["en": "Example needs", "zh": "示例需求"])
    survey.groups = [
      InvitedGroup(code: "a", invited: 100, name: "Contributors"), InvitedGroup(code: "b", invited: 40),
    ]
    var first = survey
    first = Survey(id: "needs-1")
    (first.name, first.series, first.state, first.questions) = ("First", "needs", .closed, ["ways"])
    first.opens = Day("2014-06-01")
    try library.apply(ImportRecords(new: [survey, first]))
    func made(_ id: RecordID, _ number: Int) -> SurveyResponse {
      var response = SurveyResponse(survey: id, name: "r\(number)")
      (response.language, response.group) = (number % 2 == 0 ? "en" : "fr", number % 3 == 0 ? "b" : "a")
      response.answers = [
        Answer("ways", number < 2 ? "print" : number % 2 == 0 ? "web" : "hub"),
        Answer("say", "\u{1B}[31mword \(number)"),
      ]
      return response
    }
    try library.apply(
      ImportRecords(new: (0..<responses).map { made("needs", $0) } + (0..<20).map { made("needs-1", $0) }))
    return library
  }

  @Test func `Results hide and tell`() throws {
    let desk = try Desk("9", library: library())
    desk.press("r")
    #expect(desk.lines.contains { $0.contains("How would you take part?") && $0.contains("60") })
    desk.press("Enter")
    // Two said "print"; the next smallest is hidden with it.
    #expect(desk.lines.contains { $0.contains("By print") && $0.contains(" x") })
    #expect(!desk.lines.contains { $0.contains("By print") && $0.contains(" 2 ") })
    desk.press("Esc", "c", "Enter")
    #expect(desk.lines.contains { $0.contains("×") })
    desk.press("Esc", "r")
    #expect(desk.lines.contains { $0.contains("40 of 100 asked") })
    desk.press("Esc", "w")
    #expect(desk.lines.contains { $0.contains("1 Jun 2014") })
    desk.press("Esc", "m")
    #expect(desk.lines.contains { $0.contains("nothing is done about it yet") })
    desk.press("Esc", "Down", "Enter", "Enter")
    #expect(desk.lines.contains { $0.contains("word 17") } && !desk.lines.joined().contains("\u{1B}"))
  }

  @Test func `A few responses tell nothing`() throws {
    let desk = try Desk("9", library: library(responses: 4))
    desk.press("r", "Enter")
    #expect(desk.lines.contains { $0.contains("By web") && $0.contains(" x") })
    desk.press("Esc", "Down", "Enter")
    #expect(desk.lines.contains { $0.contains("one could guess who") })
    desk.press("Enter")
    #expect(!desk.lines.contains { $0.contains("word") })
  }

  @Test func `Answers are typed and saved`() throws {
    let desk = try Desk("9", library: library(.open))
    desk.press("a")
    desk.press("Ctrl-S")
    #expect(desk.lines.contains { $0.contains("1/2 How would you take part?") })
    desk.type("9")
    desk.press("Enter")
    #expect(desk.lines.contains { $0.contains("“9” is none of them") })
    desk.retype("2")
    desk.press("Enter")
    desk.type("words")
    desk.press("Enter", "Enter")
    #expect(try desk.library.tally(of: "needs").responses == 61)
    #expect(try desk.library.tally(of: "needs").texts["@mode"]?["phone"] == 1)
    desk.press("u")
    #expect(try desk.library.tally(of: "needs").responses == 60)
  }

  @Test func `Chinese and narrow`() throws {
    let desk = try Desk("9", language: "zh", library: library())
    desk.press("r")
    #expect(desk.lines.contains { $0.contains("您愿意如何参与？") })
    #expect(desk.lines.contains { $0.contains("What else?（en）") })
    let small = try Desk("9", columns: 20, rows: 6, library: library())
    small.press("r", "Enter", "Down", "Esc", "c", "Enter", "l", "h", "Esc", "w", "Esc", "r")
  }
}
