import Office
import Phrases
import Terminal

/// The name of a command: stable, used by keymap files. `stakeholder.retire`.
public struct CommandName: Sendable, Hashable, ExpressibleByStringLiteral {
  public let text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral text: String) { self.text = text }
}

/// One row of the table that keys, footer, help, palette, transcript and manual all read.
public struct Command<Owner>: Sendable {
  public let name: CommandName
  public let title: PhraseKey
  public let keys: [KeyChord]
  /// Its place in the footer, from 1; 0 keeps it out.
  public var rank = 0
  /// Whether it belongs to what the owner is doing now; where not, its keys mean nothing.
  public var isOffered: @Sendable (Owner) -> Bool = { _ in true }
  /// Why it cannot run now; said, never silent.
  public var obstacle: @Sendable (Owner, Look) -> Phrase? = { _, _ in nil }
  public let run: @Sendable (inout Owner, Look) -> [Effect]

  public init(
    _ name: CommandName, _ title: PhraseKey, _ keys: [KeyChord], rank: Int = 0,
    when isOffered: @escaping @Sendable (Owner) -> Bool = { _ in true },
    unless obstacle: @escaping @Sendable (Owner, Look) -> Phrase? = { _, _ in nil },
    run: @escaping @Sendable (inout Owner, Look) -> [Effect]
  ) {
    self.name = name
    self.title = title
    self.keys = keys
    self.rank = rank
    self.isOffered = isOffered
    self.obstacle = obstacle
    self.run = run
  }

  /// A command that only changes what the owner shows.
  public static func moving(
    _ name: CommandName, _ title: PhraseKey, _ keys: [KeyChord], rank: Int = 0,
    when isOffered: @escaping @Sendable (Owner) -> Bool = { _ in true },
    move: @escaping @Sendable (inout Owner) -> Void
  ) -> Self {
    Command(name, title, keys, rank: rank, when: isOffered) { owner, _ in
      move(&owner)
      return []
    }
  }
}

/// A command as footer, help and palette show it.
public struct Offer: Sendable, Equatable {
  public let name: CommandName
  public let title: PhraseKey
  public let keys: [KeyChord]
  public let rank: Int
  public let obstacle: Phrase?

  /// The same without the keys that are letters now; nil where none is left.
  var whileTyping: Offer? {
    let free = keys.filter { $0.typed == nil }
    return free.isEmpty ? nil : Offer(name: name, title: title, keys: free, rank: rank, obstacle: obstacle)
  }
}
