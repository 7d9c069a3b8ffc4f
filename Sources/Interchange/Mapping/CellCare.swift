import Model

/// Looks after the cells of a table.
public struct CellCare: Sendable {
  /// A column, and how it is looked at.
  private struct Column: Sendable {
    let title: String
    /// Addresses of the post, the net and telephones: nothing invisible belongs in them.
    let isAddress: Bool
    let isPhone: Bool
    /// A word for nothing may be a word here: a name, a note, a yes or no.
    let isWord: Bool
    /// Question marks inside words may be meant.
    let isFree: Bool
    let isDay: Bool
    /// A day, perhaps with a time or in part.
    let isDate: Bool
    /// Its cells are one line.
    let isLine: Bool
    /// Words of people: letters that were spoilt are to be seen.
    let isText: Bool
    /// A name or a place: what nobody sees does not belong in it.
    let isVisible: Bool
    /// A name: it is no number.
    let isName: Bool
    /// The words that a field of codes takes; nil for others.
    let words: OwnWords?
  }

  private let columns: [Column]
  /// The columns of dates.
  private let dates: [Int]
  /// Those of names.
  private let names: [Int]
  /// Rows that name their records are of a file of ours: what stands in its cells was stored so. Only what became of them
  /// since in another program is looked after.
  private let isOwn: Bool
  /// No spreadsheet was there: what looks like its formulas is text.
  private let isOfCards: Bool
  private var told = CellNotes()
  var notes: [CellNote] { told.all }
  /// What somebody said of the words of a column, by its place.
  var rules: [Int: ValueRules] = [:]

  /// - Parameters:
  ///   - titles: as the file calls its columns.
  ///   - fields: what each is for; nil or empty where its cells are left out.
  init<R: Exchangeable>(_: R.Type, titles: [String], fields: [String?], ofCards: Bool = false) {
    isOfCards = ofCards
    isOwn = !ofCards && R.idColumns.allSatisfy(fields.contains)
    columns = zip(titles, fields).map { title, name in
      let entry = name.flatMap { name in R.fields.first { $0.name == name }?.entry }
      let isLeftOut = name?.isEmpty != false
      let isChoice = Self.isChoice(entry)
      let named = ["notes", "consents", "text", "id"]
      let isLine = ["name", "native_name", "city"].contains(name)
      let isDay = if case .day = entry { true } else { false }
      let isMoment = if case .moment = entry { true } else { false }
      return Column(
        title: title.trimmed, isAddress: ["emails", "phones", "links", "url", "link"].contains(name),
        isPhone: name == "phones", isWord: isLeftOut || isChoice || named.contains(name ?? ""),
        isFree: isLeftOut || ["notes", "text", "links", "url", "link", "emails"].contains(name), isDay: isDay,
        isDate: isDay || isMoment || name == "observer_since", isLine: isLine,
        isText: !isLeftOut && Self.isText(name ?? "", entry), isVisible: Self.visible.contains(name ?? ""),
        isName: name == "name", words: name.flatMap { name in Self.words(name, entry) })
    }
    dates = columns.indices.filter { [columns] in columns[$0].isDate }
    names = columns.indices.filter { [columns] in columns[$0].isName }
  }

  private static func words(_ name: String, _ entry: Entry?) -> OwnWords? {
    switch entry {
    case .choice(let codes), .choices(let codes): OwnWords(name, codes)
    default: nil
    }
  }

  private static func isChoice(_ entry: Entry?) -> Bool {
    switch entry {
    case .choice, .choices, .flag: true
    default: false
    }
  }

  /// Whether a field holds words of people.
  private static func isText(_ name: String, _ entry: Entry?) -> Bool {
    !isChoice(entry) && !["emails", "links", "url", "link", "uids", "id"].contains(name)
  }

  /// The fields of names and places.
  private static let visible: Set<String> = [
    "name", "native_name", "sort_name", "aliases", "affiliations", "addresses", "city", "country", "place",
    "outlet", "author",
  ]

  /// What became of a cell of a file of ours.
  struct Finding {
    /// Whether its letters were spoilt.
    let isSpoilt: Bool
    /// The cell without what nobody sees; nil where there is no such thing in it.
    let clean: String?
  }

  /// Whether it may hold what nobody sees, or spoilt letters: what both begin with.
  static func isUnusual(_ cell: String) -> Bool {
    cell.utf8.contains { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }
  }

  /// - Returns: nil where there is nothing to say.
  static func finding(_ cell: String, of field: String, _ entry: Entry) -> Finding? {
    guard isUnusual(cell) else { return nil }
    let isSpoilt = isText(field, entry) && SpoiltText.isOne(cell)
    let clean = withoutUnseen(cell, of: field)
    return isSpoilt || clean != nil ? Finding(isSpoilt: isSpoilt, clean: clean) : nil
  }

  /// Tells that the address behind the words of a cell is taken.
  mutating func noteLink(_ cell: String, at position: Int, _ line: Int) {
    note(.link, cell.trimmed.inOneLine, position, line)
  }

  /// Of a card: what its fields were made of. A card of ours is left as it is.
  mutating func tend(card cells: [String?], isOwn: Bool, line: Int) -> (
    cells: [String?], problem: ImportProblem?
  ) {
    guard !isOwn else { return (cells, nil) }
    let (tended, problem) = tend(cells.map { $0 ?? "" }, line: line)
    return (zip(cells, tended).map { $0 == nil ? nil : $1 }, problem)
  }

  /// - Returns: the cells, nil where one says nothing; and why the row cannot be taken, if it cannot.
  mutating func tend(_ row: [String], line: Int) -> (cells: [String?], problem: ImportProblem?) {
    var row = row
    // Not as a conversion, which would cast each cell by itself.
    var cells = row.map(Optional.some)
    var problem: ImportProblem?
    for position in rules.keys where position < row.count {
      guard let mended = rules[position]?.mend(row[position]), !mended.found.isEmpty else { continue }
      for (word, value) in mended.found {
        note(value.isEmpty ? .emptied : .mapped(to: value), word, position, line)
      }
      row[position] = mended.text
      cells[position] = mended.text.isEmpty ? nil : mended.text
    }
    for position in row.indices where position < columns.count && Self.isSuspect(row[position]) {
      let column = columns[position]
      if !column.isFree, Self.hasLostLetters(row[position]) {
        problem = problem ?? .lostLetters(column: column.title, row[position].trimmed)
      }
      cells[position] = tended(row[position], at: position, line)
    }
    for position in names where position < row.count && !isOwn {
      if let cell = cells[position] ?? nil, cell.contains("  ") { cells[position] = cell.withSingleBlanks }
    }
    for position in dates where position < row.count {
      if let year = Self.year(row[position]), !Self.usualYears.contains(year) {
        note(.farYear, row[position].trimmed, position, line)
      }
    }
    return (cells, problem)
  }

  /// In which dates of an office are.
  static let usualYears = 1900...2100

  /// The year that a date names by its first four digits in a row, or first of eight.
  private static func year(_ cell: String) -> Int? {
    var (number, digits) = (0, 0)
    for byte in cell.utf8 {
      if (0x30...0x39).contains(byte) {
        digits += 1
        if digits <= 4 { number = number * 10 + Int(byte) - 0x30 }
      } else {
        if digits >= 4 { break }
        (number, digits) = (0, 0)
      }
    }
    return digits == 4 || digits == 8 ? number : nil
  }

  /// Whether there is anything to look at. Of a million rows most cells are letters and digits, and cost hardly more
  /// than a look at their bytes.
  private static func isSuspect(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    if cell == "0" { return true }
    if [0x20, UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "'")].contains(first) { return true }
    if beginnings.fit(cell), cell.utf8.count <= 24, placeholders.contains(cell.lowercased().trimmed) {
      return true
    }
    // A question mark, the ampersand of web pages, the plus of `4E+11`, the colon of a time, line ends, what invisible characters begin with.
    return cell.utf8.contains {
      $0 == 0x3F || $0 == 0x26 || $0 == 0x2B || $0 == 0x3A || $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2
        || $0 == 0xEF
    }
  }

  private static let beginnings = Beginnings(of: placeholders)

  private mutating func tended(_ cell: String, at position: Int, _ line: Int) -> String? {
    let (column, text) = (columns[position], cell.trimmed)
    if CellFormula.isFailed(text) {
      note(.failedFormula, text, position, line)
      return nil
    }
    if Self.isCutNumber(text), column.isPhone || !column.isFree && text.contains("+") {
      note(.cutNumber, text, position, line)
      return nil
    }
    if isOwn { return cell }
    if column.isText || column.isAddress, let plain = Self.withoutReferences(text) {
      note(.references, text.inOneLine, position, line)
      return Self.isSuspect(plain) ? tended(plain, at: position, line) : plain
    }
    if column.isDay, let day = Self.day(of: text) {
      if !text.hasSuffix("00:00"), !text.hasSuffix("00:00:00") { note(.timeOfDay, text, position, line) }
      return day
    }
    if column.isText, SpoiltText.isOne(text) { note(.spoiltLetters, text.inOneLine, position, line) }
    if column.isLine, cell.contains(where: \.isNewline) { return cell.inOneLine }
    if !isOfCards, let formula = formula(text, column) {
      note(formula.what, text, position, line)
      return formula.result
    }
    let isNothing = Self.placeholders.contains(text.lowercased())
    // A question mark in a column of words is a question to whoever reads it.
    let isUnknown = column.words.map { text != "?" && $0.code(text) == nil } ?? false
    if isNothing && (!column.isWord || isUnknown) || column.isName && text == "0" {
      note(.placeholder, text, position, line)
      return nil
    }
    if column.isVisible, let clean = Self.withoutUnseen(cell) {
      note(.invisible, clean.trimmed, position, line)
      return clean
    }
    guard column.isAddress else { return cell }
    let bare = column.isPhone ? PhoneScheme.removed(from: text) : text
    let visible = bare.withoutInvisible
    if visible.unicodeScalars.count == bare.unicodeScalars.count { return bare == text ? cell : bare }
    note(.invisible, visible, position, line)
    return visible
  }

  /// What a spreadsheet's signs before a text say, and what is left of it; nil where there are none.
  private func formula(_ text: String, _ column: Column) -> (what: CellNote.What, result: String?)? {
    if let inner = CellFormula.text(of: text) { return (.formulaOfText, inner) }
    if column.isPhone, let number = CellFormula.number(of: text) { return (.formulaOfText, number) }
    if !column.isFree, let rest = CellFormula.number(behindMark: text) { return (.markOfText, rest) }
    return CellFormula.isOne(text) ? (.formula, nil) : nil
  }

  private mutating func note(_ what: CellNote.What, _ cell: String, _ position: Int, _ line: Int) {
    told.add(what, cell, columns[position].title, at: position, line)
  }

  /// A text with the letters that web pages write as `&eacute;`; nil where it has none.
  private static func withoutReferences(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: ";")) else { return nil }
    let plain = MarkupReference.read(text)
    return plain == text ? nil : plain
  }

  /// A name or place without what nobody sees; nil where there is no such thing in it, or the field is no such field.
  public static func withoutUnseen(_ text: String, of field: String) -> String? {
    visible.contains(field) ? withoutUnseen(text) : nil
  }

  // MARK: What there is

  /// Words by which people and programs say that there is nothing; "NA" is Namibia.
  private static let placeholders: Set<String> = [
    "n/a", "n.a.", "n.a", "none", "null", "nil", "(null)", "nan", "-", "--", "---", "–", "—", ".", "..",
    "...",
    "not available", "not applicable", "s/o", "néant", "aucun", "aucune", "non disponible", "n/d", "s/d",
    "ninguno", "ninguna", "no disponible", "sin datos", "нет", "(blank)", "н/д", "нет данных", "无", "暂无",
    "不适用", "لا يوجد", "غير متوفر",
    "tbc", "tbd", "tba", "unknown", "?", "inconnu", "inconnue", "desconocido", "desconocida", "неизвестно",
    "未知",
    "غير معروف",
  ]

  /// A name or place without soft hyphens, byte order marks and blanks of no width; nil where there are none. Between
  /// letters of Arabic and of Indian scripts joiners are spelling, and marks of direction are left as they are.
  private static func withoutUnseen(_ text: String) -> String? {
    let unseen: Set<UInt32> = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x180E]
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { unseen.contains($0.value) }) else { return nil }
    var seen = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
      let before = place > 0 ? scalars[place - 1].value : 0
      let isSpelling =
        isJoiner && ((0x600...0x6FF).contains(before) || (0x900...0xDFF).contains(before) || before > 0x1F000)
      if isSpelling || !unseen.contains(scalar.value) { seen.append(scalar) }
      // A place where a line may end, between a small letter and a capital, parts two words.
      let after = place + 1 < scalars.count ? scalars[place + 1] : scalar
      if scalar.value == 0x200B, place > 0, scalars[place - 1].properties.isLowercase,
        after.properties.isUppercase
      {
        seen.append(" ")
      }
    }
    let clean = String(seen)
    return clean == text ? nil : clean
  }

  /// Whether a text says that there is nothing.
  static func isPlaceholder(_ text: String) -> Bool { placeholders.contains(text.lowercased()) }

  // Every cell with a sign in it passes here: an expression is made anew at each use, and takes a hundred times as long.

  /// The day of a time as sheets have it: `2015-03-04 13:05`.
  private static func day(of text: String) -> String? {
    var shape = Shape(text)
    guard text.utf8.count > 10, shape.digits(4...4), shape.one(of: "-"), shape.digits(2...2),
      shape.one(of: "-"),
      shape.digits(2...2), shape.one(of: " T")
    else { return nil }
    guard shape.skip({ (0x30...0x39).contains($0) || $0 == 0x3A || $0 == 0x2E }) > 0 else { return nil }
    _ = shape.one(of: "Z")
    return shape.isAtEnd ? String(text.prefix(10)) : nil
  }

  /// `4.42E+11`.
  private static func isCutNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    var shape = Shape(text)
    guard shape.digits(1...1) else { return false }
    if shape.one(of: ".,"), !shape.digits(1...40) { return false }
    guard shape.one(of: "eE") else { return false }
    _ = shape.one(of: "+")
    return shape.digits(1...2) && shape.isAtEnd
  }

  /// Question marks where letters were that a charset has not: a word of nothing else, or one between two letters.
  private static func hasLostLetters(_ text: String) -> Bool {
    guard text.utf8.contains(0x3F), !text.contains("://") else { return false }
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "?" }
    return words.contains { word in
      if word.count > 1, word.allSatisfy({ $0 == "?" }) { return true }
      let inner = word.drop { $0 == "?" }.reversed().drop { $0 == "?" }
      return inner.contains("?")
    }
  }
}

extension String {
  /// With one blank where several stand.
  var withSingleBlanks: String {
    contains("  ") ? split(separator: " ").joined(separator: " ") : self
  }
}
