import Office
import Phrases
import Terminal

/// What every list does with its cursor, and every page of text with its window: the one table of moves.
public enum ListMove: String, CaseIterable, Sendable {
  case down, up, pageDown, pageUp, top, bottom

  var title: PhraseKey {
    switch self {
    case .down: .commandDown
    case .up: .commandUp
    case .pageDown: .commandPageDown
    case .pageUp: .commandPageUp
    case .top: .commandTop
    case .bottom: .commandBottom
    }
  }

  /// A letter is typed where somebody types, and so are Home and End: the field takes them first.
  var keys: [KeyChord] {
    switch self {
    case .down: ["Down", "j", "WheelDown"]
    case .up: ["Up", "k", "WheelUp"]
    case .pageDown: ["PgDn", "Ctrl-F"]
    case .pageUp: ["PgUp", "Ctrl-B"]
    case .top: ["g", "Home"]
    case .bottom: ["G", "End"]
    }
  }

  /// "down", "pickDown".
  func name(after prefix: String) -> String {
    prefix.isEmpty ? rawValue : prefix + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
  }

  /// Further keys of a list below a line in which somebody types.
  static let besideTyping: [ListMove: [KeyChord]] = [.down: ["Ctrl-N"], .up: ["Ctrl-P"]]

  /// By how many rows it goes where `height` of `count` are in sight: a page leaves one of them in sight.
  func step(count: Int, height: Int) -> Int {
    switch self {
    case .down: 1
    case .up: -1
    case .pageDown: max(1, height - 1)
    case .pageUp: -max(1, height - 1)
    case .top: -count
    case .bottom: count
    }
  }

  /// What is said where a key of the moves, or one that goes sideways, leads nowhere; nil for other keys.
  static func edge(_ chord: KeyChord) -> PhraseKey? {
    let isOn =
      [down, pageDown, bottom].contains { $0.keys.contains(chord) } || ["Right", "l"].contains(chord)
    let isBack = [up, pageUp, top].contains { $0.keys.contains(chord) } || ["Left", "h"].contains(chord)
    return isOn ? .spokenLast : isBack ? .spokenFirst : nil
  }

  /// What keymap files of earlier versions call some of the moves.
  static let formerNames: [CommandName: CommandName] = [
    "alarms.page": "alarms.pageDown", "alarms.back": "alarms.pageUp", "pivot.later": "pivot.pickDown",
    "pivot.earlier": "pivot.pickUp", "calendar.last": "calendar.bottom",
  ]
}

/// What the moves go through: a list with its cursor, a page with its window.
protocol Movable: Sendable {
  mutating func move(_ move: ListMove)
}

extension Pane {
  /// The rows of the pane's table that move in one of its lists.
  /// - Parameters:
  ///   - isOffered: whether the list has the keys now.
  ///   - also: further keys of this list, by the move that they make.
  ///   - prefix: before the names of the moves, in a pane that has a second list.
  static func moves(
    in list: WritableKeyPath<Self, some Movable> & Sendable,
    when isOffered: @escaping @Sendable (Self) -> Bool = { _ in true }, also: [ListMove: [KeyChord]] = [:],
    as prefix: String = ""
  ) -> [Command<Self>] {
    moves(when: isOffered, also: also, as: prefix) { $0[keyPath: list].move($1) }
  }

  /// The same where the pane itself knows what a move means.
  static func moves(
    when isOffered: @escaping @Sendable (Self) -> Bool = { _ in true }, also: [ListMove: [KeyChord]] = [:],
    as prefix: String = "", _ go: @escaping @Sendable (inout Self, ListMove) -> Void
  ) -> [Command<Self>] {
    moves(when: isOffered, also: also, as: prefix, by: { pane, move, _ in go(&pane, move) })
  }

  /// The same where a move depends on what the screen shows.
  static func moves(
    when isOffered: @escaping @Sendable (Self) -> Bool = { _ in true }, also: [ListMove: [KeyChord]] = [:],
    as prefix: String = "", by go: @escaping @Sendable (inout Self, ListMove, Look) -> Void
  ) -> [Command<Self>] {
    ListMove.allCases.map { move in
      var command = Command<Self>(
        CommandName("\(name).\(move.name(after: prefix))"), move.title, move.keys + (also[move] ?? []),
        when: isOffered
      ) { pane, look in
        go(&pane, move, look)
        return []
      }
      command.move = move
      return command
    }
  }
}
