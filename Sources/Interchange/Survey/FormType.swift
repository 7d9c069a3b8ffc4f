import Model

/// The type of a line of an XLSForm's survey sheet, as people write it: `select_one list`, `select one list`.
enum FormType: Equatable {
  /// The list, and whether `or_other` stands behind it.
  case one(String, Bool), several(String, Bool), rank(String, Bool)
  case range
  /// An answer in words; false for numbers and days, which the office keeps as words.
  case words(Bool)
  case note
  case begin(isRepeat: Bool), end
  case unknown

  init(_ text: String) {
    var words = text.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else {
      self = .unknown
      return
    }
    // The list keeps its case.
    let exact = text.split(separator: " ").map(String.init)
    func list(after count: Int) -> (String, Bool) {
      let rest = Array(exact.dropFirst(count))
      let hasOther = rest.dropFirst().contains { $0.lowercased().hasPrefix("or") }
      return (rest.first ?? "", hasOther)
    }
    switch first {
    case "select" where words.count > 1:
      words.removeFirst()
      let isAll = words.starts(with: ["all", "that", "apply", "from"])
      let found = list(after: isAll ? 5 : 2)
      self =
        words[0] == "one"
        ? .one(found.0, found.1)
        : words[0] == "multiple" || isAll ? .several(found.0, found.1) : .unknown
    case "select_one", "select1": self = Self.one(list(after: 1).0, list(after: 1).1)
    case "select_multiple", "select_all": self = Self.several(list(after: 1).0, list(after: 1).1)
    case "rank": self = Self.rank(list(after: 1).0, list(after: 1).1)
    case "range": self = .range
    case "text", "string": self = .words(true)
    case "integer", "int", "decimal", "date", "time", "datetime": self = .words(false)
    case "note": self = .note
    case "begin_group", "begin_repeat": self = .begin(isRepeat: first == "begin_repeat")
    case "begin" where words.count > 1: self = .begin(isRepeat: words[1] == "repeat")
    case "end_group", "end_repeat": self = .end
    // `end` alone is the time at which a form was closed.
    case "end" where words.count > 1 && ["group", "repeat"].contains(words[1]): self = .end
    default: self = .unknown
    }
  }

  /// What becomes of a choice from a list.
  var kind: QuestionType {
    switch self {
    case .several: .multiple
    case .rank: .ranking
    default: .single
    }
  }

  /// The ends of `start=1 end=5 step=1`; nil where they are no whole numbers from 0 to 100, one apart.
  static func ends(_ parameters: String) -> ClosedRange<Int>? {
    var values: [String: Int] = ["start": 1, "end": 10, "step": 1]
    for part in parameters.lowercased().split(whereSeparator: { " ;,".contains($0) }) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard values[pair[0]] != nil else { continue }
      guard pair.count == 2, let number = Int(pair[1]) else { return nil }
      values[pair[0]] = number
    }
    guard let start = values["start"], let end = values["end"], values["step"] == 1,
      0...100 ~= start, 0...100 ~= end, start < end
    else { return nil }
    return start...end
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
