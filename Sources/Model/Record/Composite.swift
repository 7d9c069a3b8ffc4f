/// One part of an entry that has several: what it is called and how it is typed.
public struct Part: Sendable, Equatable {
  /// Stable; its words are the phrases `part.NAME`.
  public let name: String
  public let entry: Entry

  public init(_ name: String, _ entry: Entry) {
    self.name = name
    self.entry = entry
  }
}

/// An entry of several parts, written `a | b | c`; parts at the end may be left out.
public protocol Composite: Sendable, Hashable {
  static var parts: [Part] { get }
  /// - Parameter texts: one for each part.
  init(texts: [String]) throws(FieldProblem)
  /// One for each part.
  var texts: [String] { get }
}

extension Composite {
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
        if seen.insert(item.text).inserted { items.append(item) }
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
