import Model
import Office
import Phrases
import Terminal

/// By which scheme regions are shown: in the overview, in lists, in the table of diversity.
struct RegionsPane: ListPane {
  static let name = "regions"
  static let title = PhraseKey.paneRegions

  private var chosen: RegionScheme
  var list = RowList(RegionScheme.allCases)
  let nothing = Phrase(.nothingSelected)

  init(_ chosen: RegionScheme) {
    self.chosen = chosen
    list.seek(chosen)
  }

  var placement: Placement { .sheet(rows: 6) }

  static let commands: [Command<RegionsPane>] =
    [
      Command("regions.show", .commandChoose, ["Space", "Enter"], rank: 1) { pane, _ in
        pane.chosen = pane.selected ?? pane.chosen
        return [.prefer(Look.regionsPreference, pane.chosen.rawValue)]
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<RegionScheme> {
    ListTable(
      columns: [
        .check { $0 == chosen },
        .init("", 20, text: { look.word("scheme", $0.rawValue) }),
        .init("", 12) { Span(look.say(.regionsCount, .number($0.regions.count)), .quiet) },
        .init("", 0) { Span(look.word("schemeNote", $0.rawValue), .quiet) },
      ], margin: 2)
  }
}
