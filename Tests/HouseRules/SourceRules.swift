import Testing

/// Who may import whom, and what a file may hold.
@Suite struct SourceRules {
  /// What each module may import of ours, and of others' beside the standard and system libraries.
  private static let allowed: [String: Set<String>] = [
    "Embedded": ["CEmbedded"],
    "Typesetting": ["CSystem"],
    "Terminal": ["Typesetting", "CFriBidi", "TOMLKit"],
    "Curses": ["Terminal", "CNcurses", "CSystem"],
    "Model": ["Embedded"],
    "JSONText": [],
    "Workbooks": ["CArchive", "CExpat", "CXLSXWriter"],
    "Phrases": ["Embedded", "JSONText"],
    "Translation": ["Phrases", "Embedded", "JSONText", "Typesetting", "CExpat"],
    "PhraseKeys": [],
    "PhraseKeysPlugin": ["PackagePlugin"],
    "Store": ["Model", "JSONText", "CSystem", "CSodium", "GRDB", "GRDBSQLite"],
    "Interchange": [
      "Model", "Phrases", "JSONText", "CSystem", "CSodium", "CMail", "Embedded", "Workbooks",
    ],
    "Office": [
      "Typesetting", "Model", "Store", "Phrases", "Interchange", "JSONText", "Embedded", "Workbooks",
      "TOMLKit",
    ],
    "Dashboard": ["Office", "Terminal", "Model", "Store", "Phrases", "Interchange", "Embedded", "TOMLKit"],
    "outreach": [
      "Dashboard", "Office", "Typesetting", "Terminal", "Curses", "CSystem", "Embedded", "Model", "Store",
      "Interchange", "Phrases", "Translation", "Workbooks", "ArgumentParser",
    ],
    "Benchmarks": ["Probe", "Store", "Interchange", "Model", "CArchive", "ArgumentParser"],
    "BenchmarkFloor": [],
  ]
  private static let everybodys: Set<String> = ["Foundation", "Glibc", "Dispatch", "Synchronization"]

  @Test func `The sources are found`() {
    #expect(House.sources.count > 100)
    #expect(
      House.sources.contains { $0.path == "Sources/Model/Time/Day.swift" && !$0.imports.contains("GRDB") })
    #expect(Set(House.sources.map(\.module)).isSubset(of: Set(Self.allowed.keys)))
  }

  @Test func `Modules import only what they may`() {
    for file in House.sources {
      let allowed = Self.allowed[file.module, default: []].union(Self.everybodys)
      let others = Set(file.imports).subtracting(allowed)
      #expect(others.isEmpty, "\(file.path) imports \(others.sorted().joined(separator: ", "))")
    }
  }

  @Test func `One module knows SQL, and one the terminal library`() {
    let sql = ["SELECT ", "INSERT INTO", "PRAGMA ", "DELETE FROM"]
    for file in House.sources where file.module != "Store" {
      #expect(!file.imports.contains("GRDB"), "\(file.path)")
      #expect(!file.code.contains { line in sql.contains(where: line.contains) }, "\(file.path) speaks SQL")
      #expect(file.module == "Curses" || !file.imports.contains("CNcurses"), "\(file.path)")
    }
  }

  @Test func `Files are short enough to read`() {
    for file in House.sources + House.tests {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func `Only programs print`() {
    let printing = /\b(debugPrint|print|dump)\(/
    for file in House.sources where !["outreach", "Benchmarks"].contains(file.module) {
      for (index, line) in file.code.enumerated() {
        #expect(!line.contains(printing), "\(file.path):\(index + 1)")
      }
    }
  }

  @Test func `Nothing is put off`() {
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
    for file in House.sources + House.tests {
      for (index, line) in file.lines.enumerated() {
        let words = line.split { !$0.isLetter }
        #expect(!words.contains { marks.contains(String($0)) }, "\(file.path):\(index + 1)")
      }
    }
  }

  @Test func `The model reads no clock`() {
    let clock = /\bDate\(\)|\btime\(nil|clock_gettime|\.now\b/
    for file in House.sources where file.module == "Model" {
      for (index, line) in file.code.enumerated() {
        #expect(!line.contains(clock), "\(file.path):\(index + 1)")
      }
    }
  }
}
