import Model

/// What whoever sees no contact details reads of what people wrote in their own words: a sign stands in the place of each
/// address, number and profile (`ContactText`). Streets are not found: they look like any other words.
enum SeenTexts {
  static let sign = "[…]"

  /// Lines, and parts of entries, that hold somebody's own words.
  static let own: Set<String> = [
    "evidence", "finding", "note", "reason", "reasoning", "remark", "source", "step", "subject", "text",
    "what",
  ]
  /// What a machine wrote and reads.
  private static let machines: Set<String> = ["facts"]

  /// The fields that are looked through, by kind and name: no private ones, which are not seen at all, and none whose words
  /// go out of the house. What media report is out, and stands in tables of its own.
  static let fields: [RecordKind: [String: Entry]] = {
    func entries<R: Model.Record>(_: R.Type) -> [String: Entry] {
      let looked = R.fields.filter { field in
        !field.isPrivate && field.outgoing == nil && !machines.contains(field.name)
          && isOwn(field.entry, named: field.name)
      }
      return Dictionary(looked.map { ($0.name, $0.entry) }, uniquingKeysWith: { $1 })
    }
    let kinds = RecordKind.allCases.filter { $0 != .coverage }
    return Dictionary(uniqueKeysWithValues: kinds.map { ($0, entries($0.type)) }).filter { !$0.value.isEmpty }
  }()

  private static func isOwn(_ entry: Entry, named name: String) -> Bool {
    switch entry {
    case .text: true
    case .line: own.contains(name)
    case .items(let parts): parts.contains { own.contains($0.name) }
    default: false
    }
  }

  // MARK: Reading

  /// A body with signs in its texts.
  /// - Parameter text: without private fields.
  static func body(_ text: String, of kind: String) -> String? {
    guard ContactHints.mayTell(text), let kind = RecordKind(rawValue: kind) else { return nil }
    let values = Body.values(text)
    let seen = Self.values(values, of: kind)
    return seen == values ? nil : Body.text(seen)
  }

  /// Values without private fields, and with signs in their texts.
  static func values(_ values: [String: String], of kind: RecordKind) -> [String: String] {
    var seen = values
    for name in Masks.fields[kind] ?? [] { seen[name] = nil }
    for (name, entry) in fields[kind] ?? [:] {
      if let text = seen[name] { seen[name] = Self.text(text, entry) }
    }
    return seen
  }

  private static func text(_ text: String, _ entry: Entry) -> String {
    guard ContactHints.mayTell(text) else { return text }
    guard case .items(let parts) = entry else { return ContactText(text).held(sign) }
    let entries = ListText.entries(of: text)
    let seen = entries.map { Self.entry($0, parts) }
    return seen == entries ? text : seen.joined(separator: "; ")
  }

  private static func entry(_ entry: String, _ parts: [Part]) -> String {
    let said = ListText.parts(of: entry)
    let seen = zip(said, parts).map { text, part in
      own.contains(part.name) && ContactHints.mayTell(text) ? ContactText(text).held(sign) : text
    }
    return seen == said ? entry : ListText.entry(parts: seen)
  }

  // MARK: Writing

  /// What is to be stored where somebody typed over what they saw: for each sign what it stands for.
  /// - Returns: nil where a sign is gone: what somebody does not see they do not take away.
  static func whole(_ typed: String, over stored: String, _ entry: Entry) -> String? {
    let seen = text(stored, entry)
    if seen == stored || typed == stored { return typed }
    if seen == typed { return stored }
    if case .items = entry { return entries(typed, over: stored, seen: seen) }
    let details = ContactText(stored).details.map(\.text)
    // What the program itself writes goes on from what is stored.
    if details.allSatisfy(typed.contains) { return typed }
    let pieces = typed.split(separator: sign, omittingEmptySubsequences: false)
    guard !stored.contains(sign), pieces.count == details.count + 1 else { return nil }
    return zip(pieces, details + [""]).map { String($0) + $1 }.joined()
  }

  private static func entries(_ typed: String, over stored: String, seen: String) -> String? {
    var left = Array(zip(ListText.entries(of: seen), ListText.entries(of: stored))).filter { $0 != $1 }
    let whole = ListText.entries(of: typed).map { entry in
      guard let place = left.firstIndex(where: { $0.0 == entry || $0.1 == entry }) else { return entry }
      return left.remove(at: place).1
    }
    return left.isEmpty ? whole.joined(separator: "; ") : nil
  }
}
