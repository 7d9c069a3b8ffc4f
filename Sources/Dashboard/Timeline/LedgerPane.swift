import Model
import Office
import Phrases
import Store
import Terminal

/// Where the annexes do not agree: both texts in their own words, what hangs on it, and what was decided, by whom and
/// why. Until somebody records a decision both stand.
struct LedgerPane: Pane {
  static let name = "ledger"
  static let title = PhraseKey.paneLedger

  private(set) var rulings: [RecordID: Ruling] = [:]
  /// Among the texts, two for each contradiction.
  private(set) var index = 0
  private(set) var top = 0
  /// As they are drawn, for the size that there is.
  private(set) var lines: [LedgerLine] = []
  private(set) var size = Size(columns: 80, rows: 19)

  let contradictions = Decision.adopted.contradictions

  /// - Parameter contradiction: at which it opens; the first where nil.
  init(at contradiction: String? = nil) { select(contradiction) }

  var isWide: Bool { size.isWide }
  var listWidth: Int { isWide ? size.columns / 2 : size.columns }
  var selected: Contradiction? {
    contradictions.indices.contains(index / 2) ? contradictions[index / 2] : nil
  }
  /// The text under the cursor.
  var side: AdoptedActivity? {
    selected.flatMap { Decision.adopted.activity(index % 2 == 0 ? $0.first : $0.second) }
  }

  /// As it is stored; one that nobody recorded is of version 0.
  func ruling(_ id: String) -> Ruling { rulings[id] ?? Ruling(id: id) }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Ruling>()) { pane, rulings in
        pane.rulings = rulings.byID
      }
    ]
  }

  static let commands: [Command<LedgerPane>] =
    actions
    + moves { pane, move in
      pane.move(move.step(count: pane.contradictions.count * 2, height: pane.size.rows / 5))
    }

  private static let actions: [Command<LedgerPane>] = [
    Command(
      "ledger.edit", .commandDecide, ["e"], rank: 1,
      needs: .edit, unless: lacking(\.selected)
    ) { pane, _ in
      pane.selected.map { [.present(RecordForm(pane.ruling($0.id)))] } ?? []
    },
    Command("ledger.open", .commandGoThere, ["Enter"], rank: 2, unless: lacking(\.selected)) { pane, _ in
      pane.side.map { [.go(.activity($0.id))] } ?? []
    },
    Command("ledger.history", .commandHistory, ["H"], rank: 3, unless: lacking(\.selected)) { pane, look in
      guard let ruling = pane.selected.map({ pane.ruling($0.id) }) else { return [] }
      return [.present(HistoryPane<Ruling>(ruling.id, called: look.title(of: ruling)))]
    },
  ]

  private mutating func move(_ step: Int) {
    index = max(0, min(contradictions.count * 2 - 1, index + step))
  }

  private mutating func select(_ id: String?) {
    if let place = contradictions.firstIndex(where: { $0.id == id }) { index = place * 2 }
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.ruling, let id) = destination else { return false }
    select(id)
    return true
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    lines = contradictions.enumerated().flatMap { place, contradiction in
      LedgerLine.lines(
        of: contradiction, at: place, ruling(contradiction.id), columns: listWidth - 2, look)
    }
    // The whole of a contradiction stays in sight where there is room for it, its text under the cursor in any case.
    let block = lines.indices.filter { lines[$0].contradiction == index / 2 }
    let row = lines.firstIndex { $0.stop == index } ?? 0
    if let last = block.last, last >= top + size.rows { top = last - size.rows + 1 }
    if let first = block.first, first < top || block.count > size.rows { top = first }
    if row >= top + size.rows { top = row - size.rows + 1 }
    top = max(0, min(top, max(0, lines.count - size.rows)))
  }
}

extension LedgerPane {
  var subject: RecordReference? { selected.flatMap { rulings[$0.id]?.reference } }
}
