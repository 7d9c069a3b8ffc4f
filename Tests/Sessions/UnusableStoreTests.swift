import Foundation
import Glibc
import Probe
import Testing

/// A file that cannot be worked in: one sentence, an exit code, and the file as it was.
@Suite struct UnusableStoreTests {
  private let desk: Desk
  private let path: String

  init() throws {
    desk = try Desk()
    path = desk.folder + "/office.sqlite"
  }

  private func expect(_ sentence: String, code: Int32, options: String...) throws {
    let before = try? desk.bytes(path)
    let probe = try desk.start([Desk.program, "--store", path] + options, columns: 400)
    try probe.wait(for: sentence, timeout: 20)
    #expect(try probe.waitForExit() == .code(Int(code)))
    #expect(probe.lines.count { !$0.isEmpty } == 1)
    let piped = try desk.run("--store", path)
    #expect(options.isEmpty == false || piped.code == code)
    #expect(options.isEmpty == false || piped.errors.hasPrefix(path) || piped.errors.contains(sentence))
    #expect((try? desk.bytes(path)) == before)
  }

  /// The bytes of a sound store, with something done to them.
  private func damage(_ damage: (inout Data) -> Void) throws {
    #expect(try desk.run("--store", path).code == 0)
    var bytes = try desk.bytes(path)
    damage(&bytes)
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  @Test func `No store`() throws {
    try desk.write("name,email\n", to: "office.sqlite")
    try expect("\(path) is not a store of outreach, and was left as it is.", code: EX_DATAERR)
  }

  @Test func `A store of a newer program`() throws {
    try damage { $0[63] = 14 }
    try expect("\(path) was made by a newer outreach (schema 14).", code: EX_DATAERR)
  }

  @Test func `A damaged store`() throws {
    try damage { $0.replaceSubrange(4096..<$0.count, with: repeatElement(0xA5, count: $0.count - 4096)) }
    try expect(
      "The store is damaged; outreach store restore brings back a copy. \(path) was left as it is",
      code: EX_DATAERR)
  }

  @Test func `Half a store`() throws {
    try damage { $0.removeLast($0.count / 2) }
    try expect(
      "The store is damaged; outreach store restore brings back a copy. \(path) was left as it is",
      code: EX_DATAERR)
  }

  @Test func `No folder`() throws {
    let missing = desk.folder + "/none"
    let result = try desk.run("--store", missing + "/office.sqlite")
    #expect(result.code == EX_NOINPUT)
    #expect(result.errors.hasPrefix("The folder \(missing) does not exist."))
    #expect(!FileManager.default.fileExists(atPath: missing))
  }

  @Test func `Nothing to read`() throws {
    let result = try desk.run("--store", path, "--read-only")
    #expect(result.code == EX_NOINPUT)
    #expect(result.errors.hasPrefix("There is no store at \(path)."))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(.enabled(if: getuid() != 0, "root may write everything"))
  func `A file that may only be read`() throws {
    #expect(try desk.run("--store", path).code == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    try expect("\(path) cannot be written by your login.", code: EX_NOPERM)
    #expect(try desk.run("--store", path, "--read-only").code == 0)
  }

  @Test func `A store that is taken away meanwhile`() throws {
    try desk.fill("a-1,Ana Banda,")
    let probe = try desk.open()
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    for suffix in ["", "-wal", "-shm"] { unlink(desk.store + suffix) }
    probe.press("D")
    try probe.wait(for: "was moved or removed")
    #expect(try probe.quit() == .code(0))
  }

  @Test func `What a full disk refuses stays in the form`() throws {
    try desk.fill("a-1,Ana Banda,")
    // No file may grow over 64 KiB: the next long name does not fit.
    let limited = "trap '' XFSZ; ulimit -f 64; exec \"$0\""
    let probe = try desk.start(["/bin/bash", "-c", limited, Desk.program], columns: 200)
    try probe.wait(for: " quit", timeout: 20)
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    probe.press("e")
    try probe.wait(for: "Native name")
    probe.paste(String(repeating: "name ", count: 40_000) + "end")
    try probe.wait(for: "name end")
    for key in ["Ctrl-S", "Esc"] {
      probe.press(key)
      try probe.wait(for: "The disk is full or takes no more: nothing was written to")
      #expect(probe.row(of: "name end") != nil)
      probe.press("Left", "Right")
      try probe.wait(forNo: "The disk is full")
    }
    probe.press("Ctrl-X")
    try probe.wait(for: "thrown away")
    probe.press("y")
    try probe.wait(forNo: "Native name")
    #expect(try probe.quit() == .code(0))
    #expect(try desk.stored("name") == ["Ana Banda": "Ana Banda"])
  }
}
