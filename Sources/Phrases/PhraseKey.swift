/// The sentences that the program says. Each has its words in every file of `Resources`; a test holds that.
public enum PhraseKey: String, CaseIterable, Sendable {
  // The frame.
  case program, asOf, readOnly, undoNamed, sampleStore, newStore, tooSmall, noUTF8, draftWaiting, working
  case month1, month2, month3, month4, month5, month6, month7, month8, month9, month10, month11, month12
  case dayFormat, dayNoYearFormat, monthFormat
  case weekday1, weekday2, weekday3, weekday4, weekday5, weekday6, weekday7
  // Panes.
  case paneOverview, paneStakeholders, paneTimeline, paneLaunch, paneEvaluation
  case paneHelp, panePalette, paneFilter, paneColumns, paneSort, paneMerge, paneAsOf
  case paneEngagement, paneRequest, paneView, paneMapping, paneFocalPoint, paneRelease, paneNotice
  // Commands of every pane.
  case commandOverview, commandStakeholders, commandTimeline, commandLaunch, commandEvaluation
  case commandNextPane, commandPreviousPane, commandPalette, commandHelp, commandUndo, commandRedo,
    commandQuit
  case commandInterrupt, quitInstead
  case commandAsOf, commandSuspend, commandRefresh, commandDraft, commandBack, commandOpen, commandEdit
  case commandUp, commandDown, commandLeft, commandRight, commandPageUp, commandPageDown, commandTop,
    commandBottom
  case commandSave, commandDiscard, commandNextField, commandPreviousField, commandChoose, commandAccept
  // Privacy.
  case panePrivacy, paneReview, paneDisclosures, paneKeepUntil, paneErase, paneOwnData, paneLine
  case commandPrivacy, commandConsentYes, commandConsentNo, commandDoNotContact, commandKeepUntil
  case commandKeepYear, commandOwnData, commandErase, commandReview, commandDisclosures, privacyUse
  case privacyAnswer, privacyBasis, privacyDay, privacyEvidence, privacyNotAsked, privacyNothing
  case privacyDue, no, privacyGone, privacyHelp, reviewNone, reviewUntil, keptUntil, disclosuresNone
  case eraseQuestion, erasing, erased, erasedMentions, ownDataQuestion, ownDataWriting, ownDataWritten

  case cliPrivacy, cliConsent, cliOwnData, cliErase, cliReview, cliDisclosures, cliStakeholderID
  case cliConsentUse, cliConsentAnswer, cliConsentBasis, cliConsentPurpose, cliConsentSource
  case cliConsentEvidence, cliConsentDate, cliConsentFields, cliReviewDay, cliEraseWhy
  case bulkClear, consentInFuture, noticeNoFocalPoint, noticeSeveralFocalPoints
  // Obstacles and announcements.
  case nothingToUndo, nothingToRedo, anotherIsLast, nothingSelected, nothingToOpen, storeIsReadOnly, noDraft
  case undone, redone, saved, added, removed, retired, restored, unchanged, keptAsDraft, draftDiscarded
  case themeMissing, unknownTerminal
  case changedSince, recordGone, clashOpened, mergedWith, failed, keymapProblem, themeProblem, otherChanged
  case errandProgress, errandBegun, errandStopped, errandStopping, errandBusy, seconds, minutes,
    commandStopErrand
  // Changes, as the overview and undo name them.
  case changeEdit, changeEditFields, changeAdd, changeRemove, changeRetire, changeRestore, changeImport
  case changeUndo, changeRedo
  // Import of many records.
  case csvRowTooLong, importErased, importOptOutKept, importMoreFindings, importReading, importIndexing
  case importSaving, importCancelled, importRemaining, cliReadmit
  // Remarks on files.
  case importNotKnown, importLeftOutColumns, cliNotLogged
  // What is wrong with a value.
  case problemMissing, problemNoAt, problemNothingBeforeAt, problemNothingAfterAt, problemEmail
  case problemCountry, problemLanguage, problemUnknownLanguage, problemDay, problemPartialDay, problemNotOneOf
  case problemNumber, problemRange, problemYesNo, problemParticipation, problemEndBeforeStart
  case problemKept, problemORCID, problemROR, problemCheckDigits, problemParts, problemRecord
  // Register and notices.
  case paneRegister, paneNotices, paneGuidance, paneSender, commandRegister, commandNotices
  case commandGuidance, commandRelease, commandReleases, commandWriteAgain, commandMakeNotice
  case commandFocalPoints, commandSender, commandWriteFiles, commandSend, registerNext, registerAgainst
  case registerFirst, registerCounts, registerGuidance, registerNoGuidance, registerNotObserver
  case registerNew, registerChanged, registerWithdrawn, registerLeftOut, registerNotAgreed
  case registerNameless, registerRetired, registerRemoved, registerErased, registerErasedRecord
  case registerNobody, registerSame, registerReleases, registerNoReleases, registerReleaseLine
  case registerReleased, registerWrittenAgain, registerWritten, registerWithdrawnNumbers
  case registerGuidanceKept, registerFolder, registerLanguages, guidanceEntry
  case hintDocumentLanguages, hintGuidance, noticeNumberHeading, noticeCountry, noticeSentHeading,
    noticeToHeading
  case noticeToldHeading, noticeNone, focalPointNone, noticeFrom, noticeFromNobody, noticeMade
  case noticeWritten, noticeRegion, noticeRequest, noticeRequested, noticeSender, noticeSenderSet
  case focalPointAdded, changeRelease, changeNotice, changeGuidance, publicationNoGuidance
  case publicationIncomplete, publicationLater, publicationMoved, publicationNoRelease
  case publicationDiffers, publicationNoRequest, publicationNoFocalPoint, publicationOtherCountry
  case publicationNoAddress, publicationUnsendable, publicationNoSender, publicationNoRegion
  case publicationNoNotice, publicationLanguage, publicationGuidance, cliRegister
  case cliRegisterPreview, cliRegisterRelease, cliRegisterList, cliRegisterPublish
  case cliReleaseNumber, cliGuidance, cliFolder, cliDocumentLanguages, cliReleaseNote
  case cliPublicationDay, cliNotice, cliNoticePreview, cliNoticeMake, cliNoticeList, cliNoticeShow
  case cliNoticeSender, cliNoticeNumber, cliNoticeMessage, cliNoticeCountry, cliNoticeRegion
  case cliNoticeFocalPoint, cliNoticeRequest, cliNoticeRequested, cliSender, cliFocalPoint
  case cliFocalPointList, cliFocalPointAdd, cliFocalPointName, cliFocalPointEmail
  case cliFocalPointLanguage
  // Stores.
  case storeMissing, storeFolderMissing, storeNotPermitted, storeReadOnly, storeNotAStore, storeNotOurs
  case storeOlder, storeNewer, storeCorrupt, storeNetwork, storeBusy, storeFull, storeExists, storeMoved,
    storeFailed
  // Knowing people, and history.
  case paneItems, paneWhy, paneLog, paneMatches, paneHistory, panePast, sectionPeople, sectionKnowledge
  case sectionConsent, sectionOffice, foldedFields, commandItems, commandNextPart, commandGoThere
  case commandTypeLine, commandShowAll, commandSuggest, commandWhy, commandLog, commandNewContact
  case commandFollowed, commandMatches, commandNewRequest, commandEditRequest, commandHistory
  case commandAsItWas, commandRestoreField, yearFormat, itemsNone, linkedRecord, hintItems, hintItemsLine
  case hintSuggestion, hintSuggestions, hintPartialDay, spanSince, spanUntil, spanBoth, stepDue
  case noStepPlanned, worksHere, membersHere, moreMembers, lastContact, nextFollowUp, whySaid, whyHelp
  case followUpBy, followUpOverdue, followUpBrief, nothingToFollow, logCount, logDate, logChannel, logSubject,
    logWho
  case logFollowUp, logEmpty, notARequest, matchesCount, matchesNone, matchesNoOffer, sameCountry
  case sameRegion, historyCount, historyNone, historyChooseField, historyWasGone, fieldRestored
  case restoredFrom, followUpsOverdue, followUpsSoon, overviewFollowUps, cliLog, cliLogAdd, cliLogList
  case cliLogWho, cliLogDate, cliLogChannel, cliLogDirection, cliLogSubject, cliLogFollowUp, cliLogNotes
  case cliLogOverdue, cliLogAdded, cliNobody, cliSeveral, cliHistory, cliHistoryKind, cliHistoryFormat
  // Forms.
  case formNew, formVersion, formChanged, formFromDraft, mergeBase, mergeMine, mergeTheirs, mergeHelp
  case notStated, yes, listed
  // Queries.
  case paneViews, commandViews, commandKeepView, commandApplyView, commandOverwrite, commandRename
  case commandShare, viewsOwn, viewsShared, viewsNone, viewNameQuestion, viewShown, viewKept
  case viewSharedNow, viewPersonalNow, cliList, cliListQuery, cliListView, cliListColumns, cliListFormat
  case cliViewUnknown, cliColumnUnknown
  case commandComplete, commandNextCandidate, commandEarlierQuery, commandLaterQuery, queryNone, queryYes
  case queryNo, queryWords, queryIs, queryIsNot, queryHas, queryHasNo, queryNot, queryContains, queryOr
  case querySince, queryBefore, queryIn, queryBetween, queryFieldUnknown, queryFieldNear
  case queryValueUnknown, queryValueNear, queryValueMissing, queryDay, queryDayHint, queryNoWords
  case queryTooMany, queryRest, queryNothingToComplete, queryLooking
  case queryInCountry, queryNotInCountry, querySpeaks, querySpeaksNo, queryBeing, queryNotBeing
  // Stakeholders.
  case commandSearch, commandFilter, commandSort, commandColumns, commandNew, commandRetire, commandMark
  case commandShowRetired, commandClear, commandEditField, commandCancel, commandMoveUp, commandMoveDown
  case stakeholderCount, matchCount, markedCount, observerSince, noStakeholders, noMatch, retiredOnly
  // Hints and drafts.
  case cliExportWhere, cliWhereIsForStakeholders, cliLanguageUnknown, launchOutside
  case timelineFinished, paneDrafts, paneDraft, draftElsewhere, keptAsNewDraft, hintChoice
  // Plans and activities.
  case timelineNoRelease, dependsCircle
  case sectionWork, sectionPlan, timelineQuarter, timelineNobody, timelineLaunch, timelineLaunchHeading
  case timelineNoPlan, timelineNoPlanHeading, timelineSee, timelineRelease, timelineNoActivities
  case timelineActivities, timelineNoneFits, timelinePlanSlip, timelineKeptByLaunch, timelineWaits
  case timelineNoSessions, timelineSteps, timelineDecided, timelineMoved, timelineInTheWay
  case timelineLeftInTheWay, timelinePushed, timelineOnce, timelineTimesMove, timelineStepsMove
  case timelineNoDays, timelineAdoptedStays, timelineFrozen, timelineFroze, timelineRemoved, timelineHangs
  case timelineCancelledInstead, hangsSteps, hangsFollowers, hangsTimes, hangsBudget, hangsProducts
  case hangsEvents, hangsActivities, timelinePartOf, timelineWaitsFor, timelineAwaited, timelineStepsLabel
  case timelineWith, timelineUnknown, timelinePlans, paneOccurrences, paneDepends, occurrencesOpen
  case occurrencesOpenNow, occurrencesDone, occurrencesSkipped, occurrencesMoved, occurrencesNoSession
  case occurrencesNoEvent, occurrencesNone, occurrencesNoStart, commandPressing, commandFold, commandFoldAll
  case commandEarlierTime, commandLaterTime, commandZoomIn, commandZoomOut, commandToday, commandOccurrences
  case commandTick, commandSkip, commandStep, commandNewPlan, commandDepends, commandFreeze, commandTakeOut
  case commandShiftLater, commandShiftEarlier, commandEndLater, commandEndEarlier, commandStartLater
  case commandStartEarlier, commandDrop, commandPush, changeReschedule, changeFreeze

  // Budget, ledger, products.
  case productsSourceStays
  case paneLedger, commandLedger, commandDecide, ledgerOpen, ledgerDecided, ledgerDecidedOn, ledgerStands
  case ledgerFollowed, ledgerNotFollowed, ledgerEffect, ledgerDecision, ledgerReason, ledgerSide
  case overviewDecided, paneBudget, commandBudget, budgetDollars, budgetTable1, budgetPlan, budgetLaunch
  case budgetNoPlan, budgetWhole, budgetWholeLaunch, budgetPer, budgetPartOf, budgetAt, budgetNoRate
  case budgetAdopted, budgetAnswered, budgetOverCommitted, budgetOverIndicative, budgetSpentOver
  case budgetLeftOut, budgetInAll, budgetAll, budgetOnlyOver, budgetOnlyLeftOut, budgetNothing, budgetAdd
  case budgetFixed, budgetChooseLine, budgetConsultancy, budgetNoConsultancy, budgetNoPeriod
  case budgetNoSupervisor, budgetSupervised, budgetPlanColumn, budgetFormula, budgetUSD, budgetGapColumn
  case cliBudget, cliProducts, cliTableFormat, commandProducts, commandNotFeasible, commandRenewed
  case commandSourceChanged, productsHeading, productsParity, productsOfFeasible, productsNotPlanned
  case productsStale, productsStaleLong, productsStaleSince, productsStaleOf, productsUnknownSource
  case productsDue, productsSource, productsOf, productsStaleCount, productsUnderWay, productsInfeasible
  case productsOnlyStale, productsOnlyOpen, productsNone, productsNoMatch, productsFinished
  case productsNothingStale, productsWhyNot, productsSourceQuestion, productsReading, productsSourceSame
  case productsSourceChanged

  // Calendar.
  case calendarNotesOwn
  case problemRule, commandCalendar, commandCalendarWeek, commandCalendarMonth, commandZone
  case commandNextDay, commandPreviousDay, calendarZoneHelp, calendarNoEvent, calendarNothing, calendarCount
  case calendarMore, calendarWeek, calendarWeekShort, calendarSeries, calendarEvents, calendarSessions
  case calendarDeadlines, calendarLaunches, calendarOpen, cliCalendar, cliCalendarExport, cliCalendarImport
  case cliCalendarPublish, cliCalendarFrom, cliCalendarTo, cliCalendarKind, cliCalendarLaunch
  case cliCalendarPublic, cliCalendarFile, cliCalendarZone, cliCalendarFolder, cliCalendarKindUnknown
  case cliCalendarLaunchUnknown, cliCalendarBackwards, cliCalendarWritten, cliCalendarLeftOut
  case cliCalendarLost, calendarNotText, calendarNoCalendar, calendarNoteVersion, calendarNoteOutside
  case calendarNoteEnd, calendarNoteLine, calendarNoteNUL, calendarNoteBytes, calendarNoteUID
  case calendarNoteTitle, calendarNoteFloating, calendarNoteLike, calendarNoteZone, calendarNoteSkipped
  case calendarNoteRepeated, calendarNoteSeconds, calendarNoteBackwards, calendarNoteBadEnd
  case calendarNoteBadRule, calendarNoteRule, calendarNoteValue, calendarNoteNoStart, calendarNoteBadStart
  case calendarNoteAgain, calendarNoteOlder, calendarNoteOwn

  // Launch and board.
  case boardLeftDays, boardLeftHours, boardLeftMinutes, boardBriefDays, boardBriefHours, boardNoEmbargo
  case boardEmbargoIn, boardEmbargoLifted, boardNobodyOnDuty, boardThenOnDuty, boardNoDeadline
  case boardOverdue, boardIn, boardHeardCount, boardOutside, boardToAnswer, attentionAhead, attentionDay
  case attentionOver, boardAllDay, boardOnDuty, boardLate, boardNothingNext, boardEnquiries
  case boardEnquiriesOver, boardNoEnquiries, boardHeard, boardTone, boardMessages, boardEmptyCell
  case boardHidden, boardOutsideBrief, boardToAnswerBrief
  case boardUndated, boardMoved, boardNoCard, boardRemoved, boardNoOthers, boardNoDay, boardLaunchGone
  case boardTitle, boardLastChange, boardEmpty, rehearsal, rehearsalStore, launchNoMonths, launchIsModel
  case launchFilled, launchOutsideMonths, launchAttention, launchDuties, launchPeriod, launchBudget
  case paneLaunches, paneLaunchDetails, paneNewLaunch, paneCards, commandChooseLaunch, commandNewLaunch
  case commandTemplate, commandLaunchDetails, commandNewCard, commandBlock, commandNextCard
  case commandPreviousCard, commandCardLater, commandCardEarlier, commandCardDown, commandCardUp
  case commandBoardHours, commandBoardDays, commandBoardBack, commandBoardForward, commandBoardNow,
    commandBoardPanel
  case commandOtherCards, commandBoardEnquiries, changeTemplate, problemNowACard, cliClock, cliSpeed
  case cliSpeedNeedsClock, cliBoard, cliBoardLaunch, cliBoardWatch, cliBoardPrint, cliBoardColumns
  case cliWatchOrPrint, cliWatchNeedsTerminal, cliLaunchUnknown

  // Press office.
  case commandPress, commandLinkPerson, commandNextList, commandPreviousList, commandSpokesperson
  case commandDecline, commandAppearance, commandReleaseMaterial, commandCheckFile, commandLogStep
  case commandRespond, commandQuery, commandStakeholderList, commandMailing, paneAnswer, paneDecline
  case paneEnquiry, paneApproval, paneEarlyRelease, paneLogStep, paneSpokesperson, panePerson
  case pressEnquiries, pressAppearances, pressSpokespersons, pressMedia, pressMailing, pressMaterial
  case pressResponses, sectionLinks, pressStateHeading, pressDeadlineHeading
  case outletHeading, subjectHeading, pressHandHeading, pressLanguageHeading, whenHeading
  case kindHeading, pressSpeakerHeading, pressNameHeading, pressLanguagesHeading, pressTodayHeading
  case pressLoadHeading, pressWeekHeading, pressTrainingHeading, pressTopicsHeading, pressCountryHeading
  case pressMailingHeading, pressLanguageLongHeading, pressReachedHeading, pressLeftOutHeading
  case pressShareHeading, pressEmbargoHeading, pressOwnerHeading, pressOpenedHeading, pressIssueHeading
  case pressLastStepHeading, mediaToneHeading, mediaMessagesHeading, mediaFlagsHeading, pressMinutes
  case pressHours, pressDays, pressIn, pressAgo, pressLate, pressTook, pressBy, noDeadline, pressHeld
  case pressNeedsSecond, pressReleased, pressAvailable, pressUnsaid, pressAway, pressTrained
  case pressUntrained, pressTasks, pressNoEmbargo, pressWritten, mediaAnswering, recordClosed, pressTaken
  case pressNobodySpeaks, pressAppearanceMade, pressAnswered, pressDeclined, pressReason, pressWhoAsks
  case pressSayWhen, pressDeadlineHint, pressOutletHint, pressTakenIn, pressAssigned, pressAssignedAway
  case personLinked, personNotFound, pressIsReleased, pressFirstWord, pressOut, pressWaitsForSecond
  case pressReleaseWord, pressEarlyQuestion, pressEarlyWrong, pressNoFile, pressChecking, pressDigestSame
  case pressDigestDifferent, pressDigestKept, pressLogQuestion, pressLogged, mediaResponseThere
  case mediaResponseOpened, pressApproved, pressNoLanguage, pressQueryHelp, pressMailingQuestion
  case pressMailingWritten, pressReach, pressTwoPeople, pressWeekHelp, pressComing, pressOpenResponses
  case pressOpen, pressOverdue, pressMedian, pressBurning, listNothing, pressNoMedia
  case pressNoLists, problemUnderEmbargo, changeAppearance, changeReleaseMaterial
  case pressInfluential, pressOtherFile, listNotFound, pressSpeaksThere, pressSpeaksNoMore
  case cliMaterial, cliMaterialList, cliMaterialRelease, cliMaterialID, cliBeforeEmbargo, cliReleaseWhy
  case cliMaterialNone, cliMaterialUnknown, cliUnderEmbargo

  // Alarms.
  case paneAlarms, commandAlarm, commandAlarms, commandAlarmLevel, commandMine
  case alarmEmbargo, alarmUnanswered, alarmUnreleased, alarmMissed, alarmLate, alarmDue, alarmDueToday
  case alarmMinutes, alarmHours, alarmDays, alarmMore, alarmPart, alarmSentence, alarmPlace, alarmNone
  case alarmNoneMine, alarmMine, alarmLine, alarmCounts, alarmWhen, alarmWhat
  case cliDue, cliDueCodes, cliDueDays, cliDueFormat, dueSummary, problemDays
  case overviewLateCount, overviewDueCount

  case paneCalendar, panePress, paneProducts, hintMoment, hintTime
  case problemMoment, problemTime, problemZone, problemSkippedTime, problemRepeatedTime, problemAmount
  case problemCurrency, problemCircle, problemNotByHand, problemSecondPerson
  case hintChoices, hintList, hintDay, changedRecords, columnNoRoom
  // Duplicates, merges, edits of many.
  case paneDuplicates, panePair, paneBulk, commandDuplicates, commandMergeMarked, commandMarkAll
  case commandBulk, commandSideBySide, commandNotSame, commandSearchAgain, commandMerge
  case commandKeepLeft, commandKeepRight, commandKeepBoth, commandNextPair, commandBulkApply
  case commandBulkAction, duplicateErrand, duplicatesFound, duplicatesWaiting, duplicatesNone
  case duplicatesDone, duplicateCount, duplicateBetween, duplicateReason, duplicateValues
  case duplicateScore, duplicateLeft, duplicateTold, duplicateCrowd, pairStays, pairGoes
  case pairResult, pairGone, pairWaiting, pairStrict, pairFirst, pairSecond, pairBoth, merged
  case pairPublished, pairHeldBack, pairPublishes, pairPublishesNothing, pairHolds, pairValue
  case pairRefused, pairFewerFields, pairNotAgreed, pairNotListed
  case toldApart, markTwo, markFirst, changedMeanwhile, changeMerge, changeTellApart, changeBulk
  case bulkHelp, bulkNoValue, bulkWaiting, bulkNothing, bulkChanged, bulkSame, bulkGone
  case bulkSkipped, bulkRefusals, bulkConfirm, bulkExample, bulkDone, cliDuplicates
  case cliDuplicatesLimit, cliDuplicatesColumns
  // Overview.
  case overviewDue, overviewNothingDue, overviewLate, overviewDueWord, overviewEarly, overviewNext
  case overviewUnderWay, overviewStakeholders, overviewRoles, overviewLaunch
  case overviewNoRelease, overviewRelease, overviewBefore, overviewAfter, overviewToday, overviewCells
  case overviewNextCell, overviewNoCells, overviewIndicators, overviewEvidence, overviewNoEvidence
  case overviewOf, overviewDisagree, overviewOr, overviewChanges, overviewNoChanges
  // Files other than CSV, mailing lists.
  case cliMailingChannel, cliMailingLanguage, cliMailingIsCSV, cliChannelIsForMailing
  case cliCardsAreStakeholders, mailingCount, mailingExcluded
  case fileNotText, cardNone, cardUnclosed, cardLinesOutside, cardLineTooLong, cardTooLong
  case cardAddedEnd, cardSkippedLine, cardSkippedInner, cardNameFromEmail, cardLeftOut
  case jsonEndsEarly, jsonUnexpected, jsonTooDeep, jsonRecordTooLong, jsonNoObject, jsonWrongValue
  // Command line.
  case cliAbstract, cliDiscussion, cliSample, cliOnlyDashboard, cliAsOf, cliReadOnly, cliTheme
  case problemID, problemSlot
  case csvUnclosedQuote, csvTextAfterQuote, csvFieldCount, csvFieldTooLong, csvTooManyColumns, csvNotText
  case csvEmpty, csvUndecodable, csvRepairedQuote, csvRemovedNUL
  case importColumnMissing, importColumnUnknown, importColumnRepeated, importEncoding, importEncodingNames
  case importTitlesNew, importTitlesChanged, importAmbiguous, importDuplicate, importSameRow
  case importCounts, importNoneNew, importDryRun, importRefused, importWritten, importClash, importGone
  case fileUnreadable, fileUnwritable, fileInUse, fileStands, cliForce, cliForceHelp, paneReplace
  case commandReplace, replaceStands, replaceMore, replaceQuestion, storeSound, storeDamaged, storeCopied
  case storeStray, storeStrayMerged, storeFindings, findingPublished
  case cliImport, cliImportKind, cliImportFile, cliDryRun, cliSkipRejected
  case cliExport, cliExportKind, cliFormat, cliSpreadsheetSafe, cliOutput, cliAll, cliSafeIsForCSV
  case cliStore, cliStorePath, cliStoreCheck, cliStoreBackup, cliBackupFile, cliStoreOption, cliLanguage
  // Regions, pivot and balance.
  case paneRegions, commandRegions, regionsCount, regionNone
  case panePivot, commandPivot, commandPivotRows
  case commandPivotColumns, commandPivotSwap, commandPivotOrder, pivotAll, pivotNone, pivotManifold
  case pivotShare
  case paneBalance, commandBalance, balanceRule, balanceSource, balanceCount, balanceBy, balanceTitle
  case balanceStated, balanceUnstated, balanceEven, balanceEvenShare, balanceNobodyFrom, balanceWithinRegion
  case balanceWithin, balanceGroups, balanceFew, balanceFewWithin, balanceShare, balanceShareSmall
  case cliCount, cliCountRows, cliCountColumns, cliCountUnknown
  // Views with a table.
  case cliCountView, cliCountNothing
  // Regions of notices.
  case noticeScheme, cliNoticeScheme
  // Records to review.
  case overviewReview
  // Timeline.
  case timelineTable1, timelinePlan, timelineState, timelineDates, timelineProgress, timelineBudget
  case timelineOwner, timelineMonths, timelineSlip, timelineNoSlip, timelineDone, timelineLate
  case timelineDue, timelineDueToday, timelineEarly, timelineUnderWay, timelineNotBegun, timelineOngoing
  case timelineCancelled, timelineBegins, timelineSlipLate, timelineSlipEarly, timelineFrom, timelineTo
  case timelineQuoted, timelineNotApplicable, timelineAmount, timelineShare, timelineTotal, timelinePerDay
  case timelineTableItem, timelinePlanItem, timelineBudgetPrinted, timelinePressing, timelineOnlyTable1
  case timelineOnlyPlan, timelineAdopted, timelineCurrent, timelineTiming
  case timelineBudgetLabel, timelineSource, commandNextState, commandBaseline
  // Launch.
  case paneNote, paneReleaseDay, commandState, commandNote, commandLaunchWeek, commandLaunchMonths
  case commandReleaseDay, launchMonthsHeading, launchDoneHeading, launchAll
  case launchDone, launchNothing, launchNoteMark, launchEmpty, launchNext
  case launchPlace, launchSet
  // Import in the dashboard.
  case paneImport, commandImport, commandPreview, commandChooseField, commandLeaveOut
  case commandSaveMapping, commandLoadMapping, commandWrite, commandNextKind, commandPreviousKind
  case importPath, importReadingFile, importComparing, importWriting, importLeftOut, importID
  case importColumn, importValues, importBecomes, importColumnCounts, importNameMissing
  case importDatesOpen, importColumnProblem, importMappingName, importMappingSaved
  case importMappingLoaded, importNoMappings, importNotYet, importWillWrite, importWillLeaveOut
  case importLine, importMore, importOptOut, importDone, importStayedOut, importOptOutsKept
  case importNext, importNextUndo, importNextClean
  case cliMapping, cliMap, cliSaveMapping, importReadAs, importNoMapping, importNoTitle, importNoField
  case importNamesItsFields, importMappingFits
  // Evaluation.
  case commandEvidence, commandRemove, commandTables, commandRecords, evaluationIndicators
  case evaluationEvidence, evaluationNone, evaluationNoneHere, evaluationCounted, evaluationUndated
  case evaluationLater, evaluationParticipationPart, evaluationDiversityPart, evaluationParticipation
  case evaluationActs, evaluationStakeholders, evaluationAll, evaluationCountries, evaluationCountryHeading
  case evaluationRepresented
  case evaluationDisciplines
  // Evaluation: indicators, evidence, charts.
  case paneMedia, paneSurveys, paneVoices, paneReports
  case chartMore, chartSum, chartMean, commandCharts, commandAttach, paneEvidence, evidenceFor, evidenceHint
  case evidenceRung, evidenceTitle, evidenceNote, evidenceAttached, evidenceByHand, evidenceGone
  case evidenceRecordGone, evaluationYearsPart, evaluationRepresentationPart, evaluationTrendsPart
  case evaluationByYear, evaluationNoIndividual, evaluationPresent, evaluationWhole, evaluationShare
  case evaluationMissing, evaluationOutside, evaluationPercent, evaluationAgainstScheme
  case evaluationAgainstMembers, evaluationTrendParticipation, evaluationTrendActs, evaluationActual
  case evaluationBaseline, evaluationTarget, evaluationNoReading, evaluationNoMeasure, evaluationReadingValue
  case evaluationReadingDay, evaluationValueHint, evaluationMembers, evaluationMembersHint, evaluationMeasure
  case evaluationUnknownCountry, commandMeasure, commandReading, commandMembers, paneReading, paneMembers
  case cliIndicators, cliMembers, evidenceLabel
  // Surveys: bank, translations, forms.
  case commandSurveys, surveysList, surveysBank, surveysMissing, surveyNone, surveyNoQuestions
  case surveyGaps, surveyReady, surveyNewID, surveyOfSurvey, commandTurnState, surveyOpened
  case commandFormExport, commandFormImport, commandResponses, surveyFormWhere, surveyFormFrom
  case surveyFormWritten, surveyResponsesFrom, surveyComplete
  case problemRepeatedCode, problemFixed, problemNobodyNamed, problemAnswered, problemInUse, problemNotReady
  case gapNoQuestions, gapNoLanguages, gapUnknownQuestion, gapNoChoices, gapNoRows, gapNoScale, gapUntitled
  case gapNotIntroduced, gapUntranslated, gapText, gapChoice, gapRow
  case answerUnknown, answerRepeated, answerTooMany, cliSurvey, cliSurveyForm, cliSurveyFormExport
  case cliSurveyFormImport, cliSurveyImport, cliSurveyID, cliSurveyTo, cliSurveyFile, cliSurveyFrom
  case cliSurveyGroup, cliSurveyMode, cliSurveyUnknown, cliSurveyFolder, surveyResponses, commandGroup

  // Surveys: results, answering.
  case commandResults, commandAnswer, commandInvite, commandCross, commandWaves, commandRates
  case commandMatched, commandTurnLanguage, commandReadWords, commandPercent, paneResults, paneInterview,
    paneInvite
  case paneVariable, resNoAnswer, resAnswered, resHidden, resWords, resWordsHidden, resMean, resMeanOnly
  case resFirst, resMeanRank, resResponses, resStillOpen, resNoGroups, resOfInvited, resNoAction
  case resCrossHidden, resSeveral, resFirstOnly, resNoWaves, resNotAsked, resNotInAll, resCounting
  case resNothing, resMost, resMissing, resWordsNoTable, resGroup, askEnd, askOpen, askOne, askSome
  case askMany, askRanking, askRequired, askUnknown, askTwice, askTooMany, askTooLong, askDraft, askClosed
  case askNotNow, askRefused, askSaved, askDropped, askNamed, askNobody, askKeys
  case askBroken, invToAsk, invLeftOut, invLimit, invLimitLabel, invQueryHint, invNobody, invHelp, invDone
  case invDry, timesAsked, timesAskedText, changeInvite, cliResults, cliResultsQuestion, cliResultsCross
  case cliResultsWaves, cliResultsRates, cliResultsActions, cliResultsWords, cliResultsUnknown, cliAnswer
  case cliAnswerLanguage, cliInvite, cliInviteQuery, cliInviteView, cliInviteLimit, cliInviteDry
  case cliInviteNobody, resRawExport

  // Media monitoring.
  case commandMedia, commandFavourable, commandNeutral, commandCritical, commandInaccurate, commandOutside
  case commandNeedsResponse, commandFoldStories, commandStory, commandJoinStories, commandPartStory,
    commandMediaCharts
  case commandLoadMedia, mediaItems, mediaStories, mediaCharts, mediaFeeds, mediaItemCount, mediaStoryCount
  case mediaCounted, mediaMarked, mediaFolded, mediaCopies, mediaFeedCount, mediaNone, mediaNotFound
  case mediaNoFeeds, mediaNoMessage, mediaOneStory, mediaMarkTwo, mediaJoined, mediaParted, mediaCoded
  case mediaFileQuestion, mediaTaken, mediaFeedsTaken, mediaRefused, mediaFinding, mediaUndated
  case mediaJoinedTo, mediaMisnamed, mediaBroken, mediaIsAList, mediaIsNoList, mediaUnknownFeed
  case mediaChartTitle, mediaByDay, mediaByLanguage, mediaByKind, mediaByCountry, mediaPullThrough
  case mediaToneByKind, mediaKindTone, mediaReach, mediaToday, mediaWeek, mediaMonth, mediaYear
  case mediaLastYear, mediaOwnDays, mediaDays, mediaDaysQuestion, mediaLanguageHeading, mediaCountryHeading
  case mediaReachHeading, paneFindings, xmlMalformed, xmlMismatch, xmlUnclosed, xmlEndsEarly, xmlTooDeep
  case xmlTooLong, xmlNoFeed, cliMedia, cliMediaImport, cliMediaFiles, cliMediaFeed, cliMediaLaunch
  case cliMediaFeeds, cliMediaFeedsImport, cliMediaFigures, cliMediaFrom, cliMediaTo, commandMessageA
  case commandMessageB, commandMessageC, commandMessageD, commandMessageE, commandMessageF, commandMessageG

  // Voices: opportunities, calls, comments, concerns, focus groups.
  case commandVoices, voOpportunities, voCalls, voComments, voConcerns, voGroups, voFindings, commandTell
  case commandTellList, commandReply, commandParticipant, commandAcceptComment, commandPartly
  case commandNotAccept, commandReason, commandNextOpen, commandCopyAnswer, commandOpenOnly
  case commandImportSheet, commandPublish, commandConcern, voNoRule, voCode, voNone, voUncoded, voNoFinding
  case voState, voToldOne, voNotToBeTold, voToldMany, voNobodyToTell, voReplied, voWhichList
  case voWhichListHint, voTakesPart, voLeaves, voResolution, voReason, voCommentCount, voAnsweredMany
  case voNotConsidered, voConsidered, voAllConsidered, voNoAnswers, voMarked, voChooseCall, voDays, voOpen
  case voWithoutRule, voOverdue, voMedian, voGroupFigures, voImportPath, voSheetRefused, voPublishPath
  case voPublished, problemDeliverable, problemNoCall, cliComments, cliCommentsList, cliCommentsImport
  case cliCommentsPublish, cliCommentsNames, cliCommentsCall, cliCommentsFormat, cliCommentsFile
  case cliCommentsLanguage, cliOpportunities, cliConcerns, commandFindings, overviewVoices

  // Reports.
  case commandReports, commandReplaceText, commandAddText, commandOmit, commandGenerated
  case commandExportReport, commandReleaseReport, paneReportText, paneReportRelease, paneReportFile
  case paneReportSources, reportsNone, reportReleasedOn, reportOmitted, reportReplaced, reportAdded
  case reportMoved, reportBehind, reportSourcesAll, reportIsReleased, reportNoSources, reportUntouched
  case reportTextQuestion, reportReleaseQuestion, reportWasReleased, reportPath, reportFormat
  case reportNoDays, reportDamaged, reportUnreadable, reportUnknown, reportNotReleased, changeReleaseReport
  case cliReport, cliReportEvaluation, cliReportAudience, cliReportFrom, cliReportTo, cliReportFormat
  case cliReportLanguage, cliReportASCII, cliReportList, cliReportShow, cliReportDraft
  case cliReportRelease, cliReportCheck, cliReportID, cliReportName, cliReportSame, cliReportNow

}
