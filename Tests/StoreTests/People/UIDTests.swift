import Model
import Testing

@testable import Store

/// Who is known by the UID of another program's address book, after every way of writing a record.
@Suite struct UIDTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(folder.store, who: "ana", creating: true)
  }

  private func known(_ uids: String...) throws -> [String: RecordID] {
    let found = try library.read(KnownStakeholders(uids: uids)).byUID
    let rows = try library.withReader {
      try $0.values(String.self, "SELECT stakeholder || ' ' || uid FROM stakeholder_uid")
    }
    let stored = try library.withReader { reader in
      try reader.values(
        String.self,
        "SELECT stakeholder.id || ' ' || value FROM stakeholder, json_each('[\"' || replace(body ->> '$.uids', '; ', '\",\"') || '\"]')"
      )
    }
    #expect(Set(rows) == Set(stored) && rows.count == stored.count)
    return found.mapValues(\.id)
  }

  @Test func `Added, edited, removed, undone and redone`() throws {
    try library.add(.named("Ana", id: "a") { $0.uids = ["one", "two"] }, .named("Ben", id: "b"))
    #expect(try known("one", "two", "three") == ["one": "a", "two": "a"])
    try library.edit("a") { $0.uids = ["two", "three"] }
    #expect(try known("one", "two", "three") == ["two": "a", "three": "a"])
    try library.edit("a") { $0.name = "Anna" }
    #expect(try known("one", "two", "three") == ["two": "a", "three": "a"])
    try library.undo()
    try library.undo()
    #expect(try known("one", "two", "three") == ["one": "a", "two": "a"])
    try library.redo()
    #expect(try known("one", "two", "three") == ["two": "a", "three": "a"])
  }

  @Test func `Somebody in use goes before somebody who is retired`() throws {
    try library.add(
      .named("Old", id: "o") {
        $0.uids = ["one"]
        $0.retired = Day("2015-01-01")
      }, .named("New", id: "n") { $0.uids = ["one"] })
    #expect(try known("one") == ["one": "n"])
  }
}
