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
    /// Words beside the choices.
    case other
    case meta(ResponseMeta)
    case unknown
  }

  let slots: [Slot]
  let targets: [Target]
  /// The columns that are no question and nothing else that is known; their cells are left out.
  private(set) var unknown: [String] = []
  /// The columns that tell who answered, or when to the minute.
  private(set) var personal: [String] = []
  /// The columns for what another column says already.
  private(set) var repeated: [ImportRemarks.RepeatedColumn] = []
  /// The questions that the file has.
  let found: Set<RecordID>

  init(_ header: [String], _ questions: [Question]) {
    let names = ResponseNames(questions)
    slots = names.slots
    var targets: [Target] = []
    var seen: [String: Int] = [:]
    for (index, title) in header.enumerated() {
      var target = names.target(of: title.trimmed)
      if let key = Self.key(of: target) {
        if let first = seen[key] {
          repeated.append(.init(number: index + 1, title: title, readTitle: header[first]))
          target = .unknown
        } else {
          seen[key] = index
        }
      } else if target == .unknown, !title.trimmed.isEmpty {
        unknown.append(title)
      }
      if target == .meta(.personal) { personal.append(title) }
      targets.append(target)
    }
    self.targets = targets
    found = Set(
      targets.compactMap { target in
        switch target {
        case .answer(let slot), .choice(let slot, _), .place(let slot, _): names.slots[slot].question.id
        default: nil
        }
      })
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

/// Finds the question of a column by its code, by the path of its groups, or by its words in any language.
private struct ResponseNames {
  private(set) var slots: [ResponseHeader.Slot] = []
  /// Slots by key and by simplified key: LimeSurvey takes letters and digits only.
  private var exact: [String: Int] = [:]
  private var simple: [String: Int?] = [:]
  /// The questions that are not one slot themselves.
  private var matrices: [String: Question] = [:]
  private var worded: [String: Int?] = [:]

  init(_ questions: [Question]) {
    for question in questions {
      if question.type == .matrix {
        matrices[question.id] = question
        let key = Self.simplified(question.id)
        if matrices[key] == nil { matrices[key] = question }
      }
      for key in question.answerKeys {
        exact[key] = slots.count
        let short = Self.simplified(key)
        simple[short] = simple[short] == nil ? slots.count : .some(nil)
        if question.type != .matrix {
          for words in question.wording.texts.values { word(words, slots.count) }
        } else if let row = question.rows.first(where: { "\(question.id).\($0.code)" == key }) {
          for (language, words) in row.wording.texts {
            let whole = question.wording[language]
            for form in ["\(whole) [\(words)]", "\(whole)/\(words)", "\(whole)-\(words)"] {
              word(form, slots.count)
            }
          }
        }
        slots.append(.init(key: key, question: question))
      }
    }
  }

  private mutating func word(_ words: String, _ slot: Int) {
    let key = Folding.folded(words)
    if let known = worded[key], known != slot { worded[key] = .some(nil) } else { worded[key] = slot }
  }

  /// Letters and digits alone, in lower case.
  static func simplified(_ text: String) -> String {
    String(
      text.lowercased().unicodeScalars.filter {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
      }
      .map(Character.init))
  }

  func target(of title: String) -> ResponseHeader.Target {
    guard !title.isEmpty else { return .unknown }
    if let slot = exact[title] { return .answer(slot) }
    if let target = bracketed(title) ?? path(title) ?? dashed(title) { return target }
    if let meta = ResponseMeta(title) { return .meta(meta) }
    if let slot = slot(ResponseFormat.code(of: title)) { return .answer(slot) }
    if let slot = worded[Folding.folded(title)] ?? nil { return .answer(slot) }
    return wordedChoice(title) ?? .unknown
  }

  private func slot(_ name: String) -> Int? { exact[name] ?? simple[Self.simplified(name)] ?? nil }

  /// `q[row]`, `q[code]`, `q[1]` and `q[other]` of LimeSurvey, the words of the question perhaps behind them.
  private func bracketed(_ title: String) -> ResponseHeader.Target? {
    let code = ResponseFormat.code(of: title)
    guard let open = code.firstIndex(of: "["), let close = code[open...].firstIndex(of: "]") else {
      return nil
    }
    let (name, inner) = (String(code[..<open]), String(code[code.index(after: open)..<close]))
    return part(inner, of: name)
  }

  /// `group/q`, `q/code`, `group/q/code`, `group/q.row` of KoboToolbox, and `q/code` of ODK.
  private func path(_ title: String) -> ResponseHeader.Target? {
    let steps = title.split(separator: "/").map(String.init)
    guard steps.count > 1 else { return nil }
    if let slot = exact[steps[steps.count - 1]] { return .answer(slot) }
    if let target = part(steps[steps.count - 1], of: steps[steps.count - 2]) { return target }
    return slot(steps[steps.count - 1]).map { .answer($0) }
  }

  /// `group-q`, `outer-inner-q` and `group-q/code` of ODK: ids have hyphens of their own.
  private func dashed(_ title: String) -> ResponseHeader.Target? {
    var rest = Substring(title)
    while let dash = rest.firstIndex(of: "-") {
      rest = rest[rest.index(after: dash)...]
      if let slot = exact[String(rest)] { return .answer(slot) }
      if let slash = rest.firstIndex(of: "/"),
        let target = part(String(rest[rest.index(after: slash)...]), of: String(rest[..<slash]))
      {
        return target
      }
    }
    return nil
  }

  /// What a part of a question is: a row, a choice or a place.
  private func part(_ part: String, of name: String) -> ResponseHeader.Target? {
    if let matrix = matrices[name] ?? matrices[Self.simplified(name)] {
      let row =
        matrix.rows.first { $0.code == part }
        ?? matrix.rows.first { $0.code.lowercased() == part.lowercased() }
      return row.flatMap { exact["\(matrix.id).\($0.code)"] }.map { .answer($0) }
    }
    guard let slot = slot(name) else { return nil }
    let question = slots[slot].question
    if question.type == .ranking, let place = Int(part), place > 0 { return .place(slot, place) }
    if let choice = choice(part, of: question) {
      // A column for a choice of a question with one answer holds the words of "other".
      return question.isOfSeveral ? .choice(slot, code: choice) : .other
    }
    return part.lowercased().hasPrefix("other") ? .other : nil
  }

  private func choice(_ part: String, of question: Question) -> String? {
    if question.codes.contains(part) { return part }
    let (short, folded) = (Self.simplified(part), Folding.folded(part))
    let found = question.choices.filter { choice in
      Self.simplified(choice.code) == short && !short.isEmpty
        || choice.wording.texts.values.contains { Folding.folded($0) == folded }
    }
    return found.count == 1 ? found[0].code : nil
  }

  /// `Words of the question/words of a choice` or `Words [words]`.
  private func wordedChoice(_ title: String) -> ResponseHeader.Target? {
    for (open, close) in [("/", ""), (" [", "]")] {
      guard title.hasSuffix(close), let mark = title.ranges(of: open).last else { continue }
      let (head, tail) = (title[..<mark.lowerBound], title[mark.upperBound...].dropLast(close.count))
      guard let slot = worded[Folding.folded(String(head))] ?? nil else { continue }
      let question = slots[slot].question
      if let code = choice(String(tail), of: question), question.isOfSeveral {
        return .choice(slot, code: code)
      }
    }
    return nil
  }
}
