import Testing

@testable import Phrases

/// The cardinal rules of Unicode CLDR for whole numbers.
@Suite struct PluralTests {
  private func categories(_ language: String, _ numbers: [Int]) -> [String] {
    numbers.map { PluralRule.category($0, language: language) }
  }

  @Test func english() { #expect(categories("en", [0, 1, 2, 21]) == ["other", "one", "other", "other"]) }

  @Test func `Chinese has one form`() {
    #expect(categories("zh", [0, 1, 2, 11]) == Array(repeating: "other", count: 4))
  }

  @Test func `French counts nought as one`() {
    #expect(categories("fr", [0, 1, 2, 21]) == ["one", "one", "other", "other"])
  }

  @Test func `Russian looks at the last digits`() {
    #expect(categories("ru", [1, 21, 101]) == ["one", "one", "one"])
    #expect(categories("ru", [2, 4, 23, 104]) == ["few", "few", "few", "few"])
    #expect(categories("ru", [0, 5, 11, 12, 14, 20, 111, 112]) == Array(repeating: "many", count: 8))
  }

  @Test func `Arabic has six`() {
    #expect(categories("ar", [0, 1, 2]) == ["zero", "one", "two"])
    #expect(categories("ar", [3, 10, 103, 110]) == ["few", "few", "few", "few"])
    #expect(categories("ar", [11, 99, 111, 1_099]) == ["many", "many", "many", "many"])
    #expect(categories("ar", [100, 101, 102, 200, 1_000]) == Array(repeating: "other", count: 5))
  }

  @Test func `A number chooses the form`() {
    let book = Phrasebook("en")
    #expect(book.say(.changeImport, .number(1), .text("Kamau, Faith")) == "Imported Kamau, Faith")
    #expect(book.say(.changeImport, .number(12), .text("Kamau, Faith")) == "Imported 12 records")
    #expect(Phrasebook("zh").say(.changeImport, .number(1), .text("Kamau, Faith")) == "导入 1 条记录")
  }
}
