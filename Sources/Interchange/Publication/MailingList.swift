import Model

/// Writes whom to send something, as CSV: one row each, with the address of the channel that they prefer. Who is
/// on it is the model's to say.
public struct MailingList {
  public typealias Exclusion = MailingExclusion

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
    if let reason = stakeholder.mailingExclusion(channel, language) {
      excluded[reason, default: 0] += 1
    } else if let preferred = stakeholder.mailingAddress {
      count += 1
      csv.append([
        stakeholder.id, stakeholder.name, stakeholder.nativeName, preferred.channel.rawValue,
        preferred.address,
        stakeholder.languages.first ?? "",
      ])
    }
  }
}
