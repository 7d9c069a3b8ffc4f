import Foundation
import Model
import Office
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// Getting things out: one key for files and printer, one for the clipboard, in every pane.
@Suite struct OutputPaneTests {
  private func folder() throws -> String {
    let path = scratchPath()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test func `The list of a query is exported with all its records, and that is logged`() throws {
    let (library, folder) = (try Library.ofForests(), try folder())
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let desk = try Desk("2", library: library)
    desk.press("/")
    desk.type("role:contributor")
    desk.press("Down", "Ctrl-E")
    #expect(desk.screen.contains("records of this list"))
    desk.press("Ctrl-S")
    desk.retype(folder + "/list.csv")
    desk.press("Enter")
    let text = try String(contentsOfFile: folder + "/list.csv", encoding: .utf8)
    #expect(text.contains("African Forest Forum"))
    #expect(text.hasPrefix("\u{FEFF}id,") || text.hasPrefix("id,"))
    let log = try #require(try library.read(Disclosures()).first)
    #expect((log.name, log.format, log.selection) == ("export", "csv", "query"))
    #expect(desk.status.contains("written to"))
  }

  @Test func `What stands is asked about before it is replaced`() throws {
    let (library, folder) = (try Library.ofForests(), try folder())
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "before".write(toFile: folder + "/list.csv", atomically: true, encoding: .utf8)
    let desk = try Desk("2", library: library)
    desk.press("Ctrl-E", "Ctrl-S")
    desk.retype(folder + "/list.csv")
    desk.press("Enter")
    #expect(desk.screen.contains("Replace it?"))
    #expect(try String(contentsOfFile: folder + "/list.csv", encoding: .utf8) == "before")
    desk.press("r")
    #expect(try String(contentsOfFile: folder + "/list.csv", encoding: .utf8) != "before")
  }

  @Test func `A table is exported as it is counted`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let desk = try Desk("2", library: .ofRegions())
    desk.press("p", "Ctrl-E", "Ctrl-S")
    desk.retype(folder + "/table.csv")
    desk.press("Enter")
    let text = try String(contentsOfFile: folder + "/table.csv", encoding: .utf8)
    #expect(text.contains("Africa,8,8,0,4,16\r\n"))
  }

  @Test func `A name is offered from the list of files, those that fit first`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["a.log", "b.csv", "c.csv"] {
      try "name\nZed\n".write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    let desk = try Desk("2", library: .ofForests())
    desk.press("i")
    desk.type(folder + "/")
    let names = desk.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    let places = ["b.csv", "c.csv", "a.log"].map { name in names.firstIndex { $0.hasSuffix(name) } ?? -1 }
    #expect(places == places.sorted() && !places.contains(-1))
    desk.press("Down", "Down", "Tab")
    #expect(desk.screen.contains(folder + "/c.csv"))
    desk.press("Enter")
    #expect(desk.lines[0].contains("c.csv"))
  }

  @Test func `A cell is copied as text that steers nothing`() throws {
    let library = try Library.ofForests()
    let desk = try Desk("2", library: library)
    desk.press("Ctrl-Y")
    #expect(desk.screen.contains("Copy"))
    desk.press("Enter")
    #expect(desk.session.takeWishes() == [.copy("African Forest Forum")])
    #expect(desk.status.contains("A terminal may refuse"))
    let texts = CopyChoice.all([(label: "x", text: "a\u{1B}]52;c;eA==\u{07}b")])
    #expect(texts.map(\.text) == ["a ]52;c;eA== b"])
  }

  @Test func `Each pane can be put out, and what is said of it is in no cell a formula`() throws {
    let library = try Library.sample()
    for entry in PaneRegistry.entries {
      let desk = try Desk(entry.key, library: library)
      desk.rest()
      let choices = desk.session.shell.top.exports(desk.session.look)
      #expect(!choices.isEmpty, "\(entry.command.text)")
      for choice in choices {
        guard case .paper(let paper, _) = choice.what, paper.isTable else { continue }
        #expect(paper.rows.allSatisfy { $0.count == paper.headings.count })
      }
    }
  }
}
