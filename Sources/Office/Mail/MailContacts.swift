import Interchange
import Model
import Store

/// A message of mail, and what logging it would do.
public struct MailContacts: Sendable {
  /// What whoever hands a message over says besides.
  public struct Options: Sendable {
    /// With whom it was, whatever addresses it has; nil for all that it names.
    public var stakeholder: Stakeholder?
    /// Addresses of the office, and `@example.org` for all of a domain.
    public var own: [String] = []
    /// Makes stakeholders of addresses that nobody has.
    public var addsUnknown = false
    public var keepsText = false
    /// What is said by hand goes before what the message says, by field.
    public var said: [String: String] = [:]
    /// What a message is about that does not say it.
    public var noSubject: String
    /// Who logs it.
    public var who: String
    public var today: Day
    /// Seconds east of UTC where the office is.
    public var zoneOffset: Int
    /// The zone of the office where a setting says it.
    public var zone: Zone?

    public init(_ look: Look) {
      (who, today, zoneOffset, zone) = (look.who, look.asOf, look.zoneOffset, look.typedZone)
      noSubject = look.say(.mailNoSubject)
    }
  }

  public struct Contact: Sendable {
    public let engagement: Engagement
    /// With whom.
    public let title: String
  }

  public internal(set) var contacts: [Contact] = []
  /// With whom the message is in the log already.
  public internal(set) var logged: [String] = []
  public internal(set) var added: [Stakeholder] = []
  /// Addresses that nobody has.
  public internal(set) var unknown: [ReceivedMessage.Person] = []
  /// Addresses that several have, with their ids.
  public internal(set) var shared: [(address: String, ids: [RecordID])] = []
  /// How many addresses are of people who asked to be erased: nothing of them is kept.
  public internal(set) var erased = 0
  /// What stands for an address and is none.
  public let unusable: [String]
  public let attachments: [String]
  public let isCut: Bool

  init(_ message: ReceivedMessage) {
    (unusable, attachments, isCut) = (message.unusable, message.attachments, message.isCut)
  }
}

/// Why a message is not logged.
public enum MailRefusal: Error, Sendable, Equatable {
  case undated
  /// On that day nobody can have written it.
  case untrueDate(String)
}

extension Library {
  /// Plans what logging a message does: one contact with each of the people whom it names and the store knows.
  /// - Throws: `MailRefusal`, `FieldProblem`.
  public func planContacts(_ message: ReceivedMessage, _ options: MailContacts.Options) throws -> MailContacts
  {
    var plan = MailContacts(message)
    let draft = try MailDraft(message, options)
    let named: [(address: String, stakeholder: Stakeholder)]
    if let stakeholder = options.stakeholder {
      named = [(Self.address(of: stakeholder, in: message), stakeholder)]
    } else {
      named = try people(of: message, draft, options, &plan)
    }
    let logged = try read(LoggedContacts(named.map { draft.id(with: $0.address) }))
    var seen: Set<RecordID> = []
    let areAuthorsKnown = named.contains { draft.isWriter($0.address) }
    for (address, stakeholder) in named where seen.insert(stakeholder.id).inserted {
      let contact = draft.contact(with: stakeholder, address: address, areAuthorsKnown: areAuthorsKnown)
      if logged.contains(contact.id) {
        plan.logged.append(stakeholder.title)
      } else {
        plan.contacts.append(.init(engagement: contact, title: stakeholder.title))
      }
    }
    return plan
  }

  /// Plans it and does it.
  public func log(_ message: ReceivedMessage, _ options: MailContacts.Options) throws -> MailContacts {
    let plan = try planContacts(message, options)
    do {
      try apply(plan)
      return plan
    } catch Refusal.changedMeanwhile {
      // The same message came through another pipe at the same time.
      let plan = try planContacts(message, options)
      try apply(plan)
      return plan
    }
  }

  private func apply(_ plan: MailContacts) throws {
    guard !plan.contacts.isEmpty else { return }
    try apply(LogContacts(plan.contacts.map(\.engagement), newPeople: plan.added))
  }

  private static func address(of stakeholder: Stakeholder, in message: ReceivedMessage) -> String {
    let own = Set(stakeholder.emails.map { $0.lowercased() })
    return message.people.map { $0.address.lowercased() }.filter(own.contains).min() ?? stakeholder.id
  }

  /// The people of a message but the office's own, by their addresses in order: whoever has several is found by the same
  /// one each time.
  private func people(
    of message: ReceivedMessage, _ draft: MailDraft, _ options: MailContacts.Options,
    _ plan: inout MailContacts
  ) throws -> [(address: String, stakeholder: Stakeholder)] {
    let others = message.people.filter { !draft.isOwn($0.address) }
    let known = try read(StakeholdersByEmail(others.map(\.address)))
    let isErased = try erasedCheck()
    var named: [(address: String, stakeholder: Stakeholder)] = []
    for person in others.sorted(by: { $0.address.lowercased() < $1.address.lowercased() }) {
      let address = person.address.lowercased()
      if let stakeholder = Self.one(of: known[address] ?? [], called: person.name) {
        named.append((address, stakeholder))
      } else if let several = known[address] {
        plan.shared.append((person.address, several.map(\.id)))
      } else if isErased?(Stakeholder(person, options)) == true {
        plan.erased += 1
      } else if options.addsUnknown {
        let stakeholder = Stakeholder(person, options)
        plan.added.append(stakeholder)
        named.append((address, stakeholder))
      } else {
        plan.unknown.append(person)
      }
    }
    return named
  }

  /// Of several that share an address the one whose name the message says; nil where nothing tells.
  private static func one(of people: [Stakeholder], called name: String) -> Stakeholder? {
    if people.count == 1 { return people[0] }
    let called = people.filter { person in
      ([person.name, person.nativeName] + person.aliases).contains {
        !$0.isEmpty && Set(Folding.words($0)) == Set(Folding.words(name))
      }
    }
    return called.count == 1 ? called[0] : nil
  }
}

extension Stakeholder {
  /// Of what a message says of somebody whom nobody knows.
  fileprivate init(_ person: ReceivedMessage.Person, _ options: MailContacts.Options) {
    self.init(id: NewID.make())
    name = person.name.isEmpty ? person.address : person.name
    emails = [person.address]
    joined = options.today
  }
}

/// The contact that a message is, but for whom it was with.
struct MailDraft {
  private let message: ReceivedMessage
  private let own: Set<String>
  private var contact: Engagement
  private let isDirectionSaid: Bool

  init(_ message: ReceivedMessage, _ options: MailContacts.Options) throws {
    self.message = message
    own = Set((options.own + message.delivered).map { $0.lowercased() })
    isDirectionSaid = options.said["direction"] != nil
    contact = Engagement(id: "")
    contact.channel = .email
    contact.who = options.who
    contact.subject = message.subject.isEmpty ? options.noSubject : message.subject
    let isOurs = message.authors.contains {
      own.contains($0.address.lowercased()) || Self.isOfDomain($0.address, own)
    }
    contact.direction = isOurs ? .outgoing : .incoming
    contact.notes = Self.notes(message, keepsText: options.keepsText)
    if options.said["day"] == nil { contact.day = try Self.day(of: message, options) }
    for field in Engagement.fields {
      guard let text = options.said[field.name] else { continue }
      let isAdded = field.name == "notes" && !contact.notes.isEmpty
      try field.write(isAdded ? text + "\n\n" + contact.notes : text, to: &contact)
    }
  }

  /// Whether an address is one of the office.
  func isOwn(_ address: String) -> Bool {
    own.contains(address.lowercased()) || Self.isOfDomain(address, own)
  }

  private static func isOfDomain(_ address: String, _ own: Set<String>) -> Bool {
    address.lastIndex(of: "@").map { own.contains(address[$0...].lowercased()) } ?? false
  }

  /// The same message has the same one with the same address, however often it is handed over.
  func id(with address: String) -> RecordID {
    "mail-" + FileDigest.sha256(of: Array("\(message.id)\n\(address)".utf8)).prefix(20)
  }

  /// - Parameter areAuthorsKnown: whether somebody who wrote it is a stakeholder.
  func contact(with stakeholder: Stakeholder, address: String, areAuthorsKnown: Bool) -> Engagement {
    var contact = Engagement(id: id(with: address), version: 0, values: contact.values)
    contact.stakeholder = stakeholder.id
    // Whoever only received what nobody knows the writer of has it from the office.
    let isReader = message.recipients.contains { $0.address.lowercased() == address }
    if !isDirectionSaid, !areAuthorsKnown, isReader, !isWriter(address) { contact.direction = .outgoing }
    return contact
  }

  func isWriter(_ address: String) -> Bool {
    (message.authors + message.resent).contains { $0.address.lowercased() == address }
  }

  private static func notes(_ message: ReceivedMessage, keepsText: Bool) -> String {
    let names = message.attachments.map { "[\($0)]" }.joined(separator: " ")
    return [keepsText ? message.text : "", names].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// By the calendar of the office. Clocks may be wrong by a day, and nobody wrote mail before 1980.
  private static func day(of message: ReceivedMessage, _ options: MailContacts.Options) throws -> Day {
    guard let sent = message.sent else {
      throw message.date.isEmpty ? MailRefusal.undated : .untrueDate(message.date)
    }
    let offset = options.zone?.offset(at: sent) ?? options.zoneOffset
    let day = Day(number: Int((Double(sent + offset) / 86_400).rounded(.down)))
    guard day <= options.today + 1, day.parts.year >= 1980 else { throw MailRefusal.untrueDate(message.date) }
    return day
  }
}
