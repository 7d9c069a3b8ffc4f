import Model
import Phrases
import Synchronization

/// The codes of a field by the words with which the program itself shows them in each of its languages, on screens and in
/// documents, and by those that people write: what it wrote once, it reads.
public struct OwnWords: Sendable {
  private let codes: Set<String>
  private let table: [String: String]

  /// - Parameters:
  ///   - field: the name of a field, or of a part of one.
  ///   - codes: that it takes, the empty one among them where nothing needs to be said.
  public init(_ field: String, _ codes: [String]) {
    self = Self.made.withLock { made in
      let key = [field] + codes
      if let words = made[key] { return words }
      let words = OwnWords(making: field, codes)
      made[key] = words
      return words
    }
  }

  /// They are many words in all languages, and every file asks for those of each column.
  private static let made = Mutex<[[String]: OwnWords]>([:])

  private init(making field: String, _ codes: [String]) {
    self.codes = Set(codes)
    var table: [String: String] = [:]
    for code in codes {
      for word in Self.words(field, code) + [code] where table[ColumnNames.key(word)] == nil {
        table[ColumnNames.key(word)] = code
      }
    }
    for (word, all) in Self.several[Self.group(field)] ?? [:] where all.items.allSatisfy(codes.contains) {
      for word in Self.words(field, word) where table[ColumnNames.key(word)] == nil {
        table[ColumnNames.key(word)] = all
      }
    }
    for (key, code) in Wordings.words(Self.group(field)) where table[key] == nil {
      // A word may stand for several: "both".
      let meant = code.isEmpty ? [code] : code.items
      if meant.allSatisfy(codes.contains) { table[key] = code }
    }
    table[""] = nil
    self.table = table
  }

  /// The code that a text is, or that its word means; nil for a word that nobody knows.
  public func code(_ word: String) -> String? {
    if codes.contains(word) { return word }
    if let code = table[ColumnNames.key(word)] { return code }
    guard codes.isSuperset(of: ["yes", "no"]) else { return nil }
    return Wordings.answer(word).map { $0 ? "yes" : "no" }
  }

  /// All words that the program has for a code.
  public static func words(_ field: String, _ code: String) -> [String] {
    let screens = Phrasebook.languages.map(Phrasebook.init)
    let documents = DocumentBook.languages.map(DocumentBook.init)
    if code.isEmpty {
      return screens.map { $0.say(.notStated) } + documents.map { $0.say(.reportNotStated) }
    }
    let groups = [group(field), field, group(field) + "_short"] + otherGroups[group(field), default: []]
    let labels = groups.flatMap { group in
      screens.map { $0.label(group, code) } + documents.map { $0.label(group, code) }
    }
    return (screens.map { word(field, code, $0) } + labels).filter { $0 != code }
  }

  /// Groups in which codes have words besides: one act of several, what documents call a list.
  private static let otherGroups = [
    "participation": ["act"], "channels": ["channel"], "roles": ["roleShort"],
  ]

  /// Codes of words that stand for all of several, by group: no record has such a code.
  private static let several = ["roles": ["both": "contributor; end-user"]]

  /// The word for a code of a vocabulary, as screens say it.
  public static func word(_ field: String, _ code: String, _ book: Phrasebook) -> String {
    switch field {
    case "register_fields": book.label("field", code)
    case "done": book.label("state", "done")
    case _ where code == "yes": book.say(.yes)
    case "launch_activity":
      Decision.adopted.launchActivity(code)?.label.text(in: book.language) ?? code
    case "indicator", "indicators":
      "\(code) \(Decision.adopted.description(code)?.label.text(in: book.language) ?? "")"
    default: book.label(group(field), code)
    }
  }

  /// Under what name the words for a field's codes stand: some fields share theirs.
  public static func group(_ field: String) -> String {
    switch field {
    case "channel": "channels"
    case "audiences", "knownAudience": "audience"
    case "stakeholder_role": "roles"
    case "offers", "needs": "capacity"
    case "barrier", "unplanned": "barriers"
    case "use": "consent"
    case "likelihood", "impact": "degree"
    default: field
    }
  }
}
