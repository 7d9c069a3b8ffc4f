import Model
import Office
import RandomRecords
import Store
import Testing

@testable import Dashboard

/// Records of any kind lead to what they name.
@Suite struct RecordLinksTests {
  @Test func `What a page does not show of the records that are named, a link says`() throws {
    let desk = try Desk("1")
    let look = desk.session.look
    for kind in RecordKind.allCases { expectLinks(kind.type, look) }
  }

  private func expectLinks<R: Record>(_ type: R.Type, _ look: Look) {
    guard let sections = R.kind.shown.sections else { return }
    let held = Set(sections.flatMap(\.fields))
    for field in R.fields where R.namingFields.contains(field.name) && !held.contains(field.name) {
      var record = NamedRecords.record(type)
      for form in field.entry.forms {
        guard let kind = form.kinds.first(where: NamedRecords.kinds.contains) else { continue }
        let named = RecordReference(kind, NamedRecords.id(kind))
        guard (try? field.write(form.text(named), to: &record)) != nil else { continue }
        let links = look.links(of: record)
        #expect(
          links.contains { $0.target == .place(Destination(kind, named.id)) }, "\(R.kind): \(field.name)")
      }
    }
  }
}
