import Foundation
import Model
import Office
import SampleLibrary
import Store
import Testing

@testable import Dashboard

/// What people see of partnerships, sign by sign, over the sample data: `OUTREACH_WRITE_DOCS=1 swift test --filter
/// PartnershipScreen` writes the expected screens anew.
@Suite struct PartnershipScreenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
    path: "Screens")

  @Test(arguments: [80, 200], ["en", "zh"])
  func `The list, a page, the issues, the next step and the safeguards`(columns: Int, language: String) throws
  {
    let library = try Library.sample()
    let desk = try Desk(
      "Q", columns: columns, rows: columns == 80 ? 24 : 50, language: language, library: library)
    func screen(_ title: String) -> String {
      let lines = desk.lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
      return "== \(title)\n\(lines.joined(separator: "\n"))\n"
    }
    var text = screen("list")
    desk.press("Down", "Down", "Enter")
    text += screen("page")
    desk.press("c")
    text += screen("issues")
    desk.press("Esc", "Space")
    text += screen("next step")
    desk.press("Esc", "Up", "Up", "s")
    desk.rest()
    text += screen("safeguards")
    let file = Self.folder.appending(path: "\(columns)-\(language).txt")
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
