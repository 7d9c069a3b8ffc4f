import Glibc
import Interchange
import Model
import Phrases
import Store

extension Phrase {
  /// Why a store cannot be used, and what to do about it.
  public init(_ problem: StoreProblem) {
    switch problem {
    case .missing(let path): self.init(.storeMissing, .text(path))
    case .folderMissing(let folder): self.init(.storeFolderMissing, .text(folder))
    case .notPermitted(let path): self.init(.storeNotPermitted, .text(path))
    case .readOnly(let path): self.init(.storeReadOnly, .text(path))
    case .noRole(let path, let who, let administrators):
      self.init(.storeNoRole, .text(path), .text(who), .list(administrators))
    case .notAStore(let path): self.init(.storeNotAStore, .text(path))
    case .notOurs(let path): self.init(.storeNotOurs, .text(path))
    case .newer(let path, let schema): self.init(.storeNewer, .text(path), .number(schema))
    case .older(let path): self.init(.storeOlder, .text(path))
    case .corrupt(let path, let detail): self.init(.storeCorrupt, .text(path), .text(detail))
    case .networkFileSystem(let path, let type): self.init(.storeNetwork, .text(path), .text(type))
    case .busy(let path): self.init(.storeBusy, .text(path))
    case .held(let path, let who, let seconds):
      self.init(.storeHeld, .text(who), .number(seconds), .text(path))
    case .diskFull(let path): self.init(.storeFull, .text(path))
    case .fileExists(let path): self.init(.storeExists, .text(path))
    case .moved(let path): self.init(.storeMoved, .text(path))
    case .outgrown(let path, let schema): self.init(.storeOutgrown, .text(path), .number(schema))
    case .replaced(let path): self.init(.storeReplaced, .text(path))
    case .readOnlyMedium(let path): self.init(.storeOnReadOnlyMedium, .text(path))
    case .folderClosed(let path): self.init(.storeFolderClosed, .text(path))
    case .logUnreadable(let path): self.init(.storeLogUnreadable, .text(path))
    case .changing(let path): self.init(.storeChanging, .text(path))
    case .searchDamaged(let path): self.init(.storeSearchDamaged, .text(path))
    case .failed(let path, let detail): self.init(.storeFailed, .text(path), .text(detail))
    }
  }

  /// That a store of an older program was brought up to date, and where it stands as it was.
  public init(_ upgrade: Upgrade) { self.init(.storeUpgraded, .text(upgrade.copy)) }

  /// Why a file could not be read or written.
  public init(_ problem: FileProblem) {
    switch problem {
    case .unreadable(let path, _) where Exchange.bar(path) != nil,
      .unwritable(let path, _) where Exchange.bar(path) != nil:
      self = Phrase.barred(path) ?? Phrase(.fileUnreadable, .text(path), .phrase(Phrase(errno: EACCES)))
    case .unreadable(let path, let code):
      self.init(.fileUnreadable, .text(path), .phrase(Phrase(errno: code)))
    case .unwritable(let path, let code):
      self.init(.fileUnwritable, .text(path), .phrase(Phrase(errno: code)))
    case .inUse(let path): self.init(.fileInUse, .text(path))
    case .standing(let files):
      self.init(.fileStands, .number(files.count), .list(files.map(\.path)))
    }
  }

  /// What is wrong with a value.
  public init(_ problem: FieldProblem) {
    switch problem {
    case .missing: self.init(.problemMissing)
    case .noAtSign(let text): self.init(.problemNoAt, .text(text))
    case .nothingBeforeAt(let text): self.init(.problemNothingBeforeAt, .text(text))
    case .nothingAfterAt(let text): self.init(.problemNothingAfterAt, .text(text))
    case .malformedEmail(let text): self.init(.problemEmail, .text(text))
    case .unknownCountry(let text): self = .meant(text, Country.near(text), .problemCountry)
    case .malformedLanguage(let text): self = .meant(text, Language.near(text), .problemLanguage)
    case .unknownLanguage(let text): self.init(.problemUnknownLanguage, .text(text))
    case .malformedDay(let text): self.init(.problemDay, .text(text))
    case .ambiguousDay(let text, let first, let second): self = .ambiguous(text, [first, second])
    case .malformedPartialDay(let text): self.init(.problemPartialDay, .text(text))
    case .notOneOf(let text, let all):
      self.init(.problemNotOneOf, .text(text), VocabularyWords.argument(all))
    case .notANumber(let text): self.init(.problemNumber, .text(text))
    case .outOfRange(let number, let range):
      self.init(.problemRange, .number(number), .number(range.lowerBound), .number(range.upperBound))
    case .notYesOrNo(let text): self.init(.problemYesNo, .text(text))
    case .malformedParticipation(let text): self.init(.problemParticipation, .text(text))
    case .endBeforeStart: self.init(.problemEndBeforeStart)
    case .malformedID(let text): self.init(.problemID, .text(text))
    case .malformedSlot(let text): self.init(.problemSlot, .text(text))
    case .nowACard(let day): self.init(.problemNowACard, .text(day))
    case .malformedORCID(let text): self.init(.problemORCID, .text(text))
    case .malformedROR(let text): self.init(.problemROR, .text(text))
    case .wrongCheckDigits(let text): self.init(.problemCheckDigits, .text(text))
    case .tooManyParts(let text, let most): self.init(.problemParts, .text(text), .number(most))
    case .unknownRecord(let text): self.init(.problemRecord, .text(text))
    case .ambiguousRecord(let text, let all): self = .several(text, all)
    case .malformedMoment(let text): self.init(Self.momentProblem(text), .text(text))
    case .malformedTime(let text): self.init(.problemTime, .text(text))
    case .malformedDeliverable(let text): self.init(.problemDeliverable, .text(text))
    case .malformedRule(let text): self.init(.problemRule, .text(text))
    case .unknownZone(let text): self = .meant(text, Zone.near(text)?.name, .problemZone)
    case .skippedTime(let text, let zone): self.init(.problemSkippedTime, .text(text), .text(zone))
    case .repeatedTime(let text, let zone, let all):
      self.init(.problemRepeatedTime, .text(text), .text(zone), .text(all.first ?? ""), .text(all.last ?? ""))
    case .malformedAmount(let text): self.init(.problemAmount, .text(text))
    case .nothingToChoose, .sumWithoutAmount: self.init(Self.lack(problem))
    case .unknownCurrency(let text): self.init(.problemCurrency, .text(text))
    case .circle(let names): self.init(.problemCircle, .text(names.joined(separator: " → ")))
    case .notByHand: self.init(.problemNotByHand)
    case .secondPersonNeeded(let who): self.init(.problemSecondPerson, .text(who))
    case .agreedAlready(let edition): self.init(.problemAgreedAlready, .number(edition), .text("N"))
    case .agreedInAnotherRole(let who): self.init(.problemAgreedTwice, .text(who))
    case .fixedByDecision: self.init(.problemFixedByDecision)
    case .underEmbargo(let moment): self.init(.problemUnderEmbargo, .text(moment.description))
    case .repeatedCode(let code): self.init(.problemRepeatedCode, .text(code))
    case .fixedWhenMade: self.init(.problemFixed)
    case .nobodyMayBeNamed: self.init(.problemNobodyNamed)
    case .answered(let what): self.init(.problemAnswered, .text(what))
    case .inUse(let title): self.init(.problemInUse, .text(title))
    case .notReady(let gap, let count): self = SurveyWords.notReady(gap, count)
    case .partnership(let lack): self = PartnershipWords.phrase(lack)
    case .tooEarly(let day): self.init(.ptBefore, .text(day.description))
    case .tooLate(let day): self.init(.problemTooLate, .text(day.description))
    case .reviewedByHand: self.init(.problemReviewedByHand, .text("v"))
    }
  }

  /// What a record cannot be without.
  private static func lack(_ problem: FieldProblem) -> PhraseKey {
    problem == .nothingToChoose ? .problemNothingToChoose : .problemSumWithoutAmount
  }

  private static func several(_ text: String, _ records: [String]) -> Phrase {
    Phrase(.problemAmbiguous, .text(text), .chain(records))
  }

  private static func momentProblem(_ text: String) -> PhraseKey {
    WrittenDate.withoutZone(text) == nil ? .problemMoment : .problemNoZone
  }

  /// What somebody may have meant goes along with what is wrong.
  private static func meant(_ text: String, _ near: String?, _ problem: PhraseKey) -> Phrase {
    let phrase = Phrase(problem, .text(text))
    return near.map { Phrase(.problemMeant, .phrase(phrase), .text($0)) } ?? phrase
  }

  private static func ambiguous(_ text: String, _ days: [Day]) -> Phrase {
    Phrase(.problemAmbiguousDay, .text(text), .text(days[0].description), .text(days[1].description))
  }

  /// What came of a change beside what it is named for.
  public init(_ consequence: Consequence) {
    switch consequence {
    case .contactsOpen: self.init(.consequenceContactsOpen)
    case .routeVoid: self.init(.consequenceRouteVoid)
    case .riskBegun: self.init(.consequenceRiskBegun)
    case .wordGiven(let title, true):
      let active = Phrase(label: "partnership_state", PartnershipState.active.rawValue)
      self.init(.labelled, .text(title), .phrase(active))
    case .wordGiven(let title, false): self.init(.ptFirstWord, .text(title))
    }
  }

  /// What is wrong with a CSV file or a row of it.
  public init(_ problem: CSVProblem) {
    switch problem {
    case .unclosedQuote: self.init(.csvUnclosedQuote)
    case .textAfterQuote: self.init(.csvTextAfterQuote)
    case .wrongFieldCount(_, let found, let expected):
      self.init(.csvFieldCount, .number(found), .number(expected))
    case .fieldTooLong(_, let limit): self.init(.csvFieldTooLong, .number(limit))
    case .rowTooLong(_, let limit): self.init(.csvRowTooLong, .number(limit))
    case .tooManyColumns(let limit): self.init(.csvTooManyColumns, .number(limit))
    case .notText(let token): self.init(.csvNotText, .text(token))
    case .empty: self.init(.csvEmpty)
    case .undecodable: self.init(.csvUndecodable)
    }
  }

  /// What the reader of a CSV file put right.
  public init(_ note: CSVNote) {
    switch note {
    case .repairedQuote: self.init(.csvRepairedQuote)
    case .removedNUL: self.init(.csvRemovedNUL)
    case .replacedBytes: self.init(.csvUndecodable)
    case .cellError(_, let cell, let code): self.init(.sheetCellError, .text(cell), .text(code))
    case .cellNotComputed(_, let cell): self.init(.sheetNotComputed, .text(cell))
    case .cellsMerged(_, let cells): self.init(.sheetMerged, .text(cells))
    case .headingsAgain: self.init(.rowHeadings)
    case .total(_, let text): self.init(.rowTotal, .text(text))
    case .maybeTotal(_, let text): self.init(.rowMaybeTotal, .text(text))
    case .otherTable(_, let rows): self.init(.rowOtherTable, .number(rows))
    case .ornament: self.init(.rowOrnament)
    case .aboveHeadings(_, let text): self.init(.sheetAbove, .text(text))
    case .groupHeading(_, let text): self.init(.rowGroupHeading, .text(text))
    case .moreLeftOut(_, let rows): self.init(.rowMoreLeftOut, .number(rows))
    case .footnote(_, let text): self.init(.rowFootnote, .text(text))
    case .lone(_, let text): self.init(.rowLone, .text(text))
    case .belowBlank: self.init(.rowBelowBlank)
    }
  }

  /// Why a row of a file is not imported.
  public init(_ problem: ImportProblem) {
    switch problem {
    case .value(.unknownRecord(let text)): self.init(.importNoRecord, .text(text))
    case .value(let problem): self.init(problem)
    case .row(let problem): self.init(problem)
    case .card(let problem): self.init(problem)
    case .json(let problem): self.init(problem)
    case .ambiguous(let count): self.init(.importAmbiguous, .number(count))
    case .otherRecord(let id, let title):
      self.init(.importOtherRecord, .text(id), .text(title))
    case .erased: self.init(.importErased)
    case .answer(let problem): self.init(problem)
    case .unticked: self.init(.importUnticked)
    case .notThere(let id): self.init(.importNotThere, .text(id))
    case .lostLetters(let column, let cell): self.init(.importLostLetters, .text(column), .text(cell))
    case .otherCurrency(let cell, let code): self.init(.importOtherCurrency, .text(cell), .text(code))
    }
  }

  /// What is to be said of a row of a file.
  public init(_ finding: ImportSummary.Finding.What) {
    switch finding {
    case .rejected(let problem): self.init(problem)
    case .repeated(let first): self.init(.importSameRow, .text(String(first)))
    case .conflicting(let first): self.init(.importDuplicate, .text(String(first)))
    case .optOutKept: self.init(.importOptOutKept)
    case .note(let note): self.init(note)
    case .cardNote(let note): self.init(note)
    case .cellNote(let note): self.init(note)
    case .reasonsOwned: self.init(.importOverridesOwned)
    }
  }

  /// What programs left in cells, with the lines where there are several.
  public init(_ note: CellNote) {
    let key: PhraseKey =
      switch note.what {
      case .failedFormula: .cellFailedFormula
      case .placeholder: .cellPlaceholder
      case .cutNumber: .cellCutNumber
      case .formulaOfText: .cellFormulaOfText
      case .formula: .cellFormula
      case .markOfText: .cellMarkOfText
      case .spoiltLetters: .cellSpoiltLetters
      case .invisible: .cellInvisible
      case .timeOfDay: .cellTimeOfDay
      case .farYear: .cellFarYear
      case .mapped: .cellMapped
      case .mappedMore: .cellMappedMore
      case .emptied: .cellEmptied
      case .asSheetsSpoil: .cellAsSheetsSpoil
      case .perhapsSpoilt: .cellPerhapsSpoilt
      case .storeIsNewer: .cellStoreIsNewer
      case .noAmount: .cellNoAmount
      case .assumedCurrency: .cellAssumedCurrency
      case .references: .cellReferences
      case .link: .cellLink
      case .unreadRevision: .cellUnreadRevision
      case .futureRevision: .cellFutureRevision
      }
    if case .mappedMore(let words) = note.what {
      self.init(.cellMappedMore, .number(words), .number(note.count))
      return
    }
    let value: [Argument] =
      switch note.what {
      case .mapped(let value), .assumedCurrency(let value): [.text(value)]
      case .storeIsNewer(let since): [.text(since.description)]
      default: []
      }
    let sentence = Phrase(key, with: [.text(note.cell)] + value)
    guard note.count > 1 else {
      self = sentence
      return
    }
    let more = note.count > note.lines.count ? ["…"] : []
    self.init(
      .cellLines, .phrase(sentence), .number(note.count), .list(FindingGroups.ranges(note.lines) + more))
  }

  /// Why a file is not imported at all.
  public init(_ failure: ImportFailure) {
    switch failure {
    case .file(let problem): self.init(problem)
    case .card(let problem): self.init(problem)
    case .json(let problem): self.init(problem)
    case .workbook(let problem): self.init(problem)
    case .sheetUnknown(let name, let names):
      self.init(.sheetUnknown, .text(name), .chain(names))
    case .sheetOpen(let names): self.init(.sheetOpen, .chain(names))
    case .columnMissing("name"): self.init(.importNameColumn)
    case .columnMissing(let column): self.init(.importColumnMissing, .text(column))
    case .valueColumnLeftOut(let title): self.init(.importValueColumnLeftOut, .text(title))
    case .valueColumn(let name, let titles):
      self.init(.importValueColumn, .text(name), .chain(titles))
    case .value(let column, let problem):
      self.init(.importValueProblem, .text(column), .phrase(Phrase(problem)))
    case .valueTwice(let place, let values):
      self.init(.importValueTwice, .text(place), .list(values))
    case .valuesOfNoTable: self.init(.importValuesOfNoTable)
    case .upright(let titles): self.init(.importUpright, .chain(titles))
    }
  }

  /// Why a file cannot be read.
  public init(_ file: ImportFile.Unreadable) {
    let problem = Phrase(.fileUnreadable, .text(file.path), .phrase(Phrase(errno: file.code)))
    self = file.path == "-" ? problem : Phrase.barred(file.path) ?? problem
  }

  /// Why a file is not read before somebody says how: what its letters may be, and what they would say.
  public init(_ uncertain: UncertainEncoding) {
    let readings = uncertain.guess.encodings.prefix(3).map { encoding in
      Phrase(.bracketed, .text(encoding.name), .chain(uncertain.guess.samples(encoding)))
    }
    self.init(
      .encodingUncertain, .text(uncertain.path), .several(readings.map { .phrase($0) }, by: .comma))
  }

  /// Why a change was refused. A clash opens a form of its own instead.
  public init(refusal: Refusal) {
    self =
      switch refusal {
      case .clash(let clash): Phrase(.clashOpened, .text(clash.who))
      case .gone(let title): Phrase(.recordGone, .text(title))
      case .invalid(let field, let problem):
        Phrase(.labelled, .phrase(Phrase(label: "field", field)), .phrase(Phrase(problem)))
      case .changedMeanwhile(let title, let who): Phrase(.changedMeanwhile, .text(title), .text(who))
      case .changedSince(let title, let who): Phrase(.changedSince, .text(title), .text(who))
      case .nothingToUndo: Phrase(.nothingToUndo)
      case .nothingToRedo: Phrase(.nothingToRedo)
      case .anotherIsLast: Phrase(.anotherIsLast)
      case .storeIsReadOnly: Phrase(.storeIsReadOnly)
      case .needsRole(let role, let held) where held.isEmpty:
        Phrase(.needsRoleKept, .phrase(Phrase(label: "office_role", role.rawValue)))
      case .needsRole(let role, let held):
        Phrase(.needsRole, .phrase(Phrase(label: "office_role", role.rawValue)), .list(held))
      case .firstIsNamed(let maker): Phrase(.firstIsNamed, .text(maker))
      case .lastAdministrator: Phrase(.lastAdministrator)
      case .alike(let candidates):
        Phrase(.alikeFound, .chain(candidates.map(\.b.title)))
      }
  }

  /// Why an attempt to write failed, whatever it was.
  public init(failure error: any Error) {
    switch error {
    case let refusal as Refusal: self.init(refusal: refusal)
    case let problem as StoreProblem: self.init(problem)
    case let problem as FileProblem: self.init(problem)
    case let problem as PublicationProblem: self.init(problem)
    case let unwritten as RecordedUnwritten: self.init(unwritten)
    case let failure as ImportFailure: self.init(failure)
    case let failure as ResponseFile.Failure: self.init(failure)
    case let file as ImportFile.Unreadable: self.init(file)
    case let failure as Printer.Failure: self.init(.printFailed, .text(failure.reason))
    case let uncertain as UncertainEncoding: self.init(uncertain)
    default: self.init(.failed, .text("\(error)"))
    }
  }
}
