/// A record that names stakeholders of the base: erasing one takes them out of it, merging two moves them.
public protocol PeopleNaming: Record {
  /// The ids of whom it names.
  var people: [RecordID] { get }
  /// Takes a person out. What the record counts stays counted.
  mutating func forget(_ id: RecordID)
  /// Puts one person in the place of another.
  mutating func move(_ old: RecordID, to new: RecordID)
}

extension Invitation: PeopleNaming {
  public var people: [RecordID] { [stakeholder] }
  public mutating func forget(_ id: RecordID) { if stakeholder == id { stakeholder = "" } }
  public mutating func move(_ old: RecordID, to new: RecordID) { if stakeholder == old { stakeholder = new } }
}

extension SurveyResponse: PeopleNaming {
  public var people: [RecordID] { stakeholder.isEmpty ? [] : [stakeholder] }
  public mutating func forget(_ id: RecordID) { if stakeholder == id { stakeholder = "" } }
  public mutating func move(_ old: RecordID, to new: RecordID) { if stakeholder == old { stakeholder = new } }
}

extension ReviewComment: PeopleNaming {
  public var people: [RecordID] { stakeholder.isEmpty ? [] : [stakeholder] }
  /// The comment was considered and stays; who wrote it does not.
  public mutating func forget(_ id: RecordID) { if stakeholder == id { (stakeholder, source) = ("", "") } }
  public mutating func move(_ old: RecordID, to new: RecordID) { if stakeholder == old { stakeholder = new } }
}

extension Concern: PeopleNaming {
  public var people: [RecordID] { stakeholder.isEmpty ? [] : [stakeholder] }
  public mutating func forget(_ id: RecordID) { if stakeholder == id { (stakeholder, source) = ("", "") } }
  public mutating func move(_ old: RecordID, to new: RecordID) { if stakeholder == old { stakeholder = new } }
}

extension Evidence: PeopleNaming {
  private var person: RecordID? {
    guard let record = RecordReference(reference), record.kind == .stakeholder else { return nil }
    return record.id
  }

  public var people: [RecordID] { person.map { [$0] } ?? [] }
  public mutating func forget(_ id: RecordID) { if person == id { (reference, link) = ("", "") } }
  public mutating func move(_ old: RecordID, to new: RecordID) {
    if person == old { reference = RecordReference(.stakeholder, new).description }
  }
}

extension FocusGroup: PeopleNaming {
  public var people: [RecordID] { participants }
  public mutating func forget(_ id: RecordID) {
    number = headCount
    participants.removeAll { $0 == id }
  }
  public mutating func move(_ old: RecordID, to new: RecordID) {
    var moved: [RecordID] = []
    for one in participants.map({ $0 == old ? new : $0 }) where !moved.contains(one) { moved.append(one) }
    participants = moved
  }
}

extension Opportunity: PeopleNaming {
  public var people: [RecordID] {
    (told.map(\.stakeholder) + answered.map(\.stakeholder)).filter { !$0.isEmpty }
  }

  public mutating func forget(_ id: RecordID) {
    told = told.map { $0.stakeholder == id ? $0.naming("", note: "") : $0 }
    answered = answered.map { $0.stakeholder == id ? $0.naming("", note: "") : $0 }
  }

  public mutating func move(_ old: RecordID, to new: RecordID) {
    told = told.map { $0.stakeholder == old ? $0.naming(new) : $0 }
    answered = answered.map { $0.stakeholder == old ? $0.naming(new) : $0 }
  }
}

extension Telling {
  /// The same of another, or of nobody in particular: it still counts as many.
  fileprivate func naming(_ id: RecordID, note: String? = nil) -> Telling {
    Telling(
      day: day, audience: audience, channel: channel, stakeholder: id, number: id.isEmpty ? count : number,
      note: note ?? self.note)
  }
}

extension Reply {
  fileprivate func naming(_ id: RecordID, note: String? = nil) -> Reply {
    Reply(stakeholder: id, day: day, number: id.isEmpty ? count : number, note: note ?? self.note)
  }
}
