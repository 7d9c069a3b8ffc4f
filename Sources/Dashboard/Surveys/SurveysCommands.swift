import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

extension SurveysPane {
  static let commands: [Command<SurveysPane>] =
    listCommands + fileCommands + resultCommands + boardCommands + moves

  private static func nothing(_ pane: Self, _ look: Look) -> Phrase? {
    pane.survey == nil && pane.question == nil && pane.row == nil ? Phrase(.nothingSelected) : nil
  }

  private var isListing: Bool { !isTyping }
  private var isOnBoard: Bool { section == .missing && !isTyping }
  private var isNarrowed: Bool { search != nil || chosen != nil }

  private static let listCommands: [Command<SurveysPane>] = [
    Command(
      "surveys.open", .commandOpen, ["Enter"], rank: 1, when: \.isListing,
      unless: nothing
    ) { pane, _ in
      guard pane.section == .surveys else { return pane.edit() }
      pane.choose(.bank)
      return []
    },
    Command("surveys.new", .commandNew, ["n"], rank: 3, when: \.isListing, needs: .edit) { pane, look in
      [.present(pane.newRecord)]
    },
    Command("surveys.edit", .commandEdit, ["e"], rank: 4, when: \.isListing, needs: .edit, unless: nothing) {
      pane, _ in
      pane.edit()
    },
    Command(
      "surveys.state", .commandTurnState, ["o"], rank: 5, when: { $0.section == .surveys && !$0.isTyping },
      needs: .edit, unless: lacking(\.aboutSurvey)
    ) { pane, look in
      pane.turnState(look)
    },
    .moving(
      "surveys.translations", .surveysMissing, ["t"], rank: 6,
      when: { $0.section == .surveys && !$0.isTyping }
    ) { $0.choose(.missing) },
    Command(
      "surveys.history", .commandHistory, ["H"], when: { !$0.isTyping && $0.section != .missing },
      unless: nothing
    ) {
      pane, look in
      if let survey = pane.survey {
        return [.present(HistoryPane<Survey>(survey.id, called: survey.title))]
      }
      return pane.question.map { [.present(HistoryPane<Question>($0.id, called: $0.title))] } ?? []
    },
    .moving(
      "surveys.search", .commandSearch, ["/"], rank: 9, when: { !$0.isTyping && $0.section != .surveys }
    ) {
      $0.openSearch()
    },
    .moving("surveys.found", .commandAccept, ["Enter"], rank: 1, when: \.isTyping) { $0.acceptSearch() },
    .moving("surveys.clear", .commandClear, ["Esc"], rank: 8, when: \.isNarrowed) { $0.clear() },
    .moving("surveys.next", .commandNextList, ["]"], rank: 7) { $0.turn(by: 1) },
    .moving("surveys.previous", .commandPreviousList, ["["]) { $0.turn(by: -1) },
    .moving("surveys.nextTab", .commandNextList, ["Right", "l"], when: { $0.section != .missing }) {
      $0.turn(by: 1)
    },
    .moving("surveys.previousTab", .commandPreviousList, ["Left", "h"], when: { $0.section != .missing }) {
      $0.turn(by: -1)
    },
  ]

  private static let fileCommands: [Command<SurveysPane>] = [
    Command("surveys.export", .commandFormExport, ["f"], when: \.isListing, unless: lacking(\.aboutSurvey)) {
      pane, _ in
      guard let survey = pane.aboutSurvey else { return [] }
      return [
        .present(
          LinePrompt(
            Phrase(.surveyFormWhere, .text(survey.title)), title: .paneSurveys, text: "~/\(survey.id)"
          ) {
            .effects([.errand(FormErrand(survey: survey, folder: $0), closing: true)])
          })
      ]
    },
    Command("surveys.form", .commandFormImport, ["F"], when: \.isListing, needs: .edit) { _, _ in
      [
        .present(
          ImportPrompt(Phrase(.surveyFormFrom), errand: { FormPlanErrand(path: $0) }) { outcome in
            (outcome as? SurveyForms.Plan).map { [.close, .present(IntakePane($0))] } ?? []
          })
      ]
    },
    Command(
      "surveys.responses", .commandResponses, ["m"], when: \.isListing, needs: .edit,
      unless: lacking(\.aboutSurvey)
    ) { pane, _ in
      guard let survey = pane.aboutSurvey else { return [] }
      return [
        .present(
          ImportPrompt(
            Phrase(.surveyResponsesFrom, .text(survey.title)),
            errand: { ResponsePreviewErrand(survey: survey, path: $0) }
          ) { outcome in
            (outcome as? ResponsePreviewErrand.Outcome).map { [.close, .present(IntakePane($0))] } ?? []
          })
      ]
    },
  ]

  private static let boardCommands: [Command<SurveysPane>] = [
    .moving("surveys.right", .commandNextKind, ["Right", "l"], when: \.isOnBoard) {
      $0.turnLanguage(by: 1)
    },
    .moving("surveys.left", .commandPreviousKind, ["Left", "h"], when: \.isOnBoard) {
      $0.turnLanguage(by: -1)
    },
  ]

  private static let moves: [Command<SurveysPane>] = [
    .moving("surveys.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("surveys.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("surveys.pageDown", .commandPageDown, ["PgDn", "Ctrl-F"]) { $0.move(max(1, $0.size.rows - 3)) },
    .moving("surveys.pageUp", .commandPageUp, ["PgUp", "Ctrl-B"]) { $0.move(-max(1, $0.size.rows - 3)) },
    .moving("surveys.top", .commandTop, ["g", "Home"]) { $0.move(-$0.rowCount) },
    .moving("surveys.bottom", .commandBottom, ["G", "End"]) { $0.move($0.rowCount) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: rowCount) }

  // MARK: Records

  /// The form of what is under the cursor; from the board at the field that is missing.
  private func edit() -> [Effect] {
    let field = row?.field(in: Language.official[language])
    if let question { return [.present(RecordForm(question, at: field))] }
    return aboutSurvey.map { [.present(RecordForm($0, at: field))] } ?? []
  }

  /// Asks for the id first: it stays for good.
  private var newRecord: any Pane {
    let isSurvey = section == .surveys
    let (known, bank) = (Set(surveys.map(\.id)), Set(bank.keys))
    return LinePrompt(Phrase(.surveyNewID), title: isSurvey ? .surveysList : .surveysBank) { text in
      do throws(FieldProblem) {
        let id = try Question.checkedID(text)
        if (isSurvey ? known : bank).contains(id) { throw .repeatedCode(id) }
        let form: any Pane =
          isSurvey
          ? RecordForm(Self.newSurvey(id), isNew: true) : RecordForm(Question(id: id), isNew: true)
        return .effects([.close, .present(form)])
      } catch { return .problem(Phrase(error)) }
    }
  }

  private static func newSurvey(_ id: RecordID) -> Survey {
    var survey = Survey(id: id)
    survey.languages = Language.official
    return survey
  }

  /// A draft opens, what is open closes, and what was closed opens again. The store says what is missing.
  private func turnState(_ look: Look) -> [Effect] {
    guard let survey else { return [] }
    var edited = survey
    edited.state = survey.state == .open ? .closed : .open
    if edited.state == .open, survey.opens == nil { edited.opens = look.asOf }
    let word = look.word("survey_state", edited.state.rawValue)
    return [
      .apply(
        EditRecord(base: survey, edited: edited),
        then: [.announce(Phrase(.surveyOpened, .text(survey.title), .text(word)))])
    ]
  }
}
