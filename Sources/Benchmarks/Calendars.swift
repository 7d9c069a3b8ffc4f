import ArgumentParser
import Foundation
import Interchange
import Model

/// Times a calendar file of many events, written and read.
struct Calendars: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendars",
    abstract: "Time iCalendar: a file of many events written and read, beside a plain copy.")

  @Option(help: "How many events.") var events = 10_000
  @Option(help: "How often each is done; the median counts.") var repeats = 5

  func run() throws {
    let events = Self.made(events)
    var bytes: [UInt8] = []
    let wrote = try median {
      var writer = ICalendarWriter(name: "Benchmark", stamp: 0)
      for event in events { writer.add(event) }
      bytes = writer.file()
    }
    let read = try median {
      let plan = try CalendarImport(
        ICalendarReader(ImportFile(bytes: bytes), zone: .utc), stored: events)
      precondition(plan.unchanged == events.count && plan.notes.isEmpty)
    }
    // The floor: looking at each byte once.
    var sum: UInt64 = 0
    let floor = try median { for byte in bytes { sum = sum &* 31 &+ UInt64(byte) } }
    print("\(events.count) events, \(bytes.count / 1000) kB, check \(sum % 97)")
    for (name, took) in [("written", wrote), ("read and compared", read)] {
      let seconds = String(format: "%.3f", took)
      print("\(name): \(seconds) s, \(Int(took / max(floor, 1e-9))) x one look at each byte, goal 1 s")
    }
    try readLarge(bytes)
  }

  /// A file of 50 MB, event by event.
  private func readLarge(_ bytes: [UInt8]) throws {
    let end = Array("END:VCALENDAR\r\n".utf8)
    var large: [UInt8] = []
    while large.count < 50_000_000 { large += bytes.dropLast(end.count) }
    let took = try ContinuousClock().measure {
      var reader = try ICalendarReader(ImportFile(bytes: large + end), zone: .utc)
      while try reader.next() != nil {}
    }
    print("\(large.count / 1_000_000) MB read: \(took)")
  }

  private func median(_ body: () throws -> Void) throws -> Double {
    let times = try (0..<max(1, repeats)).map { _ in
      let took = try ContinuousClock().measure(body)
      return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    }
    return times.sorted()[times.count / 2]
  }

  private static func made(_ count: Int) -> [Event] {
    let zones = ["Africa/Nairobi", "Europe/Paris", "Asia/Shanghai", "America/New_York", "UTC"].compactMap {
      Zone($0)
    }
    return (0..<count).map { number in
      var event = Event(id: "event\(number)")
      (event.name, event.place) = ("Briefing \(number), 生物多样性 في نيروبي", "Room \(number % 40), Gigiri")
      (event.type, event.owner) = (EventKind.allCases[number % EventKind.allCases.count], "press")
      event.note = "What is to be said; who says it, and to whom.\nThe second line of note \(number)."
      let seconds = 1_420_070_400 + number * 5_400
      if number % 4 == 0 {
        event.start = .day(Day(number: seconds / 86_400))
      } else {
        event.start = .moment(Moment(seconds: seconds, zone: zones[number % zones.count]))
        event.end = .moment(Moment(seconds: seconds + 3_600, zone: zones[number % zones.count]))
      }
      if number % 10 == 0 { event.rule = "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10" }
      return event
    }
  }
}
