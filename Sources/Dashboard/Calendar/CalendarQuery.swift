import Model
import Store

/// Everything that has a day, by the days of a zone: gathered beside the keys, once after each change.
struct CalendarQuery: Query {
  let zone: Zone

  struct Answer: Sendable {
    var agenda = Agenda()
    var events: [RecordID: Event] = [:]
  }

  func answer(in reader: Reader) throws -> Answer {
    let programme = try WholeProgramme().answer(in: reader)
    return Answer(
      agenda: Agenda(programme, zone: zone),
      events: programme.events.byID)
  }
}
