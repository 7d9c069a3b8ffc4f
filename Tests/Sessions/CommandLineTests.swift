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

  @Test func `What is for the dashboard alone is refused before a command`() throws {
    let refused = try desk.run("--read-only", "list")
    #expect(refused.code == EX_USAGE && refused.output.isEmpty)
    #expect(refused.errors.contains("--read-only is for the dashboard alone."))
  }

  @Test func `A rehearsal writes nothing, not even a store`() throws {
    let file = try desk.write("name\nAna\n", to: "people.csv")
    let rehearsed = try desk.run("import", "stakeholders", file, "--dry-run")
    #expect(rehearsed.code == 0)
    #expect(rehearsed.output.contains("1 new, 0 changed, 0 unchanged, 0 rejected."))
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  @Test func `What was not UTF-8 is said, with names to look at`() throws {
    let file = desk.folder + "/people.csv"
    try Data("name\nAna\nM".utf8 + [0xFC] + "ller\n".utf8).write(to: URL(fileURLWithPath: file))
    let western = "Not UTF-8: read as Windows-1252. Look at the first names: Müller\n"
    let rehearsed = try desk.run("import", "stakeholders", file, "--dry-run")
    #expect(rehearsed.output.hasPrefix(western + "New: Ana; Müller\n2 new"))
    let done = try desk.run("import", "stakeholders", file)
    #expect(done.output.hasPrefix(western + "New: Ana; Müller\n2 new"))

    // 姓名, 刘森
    try Data([0xD0, 0xD5, 0xC3, 0xFB, 0x0A, 0xC1, 0xF5, 0xC9, 0xAD, 0x0A]).write(
      to: URL(fileURLWithPath: file))
    let chinese = try desk.run("import", "stakeholders", file, "--dry-run", "--lang", "zh")
    #expect(chinese.output.hasPrefix("文件不是 UTF-8 编码，已按 GB18030 读取。请核对前几个名称：刘森\n新增：刘森\n"))
  }

  @Test func `What may be stored in several ways is refused until somebody says which`() throws {
    let file = desk.folder + "/people.csv"
    // Muñoz in Windows-1252, Muńoz in Windows-1250.
    try Data("name\nMu".utf8 + [0xF1] + "oz\n".utf8).write(to: URL(fileURLWithPath: file))
    let refused = try desk.run("import", "stakeholders", file)
    #expect(refused.code == EX_DATAERR)
    #expect(refused.errors.contains("Windows-1252 (Muñoz), Windows-1250 (Muńoz)"))
    #expect(refused.errors.contains("--encoding NAME; nothing was written."))
    #expect(try desk.run("import", "stakeholders", file, "--encoding", "klingon").code == EX_USAGE)
    let polish = try desk.run("import", "stakeholders", file, "--encoding", "cp1250")
    #expect(
      polish.output.hasPrefix(
        "Not UTF-8: read as Windows-1250. Look at the first names: Muńoz\nNew: Muńoz\n1 new"))
  }

  @Test func `A rehearsal lists the first titles`() throws {
    try desk.fill("a-1,Ana,")
    let file = try desk.write("id,name,Name\na-1,Anna,\n,B,\n,C,\n,D,\n,E,\n", to: "people.csv")
    let said = try desk.run("import", "stakeholders", file, "--dry-run").output
    #expect(said.hasPrefix("“name” is there more than once: the cells of column 3, “Name”, are left out.\n"))
    #expect(said.contains("\nNew: B; C; D; …\nChanged: Anna\n4 new, 1 changed"))
  }

  @Test func `An export steers no terminal, and a file is exact`() throws {
    let name = "A\u{1B}]0;x\u{7}\u{9B}1m\u{202E}\rB"
    try desk.fill("a-1,\"\(name)\nC\",")
    for format in ["csv", "json"] {
      let command = [Desk.program, "export", "stakeholders", "--format", format]
      let probe = try desk.start(command, columns: 400)
      #expect(try probe.waitForExit() == .code(0))
      let shown = probe.lines.joined(separator: "\n")
      #expect(!shown.contains("\u{202E}"))
      #expect(shown.contains(format == "csv" ? "A�]0;x��1m��B" : #"A\u001b]0;x\u0007�1m�\rB"#), "\(shown)")
      #expect(shown.components(separatedBy: "�").count == (format == "csv" ? 6 : 3))
    }
    #expect(try desk.run("export", "stakeholders").output.contains(name))
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

  @Test func `Stakeholders are counted by region`() throws {
    let file = try desk.write(
      "name,country,gender,disciplines\nA,KE,female,natural\nB,TZA,male,natural; social\nC,Brazil,,\nD,,,social\n",
      to: "people.csv")
    #expect(try desk.run("import", "stakeholders", file).code == 0)
    let table = try desk.run("count", "--rows", "ipbes-region", "--columns", "discipline")
    #expect(table.code == 0)
    #expect(
      table.output == """
        IPBES region         natural sciences  social sciences  economic sciences  not stated  all
        Africa                              2                1                  0           0    2
        Americas                            0                0                  0           1    1
        Asia-Pacific                        0                0                  0           0    0
        Europe & Cent. Asia                 0                0                  0           0    0
        no region                           0                1                  0           0    1
        all                                 2                2                  0           1    4

        Disciplines: whoever has several values counts once in each.

        """)
    let csv = try desk.run("count", "--rows", "gender", "--format", "csv", "--lang", "zh")
    #expect(csv.output == "性别,合计\r\n女,1\r\n男,1\r\n其他,0\r\n未说明,2\r\n合计,4\r\n")
    let views = try desk.write(
      "name,query,group\nWomen,gender:female,gender x region\nAll,,\n", to: "views.csv")
    #expect(try desk.run("import", "views", views).code == 0)
    let kept = try desk.run("count", "--view", "women", "--format", "csv")
    #expect(kept.output.hasPrefix("Gender,Africa,") && kept.output.contains("\r\nall,1,"), "\(kept.output)")
    let rows = try desk.run("count", "--view", "Women", "--rows", "kind", "--format", "csv").output
    #expect(rows.hasSuffix("all,1\r\n"))
    #expect(try desk.run("count", "--view", "All").errors.hasPrefix("Say what to count"))
    let unknown = try desk.run("count", "--rows", "planet")
    #expect(unknown.code == EX_USAGE)
    #expect(unknown.errors.contains("There is no dimension “planet”."))
  }
}
