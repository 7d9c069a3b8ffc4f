/// The text of a cell: its paragraphs, one below the other (ODF 1.3, part 3, 6.1).
struct ODSText {
  private let paragraph = XMLKey(.text, "p")
  private let space = XMLKey(.text, "s")
  private let tab = XMLKey(.text, "tab")
  private let lineBreak = XMLKey(.text, "line-break")
  private let ruby = XMLKey(.text, "ruby-text")
  private let note = XMLKey(.text, "note")
  private let count = XMLKey(.text, "c")
  private let limit: Int
  private(set) var buffer: TextBuffer
  private var paragraphs = 0
  private var isInParagraph = false
  /// White space is one blank, and none where a paragraph begins or ends (6.1.2). But LibreOffice writes the blanks of
  /// a cell as they are and means them all, so that only line breaks and tabs and the blanks behind them count as the
  /// layout of the XML.
  private var isInLayout = false
  private var isAtStart = true
  private var hasLooseEnd = false
  /// How deep it is inside of what is no text of the cell: comments, drawings, how words are pronounced.
  private var skipped = 0

  init(_ limits: WorkbookLimits) {
    limit = limits.textBytes
    buffer = TextBuffer(limits.textBytes)
  }

  mutating func clear() {
    buffer.clear()
    (paragraphs, isInParagraph, skipped) = (0, false, 0)
  }

  mutating func start(_ name: XMLKey, _ attributes: XMLAttributes) {
    if skipped > 0 || isStrange(name) {
      skipped += 1
    } else if name == paragraph {
      if paragraphs > 0 { buffer.append(UInt8(ascii: "\n")) }
      paragraphs += 1
      (isInParagraph, isInLayout, isAtStart, hasLooseEnd) = (true, false, true, false)
    } else if name == space {
      for _ in 0..<min(attributes[count]?.number ?? 1, limit) { append(UInt8(ascii: " ")) }
    } else if name == tab {
      append(UInt8(ascii: "\t"))
    } else if name == lineBreak {
      append(UInt8(ascii: "\n"))
    }
  }

  private func isStrange(_ name: XMLKey) -> Bool {
    isInParagraph ? name.space != .text || name == ruby || name == note : name != paragraph
  }

  mutating func end(_ name: XMLKey) {
    if skipped > 0 {
      skipped -= 1
    } else if name == paragraph {
      isInParagraph = false
      if hasLooseEnd { buffer.cut(to: buffer.bytes.count - 1) }
    }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isInParagraph, skipped == 0 else { return }
    for byte in piece {
      if byte == 0x0A || byte == 0x09 {
        if !isInLayout, !isAtStart { append(0x20, isLayout: true) }
        isInLayout = true
      } else if byte != 0x20 || !isInLayout {
        append(byte)
      }
    }
  }

  private mutating func append(_ byte: UInt8, isLayout: Bool = false) {
    hasLooseEnd = isLayout && buffer.bytes.count < limit
    buffer.append(byte)
    (isInLayout, isAtStart) = (isLayout, false)
  }
}
