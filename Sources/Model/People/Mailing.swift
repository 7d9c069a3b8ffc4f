/// The ways in which a message can be sent to many.
public enum MailingChannel: String, Sendable, CaseIterable {
  case email, post, phone
}

/// Why somebody is not on a mailing list; the first that holds.
public enum MailingExclusion: String, Sendable, CaseIterable {
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

/// Nobody is written to who asked to be left alone, or has not agreed to it (UN Personal Data Protection and
/// Privacy Principles, 2018, principle 2, purpose specification).
extension Stakeholder {
  /// Why they are not to be written to; nil where they are.
  /// - Parameters:
  ///   - channel: only those who prefer it; nil for everybody, each by what they prefer.
  ///   - language: BCP 47, only those who prefer it; nil for all.
  public func mailingExclusion(_ channel: MailingChannel?, _ language: String?) -> MailingExclusion? {
    if retired != nil { return .retired }
    if isDoNotContact { return .doNotContact }
    if !allows(.mailing) { return consent(to: .mailing) == nil ? .unasked : .refused }
    guard let preferred = mailingAddress?.channel else { return .noAddress }
    if let channel, channel != preferred { return .channel }
    return prefers(language) ? nil : .language
  }

  /// Whether the first of their languages is the one asked for: `zh` is `zh-Hans` too.
  private func prefers(_ language: String?) -> Bool {
    guard let language else { return true }
    guard let own = languages.first?.lowercased() else { return false }
    return own == language || own.hasPrefix(language + "-")
  }

  /// The first address of the first channel in their order that they have one for, of those to which their
  /// agreement to mailings extends.
  public var mailingAddress: (channel: MailingChannel, address: String)? {
    let preferred = channels.compactMap { MailingChannel(rawValue: $0.rawValue) }
    for channel in preferred + MailingChannel.allCases {
      let addresses =
        switch channel {
        case .email: covered(by: .mailing, "emails", emails)
        case .post: covered(by: .mailing, "addresses", addresses)
        case .phone: covered(by: .mailing, "phones", phones)
        }
      if let address = addresses.first { return (channel, address) }
    }
    return nil
  }
}
