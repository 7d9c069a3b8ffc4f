import Office
import Phrases
import Terminal

/// What hides the screen from whoever comes by: by a key, or after a while without any. Nothing of what is open is lost.
public struct Veil: Sendable {
  /// After so many minutes without a key; nil for never.
  public var minutes: Int?
  /// What lies over the screen: nothing at first, then the line that asks.
  private var state = State.up
  /// Seconds since 1970 at the last key.
  private var touched: Int?

  private enum State { case up, down, asking }

  public var isDown: Bool { state != .up }

  mutating func drop() { state = .down }

  /// Takes a key where the screen is hidden: whoever sits there goes on with Enter, and no other key means anything.
  mutating func takes(_ chord: KeyChord, at now: Int) -> Bool {
    touched = now
    guard isDown else { return false }
    state = state == .asking && chord == "Enter" ? .up : .asking
    return true
  }

  /// Seconds until it falls where nothing is pressed; nil for never.
  func secondsToFall(from now: Int) -> Int? {
    guard !isDown, let minutes, let touched else { return nil }
    return touched + minutes * 60 - now
  }

  /// Whether the screen is hidden now because nothing was pressed for long.
  mutating func falls(at now: Int) -> Bool {
    let since = now - (touched ?? now)
    touched = touched ?? now
    guard !isDown, let minutes, since >= minutes * 60 else { return false }
    drop()
    return true
  }

  func draw(on canvas: inout Canvas, look: Look) {
    let line = canvas.bounds
    canvas.cursor = Point(row: line.row, column: line.column)
    if state == .asking { _ = canvas.put(look.say(.hiddenScreen), in: line) }
  }
}
