import Embedded
import JSONText

/// What documents that leave the house say beside the labels of fields and codes.
public enum DocumentKey: String, CaseIterable, Sendable {
  case platform, secretariat, listed, date, from, until, number, notObserver, noticeNotObserver
  case registerTitle, registerRelease, registerGuidance, guidanceEntry, registerConsent, registerCount
  case registerShown, registerSearch, registerWithdrawn, registerNoneWithdrawn, registerValid, registerAbout
  case registerContact, registerDownloads, registerEarlier, registerNotOffered, registerRegion, registerAny
  case registerOrder, registerClear, registerNothing, registerNoEntry, registerPage, registerPages
  case registerNext, registerBack, registerParts, registerPart, registerFilters, pageLanguages
  case noticeTitle, noticeGreeting, noticeIntro, noticeScope, noticeCount, noticeNobody, noticeLeast,
    noticeUse
  case calendarTitle, calendarEmpty, calendarSubscribing, calendarAddress, calendarCopy, calendarAdd
  case calendarPast, calendarNoneComing, calendarSeries, calendarHolds, calendarView, calendarList
  case calendarMonth, calendarWeek, calendarToday, calendarEarlier, calendarLater, calendarKind
  case calendarLanguage, calendarAudience, calendarLaunch, calendarAll, calendarShown, calendarNothing
  case calendarYours, calendarIn, dateWeekday, dateTime, dateMonth
  case chartAll, chartMore, chartSum, chartMean
  case reportDataIn, reportCategory, reportValue
  case reportTitle, reportPeriod, reportDraft, reportReleased, reportSources, reportSourcesMore
  case reportSourcesOffice, reportNoCharts
  case reportParagraph, reportTable, reportFigure, reportAnnex, reportItem, reportPercent, reportDollars
  case reportWindow, reportOnDay, reportNotShown, reportNotRecorded, reportNotStated, reportNoDay
  case reportNoPlan, reportLaunchPlan, reportOthers, timingBy, timingAllYear, timingYearly, timingRegular
  case timingOngoing, timingBeforePlenary, reportMandate, reportMethod, reportActivities, reportUnrecorded
  case reportNoneLate, reportLate, reportLateItem, reportSlip, reportSlipChart, reportOwnActivities
  case reportDisagreements, reportUndecided, reportDecided, reportTimes, reportBudgetMethod
  case reportBudgetNone, reportBudgetTable, reportBudgetGaps, reportNoOverrun, reportOverruns
  case reportOverrun, reportNoRule, reportGaps, reportNoDecision, reportLaunch, reportLaunchBare
  case reportReleaseOpen, reportEnquiries, reportEnquiriesAnswered, reportResponses, reportEvents
  case reportNoEvents, reportEventsChart, reportCancelled, reportNoProducts, reportProducts
  case reportParityTable, reportContacts, reportNoContacts, reportFollowUps, reportMedia, reportNoMedia
  case reportMediaMonths, reportMediaKinds, reportMediaLanguages, reportMediaCountries, reportMediaTone
  case reportMediaMessages, reportNoMessage, reportMediaAccuracy, reportMediaReach, reportNoPeople
  case reportPeople, reportActs, reportRegionChart, reportBalanced, reportUnbalanced, reportGapItem
  case reportNoRisks, reportRisks, reportRisksChart, reportUnevenAbove, reportFatigue, reportNobodyAsked
  case reportNoSurveys, reportSurvey, reportGroupsTable, reportSurveyLanguages, reportActions
  case reportQuestion, reportAnswered, reportMissing, reportMean, reportNoIndicators, reportIndicators
  case reportGap, reportShown, reportStanding, reportRungsChart, reportNoOpportunities
  case reportOpportunities, reportNoRuleYet, reportNoCalls, reportCalls, reportNoFocusGroups
  case reportFocusGroups, reportFocusGroup, reportNoConcerns, reportConcerns, reportDaysToResolve
  case reportPartnershipStates, reportPartnershipTable, reportPartnershipIssues, reportPartnershipReviews
  case columnPartnership, columnPartnershipState, columnLastStep, columnDecisionNumber, columnApproval
  case reportMandateStates, reportMandateGaps, reportMandateNoGaps, columnParagraph, columnWho
  case reportNoMessages, reportMessagesAgreed, reportMessageWays, reportMessageTable, reportMessagesWrong
  case reportOverallMessage, columnMessage, columnMessageAgreement, columnToPublish, columnHeard, columnWrong
  case reportNoPartnerships, columnActivity, columnAdopted, columnPlanned, columnCompleted, columnStanding
  case columnSlip, columnPlan, columnLeftOut, columnLanguage, columnPublished, columnStale, columnUnderWay
  case columnNotFeasible, columnNotPlanned, columnItems, columnStories, columnStakeholders, columnShare
  case columnGroup, columnInvited, columnResponses, columnAnswer, columnOpportunity, columnDeliverable
  case columnRule, columnDeadline, columnTold, columnReplies, columnCall, columnComments, columnOpen
  case reportRegister, reportNoRegister, columnRisk, columnLikelihood, columnImpact, columnReviewed
  case columnCounted, reportContents, reportData
  case ledgerTitle, ledgerPlace, ledgerSource, ledgerComment, ledgerDisposition, ledgerReason, ledgerOpen
  case ledgerWithheld, ledgerSummary, ledgerNone, ledgerHeld, ledgerShown, ledgerAll
  case publishedTitle, publishedDay, publishedComments, publishedReports, publishedSums
}

/// The words of the public register and of notices in one of the six languages of the United Nations: the
/// program speaks fewer languages than those to whom the office writes. No sentence depends on a number.
public struct DocumentBook: Sendable {
  /// BCP 47.
  public let language: String
  private let words: [String: String]

  /// The official languages (annex I, paragraph 6), as `Model.Language.official` has them.
  public static let languages = ["ar", "zh", "en", "fr", "ru", "es"]

  /// The words of a language; English where it is none of ours.
  public init(_ language: String) {
    let primary = String(language.prefix { $0 != "-" }).lowercased()
    self.language = Self.languages.contains(primary) ? primary : "en"
    words = Self.byLanguage[self.language] ?? [:]
  }

  /// Which way the language is written: `rtl` or `ltr`, as HTML and CSS call them.
  public var direction: String { language == "ar" ? "rtl" : "ltr" }

  public func say(_ key: DocumentKey, _ texts: String...) -> String {
    let template = Substring(words[key.rawValue] ?? key.rawValue)
    var sentence = ""
    var rest = template
    // Once from left to right: braces in a name from outside are not places.
    while let open = rest.firstIndex(of: "{") {
      sentence += rest[..<open]
      rest = rest[open...].dropFirst()
      guard let close = rest.firstIndex(of: "}"), let place = Int(rest[..<close]),
        texts.indices.contains(place)
      else {
        sentence.append("{")
        continue
      }
      sentence += texts[place]
      rest = rest[close...].dropFirst()
    }
    return sentence + rest
  }

  /// The label of a field or the word for a code (`kind`, `group`); the code itself where there is none.
  public func label(_ group: String, _ code: String) -> String { words["\(group).\(code)"] ?? code }

  /// Several words one after the other.
  public func list(_ words: [String]) -> String {
    words.dropFirst().reduce(words.first ?? "") { say(.listed, $0, $1) }
  }

  /// Several texts that may have commas of their own.
  public func chain(_ texts: [String]) -> String {
    texts.count < 2 ? texts.joined() : Phrasebook(language).chain(texts)
  }

  /// A day as formal documents of the language write it: "15 September 2015", "15 de septiembre de 2015".
  public func day(year: Int, month: Int, day: Int) -> String {
    let first = language == "fr" && day == 1 ? "1er" : String(day)
    return say(.date, first, label("month", String(month)), String(year))
  }

  /// Every key with its words in each language.
  static let all: [String: [String: String]] = {
    guard let bytes = Embedded.bytes("phrases/documents.json") else { return [:] }
    var scanner = JSONScanner(Array(bytes))
    return (try? scanner.objects()) ?? [:]
  }()

  /// The same by language: whoever asks for all six, as imports do for each column, copies nothing.
  private static let byLanguage = Dictionary(
    uniqueKeysWithValues: languages.map { language in (language, all.compactMapValues { $0[language] }) })
}
