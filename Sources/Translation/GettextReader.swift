import Phrases

/// Reads PO files line by line, and takes nothing that it does not understand.
///
/// The library of gettext would read them too (GPL, from files only, and what is wrong it prints); the format is a dozen
/// kinds of lines. `msgfmt --check` and polib agree with it in a test where they are installed.
struct GettextReader {
  private struct Entry {
    let line: Int
    var isOpen = false
    var context: String?
    var id: String?
    var plural: String?
    var strings: [Int: String] = [:]
  }

  private enum Field: Equatable { case context, id, plural, string(Int) }

  private var entry: Entry?
  private var field: Field?
  private var isOpen = false
  private var line = 0
  private var language: String?
  private var units: [TranslationFile.Unit] = []

  /// - Throws: `TranslationProblem`.
  static func read(_ bytes: [UInt8]) throws(TranslationProblem) -> TranslationFile {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TranslationProblem(Phrase(.phrasesNotUTF8))
    }
    var reader = GettextReader()
    for scalars in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      reader.line += 1
      try reader.take(String(scalars).trimming())
    }
    try reader.endEntry()
    return try TranslationFile(reader.language ?? "", reader.units)
  }

  private mutating func take(_ text: Substring) throws(TranslationProblem) {
    if text.isEmpty { return field = nil }
    if text.hasPrefix("\"") { return try go(on: text) }
    if text.hasPrefix("#") {
      if entry?.strings.isEmpty == false { try endEntry() }
      field = nil
      let isFlags = text.hasPrefix("#,")
      let flags = text.dropFirst(2).split { $0 == "," || $0 == " " }
      if isFlags, flags.contains("fuzzy") { isOpen = true }
      return
    }
    let word = text.prefix { $0 != " " && $0 != "\"" }
    guard let named = Self.field(word) else { throw problem(text) }
    if named == .context || named == .id, entry?.strings.isEmpty == false { try endEntry() }
    if entry == nil {
      entry = Entry(line: line, isOpen: isOpen)
      isOpen = false
    }
    guard self[named] == nil else { throw problem(text) }
    field = named
    self[named] = ""
    try go(on: text.dropFirst(word.count).trimming())
  }

  private static func field(_ word: Substring) -> Field? {
    switch word {
    case "msgctxt": return .context
    case "msgid": return .id
    case "msgid_plural": return .plural
    case "msgstr": return .string(0)
    default:
      guard word.hasPrefix("msgstr["), word.hasSuffix("]"), let place = Int(word.dropFirst(7).dropLast()),
        (0..<PluralForms.order.count).contains(place)
      else { return nil }
      return .string(place)
    }
  }

  private subscript(_ field: Field) -> String? {
    get {
      switch field {
      case .context: entry?.context
      case .id: entry?.id
      case .plural: entry?.plural
      case .string(let place): entry?.strings[place]
      }
    }
    set {
      switch field {
      case .context: entry?.context = newValue
      case .id: entry?.id = newValue
      case .plural: entry?.plural = newValue
      case .string(let place): entry?.strings[place] = newValue
      }
    }
  }

  /// A text between quotes, which goes on where the one before ended.
  private mutating func go(on quoted: Substring) throws(TranslationProblem) {
    guard let field, let text = Self.unquoted(quoted) else { throw problem(quoted) }
    self[field] = (self[field] ?? "") + text
  }

  private static func unquoted(_ text: Substring) -> String? {
    guard text.count > 1, text.first == "\"" else { return nil }
    var (result, isEscaped) = ("", false)
    for (place, scalar) in text.unicodeScalars.dropFirst().enumerated() {
      if isEscaped {
        guard let meant = escapes[scalar] else { return nil }
        result.unicodeScalars.append(meant)
        isEscaped = false
      } else if scalar == "\"" {
        return place == text.unicodeScalars.count - 2 ? result : nil
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return nil
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "t": "\t", "r": "\r", "\"": "\"", "\\": "\\",
  ]

  private mutating func endEntry() throws(TranslationProblem) {
    guard let entry else { return }
    (self.entry, field) = (nil, nil)
    let count = entry.strings.count
    guard let id = entry.id, count > 0, entry.strings.keys.max() == count - 1,
      entry.plural != nil || count == 1
    else { throw TranslationProblem(entry.line, Phrase(.phrasesHalf)) }
    guard let key = entry.context else {
      guard id.isEmpty else { throw TranslationProblem(entry.line, Phrase(.phrasesNoContext, .text(id))) }
      let header = (entry.strings[0] ?? "").split(separator: "\n")
      language = header.first { $0.lowercased().hasPrefix("language:") }.map {
        String($0.dropFirst(9).trimming())
      }
      return
    }
    units.append(
      TranslationFile.Unit(
        line: entry.line, key: key, source: [id] + (entry.plural.map { [$0] } ?? []),
        target: (0..<count).map { entry.strings[$0] ?? "" }, isPlural: entry.plural != nil,
        isOpen: entry.isOpen))
  }

  private func problem(_ text: Substring) -> TranslationProblem {
    TranslationProblem(line, Phrase(.phrasesSyntax, .text(String(text.prefix(40)))))
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without blanks at its ends.
  fileprivate func trimming() -> Substring {
    var text = self[...]
    while let first = text.unicodeScalars.first, first == " " || first == "\t" || first == "\r" {
      text = text[text.unicodeScalars.index(after: text.startIndex)...]
    }
    while let last = text.unicodeScalars.last, last == " " || last == "\t" || last == "\r" {
      text = text[..<text.unicodeScalars.index(before: text.endIndex)]
    }
    return text
  }
}
