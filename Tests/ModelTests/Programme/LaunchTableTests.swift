import Model
import Testing

@Suite struct LaunchTableTests {
  private func launch(_ id: RecordID, _ day: String = "") -> Launch {
    Launch(id: id, version: 1, values: ["name": id, "day": day])
  }

  @Test func `The columns of the model are those that were adopted`() {
    let months = ["2015-10", "2015-11", "2015-12", "2016-01", "2016-02", "2016-03"]
    #expect(LaunchTable.columns(of: launch(Launch.pollination)).map(\.slot) == months)
    #expect(LaunchTable.columns(of: launch(Launch.pollination, "2016-03-29")).map(\.slot) == months)
    #expect(LaunchTable.columns(of: launch(Launch.pollination)).map(\.offset) == [-4, -3, -2, -1, 0, 1])
  }

  @Test func `Others go around the month of their release`() {
    let columns = LaunchTable.columns(of: launch("land", "2018-03-22"))
    #expect(columns.map(\.slot) == ["2017-11", "2017-12", "2018-01", "2018-02", "2018-03", "2018-04"])
    let open = LaunchTable.columns(of: launch("land"))
    #expect(open.map(\.offset) == [-4, -3, -2, -1, 0, 1])
    #expect(open.allSatisfy { $0.month == nil })
  }

  @Test func `What the model leaves open stays open`() {
    func cell(_ activity: String, _ slot: String, _ state: CellState?) -> LaunchCell {
      var cell = LaunchCell(launch: Launch.pollination, activity: activity, slot: slot)
      (cell.state, cell.note) = (state, "of pollination")
      return cell
    }
    let cells = [
      cell("t2.1", "2015-10", .done), cell("t2.1", "2016-02", .planned), cell("t2.2", "2016-01", nil),
      LaunchCell(launch: "other", activity: "t2.3", slot: "2016-01"),
    ]
    let model = launch(Launch.pollination, "2016-02-22")
    let planned = LaunchTable.planned(launch("land", "2018-03-22"), like: model, cells)
    #expect(planned.map(\.id) == ["land/t2.1/2017-11", "land/t2.1/2018-03"])
    #expect(planned.allSatisfy { $0.state == .planned && $0.note.isEmpty })
    #expect(LaunchTable.planned(launch("land"), like: model, cells).isEmpty)
    #expect(LaunchTable.planned(model, like: model, cells).isEmpty)
  }

  @Test(arguments: [
    ("2016-02-20", Attention.ahead(2)), ("2016-02-22", .day(1, of: 90)), ("2016-05-21", .day(90, of: 90)),
    ("2016-05-22", .over(Day("2016-05-21")!)),
  ])
  func `Attention lasts three months`(day: String, attention: Attention) {
    #expect(launch("p", "2016-02-22").attention(on: Day(day)!) == attention)
    #expect(launch("p").attention(on: Day(day)!) == nil)
  }

  @Test func `Months that are too short end attention with their last day`() {
    #expect(launch("p", "2015-11-30").attention?.upperBound == Day("2016-02-28"))
  }
}
