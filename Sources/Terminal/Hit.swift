/// A part of the screen that a click means something on: what was drawn there says so, as data.
public struct Hit: Sendable, Equatable {
  public enum Action: Sendable, Equatable {
    /// The selected row goes so many rows down, or up where that is below 0; a click on itself opens it. `then` is
    /// pressed there, on a box to be ticked.
    case row(by: Int, then: KeyChord? = nil)
    /// A key, so many times.
    case press(KeyChord, times: Int)
    /// A command by its name, as the footer offers it.
    case command(String)
    /// The list is put in the order of a column, by its name.
    case order(String)
  }

  public let area: Rect
  public let action: Action

  public init(_ area: Rect, _ action: Action) { (self.area, self.action) = (area, action) }

  public func holds(_ point: Point) -> Bool {
    (area.row..<area.endRow).contains(point.row) && (area.column..<area.endColumn).contains(point.column)
  }
}
