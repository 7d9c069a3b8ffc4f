import Model
import Office
import Phrases
import Store
import Terminal

/// Ten tasks on sample data that lead a newcomer through the program: each is checked off by what really happened.
public struct Tour: Sendable, Equatable {
  enum Task: Int, CaseIterable, Sendable {
    case move, people, search, record, edit, undo, bulk, shift, board, help
  }

  private(set) var done: Set<Task> = []
  /// It was said that all is done.
  var isSaid = false

  public init() {}

  /// The first that is not done yet; nil when all are.
  var current: Task? { Task.allCases.first { !done.contains($0) } }

  mutating func check(_ task: Task) { done.insert(task) }
}

/// What happened, for the tour to look at.
enum Happening {
  /// A command ran, by whatever way.
  case ran(CommandName)
  /// A change of that name was written.
  case wrote(String)
  /// A key was pressed, in the pane of that number.
  case key(from: Int, Look)
}

extension Shell {
  private static let stakeholders = PaneRegistry.entries.firstIndex { $0.command == "pane.stakeholders" }
  private static let timeline = PaneRegistry.entries.firstIndex { $0.command == "pane.timeline" }

  /// Checks off what was done.
  mutating func follow(_ happening: Happening) {
    guard tour != nil else { return }
    switch happening {
    case .ran(let name): follow(command: name)
    case .wrote("edit") where at == Self.stakeholders: tour?.check(.edit)
    case .wrote("edit") where at == Self.timeline: tour?.check(.shift)
    case .wrote("bulk-set"), .wrote("bulk-add"), .wrote("bulk-remove"): tour?.check(.bulk)
    case .wrote: break
    case .key(let before, _):
      if at == Self.stakeholders, before != at { tour?.check(.people) }
      if let pane = panes[at] as? StakeholdersPane, !pane.list.filter.isEmpty { tour?.check(.search) }
      if let pane = panes[at] as? LaunchPane, pane.isBoard { tour?.check(.board) }
      if top is HelpPane { tour?.check(.help) }
    }
    guard tour?.current == nil, tour?.isSaid == false, let finished = tour else { return }
    tour?.isSaid = true
    present(TourSheet(finished))
  }

  private mutating func follow(command name: CommandName) {
    switch name {
    case "stakeholder.open": tour?.check(.record)
    case "undo": if outlook.undo != nil { tour?.check(.undo) }
    case "palette.run": tour?.check(.help)
    default: if name.text.hasSuffix(".down") { tour?.check(.move) }
    }
  }

  static let tourCommands: [Command<Shell>] = [
    Command("tour.start", .commandTour, [], when: { $0.isAtPane && $0.tour == nil }) { shell, _ in
      // Its tasks change records.
      guard shell.isSample else { return [.tour] }
      shell.tour = Tour()
      return []
    },
    Command("tour.tasks", .commandTourTasks, ["F8"], when: { $0.tour != nil && $0.layers.isEmpty }) {
      shell, _ in
      shell.tour.map { [.present(TourSheet($0))] } ?? []
    },
    Command("tour.leave", .commandTourLeave, ["F9"], when: { $0.tour != nil }) { shell, _ in
      let done = shell.tour?.done.count ?? 0
      shell.tour = nil
      return [.announce(Phrase(.tourLeft, .number(done), .number(Tour.Task.allCases.count)))]
    },
  ]

  /// The task and its keys, in the rule above the status.
  func drawTour(on canvas: inout Canvas, row: Int, look: Look) {
    guard let tour else { return }
    let count = Tour.Task.allCases.count
    let words = tour.current.map { look.say(Phrase($0.words)) } ?? look.say(.tourDone)
    let place = look.say(.tourPlace, .number(tour.done.count), .number(count))
    canvas.spans(
      [
        Span(" \(place) ", .key), Span("\(words) ", .announcement), Span("· ", .quiet),
        Span("F9", .key),
        Span(" \(look.say(.tourOut)) ", .quiet),
      ],
      row: row, column: 1, width: canvas.size.columns - 2)
  }
}

extension Tour.Task {
  /// What is to be done, and with which keys.
  var words: PhraseKey {
    switch self {
    case .move: .tourMove
    case .people: .tourPeople
    case .search: .tourSearch
    case .record: .tourRecord
    case .edit: .tourEdit
    case .undo: .tourUndo
    case .bulk: .tourBulk
    case .shift: .tourShift
    case .board: .tourBoard
    case .help: .tourHelp
    }
  }
}
