import Foundation
import Glibc
import Model

/// Where a draft goes that the store cannot take: private files of its writer, outside the store, each written whole
/// under another name first. They are taken up by the store as soon as it can be written.
public struct DraftShelf: Sendable {
  private let folder: String
  /// The store that it belongs to, as all files of its drafts begin.
  private let prefix: String
  private let who: String

  /// - Parameters:
  ///   - folder: made, for its owner alone, where it is not there.
  ///   - store: the path of the store.
  public init(folder: String, store: String, who: String) {
    self.folder = folder
    self.who = who
    let path = realpath(store, nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
    prefix = String(Self.sum((path ?? store).utf8), radix: 16) + "-"
  }

  /// FNV-1a of 64 bits: for names and against torn files, no secret.
  static func sum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Writes a draft into a file of its own.
  /// - Returns: whether it is there, and will be after a power cut.
  public func put(_ draft: Draft) -> Bool {
    makeFolder() && write(DraftCard(draft, after: nil, of: who), to: prefix + UUID().uuidString)
  }

  /// All drafts of this person in this store, the newest first. What somebody types at this moment is not among them.
  public func drafts() -> [ShelvedDraft] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = names.filter { $0.hasPrefix(prefix) }
    var cards: [(card: DraftCard, file: String)] = []
    var living: Set<Substring> = []
    for name in own where name.hasSuffix(Self.lock) {
      guard let reserve = DraftReserve(ofDead: "\(folder)/\(name)") else {
        living.insert(name.dropLast(Self.lock.count))
        continue
      }
      let held = reserve.cards
      cards += held.map { ($0, "\(name)#\($0.id)") }
      if held.isEmpty { reserve.remove() }
    }
    for name in own {
      let session = name.firstIndex(of: "~").map { name[..<$0] }
      if let session, living.contains(session) { continue }
      // Nobody goes on with what a kill left half written.
      if session != nil, name.hasSuffix(".part") { unlink("\(folder)/\(name)") }
      guard name.hasSuffix(".json") else { continue }
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        let card = try? JSONDecoder().decode(DraftCard.self, from: data)
      else { continue }
      cards.append((card, name))
    }
    return cards.filter { $0.card.who == who }.sorted { $1.card.at < $0.card.at }
      .compactMap { $0.card.shelved(in: $0.file) }
  }

  /// Removes every file that says the same.
  /// - Returns: the drafts of the store of which these took the place.
  @discardableResult
  public func remove(_ draft: Draft) -> [Draft] {
    let same = drafts().filter { $0.draft.says(draft) }
    for shelved in same { remove(file: shelved.file) }
    return same.compactMap(\.earlier)
  }

  public func remove(file: String) {
    let parts = file.split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2, let reserve = DraftReserve(ofDead: "\(folder)/\(parts[0])") else {
      unlink("\(folder)/\(file)")
      return
    }
    let rest = reserve.cards.filter { $0.id != parts[1] }
    if rest.isEmpty { reserve.remove() } else { _ = reserve.write(rest) }
  }

  // MARK: Of one session

  private static let lock = ".lock"

  func path(ofReserve session: String) -> String { "\(folder)/\(prefix)\(session)\(Self.lock)" }

  /// The name, without its ending, of what is typed in one place of a session.
  func name(of session: String, _ place: Int) -> String { "\(prefix)\(session)~\(place)" }

  /// All such names that there are.
  func names(of session: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("\(prefix)\(session)~") && $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }
  }

  func card(_ text: HalfTyped.Text) -> DraftCard { DraftCard(text.draft, after: text.earlier, of: who) }

  /// - Returns: whether it is there, and will be after a power cut.
  func write(_ card: DraftCard, to name: String) -> Bool {
    guard let data = try? JSONEncoder().encode(card) else { return false }
    let path = "\(folder)/\(name)"
    unlink(path + ".part")
    guard Self.write(data, to: path + ".part"), rename(path + ".part", path + ".json") == 0 else {
      unlink(path + ".part")
      return false
    }
    Self.sync(folder)
    return true
  }

  /// - Returns: whether it is there, for its owner alone.
  func makeFolder() -> Bool {
    let parent = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    mkdir(String(parent), 0o700)
    return mkdir(folder, 0o700) == 0 || errno == EEXIST
  }

  private static func write(_ data: Data, to path: String) -> Bool {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return fsync(descriptor) == 0
  }

  private static func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
