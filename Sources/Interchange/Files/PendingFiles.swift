import Foundation
import Glibc

/// Files of one set that are whole and on the disk, each still under the name that it has until then. What is written down
/// of them together with what they are of lets anybody finish who comes after a process that was killed: file systems know
/// no step that names several files at once.
public struct PendingFiles: Sendable, Equatable, Codable {
  /// What stands where a file is to stand, as it was seen when that was allowed to be replaced.
  struct Standing: Sendable, Equatable, Codable {
    /// In bytes.
    var size: Int
    /// Seconds since 1970.
    var changed: Int
  }

  struct File: Sendable, Equatable, Codable {
    var temporary: String
    var place: String
    /// Its number on the file system: under whatever name it is the same file.
    var number: UInt64
    var replaced: Standing?
  }

  /// With whole paths: whoever finishes stands in another folder.
  var files: [File] = []

  /// What became of them.
  public struct Ending: Sendable, Equatable {
    /// Have their names now, and did not before.
    public var named: [String] = []
    /// Are not there any more under any name, or something else stands in their place.
    public var lost: [String] = []
    /// Somebody works on them, or they are another account's: not for this process.
    public var isOthers = false
  }

  public var text: String {
    (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  init() {}

  /// Nil for what `text` did not give: whoever can write the store must not have others rename just any file.
  public init?(_ text: String) {
    guard let pending = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)),
      pending.files.allSatisfy({ NewFile.isTemporary($0.temporary, of: $0.place) })
    else { return nil }
    self = pending
  }

  /// Gives them the names that they were to have, if whoever made them is gone.
  public func finish() -> Ending {
    let owners = files.map { NewFile.owner(of: $0.temporary) }
    if owners.contains(.others) { return Ending(isOthers: true) }
    var ending = Ending()
    for (file, owner) in zip(files, owners) {
      let isThere = owner == .nobody && NewFile.number(of: file.temporary) == file.number
      if NewFile.number(of: file.place) == file.number {
        // It had its name, and the other one too.
        if isThere { unlink(file.temporary) }
        continue
      }
      let replacing = Replacing.seen(
        file.replaced.map { [StandingFile(file.place, size: $0.size, changed: $0.changed)] } ?? [])
      if isThere, (try? NewFile.name(file.temporary, file.place, replacing)) != nil {
        ending.named.append(file.place)
      } else if isThere || StandingFile(file.place) == nil {
        ending.lost.append(file.place)
      }
    }
    for folder in Set(files.map { Folder.split($0.place).folder }) { Folder.sync(folder) }
    return ending
  }
}
