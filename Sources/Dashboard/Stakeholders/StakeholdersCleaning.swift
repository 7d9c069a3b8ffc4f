import Model
import Office
import Phrases
import Store
import Terminal

/// What keeps the base clean: duplicates, marks, edits of many.
extension StakeholdersPane {
  /// What is remembered between the keys.
  struct Cleaning: Sendable {
    /// The last search for duplicates, until it is looked at from another place.
    var found: DuplicateErrand.Outcome?
    /// How often all were marked or unmarked.
    var turn = 0
    /// The list whose records are all to be marked, until their ids have come.
    var marking: Marking?
  }

  /// The ids of all records of a list, asked for once more with each turn: a second press means the opposite.
  struct Marking: Query {
    let list: MatchingStakeholders
    let turn: Int

    func answer(in reader: Reader) throws -> [RecordID] { try list.answer(in: reader) }
  }

  /// So many can be marked at once; more are a matter for an export and an import.
  static let mostMarks = 100_000

  /// The records that a command means: those marked, else the list.
  private var scope: StakeholderScope {
    marked.count > 1 ? .records(marked.sorted()) : .filter(list.filter)
  }

  private static func notMarked(_ pane: Self, _ look: Look) -> Phrase? {
    pane.marked.isEmpty ? Phrase(.markFirst, .text("Space")) : nil
  }

  /// The record under the cursor, and those that are marked.
  var place: String { ([subject?.description ?? ""] + marked.sorted()).joined(separator: " ") }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    marked = Set(parts.dropFirst())
    if let record = parts.first.flatMap(RecordReference.init) { _ = visit(.stakeholder(record.id)) }
  }

  static let cleaningCommands: [Command<StakeholdersPane>] = [
    Command("stakeholder.duplicates", .commandDuplicates, ["d"], when: { $0.editor == nil }) { pane, _ in
      if let found = pane.cleaning.found, found.scope == pane.scope, !found.report.candidates.isEmpty {
        return [.present(DuplicatesPane(found))]
      }
      return [.errand(DuplicateErrand(scope: pane.scope, isShown: false))]
    },
    Command(
      "stakeholder.merge", .commandMergeMarked, ["M"], when: { $0.editor == nil },
      unless: { pane, _ in
        (2...GroupMerge.most).contains(pane.marked.count)
          ? nil : Phrase(.markToMerge, .text("Space"), .number(GroupMerge.most))
      }
    ) { pane, _ in
      let ids = pane.marked.sorted()
      pane.marked = []
      return [.present(ids.count > 2 ? GroupPane(ids) : PairPane(ids[0], ids[1]))]
    },
    .moving("stakeholder.markAll", .commandMarkAll, ["*"], when: { $0.editor == nil }) { pane in
      pane.cleaning.turn += 1
      pane.cleaning.marking = Marking(
        list: MatchingStakeholders(pane.list.filter, limit: mostMarks), turn: pane.cleaning.turn)
    },
    Command(
      "stakeholder.bulk", .commandBulk, ["E"], rank: 3, when: { $0.editor == nil }, needs: .edit,
      unless: notMarked
    ) { pane, _ in
      let list = MatchingStakeholders(pane.list.filter, limit: mostMarks)
      return [.present(BulkPane(pane.marked.sorted(), in: list))]
    },
    Command(
      "stakeholder.unmarkAll", .commandUnmarkAll, ["-"], rank: 4, when: { $0.editor == nil },
      unless: notMarked
    ) { pane, _ in
      pane.marked = []
      return []
    },
  ]

  /// What is pressed behind the mark of all means the marked ones.
  var holdsKeys: Bool { cleaning.marking != nil }

  /// The ids of a list whose records are all to be marked; nothing else of the time.
  var cleaningAsks: [Ask<StakeholdersPane>] {
    guard let marking = cleaning.marking else { return [] }
    return [
      Ask(marking, .frame) { pane, ids in
        pane.cleaning.marking = nil
        // A second press takes the marks away again.
        if pane.marked.isSuperset(of: ids) {
          pane.marked.subtract(ids)
        } else {
          pane.marked.formUnion(ids)
        }
      }
    ]
  }

  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    if let outcome = outcome as? DuplicateErrand.Outcome { cleaning.found = outcome }
    return []
  }
}
