import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

extension SurveysPane {
  static let commands: [Command<SurveysPane>] =
    listCommands + searchCommands + turnCommands(next: ["]"], previous: ["["]) + sideCommands + fileCommands
    + resultCommands + moves

  private static func nothing(_ pane: Self, _ look: Look) -> Phrase? {
    pane.survey == nil && pane.question == nil && pane.row == nil ? Phrase(.nothingSelected) : nil
  }

  private var isOnBoard: Bool { tab == .missing && isListing }
  private var isOffBoard: Bool { tab != .missing && isListing }

  private static let listCommands: [Command<SurveysPane>] = [
    Command(
      "surveys.open", .commandOpen, ["Enter"], rank: 1, when: \.isListing,
      unless: nothing
    ) { pane, _ in
      guard pane.tab == .surveys else { return pane.edit() }
      pane.choose(.bank)
      return []
    },
    Command("surveys.new", .commandNew, ["n"], rank: 3, when: \.isListing, needs: .edit) { pane, look in
      [.present(pane.tab == .surveys ? pane.newSurvey(look) : pane.newQuestion)]
    },
    Command("surveys.edit", .commandEdit, ["e"], rank: 4, when: \.isListing, needs: .edit, unless: nothing) {
      pane, _ in
      pane.edit()
    },
    Command(
      "surveys.state", .commandTurnState, ["Space", "o"], rank: 5,
      when: { $0.tab == .surveys && $0.isListing },
      needs: .edit, unless: lacking(\.aboutSurvey)
    ) { pane, look in
      pane.turnState(look)
    },
    .moving(
      "surveys.translations", .surveysMissing, ["t"], rank: 6,
      when: { $0.tab == .surveys && $0.isListing }
    ) { $0.choose(.missing) },
    Command(
      "surveys.history", .commandHistory, ["H"], when: { $0.isListing && $0.tab != .missing },
      unless: nothing
    ) {
      pane, look in
      pane.record.map { [.present($0.history(look))] } ?? []
    },
  ]

  private static let fileCommands: [Command<SurveysPane>] = [
    Command("surveys.export", .commandFormExport, ["w"], when: \.isListing, unless: lacking(\.aboutSurvey)) {
      pane, _ in
      guard let survey = pane.aboutSurvey else { return [] }
      var prompt = FilePrompt.writing(
        Phrase(.surveyFormWhere, .text(survey.title)), title: .paneSurveys, "~/\(survey.id).xlsx"
      ) { FormErrand(survey: survey, path: $0) }
      prompt.takesFolders = true
      return [.present(prompt)]
    },
    Command("surveys.form", .commandFormImport, ["F"], when: \.isListing, needs: .edit) { _, _ in
      [
        .present(
          FilePrompt.looking(Phrase(.surveyFormFrom), errand: { FormPlanErrand(path: $0) }) { outcome in
            (outcome as? SurveyForms.Plan).map { [.close, .present(IntakePane($0))] } ?? []
          })
      ]
    },
    Command(
      "surveys.responses", .commandResponses, ["i"], when: \.isListing, needs: .edit,
      unless: lacking(\.aboutSurvey)
    ) { pane, _ in
      guard let survey = pane.aboutSurvey else { return [] }
      return [
        .present(
          FilePrompt.looking(
            Phrase(.surveyResponsesFrom, .text(survey.title)),
            errand: { ResponsePreviewErrand(survey: survey, path: $0) }
          ) { outcome in
            (outcome as? ResponsePreviewErrand.Outcome).map { [.close, .present(IntakePane($0))] } ?? []
          })
      ]
    },
  ]

  /// Left and right are languages on the board, and lead to the other lists elsewhere.
  private static let sideCommands: [Command<SurveysPane>] = [
    .moving("surveys.nextTab", .commandNextList, ["Right", "l"], when: \.isOffBoard) { $0.tabs.turn(by: 1) },
    .moving("surveys.previousTab", .commandPreviousList, ["Left", "h"], when: \.isOffBoard) {
      $0.tabs.turn(by: -1)
    },
    .moving("surveys.right", .commandNextKind, ["Right", "l"], when: \.isOnBoard) { $0.turnLanguage(by: 1) },
    .moving("surveys.left", .commandPreviousKind, ["Left", "h"], when: \.isOnBoard) {
      $0.turnLanguage(by: -1)
    },
  ]

  // MARK: Records

  /// The form of what is under the cursor; from the board at the field that is missing.
  private func edit() -> [Effect] {
    let field = row?.field(in: languages[min(language, languages.count - 1)])
    if let question { return [.present(RecordForm(question, at: field))] }
    return aboutSurvey.map { [.present(RecordForm($0, at: field))] } ?? []
  }

  /// Asks what it is called, and proposes an id for it, which stays for good.
  private func newSurvey(_ look: Look) -> any Pane {
    let (known, year) = (Set(surveys.map(\.id)), look.asOf.parts.year)
    return LinePrompt(Phrase(.surveyNewTitle), title: .surveysList) { title in
      let proposal = Survey.id(for: title, year: year, besides: known)
      let prompt = Self.asking(Phrase(.surveyNewID), .surveysList, proposal, besides: known) { id in
        var survey = Survey(id: id)
        survey.languages = Language.official
        return RecordForm(survey, isNew: true, typed: ["name": title], at: "purpose")
      }
      return .effects([.close, .present(prompt)])
    }
  }

  /// Asks for its words, and proposes an id for it. Among the questions of a survey, the new one becomes one of them.
  private var newQuestion: any Pane {
    let (known, survey) = (Set(bank.keys), surveys.first { $0.id == chosen })
    let count = survey?.questions.count ?? known.count
    let proposal = (count + 1...count + known.count + 1).map { "q\($0)" }.first { !known.contains($0) } ?? ""
    return LinePrompt(Phrase(.surveyNewQuestion), title: .surveysBank) { words in
      let title = Phrase(.surveyNewQuestionID)
      let prompt = Self.asking(title, .surveysBank, proposal, besides: known) { id in
        guard let survey else { return RecordForm(Question(id: id), isNew: true, typed: ["name": words]) }
        return Self.form(ofNew: id, in: survey, typed: ["name": words])
      }
      return .effects([.close, .present(prompt)])
    }
  }

  /// The form of a new question that becomes one of a survey's.
  static func form(ofNew id: RecordID, in survey: Survey, typed: [String: String] = [:])
    -> RecordForm<Question>
  {
    RecordForm(Question(id: id), isNew: true, typed: typed, over: survey.title, into: survey.id) {
      AddQuestion($1, to: survey)
    }
  }

  private static func asking(
    _ question: Phrase, _ title: PhraseKey, _ proposal: RecordID, besides known: Set<RecordID>,
    then form: @escaping @Sendable (RecordID) -> any Pane
  ) -> LinePrompt {
    LinePrompt(question, title: title, text: proposal) { text in
      do throws(FieldProblem) {
        let id = try Question.checkedID(text)
        if known.contains(id) { throw .repeatedCode(id) }
        return .effects([.close, .present(form(id))])
      } catch .malformedID(let text) { return .problem(Phrase(.problemSurveyID, .text(text))) } catch {
        return .problem(Phrase(error))
      }
    }
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
        then: [.announce(Phrase(.labelled, .text(survey.title), .text(word)))])
    ]
  }
}
