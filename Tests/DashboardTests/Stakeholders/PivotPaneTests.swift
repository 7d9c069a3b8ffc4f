import Model
import Office
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct PivotPaneTests {
  @Test func `The list as a table`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p")
    #expect(
      desk.lines[0] == " outreach · Pivot › UN region × Disciplines                           50 in all")
    #expect(
      desk.body == """
                            natural     social      economic
         UN REGION          sciences    sciences    sciences    not stated    all
         Africa            ▌    8 █████     8 █████     0           4 ██▌      16 █████
         Asia-Pacific           6 ███▊      8 █████     0           4 ██▌      14 ████▍
         Eastern Europe         0           2 █▎        0           2 █▎        4 █▎
         Latin Am. & Car.       2 █▎        2 █▎        0           2 █▎        6 █▉
         Western Eur. & o.      8 █████     4 ██▌       1 ▋         0           8 ██▌
         no region              0           0           0           2 █▎        2 ▋
         all                   24          24           1          14          50

         Disciplines: whoever has several values counts once in each.
        """)
    #expect(desk.status == " Africa × natural sciences · 8 of 16")
  }

  @Test func `The table in Chinese`() throws {
    let desk = try Desk("2", language: "zh", library: .ofRegions())
    desk.choose(.ipbesSubregion)
    desk.press("p")
    #expect(
      desk.screen == """
         outreach · 透视表 › 平台次区域 × 学科                                    共 50
        ────────────────────────────────────────────────────────────────────────────────
         平台次区域      自然科学     社会科学     经济科学     未说明        合计
         东非及邻近岛屿 ▌    4 ██████     2 ███        0            0            4 ████
         南部非洲            0            0            0            2 ███        2 ██
         中部非洲            2 ███        2 ███        0            0            4 ████
         北非                2 ███        2 ███        0            0            2 ██
         西非                0            2 ███        0            2 ███        4 ████
         北美洲              4 ██████     2 ███        0            0            4 ████
         中美洲              0            0            0            0            0
         加勒比              0            0            0            2 ███        2 ██
         南美洲              2 ███        2 ███        0            0            4 ████
         大洋洲              2 ███        2 ███        0            0            2 ██
         东南亚              0            0            0            2 ███        2 ██
         东北亚              2 ███        2 ███        0            0            4 ████
         南亚                2 ███        2 ███        0            2 ███        4 ████
         西亚                0            2 ███        0            0            2 ██
         西欧                4 ██████     2 ███        1 █▌         0            4 ████
         合计               24           24            1           14           50

         学科：有多个值者在每个值中各计一次。
        ────────────────────────────────────────────────────────────────────────────────
         东非及邻近岛屿 × 自然科学 · 4 / 4
         Enter 查看记录   r 行   c 列   t 行列互换   s 排序   ? 帮助   Esc 返回
        """)
  }

  @Test func `A wide table`() throws {
    let desk = try Desk("2", columns: 200, rows: 50, library: .ofRegions())
    desk.choose(.ipbes)
    desk.press("p")
    #expect(
      desk.body == """
         IPBES REGION         natural sciences        social sciences         economic sciences       not stated                all
         Africa              ▌    8 █████████████████     8 █████████████████     0                       4 ████████▌            16 ████████████████████████
         Americas                 6 ████████████▊         4 ████████▌             0                       2 ████▎                10 ███████████████
         Asia-Pacific             6 ████████████▊         8 █████████████████     0                       4 ████████▌            14 █████████████████████
         Europe & Cent. Asia      4 ████████▌             4 ████████▌             1 ██▏                   2 ████▎                 8 ████████████
         no region                0                       0                       0                       2 ████▎                 2 ███
         all                     24                      24                       1                      14                      50

         Disciplines: whoever has several values counts once in each.
        """)
  }

  @Test func `Every number opens its records`() throws {
    let library = try Library.ofRegions()
    let pairs: [(Dimension, Dimension?)] = [
      (.ipbesSubregion, .disciplines), (.region, .gender), (.gender, .kind), (.disciplines, .knowledge),
      (.country, nil), (.m49Subregion, .m49Region), (.kind, .country), (.ipbesRegion, nil),
    ]
    for (rows, columns) in pairs {
      for filter in [StakeholderFilter(), .init(facets: [.disciplines: ["social", "natural"]])] {
        let desk = try Desk("2", library: library)
        var pane = PivotPane(filter, rows: rows, columns: columns)
        desk.session.settle(milliseconds: 0)
        let dimensions = [rows] + (columns.map { [$0] } ?? [])
        let look = Look(phrases: .init("en"), asOf: Desk.asOf, who: "tester")
        let cross = try library.read(CrossCounts(dimensions, within: filter))
        for question in pane.questions(look) { pane.deliver(cross, to: question.key, at: 0, look: look) }
        let table = try #require(pane.table)
        for row in 0...table.rows.count {
          for column in 0...table.columns.count {
            (pane.row, pane.column) = (row, column)
            let opened = try library.read(StakeholderCount(#require(pane.selectedFilter)))
            #expect(opened == pane.number(row, column), "\(rows) \(row), \(column) \(filter)")
          }
        }
      }
    }
  }

  @Test func `Enter leads to the list and back to the same number`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p", "Right", "Down", "Enter")
    let list = try #require(desk.session.shell.top as? StakeholdersPane)
    #expect(list.list.filter.facets == [.region: ["asia-pacific"], .disciplines: ["social"]])
    #expect(list.list.total == 8)
    desk.press("p")
    let pane = try #require(desk.session.shell.top as? PivotPane)
    #expect(pane.filter.isEmpty && pane.row == 1 && pane.column == 1)
    desk.press("Esc", "Esc", "p")
    #expect((desk.session.shell.top as? PivotPane)?.filter.isEmpty == true)
  }

  @Test func `Dimensions are chosen and kept`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p", "r", "g")
    #expect(desk.body.contains("── rows ──"))
    for _ in 0..<4 { desk.press("k") }
    desk.press("Enter", "c")
    desk.press("G", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Enter")
    let pane = try #require(desk.session.shell.top as? PivotPane)
    #expect(pane.rows == .kind)
    let again = try Desk("2", library: desk.library)
    again.press("p")
    let opened = try #require(again.session.shell.top as? PivotPane)
    #expect(opened.rows == pane.rows && opened.columns == pane.columns)
  }

  @Test func `Rows alone group the list`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p", "c")
    for _ in 0..<30 { desk.press("Up") }
    desk.press("Enter", "s")
    #expect(
      desk.body == """
         UN REGION            all
         Africa            ▌   16 █████████████████████████████████████████████████████
         Asia-Pacific          14 ██████████████████████████████████████████████▍
         Western Eur. & o.      8 ██████████████████████████▌
         Latin Am. & Car.       6 ███████████████████▉
         Eastern Europe         4 █████████████▎
         no region              2 ██████▋
         all                   50
        """)
    desk.press("Enter")
    #expect((desk.session.shell.top as? StakeholdersPane)?.list.filter.facets.count == 1)
  }

  @Test func `The table respects the filter of the list`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.press("/")
    desk.type("Stakeholder 14")
    desk.press("Enter", "Esc", "p")
    #expect(desk.lines[0].hasSuffix("9 match"))
  }

  @Test func `A view keeps its table`() throws {
    let desk = try Desk("2", library: .ofRegions())
    func keep(_ name: String, in desk: Desk) throws -> SavedView {
      desk.press("V")
      desk.type(name)
      desk.press("Enter")
      #expect(desk.status == " Kept as view \(name).")
      return try #require(try desk.library.read(SavedViews()).first { $0.name == name })
    }
    desk.press("/")
    desk.type("discipline:social")
    desk.press("Enter", "Esc", "p", "t")
    let table = try keep("Table", in: desk)
    #expect(table.query == "discipline:social" && table.group == "disciplines x region")
    #expect(table.columns == StakeholderColumn.usual)
    desk.press("Esc")
    #expect(try keep("List", in: desk).group == "")

    let other = try Desk("2", library: desk.library)
    other.press("v", "Down")
    #expect(other.screen.contains("Disciplines × UN region"))
    other.press("Enter")
    let pivot = try #require(other.session.shell.top as? PivotPane)
    #expect(pivot.rows == .disciplines && pivot.columns == .region)
    #expect(pivot.filter.facets == [.disciplines: ["social"]] && pivot.table?.total == 24)
    #expect(other.status == " View: Table.")
    other.press("t", "Esc")
    #expect(other.lines[2].hasPrefix(" / discipline:social"))
    // The list keeps the table of its view, as it was counted last.
    #expect(try keep("Again", in: other).group == "region x disciplines")
    other.press("Esc")
    #expect(try keep("Everybody", in: other).group == "")
    other.press("v", "Down", "Down", "Enter")
    #expect(other.session.shell.top is StakeholdersPane)
  }

  @Test func `A kept table is read as it was written`() {
    for rows in Dimension.allCases {
      for columns in Dimension.allCases.map(Optional.some) + [nil] {
        let grouping = Grouping(rows: rows, columns: columns)
        #expect(Grouping(grouping.text) == grouping)
      }
    }
    for text in [
      "", "x", "planet", "region x", "region by kind", "region kind", "x region x", "kind x kind x",
    ] {
      #expect(Grouping(text) == nil, "\(text)")
    }
  }

  @Test func `Many columns scroll and headers stay`() throws {
    let desk = try Desk("2", library: .ofRegions())
    desk.choose(.ipbesSubregion)
    desk.press("p", "t", "G")
    #expect(
      desk.body == """
                            East Afri…  Southern    Central     North      ›
         DISCIPLINES        & isl.      Africa      Africa      Africa        all
         natural sciences       4 █████     0           2 ██▌       2 ██▌      24 █████
         social sciences        2 ██▌       0           2 ██▌       2 ██▌      24 █████
         economic sciences      0           0           0           0           1 ▎
         not stated             0           2 ██▌       0           0          14 ██▉
         all                    4           2           4           2      ▌   50

         Disciplines: whoever has several values counts once in each.
        """)
    desk.press("Left", "Left")
    #expect(desk.body.contains("‹"))
  }
}

extension Desk {
  /// Chooses a scheme of regions, as a person does.
  func choose(_ scheme: RegionScheme) {
    press("W")
    for _ in 0..<RegionScheme.allCases.count { press("Up") }
    for _ in 0..<(RegionScheme.allCases.firstIndex(of: scheme) ?? 0) { press("Down") }
    press("Enter", "Esc")
  }
}
