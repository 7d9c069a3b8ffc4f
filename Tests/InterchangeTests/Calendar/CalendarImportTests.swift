import Foundation
import Model
import RandomRecords
import Testing

@testable import Interchange

@Suite struct CalendarImportTests {
  private func plan(_ text: String, stored: [Event] = []) throws -> CalendarImport {
    var number = 0
    return try CalendarImport(
      ICalendarReader(ImportFile(bytes: Array(text.utf8)), zone: .utc), stored: stored,
      newID: {
        number += 1
        return "new\(number)"
      })
  }

  private func calendar(_ events: String..., method: String = "PUBLISH") -> String {
    let all = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" }
    return (["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:\(method)"] + all + ["END:VCALENDAR"]).joined(
      separator: "\n")
  }

  @Test func `An event is known by its UID`() throws {
    let first = try plan(calendar("UID:a\nSUMMARY:One\nDTSTART:20160222\nLOCATION:Here\nSEQUENCE:1"))
    var stored = try #require(first.new.first)
    #expect((stored.id, stored.uid) == ("new1", "a"))
    // What the office added and the file does not say, stays.
    (stored.note, stored.version, stored.isPublic) = ("our note", 1, true)
    let again = try plan(calendar("UID:a\nSUMMARY:One\nDTSTART:20160222\nSEQUENCE:1"), stored: [stored])
    #expect(again.unchanged == 1 && again.new.isEmpty && again.changed.isEmpty)
    let moved = try plan(calendar("UID:a\nSUMMARY:One\nDTSTART:20160223\nSEQUENCE:2"), stored: [stored])
    #expect(moved.changed.map(\.after.start?.text) == ["2016-02-23"])
    #expect(moved.changed.first?.after.note == "our note")
    #expect(moved.changed.first?.after.isPublic == true)
  }

  @Test func `An older revision does not undo a newer one`() throws {
    var stored = Event(id: "e")
    (stored.name, stored.uid, stored.sequence, stored.start) = ("One", "a", 5, try When("2016-02-22"))
    let plan = try plan(calendar("UID:a\nSUMMARY:Old\nDTSTART:20160201\nSEQUENCE:4"), stored: [stored])
    #expect(plan.changed.isEmpty)
    #expect(plan.notes.map(\.what) == [.older(4, 5)])
  }

  @Test func `What was changed before the stored event was does not come back`() throws {
    func event(_ title: String, _ changed: String) -> String {
      calendar(
        "UID:a\nSUMMARY:\(title)\nDTSTART:20160201\nDTSTAMP:20160301T000000Z\nLAST-MODIFIED:\(changed)")
    }
    let stored = try plan(event("Newer", "20160110T090000Z")).new
    let older = try plan(event("Older", "20160109T090000Z"), stored: stored)
    #expect(older.changed.isEmpty)
    #expect(older.notes.map(\.what) == [.changedBefore("20160109T090000Z", "20160110T090000Z")])
    #expect(
      try plan(event("Newest", "20160111T090000Z"), stored: stored).changed.map(\.after.name) == ["Newest"])
    #expect(try plan(event("Newer", "20160110T090000Z"), stored: stored).unchanged == 1)
  }

  @Test func `Of two revisions in one file the later is taken`() throws {
    let plan = try plan(
      calendar("UID:a\nSUMMARY:One\nDTSTART:20160222", "UID:a\nSUMMARY:Two\nDTSTART:20160222\nSEQUENCE:1"))
    #expect(plan.new.map(\.name) == ["Two"])
    #expect(plan.notes.map(\.what) == [.repeated(4)])
  }

  @Test func `One time of a series is an event of its own`() throws {
    let text = calendar(
      "UID:a\nSUMMARY:Weekly\nDTSTART:20160201T100000Z\nRRULE:FREQ=WEEKLY",
      "UID:a\nSUMMARY:Moved\nDTSTART:20160209T100000Z\nRECURRENCE-ID:20160208T100000Z")
    let plan = try plan(text)
    #expect(plan.new.map(\.name) == ["Weekly", "Moved"])
    #expect(try self.plan(text, stored: plan.new).unchanged == 2)
  }

  @Test func `A cancellation cancels`() throws {
    var stored = Event(id: "e")
    (stored.name, stored.uid, stored.start) = ("One", "a", try When("2016-02-22"))
    let plan = try plan(
      calendar("UID:a\nSUMMARY:One\nDTSTART:20160222\nSEQUENCE:1", method: "CANCEL"), stored: [stored])
    #expect(plan.changed.map(\.after.status) == [.cancelled])
  }

  @Test func `Our own events come home under their ids`() throws {
    var event = Event(id: "day1")
    (event.name, event.start, event.version, event.owner) = (
      "Stakeholder day", try When("2016-02-21"), 3, "kim"
    )
    var writer = ICalendarWriter(name: "x", stamp: 0)
    writer.add(event)
    let text = String(decoding: writer.file(), as: UTF8.self)
    #expect(text.contains("UID:event-day1@outreach\r\n") && text.contains("SEQUENCE:2\r\n"))
    #expect(try plan(text, stored: [event]).unchanged == 1)
    event.version = 0
    #expect(try plan(text).new == [event])
  }

  @Test func `Entries of other records do not become events`() throws {
    var launch = Launch(id: "l")
    (launch.name, launch.day) = ("Pollination", Day("2016-02-25"))
    var programme = Programme()
    programme.launches = [launch]
    var writer = ICalendarWriter(name: "x", stamp: 0)
    for item in Agenda(programme, zone: .utc).items(from: Day("2016-02-25")!, through: Day("2016-02-25")!) {
      writer.add(item, summary: item.title)
    }
    let plan = try plan(String(decoding: writer.file(), as: UTF8.self))
    #expect(plan.new.isEmpty && plan.lost == 0)
    #expect(plan.notes.map(\.what) == [.ownRecord("launch l")])
  }

  @Test func `An event without UID does not come twice`() throws {
    let text = calendar("SUMMARY:One\nDTSTART:20160222")
    let first = try plan(text)
    #expect(try plan(text, stored: first.new).unchanged == 1)
  }

  /// Event by event; the benchmark reads 50 MB.
  @Test func `A large file is read to its end`() throws {
    let description = String(repeating: "生物多样性 ", count: 300)
    var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    let one =
      "BEGIN:VEVENT\r\nUID:%\r\nSUMMARY:x\r\nDTSTART:20160222\r\nDESCRIPTION:\(description)\r\nEND:VEVENT\r\n"
    var number = 0
    var bytes = Array(text.utf8)
    while bytes.count < 2_000_000 {
      number += 1
      bytes += Array(one.replacingOccurrences(of: "%", with: String(number)).utf8)
    }
    text = "END:VCALENDAR\r\n"
    bytes += Array(text.utf8)
    var reader = try ICalendarReader(ImportFile(bytes: bytes), zone: .utc)
    var count = 0
    while try reader.next() != nil { count += 1 }
    #expect(count == number && reader.notes.isEmpty)
  }

  /// Bytes cut off, changed and mixed: always an answer, never a trap; what is read can be written and read again.
  @Test func `Damaged files are read or refused`() throws {
    let base = Array(
      calendar(
        "UID:a\nSUMMARY:Weekly\nDTSTART;TZID=Europe/Paris:20160201T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20170101",
        "UID:b\nSUMMARY:Two\nDTSTART;VALUE=DATE:20160209\nDTEND:20160211\nX-A;B=\"c:d\":e\nEXDATE:20160209",
        "UID:c\nSUMMARY:Three\nDTSTART:20160209T100000Z\nDURATION:PT1H\nDESCRIPTION:a\\nb\\, c\n folded"
      ).utf8)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<600 {
      var bytes = base
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &generator)))
        case 2: bytes.insert(contentsOf: bytes[max(0, at - 30)..<at], at: at)
        case 3: bytes = Array(bytes[..<max(20, at)])
        default: bytes[at] = [0x30, 0x39, 0x3A, 0x3B, 0x0A, 0x2D, 0x3D].randomElement(using: &generator)!
        }
        if bytes.count < 20 { bytes = base }
      }
      guard let read = try? ReadCalendar(bytes) else { continue }
      for event in read.events {
        _ = event.instances(from: Day("2016-01-01")!, through: Day("2016-12-31")!, in: .utc)
      }
      var writer = ICalendarWriter(name: "x", stamp: 0)
      read.events.forEach { writer.add($0) }
      let again = try ReadCalendar(writer.file())
      #expect(again.events.count == read.events.count)
      #expect(
        zip(again.events, read.events).allSatisfy {
          $0.start == $1.start && $0.end == $1.end && $0.name == $1.name
        })
    }
  }
}
