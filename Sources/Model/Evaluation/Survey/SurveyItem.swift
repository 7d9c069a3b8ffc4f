/// A question of a survey, a row of a matrix, or what is known of every response: what has a table of its own.
public struct SurveyItem: Sendable, Equatable {
  public enum Form: Sendable, Equatable {
    /// One answer each: also the points of a scale.
    case one
    /// Any number of answers each.
    case many
    /// All or some of the answers, the first before the others.
    case ranking
    /// Words.
    case open
  }

  public let variable: SurveyVariable
  /// Nil for what is known of every response, and for a question that is not in the bank.
  public let question: Question?
  /// Of a matrix.
  public let row: QuestionChoice?
  public let form: Form
  /// The answers that can be given, in their order.
  public let choices: [QuestionChoice]

  public var isScale: Bool { question?.type == .scale }

  public init(
    _ variable: SurveyVariable, question: Question? = nil, row: QuestionChoice? = nil, form: Form,
    choices: [QuestionChoice]
  ) {
    (self.variable, self.question, self.row, self.form, self.choices) = (
      variable, question, row, form, choices
    )
  }

  public init(_ question: Question, row: QuestionChoice? = nil) {
    self.question = question
    self.row = row
    variable = .question(row.map { "\(question.id).\($0.code)" } ?? question.id)
    switch question.type {
    case .single, .matrix, .scale: form = .one
    case .multiple: form = question.most == 1 ? .one : .many
    case .ranking: form = .ranking
    case .open: form = .open
    }
    if question.type == .scale, question.from <= question.to {
      let known = Dictionary(question.choices.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      choices = (question.from...question.to).map {
        known[String($0)] ?? QuestionChoice(code: String($0), wording: Wording())
      }
    } else {
      choices = question.choices
    }
  }

  /// What an answer says: the places of its codes among the choices.
  public func places(of text: String, in codes: [String: Int]) -> [Int] {
    form == .one
      ? codes[text].map { [$0] } ?? [] : text.split(separator: " ").compactMap { codes[String($0)] }
  }
}

extension Survey {
  /// Everything that has a table of its own, in the order of the survey, what is known of every response last.
  /// - Parameter bank: the questions by id; one that is not there is left out.
  public func items(_ bank: [RecordID: Question]) -> [SurveyItem] {
    questions.compactMap { bank[$0] }.flatMap { question in
      question.type == .matrix
        ? question.rows.map { SurveyItem(question, row: $0) } : [SurveyItem(question)]
    } + profileItems
  }

  /// Where the groups say who is what, the number of a role less those of its groups that are shown would be that of a
  /// hidden one: the groups alone are shown.
  private var tellsRoles: Bool { anonymity == .named || groups.allSatisfy { $0.role == nil } }

  private var profileItems: [SurveyItem] {
    func item(_ variable: SurveyVariable, _ codes: [String]) -> SurveyItem {
      SurveyItem(
        variable, form: .one, choices: codes.map { QuestionChoice(code: $0, wording: Wording()) })
    }
    return [
      item(.language, languages), item(.group, groups.map(\.code)), item(.mode, ResponseMode.codes),
    ] + (tellsRoles ? [item(.role, Role.codes)] : [])
  }
}

/// An item with how often each of its answers was given, before anything is hidden.
struct CountedItem {
  let item: SurveyItem
  /// The choices, and the codes that were answered without being among them.
  let choices: [QuestionChoice]
  let places: [String: Int]
  /// How often each was chosen; of a ranking how often it was first.
  private(set) var counts: [Int]
  private(set) var answered = 0
  /// Of a ranking the sum of the places of each, and how often it was ranked.
  private(set) var ranks: [(sum: Int, count: Int)]

  init(_ item: SurveyItem, _ texts: [String: Int]) {
    self.item = item
    var choices = item.choices
    if item.form != .open {
      let known = Set(choices.map(\.code))
      let given = Set(
        texts.keys.flatMap { item.form == .one ? [$0] : $0.split(separator: " ").map(String.init) })
      choices += given.subtracting(known).sorted().map { QuestionChoice(code: $0, wording: Wording()) }
    }
    self.choices = choices
    places = Dictionary(zip(choices.map(\.code), choices.indices), uniquingKeysWith: { first, _ in first })
    counts = Array(repeating: 0, count: choices.count)
    ranks = Array(repeating: (0, 0), count: choices.count)
    for (text, count) in texts { add(text, count) }
  }

  private mutating func add(_ text: String, _ count: Int) {
    answered += count
    let chosen = places(text)
    for place in item.form == .ranking ? Array(chosen.prefix(1)) : chosen { counts[place] += count }
    guard item.form == .ranking else { return }
    for (rank, place) in chosen.enumerated() {
      ranks[place].sum += (rank + 1) * count
      ranks[place].count += count
    }
  }

  /// The answers that a text gives, each once.
  func places(_ text: String) -> [Int] {
    var seen: Set<Int> = []
    return item.places(of: text, in: places).filter { seen.insert($0).inserted }
  }

  func hidden(_ suppression: Suppression) -> Set<Int> {
    item.form == .open
      ? [] : suppression.hidden(counts, of: answered, isExclusive: item.form != .many)
  }
}
