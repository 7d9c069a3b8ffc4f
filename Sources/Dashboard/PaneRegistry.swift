import Model
import Phrases
import Store
import Terminal

/// The panes in the order of their number keys: a new pane is one line here.
public enum PaneRegistry {
  struct Entry: Sendable {
    let command: CommandName
    let title: PhraseKey
    let make: @Sendable () -> any Pane
    let commands: @Sendable () -> [CommandName]

    init<P: Pane>(_ command: CommandName, _ title: PhraseKey, _ make: @escaping @Sendable () -> P) {
      self.command = command
      self.title = title
      self.make = make
      commands = { P.commands.map(\.name) }
    }
  }

  static let entries: [Entry] = [
    Entry("pane.overview", .commandOverview) { OverviewPane() },
    Entry("pane.stakeholders", .commandStakeholders) { StakeholdersPane() },
    Entry("pane.timeline", .commandTimeline) { TimelinePane() },
  ]

  public static func panes() -> [any Pane] { entries.map { $0.make() } }

  static var commandNames: Set<CommandName> {
    Set(entries.flatMap { $0.commands() } + [CommandName](formCommands))
  }

  private static var formCommands: [CommandName] {
    RecordForm<Stakeholder>.commands.map(\.name) + MergeForm<Stakeholder>.commands.map(\.name)
      + PalettePane.commands.map(\.name) + HelpPane.commands.map(\.name) + DayPrompt.commands.map(\.name)
  }

  /// The form in which a draft was typed, over the record as it is now.
  static func form(of draft: Draft, in library: Library) throws -> any Pane {
    func form<R: Record>(_ type: R.Type) throws -> any Pane {
      let record = try library.read(RecordByID<R>(draft.record))
      return RecordForm(record ?? R(id: draft.record), isNew: record == nil)
    }
    return switch draft.kind {
    case .stakeholder: try form(Stakeholder.self)
    case .activity: try form(Activity.self)
    case .launch: try form(Launch.self)
    case .launchCell: try form(LaunchCell.self)
    case .evidence: try form(Evidence.self)
    }
  }

  /// What a draft is of, for the person who left it.
  static func title(of draft: Draft, _ look: Look) -> String {
    if draft.kind == .activity { return look.title(of: Activity(id: draft.record)) }
    return draft.typed["name"] ?? draft.typed["title"] ?? draft.record
  }
}
