import Foundation
import Model
import Store
import Terminal
import Testing

@testable import Dashboard

/// 5.4: the media by keys.
@Suite struct MediaPaneTests {
  private func item(_ id: RecordID, _ day: String, _ name: String, _ set: (inout Coverage) -> Void = { _ in })
    -> Coverage
  {
    var item = Coverage(id: id)
    (item.name, item.when, item.outlet) = (name, Day(day).map(When.day), "Example Daily")
    set(&item)
    return item
  }

  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    let library = try Library.ofForests()
    try library.apply(
      ImportRecords(new: [
        item("m1", "2015-09-10", "Bees matter") { ($0.story, $0.language) = ("s", "en") },
        item("m2", "2015-09-11", "Bees matter, too") { ($0.story, $0.outlet) = ("s", "Example Wire") },
        item("m3", "2015-09-12", "昆虫与粮食") { ($0.language, $0.country, $0.type) = ("zh", "CN", .newspaper) },
      ]))
    let desk = try Desk("0", columns: columns, rows: rows, language: language, library: library)
    return desk
  }

  private func stored(_ desk: Desk, _ id: RecordID) throws -> Coverage {
    try #require(try desk.library.read(RecordByID<Coverage>(id)))
  }

  @Test func `A key says one thing, of one item or of all that are marked, and u takes it back`() throws {
    let desk = try desk()
    #expect(desk.screen.contains("3 items · 2 stories"))
    desk.press("c", "-", "a", "d", "i", "r", "o")
    var newest = try stored(desk, "m3")
    #expect((newest.tone, newest.messages, newest.isInaccurate) == (.critical, [.a, .d], true))
    #expect(newest.needsResponse && newest.isOutside)
    desk.press("-", "a")
    newest = try stored(desk, "m3")
    #expect((newest.tone, newest.messages) == (nil, [.d]))
    desk.press("Space", "Space", "+")
    #expect(try stored(desk, "m3").tone == .favourable && stored(desk, "m2").tone == .favourable)
    #expect(try stored(desk, "m1").tone == nil)
    desk.press("u")
    #expect(try stored(desk, "m3").tone == nil && stored(desk, "m2").tone == nil)
  }

  @Test func `A letter says what it did`() throws {
    let desk = try desk()
    desk.press("c", "+")
    #expect(desk.status == " Tone: favourable: said of it; u takes it back.")
    desk.press("+")
    #expect(desk.status == " Tone: favourable: no longer said of it; u brings it back.")
  }

  @Test
  func `One key shows what the letters stand for, the next codes, and the cursor goes on among the items`()
    throws
  {
    let desk = try desk()
    desk.press("c")
    for word in ["WHAT IT SAYS", "indigenous and local knowledge", "Tone: favourable", "Needs a response"] {
      #expect(desk.screen.contains(word), "\(desk.screen)")
    }
    desk.press("e", "Down", "g", "f")
    #expect(try stored(desk, "m3").messages == [.e])
    #expect(try stored(desk, "m2").messages == [.f, .g])
    desk.press("Esc", "g", "e")
    #expect(desk.screen.contains("昆虫与粮食") && desk.session.shell.layers.count == 1)
    #expect(try stored(desk, "m3").messages == [.e])
  }

  @Test func `A row that names what nobody has is told by its line, and the others come in`() throws {
    let folder = scratchPath()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try """
    name,link,when,feed
    Bees return,https://example.org/1,2015-09-01,Example Daily
    Bees leave,https://example.org/2,2015-09-02,feed-nobody
    """.write(toFile: folder + "/items.csv", atomically: true, encoding: .utf8)
    let desk = try desk()
    var feed = Feed(id: "daily")
    feed.name = "Example Daily"
    try desk.library.apply(ImportRecords(new: [feed]))
    desk.press("i")
    desk.retype(folder + "/items.csv")
    desk.press("Enter")
    #expect(desk.body.contains("3: feed: No record has the id or the name “feed-nobody”"), "\(desk.screen)")
    #expect(try desk.library.read(AllRecords<Coverage>()).count == 3)
    desk.press("i")
    let all = try desk.library.read(AllRecords<Coverage>())
    #expect(all.filter { $0.name == "Bees return" }.map(\.feed) == ["daily"])
    #expect(all.count == 4)
    #expect(desk.body.contains("feed-nobody"), "\(desk.screen)")
  }

  @Test func `The codes say where they are of the marked ones`() throws {
    let desk = try desk()
    desk.press("Space", "c")
    #expect(desk.body.contains("WHAT THE MARKED ONE SAYS"))
    desk.press("Esc", "Esc", "c")
    #expect(desk.body.contains("WHAT IT SAYS"))
  }

  @Test func `Folded copies stand once and are coded as one; M and S join and part`() throws {
    let desk = try desk()
    desk.press("v")
    #expect(desk.screen.contains("▸ 2 copies Bees matter"))
    #expect(!desk.screen.contains("  Bees matter  "))
    desk.press("Down", "c", "=", "Esc")
    #expect(try stored(desk, "m1").tone == .neutral && stored(desk, "m2").tone == .neutral)
    desk.press("v", "Home", "Space", "Space", "M")
    #expect(try stored(desk, "m3").story == "s")
    desk.press("Home", "S")
    #expect(try stored(desk, "m3").story.isEmpty)
    desk.press("Down", "s")
    #expect(desk.screen.contains("one story") && !desk.screen.contains("昆虫"))
    desk.press("Esc")
    #expect(desk.screen.contains("昆虫"))
  }

  @Test func `Words and a filter narrow list and charts`() throws {
    let desk = try desk(columns: 200, rows: 50)
    desk.press("/")
    desk.type("粮食")
    #expect(desk.screen.contains("1 item · 1 story") && !desk.screen.contains("Bees"))
    desk.press("Enter", "Esc", "f", "Right", "Space")
    #expect(desk.screen.contains("● not stated"))
    desk.press("Esc", "Esc", "t")
    #expect(desk.screen.contains("Messages that came through") && desk.screen.contains("By language"))
    desk.press("v")
    #expect(desk.screen.contains("(Stories)"))
  }

  @Test func `The pane outlives every size, in both languages`() throws {
    for language in ["en", "zh"] {
      let desk = try desk(language: language)
      for size in [
        Size(columns: 1, rows: 1), Size(columns: 20, rows: 5), Size(columns: 80, rows: 24),
        Size(columns: 200, rows: 50),
      ] {
        desk.session.resize(to: size)
        for key in ["t", "j", "t", "]", "]", "]", "f", "Esc", "Esc"] as [KeyChord] {
          desk.press(key)
        }
        #expect(desk.lines.count == size.rows)
      }
      desk.session.resize(to: Size(columns: 80, rows: 24))
      desk.press("[", "[", "[")
      #expect(desk.screen.contains("Bees matter"))
    }
  }
}
