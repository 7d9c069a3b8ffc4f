import Foundation
import GRDB
import Glibc
import Model
import Probe
import SampleLibrary
import Testing

@testable import Store

/// Copies, migrations and restoring as several programs do them at once.
@Suite(.serialized) struct StoreCareTests {
  private let desk: Desk
  private let path: String

  init() throws {
    desk = try Desk()
    path = desk.folder + "/office.sqlite"
  }

  /// A store of an older program, with some thousand stakeholders.
  private func old(_ path: String, rows: Int = 2_000) throws { try WritingTrial.makeOld(path, rows: rows) }

  private func launch(_ arguments: String..., quiet: Bool = true) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Desk.program)
    process.arguments = arguments
    process.environment = desk.environment
    process.standardInput = FileHandle.nullDevice
    if quiet {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
    }
    try process.run()
    return process
  }

  private func schema(_ path: String) throws -> Int {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
  }

  private func names(_ folder: String? = nil) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder ?? desk.folder)
  }

  private func isSound(_ path: String) throws -> Bool {
    try desk.run("store", "check", "--store", path).code == 0
  }

  // MARK: Older and newer programs

  @Test func `Eight starts at once on an old store all find it brought up to date`() throws {
    try old(path)
    let starts = try (0..<8).map { _ in try launch("--store", path) }
    for start in starts { start.waitUntilExit() }
    #expect(starts.map(\.terminationStatus) == Array(repeating: 0, count: 8))
    #expect(try names().filter { $0.hasPrefix("office.schema-1.") }.count == 1)
    #expect(try isSound(path))
    #expect(try desk.run("list", "--store", path).errors.contains("2,000"))
  }

  @Test func `An old store is checked and copied as it is, and a start says where it is kept`() throws {
    try old(path, rows: 20)
    let check = try desk.run("store", "check", "--store", path)
    #expect(check.code == 0 && check.output.contains("is of an older outreach, and stays so"))
    #expect(try desk.run("store", "backup", desk.folder + "/copy.sqlite", "--store", path).code == 0)
    #expect(try schema(path) == 1 && schema(desk.folder + "/copy.sqlite") == 1)
    #expect(try desk.run("list", "--store", path).errors.contains("Open it once for writing"))
    let start = try desk.run("--store", path)
    #expect(start.code == 0)
    #expect(
      start.errors.hasPrefix("The store was brought up to date. As it was before, it stands in "),
      "\(start.errors)")
    #expect(try schema(path) == StoreFile.schema)
  }

  @Test func `A full disk keeps an old store from being brought up to date`() throws {
    try old(path)
    let before = try desk.bytes(path)
    let result = try desk.shell(
      "trap '' XFSZ; ulimit -f 100; \"$PROGRAM\" --store '\(path)' 2>&1; echo $?")
    #expect(
      result == "The disk is full or takes no more: nothing was written to \(path).\n74\n", "\(result)")
    #expect(try schema(path) == 1)
    #expect(try desk.bytes(path) == before)
    #expect(try names().filter { $0.contains("part") || $0.contains("schema") }.isEmpty)
  }

  @Test func `A newer schema is refused while it stands in the log, and a session keeps what is typed`()
    throws
  {
    try desk.fill("a-1,Ana Banda,")
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    probe.press("e")
    try probe.wait(for: "Native name")
    probe.retype("Ana Maria")
    try probe.wait(for: "Ana Maria")
    let newer = try DatabasePool(path: desk.store)
    try newer.write { try $0.execute(sql: "PRAGMA user_version = \(StoreFile.schema + 1)") }
    try probe.wait(for: "was brought up to date by a newer outreach", timeout: 10)
    probe.press("Ctrl-S")
    probe.settle(quietMilliseconds: 300)
    #expect(probe.row(of: "Ana Maria") != nil)
    for command in [
      ["list"], ["store", "check"], ["import", "stakeholders", desk.folder + "/people.csv"], [],
    ] {
      #expect(try desk.run(arguments: command).code == EX_DATAERR, "\(command)")
    }
    probe.close()
    try newer.write { try $0.execute(sql: "PRAGMA user_version = \(StoreFile.schema)") }
    #expect(try desk.stored("name") == ["Ana Banda": "Ana Banda"])
    let next = try desk.open()
    try next.wait(for: "You left a form half typed")
    next.press("Ctrl-O")
    try next.wait(for: "Ana Maria")
    next.press("Ctrl-S")
    try next.wait(for: "Saved: Ana Maria")
    #expect(try next.quit() == .code(0))
  }

  // MARK: Restoring

  @Test func `Restoring is said to whoever has the store open`() throws {
    try desk.fill("a-1,Ana Banda,")
    let copy = desk.folder + "/copy.sqlite"
    #expect(try desk.run("store", "backup", copy).code == 0)
    try desk.fill("b-1,Ben Cole,")
    let probe = try desk.open(columns: 160)
    probe.press("2")
    try probe.wait(for: "Ben Cole")
    let restored = try desk.run("store", "restore", copy)
    #expect(restored.code == 0)
    #expect(restored.output.hasPrefix("\(copy) stands in the place of \(desk.store) now.\nAs it was before"))
    try probe.wait(for: "A copy was put in the place of", timeout: 10)
    try probe.wait(forNo: "Ben Cole")
    probe.press("D")
    try probe.wait(for: "A copy was put in the place of")
    #expect(try probe.quit() == .code(0))
    #expect(try desk.stored("name").keys.sorted() == ["Ana Banda"])
    #expect(try desk.run("privacy", "log").output.contains("copy restored  1  sqlite · all"))
    #expect(try isSound(desk.store))
    for wrong in ["none.sqlite", "people.csv"] {
      #expect(try desk.run("store", "restore", "\(desk.folder)/\(wrong)").code != 0)
    }
    #expect(try desk.stored("name").keys.sorted() == ["Ana Banda"])
  }

  // MARK: Where nothing can be written

  @Test(.enabled(if: getuid() == 0, "only root may mount"))
  func `A store on a medium that takes no writing is read and checked, and says why it is not written`()
    throws
  {
    try desk.fill("a-1,Ana Banda,")
    let disk = desk.folder + "/disk"
    let script = """
      mkdir -p '\(disk)' && mount -t tmpfs none '\(disk)' && cp '\(desk.store)' '\(disk)/s.sqlite' || exit 99
      mount -o remount,ro '\(disk)' || exit 99
      "$PROGRAM" list --store '\(disk)/s.sqlite'; echo $?
      "$PROGRAM" store check --store '\(disk)/s.sqlite'; echo $?
      "$PROGRAM" store backup '\(desk.folder)/from.sqlite' --store '\(disk)/s.sqlite'; echo $?
      "$PROGRAM" --read-only --store '\(disk)/s.sqlite' | head -1; echo ${PIPESTATUS[0]}
      "$PROGRAM" --store '\(disk)/s.sqlite' 2>&1; echo $?
      """
    let said = try desk.shell("unshare -m bash -c \(quoted(script)) || echo failed")
    if said.contains("failed") { return }
    #expect(said.contains("Ana Banda"))
    #expect(said.contains("s.sqlite is sound.\n0\n"))
    #expect(said.contains("lies on a medium that takes no writing. Open it with --read-only"))
    #expect(said.hasSuffix("\n77\n"), "\(said)")
  }

  @Test(.enabled(if: getuid() == 0, "only root may be somebody else"))
  func `A folder that takes no files is read, and a log or a folder that cannot be read is said`() throws {
    try desk.fill("a-1,Ana Banda,")
    let closed = desk.folder + "/closed"
    let script = """
      set -e; mkdir '\(closed)'; cp '\(desk.store)' '\(closed)/s.sqlite'; chmod 666 '\(closed)/s.sqlite'
      chmod -R a+rX '\(desk.folder)'; chmod 755 '\(closed)'
      as() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
      export HOME=/nonexistent; set +e
      as "$PROGRAM" list --store '\(closed)/s.sqlite'; echo $?
      as "$PROGRAM" store check --store '\(closed)/s.sqlite'; echo $?
      as "$PROGRAM" --store '\(closed)/s.sqlite' 2>&1; echo $?
      echo x > '\(closed)/s.sqlite-wal'; chmod 644 '\(closed)/s.sqlite-wal'
      as "$PROGRAM" list --store '\(closed)/s.sqlite' 2>&1; echo $?
      chmod 700 '\(closed)'; as "$PROGRAM" list --store '\(closed)/s.sqlite' 2>&1; echo $?
      """
    let said = try desk.shell(script)
    if said.contains("Permission denied") { return }
    #expect(said.hasPrefix("Ana Banda"), "\(said)")
    #expect(said.contains("\(closed)/s.sqlite cannot be opened: your login has no permission there.\n77\n"))
    #expect(said.contains("s.sqlite is sound.\n0\n"))
    #expect(said.contains("Your login may make no files in the folder of \(closed)/s.sqlite"))
    #expect(said.contains("The last changes of \(closed)/s.sqlite stand beside it"))
    #expect(said.hasSuffix("\n77\n"))
  }

  private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: #"'\''"#) + "'" }
}
