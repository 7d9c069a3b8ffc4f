import Foundation
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Screens over the sample data, each of which stands in a file; `OUTREACH_WRITE_DOCS=1` writes them anew.
enum SampleScreens {
  static func expect(
    _ places: [(name: String, keys: [KeyChord])], in folder: URL, columns: Int, rows: Int, language: String
  ) throws {
    for (name, keys) in places {
      let library = try Library.sample()
      let desk = try Desk("1", columns: columns, rows: rows, language: language, library: library)
      for key in keys { desk.press(key) }
      desk.rest()
      let lines = desk.lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
      let text = lines.joined(separator: "\n") + "\n"
      let file = folder.appending(path: "\(name)-\(columns)x\(rows)-\(language).txt")
      if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] != nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(file.lastPathComponent)")
    }
  }
}
