/// Several records of the same stakeholder, and for each field whose value the one gets that is left.
public struct GroupMerge: Sendable, Equatable {
  /// More are not laid on one screen.
  public static let most = 12

  /// All of them, the one that stays first.
  public private(set) var records: [Stakeholder]
  private var out: Set<RecordID> = []
  /// Which value somebody chose for a field.
  private var chosen: [String: String] = [:]

  /// A value of a field, and who has it: places among all records.
  public struct Value: Sendable, Equatable {
    public let text: String
    public let holders: [Int]
  }

  /// - Parameter records: two at least. The one that is in use and says most stays, of several the one that was known
  ///   first.
  public init(_ records: [Stakeholder]) {
    func rank(_ one: Stakeholder) -> (Int, Int, String, RecordID) {
      let said = Stakeholder.fields.count { !$0.read(one).isEmpty }
      return (one.retired == nil ? 0 : 1, -said, one.joined?.description ?? "~", one.id)
    }
    self.records = records.sorted { rank($0) < rank($1) }
  }

  /// The same choices over fresher records, in the same order; those that are not there any more are left out.
  public func again(_ fresh: [RecordID: Stakeholder]) -> GroupMerge {
    var group = self
    group.records = records.compactMap { fresh[$0.id] }
    return group
  }

  // MARK: Choosing

  /// Those that are merged.
  public var taken: [Stakeholder] { records.filter { !out.contains($0.id) } }

  public func takes(_ record: Stakeholder) -> Bool { !out.contains(record.id) }

  /// Leaves a record out, or takes it in again; two are always left.
  /// - Returns: whether it could.
  public mutating func turn(_ record: Stakeholder) -> Bool {
    if out.remove(record.id) != nil { return true }
    guard taken.count > 2 else { return false }
    out.insert(record.id)
    return true
  }

  /// The fields in which those that are merged differ, in the order of the table.
  public var differences: [Field<Stakeholder>] {
    let taken = taken
    return Stakeholder.fields.filter { field in Set(taken.map(field.read)).count > 1 }
  }

  /// The fields that all have with the same value.
  public var agreements: [Field<Stakeholder>] {
    let taken = taken
    return Stakeholder.fields.filter { field in
      let texts = Set(taken.map(field.read))
      return texts.count == 1 && texts != [""]
    }
  }

  /// Whether one of several values is chosen; else all are joined, or the stricter holds.
  public func isChosen(_ field: Field<Stakeholder>) -> Bool {
    !field.holdsMany && !StakeholderMerge.strict.contains(field.name)
  }

  /// The values that a field has, each once, as they come.
  public func values(of field: Field<Stakeholder>) -> [Value] {
    var texts: [String] = []
    var holders: [String: [Int]] = [:]
    for (place, record) in records.enumerated() where takes(record) {
      let text = field.read(record)
      if text.isEmpty { continue }
      if holders[text] == nil { texts.append(text) }
      holders[text, default: []].append(place)
    }
    return texts.map { Value(text: $0, holders: holders[$0] ?? []) }
  }

  public mutating func choose(_ text: String, of field: Field<Stakeholder>) {
    if isChosen(field) { chosen[field.name] = text }
  }

  // MARK: The result

  /// The record that is left: the first one's id, each other one merged into it with its rules for what nobody chose.
  public var result: Stakeholder {
    let taken = taken
    return taken.dropFirst().reduce(taken[0]) { result, other in
      var merge = StakeholderMerge(result, other)
      for field in merge.differences {
        guard let wanted = chosen[field.name] else { continue }
        if field.read(result) == wanted {
          merge.choose(.first, of: field)
        } else if field.read(other) == wanted {
          merge.choose(.second, of: field)
        }
      }
      return merge.result
    }
  }

  public var publication: MergePublication { MergePublication(of: taken, result) }
}
