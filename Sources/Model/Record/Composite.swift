/// One part of an entry that has several: what it is called and how it is typed.
public struct Part: Sendable, Equatable {
  /// Stable; its words are the phrases `part.NAME`.
  public let name: String
  public let entry: Entry

  public init(_ name: String, _ entry: Entry) {
    self.name = name
    self.entry = entry
  }

  /// What is wrong with what somebody says in the part, though it can be stored; nil where nothing is.
  public func problem(of text: String) -> FieldProblem? {
    guard !text.isEmpty else { return nil }
    switch entry {
    case .number: return Int(text) == nil ? .notANumber(text) : nil
    case .line where ["from", "to"].contains(name) && text.contains(where: \.isNumber):
      // Words may stand there, as somebody wrote them; numbers that are no date are a slip.
      guard !text.contains(where: \.isLetter) else { return nil }
      do throws(FieldProblem) { _ = try WrittenDate.partial(text) } catch { return error }
      return nil
    default: return nil
    }
  }
}

extension Entry {
  /// What is wrong with the parts of entries, though they can be stored; those that are stored already are let be.
  public func problem(in text: String, over stored: String) -> FieldProblem? {
    guard case .items(let parts) = self, text.utf8.contains(UInt8(ascii: "|")), text != stored else {
      return nil
    }
    let known = Set(ListText.entries(of: stored).map { ListText.parts(of: $0) })
    for texts in ListText.entries(of: text).map({ ListText.parts(of: $0) }) where !known.contains(texts) {
      for (said, part) in zip(texts, parts) {
        if let problem = part.problem(of: said) { return problem }
      }
    }
    return nil
  }
}

/// An entry of several parts, written `a | b | c`; parts at the end may be left out.
public protocol Composite: Sendable, Hashable {
  static var parts: [Part] { get }
  /// Whether entries come one after the other, so that one may be just like another; else what is there twice is one.
  static var isSequence: Bool { get }
  /// - Parameter texts: one for each part.
  init(texts: [String]) throws(FieldProblem)
  /// One for each part.
  var texts: [String] { get }
}

extension Composite {
  public static var isSequence: Bool { false }

  /// Reads an entry as files and people write it.
  public init(_ text: String) throws(FieldProblem) {
    var texts = ListText.parts(of: text)
    guard texts.count <= Self.parts.count else { throw .tooManyParts(text, Self.parts.count) }
    texts += Array(repeating: "", count: Self.parts.count - texts.count)
    try self.init(texts: texts)
  }

  public var text: String { ListText.entry(parts: texts) }
}

extension Field {
  /// Several entries of several parts.
  public static func items<C: Composite>(_ name: String, _ path: any Path<R, [C]>) -> Self {
    let naming = C.parts.contains { !$0.entry.forms.isEmpty }
    return Field(
      name, .items(C.parts), read: { $0[keyPath: path].map(\.text).joined(separator: "; ") },
      references: { record in
        guard naming else { return [] }
        return record[keyPath: path].flatMap { Entry.references(in: $0.texts, of: C.parts) }
      }
    ) { (record, text) throws(FieldProblem) in
      var items: [C] = []
      // A card or a file may have thousands.
      var seen: Set<String> = []
      for entry in ListText.entries(of: text) {
        let item = try C(entry)
        if C.isSequence || seen.insert(item.text).inserted { items.append(item) }
      }
      record[keyPath: path] = items
    }
  }
}

/// Reads the parts of composites.
enum PartText {
  /// Codes in one part: people put commas between them where `;` parts entries.
  static func words(_ text: String) -> [String] {
    text.split { ",; ".contains($0) }.map(String.init)
  }

  static func codes<V: Vocabulary>(_ text: String) throws(FieldProblem) -> [V] {
    var codes: [V] = []
    for word in words(text) {
      let code = try V.reading(word)
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  static func number(_ text: String) throws(FieldProblem) -> Int {
    guard !text.isEmpty else { return 0 }
    guard let number = Int(text) else { throw .notANumber(text) }
    guard 0...1_000_000_000 ~= number else { throw .outOfRange(number, 0...1_000_000_000) }
    return number
  }

  static func day(_ text: String) throws(FieldProblem) -> Day? {
    text.isEmpty ? nil : try WrittenDate.day(text)
  }

  static func flag(_ text: String) throws(FieldProblem) -> Bool {
    switch text.lowercased() {
    case "yes", "true", "1": return true
    case "", "no", "false", "0": return false
    default: throw .notYesOrNo(text)
    }
  }
}
