import Office
import Phrases
import Store
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
  public private(set) var keys: [KeyChord]
  /// Its place in the footer, from 1; 0 keeps it out.
  public var rank = 0
  /// Whether it belongs to what the owner is doing now; where not, its keys mean nothing.
  public var isOffered: @Sendable (Owner) -> Bool = { _ in true }
  /// What it writes asks of whoever presses it; nil where it writes nothing.
  public var needs: Need?
  /// What is missing for it now; said, never silent.
  private let missing: @Sendable (Owner, Look) -> Phrase?
  public let run: @Sendable (inout Owner, Look) -> [Effect]
  /// What it does in a list, where all lists know it.
  var move: ListMove?
  /// Whether its keys and name are those of all lists.
  var isOfEveryList: Bool { move.map { $0.keys == keys && name.text.hasSuffix(".\($0.rawValue)") } ?? false }

  public init(
    _ name: CommandName, _ title: PhraseKey, _ keys: [KeyChord], rank: Int = 0,
    when isOffered: @escaping @Sendable (Owner) -> Bool = { _ in true }, needs: Need? = nil,
    unless obstacle: @escaping @Sendable (Owner, Look) -> Phrase? = { _, _ in nil },
    run: @escaping @Sendable (inout Owner, Look) -> [Effect]
  ) {
    self.name = name
    self.title = title
    // A phone, a screen reader or a bad link may keep Escape to itself.
    self.keys = keys.contains("Esc") ? keys + [KeyGrammar.secondEscape] : keys
    self.rank = rank
    self.isOffered = isOffered
    self.needs = needs
    missing = obstacle
    self.run = run
  }

  /// The same without a key that means something else to the owner.
  func without(_ key: KeyChord) -> Self {
    var command = self
    command.keys.removeAll { $0 == key }
    return command
  }

  /// The same, offered only while something holds of the owner as well.
  func only(when holds: @escaping @Sendable (Owner) -> Bool) -> Self {
    var command = self
    let isOffered = isOffered
    command.isOffered = { holds($0) && isOffered($0) }
    return command
  }

  /// Why it cannot run now: first what this person may not do at all, then what is missing here.
  func obstacle(_ owner: Owner, _ look: Look) -> Phrase? {
    needs.flatMap(look.obstacle) ?? missing(owner, look)
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

/// The commonest obstacle: what the command is about is not there.
/// - Parameter says: what is said then.
func lacking<Owner, Value>(
  _ value: @escaping @Sendable (Owner) -> Value?, _ says: PhraseKey = .nothingSelected
) -> @Sendable (Owner, Look) -> Phrase? {
  { owner, _ in value(owner) == nil ? Phrase(says) : nil }
}

/// A command as footer, help and palette show it.
public struct Offer: Sendable, Equatable {
  public let name: CommandName
  public let title: PhraseKey
  public let keys: [KeyChord]
  public let rank: Int
  public let obstacle: Phrase?
  public var group = CommandGroup.everywhere

  /// The same without some keys, which mean something else now.
  func without(_ taken: [KeyChord]) -> Offer {
    Offer(name: name, title: title, keys: keys.filter { !taken.contains($0) }, rank: rank, obstacle: obstacle)
  }

  /// The same under the keys that are pressed on a screen that runs from right to left.
  var mirrored: Offer {
    Offer(
      name: name, title: title, keys: keys.map(\.mirrored), rank: rank, obstacle: obstacle, group: group)
  }

  /// The same without the keys that are letters now; nil where none is left.
  var whileTyping: Offer? {
    let free = keys.filter { $0.typed == nil }
    return free.isEmpty
      ? nil : Offer(name: name, title: title, keys: free, rank: rank, obstacle: obstacle, group: group)
  }
}
