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
    // FNV-1a of 64 bits: the name of a file, no secret.
    let hash = (path ?? store).utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    prefix = String(hash, radix: 16) + "-"
  }

  /// A draft as a file holds it.
  private struct Card: Codable {
    var who: String
    var kind: String?
    var record: String
    var basedOn: Int
    var at: Int
    var base: [String: String]
    var typed: [String: String]
  }

  /// Writes a draft into a file of its own.
  /// - Returns: whether it is there, and will be after a power cut.
  public func put(_ draft: Draft) -> Bool {
    let card = Card(
      who: who, kind: draft.kind?.rawValue, record: draft.record, basedOn: draft.basedOn, at: draft.at,
      base: draft.base, typed: draft.typed)
    guard let data = try? JSONEncoder().encode(card) else { return false }
    let parent = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    mkdir(String(parent), 0o700)
    mkdir(folder, 0o700)
    let path = "\(folder)/\(prefix)\(UUID().uuidString)"
    guard Self.write(data, to: path + ".part"), rename(path + ".part", path + ".json") == 0 else {
      unlink(path + ".part")
      return false
    }
    Self.sync(folder)
    return true
  }

  /// All drafts of this person in this store, the newest first, with their files.
  public func drafts() -> [(draft: Draft, file: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let cards = names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }.compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)").flatMap {
        try? JSONDecoder().decode(Card.self, from: $0)
      }.map { (card: $0, name: name) }
    }
    return cards.filter { $0.card.who == who }.sorted { $1.card.at < $0.card.at }.compactMap { card, name in
      let kind = card.kind.flatMap(RecordKind.init)
      guard kind != nil || card.kind == nil else { return nil }
      let draft = Draft(
        kind: kind, record: card.record, basedOn: card.basedOn, at: card.at, base: card.base,
        typed: card.typed)
      return (draft, name)
    }
  }

  /// Removes every file that says the same.
  public func remove(_ draft: Draft) {
    for shelved in drafts() where shelved.draft.says(draft) { remove(file: shelved.file) }
  }

  public func remove(file: String) { unlink("\(folder)/\(file)") }

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
