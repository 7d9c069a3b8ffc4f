import Interchange
import Model
import Office
import Phrases
import Terminal

/// Which number of the days in a file of responses is the month, where nothing tells.
struct DateOrderSheet: ListPane {
  static let name = "dates"
  static let title = PhraseKey.paneDates

  struct Choice: Identifiable, Sendable {
    let order: DateOrder
    let day: String
    var id: String { order.rawValue }
  }

  var list = RowList<Choice>()
  let nothing = Phrase(.nothingSelected)
  /// What reads the file, once it knows.
  private let errand: ResponsePreviewErrand

  /// - Parameter sample: a day of the file.
  init(_ sample: String, _ errand: ResponsePreviewErrand) {
    self.errand = errand
    list.take(
      DateOrder.allCases.compactMap { order in
        WrittenDate.iso(sample, order).map { Choice(order: order, day: $0) }
      })
  }

  var placement: Placement { .sheet(rows: 4) }

  static let commands: [Command<DateOrderSheet>] =
    [
      Command("dates.choose", .commandChoose, ["Enter"], rank: 1) { sheet, _ in
        guard let chosen = sheet.selected else { return [] }
        var errand = sheet.errand
        errand.options.dates = chosen.order
        return [.errand(errand)]
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<Choice> {
    ListTable(
      columns: [
        .init(look.say(.datesOrder), 24, text: { look.word("date_order", $0.id) }),
        .init(look.say(.datesMeans), 0, text: \.day),
      ], margin: 2)
  }
}
