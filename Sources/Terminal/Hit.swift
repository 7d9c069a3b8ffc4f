/// A part of the screen that a click means something on: what was drawn there says so, as data.
public struct Hit: Sendable, Equatable {
  public enum Action: Sendable, Equatable {
    /// Keys, one after the other.
    case keys([Press])
    /// A command by its name, as the footer offers it.
    case command(String)
    /// A command of what lies below a page that names it, which closes.
    case chosen(String)
    /// The list is put in the order of a column, by its name.
    case order(String)

    /// The selected row goes so many rows down, or up where that is below 0; a click on itself opens it. `then` is
    /// pressed there, on a box to be ticked.
    public static func row(by step: Int, then key: KeyChord? = nil) -> Action {
      cell(rows: step, columns: 0, then: key)
    }

    /// The same where the keys move from cell to cell.
    public static func cell(rows: Int, columns: Int, then key: KeyChord? = nil) -> Action {
      let isHere = rows == 0 && columns == 0
      let then = key ?? (isHere ? "Enter" : nil)
      return .keys(
        [Press(rows > 0 ? "Down" : "Up", abs(rows)), Press(columns > 0 ? "Right" : "Left", abs(columns))]
          + (then.map { [Press($0)] } ?? []))
    }

    /// The same after other keys, as those that lead to where it means this; of commands nothing changes.
    public func after(_ keys: [Press]) -> Action {
      if case .keys(let presses) = self { .keys(keys + presses) } else { self }
    }

    /// In a form, where the arrows may belong to the field: so many fields on, or back where that is below 0.
    public static func field(by step: Int) -> Action {
      .keys([Press(step > 0 ? "Tab" : "Shift-Tab", abs(step))])
    }
  }

  /// A key, so many times.
  public struct Press: Sendable, Equatable {
    public let key: KeyChord
    public let times: Int

    public init(_ key: KeyChord, _ times: Int = 1) { (self.key, self.times) = (key, times) }
  }

  public let area: Rect
  public let action: Action

  public init(_ area: Rect, _ action: Action) { (self.area, self.action) = (area, action) }

  public func holds(_ point: Point) -> Bool {
    (area.row..<area.endRow).contains(point.row) && (area.column..<area.endColumn).contains(point.column)
  }
}
