import Foundation
import Interchange
import Model
import Office
import Phrases
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// A path typed in any prompt: where a file stands already, the person is asked once more.
@Suite final class ReplaceSheetTests {
  private let folder = scratchPath()

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A prompt that takes a path: how it is come by, the file that is written, and the key that sends it off.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let pane: KeyChord
    /// Nil where a folder is typed.
    var file: String?
    /// What stands in the folder then.
    var written: [String] = []
    var send: KeyChord = "Enter"
    /// Goes to the prompt and types the path.
    let go: @Sendable (Desk, _ path: String) -> Void

    var testDescription: String { name }
    var files: [String] { file.map { [$0] } ?? written }
  }

  static let places: [Place] = [
    Place(name: "a report", pane: "T", file: "report.html", send: "Ctrl-S") { desk, path in
      desk.press("Enter", "w")
      desk.type(path)
    },
    Place(name: "a form", pane: "9", written: ["survey.csv", "choices.csv", "settings.csv"]) { desk, path in
      desk.press("w")
      desk.retype(path)
    },
    Place(name: "the comments on a call", pane: "O", file: "comments.html") { desk, path in
      desk.press("l", "P")
      desk.type(path)
    },
    Place(name: "own data", pane: "2", file: "own.json") { desk, path in
      desk.press("P", "o")
      desk.retype(path)
    },
    Place(name: "a mailing list", pane: "7", file: "list.csv") { desk, path in
      desk.press("l", "l", "l", "l", "m")
      desk.retype(path)
    },
    Place(
      name: "a release", pane: "2", written: ["register-2.csv", "register-2.json", "register-2.en.html"]
    ) { desk, path in
      desk.press("r", "p")
      desk.retype(path)
      desk.press("Tab")
      desk.retype("en")
    },
    Place(
      name: "a release once more", pane: "2",
      written: ["register-1.csv", "register-1.json", "register-1.fr.html"]
    ) { desk, path in
      desk.press("r", "t", "w")
      desk.retype(path)
      desk.press("Tab")
      desk.retype("fr")
    },
    Place(
      name: "a notice", pane: "2", written: ["notice-2015-2.txt", "notice-2015-2.eml"], send: "Ctrl-S"
    ) { desk, path in
      desk.press("N", "m", "Tab", "Tab", "Tab")
      desk.type("letter of 3 March")
      desk.press("Tab", "Tab")
      desk.retype(path)
      desk.press("Enter")
    },
    Place(
      name: "a notice once more", pane: "2", written: ["notice-2015-1.txt", "notice-2015-1.eml"]
    ) { desk, path in
      desk.press("N", "w")
      desk.retype(path)
    },
  ]

  /// The sample data with a release and a notice that were made, and all that the next ones need.
  private func library() throws -> Library {
    let library = try Library.sample()
    var report = Report(id: "r")
    (report.name, report.from, report.to) = ("Sample report", Day("2015-01-01"), Desk.asOf)
    try library.apply(AddRecord(report))
    try library.set(.noticeSender, to: "Office <office@example.org>")
    let release = try RegisterPublication(folder: folder + "/earlier", languages: ["en"])
    _ = try release.release(
      guidance: [Guidance("bureau | 2015-03-02 | item 4")], note: "", on: Desk.asOf, in: library,
      progress: { _, _ in })
    var waiting = RegisterRelease(id: RegisterRelease.next)
    waiting.guidance = [try Guidance("bureau | 2015-03-02 | item 5")]
    try library.apply(EditRecord(base: RegisterRelease(id: RegisterRelease.next), edited: waiting))
    let point = try #require(try library.read(AllRecords<FocalPoint>()).first)
    var notice = Notice(id: NewID.make())
    (notice.country, notice.focalPoint, notice.request) = (point.country, point.id, "letter of 2 March")
    (notice.requested, notice.sent) = (Desk.asOf, Desk.asOf)
    _ = try NoticeFiles.make(
      notice, scope: NoticeScope(country: point.country, in: nil), now: Desk.now, in: library,
      to: folder + "/earlier", replacing: .nothing)
    return library
  }

  private func stands(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private func expectUntouched(_ place: Place) throws {
    for name in place.files { #expect(try stands(name) == "what stood here") }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "earlier" }.sorted()
        == place.files.sorted())
  }

  @Test(arguments: places) func `What stands already is replaced only after a question`(place: Place) throws {
    let desk = try Desk(place.pane, library: library())
    for name in place.files {
      try "what stood here".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    place.go(desk, place.file.map { "\(folder)/\($0)" } ?? folder)
    let asked = desk.body
    let disclosures = try desk.library.read(Disclosures()).count
    desk.press(place.send)
    #expect(desk.session.shell.top is ReplaceSheet, "\(desk.screen)")
    #expect(desk.screen.contains("Replace"), "\(desk.screen)")
    // What goes on elsewhere says nothing here.
    desk.press("Enter", "Ctrl-S", "Tab")
    #expect(desk.session.shell.top is ReplaceSheet)
    try expectUntouched(place)
    desk.press("Esc")
    #expect(desk.body == asked, "\(desk.screen)")
    try expectUntouched(place)
    #expect(try desk.library.read(Disclosures()).count == disclosures)
    #expect(try desk.library.read(Releases()).count == 1)
    #expect(try desk.library.read(Notices()).count == 1)
    // What was written there since is asked about anew.
    desk.press(place.send)
    for name in place.files {
      try "what stands here now".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    desk.press("r")
    #expect(desk.session.shell.top is ReplaceSheet)
    desk.press("r")
    for name in place.files { #expect(try stands(name) != "what stands here now") }
    #expect(!(desk.session.shell.top is ReplaceSheet) && !desk.session.shell.top.isTyping, "\(desk.screen)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "earlier" }.sorted()
        == place.files.sorted())
  }

  @Test(arguments: places) func `A path where nothing can stand is still typed`(place: Place) throws {
    let desk = try Desk(place.pane, library: library())
    let path = folder + "/none/\(place.file ?? "there")"
    place.go(desk, path)
    let asked = desk.session.shell.top.sheetName
    desk.press(place.send)
    #expect(
      desk.status.hasPrefix(" Not written (No such file or directory)"), "\(desk.status)"
    )
    #expect(desk.session.shell.top.sheetName == asked, "\(desk.screen)")
    #expect(try desk.library.read(Notices()).count == 1)
    #expect(try desk.library.read(Releases()).count == 1)
  }

  @Test func `The store at work is replaced from no prompt, and no other store`() throws {
    let (own, other) = (folder + "/own.sqlite", folder + "/other.sqlite")
    let library = try library()
    for path in [own, other] { try library.backup(to: path) }
    for path in [own, own + "-wal", other, other + "-journal"] {
      let desk = try Desk("2", library: Library.open(own, who: "tester"))
      desk.press("P", "o")
      desk.retype(path)
      let bytes = FileManager.default.contents(atPath: path)
      desk.press("Enter")
      #expect(!(desk.session.shell.top is ReplaceSheet) && desk.session.shell.top.isTyping, "\(desk.screen)")
      #expect(
        desk.status.contains("A store, its log, a draft or what is in use here is never"), "\(desk.status)")
      if path != own + "-wal" { #expect(FileManager.default.contents(atPath: path) == bytes) }
    }
    #expect(try Library.open(own, who: "tester").check().isEmpty)
  }

  @Test func `The question names the file, its size and its age in both languages`() throws {
    let path = folder + "/own.json"
    try "what stood here".write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(Desk.now))], ofItemAtPath: path)
    let library = try library()
    for (language, lines) in [
      ("en", ["\(path) is there already: 15 bytes, changed 00:00.", "Replace it?"]),
      ("zh", ["\(path) 已存在：15 字节，更改于 00:00。", "要替换这 1 个文件吗？"]),
    ] {
      let desk = try Desk("2", columns: 160, language: language, library: library)
      desk.press("P", "o")
      desk.retype(path)
      desk.press("Enter")
      for line in lines { #expect(desk.lines.contains("  " + line), "\(desk.screen)") }
      #expect(desk.footer.hasPrefix(" r "), "\(desk.footer)")
    }
    for name in ["survey.csv", "choices.csv", "settings.csv"] {
      try "old".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    let desk = try Desk("9", columns: 160, library: library)
    desk.press("w")
    desk.retype(folder)
    desk.press("Enter")
    #expect(desk.screen.contains("/survey.csv is there already: 3 bytes, changed "), "\(desk.screen)")
    #expect(desk.lines.contains("  2 more files are there already."), "\(desk.screen)")
    #expect(desk.lines.contains("  Replace all 3?"), "\(desk.screen)")
  }
}
