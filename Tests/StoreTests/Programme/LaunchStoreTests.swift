import Model
import Testing

@testable import Store

@Suite struct LaunchStoreTests {
  private let library: Library

  init() throws {
    library = try Library.inMemory()
    var model = try launch(Launch.pollination)
    let base = model
    model.day = Day("2016-02-22")
    try library.apply(EditLaunch(base: base, edited: model))
    for slot in ["2015-11", "2016-02"] {
      var cell = LaunchCell(launch: Launch.pollination, activity: "t2.2", slot: slot)
      let base = cell
      (cell.state, cell.note) = (.done, "sent")
      try library.apply(EditLaunchCell(base: base, edited: cell))
    }
  }

  private func launch(_ id: RecordID) throws -> Launch {
    try #require(try library.read(RecordByID<Launch>(id)))
  }

  private func cells(of launch: RecordID) throws -> [String: CellState?] {
    let cells = try library.read(AllRecords<LaunchCell>()).filter { $0.launch == launch }
    return Dictionary(uniqueKeysWithValues: cells.map { ($0.slot, $0.state) })
  }

  @Test func `A new launch is planned like the model and taken back as one`() throws {
    let land = Launch(id: "land", version: 0, values: ["name": "Land", "day": "2018-03-22"])
    try library.apply(FillLaunch(land))
    #expect(try cells(of: "land") == ["2017-12": .planned, "2018-03": .planned])
    try library.undo()
    #expect(try library.read(RecordByID<Launch>("land")) == nil)
    #expect(try cells(of: "land").isEmpty)
  }

  @Test func `What is there already stays`() throws {
    let scenarios = try launch("scenarios")
    var dated = scenarios
    dated.day = Day("2016-02-22")
    try library.apply(EditLaunch(base: scenarios, edited: dated))
    var cell = LaunchCell(launch: "scenarios", activity: "t2.2", slot: "2016-02")
    let base = cell
    cell.note = "ours"
    try library.apply(EditLaunchCell(base: base, edited: cell))
    try library.apply(FillLaunch(dated))
    #expect(try cells(of: "scenarios") == ["2015-11": .planned, "2016-02": nil])
  }

  @Test func `Months and cards go along with their release`() throws {
    let land = Launch(id: "land", version: 0, values: ["name": "Land", "day": "2018-03-22"])
    try library.apply(FillLaunch(land))
    try library.apply(
      AddRecord(
        Card(
          id: "c", version: 0,
          values: ["name": "c", "launch": "land", "launch_activity": "t2.1", "day": "2018-03-23"])))
    let stored = try launch("land")
    var moved = stored
    moved.day = Day("2018-05-01")
    try library.apply(EditLaunch(base: stored, edited: moved))
    #expect(try cells(of: "land") == ["2018-02": .planned, "2018-05": .planned])
    #expect(try library.read(RecordByID<Card>("c"))?.day == Day("2018-05-02"))
    try library.undo()
    #expect(try cells(of: "land") == ["2017-12": .planned, "2018-03": .planned])
    #expect(try library.read(RecordByID<Card>("c"))?.day == Day("2018-03-23"))
  }

  @Test func `A card belongs to a launch that is there`() throws {
    let card = Card(
      id: "c", version: 0, values: ["name": "c", "launch": "nowhere", "launch_activity": "t2.1"])
    #expect(throws: Refusal.invalid(field: "launch", .unknownRecord("nowhere"))) {
      try library.apply(AddRecord(card))
    }
    let day = LaunchCell(launch: Launch.pollination, activity: "t2.1", slot: "2016-02-22")
    #expect(throws: Refusal.invalid(field: "slot", .malformedSlot("2016-02-22"))) {
      try library.apply(AddRecord(day))
    }
  }

  @Test func `A day in an old file becomes a card once`() throws {
    var day = LaunchCell(launch: Launch.pollination, activity: "t2.1", slot: "2016-02-22")
    day.note = "summary"
    try library.apply(ImportRecords(new: [day]))
    let card = try #require(try library.read(AllRecords<Card>()).first)
    #expect((card.name, card.day) == ("summary", Day("2016-02-22")))
    #expect(try library.read(RecordByID<LaunchCell>(day.id)) == nil)
  }

  @Test func `The board is of one launch`() throws {
    for (id, launch) in [("a", Launch.pollination), ("b", "scenarios")] {
      let values = ["name": id, "launch": launch, "launch_activity": "t2.1", "day": "2016-02-22"]
      try library.apply(AddRecord(Card(id: id, version: 0, values: values)))
    }
    let board = try library.read(LaunchBoardQuery("scenarios", on: Day("2016-02-22")!))?.board
    #expect(board?.all.map(\.id) == ["b"])
    #expect(try library.read(LaunchBoardQuery("nowhere", on: Day("2016-02-22")!)) == nil)
  }
}
