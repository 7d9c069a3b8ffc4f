import Model

/// The type of a line of an XLSForm's survey sheet, as people write it and pyxform takes it: `select_one list`, `select one
/// from list`, `add text prompt`.
enum FormType: Equatable {
  /// The list, and whether `or_other` stands behind it.
  case one(String, Bool), several(String, Bool), rank(String, Bool)
  case range
  /// An answer in words; false for numbers and days, which the office keeps as words.
  case words(Bool)
  case note
  /// A repeat or a loop asks the same again and again.
  case begin(isRepeat: Bool), end
  case unknown

  init(_ text: String) {
    // The list keeps its case.
    let exact = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let words = exact.map { $0.lowercased() }
    let whole = words.joined(separator: " ")
    if let control = Self.control(words) {
      self = control
    } else if Self.external.contains(where: { whole.hasPrefix($0) }) {
      self = .unknown
    } else if let select = Self.select(words, exact) {
      self = select
    } else if let plain = Self.plain[whole] {
      self = plain
    } else {
      self = .unknown
    }
  }

  // MARK: Groups

  private static func control(_ words: [String]) -> FormType? {
    let parts = words.prefix(3).joined(separator: " ").split { $0 == " " || $0 == "_" }.map(String.init)
    guard let first = parts.first, first == "begin" || first == "end", parts.count > 1 else { return nil }
    let isLoop = parts[1] == "looped" && parts.dropFirst(2).first == "group"
    guard isLoop || ["group", "repeat", "loop", "lgroup"].contains(parts[1]) else { return nil }
    return first == "end" ? .end : .begin(isRepeat: parts[1] != "group")
  }

  // MARK: Choices

  /// Lists that stand in other files.
  private static let external = [
    "select_one_from_file", "select_multiple_from_file", "select one from file", "select multiple from file",
    "select_one_external", "select one external",
  ]

  private static let selects: [(words: [String], type: QuestionType)] = [
    "single": [
      "add select one prompt using", "select one from", "select one using", "select one", "select_one",
      "select1",
      "q select1",
    ],
    "multiple": [
      "add select multiple prompt using", "select multiple from", "select multiple using", "select multiple",
      "select all that apply from", "select all that apply", "select_multiple", "select_all", "q select",
    ],
    "ranking": ["rank"],
  ].flatMap { code, all in
    all.map { ($0.split(separator: " ").map(String.init), QuestionType(rawValue: code) ?? .single) }
  }.sorted { $0.0.count > $1.0.count }

  private static func select(_ words: [String], _ exact: [String]) -> FormType? {
    let fitting = selects.filter { words.starts(with: $0.words) }
    // A list may be called as the end of the type is.
    guard let found = fitting.first(where: { $0.words.count < words.count }) ?? fitting.last else {
      return nil
    }
    let rest = exact.dropFirst(found.words.count)
    let hasOther = rest.dropFirst().contains { $0.lowercased().hasPrefix("or") }
    let list = (rest.first ?? "", hasOther)
    switch found.type {
    case .multiple: return .several(list.0, list.1)
    case .ranking: return .rank(list.0, list.1)
    default: return .one(list.0, list.1)
    }
  }

  // MARK: All else

  private static let plain: [String: FormType] = {
    var plain: [String: FormType] = ["range": .range]
    for name in ["text", "string", "q string", "add text prompt"] { plain[name] = .words(true) }
    for name in [
      "integer", "int", "decimal", "date", "time", "datetime", "date time", "q int", "q integer", "q decimal",
      "q date", "q time", "q datetime", "q date time", "add integer prompt", "add decimal prompt",
      "add date prompt", "add time prompt", "add datetime prompt", "add date time prompt", "percentage",
      "number of days in last month", "number of days in last six months", "number of days in last year",
    ] { plain[name] = .words(false) }
    for name in ["note", "q note", "add note prompt"] { plain[name] = .note }
    return plain
  }()

  /// What becomes of a choice from a list.
  var kind: QuestionType {
    switch self {
    case .several: .multiple
    case .rank: .ranking
    default: .single
    }
  }

  // MARK: Parameters

  /// `start=1 end=5 step=1`; nil where one of them is no number.
  private static func numbers(_ parameters: String) -> (start: Double, end: Double, step: Double)? {
    var values: [String: Double] = ["start": 1, "end": 10, "step": 1]
    for part in parameters.lowercased().split(whereSeparator: { " ;,".contains($0) }) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard values[pair[0]] != nil else { continue }
      guard pair.count == 2, let number = Double(pair[1]), number.isFinite else { return nil }
      values[pair[0]] = number
    }
    guard let start = values["start"], let end = values["end"], let step = values["step"] else { return nil }
    return (start, end, step)
  }

  /// The ends of a scale; nil where they are no whole numbers from 0 to 100, one apart.
  static func ends(_ parameters: String) -> ClosedRange<Int>? {
    guard let (start, end, step) = numbers(parameters), step == 1, start < end, start >= 0, end <= 100,
      start == start.rounded(), end == end.rounded()
    else { return nil }
    return Int(start)...Int(end)
  }

  /// Whether they are those of a scale that the bank has no place for: of fractions, of steps.
  static func isRange(_ parameters: String) -> Bool {
    numbers(parameters).map { $0.start < $0.end && $0.step > 0 } ?? false
  }

  /// How many may be chosen, from `count-selected(.) <= 3`; nil for any other condition.
  static func most(_ constraint: String) -> Int? {
    let bare = String(constraint.filter { !$0.isWhitespace })
    let prefix = "count-selected(.)<="
    guard bare.hasPrefix(prefix), let count = Int(bare.dropFirst(prefix.count)), 1...100 ~= count else {
      return nil
    }
    return count
  }
}
