import Model

/// The ways in which a message can be sent to many.
public enum MailingChannel: String, Sendable, CaseIterable {
  case email, post, phone
}

/// Writes whom to send something, as CSV: one row each, with the address of the channel that they prefer.
///
/// Nobody is on it who asked to be left alone, or has not agreed to be written to (UN Personal Data Protection and
/// Privacy Principles, 2018, principle 2, purpose specification).
public struct MailingList {
  /// Why somebody is not on the list; the first that holds.
  public enum Exclusion: String, Sendable, CaseIterable {
    case retired
    case doNotContact = "do-not-contact"
    /// They said no to mailings.
    case refused
    /// Nothing is known of what they want.
    case unasked
    case noAddress = "no-address"
    /// They prefer another channel.
    case channel
    /// They prefer another language, or no language of theirs is known.
    case language
  }

  public private(set) var count = 0
  public private(set) var excluded: [Exclusion: Int] = [:]
  private let channel: MailingChannel?
  private let language: String?
  private var csv: CSVWriter

  /// - Parameters:
  ///   - channel: only those who prefer it; nil for everybody, each by what they prefer.
  ///   - language: BCP 47, only those who prefer it; nil for all.
  public init(channel: MailingChannel?, language: String?, style: CSVWriter.Style) {
    self.channel = channel
    self.language = language?.lowercased()
    csv = CSVWriter(style: style, byteOrderMark: style == .spreadsheetSafe)
  }

  /// What stands before the first row.
  public mutating func begin() -> [UInt8] {
    csv.append(["id", "name", "native_name", "channel", "address", "language"])
    return csv.drain()
  }

  public mutating func append(_ stakeholders: some Sequence<Stakeholder>) -> [UInt8] {
    for stakeholder in stakeholders { append(stakeholder) }
    return csv.drain()
  }

  private mutating func append(_ stakeholder: Stakeholder) {
    let preferred = Self.address(of: stakeholder)
    if let reason = reason(against: stakeholder, preferred?.channel) {
      excluded[reason, default: 0] += 1
    } else if let preferred {
      count += 1
      csv.append([
        stakeholder.id, stakeholder.name, stakeholder.nativeName, preferred.channel.rawValue,
        preferred.address,
        stakeholder.languages.first ?? "",
      ])
    }
  }

  private func reason(against stakeholder: Stakeholder, _ preferred: MailingChannel?) -> Exclusion? {
    if stakeholder.retired != nil { return .retired }
    if stakeholder.isDoNotContact { return .doNotContact }
    if !stakeholder.allows(.mailing) { return stakeholder.consent(to: .mailing) == nil ? .unasked : .refused }
    guard let preferred else { return .noAddress }
    if let channel, channel != preferred { return .channel }
    return speaks(stakeholder) ? nil : .language
  }

  /// Whether the first of somebody's languages is the one asked for: `zh` is `zh-Hans` too.
  private func speaks(_ stakeholder: Stakeholder) -> Bool {
    guard let language else { return true }
    guard let own = stakeholder.languages.first?.lowercased() else { return false }
    return own == language || own.hasPrefix(language + "-")
  }

  /// The first address of the first channel in somebody's order that they have one for.
  private static func address(of stakeholder: Stakeholder) -> (channel: MailingChannel, address: String)? {
    let preferred = stakeholder.channels.compactMap { MailingChannel(rawValue: $0.rawValue) }
    for channel in preferred + MailingChannel.allCases {
      let addresses =
        switch channel {
        case .email: stakeholder.emails
        case .post: stakeholder.addresses
        case .phone: stakeholder.phones
        }
      if let address = addresses.first { return (channel, address) }
    }
    return nil
  }
}
