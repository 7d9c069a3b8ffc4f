import Interchange
import Model
import Phrases
import Typesetting

/// The message house as plain text, Markdown, a page or CSV: each message with its texts, the finding behind it, and who
/// agreed to it.
public struct MessagesReport: TableReport {
  private let messages: [Message]
  public let look: Look

  /// - Parameter look: the language of the words around the messages.
  public init(_ messages: [Message], look: Look) {
    (self.messages, self.look) = (Message.ordered(messages), look)
  }

  private var words: MessageWords { MessageWords(look) }
  public var title: String { look.say(.messagesTitle, .text(look.day(look.asOf))) }

  public var summary: String {
    let counts = Dictionary(grouping: messages, by: \.state).mapValues(\.count)
    return look.tally(MessageState.allCases, { look.word("message_state", $0.rawValue) }) {
      counts[$0] ?? 0
    }
  }

  private func kind(_ message: Message) -> String { look.word("message_kind", message.type.rawValue) }

  private func facts(_ message: Message) -> [(label: String, text: String)] {
    var facts: [(label: String, text: String)] = [
      (look.word("field", "citation"), words.citation(of: message)),
      (look.word("field", "finding"), message.finding),
      (look.word("field", "confidence"), message.confidence),
      (look.word("field", "source_product"), words.source(of: message)),
    ]
    if message.needsAgreement || message.isClosed {
      facts += words.words(of: message).map { ($0.role, $0.who) }
    }
    return facts.filter { !$0.text.isEmpty }
  }

  private func texts(_ message: Message) -> [(language: String, text: String)] {
    Language.official.compactMap { language in message.text(in: language).map { (language, $0) } }
  }

  public var text: String {
    guard !messages.isEmpty else { return look.say(.messagesNone, .text("n")) + "\n" }
    var lines = [title, summary]
    for message in messages {
      lines += ["", look.words([look.title(of: message), kind(message), message.state.said(look).text])]
      for (language, text) in texts(message) {
        lines += Wrapping.lines("\(language)  \(text)", columns: 76).map { "    " + $0 }
      }
      lines += facts(message).map { "  - " + look.about($0.label, $0.text) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  public var headings: [String] {
    ["name", "message_kind", "state", "texts", "agreements"].map { look.word("field", $0) }
  }

  public var rows: [[TablePage.Cell]] {
    messages.map { message in
      [
        .init(look.title(of: message)), .init(kind(message)), .init(message.state.said(look).text),
        .init(texts(message).map { ($0.language, $0.text) }),
        .init(items: facts(message).map { look.about($0.label, $0.text) }),
      ]
    }
  }

  /// RFC 4180, in UTF-8: codes, and each language in a column of its own.
  public var csv: [UInt8] {
    let texts = Language.official.map(Message.textField)
    let finding = ["finding", "confidence", "source_product", "source_page", "agreed"]
    let columns = ["id", "name", "message_kind", "state", "edition", "launch"] + texts + finding
    return CSVWriter.spreadsheet([columns] + messages.map(cells))
  }

  private func cells(_ message: Message) -> [String] {
    var cells = [message.id, message.title, message.type.rawValue, message.state.rawValue]
    cells += [String(message.edition), message.launch]
    cells += Language.official.map { message.text(in: $0) ?? "" }
    cells += [message.finding, message.confidence, message.source, message.page]
    let agreed = message.words.map { "\($0.role.rawValue): \($0.who)" }
    return cells + [agreed.joined(separator: "; ")]
  }
}
