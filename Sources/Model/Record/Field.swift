/// How a field is typed and chosen.
public enum Entry: Sendable, Equatable {
  case line
  /// A long text: its paragraphs end where somebody ended them.
  case text
  /// Several values, separated by `;`.
  case list
  /// Several entries of several parts: see `Composite`.
  case items([Part])
  /// One of these codes, or nothing.
  case choice([String])
  /// Several of these codes.
  case choices([String])
  case flag
  case day
  /// A day and a time in a zone, or a day alone where the field allows it.
  case moment
  case time
  case number
  /// A record.
  case reference(ReferenceForm)
  /// Several records, separated by `;`.
  case references(ReferenceForm)

  /// Whether its value is whatever somebody writes: one line, or a long text.
  public var isText: Bool { self == .line || self == .text }

  /// Whether there may be several values.
  public var isList: Bool {
    switch self {
    case .list, .items, .choices, .references: true
    default: false
    }
  }
}

/// What is wrong with a value that somebody typed or a file held. The sentence for it is a phrase.
public enum FieldProblem: Error, Sendable, Equatable {
  case missing
  case noAtSign(String)
  case nothingBeforeAt(String)
  case nothingAfterAt(String)
  case malformedEmail(String)
  case unknownCountry(String)
  case malformedLanguage(String)
  case unknownLanguage(String)
  case malformedDay(String)
  /// It may be either of two days.
  case ambiguousDay(String, Day, Day)
  case malformedPartialDay(String)
  case notOneOf(String, [String])
  case notANumber(String)
  case outOfRange(Int, ClosedRange<Int>)
  case notYesOrNo(String)
  case malformedParticipation(String)
  case endBeforeStart
  case malformedID(String)
  /// Not the number of a deliverable, such as `3(b)(i)`.
  case malformedDeliverable(String)
  /// Neither a month nor a day of a launch.
  case malformedSlot(String)
  /// A day of a launch's board that older files have among the months: it is a card already.
  case nowACard(String)
  case malformedORCID(String)
  case malformedROR(String)
  /// An id whose check digits do not fit the rest.
  case wrongCheckDigits(String)
  /// An entry with more parts than there can be.
  case tooManyParts(String, Int)
  /// A reference to a record that nobody has.
  case unknownRecord(String)
  /// A name that these records have, each said with its id.
  case ambiguousRecord(String, [String])
  case malformedMoment(String)
  case malformedTime(String)
  case unknownZone(String)
  /// A local time that the clocks of that zone pass over.
  case skippedTime(String, String)
  /// A local time that the clocks of that zone show twice; the offsets say which is which.
  case repeatedTime(String, String, [String])
  case malformedAmount(String)
  /// A line of the budget with neither an amount nor the budget of which it is a share.
  case sumWithoutAmount
  case unknownCurrency(String)
  /// No rule by which an event comes again.
  case malformedRule(String)
  /// Records that wait for each other, by name, the first one again at the end.
  case circle([String])
  /// What only a command of its own may change.
  case notByHand
  /// Somebody gave the word already: the second must be another.
  case secondPersonNeeded(String)
  /// Somebody agreed to this edition of a text: it stays as it is.
  case agreedAlready(Int)
  /// Two roles that agree are two people, and this one has agreed already.
  case agreedInAnotherRole(String)
  /// The decision says it.
  case fixedByDecision
  /// The embargo has not lifted, and nobody said that going out before it is meant.
  case underEmbargo(Moment)
  /// A code that stands twice among the choices or the rows.
  case repeatedCode(String)
  /// A question whose type lets people choose, and that has nothing to choose from.
  case nothingToChoose
  /// What was settled for good when the record was made.
  case fixedWhenMade
  /// Responses to an anonymous survey know nobody.
  case nobodyMayBeNamed
  /// Responses hold it: a code, a type, a question.
  case answered(String)
  /// A record that others still name.
  case inUse(String)
  /// What a survey lacks before it can open, the first of so many gaps.
  case notReady(SurveyGap, count: Int)
  /// What a partnership lacks for where it stands, or is to go.
  case partnership(PartnershipLack)
  /// What was done before that day cannot have come after it.
  case tooEarly(Day)
  /// What is said to be done lies after the last day on which it can have been.
  case tooLate(Day)
  /// Reviews of a risk are recorded by their command.
  case reviewedByHand
}

/// One field of a kind of record: the one table that forms, in-place editing, columns, import, export, merge
/// and the journal all read.
public struct Field<R>: Sendable {
  /// Stable: the column's header in CSV, the key in the store and in the journal.
  public let name: String
  public let entry: Entry
  public let isRequired: Bool
  /// The value as text, empty where there is none.
  public let read: @Sendable (R) -> String
  /// The records that the value names, in their order.
  public let references: @Sendable (R) -> [RecordReference]
  private let parse: @Sendable (inout R, String) throws(FieldProblem) -> Void
  /// What it says goes out of the house: the tag of its language, empty where only the text itself tells it. Nil where it
  /// stays in the house.
  public private(set) var outgoing: (@Sendable (R) -> String)?
  /// Whether it holds private contact details or notes: neither viewers nor a consultancy see them (`OfficeRole`).
  public private(set) var isPrivate = false

  public init(
    _ name: String, _ entry: Entry, isRequired: Bool = false,
    read: @escaping @Sendable (R) -> String,
    references: (@Sendable (R) -> [RecordReference])? = nil,
    write: @escaping @Sendable (inout R, String) throws(FieldProblem) -> Void
  ) {
    self.name = name
    self.entry = entry
    self.isRequired = isRequired
    self.read = read
    self.references = references ?? { entry.references(in: read($0)) }
    parse = write
  }

  /// The same field, of which what it says goes out of the house, where its words are checked (annex I, paragraph 9).
  /// - Parameter language: the tag of its language; empty where only the text itself tells it.
  func goingOut(in language: @escaping @Sendable (R) -> String = { _ in "" }) -> Self {
    var field = self
    field.outgoing = language
    return field
  }

  /// The same field, which stays with those who see contact details.
  func keptPrivate() -> Self {
    var field = self
    field.isPrivate = true
    return field
  }

  /// Sets the value from text; an empty text clears it.
  /// - Throws: what is wrong with the text. The record is then unchanged.
  public func write(_ text: String, to record: inout R) throws(FieldProblem) {
    let trimmed = text.trimmed
    if isRequired && !trimmed.isVisible { throw .missing }
    try parse(&record, trimmed)
  }
}

/// A path that may cross threads.
public typealias Path<R, V> = WritableKeyPath<R, V> & Sendable

extension Field {
  public static func line(_ name: String, _ path: any Path<R, String>, isRequired: Bool = false) -> Self {
    Field(name, .line, isRequired: isRequired, read: { $0[keyPath: path] }) { record, text in
      record[keyPath: path] = text
    }
  }

  /// A long text, with its paragraphs.
  public static func text(_ name: String, _ path: any Path<R, String>, isRequired: Bool = false) -> Self {
    Field(name, .text, isRequired: isRequired, read: { $0[keyPath: path] }) { record, text in
      record[keyPath: path] = text
    }
  }

  /// Several values separated by `;`, each checked (and perhaps normalized) by `check`.
  public static func list(
    _ name: String, _ path: any Path<R, [String]>,
    check: @escaping @Sendable (String) throws(FieldProblem) -> String = { item throws(FieldProblem) in item }
  ) -> Self {
    Field(name, .list, read: { $0[keyPath: path].map(ListText.entry).joined(separator: "; ") }) {
      (record, text) throws(FieldProblem) in
      let read = text.items
      var (items, seen): ([String], Set<String>) = ([], [])
      for item in read {
        let checked = try check(item)
        // Most lists of a million rows have one entry, which needs no set.
        if read.count == 1 || seen.insert(checked).inserted { items.append(checked) }
      }
      record[keyPath: path] = items
    }
  }

  public static func choice<V: Vocabulary>(
    _ name: String, _ path: any Path<R, V>, default fallback: V
  ) -> Self {
    Field(name, .choice(V.codes), read: { $0[keyPath: path].rawValue }) {
      (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? fallback : try V.reading(text)
    }
  }

  public static func choice<V: Vocabulary>(_ name: String, _ path: any Path<R, V?>) -> Self {
    Field(name, .choice([""] + V.codes), read: { $0[keyPath: path]?.rawValue ?? "" }) {
      (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? nil : try V.reading(text)
    }
  }

  public static func choices<V: Vocabulary>(_ name: String, _ path: any Path<R, [V]>) -> Self {
    Field(name, .choices(V.codes), read: { $0[keyPath: path].map(\.rawValue).joined(separator: "; ") }) {
      (record, text) throws(FieldProblem) in
      var values: [V] = []
      for item in text.items {
        let value = try V.reading(item)
        if !values.contains(value) { values.append(value) }
      }
      record[keyPath: path] = values
    }
  }

  public static func flag(_ name: String, _ path: any Path<R, Bool>) -> Self {
    Field(name, .flag, read: { $0[keyPath: path] ? "yes" : "" }) { (record, text) throws(FieldProblem) in
      switch text.lowercased() {
      case "yes", "true", "1": record[keyPath: path] = true
      case "", "no", "false", "0": record[keyPath: path] = false
      default: throw .notYesOrNo(text)
      }
    }
  }

  public static func day(_ name: String, _ path: any Path<R, Day?>) -> Self {
    Field(name, .day, read: { $0[keyPath: path]?.description ?? "" }) { (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? nil : try WrittenDate.day(text)
    }
  }

  public static func number(_ name: String, _ path: any Path<R, Int>, in range: ClosedRange<Int>) -> Self {
    Field(name, .number, read: { $0[keyPath: path] == 0 ? "" : String($0[keyPath: path]) }) {
      (record, text) throws(FieldProblem) in
      // A spreadsheet shows 25 of 100 as 25%, and screens of ours as 25 %.
      let digits = range == 0...100 && text.hasSuffix("%") ? String(text.dropLast()).trimmed : text
      // Screens set thousands apart, each language in its way.
      let typed = Int(digits) ?? DecimalText.scaled(digits, digits: 0)
      guard let number = text.isEmpty ? 0 : typed else { throw .notANumber(text) }
      guard range.contains(number) else { throw .outOfRange(number, range) }
      record[keyPath: path] = number
    }
  }
}

/// A closed list of codes: the code is what files, the store and the journal hold; its words are phrases.
public protocol Vocabulary: RawRepresentable, CaseIterable, Sendable, Hashable
where RawValue == String {}

extension Vocabulary {
  public static var codes: [String] { allCases.map(\.rawValue) }

  static func reading(_ text: String) throws(FieldProblem) -> Self {
    // Stored codes are written this way, and they are read a million times.
    if let value = Self(rawValue: text) { return value }
    let code = text.lowercased().replacing(" ", with: "-")
    guard let value = Self(rawValue: code) else { throw .notOneOf(text, codes) }
    return value
  }
}

extension String {
  /// Whether there is anything to see: neither empty nor made of invisible characters alone.
  fileprivate var isVisible: Bool {
    unicodeScalars.contains {
      (0x21...0x7E).contains($0.value)
        || !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace
    }
  }

  /// Without characters that have neither width nor ink: byte order marks, soft hyphens, joiners, marks of direction
  /// (general category Cf of Unicode).
  public var withoutInvisible: String {
    let visible = unicodeScalars.filter { $0.properties.generalCategory != .format }
    return visible.count == unicodeScalars.count ? self : String(String.UnicodeScalarView(visible))
  }

  /// With a blank in place of each line end.
  public var inOneLine: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }), contains(where: \.isNewline) else { return self }
    return split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  /// Without white space at its ends.
  public var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // Most texts begin and end with ASCII: asking characters for properties costs far more.
    if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return self }
    let bytes = utf8.drop(while: Self.isSpace)
    guard let end = bytes.lastIndex(where: { !Self.isSpace($0) }) else { return "" }
    if bytes[bytes.startIndex] < 0x80, bytes[end] < 0x80 { return String(self[bytes.startIndex...end]) }
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}
