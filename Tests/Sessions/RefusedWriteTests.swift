import Foundation
import Glibc
import Model
import Probe
import Store
import Testing

/// A write that the store refuses, and a link that is lost meanwhile: what was typed is there all the same.
@Suite(.serialized) struct RefusedWriteTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.fill("a-1,Ana Banda,ana@example.org")
  }

  /// Somebody else's long write: it holds the store until it is let go, and then writes nothing.
  private final class LongWrite: Sendable {
    private let begun = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)
    private let over = DispatchSemaphore(value: 0)

    private struct Hold: Change {
      var name: String { "import" }
      let write: LongWrite

      func perform(in transaction: Transaction) throws {
        try transaction.put(Stakeholder(id: "held", version: 0, values: ["name": "Held"]))
        write.begun.signal()
        write.end.wait()
        throw CancellationError()
      }
    }

    init(in store: String) throws {
      let library = try Library.open(store, who: "other")
      Thread.detachNewThread { [self] in
        _ = try? library.apply(Hold(write: self))
        over.signal()
      }
      begun.wait()
    }

    func letGo() {
      end.signal()
      over.wait()
    }
  }

  /// A prompt over the first stakeholder, with a date typed in it.
  /// - Parameter limit: how large files may grow, in KiB; nil for no limit.
  private func keeping(until day: String, limit: Int? = nil) throws -> TerminalProbe {
    let shell = limit.map { ["/bin/bash", "-c", "trap '' XFSZ; ulimit -f \($0); exec \"$0\""] } ?? []
    let probe = try desk.start(shell + [Desk.program])
    try probe.wait(for: " quit", timeout: 20)
    probe.press("2")
    try probe.wait(for: "▌Ana Banda")
    probe.press("P")
    try probe.wait(for: "Privacy › Ana Banda")
    probe.press("+")
    try probe.wait(for: "── ")
    probe.retype(day)
    try probe.wait(for: day)
    return probe
  }

  @Test func `A store that another program holds refuses the line, and takes it later`() throws {
    let probe = try keeping(until: "2016-05-01")
    let other = try LongWrite(in: desk.store)
    probe.press("Enter")
    try probe.wait(for: "other has been writing for ", timeout: 10)
    #expect(probe.row(of: "2016-05-01") != nil)
    other.letGo()
    probe.press("Enter")
    try probe.wait(for: "Saved: Ana Banda.")
    #expect(try desk.stored("retain_until")["Ana Banda"] == "2016-05-01")
  }

  @Test func `Two who write the same line choose, and neither text is lost`() throws {
    let (first, second) = (try keeping(until: "2016-05-01"), try keeping(until: "2017-06-02"))
    second.press("Enter")
    try second.wait(for: "Saved: Ana Banda.")
    first.press("Enter")
    try first.wait(for: "● yours")
    #expect(first.row(of: "1 May 2016") != nil && first.row(of: "2 Jun 2017") != nil)
    first.press("Ctrl-S")
    try first.wait(for: "Saved: Ana Banda.")
    #expect(try desk.stored("retain_until")["Ana Banda"] == "2016-05-01")
  }

  @Test func `A full disk refuses the line and says so, and a link that is lost then loses nothing`() throws {
    // The index of the log fits, and the log, which somebody else has made long, takes no more.
    let probe = try keeping(until: "2016-05-01", limit: 33)
    let other = try Library.open(desk.store, who: "other")
    for number in 0..<12 {
      let new = Stakeholder(id: "other-\(number)", version: 0, values: ["name": "Other \(number)"])
      try other.apply(ImportRecords(new: [new]))
    }
    withExtendedLifetime(other) {}
    probe.press("Enter")
    try probe.wait(for: "The disk is full or takes no more")
    #expect(probe.row(of: "2016-05-01") != nil)
    #expect(probe.row(of: "Keep until") != nil || probe.row(of: "keep until") != nil)
    probe.close()
    try expectOffered("2016-05-01")
  }

  @Test func `A link that is lost while another program holds the store loses nothing`() throws {
    let probe = try keeping(until: "2016-05-01")
    let other = try LongWrite(in: desk.store)
    probe.close()
    let folder = desk.folder + "/state/outreach/drafts"
    let files = try files(in: folder)
    #expect(files.count == 1)
    #expect(try mode(of: folder) == 0o700)
    #expect(try mode(of: folder + "/" + files[0]) == 0o600)
    other.letGo()
    try expectOffered("2016-05-01")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `A store that is moved away refuses, and the draft waits for it`(signal: Int32) throws {
    let probe = try keeping(until: "2016-05-01")
    let away = desk.folder + "/away.sqlite"
    try FileManager.default.moveItem(atPath: desk.store, toPath: away)
    probe.press("Enter")
    try probe.wait(for: "Not written: the store was moved")
    #expect(probe.row(of: "2016-05-01") != nil)
    probe.signal(signal)
    _ = try probe.waitForExit()
    try FileManager.default.moveItem(atPath: away, toPath: desk.store)
    try expectOffered("2016-05-01")
  }

  /// The next session offers the line in its prompt, and saves it.
  private func expectOffered(_ text: String) throws {
    let next = try desk.open()
    try next.wait(for: "You left a form half typed")
    next.press("Ctrl-O")
    try next.wait(for: "Privacy › Ana Banda")
    try next.wait(for: text)
    next.settle(quietMilliseconds: 300)
    next.press("Enter")
    try next.wait(for: "Saved: Ana Banda.")
    next.press("Esc")
    try next.wait(for: "outreach · Stakeholders")
    #expect(try next.quit() == .code(0))
  }

  /// What stands in a folder as soon as anything does.
  private func files(in folder: String) throws -> [String] {
    for _ in 0..<200 {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let drafts = files.filter { $0.hasSuffix(".json") }
      if !drafts.isEmpty { return drafts }
      usleep(50_000)
    }
    return []
  }

  private func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
