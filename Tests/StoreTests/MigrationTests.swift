import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct MigrationTests {
  /// A store as the first schema made it, with one stakeholder.
  private func oldStore(_ path: String) throws {
    let pool = try DatabasePool(path: path)
    try Schema.migrator.migrate(pool, upTo: "1 stakeholders, documents, journal")
    try pool.write { db in
      try db.execute(
        sql: """
          INSERT INTO stakeholder (id, version, name_key, country, joined, changed, retired, facets,
            more_facets, search_text, body)
          VALUES ('ana', 3, 'ana', 'KE', '', 0, 0, 1, 0, 'ana cas', ?)
          """, arguments: [#"{"affiliations":"CAS | Prof.","country":"KE","name":"Ana"}"#])
      try db.execute(sql: "INSERT INTO stakeholder_search (rowid, search_text) VALUES (1, 'ana cas')")
    }
    try pool.close()
  }

  @Test func aStoreOfTheFirstSchemaIsBroughtUpToDate() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "outreach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("old.sqlite").path
    try oldStore(path)
    #expect(throws: StoreProblem.older(path)) { try Library.open(path, who: "ben", isReadOnly: true) }
    let library = try Library.open(path, who: "ben")
    let ana = try #require(try library.read(RecordByID<Stakeholder>("ana")))
    #expect((ana.version, ana.affiliations) == (3, [Affiliation(organization: "CAS", role: "Prof.")]))
    var edited = ana
    edited.offers = [Capacity(kind: .expertise, subject: "pollen")]
    try library.apply(EditRecord(base: ana, edited: edited))
    let offering = StakeholderFilter(facets: [.offers: ["expertise"]])
    #expect(try library.read(StakeholderWindow(filter: offering, count: 5)).rows.count == 1)
    #expect(try library.check().isEmpty)
  }
}
