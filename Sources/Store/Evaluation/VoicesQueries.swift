import Model

/// What came in from others, of one moment, but for the comments of single calls.
public struct WholeVoices: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> Voices {
    var voices = Voices()
    voices.opportunities = try reader.all(Opportunity.self)
    voices.calls = try reader.all(CallForInput.self)
    voices.concerns = try reader.all(Concern.self)
    voices.focusGroups = try reader.all(FocusGroup.self)
    voices.comments = try CommentCountsByCall().answer(in: reader)
    voices.names = try reader.names(of: voices.people)
    return voices
  }
}

/// The comments of a call in the order of its document. Only what changed since the last answer is read again.
public struct CommentsOf: Query {
  let call: RecordID

  public init(_ call: RecordID) { self.call = call }

  public func answer(in reader: Reader) throws -> [ReviewComment] {
    // They stand together: the ids begin with that of the call.
    let all = try reader.all(ReviewComment.self)
    let (first, last) = ("\(call)/", "\(call)0")
    let from = all.firstPlace { !$0.id.utf8.lexicographicallyPrecedes(first.utf8) }
    let to = all.firstPlace { !$0.id.utf8.lexicographicallyPrecedes(last.utf8) }
    return ReviewComment.inOrder(Array(all[from..<max(from, to)]))
  }
}

/// How many of the stakeholders that a filter lets through may be told of something, and how many are left out.
public struct Tellable: Query {
  let filter: StakeholderFilter

  public struct Answer: Sendable, Equatable {
    public var told = 0
    /// Those who asked to be left alone, or said no to mailings.
    public var leftOut = 0
  }

  public init(_ filter: StakeholderFilter) { self.filter = filter }

  public func answer(in reader: Reader) throws -> Answer {
    var answer = Answer()
    guard !filter.isHopeless else { return answer }
    let (condition, arguments) = filter.conditionsAndWords()
    let rows = try reader.cursor(
      """
      SELECT body ->> '$.do_not_contact', body ->> '$.consents' FROM stakeholder
      WHERE retired = 0 AND \(condition)
      """, arguments)
    while let row = try rows.next() {
      var one = Stakeholder(id: "")
      for (name, text) in [("do_not_contact", row[0] as String?), ("consents", row[1] as String?)] {
        if let text { try? Stakeholder.field(name)?.write(text, to: &one) }
      }
      if one.mayBeTold { answer.told += 1 } else { answer.leftOut += 1 }
    }
    return answer
  }
}

extension Array {
  /// The first place at which something holds, that holds at every later place too.
  fileprivate func firstPlace(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
