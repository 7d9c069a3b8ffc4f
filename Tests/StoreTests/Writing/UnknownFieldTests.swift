import Model
import Testing

@testable import Store

/// A record that a newer program wrote with fields that this one does not know.
@Suite struct UnknownFieldTests {
  private let library: Library

  init() throws { library = try Library.inMemory() }

  private func kept(_ kind: RecordKind, _ id: RecordID) throws -> String? {
    try library.withReader {
      try $0.value(String.self, "SELECT body ->> '$.newer' FROM \"\(kind.rawValue)\" WHERE id = ?", [id])
    }
  }

  private func mark(_ kind: RecordKind, _ id: RecordID) throws {
    try library.maintain {
      try $0.execute(
        sql: "UPDATE \"\(kind.rawValue)\" SET body = json_set(body, '$.newer', 'kept') WHERE id = ?",
        arguments: [id])
    }
  }

  @Test func `They outlive an edit, an edit of many, a removal and the undo of each`() throws {
    try library.add(.named("Ana"))
    try mark(.stakeholder, "Ana")
    try library.edit("Ana") { $0.city = "Lima" }
    #expect(try kept(.stakeholder, "Ana") == "kept")
    let history = try library.read(RecordHistory(.stakeholder, "Ana")).entries[0]
    #expect(history.after?.keys.sorted() == ["city"] && history.before?.keys.sorted() == ["city"])
    try library.undo()
    #expect(try kept(.stakeholder, "Ana") == "kept" && library.stakeholder("Ana")?.city == "")
    try library.apply(BulkEdit(["Ana"], BulkStep(field: "tags", action: .add("x"))))
    #expect(try kept(.stakeholder, "Ana") == "kept" && library.stakeholder("Ana")?.tags == ["x"])
    try library.apply(RemoveRecord(#require(try library.stakeholder("Ana"))))
    #expect(try kept(.stakeholder, "Ana") == nil)
    try library.undo()
    #expect(try kept(.stakeholder, "Ana") == "kept" && library.stakeholder("Ana")?.tags == ["x"])
    #expect(try library.check().isEmpty)
  }

  @Test func `They outlive an edit in the tables of small kinds`() throws {
    var mapping = ImportMapping(id: "m")
    mapping.name = "List of the node"
    try library.apply(AddRecord(mapping))
    try mark(.mapping, "m")
    let base = try #require(try library.read(RecordByID<ImportMapping>("m")))
    var edited = base
    edited.name = "List of the office"
    try library.apply(EditRecord(base: base, edited: edited))
    #expect(try kept(.mapping, "m") == "kept")
  }
}
