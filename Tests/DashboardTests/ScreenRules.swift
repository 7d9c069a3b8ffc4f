import Foundation
import Model
import Office
import Phrases
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// What is true of every screen in every language; the screens themselves stand beside this, and
/// `OUTREACH_WRITE_DOCS=1` makes them anew.
@Suite struct ScreenRules {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Screens")

  /// One file for a language and a size, with all panes one below the other.
  @Test(arguments: Phrasebook.languages, EveryPane.sizes)
  func `Panes look as they stand beside this`(language: String, size: Size) throws {
    let library = try Library.sample()
    let screens = try EveryPane.all.filter(\.isFirst).map { place in
      let lines = try EveryPane.lines(of: place, in: language, size, library: library)
      return "== \(place.name)\n" + lines.joined(separator: "\n") + "\n"
    }
    let file = Self.folder.appending(path: "\(language)-\(size.columns)x\(size.rows).txt")
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try screens.joined().write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(expected == screens.joined(), "\(file.lastPathComponent)")
  }

  @Test(arguments: Phrasebook.languages, EveryPane.sizes)
  func `No date is cut in any list`(language: String, size: Size) throws {
    let library = try Library.sample()
    let dates = CutDates(language)
    for place in EveryPane.all {
      let lines = try EveryPane.lines(of: place, in: language, size, library: library, isSeen: false)
      let cut = lines.compactMap(dates.cut)
      #expect(cut.isEmpty, "\(place.name): \(cut)")
    }
  }

  @Test func `A cut date is known as one`() {
    let english = CutDates("en")
    #expect(english.cut(" ! late  Website   30 Ap…  Africa") == "30 Ap…")
    #expect(english.cut(" 15 Sep 2015 09:…  a") == "15 Sep 2015 09:…")
    #expect(english.cut(" 1…") == "1…")
    #expect(english.cut(" 15 Sep 2015 a story…  b…") == nil)
    #expect(CutDates("zh").cut("  2015年9月…") == "2015年9月…")
    #expect(CutDates("ar").cut("  15 سبتم…") == "15 سبتم…")
  }
}

/// Finds dates that were cut, as the language writes them: the beginning of one before an ellipsis.
struct CutDates {
  private let beginnings: Set<String>
  private let whole: Set<String>

  init(_ language: String) {
    let book = Phrasebook(language)
    var (beginnings, whole): (Set<String>, Set<String>) = ([], [])
    for month in 1...12 {
      for year in 2012...2018 {
        for day in 1...31 {
          whole.insert(book.day(year: year, month: month, day: day))
          whole.insert(book.day(month: month, day: day))
        }
      }
    }
    for date in whole { for count in 1..<date.count { beginnings.insert(String(date.prefix(count))) } }
    (self.beginnings, self.whole) = (beginnings, whole)
  }

  /// The first one in a line; nil where there is none.
  func cut(_ line: String) -> String? {
    let parts = line.split(separator: "…", omittingEmptySubsequences: false).dropLast()
    for part in parts {
      let shown = String(part).trimmingSuffix()
      // A cell begins behind two blanks, a rule or a sign; a date in a sentence behind one.
      let cell = shown.components(separatedBy: "  ").last ?? shown
      let words = cell.split(separator: " ", omittingEmptySubsequences: false)
      for first in words.indices {
        let tail = words[first...].joined(separator: " ")
        let isCell = first == words.startIndex || words[first - 1].isEmpty
        // "2 d…" of a sentence may be anything; "2 di…" is the second of December.
        let isBeginning = beginnings.contains(tail) && (isCell || tail.count(where: \.isLetter) > 1)
        let isTime = whole.contains { date in
          tail.hasPrefix(date + " ") && tail.dropFirst(date.count + 1).wholeMatch(of: /\d{1,2}:?\d?/) != nil
        }
        if tail.first?.isNumber == true, isBeginning || isTime { return tail + "…" }
      }
    }
    return nil
  }
}

extension String {
  fileprivate func trimmingSuffix() -> String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
