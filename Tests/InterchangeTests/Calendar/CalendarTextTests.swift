import Model
import Testing

@testable import Interchange

/// Texts of calendars whose bytes are written as letters, damaged, or stand behind names without quotes.
@Suite struct CalendarTextTests {
  @Test func `Quoted-printable of vCalendar 1.0`() throws {
    let read = try ReadCalendar(
      event: "DTSTART:20151103T070000Z", "LOCATION;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:R=C3=A9u=\r\nnion",
      "DESCRIPTION;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:caf=E9=0D=0Aau lait")
    #expect(read.events.first?.place == "Réunion")
    #expect(read.events.first?.note.contains("café\nau lait") == true)
    #expect(read.notes.isEmpty)
  }

  @Test func `A bad byte does not turn a line of other letters`() throws {
    let head =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:20151103T070000Z\r\nSUMMARY:"
    let bytes = Array((head + "Заседание").utf8) + [0xD0] + Array("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".utf8)
    let read = try ReadCalendar(bytes)
    #expect(read.events.first?.name == "Заседание\u{FFFD}")
    #expect(read.whats == [.otherBytes])
  }

  @Test func `A zone with a colon in its name and no quotes`() throws {
    let read = try ReadCalendar(event: "DTSTART;TZID=tzone://Microsoft/Utc:20150715T120000")
    guard case .moment(let moment)? = read.events.first?.start else {
      Issue.record("no time")
      return
    }
    #expect(moment.seconds == 1_436_961_600)
  }
}
