import Model

/// Finds questions and their parts in the words of a title.
struct QuestionWords {
  typealias Target = ResponseHeader.Target

  /// A question as a title may name it.
  private struct Head: Hashable {
    let question: Int
    /// By its code, which may be an everyday word; else by its words.
    let isCode: Bool
  }

  private let questions: [Question]
  private var heads: [String: Set<Head>] = [:]
  /// Questions by the words of one of their choices or rows.
  private var tails: [String: Set<Int>] = [:]
  /// `question.row`.
  private var rows: [String: Set<Int>] = [:]

  init(_ questions: [Question]) {
    self.questions = questions
    for (place, question) in questions.enumerated() {
      heads[TitleWords.key(question.id), default: []].insert(Head(question: place, isCode: true))
      for words in question.wording.texts.values {
        let key = TitleWords.key(words)
        if !key.isEmpty { heads[key, default: []].insert(Head(question: place, isCode: false)) }
      }
      for row in question.rows where question.type == .matrix {
        for words in row.wording.texts.values { rows[TitleWords.key(words), default: []].insert(place) }
      }
      for part in question.type == .matrix ? question.rows : question.choices {
        for words in part.wording.texts.values + [part.code] {
          tails[TitleWords.key(words), default: []].insert(place)
        }
      }
    }
    rows[""] = nil
    tails[""] = nil
  }

  /// - Parameter slot: that of a key.
  func target(of title: TitleWords, slot: (String) -> Int?) -> Target? {
    guard !title.words.isEmpty, !title.isOverlong else { return nil }
    if let target = split(title, slot) ?? place(title, slot) { return target }
    for start in title.words.indices where title.isApart(at: start) {
      let found = heads(title, start, title.words.count)
      guard found.count == 1, let place = found.first else { continue }
      return slot(questions[place].id).map { .answer($0) }
    }
    return beside(title, slot)
  }

  /// The questions that the words from one to another name.
  private func heads(_ title: TitleWords, _ start: Int, _ end: Int) -> Set<Int> {
    let found = heads[title.joined(from: start, to: end)] ?? []
    // A code is often an everyday word: it counts only where a sign stands before and behind it.
    let isApart = start == 0 || title.isJoined(at: start)
    return Set(found.filter { !$0.isCode || isApart && isEnd(title, end) }.map(\.question))
  }

  private func isEnd(_ title: TitleWords, _ end: Int) -> Bool {
    end == title.words.count || title.isJoined(at: end)
  }

  /// The question whose words end before a word, the longest first.
  private func head(_ title: TitleWords, before end: Int, among: Set<Int>? = nil) -> Int? {
    for start in 0..<end where title.isApart(at: start) {
      let found = heads(title, start, end)
      let fitting = among.map(found.intersection) ?? found
      if fitting.count == 1 { return fitting.first }
    }
    return nil
  }

  /// A question and one of its choices or rows.
  private func split(_ title: TitleWords, _ slot: (String) -> Int?) -> Target? {
    for middle in title.words.indices.dropFirst() {
      guard let among = tails[title.joined(from: middle)],
        let place = head(title, before: middle, among: among)
      else { continue }
      let question = questions[place]
      let tail = title.joined(from: middle)
      if question.type == .matrix {
        guard let row = Self.one(tail, of: question.rows) else { continue }
        return slot("\(question.id).\(row)").map { .answer($0) }
      }
      if let slot = slot(question.id), let target = part(tail, of: question, slot) { return target }
    }
    return nil
  }

  /// `q_1`, `Question [Rank 1]`, in the language of the export.
  private func place(_ title: TitleWords, _ slot: (String) -> Int?) -> Target? {
    guard let last = title.words.last, let number = Int(last), number > 0, title.words.count > 1 else {
      return nil
    }
    for end in stride(from: title.words.count - 1, through: max(1, title.words.count - 4), by: -1) {
      guard title.isApart(at: end), let place = head(title, before: end) else { continue }
      let question = questions[place]
      guard question.type == .ranking, number <= max(question.choices.count, 1) else { return nil }
      return slot(question.id).map { .place($0, number) }
    }
    return nil
  }

  /// A question, and behind it what is none of its answers: words beside them, or a choice that was removed since.
  private func beside(_ title: TitleWords, _ slot: (String) -> Int?) -> Target? {
    for end in title.words.indices.dropFirst().reversed() where title.isJoined(at: end) {
      guard let place = head(title, before: end) else { continue }
      let question = questions[place]
      let part = title.words[end...].joined(separator: " ")
      guard question.isOfSeveral, let slot = slot(question.id) else {
        return question.choices.isEmpty || !Self.isOther(part) ? nil : .other
      }
      return .beside(slot, part)
    }
    return nil
  }

  /// Whether a part of a title is the field beside the choices: "Other (please specify)".
  private static func isOther(_ part: String) -> Bool {
    let key = TitleWords.key(part)
    return ["other", "autre", "otro", "otra", "друг", "其他", "其它", "أخرى"].contains {
      key.hasPrefix(TitleWords.key($0))
    }
  }

  // MARK: Parts

  /// What a part of a question with choices is; nil where it is none that is known.
  func part(_ part: String, of question: Question, _ slot: Int) -> Target? {
    if question.type == .ranking, let place = Int(part), place > 0 { return .place(slot, place) }
    if let code = Self.one(part, of: question.choices) {
      // A column for a choice of a question with one answer holds the words of "other".
      return question.isOfSeveral ? .choice(slot, code: code) : .other
    }
    if part.lowercased().hasPrefix("other") { return .other }
    return question.isOfSeveral && !part.isEmpty ? .beside(slot, part) : nil
  }

  /// The code of the only choice that is called so.
  private static func one(_ part: String, of choices: [QuestionChoice]) -> String? {
    if let choice = choices.first(where: { $0.code == part }) { return choice.code }
    let key = TitleWords.key(part)
    let made = FormName.code(part)
    let tests: [(QuestionChoice) -> Bool] = [
      { choice in choice.wording.texts.values.contains { Folding.folded($0) == Folding.folded(part) } },
      { choice in !key.isEmpty && TitleWords.key(choice.code) == key },
      { choice in !key.isEmpty && choice.wording.texts.values.contains { TitleWords.key($0) == key } },
      { choice in choice.code == made },
      { choice in AnswerMeanings.number(part).map { $0 == AnswerMeanings.number(choice.code) } ?? false },
    ]
    for test in tests {
      let found = choices.filter(test)
      if found.count == 1 { return found[0].code }
      if found.count > 1 { return nil }
    }
    return nil
  }

  /// The codes that a title names where several choices are called alike, in their order.
  func alike(_ title: TitleWords) -> (question: String, codes: [String])? {
    for middle in title.words.indices.dropFirst() {
      let tail = title.joined(from: middle)
      guard let among = tails[tail], let place = head(title, before: middle, among: among) else { continue }
      let question = questions[place]
      let parts = question.choices.filter { choice in
        choice.wording.texts.values.contains { TitleWords.key($0) == tail }
      }
      if question.isOfSeveral, parts.count > 1 { return (question.id, parts.map(\.code)) }
    }
    return nil
  }

  /// The questions with the words of a title, in their order, where it is that of several.
  func twins(_ title: String) -> [RecordID] {
    let found = heads[TitleWords.key(title)] ?? []
    let places = found.filter { !$0.isCode }.map(\.question).sorted().filter { questions[$0].type != .matrix }
    return places.count > 1 ? places.map { questions[$0].id } : []
  }

  /// Rows whose words stand alone as a title: keys with the places of their columns. A title is told from questions, and
  /// stands there as often as there are matrices with such a row; a matrix counts only where two of its rows stand there,
  /// or all there are.
  func bareRows(_ titles: [String]) -> [(key: String, column: Int)] {
    let columns = Dictionary(grouping: titles.indices) { TitleWords.key(titles[$0]) }
    var found: [Int: [(key: String, column: Int)]] = [:]
    for (key, columns) in columns where heads[key] == nil {
      let places = (rows[key] ?? []).sorted()
      guard places.count == columns.count else { continue }
      for (place, column) in zip(places, columns) {
        guard let row = Self.one(titles[column], of: questions[place].rows) else { continue }
        found[place, default: []].append(("\(questions[place].id).\(row)", column))
      }
    }
    return found.filter { place, keys in
      Set(keys.map(\.key)).count >= min(2, questions[place].rows.count)
    }.values.flatMap(\.self)
  }
}
