import Office
import Phrases
import Terminal
import Testing

@testable import Dashboard

/// What every list does with its cursor, its window and its columns.
@Suite struct ListTests {
  private struct Row: Identifiable { let id: Int, group: Int }

  private func list(_ count: Int, height: Int) -> RowList<Row> {
    var list = RowList((0..<count).map { Row(id: $0, group: $0 / 3) })
    list.fit(to: height)
    return list
  }

  private func lines(_ table: ListTable<Row>, _ list: RowList<Row>, columns: Int, rows: Int) -> [String] {
    let size = Size(columns: columns, rows: rows)
    var canvas = Canvas(size: size)
    let look = Look(phrases: Phrasebook("en"), asOf: Desk.asOf, who: "tester")
    list.draw(table, else: Phrase(.reviewNone), on: &canvas, in: Rect(size), look: look)
    return canvas.lines
  }

  @Test(arguments: [
    (ListMove.down, 21), (.up, 19), (.pageDown, 29), (.pageUp, 11), (.top, 0), (.bottom, 99),
  ])
  func `A page leaves one row in sight, and the ends are ends`(_ move: ListMove, _ place: Int) {
    var list = list(100, height: 10)
    list.seek(20)
    list.move(move)
    #expect(list.selected?.id == place)
  }

  @Test func `The cursor stays on its row when others come above it, and at its place when its own goes`() {
    var list = list(10, height: 5)
    list.seek(4)
    list.take([Row(id: 90, group: 0), Row(id: 91, group: 0)] + (list.rows ?? []))
    #expect(list.selected?.id == 4 && list.selection.index == 6)
    list.take((list.rows ?? []).filter { $0.id != 4 })
    #expect(list.selected?.id == 5)
  }

  @Test func `What is sought before there are rows is found when they come`() {
    var list = RowList<Row>()
    list.seek(7)
    list.take((0..<10).map { Row(id: $0, group: 0) })
    #expect(list.selected?.id == 7)
  }

  private var table: ListTable<Row> {
    ListTable(columns: [
      .init("", 3, aligned: .trailing, text: { "\($0.id)" }), .init("", 0, text: { "row of \($0.group)" }),
    ])
  }

  @Test func `Numbers stand at the right of their column, and the marker before the row of the cursor`() {
    #expect(
      lines(table, list(3, height: 3), columns: 16, rows: 3) == [
        "▌  0 row of 0", "   1 row of 0", "   2 row of 0",
      ])
  }

  @Test func `The heading of a group stays in sight, and so does the row of the cursor`() {
    var table = table
    table.above = { row, before in row.group == before?.group ? [] : [[Span("Group \(row.group)", .heading)]]
    }
    var list = list(9, height: 5)
    list.seek(5)
    list.fit(to: 5, as: table)
    #expect(
      lines(table, list, columns: 16, rows: 5) == [
        " Group 1", "   3 row of 1", "   4 row of 1", "▌  5 row of 1", " Group 2",
      ])
  }

  @Test func `A list that nobody has answered yet works, and an empty one says why`() {
    #expect(lines(table, RowList(), columns: 40, rows: 1) == ["  reading …"])
    #expect(lines(table, RowList([]), columns: 60, rows: 1)[0].hasPrefix("  No record has to be reviewed"))
  }

  @Test func `It is drawn in no room at all`() {
    #expect(lines(table, list(3, height: 1), columns: 1, rows: 1) == ["▌"])
    #expect(lines(table, list(3, height: 0), columns: 0, rows: 0) == [])
  }

  @Test func `Keymap files may use the names of earlier versions`() throws {
    let keymap = try Keymap(toml: "[keys]\n\"alarms.page\" = \"x\"", known: Shell.commandNames)
    #expect(keymap.overrides == ["alarms.pageDown": ["x"]])
  }
}
