import Office
import Phrases
import Terminal

/// The tasks of the tour, with those that are done; at its end, how it goes on.
struct TourSheet: Pane {
  static let name = "tour"
  static let title = PhraseKey.paneTour

  private let tour: Tour
  private var page = TextPage()

  init(_ tour: Tour) { self.tour = tour }

  static let commands: [Command<TourSheet>] = moves(in: \.page, also: [.pageDown: ["Space"]])

  mutating func fit(to size: Size, look: Look) {
    var lines = Tour.Task.allCases.flatMap { task in
      [(tour.done.contains(task) ? Mark.ticked : .free).said(look.say(Phrase(task.words)))]
        .wrapped(columns: size.columns - 4)
    }
    lines.append([])
    let end = look.say(tour.current == nil ? .tourEnd : .tourGoesOn)
    lines += Wrapping.lines(end, columns: size.columns - 4).map { [Span($0, .heading)] }
    page.fit(lines, height: size.rows, look)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    page.draw(on: &canvas, in: area, margin: 2)
  }
}
