/// Whether a spokesperson can be had on a day.
public enum Presence: String, Sendable, CaseIterable {
  case available, unsaid, away
}

extension Spokesperson {
  /// Being away counts for more than being available.
  public func presence(on day: Day) -> Presence {
    let entries = availability.filter { entry in
      (entry.from.map { $0 <= day } ?? true) && (entry.to.map { $0 >= day } ?? true)
    }
    if entries.contains(where: \.isAway) { return .away }
    return entries.isEmpty ? .unsaid : .available
  }

  /// The last day of training for the media, no later than a day.
  public func lastTraining(by day: Day) -> Day? {
    training.compactMap(\.day).filter { $0 <= day }.max()
  }

  /// `zh` is spoken by whoever speaks `zh-Hans` too.
  public func speaks(_ language: String) -> Bool {
    languages.contains { $0 == language || $0.hasPrefix(language + "-") || language.hasPrefix($0 + "-") }
  }
}

/// What spokespersons have to do: appearances, and enquiries that wait for them.
public struct Workload: Sendable {
  private var loads: [RecordID: [Int: Int]] = [:]
  private var waiting: [RecordID: Int] = [:]

  /// - Parameter today: what is overdue or has no deadline is to be done today.
  public init(enquiries: [Enquiry], events: [Event], today: Day) {
    for enquiry in enquiries where enquiry.isOpen && !enquiry.spokesperson.isEmpty {
      let day = max(enquiry.deadline?.day ?? today, today)
      loads[enquiry.spokesperson, default: [:]][day.number, default: 0] += 1
      waiting[enquiry.spokesperson, default: 0] += 1
    }
    // An enquiry that became an appearance is one task, not two.
    let counted = Set(enquiries.filter { $0.isOpen && !$0.spokesperson.isEmpty }.map(\.event))
    for event in events where event.status != .cancelled && !counted.contains(event.id) {
      guard let first = event.start?.day else { continue }
      let last = min(max(first, event.end?.day ?? first), first + 60)
      for id in event.spokespersons {
        for day in first.number...last.number { loads[id, default: [:]][day, default: 0] += 1 }
      }
    }
  }

  /// How many tasks somebody has on a day.
  public func count(_ id: RecordID, on day: Day) -> Int { loads[id]?[day.number] ?? 0 }

  /// How many enquiries wait for somebody.
  public func waiting(for id: RecordID) -> Int { waiting[id] ?? 0 }

  /// Whether somebody has as much as they said that they can bear.
  public func isFull(_ person: Spokesperson, on day: Day) -> Bool {
    person.limit > 0 && count(person.id, on: day) >= person.limit
  }
}

/// Somebody who could answer an enquiry, with what speaks for and against.
public struct SpokespersonChoice: Sendable, Equatable {
  public let person: Spokesperson
  /// Nil where the enquiry names no language.
  public let speaksIt: Bool?
  public let isTrained: Bool
  public let presence: Presence
  public let load: Int
  public let isFull: Bool

  /// All who could, the most suitable first: by language, training, presence and load on that day.
  public static func ordered(
    _ people: [Spokesperson], for enquiry: Enquiry, on day: Day, _ load: Workload
  ) -> [SpokespersonChoice] {
    people.map { person in
      SpokespersonChoice(
        person: person, speaksIt: enquiry.language.isEmpty ? nil : person.speaks(enquiry.language),
        isTrained: person.lastTraining(by: day) != nil, presence: person.presence(on: day),
        load: load.count(person.id, on: day), isFull: load.isFull(person, on: day))
    }.sorted { a, b in
      let (first, second) = (a.place, b.place)
      return first == second ? a.person.name < b.person.name : first.lexicographicallyPrecedes(second)
    }
  }

  private var place: [Int] {
    let presences = Presence.allCases.firstIndex(of: presence) ?? 0
    return [speaksIt == false ? 1 : 0, isTrained ? 0 : 1, presences, isFull ? 1 : 0, load]
  }
}
