/// What people call the fields and values of a query: in every language at once, and how one language writes
/// them.
public struct QueryWords: Sendable {
  /// The language of what is written and offered.
  public let language: String
  /// The value for "not stated".
  public let none: String
  let yesWord: String
  private let fields: [String: QueryField]
  private let codes: [Dimension: [String: String]]
  private let nones: Set<String>
  private let yes: Set<String>
  private let no: Set<String>
  private let names: [String: String]
  private let labels: [Dimension: [String: String]]
  /// The word for somebody who has each role.
  private let both: String
  private let meaning: @Sendable (Dimension, String) -> Set<String>

  /// The words of one language.
  public struct Book: Sendable {
    /// What a field is called, the usual name first, by the name that is the same in every language.
    public var names: [String: [String]] = [:]
    /// What lists and records call it, where that is one word.
    public var headings: [String: [String]] = [:]
    public var labels: [Dimension: [String: String]] = [:]
    public var none: [String] = []
    public var yes: [String] = []
    public var no: [String] = []
    /// How lists say that somebody has each role.
    public var both = ""

    public init() {}
  }

  /// - Parameters:
  ///   - books: by language; each is understood, and that of `language` is written.
  ///   - meaning: the codes of a word that no book has as the label of a value: its short form, or what people write
  ///     besides. Several codes where it stands for all of them; none where nobody knows it.
  public init(
    language: String, books: [String: Book],
    meaning: @escaping @Sendable (Dimension, String) -> Set<String> = { _, _ in [] }
  ) {
    self.language = language
    self.meaning = meaning
    let own = books[language] ?? Book()
    // A word of several languages is of the one that is read, then of English.
    let order = [language, "en"] + books.keys.filter { $0 != language && $0 != "en" }.sorted()
    let known = order.compactMap { books[$0] }
    var fields: [String: QueryField] = [:]
    func take(_ names: [String], for field: QueryField) {
      for name in names where fields[Self.key(name)] == nil { fields[Self.key(name)] = field }
    }
    for field in QueryField.all {
      take([field.name] + field.aliases + known.flatMap { $0.names[field.name] ?? [] }, for: field)
    }
    // Only what no field is called: whoever reads a heading types it.
    for field in QueryField.all { take(known.flatMap { $0.headings[field.name] ?? [] }, for: field) }
    self.fields = fields
    codes = Dictionary(
      uniqueKeysWithValues: Dimension.allCases.map { dimension in
        var codes: [String: String] = [:]
        for code in dimension.vocabulary ?? [] { codes[Self.key(code)] = code }
        for book in known {
          for (code, label) in book.labels[dimension] ?? [:] {
            let key = Self.key(label)
            if codes[key] == nil { codes[key] = code }
          }
        }
        return (dimension, codes)
      })
    func all(_ part: KeyPath<Book, [String]>, _ code: String) -> Set<String> {
      Set((known.flatMap { $0[keyPath: part] } + [code]).map(Self.key))
    }
    (nones, yes, no) = (all(\.none, "none"), all(\.yes, "yes"), all(\.no, "no"))
    none = own.none.first ?? "none"
    yesWord = own.yes.first ?? "yes"
    names = own.names.compactMapValues(\.first)
    labels = own.labels
    both = own.both
  }

  /// Only what is the same in every language.
  public static let plain = QueryWords(language: "", books: [:])

  /// Comparable: folded, and without what divides words or shortens them.
  static func key(_ text: String) -> String {
    Folding.folded(text).filter { !" -_.".contains($0) }
  }

  // MARK: Reading

  public func field(_ name: String) -> QueryField? { fields[Self.key(name)] }

  func isNone(_ text: String) -> Bool { nones.contains(Self.key(text)) }

  /// Yes or no; nil for neither.
  func answer(_ text: String) -> Bool? {
    let key = Self.key(text)
    return yes.contains(key) ? true : no.contains(key) ? false : nil
  }

  /// The code of a value: by code or by what any language calls it. The empty code is "not stated".
  func code(_ dimension: Dimension, _ text: String) -> String? {
    if let code = codes[dimension]?[Self.key(text)] { return code }
    if isNone(text) { return "" }
    switch dimension {
    case .country: return Country.named(text)?.code
    case .language: return Language.named(text)
    default:
      let codes = meaning(dimension, text)
      return codes.count == 1 ? codes.first : nil
    }
  }

  /// The codes of a word that stands for each of several; nil for any other word.
  func several(_ dimension: Dimension, _ text: String) -> Set<String>? {
    guard dimension == .roles, code(dimension, text) == nil else { return nil }
    if Self.key(text) == Self.bothCode { return Self.eachRole }
    let codes = meaning(dimension, text)
    return codes.count > 1 ? codes : nil
  }

  private static let bothCode = "both"
  private static let eachRole = Set(Role.codes)

  // MARK: Writing

  /// What a field is called.
  public func name(_ field: QueryField) -> String { names[field.name] ?? field.name }

  /// What a value is called where people read it; nil where the language has no word for it.
  public func label(_ dimension: Dimension, _ code: String) -> String? {
    if code.isEmpty { return none }
    if let label = labels[dimension]?[code] { return label }
    switch dimension {
    case .country: return Country.of(code)?.shortName(in: language)
    case .language: return Language.name(code, in: language)
    default: return nil
    }
  }

  /// A value as a query says it. English writes codes, which are English; other languages their own words.
  public func written(_ dimension: Dimension, _ code: String) -> String {
    if code.isEmpty { return none }
    guard language != "en", dimension != .country, dimension != .language,
      let label = label(dimension, code), self.code(dimension, label) == code
    else { return code }
    return Self.quoted(label)
  }

  /// How a query says that somebody has each of several values; nil where no word does.
  func written(_ dimension: Dimension, every codes: Set<String>) -> String? {
    guard dimension == .roles, codes == Self.eachRole else { return nil }
    return language == "en" || both.isEmpty ? Self.bothCode : Self.quoted(both)
  }

  /// What is said of those who have each of several values; nil where no word does.
  public func label(_ dimension: Dimension, every codes: Set<String>) -> String? {
    dimension == .roles && codes == Self.eachRole && !both.isEmpty ? both : nil
  }

  /// A value with quotation marks where it needs them.
  public static func quoted(_ text: String) -> String {
    let needsMarks = text.isEmpty || text.contains { $0.isWhitespace || QueryScanner.isSign($0) }
    return needsMarks ? "\"\(text.replacing("\"", with: ""))\"" : text
  }

  // MARK: Near words

  /// The names of fields in this language, and those that are the same in all.
  var fieldNames: [String] {
    QueryField.all.flatMap { field in [name(field)] + (names[field.name] == nil ? [] : [field.name]) }
  }

  /// The name of a value that is nearest to a word, as this language writes it.
  func nearestValue(_ dimension: Dimension, _ text: String) -> String? {
    var codes: [String: String] = [:]
    for code in codeList(dimension) {
      for name in [code, label(dimension, code)].compactMap(\.self) { codes[Folding.folded(name)] = code }
    }
    // Codes of two letters are all near each other.
    let names = codes.keys.filter { $0.count > 2 || !$0.utf8.allSatisfy { $0 < 0x80 } }.sorted()
    guard let near = EditDistance.nearest(Folding.folded(text), of: names), let code = codes[near] else {
      return nil
    }
    switch dimension {
    case .country, .language: return label(dimension, code)
    default: return written(dimension, code)
    }
  }

  func codeList(_ dimension: Dimension) -> [String] {
    switch dimension {
    case .country: Country.all.map(\.code)
    case .language: Language.codes
    default: dimension.vocabulary ?? []
    }
  }
}
