import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct StoreFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What opening the file says; the file must stay as it was.
  private func problem(_ bytes: [UInt8]) throws -> StoreProblem? {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.store))
    let problem = #expect(throws: StoreProblem.self) {
      _ = try Library.open(folder.store, who: "mei", creating: true)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == Data(bytes))
    return problem
  }

  /// The bytes of a sound store, with something done to them.
  private func damaged(_ damage: (inout [UInt8]) -> Void) throws -> [UInt8] {
    do { try Library.open(folder.store, who: "mei", creating: true).add(.named("Ana")) }
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.store)))
    damage(&bytes)
    return bytes
  }

  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func `A new store is its owner's alone`() throws {
    let library = try Library.open(folder.store, who: "mei", creating: true)
    #expect(try library.read(AllRecords<Activity>()).count == 22)
    for suffix in ["", "-wal"] { #expect(try mode(folder.store + suffix) == 0o600) }
  }

  @Test func `A store in a shared folder is its group's`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o2770], ofItemAtPath: folder.path)
    _ = try Library.open(folder.store, who: "mei", creating: true)
    #expect(try mode(folder.store) == 0o660)
  }

  /// A question that was broken off when nobody asked any more is no reason to leave it.
  @Test(arguments: [false, true])
  func `The last to leave brings the log home`(isInterrupted: Bool) throws {
    do {
      let library = try Library.open(folder.store, who: "mei", creating: true)
      try library.add(.named("Ana"))
      if isInterrupted { library.interrupt() }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["store.sqlite"])
  }

  @Test func missing() {
    #expect(throws: StoreProblem.missing(folder.store)) { _ = try Library.open(folder.store, who: "mei") }
    let file = folder.path + "/none/store.sqlite"
    #expect(throws: StoreProblem.folderMissing(folder.path + "/none")) {
      _ = try Library.open(file, who: "mei", creating: true)
    }
  }

  @Test func `A file that is no store`() throws {
    #expect(try problem(Array("name,email\n".utf8)) == .notAStore(folder.store))
    #expect(try problem([]) == .notAStore(folder.store))
    #expect(throws: StoreProblem.notAStore(folder.path)) { _ = try Library.open(folder.path, who: "mei") }
  }

  @Test func `The database of another program`() throws {
    try DatabaseQueue(path: folder.store).write { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.store)))
    #expect(try problem(bytes) == .notOurs(folder.store))
  }

  @Test func newer() throws {
    let bytes = try damaged { $0[63] = UInt8(StoreFile.schema) + 1 }
    #expect(try problem(bytes) == .newer(folder.store, schema: StoreFile.schema + 1))
  }

  @Test func `A newer schema is seen while it stands in the log only`() throws {
    do { _ = try Library.open(folder.store, who: "mei", creating: true) }
    let newer = try DatabasePool(path: folder.store)
    try newer.write { try $0.execute(sql: "PRAGMA user_version = \(StoreFile.schema + 1)") }
    for isReadOnly in [false, true] {
      #expect(throws: StoreProblem.newer(folder.store, schema: StoreFile.schema + 1)) {
        _ = try Library.open(folder.store, who: "mei", isReadOnly: isReadOnly)
      }
    }
  }

  @Test func truncated() throws {
    let bytes = try damaged { $0.removeLast($0.count / 2) }
    guard case .corrupt = try problem(bytes) else { return #expect(Bool(false), "not said to be corrupt") }
  }

  @Test func `Damaged pages`() throws {
    let bytes = try damaged { bytes in for index in 4096..<bytes.count { bytes[index] = 0xA5 } }
    guard case .corrupt = try problem(bytes) else { return #expect(Bool(false), "not said to be corrupt") }
  }

  @Test func `A store for reading only`() throws {
    do { try Library.open(folder.store, who: "mei", creating: true).add(.named("Ana")) }
    let library = try Library.open(folder.store, who: "tom", isReadOnly: true)
    #expect(try library.find("ana") == ["Ana"])
    #expect(throws: Refusal.storeIsReadOnly) { try library.add(.named("Ben")) }
    #expect(throws: Refusal.storeIsReadOnly) { try library.undo() }
  }

  @Test(.enabled(if: getuid() != 0, "root may write everything"))
  func `Not writable`() throws {
    do { _ = try Library.open(folder.store, who: "mei", creating: true) }
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: folder.store)
    #expect(throws: StoreProblem.readOnly(folder.store)) { _ = try Library.open(folder.store, who: "mei") }
  }

  @Test(arguments: [
    ("/data", "nfs4"), ("/data/team/x", "nfs4"), ("/database", "ext4"), ("/home/mei", "fuse.sshfs"),
    ("/my disk/x", "cifs"),
  ])
  func `Knows the file system`(_ folder: String, type: String) {
    let mounts = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      40 22 0:40 / /data rw shared:7 - nfs4 server:/data rw
      41 22 0:41 / /home rw - fuse.sshfs host:/home rw
      42 22 0:42 / /my\\040disk rw - cifs //host/disk rw
      """
    #expect(StoreFile.fileSystem(of: folder, mounts: mounts) == type)
    let file = StoreFile(path: folder + "/x.sqlite")
    #expect(file.path.hasPrefix(folder))
  }

  @Test func `Network file systems are refused`() {
    let mounts = "40 22 0:40 / / rw shared:7 - nfs4 server:/data rw"
    let file = StoreFile(path: folder.store)
    #expect(throws: StoreProblem.networkFileSystem(folder.store, type: "nfs4")) {
      try file.refuseNetwork(mounts: mounts)
    }
  }

  @Test func `Backup is a store of its own`() throws {
    let library = try Library.open(folder.store, who: "mei", creating: true)
    try library.add(.named("Ana"))
    let copy = folder.path + "/copy.sqlite"
    try library.backup(to: copy)
    try library.add(.named("Ben"))
    #expect(try mode(copy) == 0o600)
    #expect(try Library.open(copy, who: "mei").read(Tallies()).total == 1)
    #expect(throws: StoreProblem.fileExists(copy)) { try library.backup(to: copy) }
  }

  @Test func `Check finds nothing in a sound store`() throws {
    let library = try Library.open(folder.store, who: "mei", creating: true)
    #expect(try library.check().isEmpty)
  }
}
