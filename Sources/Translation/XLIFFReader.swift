import CExpat
import Phrases

/// Reads XLIFF by expat: no document type, hence no entities of its own, no depth without end, and no tags in a phrase.
final class XLIFFReader {
  private struct Unit {
    let line: Int
    let id: String
    var source = ""
    var target = ""
    var isOpen = false
  }

  private enum Place { case outside, source, target }

  private let parser: XML_Parser
  private var depth = 0
  /// Within what is no unit of ours: other translations that somebody proposed.
  private var passed: Int?
  private var language: String?
  private var group: (line: Int, key: String, forms: [Unit])?
  private var unit: Unit?
  private var place = Place.outside
  private var units: [TranslationFile.Unit] = []
  private var failure: TranslationProblem?

  private static let deepest = 32
  private static let separator: Character = "|"

  /// - Throws: `TranslationProblem`.
  static func read(_ bytes: [UInt8]) throws(TranslationProblem) -> TranslationFile {
    let reader = XLIFFReader()
    try reader.parse(bytes)
    return try TranslationFile(reader.language ?? "", reader.units)
  }

  private init() {
    // Memory for it is a few hundred bytes: without them nothing goes on.
    parser = XML_ParserCreateNS(nil, XML_Char(Self.separator.asciiValue!))!
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XLIFFReader.of($0).start(String(cString: $1!), $2) },
      { reader, _ in XLIFFReader.of(reader).end() })
    XML_SetCharacterDataHandler(parser) { reader, text, count in
      text?.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        let bytes = UnsafeBufferPointer(start: $0, count: Int(count))
        XLIFFReader.of(reader).take(String(decoding: bytes, as: UTF8.self))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      XLIFFReader.of(reader).fail(Phrase(.phrasesDocumentType))
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ reader: UnsafeMutableRawPointer?) -> XLIFFReader {
    Unmanaged<XLIFFReader>.fromOpaque(reader!).takeUnretainedValue()
  }

  private func parse(_ bytes: [UInt8]) throws(TranslationProblem) {
    let status = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), 1) }
    }
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      throw TranslationProblem(line, Phrase(.phrasesXML, .text(reason)))
    }
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  private func fail(_ what: Phrase, at line: Int? = nil) {
    if failure == nil { failure = TranslationProblem(line ?? self.line, what) }
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    if depth > Self.deepest { return fail(Phrase(.phrasesTooDeep)) }
    guard passed == nil, failure == nil else { return }
    guard place == .outside else { return fail(Phrase(.phrasesTag, .text(Self.local(name)))) }
    let attributes = Self.values(attributes)
    switch Self.local(name) {
    case "file":
      let said = attributes["target-language"] ?? ""
      if let language, language != said { return fail(Phrase(.phrasesWhichLanguage, .text(said))) }
      language = said
    case "group" where attributes["restype"] == "x-gettext-plurals":
      group = (line, attributes["id"] ?? "", [])
    case "trans-unit": unit = Unit(line: line, id: attributes["id"] ?? "")
    case "source" where unit != nil: place = .source
    case "target" where unit != nil:
      place = .target
      unit?.isOpen = Self.isOpen(attributes["state"])
    case "xliff", "body", "group": break
    default: passed = depth
    }
  }

  private func take(_ text: String) {
    guard passed == nil else { return }
    switch place {
    case .source: unit?.source += text
    case .target: unit?.target += text
    case .outside: break
    }
  }

  private func end() {
    defer { depth -= 1 }
    if let passed {
      if passed == depth { self.passed = nil }
      return
    }
    if place != .outside { return place = .outside }
    if let unit {
      self.unit = nil
      if group == nil { take(unit) } else { group?.forms.append(unit) }
    } else if let group {
      self.group = nil
      take(group.forms, of: group.key, at: group.line)
    }
  }

  private func take(_ unit: Unit) {
    units.append(
      TranslationFile.Unit(
        line: unit.line, key: unit.id, source: [unit.source], target: [unit.target], isPlural: false,
        isOpen: unit.isOpen))
  }

  /// The forms of a phrase, in their order: `key[0]`, `key[1]`.
  private func take(_ forms: [Unit], of key: String, at line: Int) {
    let ordered = forms.indices.map { place in forms.first { $0.id == "\(key)[\(place)]" } }
    guard !forms.isEmpty, ordered.allSatisfy({ $0 != nil }) else {
      return fail(Phrase(.phrasesGroup, .text(key)), at: line)
    }
    let found = ordered.compactMap { $0 }
    units.append(
      TranslationFile.Unit(
        line: line, key: key,
        source: found.count == 1 ? [found[0].source] : [found[0].source, found[1].source],
        target: found.map(\.target), isPlural: true, isOpen: found.contains(where: \.isOpen)))
  }

  /// Of the states of XLIFF those in which somebody has to look at it again.
  private static func isOpen(_ state: String?) -> Bool {
    state == "new" || state?.hasPrefix("needs-") == true
  }

  private static func local(_ name: String) -> String {
    name.split(separator: separator).last.map(String.init) ?? name
  }

  private static func values(
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var values: [String: String] = [:]
    var at = 0
    while let name = attributes?[at], let value = attributes?[at + 1] {
      values[String(cString: name)] = String(cString: value)
      at += 2
    }
    return values
  }
}
