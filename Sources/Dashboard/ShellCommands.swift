import Model
import Office
import Phrases
import Store
import Terminal

extension Shell {
  /// The last change, where no undo takes it back and that was not said yet.
  private var pendingLasting: JournalEntry? { outlook.lasting.flatMap { $0.id == saidLasting ? nil : $0 } }
  /// What the key of undo is about now.
  private var undoes: JournalEntry? { pendingLasting ?? outlook.undo }

  /// The commands of every pane.
  static let commands: [Command<Shell>] =
    paneCommands + listCommands + barCommands + tourCommands + outputCommands + [
      BackupErrand.command, PublicationErrand.command,
    ]
    + alarmCommands
    + evidenceCommands + mandateCommands + commonCommands

  /// In the order of the panes.
  static let paneCommands: [Command<Shell>] = PaneRegistry.entries.enumerated().map { index, entry in
    Command(entry.command, entry.title, [entry.key], when: { !$0.top.isTyping }) { shell, _ in
      guard shell.isAtPane else { return [.turnTo(index)] }
      shell.turn(to: index)
      return []
    }
  }

  /// The lists of each pane that has several, for the palette: whoever types "comments" goes to them.
  private static let listCommands: [Command<Shell>] = PaneRegistry.entries.enumerated().flatMap {
    index, entry -> [Command<Shell>] in
    // Which panes have lists the compiler knows: to ask each of them takes a millisecond of every start.
    guard let lists = entry.lists else { return [] }
    return lists.names.enumerated().map { place, list in
      Command(
        CommandName("\(lists.pane).list\(list.name.prefix(1).uppercased() + list.name.dropFirst())"),
        list.title, [], when: \.isAtPane
      ) { shell, _ in
        [.turnTo(index), .turnToList(pane: index, place)]
      }
    }
  }

  private static let commonCommands: [Command<Shell>] = [
    Command("pane.next", .commandNextPane, ["Tab"], when: \.isAtPane) { shell, _ in
      shell.turn(to: (shell.at + 1) % shell.panes.count)
      return []
    },
    Command("pane.previous", .commandPreviousPane, ["Shift-Tab"], when: \.isAtPane) { shell, _ in
      shell.turn(to: (shell.at + shell.panes.count - 1) % shell.panes.count)
      return []
    },
    Command(
      "undo", .commandUndo, ["u"], rank: 5, when: \.isAtPane,
      needs: .contribute, unless: { shell, _ in shell.undoes == nil ? Phrase(.nothingToUndo) : nil }
    ) { shell, look in
      guard let lasting = shell.pendingLasting else { return [.undo] }
      shell.saidLasting = lasting.id
      let said = Phrase.Argument.phrase(Phrase(lasting, look: look))
      let before = shell.outlook.undo.map { Phrase.Argument.phrase(Phrase($0, look: look)) }
      let isWord = lasting.name == "agree-message"
      guard let before else { return [.announce(Phrase(isWord ? .lastingWord : .lasting, said, .text("w")))] }
      return [
        .announce(Phrase(isWord ? .lastingWordBefore : .lastingBefore, said, before, .text("u"), .text("w")))
      ]
    },
    Command(
      "redo", .commandRedo, ["Ctrl-R"], when: \.isAtPane,
      needs: .contribute, unless: lacking(\.outlook.redo, .nothingToRedo)
    ) { _, _ in [.redo] },
    Command("mine.list", .commandOwnChanges, ["Ctrl-U"], when: \.isAtPane) { _, _ in
      [.present(OwnChangesPane())]
    },
    Command("asof.set", .commandAsOf, ["@"], when: \.isAtPane) { _, look in
      [.present(DayPrompt.asOf(look.asOf))]
    },
    Command("regions.choose", .commandRegions, ["W"], when: \.isAtPane) { _, look in
      [.present(RegionsPane(look.regions))]
    },
    Command("theme.choose", .commandTheme, [], when: \.isAtPane) { shell, _ in
      [.present(ThemePane(shell.themes))]
    },
    Command("language.choose", .commandLanguage, [], when: \.isAtPane) { shell, look in
      [.present(LanguagePane(shell.languages, current: look.language))]
    },
    Command("reading.choose", .commandTextOrder, [], when: \.isAtPane) { shell, look in
      [.present(ReadingPane(shell.order(look)))]
    },
    Command("spoken.turn", .commandSpoken, [], when: \.isAtPane) { _, look in
      [.keepSpoken(!look.isSpoken)]
    },
    Command(
      "draft.open", .commandDraft, ["Ctrl-O"], when: \.isAtPane,
      unless: { shell, _ in shell.drafts.isEmpty ? Phrase(.noDraft) : nil }
    ) { shell, look in
      shell.drafts.count == 1
        ? [.openDraft(shell.drafts[0])] : [.present(DraftsPane(shell.drafts))]
    },
    Command("palette.open", .commandPalette, [":", "Ctrl-P"], rank: 90, when: \.isAtPane) { shell, look in
      [.present(PalettePane(shell.offers(look), look: look))]
    },
    Command("help.open", .commandHelp, ["?", "F1"], rank: 91, when: { !($0.top is HelpPane) }) {
      shell, look in
      [.present(HelpPane(of: shell.top, shell.offers(look), look))]
    },
    Command("errand.stop", .commandStopErrand, [stopChord], rank: 4, when: { $0.errand != nil }) { _, _ in
      [.stopErrand]
    },
    Command("screen.repaint", .commandRefresh, ["Ctrl-L"]) { _, _ in [.repaint] },
    Command("program.suspend", .commandSuspend, ["Ctrl-Z"]) { _, _ in [.suspend] },
    Command("screen.hide", .commandHide, ["F10"]) { shell, _ in
      shell.veil.drop()
      return []
    },
    Command("layer.close", .commandBack, ["Esc"], rank: 95, when: { !$0.layers.isEmpty }) { shell, _ in
      [shell.top.loss.map { .present(AskSheet.losing($0)) } ?? .leave()]
    },
    Command("layer.discard", .commandDiscard, ["Ctrl-X"], rank: 94, when: \.isFromDraft) { _, _ in
      [.present(AskSheet.discarding())]
    },
    Command(
      backName, .commandBack, ["Esc", "Backspace"], rank: 2,
      when: { !$0.trail.isEmpty && ($0.isAtPane || $0.leadsBack("Esc")) }
    ) { shell, _ in
      shell.goBack()
      return []
    },
    Command("program.interrupt", .commandInterrupt, ["Ctrl-C"]) { _, _ in [.announce(Phrase(.quitInstead))] },
    Command("program.quit", .commandQuit, ["q"], rank: 96, when: \.isAtPane) { _, _ in [.quit] },
  ]

  private static let stopChord: KeyChord = "Ctrl-G"
  static let stopKey = stopChord.description

  /// What is on top was typed earlier.
  private var isFromDraft: Bool { origins[topNumber]?.draft != nil }

  /// Nothing lies over the pane, and nobody is typing in it.
  var isAtPane: Bool { layers.isEmpty && !top.isTyping }

  /// Every command's name, for keymap files.
  public static var commandNames: Set<CommandName> {
    Set(commands.map(\.name)).union(PaneRegistry.commandNames)
  }
}
