/// What came in from others and what is offered to them: all of it that is small enough to be held at once.
public struct Voices: Sendable {
  public var opportunities: [Opportunity] = []
  public var calls: [CallForInput] = []
  public var concerns: [Concern] = []
  public var focusGroups: [FocusGroup] = []
  /// By call.
  public var comments: [RecordID: CommentCounts] = [:]
  /// Of the stakeholders that are linked, by id.
  public var names: [RecordID: String] = [:]

  public init() {}

  /// The ids of the stakeholders that are linked.
  public var people: Set<RecordID> {
    func people<R: Record>(_ records: [R]) -> [RecordID] { records.flatMap { $0.named(.stakeholder) } }
    return Set(people(opportunities) + people(concerns) + people(focusGroups))
  }

  /// The name of a stakeholder; the id where the base has none.
  public func name(_ id: RecordID) -> String { names[id] ?? id }

  /// What is to be done first stands first: the nearest deadline of what is open, then what is over, the last first.
  public func sorted(on day: Day) -> Voices {
    var sorted = self
    sorted.opportunities.sort {
      Self.order($0.isOver, $0.deadline?.day, $0.id) < Self.order($1.isOver, $1.deadline?.day, $1.id)
    }
    sorted.calls.sort {
      Self.order($0.closes.map { $0 < day } ?? false, $0.closes, $0.id)
        < Self.order($1.closes.map { $0 < day } ?? false, $1.closes, $1.id)
    }
    sorted.concerns.sort {
      Self.order(!$0.isOpen, $0.due ?? ($0.isOpen ? nil : $0.resolved), $0.id)
        < Self.order(!$1.isOpen, $1.due ?? ($1.isOpen ? nil : $1.resolved), $1.id)
    }
    sorted.focusGroups.sort {
      ($0.when?.day.number ?? .max, $0.id) > ($1.when?.day.number ?? .max, $1.id)
    }
    return sorted
  }

  private static func order(_ isOver: Bool, _ day: Day?, _ id: RecordID) -> (Int, Int, String) {
    isOver ? (1, -(day?.number ?? 0), id) : (0, day?.number ?? .max, id)
  }

  /// Those that hold the words.
  public func holding(_ words: String) -> Voices {
    let words = Folding.folded(words).split(separator: " ").map(String.init)
    guard !words.isEmpty else { return self }
    func holds<R: Record>(_ record: R) -> Bool {
      Voices.holds(record, words, names: record.named(.stakeholder).map(name))
    }
    var found = self
    found.opportunities.removeAll { !holds($0) }
    found.calls.removeAll { !Voices.holds($0, words) }
    found.concerns.removeAll { !holds($0) }
    found.focusGroups.removeAll { !holds($0) }
    return found
  }

  /// Whether a record holds all of some folded words in its fields or the names of whom it names.
  public static func holds<R: Record>(_ record: R, _ words: [String], names: [String] = []) -> Bool {
    let text = Folding.folded((R.fields.map { $0.read(record) } + names + [record.id]).joined(separator: " "))
    return words.allSatisfy { text.contains($0) }
  }
}

extension Opportunity {
  public var isOver: Bool { state == .closed || state == .cancelled }
}

extension Stakeholder {
  /// Whether they may be told of an opportunity: nobody is who asked to be left alone, or said no to mailings.
  public var mayBeTold: Bool {
    retired == nil && !isDoNotContact && consent(to: .mailing)?.answer != .no
  }
}
