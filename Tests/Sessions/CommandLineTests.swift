import Foundation
import Glibc
import Testing

/// The work that is done without a screen.
@Suite struct CommandLineTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `What is exported comes back as it was`() throws {
    try desk.fill(
      "a-1,\"Banda, Thandiwe\",t@example.org; banda@example.org", "b-1,刘森,", "c-1,\"A \"\"B\"\"\nC\",")
    let exported = try desk.run("export", "stakeholders")
    #expect(exported.code == 0)
    let file = try desk.write(exported.output, to: "out.csv")
    let same = try desk.run("import", "stakeholders", file)
    #expect(same.code == 0)
    #expect(same.output.contains("0 new, 0 changed, 3 unchanged, 0 rejected."))

    let other = desk.folder + "/other.sqlite"
    #expect(try desk.run("import", "stakeholders", file, "--store", other).code == 0)
    #expect(try desk.run("export", "stakeholders", "--store", other).output == exported.output)
    for kind in ["activities", "launches", "launch", "evidence"] {
      let first = try desk.run("export", kind)
      #expect(first.code == 0)
      let file = try desk.write(first.output, to: kind + ".csv")
      #expect(try desk.run("import", kind, file).code == 0)
      #expect(try desk.run("export", kind).output == first.output)
    }
  }

  @Test func `A row that is not valid stops the file, with its place`() throws {
    let file = try desk.write("name,emails\nAna,ana@example.org\nBen,ben@\n", to: "people.csv")
    let refused = try desk.run("import", "stakeholders", file)
    #expect(refused.code == EX_DATAERR)
    #expect(refused.output == "")
    #expect(refused.errors.contains("\(file):3: emails: Nothing after the @ in “ben@”."))
    #expect(try desk.stored("name").isEmpty)
    #expect(try desk.run("import", "stakeholders", file, "--skip-rejected").code == 0)
    #expect(try desk.stored("name") == ["Ana": "Ana"])
  }

  @Test func `A rehearsal writes nothing, not even a store`() throws {
    let file = try desk.write("name\nAna\n", to: "people.csv")
    let rehearsed = try desk.run("import", "stakeholders", file, "--dry-run")
    #expect(rehearsed.code == 0)
    #expect(rehearsed.output.contains("1 new, 0 changed, 0 unchanged, 0 rejected."))
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  @Test func `The store is looked after`() throws {
    try desk.fill("a-1,Ana,")
    #expect(try desk.run("store", "path").output == desk.store + "\n")
    #expect(try desk.run("store", "check").output == "\(desk.store) is sound.\n")
    let copy = desk.folder + "/copy.sqlite"
    #expect(try desk.run("store", "backup", copy).code == 0)
    #expect(try desk.run("export", "stakeholders", "--store", copy).output.contains("Ana"))
    #expect(try desk.run("store", "backup", copy).code == EX_CANTCREAT)
  }

  @Test func `A file that cannot be read is named`() throws {
    let result = try desk.run("import", "stakeholders", desk.folder + "/none.csv")
    #expect(result.code == EX_NOINPUT)
    #expect(result.errors.hasPrefix("\(desk.folder)/none.csv cannot be read"))
  }
}
