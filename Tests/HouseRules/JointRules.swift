import Testing

/// What stands between words, a colon or a comma, is another sign in another language: the books say it (`labelled`,
/// `bracketed`, `list`, `chain`), and no code that people read writes it between texts.
@Suite struct JointRules {
  private static var joints: [(pattern: Regex<Substring>, what: String)] {
    [
      (#/separator: "[:;,] "/#, "joins texts"), (#/[+?:(] "[:;,] "/#, "puts a sign between texts"),
      (#/\)[:;,] \\\(/#, "puts a sign between two texts"),
      (#/[ "(]\(\\\([^"]*\)\)/#, "puts a text in brackets"),
    ]
  }

  /// What machines read, or people type as it stands.
  private static let machines: [(part: String, why: String)] = [
    ("\\(file):\\(", "a line of a file, as compilers name it"), (".rawValue", "codes in a cell of CSV"),
    ("ListText", "a list as it is typed"), (".languages.joined", "codes as they are typed"),
    ("format:", "a line of the log, the same in all languages"),
  ]

  private static let files: [(path: String, why: String)] = [
    ("Office/Records/RecordSaying.swift", "a list as it is typed"),
    ("Office/Reports/MessagesReport.swift", "a cell of CSV"),
    ("Office/Reports/ObjectivesReport.swift", "a cell of CSV"),
    ("Office/Reports/ReportPaper.swift", "a table as one text, to see whether it changed"),
    ("Office/Reports/RisksReport.swift", "a cell of CSV"),
    ("Office/Reports/TraceReport.swift", "a cell of CSV"),
    ("Dashboard/KeyGrammar.swift", "a page in English alone"),
    ("Dashboard/Records/ChoiceInput.swift", "a list as it is typed"),
    ("Dashboard/Records/FieldInput.swift", "a list as it is typed"),
    ("Dashboard/Records/FieldInputDrawing.swift", "a list as it is typed"),
    ("Dashboard/Sheets/ItemsSheet.swift", "a list as it is stored"),
    ("outreach/CommandTree.swift", "names of an option, as they are typed"),
    ("outreach/ManualPage.swift", "a page in English alone"),
    ("outreach/NoticeCommand.swift", "a list as it is stored"),
  ]

  private static func found(in file: House.File) -> [String] {
    file.code.enumerated().flatMap { index, line -> [String] in
      guard !machines.contains(where: { line.contains($0.part) }) else { return [] }
      return joints.filter { line.contains($0.pattern) }.map { "\(file.path):\(index + 1) \($0.what)" }
    }
  }

  @Test func `No code writes the signs between words`() {
    let modules = House.sources.filter { ["Office", "Dashboard", "outreach"].contains($0.module) }
    for file in modules where !Self.files.contains(where: { file.path.hasSuffix($0.path) }) {
      let found = Self.found(in: file)
      #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }
    for one in Self.files {
      let file = modules.first { $0.path.hasSuffix(one.path) }
      #expect(
        file.map { !Self.found(in: $0).isEmpty } == true,
        "\(one.path) writes none any more (\(one.why)): take it off the list")
    }
  }

  @Test(arguments: [
    #"all.joined(separator: "; ")"#, #"name + ": " + text"#, #""\(name): \(text)""#, #""\(name), \(text)""#,
    #"Span(" (\(text))", .due)"#, #""\(title) (\(id))""#,
  ])
  func `Each kind of joint is found`(_ line: String) {
    #expect(!Self.found(in: House.File(path: "Sources/Office/A.swift", lines: [line])).isEmpty)
  }

  @Test(arguments: [
    #"look.labelled(name, text)"#, #"all.joined(separator: " · ")"#, #"["a": "b"]"#,
    #"say("\(file):\(line): \(text)")"#, #"isOpen ? "x" : "y""#,
  ])
  func `What is none is left alone`(_ line: String) {
    #expect(Self.found(in: House.File(path: "Sources/Office/A.swift", lines: [line])).isEmpty)
  }
}
