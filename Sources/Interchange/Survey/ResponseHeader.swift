import Model

/// What each column of a file of responses is for.
struct ResponseHeader: Sendable {
  /// Where an answer is kept: a question, or a row of a matrix.
  struct Slot: Sendable {
    let key: String
    let question: Question
  }

  enum Target: Sendable, Equatable {
    /// A whole answer.
    case answer(Int)
    /// One choice of several: chosen or not.
    case choice(Int, code: String)
    /// One place of a ranking, from 1.
    case place(Int, Int)
    /// A choice that the question does not have, or words beside its choices.
    case beside(Int, String)
    /// Words beside the choices.
    case other
    case meta(ResponseMeta)
    case unknown
  }

  let slots: [Slot]
  let targets: [Target]
  /// The language of the questions' words in the titles; nil where they are codes, or nothing tells.
  let language: String?
  /// The columns that are no question and nothing else that is known; their cells are left out.
  private(set) var unknown: [String] = []
  /// The columns that tell who answered, or when to the minute.
  private(set) var personal: [String] = []
  /// The columns for what another column says already.
  private(set) var repeated: [ImportRemarks.RepeatedColumn] = []
  /// The questions that the file has.
  let found: Set<RecordID>
  let format: ResponseFormat

  /// - Parameter rows: the first rows of the file, which tell what columns hold that their titles leave open.
  init(_ header: [String], _ questions: [Question], of survey: Survey? = nil, rows: [[String]] = []) {
    let names = ResponseNames(questions, of: survey)
    let titles = header.map(\.trimmed)
    var targets = Self.targets(titles, names, rows)
    slots = names.slots
    language = Self.language(titles, targets, names.slots)
    var seen: [String: Int] = [:]
    for (index, title) in header.enumerated() {
      if let key = Self.key(of: targets[index]) {
        if let first = seen[key] {
          repeated.append(.init(number: index + 1, title: title, readTitle: header[first]))
          targets[index] = .unknown
        } else {
          seen[key] = index
        }
      } else if targets[index] == .unknown, !titles[index].isEmpty {
        unknown.append(title)
      }
      if targets[index] == .meta(.personal) { personal.append(title) }
    }
    self.targets = targets
    let isLimeSurvey = targets.contains(.meta(.submission))
    let told = ResponseFormat(of: zip(titles, targets).filter { $1.isMeta }.map(\.0))
    format = told == .outreach && isLimeSurvey ? .limesurvey : told
    found = Set(targets.compactMap { $0.slot.map { names.slots[$0].question.id } })
  }

  private static func targets(_ titles: [String], _ names: ResponseNames, _ rows: [[String]]) -> [Target] {
    let last = Dictionary(zip(titles, titles.indices), uniquingKeysWith: { $1 })
    var plain = zip(titles, titles.indices).map { title, index in
      names.plain(title, isRepeated: last[title] != index)
    }
    let whole = Set(plain.compactMap { $0?.slot })
    let bare = names.bareRows(titles) { whole.contains($0) }
    for (column, slot) in bare where plain[column] == nil || plain[column]?.isMeta == true {
      plain[column] = .answer(slot)
    }
    for (column, target) in names.alike(titles) where plain[column] == nil { plain[column] = target }
    var targets = zip(titles, plain).map { title, target in target ?? names.loose(title) }
    let first = targets.firstIndex { $0.slot != nil } ?? 0
    for (column, meta) in (LimeSurveyColumns.targets(first, rows) ?? []).enumerated()
    where targets[column] == .unknown { targets[column] = .meta(meta) }
    return targets
  }

  /// The language in which most titles have the words of their questions.
  private static func language(_ titles: [String], _ targets: [Target], _ slots: [Slot]) -> String? {
    var counts: [String: Int] = [:]
    for (title, target) in zip(titles, targets) {
      guard let slot = target.slot else { continue }
      let key = TitleWords.key(title)
      for (tag, words) in slots[slot].question.wording.texts where Self.has(key, words) {
        counts[tag, default: 0] += 1
      }
    }
    guard let most = counts.values.max() else { return nil }
    let tags = counts.filter { $0.value == most }.keys
    return tags.count == 1 ? tags.first : nil
  }

  private static func has(_ title: String, _ words: String) -> Bool {
    let key = TitleWords.key(words)
    return !key.isEmpty && title.contains(key)
  }

  /// What only one column may say.
  private static func key(of target: Target) -> String? {
    switch target {
    case .answer(let slot): "\(slot)"
    case .choice(let slot, let code): "\(slot) \(code)"
    case .place(let slot, let place): "\(slot) #\(place)"
    case .meta(.language): "language"
    case .meta(.group): "group"
    default: nil
    }
  }
}

extension ResponseHeader.Target {
  /// The question whose answer it holds, or a part of it.
  var slot: Int? {
    switch self {
    case .answer(let slot), .choice(let slot, _), .place(let slot, _): slot
    default: nil
    }
  }

  var isMeta: Bool { if case .meta = self { true } else { false } }
}
