import Foundation
import Interchange
import Model
import Phrases
import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct CalendarPaneTests {
  /// Invented events around a session, in three scripts.
  private func library() throws -> Library {
    let library = try Library.inMemory()
    let rows: [(RecordID, [String: String])] = [
      (
        "s1",
        [
          "name": "Fourth session of the Plenary", "event_kind": "session", "start": "2016-02-22",
          "end": "2016-02-28", "place": "Kuala Lumpur",
        ]
      ),
      (
        "s2",
        [
          "name": "Press conference on pollinators and food production", "event_kind": "press-conference",
          "start": "2016-02-26 10:00 Asia/Kuala_Lumpur", "end": "2016-02-26 11:30 Asia/Kuala_Lumpur",
          "place": "Room 2",
        ]
      ),
      (
        "s3",
        [
          "name": "مقابلة إذاعية حول الملقحات", "event_kind": "interview", "event_status": "tentative",
          "start": "2016-02-23 09:00 Africa/Nairobi", "end": "2016-02-23 09:45 Africa/Nairobi",
        ]
      ),
      (
        "s4",
        [
          "name": "团队晨会", "event_kind": "meeting", "start": "2016-02-01 08:30 Africa/Nairobi",
          "end": "2016-02-01 08:45 Africa/Nairobi", "rule": "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20160331",
        ]
      ),
      (
        "s5",
        [
          "name": "Cancelled side event", "event_kind": "side-event", "event_status": "cancelled",
          "start": "2016-02-23 12:00 UTC",
        ]
      ),
    ]
    for (id, values) in rows { try library.apply(AddRecord(Event(id: id, version: 0, values: values))) }
    return library
  }

  private func desk(columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk {
    let desk = try Desk("6", columns: columns, rows: rows, language: language, library: library())
    desk.press("PgDn", "PgDn", "PgDn", "PgDn", "PgDn")
    return desk
  }

  @Test func `A month and the list of a day`() throws {
    let desk = try desk()
    desk.press("Down", "Right", "Enter", "Down")
    #expect(
      desk.screen == """
         outreach · Calendar · Feb 2016 · UTC                as of 15 Sep 2015 · tester
        ────────────────────────────────────────────────────────────────────────────────
         Wk  Mon       Tue       Wed       Thu       Fri       Sat       Sun
          5   1         2         3         4         5         6         7
             ◆团队晨…            ◆团队晨…            ◆团队晨…
          6   8         9        10        11        12        13        14
             ◆团队晨…            ◆团队晨…            ◆团队晨…
          7  15        16        17        18        19        20        21
             ◆团队晨…            ◆团队晨…            ◆团队晨…            ○Stakeh…
          8  22 +1    ▌23 +2     24 +1     25        26 +2     27        28
             ◆Fourth…  ◆Fourth…  ◆Fourth…  ◆Fourth…  ◆Fourth…  ◆Fourth…  ◆Fourth…
          9  29 +1      1         2         3         4         5         6
             ○Wikipe…            ◆团队晨…            ◆团队晨…

         Tue 23 Feb 2016
         2/7         ◆ plenary session  Fourth session of the Plenary · Kuala Lumpur
        ▌06:00-06:45 ? interview        مقابلة إذاعية حول الملقحات · tentative
         12:00       × side event       Cancelled side event · cancelled


        ────────────────────────────────────────────────────────────────────────────────
         ? interview, tentative  مقابلة إذاعية حول الملقحات · 23 Feb 2016 09:00
         Africa/Nairobi (06:00 UTC)
         Enter open   n new   w week   f filter   Esc back   : all commands   ? help
        """)
    #expect(desk.canvas.cursor == Point(row: 16, column: 0))
  }

  @Test func `A week as one list in Chinese`() throws {
    let desk = try desk(language: "zh")
    desk.press("Down", "w", "Down")
    #expect(
      desk.body == """
         周一 2月22日  1/7         ◆ 全体会议届会     Fourth session of the Plenary
        ▌              05:30-05:45 ◆ 会议             团队晨会
         周二 2月23日  2/7         ◆ 全体会议届会     Fourth session of the Plenary
                       06:00-06:45 ? 访谈             مقابلة إذاعية حول الملقحات · 暂定
                       12:00       × 会外活动         Cancelled side event · 已取消
         周三 2月24日  3/7         ◆ 全体会议届会     Fourth session of the Plenary
                       05:30-05:45 ◆ 会议             团队晨会
         周四 2月25日  4/7         ◆ 全体会议届会     Fourth session of the Plenary
         周五 2月26日  5/7         ◆ 全体会议届会     Fourth session of the Plenary
                       02:00-03:30 ◆ 新闻发布会       Press conference on pollinators …
                       05:30-05:45 ◆ 会议             团队晨会
         周六 2月27日  6/7         ◆ 全体会议届会     Fourth session of the Plenary
         周日 2月28日  7/7         ◆ 全体会议届会     Fourth session of the Plenary
        """)
    // Up and down lead on into the next week.
    for _ in 0..<12 { desk.press("Down") }
    #expect(desk.lines[0].contains("第 9 周"))
  }

  @Test func `Wide the list stands beside the month with the chosen thing in full`() throws {
    let desk = try desk(columns: 200, rows: 50)
    desk.press("Down", "Right", "Enter", "Down")
    // Each behind its column of the month: what stands at the right end of the first lines.
    let expected = [
      " Tue 23 Feb 2016", " 2/7         ◆ plenary session  Fourth session of the Plenary · Kuala L…",
      "▌06:00-06:45 ? interview        مقابلة إذاعية حول الملقحات · tentative",
      " 12:00       × side event       Cancelled side event · cancelled", "", " مقابلة إذاعية حول الملقحات",
      " ? interview, tentative", " 23 Feb 2016 09:00 Africa/Nairobi (06:00 UTC)",
      " 23 Feb 2016 09:45 Africa/Nairobi (06:45 UTC)",
    ]
    for (line, text) in zip(desk.lines.dropFirst(2), expected) { #expect(line.hasSuffix(text)) }
    #expect(desk.screen.contains("◆ Fourth sessi…"))
  }

  @Test func `The zone shown can be another`() throws {
    let desk = try desk()
    desk.press("z")
    desk.retype("Mars")
    desk.press("Enter")
    #expect(desk.screen.contains("! No time zone is called “Mars”"))
    desk.retype("Asia/Kuala_Lumpur")
    desk.press("Enter", "Down", "Right")
    #expect(desk.lines[0].contains("Feb 2016 · Asia/Kuala_Lumpur"))
    #expect(desk.screen.contains(" 14:00-14:45 ? interview"))
  }

  @Test func `A new event begins on the selected day`() throws {
    let desk = try desk()
    desk.press("Right", "n")
    desk.type("Side event on seeds")
    desk.press("Ctrl-S")
    let events = try desk.library.read(AllRecords<Event>())
    #expect(events.first { $0.name == "Side event on seeds" }?.start?.text == "2016-02-16")
    // Back in the calendar, it is the one that is chosen.
    #expect(desk.screen.contains("▌            ◆ other            Side event on seeds"))
    desk.press("D")
    #expect(try desk.library.read(AllRecords<Event>()).count == 5)
    desk.press("u")
    #expect(try desk.library.read(AllRecords<Event>()).count == 6)
  }

  @Test func `The filter leaves only what is asked for`() throws {
    let desk = try desk()
    desk.press("Down", "f")
    #expect(desk.lines[0].contains("· events"))
    #expect(!desk.screen.contains("Stakeh"))
    desk.press("f")
    #expect(desk.lines[0].contains("· sessions"))
    #expect(!desk.screen.contains("团队"))
    desk.press("Esc")
    #expect(desk.screen.contains("团队"))
  }

  @Test func `Enter leads to where a thing is kept`() throws {
    let desk = try desk()
    // The 21st has one thing: what is due before the session.
    desk.press("Down", "Left", "Enter")
    #expect(desk.lines[0].contains("Timeline"))
  }

  @Test(arguments: [(1, 1), (12, 4), (40, 10), (80, 24), (139, 20), (140, 12), (200, 50), (300, 80)])
  func `Every size can be drawn`(_ columns: Int, rows: Int) throws {
    let desk = try desk(columns: columns, rows: rows)
    for key: KeyChord in ["Down", "Enter", "Down", "w", "Up", "PgUp", "m", "G", "g", "f", "f", "f", "f", "f"]
    {
      desk.press(key)
      #expect(desk.lines.count == rows)
    }
    desk.session.resize(to: Size(columns: 80, rows: 24))
    #expect(desk.lines[0].contains("Calendar"))
  }

  @Test func `A calendar file is taken up whole, or by a key without what cannot be read`() throws {
    let file = NSTemporaryDirectory() + "outreach-calendar-\(UUID().uuidString).ics"
    let events = [
      "UID:a\r\nDTSTART:20160224T090000Z\r\nSUMMARY:Bees at noon",
      "UID:b\r\nDTSTART:someday\r\nSUMMARY:No day",
    ]
    let entries = events.map { "BEGIN:VEVENT\r\n\($0)\r\nEND:VEVENT\r\n" }.joined()
    try "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(entries)END:VCALENDAR\r\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let desk = try Desk("6", library: .inMemory())
    desk.press("i")
    desk.retype(file)
    desk.press("Enter")
    #expect(desk.session.shell.top is FindingsPane, "\(desk.screen)")
    #expect(desk.screen.contains("someday"))
    #expect(try desk.library.read(AllRecords<Event>()).isEmpty)
    desk.press("i")
    let taken = try desk.library.read(AllRecords<Event>())
    #expect(taken.map(\.name) == ["Bees at noon"])
    #expect(taken.first?.start?.text == "2016-02-24 09:00 UTC")
    desk.press("Esc", "u")
    #expect(try desk.library.read(AllRecords<Event>()).isEmpty)
  }
}
