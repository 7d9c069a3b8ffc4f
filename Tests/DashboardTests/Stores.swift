import Model

@testable import Store

extension Library {
  /// A store with so much in it that grids, lists and tables have something to show.
  static func withLaunch(
    day: String? = nil, _ cells: [(slot: String, state: CellState?, note: String)] = []
  ) throws -> Library {
    let library = try Library.inMemory()
    if let day {
      let launch = try library.read(RecordByID<Launch>(Launch.pollination))!
      var edited = launch
      edited.day = Day(day)
      try library.apply(EditLaunch(base: launch, edited: edited))
    }
    for (place, state, note) in cells {
      let parts = place.split(separator: " ").map(String.init)
      var cell = LaunchCell(launch: Launch.pollination, activity: parts[0], slot: parts[1])
      (cell.state, cell.note) = (state, note)
      try library.apply(EditLaunchCell(base: LaunchCell(id: cell.id), edited: cell))
    }
    return library
  }

  func launchCell(_ activity: RecordID, _ slot: String) throws -> LaunchCell? {
    try read(RecordByID(LaunchCell.id(launch: Launch.pollination, activity: activity, slot: slot)))
  }
}

extension Library {
  /// Work that has begun, as a small office might have it.
  static func underWay() throws -> Library {
    let library = try Library.inMemory()
    try library.edit(
      "t1.a",
      ["status": "done", "actual_start": "2015-02-02", "actual_end": "2015-05-12", "progress": "100"])
    try library.edit(
      "t1.b",
      ["status": "under-way", "actual_start": "2015-01-12", "progress": "65", "owner": "web"])
    try library.edit(
      "t1.d",
      ["status": "under-way", "actual_start": "2015-03-02", "end": "2015-10-30", "progress": "80"])
    try library.edit("t1.g", ["status": "under-way", "actual_start": "2015-01-05", "owner": "social"])
    try library.edit("ip.3", ["status": "done", "actual_start": "2015-03-23", "actual_end": "2015-06-30"])
    try library.edit("ip.5", ["status": "under-way", "actual_start": "2015-03-16"])
    try library.edit("ip.6", ["status": "cancelled", "notes": "taken over by the task force"])
    return library
  }

  /// Gives a field a reference that leads nowhere, as an earlier program could leave it.
  func hang(_ field: String, of one: RecordReference, on text: String) throws {
    try maintain { db in
      try db.execute(
        sql: "UPDATE \"\(one.kind.rawValue)\" SET body = json_set(body, '$.\(field)', ?) WHERE id = ?",
        arguments: [text, one.id])
    }
  }

  func edit(_ id: RecordID, _ values: [String: String]) throws {
    let base = try read(RecordByID<Activity>(id))!
    var edited = base
    for (name, text) in values { try Activity.field(name)!.write(text, to: &edited) }
    try apply(EditRecord(base: base, edited: edited))
  }
}
