import Model

/// Plans a launch like the model for all launches (annex I, paragraph 11): the cells of Table 2 that the model has
/// are planned at the same distance from the release. A launch that is not stored yet begins with it; cells that
/// have something in them stay as they are.
public struct FillLaunch: Change {
  public var name: String { "launch-template" }
  public var needs: Need { .campaign }
  let launch: Launch

  public init(_ launch: Launch) { self.launch = launch }

  public func perform(in transaction: Transaction) throws {
    if launch.name.isEmpty { throw Refusal.invalid(field: "name", .missing) }
    var target = launch
    if let stored = try transaction.fetch(Launch.self, launch.id) {
      target = stored
    } else {
      guard launch.version == 0 else { throw Refusal.gone(title: launch.title) }
      try transaction.put(launch)
    }
    guard let model = try transaction.fetch(Launch.self, Launch.pollination) else { return }
    let cells = try transaction.fetchAll(LaunchCell.self)
    let filled = Set(cells.filter { $0.state != nil || !$0.note.isEmpty }.map(\.id))
    for cell in LaunchTable.planned(target, like: model, cells) where !filled.contains(cell.id) {
      try transaction.put(cell)
    }
  }
}
