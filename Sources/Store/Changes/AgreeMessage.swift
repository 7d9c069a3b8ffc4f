import Model

/// The word of one role that a message may be said as it stands. From then on its text stays as it is, and no undo takes
/// the word back: `WithdrawAgreement` does, as long as another role is missing.
public struct AgreeMessage: Change {
  public var name: String { "agree-message" }
  var seen: Message
  /// Why words stay in it that prescribe policy.
  var overrides: [BoundaryOverride] = []
  let role: AgreementRole
  let who: String
  let day: Day?

  /// - Parameters:
  ///   - seen: as the person saw it who notes the word.
  ///   - who: the id of somebody's record in the base, or a name where there is none.
  public init(_ seen: Message, _ role: AgreementRole, who: String, on day: Day?) {
    (self.seen, self.role, self.who, self.day) = (seen, role, who, day)
  }

  /// - Throws: `Refusal.changedMeanwhile` where the text is another by now, `Refusal.invalid` where something is missing,
  ///   where that role has agreed, or where that person has in another role.
  public func perform(in transaction: Transaction) throws {
    var message = try transaction.unchanged(seen)
    if let gap = message.gaps.first { throw Refusal.invalid(field: gap, .missing) }
    if let word = message.words.first(where: { $0.role == role }) {
      throw Refusal.invalid(field: "agreements", .agreedInAnotherRole(word.who))
    }
    let person = try transaction.fetch(Stakeholder.self, who)
    let name = person?.name ?? who.trimmed
    if name.isEmpty { throw Refusal.invalid(field: "agreements", .missing) }
    try check(person, called: name, in: message, transaction)
    message.agreements.append(
      Agreement(who: name, role: role, day: day, edition: message.edition, record: person?.id ?? ""))
    message.overrides += overrides
    try transaction.putAgreed(message)
  }

  /// Two roles are two people, whichever of their names is typed: of a record of the base any of its names is theirs. Of
  /// two records nobody says that they are one.
  private func check(
    _ person: Stakeholder?, called name: String, in message: Message, _ transaction: Transaction
  ) throws {
    func names(_ one: Stakeholder) -> [String] { [one.name, one.nativeName] + one.aliases }
    for word in message.words {
      let other = word.record.isEmpty ? nil : try transaction.fetch(Stakeholder.self, word.record)
      if person != nil, other != nil { continue }
      let (mine, theirs) = (person.map(names) ?? [name], other.map(names) ?? [word.who])
      if mine.contains(where: { one in theirs.contains { Agreement.isSame(one, $0) } }) {
        throw Refusal.invalid(field: "agreements", .agreedInAnotherRole(name))
      }
    }
  }
}

/// Takes back the last word that was given for a message, while not all roles have agreed: it was noted by mistake, or
/// somebody thought better of it.
public struct WithdrawAgreement: Change {
  public var name: String { "withdraw-agreement" }
  public let why: String
  let seen: Message

  public init(_ seen: Message, why: String) { (self.seen, self.why) = (seen, why) }

  /// - Throws: `Refusal.invalid` where all have agreed, or nobody has.
  public func perform(in transaction: Transaction) throws {
    var message = try transaction.unchanged(seen)
    if message.isAgreed { throw Refusal.invalid(field: "agreements", .agreedAlready(message.edition)) }
    guard let place = message.agreements.lastIndex(where: { $0.edition == message.edition }) else {
      throw Refusal.invalid(field: "agreements", .missing)
    }
    message.agreements.remove(at: place)
    try transaction.putAgreed(message)
  }
}

/// Begins a new edition of a message to which somebody agreed: its text may change, and everybody is asked again.
public struct NewEdition: Change {
  public var name: String { "new-edition" }
  let seen: Message

  public init(_ seen: Message) { self.seen = seen }

  /// - Throws: `Refusal.invalid` where nobody has agreed to the text yet: it may change as it is.
  public func perform(in transaction: Transaction) throws {
    var message = try transaction.unchanged(seen)
    guard message.isClosed else { throw Refusal.invalid(field: "agreements", .missing) }
    message.edition += 1
    try transaction.putAgreed(message)
  }
}

extension Transaction {
  /// The message as it is stored.
  /// - Throws: where somebody gave it another text or edition since it was seen.
  fileprivate func unchanged(_ seen: Message) throws -> Message {
    guard let message = try fetch(Message.self, seen.id) else { throw Refusal.gone(title: seen.title) }
    guard message.edition == seen.edition, message.saysTheSame(as: seen) else {
      throw Refusal.changedMeanwhile(title: seen.title, by: try lastWriter(.message, seen.id))
    }
    return message
  }

  /// What was done to the text before stays done: an undo of it would be refused each time.
  fileprivate func putAgreed(_ message: Message) throws {
    validity.messages.opened = message.id
    try put(message)
    try keep(.message, message.id)
  }
}
