import Model
import Office
import Phrases
import Terminal

/// Chooses among the launches.
struct LaunchPicker: ListPane {
  static let name = "launches"
  static let title = PhraseKey.paneLaunches

  private let chosen: RecordID
  var list: RowList<Launch>
  let nothing = Phrase(.nothingSelected)

  init(_ launches: [Launch], chosen: RecordID) {
    (list, self.chosen) = (RowList(launches), chosen)
    list.seek(chosen)
  }

  var placement: Placement { .sheet(rows: max(2, min(10, list.count))) }

  static let commands: [Command<LaunchPicker>] =
    [
      Command("launches.show", .commandChoose, ["Enter", "Space"], rank: 1) { pane, _ in
        [.close] + (pane.selected.map { [.go(.launch($0.id, activity: nil, slot: nil))] } ?? [])
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<Launch> {
    ListTable(
      columns: [
        .check { $0.id == chosen },
        .init("", 0, text: { look.title(of: $0) }),
        .init("", 36) { launch in
          let release = launch.day.map { look.say(.overviewRelease, .text(look.day($0))) }
          return Span(release ?? look.say(.overviewNoRelease), .quiet)
        },
      ], margin: 2)
  }
}
