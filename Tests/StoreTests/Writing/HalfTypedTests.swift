import Foundation
import Model
import Testing

@testable import Store

/// What is half typed in a session outlives its process.
@Suite struct HalfTypedTests {
  private let folder = NSTemporaryDirectory() + "outreach-typing-" + UUID().uuidString

  private func shelf(who: String = "mei") -> DraftShelf {
    DraftShelf(folder: folder, store: "/tmp/some.sqlite", who: who)
  }

  private func draft(_ text: String, number: Int = 1) -> Draft {
    var draft = Draft(
      kind: .stakeholder, record: "a", basedOn: 3, base: ["name": "Ana"], typed: ["name": text])
    draft.number = number
    return draft
  }

  /// As a kill leaves it: the files stay, and no lock is held.
  private func killed(_ texts: [Int: HalfTyped.Text]...) {
    let typing = HalfTyped(on: shelf())
    for texts in texts { typing.note(texts) }
    typing.wait()
  }

  @Test func `A killed session leaves what was typed last, and what it goes on from`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let earlier = draft("An", number: 2)
    killed(
      [3: .init(draft("Anna"), after: earlier), 104: .init(draft("Bo"), after: nil)],
      [3: .init(draft("Anna 安娜"), after: earlier)])
    let found = try #require(shelf().drafts().first)
    #expect(shelf().drafts().count == 1 && found.draft.typed == ["name": "Anna 安娜"])
    #expect(found.replaces(earlier) && !found.replaces(draft("An")))
    #expect(shelf(who: "tom").drafts().isEmpty)
    shelf().remove(file: found.file)
    #expect(shelf().drafts().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func `Nobody is offered what somebody types now`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let typing = HalfTyped(on: shelf())
    typing.note([3: .init(draft("Anna"), after: nil)])
    typing.wait()
    #expect(typing.places == [3] && !typing.isFailing)
    #expect(shelf().drafts().isEmpty)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    typing.end()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func `A full disk has room that was taken before`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try #require(shelf().makeFolder())
    let path = shelf().path(ofReserve: "x")
    do {
      let reserve = try #require(DraftReserve(making: path))
      for text in ["one", "two", "three"] {
        #expect(
          reserve.write([
            DraftCard(draft(text), after: nil, of: "mei"), DraftCard(draft("other"), after: nil, of: "mei"),
          ]))
      }
      #expect(
        !reserve.write([DraftCard(draft(String(repeating: "long ", count: 40_000)), after: nil, of: "mei")]))
      #expect(shelf().drafts().isEmpty)
    }
    #expect(Set(shelf().drafts().map { $0.draft.typed["name"] }) == ["three", "other"])
    let file = try #require(shelf().drafts().first { $0.draft.typed["name"] == "other" }?.file)
    shelf().remove(file: file)
    #expect(shelf().drafts().map { $0.draft.typed["name"] } == ["three"])
    // A power cut tears the last turn: the one before it is whole.
    let torn = try #require(FileHandle(forUpdatingAtPath: path))
    for place in [0, DraftReserve.half] {
      try torn.seek(toOffset: UInt64(place))
      guard try torn.read(upToCount: 8)?.last == 4 else { continue }
      try torn.seek(toOffset: UInt64(place + 60))
      try torn.write(contentsOf: Data("torn".utf8))
    }
    try torn.close()
    #expect(Set(shelf().drafts().map { $0.draft.typed["name"] }) == ["three", "other"])
  }
}
