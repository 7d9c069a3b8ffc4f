import Foundation
import Glibc
import Testing

@testable import Interchange

/// What is left to do where a process was killed between two names of files.
@Suite final class PendingFilesTests {
  private let folder = NSTemporaryDirectory() + "outreach-pending-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"), options: [])
  }

  private func text(_ name: String) -> String? {
    try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Files as a process left them that is gone.
  private func left(_ names: [String]) throws -> PendingFiles {
    var pending = PendingFiles()
    for name in names {
      try write("new \(name)", to: name + ".4194303.part")
      let place = "\(folder)/\(name)"
      let number = try #require(NewFile.number(of: place + ".4194303.part"))
      let standing = StandingFile(place)
      pending.files.append(
        PendingFiles.File(
          temporary: place + ".4194303.part", place: place, number: number,
          replaced: standing.map { PendingFiles.Standing(size: $0.size, changed: $0.changed) }))
    }
    return pending
  }

  @Test func `What a dead process left takes its names, over what was seen there, once`() throws {
    try write("old", to: "b")
    let pending = try #require(PendingFiles(left(["a", "b"]).text))
    #expect(pending.finish().named == ["\(folder)/a", "\(folder)/b"])
    #expect(names == ["a", "b"] && text("a") == "new a" && text("b") == "new b")
    #expect(pending.finish() == PendingFiles.Ending())
  }

  @Test func `A file that has its name already loses only the other one`() throws {
    let pending = try left(["a", "b"])
    #expect(link(pending.files[0].temporary, pending.files[0].place) == 0)
    #expect(pending.finish().named == ["\(folder)/b"])
    #expect(names == ["a", "b"])
  }

  @Test func `What came there since stays, and that is said`() throws {
    try write("old", to: "b")
    let pending = try left(["a", "b", "c"])
    try write("somebody's", to: "a")
    try write("somebody else's", to: "b")
    unlink(pending.files[2].temporary)
    let ending = pending.finish()
    #expect(ending.named == [] && ending.lost == ["a", "b", "c"].map { "\(folder)/\($0)" })
    #expect(text("a") == "somebody's" && text("b") == "somebody else's")
  }

  @Test func `Nothing is done while whoever began it lives`() throws {
    var set: FileSet? = try FileSet(["a", "b"], in: folder, replacing: .nothing)
    try set?.write(Array("a".utf8), to: 0)
    try set?.write(Array("b".utf8), to: 1)
    let text = try set?.settled().text ?? ""
    let pending = try #require(PendingFiles(text))
    #expect(pending.finish().isOthers && names.filter { !$0.contains(".part") }.isEmpty)
    #expect(try set?.takeNames().count == 2)
    set = nil
    #expect(pending.finish() == PendingFiles.Ending() && names == ["a", "b"])
  }

  @Test func `No other file is renamed on anybody's word`() throws {
    try write("secret", to: "secret")
    var pending = try left(["a"])
    pending.files[0].temporary = folder + "/secret"
    pending.files[0].number = try #require(NewFile.number(of: folder + "/secret"))
    #expect(PendingFiles(pending.text) == nil && PendingFiles("x") == nil)
    pending.files[0].temporary = "\(folder)/a.1/../secret.99.part"
    #expect(PendingFiles(pending.text) == nil)
    #expect(text("secret") == "secret")
  }
}
