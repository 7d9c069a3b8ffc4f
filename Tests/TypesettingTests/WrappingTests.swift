import Testing

@testable import Typesetting

/// Lines end at spaces, and between the characters of scripts that have none, but leave no mark alone.
@Suite struct WrappingTests {
  @Test(arguments: [
    ("one two three", 8, ["one two", "three"]), ("传粉媒介与粮食", 8, ["传粉媒介", "与粮食"]),
    // What closes a part of a sentence begins no line, what opens one ends none (UAX #14).
    ("传粉媒介。与粮食", 8, ["传粉媒", "介。与粮", "食"]), ("传粉媒（介）", 8, ["传粉媒", "（介）"]),
    ("变化：24（±0）", 12, ["变化：24", "（±0）"]), ("“传粉媒介”", 8, ["“传粉媒", "介”"]),
  ])
  func `Marks stay with what they belong to`(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(Wrapping.lines(text, columns: columns) == lines)
  }

  @Test func `What is typed is broken at the same places`() {
    let text = Array("传粉媒介。与粮（食）")
    #expect(LineBreaks.ranges(of: text, width: 8).map { String(text[$0]) } == ["传粉媒", "介。与粮", "（食）"])
  }
}
