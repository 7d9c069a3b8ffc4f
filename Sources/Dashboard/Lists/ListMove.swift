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

  /// What keymap files of earlier versions call some of the moves.
  static let formerNames: [CommandName: CommandName] = [
    "alarms.page": "alarms.pageDown", "alarms.back": "alarms.pageUp",
  ]
}

/// What the moves go through: a list with its cursor, a page with its window.
protocol Movable {
  mutating func move(_ move: ListMove)
}

extension Pane {
  /// The rows of the pane's table that move in one of its lists.
  /// - Parameters:
  ///   - isOffered: whether the list has the keys now.
  ///   - also: further keys of this list, by the move that they make.
  static func moves(
    in list: WritableKeyPath<Self, some Movable> & Sendable,
    when isOffered: @escaping @Sendable (Self) -> Bool = { _ in true }, also: [ListMove: [KeyChord]] = [:]
  ) -> [Command<Self>] {
    moves(when: isOffered, also: also) { $0[keyPath: list].move($1) }
  }

  /// The same where the pane itself knows what a move means.
  static func moves(
    when isOffered: @escaping @Sendable (Self) -> Bool = { _ in true }, also: [ListMove: [KeyChord]] = [:],
    _ go: @escaping @Sendable (inout Self, ListMove) -> Void
  ) -> [Command<Self>] {
    ListMove.allCases.map { move in
      var command = Command<Self>.moving(
        CommandName("\(name).\(move.rawValue)"), move.title, move.keys + (also[move] ?? []), when: isOffered
      ) { go(&$0, move) }
      command.move = move
      return command
    }
  }
}
