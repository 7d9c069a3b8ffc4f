import Model

/// Finds the question of a column by its code, by the path of its groups, or by its words in any language.
struct ResponseNames {
  typealias Target = ResponseHeader.Target

  private(set) var slots: [ResponseHeader.Slot] = []
  let questions: [Question]
  private let words: QuestionWords
  /// Slots by key.
  private var exact: [String: Int] = [:]
  /// Slots by simplified key: LimeSurvey takes letters and digits only.
  private var simple: [String: Int?] = [:]
  /// The questions that are not one slot themselves.
  private var matrices: [String: Question] = [:]
  /// Slots by the words of their questions as they are.
  private var literal: [String: Int?] = [:]
  /// What a form of ours says before its questions.
  private let notes: Set<String>

  init(_ questions: [Question], of survey: Survey? = nil) {
    self.questions = questions
    words = QuestionWords(questions)
    let said = [survey?.titles, survey?.introduction].compactMap { $0?.texts.values }.joined()
    notes = Set([XLSForm.titleNote, XLSForm.introductionNote].map(TitleWords.key) + said.map(TitleWords.key))
      .subtracting([""])
    for question in questions {
      if question.type == .matrix {
        matrices[question.id] = question
        let key = TitleWords.simplified(question.id)
        if matrices[key] == nil { matrices[key] = question }
      }
      for key in question.answerKeys { add(key, question) }
    }
  }

  private mutating func add(_ key: String, _ question: Question) {
    exact[key] = slots.count
    let short = TitleWords.simplified(key)
    simple[short] = simple[short] == nil ? slots.count : .some(nil)
    if question.type != .matrix {
      for words in question.wording.texts.values {
        let known = literal[words.trimmed]
        literal[words.trimmed] = known == nil || known == slots.count ? .some(slots.count) : .some(nil)
      }
    }
    slots.append(.init(key: key, question: question))
  }

  // MARK: Titles

  /// What a title says by itself: a code, the words of a question, a heading that the programs have.
  /// - Parameter isRepeated: another column of the same title comes later; programs put their own columns first.
  func plain(_ title: String, isRepeated: Bool) -> Target? {
    guard !title.isEmpty else { return .unknown }
    if let slot = exact[title] { return .answer(slot) }
    let meta = ResponseMeta(title)
    if meta == nil || !isRepeated, let slot = literal[title] ?? nil { return .answer(slot) }
    if let target = bracketed(title) ?? other(title) ?? path(title) { return target }
    if let meta { return .meta(meta) }
    if let target = dashed(title) { return target }
    if let id = FormName.id(title), let slot = exact[id] { return .answer(slot) }
    return notes.contains(TitleWords.key(title)) ? .meta(.technical) : nil
  }

  /// What a title says by parts of it: behind groups, with any sign between them, with quotes and hyphens of another kind.
  func loose(_ title: String) -> Target {
    if let target = words.target(of: TitleWords(title), slot: { exact[$0] }) { return target }
    if let slot = slot(ResponseFormat.code(of: title)) { return .answer(slot) }
    return loosePath(title) ?? .unknown
  }

  /// The rows of matrices whose titles are bare words, by the places of their columns.
  func bareRows(_ titles: [String], taken: (Int) -> Bool) -> [Int: Int] {
    var rows: [Int: Int] = [:]
    let found = words.bareRows(titles)
    for (key, column) in found { if let slot = exact[key], !taken(slot) { rows[column] = slot } }
    return rows
  }

  /// Columns of one title for questions or choices that are called alike, where there are as many of them: programs write
  /// them in the order of the form.
  func alike(_ titles: [String]) -> [Int: Target] {
    let places = Dictionary(grouping: titles.indices) { titles[$0] }
    var targets: [Int: Target] = [:]
    for (title, columns) in places where columns.count > 1 && !title.isEmpty {
      let twins = words.twins(title).compactMap { exact[$0] }
      if twins.count == columns.count {
        for (column, slot) in zip(columns, twins) { targets[column] = .answer(slot) }
        continue
      }
      guard let found = words.alike(TitleWords(title)), found.codes.count == columns.count,
        let slot = exact[found.question]
      else { continue }
      for (column, code) in zip(columns, found.codes) { targets[column] = .choice(slot, code: code) }
    }
    return targets
  }

  private func slot(_ name: String) -> Int? { exact[name] ?? simple[TitleWords.simplified(name)] ?? nil }

  // MARK: Codes

  /// `q[row]`, `q[code]`, `q[1]` and `q[other]` of LimeSurvey, the words of the question perhaps behind them.
  private func bracketed(_ title: String) -> Target? {
    let code = ResponseFormat.code(of: title)
    guard let open = code.firstIndex(of: "["), let close = code[open...].firstIndex(of: "]") else {
      return nil
    }
    let (name, inner) = (String(code[..<open]), String(code[code.index(after: open)..<close]))
    guard !name.contains(" ") else { return nil }
    return part(inner, of: name, slot(name))
  }

  /// `q_other`, `group/q_other`: the words that KoboToolbox, ODK and LimeSurvey keep beside the answers.
  private func other(_ title: String) -> Target? {
    let last = title.split(separator: "/").last.map(String.init) ?? title
    guard last.hasSuffix("_other"), exact[last] == nil, let slot = exact[String(last.dropLast(6))] else {
      return nil
    }
    return slots[slot].question.choices.isEmpty ? nil : .other
  }

  /// `group/q`, `q/code`, `group/q/code`, `group/q.row` of KoboToolbox, and `q/code` of ODK.
  private func path(_ title: String) -> Target? {
    let steps = title.split(separator: "/").map(String.init)
    guard steps.count > 1, let last = steps.last else { return nil }
    // A name that stands in several groups is known by that of its group too.
    if let id = FormName.id(steps.suffix(2).joined(separator: "_")), let slot = exact[id] {
      return .answer(slot)
    }
    if let target = part(last, of: steps[steps.count - 2], exact[steps[steps.count - 2]]) { return target }
    return (exact[last] ?? FormName.id(last).flatMap { exact[$0] }).map { .answer($0) }
  }

  private func loosePath(_ title: String) -> Target? {
    let steps = title.split(separator: "/").map(String.init)
    guard steps.count > 1, let last = steps.last else { return nil }
    let name = steps[steps.count - 2]
    return part(last, of: name, slot(name)) ?? slot(last).map { .answer($0) }
  }

  /// `group-q`, `outer-inner-q` and `group-q/code` of ODK: ids have hyphens of their own.
  private func dashed(_ title: String) -> Target? {
    var rest = Substring(title)
    while let dash = rest.firstIndex(of: "-") {
      rest = rest[rest.index(after: dash)...]
      if let slot = exact[String(rest)] { return .answer(slot) }
      if let slash = rest.firstIndex(of: "/") {
        let name = String(rest[..<slash])
        let target = part(String(rest[rest.index(after: slash)...]), of: name, exact[name])
        if let target { return target }
      }
    }
    return nil
  }

  /// What a part of a question is: a row, a choice or a place.
  private func part(_ part: String, of name: String, _ slot: Int?) -> Target? {
    if let matrix = matrices[name] ?? matrices[TitleWords.simplified(name)] {
      let row =
        matrix.rows.first { $0.code == part }
        ?? matrix.rows.first { $0.code.lowercased() == part.lowercased() }
        ?? matrix.rows.first { $0.code == FormName.code(part) }
        ?? matrix.rows.first { TitleWords.simplified($0.code) == TitleWords.simplified(part) }
      return row.flatMap { exact["\(matrix.id).\($0.code)"] }.map { .answer($0) }
    }
    guard let slot else { return nil }
    return words.part(part, of: slots[slot].question, slot)
  }
}

extension TitleWords {
  /// Letters and digits of ASCII alone, in lower case.
  static func simplified(_ text: String) -> String {
    String(
      text.lowercased().unicodeScalars.filter {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
      }
      .map(Character.init))
  }
}
