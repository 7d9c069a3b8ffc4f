import Model
import Phrases
import Typesetting

extension MessageState: RecordState {
  public static let labels = "message_state"
  public var mark: Mark {
    switch self {
    case .adopted: .ready
    case .empty: .missing
    case .draft: .open
    case .underAgreement: .underWay
    case .agreed: .done
    }
  }
}

/// How messages are said.
public struct MessageWords: Sendable {
  public let look: Look

  public init(_ look: Look) { self.look = look }

  /// In the reader's language where it is said in that, else in another of the official ones, English first.
  public func text(of message: Message) -> String {
    for language in [look.language, "en"] + Language.official {
      if let text = message.text(in: language) { return text }
    }
    return ""
  }

  /// "ar zh en": the languages in which the office wrote it.
  public func languages(of message: Message) -> String { message.languages.joined(separator: " ") }

  /// "2 of 3".
  public func agreement(of message: Message) -> String {
    let all = AgreementRole.allCases.count
    return look.say(.messagesAgreed, .number(all - message.lacking.count), .number(all))
  }

  public func role(_ role: AgreementRole) -> String { look.word("agreement_role", role.rawValue) }

  /// Who agreed to the text as it is: a line for each role, the roles of whom nobody has among them.
  public func words(of message: Message) -> [(role: String, who: String, isThere: Bool)] {
    AgreementRole.allCases.map { role in
      guard let word = message.words.first(where: { $0.role == role }) else {
        return (self.role(role), look.say(.messagesNotAgreed), false)
      }
      return (self.role(role), look.words([word.who, word.day.map(look.day) ?? ""]), true)
    }
  }

  public func citation(of message: Message) -> String {
    message.adopted?.citation.text(in: look.language) ?? ""
  }

  /// Where the finding stands: the product and the page.
  public func source(of message: Message) -> String {
    let product = message.source.isEmpty ? "" : look.name(of: RecordReference(.product, message.source))
    return look.words([product, message.page])
  }

  /// "media: e-mail, planned, 22 Feb 2016; website, done": the ways of a message to an audience.
  public func ways(_ ways: [Delivery], to audience: Audience) -> String {
    let said = ways.map { way in
      look.list(
        [
          FieldWords.word("channel", way.channel.rawValue, look),
          look.word("delivery_state", way.state.rawValue),
          way.day.map(look.day) ?? "", way.note,
        ].filter { !$0.isEmpty })
    }
    let name = look.word("audience", audience.rawValue)
    return look.about(name, said.isEmpty ? look.say(.boardNoWay) : said.joined(separator: " · "))
  }

  /// Who gives their word: the record of the base that is meant, with its id, or a name that is taken as it was typed.
  public func person(_ who: String) -> String {
    let name = look.name(who, .idOrWords(.stakeholder))
    return name == who
      ? look.say(.messagesAsTyped, .text(who)) : look.say(.messagesOfRecord, .text(name), .text(who))
  }
}
