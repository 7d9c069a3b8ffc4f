import Model
import Office
import Phrases
import Store
import Terminal

/// The lists of the surveys, in the order of their tabs.
enum SurveySection: Int, CaseIterable, Sendable {
  case surveys, bank, missing

  var tab: PhraseKey {
    switch self {
    case .surveys: .surveysList
    case .bank: .surveysBank
    case .missing: .surveysMissing
    }
  }
}

/// The surveys, the bank of their questions, and what is not translated yet. One list at a time, and the record under
/// the cursor beside it where there is room.
struct SurveysPane: Pane {
  static let name = "surveys"
  static let title = PhraseKey.paneSurveys

  private(set) var surveys: [Survey] = []
  /// The questions by id.
  private(set) var bank: [RecordID: Question] = [:]
  private(set) var counts: [RecordID: Int] = [:]
  /// What is wrong with each survey.
  private(set) var gaps: [RecordID: [SurveyGap]] = [:]
  private(set) var isKnown = false
  private(set) var section = SurveySection.surveys
  /// The survey whose questions alone are listed; nil for all.
  private(set) var chosen: RecordID?
  private(set) var search: TextField?
  private(set) var isTyping = false
  /// What the bank and the board of translations list.
  private(set) var questions: [Question] = []
  private(set) var board: [TranslationRow] = []
  /// The language under the cursor of the board.
  private(set) var language = 0
  private var selections: [SurveySection: Selection] = [:]
  private var sought: (section: SurveySection, id: RecordID)?
  private(set) var size = Size(columns: 80, rows: 19)

  var isWide: Bool { size.columns >= Shell.wide }
  var listColumns: Int {
    isWide && section != .missing ? Shell.sideColumn(of: size.columns) - 2 : size.columns
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Survey>()) { $0.take($1) },
      Ask(AllRecords<Question>()) { pane, questions in
        pane.bank = questions.byID
        pane.settle()
      },
      Ask(ResponseCounts(), .beside) { $0.counts = $1 },
    ]
  }

  /// What can be answered comes first, then what is being made, the latest of each first.
  private mutating func take(_ records: [Survey]) {
    let order: [SurveyState: Int] = [.open: 0, .draft: 1, .closed: 2]
    let stood = survey?.id
    surveys = records.sorted { first, second in
      let keys = [first, second].map { (order[$0.state] ?? 0, -($0.opens?.number ?? Int.max / 2)) }
      return keys[0] == keys[1] ? first.id < second.id : keys[0] < keys[1]
    }
    isKnown = true
    if section == .surveys, let stood { sought = sought ?? (.surveys, stood) }
    settle()
  }

  /// Lists anew what there is, the cursor on its record.
  private mutating func settle() {
    let stood = question?.id
    gaps = Dictionary(uniqueKeysWithValues: surveys.map { ($0.id, $0.gaps(bank)) })
    list()
    if let stood, sought == nil { sought = (section, stood) }
    seek()
  }

  private mutating func list() {
    let survey = chosen.flatMap { id in surveys.first { $0.id == id } }
    let all = survey.map { $0.questions.compactMap { bank[$0] } } ?? bank.values.sorted { $0.id < $1.id }
    let words = Folding.folded(search?.text ?? "").trimmed
    questions = words.isEmpty ? all : all.filter { $0.holds(words) }
    board = TranslationRow.rows(of: survey, questions, words: words)
  }

  // MARK: Looking for words

  mutating func openSearch() {
    search = search ?? TextField("")
    isTyping = true
  }

  mutating func acceptSearch() {
    isTyping = false
    if search?.text.trimmed.isEmpty == true { clear() }
  }

  /// All questions again: first without the words, then of all surveys.
  mutating func clear() {
    if search == nil { chosen = nil }
    (search, isTyping) = (nil, false)
    list()
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard isTyping, search?.take(chord) == true else { return nil }
    list()
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    guard isTyping, search?.insert(text) == true else { return false }
    list()
    return true
  }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(let kind, let id) = destination, kind == .survey || kind == .question else {
      return false
    }
    (search, isTyping) = (nil, false)
    if section == .missing, kind == .question {
      // The board goes on where a form was opened from it.
      list()
      return true
    }
    section = kind == .survey ? .surveys : .bank
    if kind == .question, chosen != nil { chosen = nil }
    list()
    sought = id.map { (section, $0) }
    seek()
    return true
  }

  private mutating func seek() {
    guard let sought else { return }
    let index: Int? =
      switch sought.section {
      case .surveys: surveys.firstIndex { $0.id == sought.id }
      case .bank: questions.firstIndex { $0.id == sought.id }
      case .missing: board.firstIndex(where: { $0.question == sought.id })
      }
    guard let index else { return }
    selections[sought.section, default: .init()].index = index
    self.sought = nil
  }

  mutating func turn(by step: Int) {
    let all = SurveySection.allCases
    section = all[(section.rawValue + step + all.count) % all.count]
  }

  /// The questions of the survey under the cursor, or what is missing in them.
  mutating func choose(_ section: SurveySection) {
    guard let survey else { return }
    (chosen, self.section) = (survey.id, section)
    (search, isTyping) = (nil, false)
    selections[section] = Selection()
    list()
  }

  mutating func turnLanguage(by step: Int) {
    language = max(0, min(Language.official.count - 1, language + step))
  }

  // MARK: What is selected

  var selection: Selection {
    get { selections[section] ?? Selection() }
    set { selections[section] = newValue }
  }

  var rowCount: Int {
    switch section {
    case .surveys: surveys.count
    case .bank: questions.count
    case .missing: board.count
    }
  }

  private func selected<R>(_ list: [R], in section: SurveySection) -> R? {
    self.section == section && list.indices.contains(selection.index) ? list[selection.index] : nil
  }

  var survey: Survey? { selected(surveys, in: .surveys) }
  var row: TranslationRow? { selected(board, in: .missing) }
  var question: Question? { selected(questions, in: .bank) ?? row?.question.flatMap { bank[$0] } }
  /// The survey that keys are about: under the cursor, or the one whose questions are listed.
  var aboutSurvey: Survey? { survey ?? surveys.first { $0.id == chosen } }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    selection.fit(count: rowCount, height: max(1, size.rows - Self.headRows))
  }
}

extension Question {
  /// Whether its id, its name or its words hold some words, folded.
  func holds(_ words: String) -> Bool {
    ([id, name] + Language.official.map { wording[$0] }).contains { Folding.folded($0).contains(words) }
  }
}
