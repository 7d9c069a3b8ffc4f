import Model

/// A random source that repeats itself, so that a failing case can be found again (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// Makes valid records with values of every kind, in six scripts and with everything that files trip over.
public struct RandomRecords {
  public var generator: SeededGenerator
  /// The records that references name, by kind: none of a kind without any. Nil where no store looks at them: they
  /// then name what nobody has.
  public var known: [RecordKind: [RecordID]]?

  public init(seed: UInt64, known: [RecordKind: [RecordID]]? = nil) {
    (generator, self.known) = (SeededGenerator(seed: seed), known)
  }

  /// Fills about half of the fields, and all that have to be; a name too, where not every record needs one. Of a history
  /// nothing: its commands write it.
  public mutating func record<R: Record>(_ id: RecordID, as _: R.Type = R.self) -> R {
    var record = R(id: id)
    for field in R.fields
    where !R.history.contains(field.name)
      && (field.isRequired || Bool.random(using: &generator) || field.name == "name")
    {
      change(field, of: &record)
    }
    // What nobody may add: a question without its answers is an open one, a sum has its amount.
    if record.doubts.contains(where: { $0.problem == .nothingToChoose }) {
      try? R.field("question_type")?.write("open", to: &record)
    }
    for doubt in record.doubts {
      if let field = R.fields.first(where: { $0.name == doubt.field }) { change(field, of: &record) }
    }
    return record
  }

  /// Gives a field another valid value.
  public mutating func change<R: Record>(_ field: Field<R>, of record: inout R) {
    let before = record
    repeat {
      record = before
      let text = text(for: field)
      try? field.write(text, to: &record)
    } while (field.isRequired && field.read(record).isEmpty) || !record.contradictions.isEmpty
      || record.doubts.count > before.doubts.count
  }

  public mutating func text<R>(for field: Field<R>) -> String {
    switch (field.name, field.entry) {
    case ("country", _): Country.all.randomElement(using: &generator)!.code
    case ("observer_since", _): ["2015", "2015-09", "2015-09-15"].randomElement(using: &generator)!
    case ("emails", _): list { "u\(Int.random(in: 0..<1000, using: &$0.generator))@beispiel-例.example" }
    case ("languages", _): list { ["en", "zh-Hant", "toi", "ar"].randomElement(using: &$0.generator)! }
    case ("orcid", _): ["0000-0002-1825-0097", "0000-0001-5109-3700"].randomElement(using: &generator)!
    case ("ror", _): ["05dxps055", "02mhbdp94"].randomElement(using: &generator)!
    case ("language", .line): ["fr", "zh-Hans", "sw"].randomElement(using: &generator)!
    case ("amount", _), ("rate", _): ["38000", "0.5", "1250.75"].randomElement(using: &generator)!
    case ("currency", _): ["USD", "CHF"].randomElement(using: &generator)!
    case ("quantity", _): ["", "0", "12"].randomElement(using: &generator)!
    case ("zone", _): ["Africa/Nairobi", "UTC"].randomElement(using: &generator)!
    case ("rule", _): ["FREQ=YEARLY;BYMONTH=10", "FREQ=WEEKLY;COUNT=4"].randomElement(using: &generator)!
    case ("attention_months", _): String(Int.random(in: 1...6, using: &generator))
    case ("deliverable", .line): "3(b)(ii)"
    case ("baseline_value", _), ("target_value", _):
      ["41", "-0.5", "12.125"].randomElement(using: &generator)!
    case ("limit", _): String(Int.random(in: 0...9, using: &generator))
    case (_, .reference(let form)): reference(form)
    case (_, .references(let form)): list { $0.reference(form) }
    case (_, .line): words
    case (_, .text):
      [words, words].prefix(Int.random(in: 1...2, using: &generator)).joined(separator: "\n\n")
    case (_, .list): list { ListText.entry($0.words) }
    case (_, .items(let parts)): list { random in ListText.entry(parts: parts.map { random.text(for: $0) }) }
    case (_, .choice(let codes)): codes.randomElement(using: &generator)!
    case (_, .choices(let codes)): some(codes)
    case (_, .flag): ["yes", ""].randomElement(using: &generator)!
    case (_, .day): Day(number: Int.random(in: 10_000..<19_000, using: &generator)).description
    case (_, .moment): moment
    case (_, .time): time
    case (_, .number): String(Int.random(in: 0...100, using: &generator))
    }
  }

  /// A valid text for a part; only choices and the first part have to be there.
  private mutating func text(for part: Part) -> String {
    switch (part.name, part.entry) {
    case (_, .reference(let form)): reference(form)
    case ("from", .line), ("to", .line): ["2012", "2014-03", "2015-09"].randomElement(using: &generator)!
    case ("count", _): String(Int.random(in: 1...9, using: &generator))
    case (_, .choice(let codes)): codes.randomElement(using: &generator)!
    case (_, .choices(let codes)): some(codes)
    case (_, .flag): ["yes", ""].randomElement(using: &generator)!
    case (_, .day): Day(number: Int.random(in: 10_000..<19_000, using: &generator)).description
    case (_, .moment): moment
    case (_, .time): time
    case ("code", _): ["a", "b_2", "too-late", "99"].randomElement(using: &generator)!
    case ("value", _): ["41", "-0.5", "12.125"].randomElement(using: &generator)!
    case (_, .number): String(Int.random(in: 0...100, using: &generator))
    case ("at", _): String(Int.random(in: 1...9, using: &generator))
    // A line break would end the entry.
    default:
      [words.replacing("\n", with: " "), "a;b", "c|d", "e\\;f"].randomElement(using: &generator)!
    }
  }

  private mutating func reference(_ form: ReferenceForm) -> String {
    // What the office keeps of its own merges is nothing that people name.
    let kind = form.kinds.filter { $0 != .toldApart }.randomElement(using: &generator)!
    let id = known.map { $0[kind]?.randomElement(using: &generator) } ?? "sample-0001"
    return id.map { form.text(RecordReference(kind, $0)) } ?? ""
  }

  private var time: String {
    mutating get { TimeOfDay(minutes: Int.random(in: 0..<1_440, using: &generator))!.description }
  }

  private var moment: String {
    mutating get {
      let zone = Zone(["Africa/Nairobi", "Europe/Paris", "UTC"].randomElement(using: &generator)!)!
      return Moment(seconds: 60 * Int.random(in: 20_000_000..<28_000_000, using: &generator), zone: zone)
        .description
    }
  }

  private mutating func some(_ codes: [String]) -> String {
    codes.filter { _ in Bool.random(using: &generator) }.joined(separator: ";")
  }

  private mutating func list(_ item: (inout Self) -> String) -> String {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in item(&self) }.joined(separator: "; ")
  }

  public var word: String {
    mutating get { Self.vocabulary.randomElement(using: &generator)! }
  }

  private var words: String {
    mutating get { (0..<Int.random(in: 1...4, using: &generator)).map { _ in word }.joined(separator: " ") }
  }

  private static let vocabulary = [
    "Ana", "Lefèvre", "Łukasz", "O'Neill", "王小明", "张", "東京都", "محمد", "العَرَبِيَّة", "Наталья", "Ёлкина",
    "Ελένη", "हिन्दी", "สมชาย", "김철수", "🌿", "=1+1", "+44", "-5", "@x", "\"quoted\"", "a,b", "line\nbreak",
    "tab\there", "'apostrophe", "50%", "back\\slash", "e\u{301}", "\u{200F}rtl", "NULL",
  ]
}
