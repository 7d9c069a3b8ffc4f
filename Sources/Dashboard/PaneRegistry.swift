import Model
import Office
import Phrases
import Store
import Terminal

/// The panes in their order, each with its key: a new pane is one line here.
public enum PaneRegistry {
  struct Entry: Sendable {
    let command: CommandName
    let title: PhraseKey
    /// What the bar calls it.
    let short: PhraseKey
    let key: KeyChord
    let make: @Sendable () -> any Pane
    let keys: @Sendable () -> KeyTable
    /// The lists of a pane that has several, as it calls itself and them for programs.
    private(set) var lists: (pane: String, names: [(name: String, title: PhraseKey)])?

    init<P: TabbedPane>(
      _ command: CommandName, _ title: PhraseKey, _ short: PhraseKey, _ key: KeyChord,
      _ make: @escaping @Sendable () -> P
    ) {
      self.init(plain: command, title, short, key, make)
      lists = (P.name, P.listNames)
    }

    init<P: Pane>(
      _ command: CommandName, _ title: PhraseKey, _ short: PhraseKey, _ key: KeyChord,
      _ make: @escaping @Sendable () -> P
    ) {
      self.init(plain: command, title, short, key, make)
    }

    private init<P: Pane>(
      plain command: CommandName, _ title: PhraseKey, _ short: PhraseKey, _ key: KeyChord,
      _ make: @escaping @Sendable () -> P
    ) {
      self.command = command
      self.title = title
      self.short = short
      self.key = key
      self.make = make
      keys = { KeyTable(P.self) }
    }
  }

  static let entries: [Entry] = [
    Entry("pane.overview", .commandOverview, .barOverview, "1") { OverviewPane() },
    Entry("pane.stakeholders", .commandStakeholders, .barStakeholders, "2") { StakeholdersPane() },
    Entry("pane.timeline", .commandTimeline, .barTimeline, "3") { TimelinePane() },
    Entry("pane.launch", .commandLaunch, .barLaunch, "4") { LaunchPane() },
    Entry("pane.evaluation", .commandEvaluation, .barEvaluation, "5") { EvaluationPane() },
    Entry("pane.calendar", .commandCalendar, .barCalendar, "6") { CalendarPane() },
    Entry("pane.press", .commandPress, .barPress, "7") { PressPane() },
    Entry("pane.products", .commandProducts, .barProducts, "8") { ProductsPane() },
    Entry("pane.surveys", .commandSurveys, .barSurveys, "9") { SurveysPane() },
    Entry("pane.voices", .commandVoices, .barVoices, "O") { VoicesPane() },
    Entry("pane.reports", .commandReports, .barReports, "T") { ReportsPane() },
    Entry("pane.media", .commandMedia, .barMedia, "0") { MediaPane() },
    Entry("pane.proposals", .commandProposals, .barProposals, "Y") { ProposalsPane() },
    Entry("pane.trace", .commandTrace, .barTrace, "U") { TracePane() },
    Entry("pane.risks", .commandRisks, .barRisks, ";") { RisksPane() },
    Entry("pane.partnerships", .commandPartnerships, .barPartnerships, "Q") { PartnershipsPane() },
    Entry("pane.messages", .commandMessages, .barMessages, "X") { MessagesPane() },
  ]

  public static func panes() -> [any Pane] { entries.map { $0.make() } }

  /// What opens over a pane, as the manual calls it: one line for each.
  static var layers: [KeyTable] {
    [
      KeyTable(RecordForm<Stakeholder>.self, heading: "A record as a form"),
      KeyTable(ItemsSheet.self, heading: "Entries of several parts"),
      KeyTable(WordingSheet.self),
      KeyTable(LogPane.self, heading: "The contacts with a stakeholder"),
      KeyTable(MatchesPane.self, heading: "Needs and the offers that fit"),
      KeyTable(HistoryPane<Stakeholder>.self, heading: "The history of a record"),
      KeyTable(PastRecordPane<Stakeholder>.self, heading: "A record as it was"),
      KeyTable(MergeForm<Stakeholder>.self, heading: "Two edits of the same fields"),
      KeyTable(FilterPane.self), KeyTable(SortPane.self), KeyTable(ColumnsPane.self),
      KeyTable(ViewsPane.self),
      KeyTable(DuplicatesPane.self), KeyTable(PairPane.self), KeyTable(BulkPane.self),
      KeyTable(RegionsPane.self), KeyTable(PivotPane.self), KeyTable(BalancePane.self),
      KeyTable(OccurrencesPane.self, heading: "The times of an activity"),
      KeyTable(TimelineFilterPane.self, heading: "The filter of the timeline"),
      KeyTable(DependencyPane.self, heading: "What an activity waits for"),
      KeyTable(PrivacyPane.self), KeyTable(ReviewPane.self), KeyTable(DisclosuresPane.self),
      KeyTable(LedgerPane.self), KeyTable(BudgetPane.self),
      KeyTable(RegisterPane.self), KeyTable(NoticesPane.self),
      KeyTable(RecordPage<Enquiry, PressOffice>.self, heading: "A record of the press office"),
      KeyTable(SpokespersonPicker.self), KeyTable(StakeholderPicker.self),
      KeyTable(RecordPage<Opportunity, Voices>.self, heading: "An opportunity, a comment, a concern"),
      KeyTable(AnswersPane.self), KeyTable(CodedFindingsPane.self),
      KeyTable(ResultsPane.self, heading: "The results of a survey"),
      KeyTable(SurveySheet.self, heading: "A result in full"), KeyTable(VariablePicker.self),
      KeyTable(AnswerPane.self, heading: "Answering a survey"), KeyTable(InvitePane.self),
      KeyTable(LetterPane.self, heading: "A notice as a letter"),
      KeyTable(LinesSheet.self, heading: "Several lines"),
      KeyTable(LinePrompt.self, heading: "A line"),
      KeyTable(DayPrompt.self, heading: "A date"), KeyTable(NoteSheet.self),
      KeyTable(ReplaceSheet.self, heading: "A file that stands already"),
      KeyTable(AskSheet.self, heading: "What is asked before it is done"),
      KeyTable(OwnChangesPane.self), KeyTable(CopySheet.self),
      KeyTable(LaunchPicker.self), KeyTable(LaunchSheet.self), KeyTable(CardsSheet.self),
      KeyTable(FilePrompt.self, heading: "A file to read or to write"),
      KeyTable(MappingPane.self, heading: "The columns of a file"), KeyTable(SheetPicker.self),
      KeyTable(WordsPane.self, heading: "The words of a column"),
      KeyTable(ImportPreview.self, heading: "What an import would do"),
      KeyTable(ReportDraftPane.self, heading: "A report"),
      KeyTable(ReportSourcesPane.self, heading: "The records behind a number"),
      KeyTable(IntakePane.self, heading: "A form or responses on their way in"),
      KeyTable(MediaFilterPane.self, heading: "The filter of the media"), KeyTable(FindingsPane.self),
      KeyTable(RecordPage<Risk, RiskBook>.self, heading: "A risk"),
      KeyTable(SignalsPane.self, heading: "What is counted of a risk"), KeyTable(IncentivesPane.self),
      KeyTable(ObjectivesPane.self), KeyTable(ObjectiveSheet.self, heading: "An objective of the decision"),
      KeyTable(AlarmsPane.self), KeyTable(ParagraphSheet.self, heading: "A paragraph of the decision"),
      KeyTable(RecordPage<Partnership, PartnershipRoom>.self, heading: "A partnership"),
      KeyTable(PartnershipStepSheet.self, heading: "The next step of a partnership"),
      KeyTable(PartnershipChecklist.self, heading: "What a partnership has to say"),
      KeyTable(CitationsSheet.self, heading: "The paragraphs that a record helps to meet"),
      KeyTable(DraftsPane.self), KeyTable(DraftTextPane.self, heading: "A draft without its place"),
      KeyTable(ThemePane.self), KeyTable(LanguagePane.self), KeyTable(ReadingPane.self),
      KeyTable(PalettePane.self), KeyTable(HelpPane.self, heading: "Help"),
      KeyTable(TourSheet.self, heading: "The tasks of the tour"), KeyTable(PaneBar.self),
    ]
  }

  /// The panes that lie over another where somebody goes to a place that they know.
  private static let overlays: [@Sendable () -> any Pane] = [
    { NoticesPane() }, { RegisterPane() }, { ReviewPane() }, { LedgerPane() }, { BudgetPane() },
  ]

  /// Such a pane, at the place; nil where none of them knows it.
  static func layer(at destination: Destination) -> (any Pane)? {
    for make in overlays {
      var pane = make()
      if pane.visit(destination) { return pane }
    }
    return nil
  }

  static var commandNames: Set<CommandName> {
    Set((entries.map { $0.keys() } + layers).flatMap(\.rows).map(\.name))
  }

  /// The form of two edits of the same fields.
  static func mergeForm(_ clash: Clash) -> any Pane {
    func form<R: Record>(_: R.Type) -> any Pane { MergeForm<R>(clash) }
    return form(clash.kind.type)
  }

  /// The form in which a draft was typed, over the record as it is now.
  static func form(of draft: Draft, in library: Library) throws -> any Pane {
    func form<R: Record>(_ type: R.Type) throws -> any Pane {
      let record = try library.read(RecordByID<R>(draft.record))
      if record == nil, type == Question.self, let whole = draft.base[RecordForm<R>.wholeName],
        let survey = try library.read(RecordByID<Survey>(whole))
      {
        return SurveysPane.form(ofNew: draft.record, in: survey)
      }
      return RecordForm(record ?? R(id: draft.record), isNew: record == nil)
    }
    return try draft.kind.map { try form($0.type) } ?? DraftTextPane(draft)
  }

  /// What a draft is of, for the person who left it.
  static func title(of draft: Draft, _ look: Look) -> String {
    switch draft.kind {
    case .activity: look.title(of: Activity(id: draft.record))
    case .launchCell: look.title(of: LaunchCell(id: draft.record))
    case nil:
      look.about(draft.base["title"] ?? "", draft.texts.first ?? "")
    default:
      ["name", "title", "subject"].lazy.compactMap { draft.typed[$0] ?? draft.base[$0] }.first
        ?? look.say(.formNew)
    }
  }
}
