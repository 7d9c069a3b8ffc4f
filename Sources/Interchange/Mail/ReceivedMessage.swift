import Model

/// What a message of mail says of a contact (RFC 5322, RFC 2045 to 2049).
public struct ReceivedMessage: Sendable, Equatable {
  /// A mailbox that a message names.
  public struct Person: Sendable, Hashable {
    /// Empty where only the address is given.
    public var name = ""
    public var address = ""
  }

  /// Who wrote it, and to whom.
  public internal(set) var authors: [Person] = []
  public internal(set) var recipients: [Person] = []
  /// Who sent it once more, and to whom (RFC 5322, section 3.6.6): only those of the last time.
  public internal(set) var resent: [Person] = []
  /// What stands for an address and is none.
  public internal(set) var unusable: [String] = []
  /// Where it was delivered: the office's own addresses.
  public internal(set) var delivered: [String] = []
  public internal(set) var subject = ""
  /// Seconds since 1970; nil where it says no date, or one that cannot be read.
  public internal(set) var sent: Int?
  /// The date as it is written.
  public internal(set) var date = ""
  /// By which it is known everywhere; made of all its bytes where it says none.
  public internal(set) var id = ""
  /// Its text; of HTML only the words.
  public internal(set) var text = ""
  /// The text went on, or parts of the message were not looked at.
  public internal(set) var isCut = false
  /// What was attached, by name or kind.
  public internal(set) var attachments: [String] = []

  init() {}

  /// All that it names, each once.
  public var people: [Person] {
    var places: [String: Int] = [:]
    var people: [Person] = []
    for person in authors + recipients + resent {
      if let place = places[person.address.lowercased()] {
        if people[place].name.isEmpty { people[place].name = person.name }
      } else {
        places[person.address.lowercased()] = people.count
        people.append(person)
      }
    }
    return people
  }

  // MARK: Bounds

  public static let mostBytes = 64 << 20
  /// Of a header, in bytes.
  static let mostHeader = 1 << 16
  static let mostPeople = 500
  static let mostParts = 500
  static let mostDepth = 20
  /// Of the text, in characters, and of a part that holds text, in bytes.
  static let mostText = 20_000
  static let mostTextBytes = 1 << 20
}

/// Why bytes are no message that can be taken.
public enum MailProblem: Error, Sendable, Equatable {
  case empty
  /// No header says from whom or to whom.
  case notAMessage
  /// So many messages stand in one file.
  case several(Int)
  case tooBig(Int)
}
