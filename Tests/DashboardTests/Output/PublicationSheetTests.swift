import Foundation
import Model
import Phrases
import Store
import Testing

@testable import Dashboard

/// Everything for the public in one folder, from whatever pane one is in.
@Suite final class PublicationSheetTests {
  private let folder = scratchPath()

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func open(_ desk: Desk) {
    desk.type(":website")
    desk.press("Enter")
  }

  private func page(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  @Test func `It is found by what people call it, and proposes what was typed before`() throws {
    let desk = try Desk("6", library: .sample())
    open(desk)
    desk.press("Ctrl-U")
    desk.type(folder)
    desk.press("Tab", "Ctrl-U")
    desk.type("en, xx")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("xx"), "\(desk.screen)")
    #expect(!FileManager.default.fileExists(atPath: folder))
    desk.press("Backspace", "Backspace")
    desk.type("ar")
    desk.press("Tab")
    desk.type("somewhere")
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("“somewhere” is no address of a folder of pages"), "\(desk.screen)")
    desk.press("Ctrl-U")
    desk.type("https://example.org/")
    desk.press("Ctrl-S")
    #expect(desk.status.contains(" files written to \(folder)."), "\(desk.status)")
    #expect(try page("index.html").contains("href=\"calendar-ar.html\""))
    #expect(try page("index.html").contains("webcal://example.org/calendar.ics"))
    #expect(try page("calendar-ar.html").contains("webcal://example.org/calendar.ics"))
    open(desk)
    #expect(
      desk.screen.contains(String(folder.suffix(20))) && desk.screen.contains("https://example.org/"),
      "\(desk.screen)")
    // What it wrote itself is replaced unasked, what others did is asked about.
    desk.press("Ctrl-S")
    #expect(desk.status.contains(" files written to "), "\(desk.status)")
    try Data("theirs".utf8).write(to: URL(filePath: folder + "/index.html"))
    open(desk)
    desk.press("Ctrl-S")
    #expect(desk.screen.contains("index.html") && desk.screen.contains("there"), "\(desk.screen)")
    #expect(try page("index.html") == "theirs")
    desk.press("r")
    #expect(try page("index.html").contains("calendar-ar.html"), "\(desk.screen)")
  }

  @Test func `What is left over is named, and goes where that is asked`() throws {
    let library = try Library.sample()
    let desk = try Desk("1", library: library)
    func write(_ languages: String, cleaning: Bool = false) {
      open(desk)
      desk.press("Ctrl-U")
      desk.type(folder)
      desk.press("Tab", "Ctrl-U")
      desk.type(languages)
      if cleaning { desk.press("Tab", "Tab", "Space") }
      desk.press("Ctrl-S")
    }
    write("en, fr")
    write("en")
    #expect(desk.status.contains("calendar-fr.html"), "\(desk.status)")
    write("en", cleaning: true)
    #expect(!desk.status.contains("calendar-fr.html"), "\(desk.status)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/calendar-fr.html"))
  }
}
