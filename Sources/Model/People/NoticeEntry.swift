import Foundation

/// The least that a national focal point has to know of a stakeholder: who it is, of what kind and where. An
/// address only where its owner agreed to publish it, and did not ask to be left alone; all others are reached
/// through the secretariat (annex II, appendix, paragraph 3; UN Personal Data Protection and Privacy Principles,
/// 2018, principle 3, proportionality and necessity).
public struct NoticeEntry: Sendable, Equatable {
  public let stakeholder: RecordID
  public let name: String
  public let nativeName: String
  public let type: StakeholderKind
  /// ISO 3166-1 alpha-2.
  public let country: String
  public let emails: [String]

  /// What it tells of the record: nobody is told of by what they did not agree to.
  static let fields = ["name", "native_name", "kind", "country"]

  /// Nil for whom nobody may be told of.
  public init?(_ stakeholder: Stakeholder) {
    guard stakeholder.retired == nil, stakeholder.allows(.focalPoint),
      Self.fields.allSatisfy({ stakeholder.coversAll(.focalPoint, $0) })
    else { return nil }
    self.stakeholder = stakeholder.id
    (name, nativeName) = (stakeholder.name, stakeholder.nativeName)
    (type, country) = (stakeholder.type, stakeholder.country)
    let arePublic = stakeholder.allows(.register) && stakeholder.registerFields.contains(.emails)
    let isReached = arePublic && !stakeholder.isDoNotContact
    emails = isReached ? stakeholder.covered(by: .register, "emails", stakeholder.emails) : []
  }
}

extension Notice {
  /// What a kept copy says in the place of somebody who was erased, in the language of the notice. Erasing is
  /// the store's work, which knows no sentences, so they stand here.
  private static let erased = [
    "ar": "[مُحيت البيانات]", "zh": "[已删除]", "en": "[erased]", "fr": "[effacé]", "ru": "[удалено]",
    "es": "[suprimido]",
  ]

  /// The id that stands in the place of an erased one, so that those behind it keep their numbers.
  private static func erasedID(_ number: Int) -> RecordID { "erased-\(number)" }

  /// The same notice with what it says of one stakeholder taken out of the kept copies, and said so there.
  /// Others keep their numbers. The notice itself where it does not tell of them.
  public func redacting(_ stakeholder: RecordID) -> Notice {
    guard let index = stakeholders.firstIndex(of: stakeholder) else { return self }
    var notice = self
    notice.stakeholders[index] = Self.erasedID(index + 1)
    notice.text = Self.redacted(text, block: index + 1, saying: Self.erased[language] ?? "[erased]")
    // Header fields name no stakeholder; the body is the text once more.
    if let end = message.range(of: "\r\n\r\n") {
      notice.message = message[..<end.upperBound] + Self.body(of: notice.text)
    }
    return notice
  }

  public func forgetting(_ gone: Set<RecordReference>) -> Notice? {
    named(.stakeholder).filter { gone.contains(RecordReference(.stakeholder, $0)) }.reduce(self) {
      $0.redacting($1)
    }
  }

  /// The text as the body of a message: lines end in CR LF, and base64 keeps every script whole on every road
  /// (RFC 2045, section 6.8). Without the last line end.
  public static func body(of text: String) -> String {
    let lines = text.replacing("\n", with: "\r\n") + "\r\n"
    return Data(lines.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
  }

  /// A block begins with its number in a line of its own, and ends before an empty line.
  private static func redacted(_ text: String, block number: Int, saying words: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.lastIndex(where: { $0.hasPrefix("\(number). ") }) else { return text }
    let end = lines[start...].firstIndex(of: "") ?? lines.endIndex
    lines.replaceSubrange(start..<end, with: ["\(number). \(words)"])
    return lines.joined(separator: "\n")
  }
}
