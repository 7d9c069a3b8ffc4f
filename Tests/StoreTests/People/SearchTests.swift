import Model
import Store
import Testing

@Suite struct SearchTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    try library.add(
      .named("Lefèvre, Hélène") { $0.emails = ["helene@example.org"] },
      .named("Wang Xiaoming") { $0.nativeName = "王小明" }, .named("Łukasz O'Neill"),
      .named("Mohammed") {
        $0.nativeName = "مُحَمَّد عبد الله"
        $0.country = "MA"
      })
  }

  @Test(arguments: [
    ("hel", ["Lefèvre, Hélène"]), ("HÉLÈNE lef", ["Lefèvre, Hélène"]), ("h", ["Lefèvre, Hélène"]),
    ("小", ["Wang Xiaoming"]), ("小明", ["Wang Xiaoming"]), ("王小明", ["Wang Xiaoming"]), ("明小", []),
    ("محمد", ["Mohammed"]), ("عبد", ["Mohammed"]), ("lukasz", ["Łukasz O'Neill"]),
    ("o'neill", ["Łukasz O'Neill"]), ("neill", ["Łukasz O'Neill"]), ("helene@example", ["Lefèvre, Hélène"]),
    ("morocco", ["Mohammed"]), ("摩洛哥", ["Mohammed"]), ("wang hel", []), ("eil", []),
  ])
  func finds(_ text: String, names: [String]) throws {
    #expect(try library.find(text) == names)
  }

  @Test(arguments: [
    "...", "-", "\"", "\"\"", "*", "(", "NEAR(", "a\" OR \"b", "col:x", "^", "\u{0}", "'", "!?。",
  ])
  func `Punctuation is no syntax`(_ text: String) throws {
    #expect(try library.find(text).isEmpty)
  }

  @Test func `Quotes around a word do not hide it`() throws {
    #expect(try library.find("\"wang\"") == ["Wang Xiaoming"])
  }

  @Test func `An empty text finds all`() throws {
    #expect(try library.find("  ").count == 4)
  }

  @Test func `An edit is found by its new text alone`() throws {
    try library.edit("Wang Xiaoming") { $0.nativeName = "王大明" }
    #expect(try library.find("小").isEmpty)
    #expect(try library.find("大明") == ["Wang Xiaoming"])
    #expect(try library.check().isEmpty)
  }

  @Test func `A many match is capped and says so`() throws {
    let many = (0..<1500).map { Stakeholder.named("Group \($0)", id: "g\($0)") }
    try library.apply(ImportRecords(new: many))
    let page = try library.read(StakeholderWindow(filter: .init(text: "gr"), count: 10))
    #expect(page.isCapped && page.hasAfter && page.total == nil)
    #expect(page.rows.first?.stakeholder.name == "Group 0")
    #expect(try library.read(StakeholderCount(.init(text: "gr"))) == 1500)
  }
}
