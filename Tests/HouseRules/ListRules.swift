import Testing

@testable import Dashboard

/// What all lists share is said in one place: the moves, the marker and the cursor, headings and columns.
@Suite struct ListRules {
  private static let panes = House.sources.filter {
    $0.module == "Dashboard" && !$0.path.hasPrefix("Sources/Dashboard/Lists/")
  }

  /// Forms move among fields, where letters are typed.
  private static let forms = ["Records/RecordForm.swift"]
  /// Says what keys mean in all tables.
  private static let grammar = ["Dashboard/KeyGrammar.swift"]

  @Test func `The moves stand in one table`() {
    let moves = /\.command(Down|Up|PageDown|PageUp|Top|Bottom)\b/
    for file in Self.panes where !Self.isOne(file, of: Self.forms + Self.grammar) {
      #expect(!file.code.contains { $0.contains(moves) }, "\(file.path) has moves of its own")
    }
  }

  @Test func `The marker of a row is drawn in one place`() {
    for file in Self.panes {
      #expect(!file.code.contains { $0.contains("\"▌\"") }, "\(file.path) draws a marker of its own")
    }
  }

  /// Where a text is placed by its column, and why no table of columns can say it. Whoever mirrors the screen reads
  /// these besides `Lists`.
  private static let canvases: [(path: String, why: String)] = [
    ("ShellDrawing.swift", "the frame around the panes"),
    ("Veil.swift", "one line on a screen that is hidden"),
    ("ShellBar.swift", "the names of the panes, in a rule of the frame"),
    ("ShellFooter.swift", "keys and what they do, in the last row of the frame"),
    ("Tour/Tour.swift", "the task of the tour, in a rule of the frame"),
    ("Alarms/ShellAlarms.swift", "the line of alarms, in a rule of the frame"),
    ("Board/Wall.swift", "the frame of a wall"),
    ("Board/BoardPrint.swift", "a page for a pipe"),
    ("Board/BoardGrid.swift", "cards in the cells of a grid, several in one"),
    ("Calendar/CalendarDrawing.swift", "the days of a month, each a cell of several lines"),
    ("Launch/LaunchDrawing.swift", "months of a launch, a sign in each cell and notes beside it"),
    ("Balance/PivotDrawing.swift", "a grid of numbers with bars, moved sideways under its headings"),
    ("Timeline/TimelineDrawing.swift", "a strip of time behind each row"),
    ("Reports/ReportDraftPane.swift", "paragraphs longer than a row"),
    ("Records/FieldInputDrawing.swift", "a field of a form"),
    ("Stakeholders/QueryLineDrawing.swift", "a line typed in, each letter in its ink"),
  ]

  @Test func `No column and no heading is placed by hand outside the lists`() {
    let placed = /canvas\.(text|spans)\(|canvas\.cursor = Point/
    for file in Self.panes where !Self.isOne(file, of: Self.canvases.map(\.path)) {
      let lines = file.code.enumerated().filter { $0.element.contains(placed) }.map { $0.offset + 1 }
      #expect(lines.isEmpty, "\(file.path):\(lines) places a text by its column")
    }
    for canvas in Self.canvases {
      let file = Self.panes.first { $0.path.hasSuffix(canvas.path) }
      #expect(
        file?.code.contains { $0.contains(placed) } == true,
        "\(canvas.path) is no canvas any more (\(canvas.why)): take it off the list")
    }
  }

  @Test func `The signs of states stand in one table`() {
    // The signs themselves, and "!" before words.
    let sign = /"[^"]*[○◐◎●✗✓◆◇][^"]*"|"[×!] ?"|"! ?\\\(/
    let files = House.sources.filter {
      ["Dashboard", "Office", "outreach", "Typesetting"].contains($0.module)
        && !Self.isOne(
          $0, of: ["Typesetting/Mark.swift", "Typesetting/Latin.swift"] + Self.grammar)
    }
    for file in files {
      // A key is no sign.
      for line in file.code
      where line.contains(sign) && !line.contains("[\"!\"]") && !line.contains("case \"!\"") {
        Issue.record("\(file.path) has a sign of its own, not one of Mark: \(line)")
      }
    }
  }

  @Test func `From which width on things stand beside one another is said once`() {
    let width = /(columns|width)\)? >= 1[2-9]\d\b/
    for file in Self.panes {
      #expect(
        !file.code.contains { $0.contains(width) }, "\(file.path) has a width of its own: Size.isWide, isVast"
      )
    }
  }

  private static func isOne(_ file: House.File, of paths: [String]) -> Bool {
    paths.contains { file.path.hasSuffix($0) }
  }
}
