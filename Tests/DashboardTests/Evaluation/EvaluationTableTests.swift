import Model
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct EvaluationTableTests {
  @Test func participation() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("t")
    #expect(
      desk.body == """
         PARTICIPATION                                               ACTS  STAKEHOLDERS
        ▌nominations           ▊                                        1             1
         review comments       ███████████████████████████████████     44             2
         participants          ▊                                        1             1
         fellowships           ▊                                        1             1
         in all                                                        47             3
        """)
  }

  @Test func diversity() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("t", "t")
    #expect(
      desk.body == """
         UN REGION                               KNOWLEDGE
        ▌Africa                █████████      3  scientific            █████████      1
         Asia-Pacific          ███            1  traditional           █████████      1
         Eastern Europe                       0  local and indigenous  █████████      1
         Latin Am. & Car.                     0  citizen science                      0
         Western Eur. & o.                    0
         no region                            0  GENDER
                                                 female                █████████      1
         DISCIPLINES                             male                  █████████      1
         natural sciences      █████████      1  other                                0
         social sciences       █████████      1  not stated            █████████      1
         economic sciences     █████████      1
                                                 SECTORS
         COUNTRIES                               industry                             0
         represented                          3  medicine                             0
         Zambia                █████████      2  food                  █████████      1
         China                 ████▌          1  energy                               0
         Kenya                 ████▌          1  other                                0
        """)
  }

  @Test func `Diversity in Chinese`() throws {
    let desk = try Desk("5", language: "zh", library: .evaluated())
    desk.press("t", "t")
    // "Not stated" is a word of every pane.
    let rows = desk.body.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      rows.prefix(6).joined(separator: "\n") == """
         联合国区域组                            知识类别
        ▌非洲                  █████████      3  科学知识              █████████      1
         亚洲及太平洋          ███            1  传统知识              █████████      1
         东欧                                 0  土著和地方知识        █████████      1
         拉丁美洲和加勒比                     0  公民科学知识                         0
         西欧和其他国家                       0
        """)
  }

  /// The name of each stakeholder that the list shows after a key.
  private func names(_ desk: Desk) -> [String] {
    let pane = desk.session.shell.top as? StakeholdersPane
    return pane?.list.page.rows.map(\.stakeholder.name) ?? []
  }

  @Test func `A number opens the records behind it`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("t", "j", "Enter")
    #expect(names(desk) == ["Banda, Thandiwe", "Forest Institute"])
  }

  @Test func `Not stated opens its records too`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("t", "t", "Right", "j", "j", "j", "j", "j", "j", "j")
    #expect(desk.lines[12].contains("▌not stated"))
    desk.press("Enter")
    #expect(names(desk) == ["Okello, Sam"])
  }

  @Test func `Counting shows a word in the outline`() throws {
    let desk = try Desk("5", library: .evaluated())
    desk.press("G", "k", "k", "k", "k", "k", "k", "Enter", "Enter")
    let pane = try #require(desk.session.shell.top as? EvaluationPane)
    #expect(pane.view == .participation)
  }
}

extension Library {
  /// A store with some evidence, and stakeholders who took part.
  static func evaluated() throws -> Library {
    let library = try Library.inMemory()
    func evidence(_ id: RecordID, _ indicator: String, _ name: String, _ day: String, _ note: String = "")
      throws
    {
      var evidence = Evidence(id: id)
      (evidence.indicator, evidence.name, evidence.day) = (indicator, name, Day(day))
      (evidence.source, evidence.note) = ("internal file", note)
      try library.apply(AddRecord(evidence))
    }
    try evidence("plan", "1.1", "Implementation plan", "2015-02-06", "one page for each action")
    try evidence("call", "1.2", "Minutes of a call with twelve networks", "2015-03-19")
    try evidence("letter", "5.2", "Letter of a ministry", "2015-08-30", "quotes the report")
    try evidence("survey", "6.2", "Annual survey", "2015-10-31")
    try stakeholders(in: library)
    return library
  }

  private static func stakeholders(in library: Library) throws {
    func add(_ name: String, _ values: [String: String]) throws {
      try library.apply(
        AddRecord(
          Stakeholder(
            id: name.lowercased().filter(\.isLetter), version: 0,
            values: values.merging(["name": name]) { $1 })))
    }
    try add(
      "Banda, Thandiwe",
      [
        "country": "ZM", "gender": "female", "disciplines": "social",
        "knowledge": "scientific; local-indigenous",
        "participation": "comments | 14 | Pollination; nomination",
      ])
    try add(
      "Liu Sen",
      ["country": "CN", "gender": "male", "disciplines": "natural; economic", "participation": "fellowship"])
    try add("Okello, Sam", ["country": "KE", "sectors": "food", "knowledge": "traditional"])
    try add(
      "Forest Institute",
      ["kind": "institution", "country": "ZM", "participation": "comments | 30; participant"])
  }
}
