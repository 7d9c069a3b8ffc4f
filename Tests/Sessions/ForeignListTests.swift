import Foundation
import Testing

/// Lists of other systems at the command line: what is not taken is said.
@Suite struct ForeignListTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func names() throws -> [String] {
    try desk.run("export", "stakeholders", "--format", "json").output.split(separator: "\n")
      .compactMap { $0.firstMatch(of: /"name": "([^"]*)"/).map { String($0.1) } }.sorted()
  }

  @Test func `Two lists of one system with the same numbers are four people`() throws {
    let first = try desk.write(
      "Record ID,Name,Email\n1,Ana Uno,a@example.org\n2,Bo Dos,b@example.org\n", to: "a.csv")
    let second = try desk.write(
      "Record ID,Name,Email\n1,Cy Tres,c@example.org\n2,Di Ek,d@example.org\n", to: "b.csv")
    for file in [first, second, first] {
      let result = try desk.run("import", "stakeholders", file)
      #expect(result.code == 0 && result.output.contains("“Record ID” are not taken for ids of this store"))
    }
    #expect(try names() == ["Ana Uno", "Bo Dos", "Cy Tres", "Di Ek"])
    let ours = try desk.write("id,name,emails\n1,Ana Uno,a@example.org\n", to: "ours.csv")
    #expect(try desk.run("import", "stakeholders", ours).code == 0)
    let other = try desk.write("id,name,emails\n1,Ed Cinco,e@example.org\n", to: "other.csv")
    let refused = try desk.run("import", "stakeholders", other)
    #expect(
      refused.code == EX_DATAERR && refused.errors.contains("Nothing is overwritten"), "\(refused.errors)")
  }

  @Test func `A refusal that nobody understands, and cells without a heading, are said`() throws {
    let file = try desk.write(
      "Name,Email,GDPR opt-out,\nAna,ana@example.org,perhaps,met in May\n", to: "list.csv")
    let result = try desk.run("import", "stakeholders", file)
    #expect(
      result.output.contains("Attention: the column “GDPR opt-out”") && result.output.contains("(perhaps)")
        && result.output.contains("Column 4 has no heading; its cells are left out: 1 (met in May)."))
    #expect(!result.output.contains("“GDPR opt-out” is not known"))
    let mapped = try desk.run(
      "import", "stakeholders", file, "--map", "GDPR opt-out=consents not mailing", "--value",
      "GDPR opt-out:perhaps=yes")
    #expect(mapped.code == 0 && !mapped.output.contains("Attention"), "\(mapped.errors)")
    let stored = try desk.run("export", "stakeholders", "--format", "json").output
    #expect(stored.contains("\"use\": \"mailing\", \"answer\": \"no\""))
  }
}
