import Interchange
import Model
import Testing

@testable import Dashboard

/// What is known of a kind of record is said in one place, and nothing of it is forgotten.
@Suite struct KindRules {
  @Test(arguments: RecordKind.allCases) func `Every kind says how it is shown`(_ kind: RecordKind) {
    #expect(kind.type.kind == kind)
    #expect(kind.type is any Shown.Type)
  }

  @Test(arguments: RecordKind.allCases) func `Every field stands in a section of its page`(_ kind: RecordKind)
  {
    #expect(unshown(kind.shown) == [])
  }

  /// The fields that nobody would ever see on a page, and those that stand there and are none.
  private func unshown<R: Shown>(_: R.Type) -> [String] {
    guard let sections = R.sections else { return [] }
    let fields = Set(R.fields.map(\.name))
    let said = R.elsewhere.union(R(id: "new").hidden).union(sections.flatMap(\.fields))
    return fields.symmetricDifference(said).sorted()
  }

  @Test func `A kind has a file name of its own`() {
    let files = RecordKind.allCases.compactMap { ($0.type as? any Exchangeable.Type)?.file }
    #expect(Set(files).count == files.count)
  }
}
