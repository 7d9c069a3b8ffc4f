import Model
import Office
import Phrases
import Store
import Terminal

/// The lists of the surveys, in the order of their tabs.
enum SurveysTab: String, PaneTab {
  case surveys, bank, missing

  var title: PhraseKey {
    switch self {
    case .surveys: .surveysList
    case .bank: .surveysBank
    case .missing: .surveysMissing
    }
  }

  var isSearched: Bool { self != .surveys }
  /// The board of translations takes all columns.
  var hasSide: Bool { self != .missing }
}

/// The surveys, the bank of their questions, and what is not translated yet.
struct SurveysPane: TabbedPane {
  static let name = "surveys"
  static let title = PhraseKey.paneSurveys

  var tabs = Tabs(SurveysTab.surveys)
  private(set) var surveys: [Survey] = []
  /// The questions by id.
  private(set) var bank: [RecordID: Question] = [:]
  private(set) var counts: [RecordID: Int] = [:]
  /// What is wrong with each survey.
  private(set) var gaps: [RecordID: [SurveyGap]] = [:]
  private(set) var isKnown = false
  /// The survey whose questions alone are listed; nil for all.
  private(set) var chosen: RecordID?
  /// What the bank and the board of translations list.
  private(set) var questions: [Question] = []
  private(set) var board: [TranslationRow] = []
  /// The language under the cursor of the board.
  private(set) var language = 0

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Survey>()) { pane, surveys in pane.take { $0.receive(surveys) } },
      Ask(AllRecords<Question>()) { pane, questions in
        pane.take {
          $0.bank = questions.byID
          $0.settle()
        }
      },
      Ask(ResponseCounts(), .beside) { $0.counts = $1 },
    ]
  }

  /// What can be answered comes first, then what is being made, the latest of each first.
  mutating func receive(_ records: [Survey]) {
    let order: [SurveyState: Int] = [.open: 0, .draft: 1, .closed: 2]
    surveys = records.sorted { first, second in
      let keys = [first, second].map { (order[$0.state] ?? 0, -($0.opens?.number ?? Int.max / 2)) }
      return keys[0] == keys[1] ? first.id < second.id : keys[0] < keys[1]
    }
    isKnown = true
    settle()
  }

  private mutating func settle() {
    gaps = Dictionary(uniqueKeysWithValues: surveys.map { ($0.id, $0.gaps(bank)) })
    narrow(to: tabs.search.words)
  }

  mutating func narrow(to words: String) {
    let survey = chosen.flatMap { id in surveys.first { $0.id == id } }
    let all = survey.map { $0.questions.compactMap { bank[$0] } } ?? bank.values.sorted { $0.id < $1.id }
    let words = Folding.folded(words).trimmed
    questions = words.isEmpty ? all : all.filter { $0.holds(words) }
    board = TranslationRow.rows(of: survey, questions, words: words)
  }

  func list(_ tab: SurveysTab) -> any TabRows {
    switch tab {
    case .surveys: TabList(surveys) { table($0).surveys }
    case .bank: TabList(questions) { table($0).bank }
    case .missing:
      TabList(board, id: \.id, record: { $0.question.flatMap { bank[$0] } }) { table($0).missing }
    }
  }

  private func table(_ look: Look) -> SurveyTable { SurveyTable(pane: self, look: look) }

  // MARK: What narrows the lists

  var isNarrowed: Bool { tabs.search.isOpen || chosen != nil }

  /// First without the words; then back to the survey whose questions these are.
  mutating func widen() {
    if tabs.search.isOpen { return closeSearch() }
    let survey = chosen
    chosen = nil
    closeSearch()
    if let survey { go(to: survey, in: .surveys) }
  }

  /// The questions of the survey under the cursor, or what is missing in them.
  mutating func choose(_ tab: SurveysTab) {
    guard let survey else { return }
    chosen = survey.id
    language = 0
    closeSearch()
    tabs.shown = tab
    tabs[tab] = Selection()
  }

  /// The languages of the board: those in which the survey is asked, or all.
  var languages: [String] {
    let asked = surveys.first { $0.id == chosen }?.languages ?? []
    return asked.isEmpty ? Language.official : Language.official.filter(asked.contains)
  }

  mutating func turnLanguage(by step: Int) {
    language = max(0, min(languages.count - 1, language + step))
  }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(let kind, let id) = destination, kind == .survey || kind == .question else {
      return false
    }
    // The board goes on where a form was opened from it.
    if tab == .missing, kind == .question {
      closeSearch()
    } else {
      // The questions of the survey stay listed where it is one of them.
      let isListed = surveys.contains { $0.id == chosen && id.map($0.questions.contains) == true }
      if kind == .question, !isListed { chosen = nil }
      go(to: id, in: kind == .survey ? .surveys : .bank)
    }
    return true
  }

  // MARK: What is selected

  var survey: Survey? { record as? Survey }
  var question: Question? { record as? Question }
  var row: TranslationRow? { selected(board, in: .missing) }
  /// The survey that keys are about: under the cursor, or the one whose questions are listed.
  var aboutSurvey: Survey? { survey ?? surveys.first { $0.id == chosen } }
}

extension Question {
  /// Whether its id, its name or its words hold some words, folded.
  func holds(_ words: String) -> Bool {
    ([id, name] + Language.official.map { wording[$0] }).contains { Folding.folded($0).contains(words) }
  }
}
