import Phrases
import Terminal

/// What a key means wherever it means anything: the keys that people learn once. All others are free to the panes.
///
/// `Keys.md` of the manual prints it, and a test holds every command table to it.
enum KeyGrammar {
  /// Does whatever Esc does: phones, screen readers and bad links may keep Escape to themselves.
  static let secondEscape: KeyChord = "Ctrl-D"

  struct Rule: Sendable {
    let keys: [KeyChord]
    /// For the manual.
    let meaning: String
    /// What the commands of these keys may be called.
    let titles: Set<PhraseKey>

    init(_ keys: [KeyChord], _ meaning: String, _ titles: Set<PhraseKey>) {
      (self.keys, self.meaning, self.titles) = (keys, meaning, titles)
    }
  }

  static let rules = motions + ways + works + everywhere

  private static let motions: [Rule] = [
    Rule(["j", "k"], "down, up", [.commandDown, .commandUp]),
    Rule(
      ["h", "l"],
      "left, right: in a table, among lists that stand side by side, and back where nothing is left of it",
      [
        .commandLeft, .commandRight, .commandBack, .commandEvidence, .commandPreviousDay, .commandNextDay,
        .commandPreviousList, .commandNextList, .commandPreviousKind, .commandNextKind, .commandKeepLeft,
        .commandKeepRight,
      ]),
    Rule(["g", "Home"], "first", [.commandTop]),
    Rule(["G", "End"], "last", [.commandBottom]),
    Rule(
      ["[", "]"], "the list, card or pair before, and the next; in a plan they shift it",
      [
        .commandPreviousList, .commandNextList, .commandPreviousCard, .commandNextCard, .commandNextPair,
        .commandShiftEarlier, .commandShiftLater,
      ]),
    Rule(
      ["<", ">"], "earlier, later",
      [
        .commandEarlierTime, .commandLaterTime, .commandBoardBack, .commandBoardForward, .commandPageUp,
        .commandPageDown,
      ]),
    Rule(
      ["J", "K"], "carries what is under the cursor down, up",
      [.commandMoveDown, .commandMoveUp, .commandCardDown, .commandCardUp]),
  ]

  private static let ways: [Rule] = [
    Rule(
      ["Enter"],
      "opens, chooses or accepts; in a form it goes to the next field, and at the last one it is done",
      [
        .commandOpen, .commandEdit, .commandEditField, .commandNote, .commandEvidence, .commandRecords,
        .commandItems,
        .commandAsItWas, .commandApplyView, .commandSideBySide, .commandGoThere, .commandReadWords,
        .commandLines,
        .commandSayWhy, .commandChoose, .commandChooseField, .commandTakeStep, .commandTurn, .commandCopy,
        .commandMailing, .commandAccept, .commandSave, .commandDrop, .commandKeepWords, .commandNextField,
        .commandNextPart, .commandDown, .commandBack, .commandNewCard,
      ]),
    Rule(
      ["Esc", secondEscape], "back; what is typed is kept as a draft, and nothing is written",
      [.commandBack, .commandClear, .commandCancel]),
    Rule(
      ["Ctrl-S", "F2"], "done with a form or a page: saves or does it",
      [
        .commandSave, .commandAccept, .commandKeepWords, .commandMerge, .commandBulkApply, .commandInvite,
        .commandSend, .commandPreview, .commandWrite, .commandBack, .commandOpen,
      ]),
    Rule(
      ["Tab", "Shift-Tab"], "completes what is typed, else goes to the next or previous part",
      [
        .commandNextPane, .commandPreviousPane, .commandComplete, .commandNextCandidate, .commandNextField,
        .commandPreviousField, .commandDown, .commandUp, .commandRight, .commandLeft, .commandBulkAction,
        .commandNextKind, .commandPreviousKind, .commandNames, .commandBulkSight,
      ]),
    Rule(
      ["Space"],
      """
      the next state of what has one; where several rows are chosen, or what is said of a row takes a reason (comments, \
      items in the media), it marks; in a page of text, a page down
      """,
      [
        .commandNextState, .commandState, .commandNextStep, .commandTurnWay, .commandFollowed, .commandTick,
        .commandTakeStep, .commandSettle, .commandEnough, .commandTurnState, .commandAlarmLevel, .commandMark,
        .commandChoose, .commandTakeRow, .commandPageDown,
      ]),
  ]

  private static let works: [Rule] = [
    Rule(
      ["e"], "edit", [.commandEdit, .commandEditRequest, .commandDecide, .commandReplaceText, .commandSayWhy]),
    Rule(
      ["n"], "new; and no, beside y",
      [
        .commandNew, .commandNewLaunch, .commandNewCard, .commandNewContact, .commandNewRequest,
        .commandGuidance,
        .commandConsentNo,
      ]),
    Rule(["y"], "yes, to a question", [.commandYes, .commandConsentYes]),
    Rule(["D"], "removes, retires", [.commandRemove, .commandRetire, .commandTakeOut]),
    Rule(
      ["x"], "says no to what is under the cursor: declines it, leaves it out, sets it aside with a reason",
      [
        .commandBlock, .commandDecline, .commandNotFeasible, .commandNotAccept, .commandNotSame,
        .commandLeaveOut,
        .commandLeaveEmpty, .commandWaive, .commandSkip, .commandOmit, .commandBulkSight,
      ]),
    Rule(["f"], "filter", [.commandFilter, .commandQuery, .commandOpenOnly, .commandMine, .commandLevel]),
    Rule(["/"], "search", [.commandSearch]),
    Rule(
      ["L"], "the log: of contacts, of what was given out; and back from it",
      [.commandLog, .commandDisclosures, .commandBack]),
    Rule(["H"], "history, and back from it", [.commandHistory, .commandBack]),
    Rule(["u"], "undo", [.commandUndo, .commandTurn]),
    Rule(["Ctrl-R"], "redo", [.commandRedo]),
    Rule(["Ctrl-X"], "throws away what is typed, after a question", [.commandDiscard, .commandClear]),
    Rule(["F4"], "the whole screen for a long text", [.commandEditor, .commandOwnEditor]),
  ]

  /// What is in every pane means nothing else in any.
  private static let everywhere: [Rule] = [
    Rule(
      [":", "?", "F1", "@", "!", "#", "_", "I", "A", "W", "q", "Ctrl-E", "Ctrl-O", "Ctrl-Z"],
      "the same in every pane",
      [
        .commandPalette, .commandHelp, .commandBack, .commandAsOf, .commandAlarm, .commandCitations,
        .commandBar,
        .commandAttach, .commandAlarms, .commandRegions, .commandQuit, .commandExport, .commandDraft,
        .commandSuspend,
      ]),
    Rule(
      (0...9).map { KeyChord(.character(Character(String($0)))) },
      "go to a pane, from everywhere that is no typing",
      Set(PaneRegistry.entries.map(\.title))),
  ]

  /// The commands that no rule holds.
  static let exceptions: Set<CommandName> = ["media.indigenous", "media.regions", "media.disciplines"]

  /// For the manual.
  static var markdown: String {
    let rules = rules.map { rule in
      "| \(rule.keys.map { "`\($0)`" }.joined(separator: " ")) | \(rule.meaning) |\n"
    }
    let exceptions = exceptions.map { "`\($0.text)`" }.sorted().joined(separator: ", ")
    return """

      ## What a key means everywhere

      Other keys are each pane's own. A key of another keyboard layout (Russian, Ukrainian, Greek, Hebrew, Arabic,
      Persian), a full-width form or a digit of another script does what the Latin key in its place does, where nothing
      is typed.

      | Keys | Mean |
      |---|---|
      \(rules.joined())
      The key messages of the media are called a to g in the plan: where the codes stand on the screen with what they
      mean, so do their letters (\(exceptions)).

      """
  }
}
