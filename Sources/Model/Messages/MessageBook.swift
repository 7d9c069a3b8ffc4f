import Glibc

/// The message house as it stands: all messages in their order, and those that hold some words.
public struct MessageBook: Sendable {
  /// In their order.
  public let messages: [Message]
  /// The products that carry some message.
  public var products: [Product] = []
  /// The items in the media that somebody coded for single messages.
  public var coverage: [Coverage] = []
  /// What each holds in its fields, folded, as bytes: made when somebody first looks for words.
  private var folded: [[UInt8]]?

  public init(_ messages: [Message] = []) { self.messages = Message.ordered(messages) }

  /// Those that hold all of the words.
  public mutating func holding(_ words: String) -> [Message] {
    let words = Folding.folded(words).split(separator: " ").map { Array($0.utf8) }
    guard !words.isEmpty else { return messages }
    let texts = folded ?? messages.map(Self.text)
    folded = texts
    return zip(messages, texts).filter { _, text in words.allSatisfy { Self.holds(text, $0) } }.map(\.0)
  }

  private static func text(of message: Message) -> [UInt8] {
    let adopted = [message.adopted?.label, message.adopted?.text].compactMap(\.self).flatMap {
      [$0.en, $0.zh]
    }
    let texts = Message.fields.map { $0.read(message) } + adopted + [message.id]
    return Array(Folding.folded(texts.joined(separator: " ")).utf8)
  }

  private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      word.withUnsafeBytes { word in
        let last = text.count - word.count
        var at = 0
        while at <= last, let found = memchr(text.baseAddress! + at, Int32(word[0]), last - at + 1) {
          if memcmp(found, word.baseAddress!, word.count) == 0 { return true }
          at = found - UnsafeMutableRawPointer(mutating: text.baseAddress!) + 1
        }
        return false
      }
    }
  }
}
