import Model
import Office
import Phrases
import Store
import Terminal

/// What stakeholders and task forces need, each with the offers that fit and why; the requests of the task
/// forces are kept here.
struct MatchesPane: Pane {
  static let name = "matches"
  static let title = PhraseKey.paneMatches

  private enum Row: Sendable, Equatable {
    case need(Int)
    case fit(Int, Int)
  }

  private var answer: CapacityMatches.Answer?
  private var requests: [TaskForceRequest] = []
  private var rows: [Row] = []
  private var selection = Selection()

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(CapacityMatches(asOf: look.asOf), .rest) { $0.receive($1) },
      Ask(AllRecords<TaskForceRequest>()) { $0.requests = $1 },
    ]
  }

  private mutating func receive(_ answer: CapacityMatches.Answer) {
    self.answer = answer
    rows = answer.needs.indices.flatMap { index in
      [.need(index)] + answer.needs[index].fits.indices.map { .fit(index, $0) }
    }
  }

  private var selected: Row? { rows.indices.contains(selection.index) ? rows[selection.index] : nil }

  private func matched(_ row: Row) -> MatchedNeed? {
    let index =
      switch row {
      case .need(let index), .fit(let index, _): index
      }
    return answer?.needs[index]
  }

  /// The request under the cursor, or the one that the offer under it fits.
  private var request: TaskForceRequest? {
    guard let selected, case .request(let id)? = matched(selected)?.need.asker else { return nil }
    return requests.first { $0.id == id }
  }

  private static func noRequest(_ pane: Self, _ look: Look) -> Phrase? {
    pane.request == nil ? Phrase(.notARequest) : nil
  }

  static let commands: [Command<MatchesPane>] = [
    Command("matches.open", .commandOpen, ["Enter"], rank: 1) { pane, _ in pane.open() },
    Command("matches.new", .commandNewRequest, ["n"], rank: 2, needs: .edit) { _, _ in
      [.present(RecordForm(TaskForceRequest(id: NewID.make()), isNew: true, over: ""))]
    },
    Command("matches.edit", .commandEditRequest, ["e"], rank: 3, needs: .edit, unless: noRequest) { pane, _ in
      pane.request.map { [.present(RecordForm($0, over: ""))] } ?? []
    },
    Command("matches.remove", .commandRemove, ["D"], rank: 4, needs: .edit, unless: noRequest) { pane, _ in
      guard let request = pane.request else { return [] }
      let news = Phrase(.removed, .text(request.title), .text("u"))
      return [.apply(RemoveRecord(request), then: [.announce(news)])]
    },
    Command("matches.undo", .commandUndo, ["u"], rank: 6, needs: .edit) { _, _ in [.undo] },
    .moving("matches.down", .commandDown, ["Down", "j", "WheelDown"]) {
      $0.selection.move(by: 1, count: $0.rows.count)
    },
    .moving("matches.up", .commandUp, ["Up", "k", "WheelUp"]) {
      $0.selection.move(by: -1, count: $0.rows.count)
    },
    .moving("matches.pageDown", .commandPageDown, ["PgDn"]) {
      $0.selection.move(by: 15, count: $0.rows.count)
    },
    .moving("matches.pageUp", .commandPageUp, ["PgUp"]) {
      $0.selection.move(by: -15, count: $0.rows.count)
    },
    Command("matches.back", .commandBack, ["Esc", "Left", "h"], rank: 5) { _, _ in [.close] },
  ]

  private func open() -> [Effect] {
    guard let selected, let matched = matched(selected) else { return [.announce(Phrase(.nothingToOpen))] }
    if case .fit(_, let index) = selected {
      return [.go(.stakeholder(matched.fits[index].offer.stakeholder))]
    }
    switch matched.need.asker {
    case .stakeholder(let id): return [.go(.stakeholder(id))]
    case .request: return request.map { [.present(RecordForm($0, over: ""))] } ?? []
    }
  }

  func aside(_ look: Look) -> [Span] {
    guard let answer else { return [Span(look.say(.working), .quiet)] }
    let fits = answer.needs.reduce(0) { $0 + $1.fits.count }
    let counts = look.say(.matchesCount, .number(answer.needs.count), .number(fits))
    return [Span(answer.isCapped ? counts + " +" : counts, .quiet)]
  }

  mutating func fit(to size: Size, look: Look) { selection.fit(count: rows.count, height: size.rows) }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard answer != nil else { return }
    if rows.isEmpty {
      for (offset, line) in Wrapping.lines(look.say(.matchesNone), columns: area.columns - 4).enumerated() {
        canvas.text(line, row: area.row + offset, column: 2, ink: .quiet, clip: area)
      }
    }
    for (offset, row) in rows.dropFirst(selection.top).prefix(area.rows).enumerated() {
      let line = area.row + offset
      draw(row, on: &canvas, row: line, width: area.columns, look)
      guard selection.top + offset == selection.index else { continue }
      canvas.text("▌", row: line, column: area.column, ink: .marker)
      canvas.cursor = Point(row: line, column: area.column)
    }
  }

  private func draw(_ row: Row, on canvas: inout Canvas, row line: Int, width: Int, _ look: Look) {
    guard let matched = matched(row) else { return }
    guard case .fit(_, let index) = row else {
      let need = matched.need
      let mark = matched.fits.isEmpty ? [Span("  " + look.say(.matchesNoOffer), .quiet)] : []
      let spans =
        [Span(need.title, .heading), Span("  " + FieldWords.words(need.capacity, look))] + mark
      canvas.spans(spans, row: line, column: 1, width: width - 2)
      return
    }
    let fit = matched.fits[index]
    let half = max(20, width / 2 - 4)
    let offer = look.about(fit.offer.title, fit.offer.capacity.subject)
    canvas.text(offer, row: line, column: 4, width: half)
    canvas.text(reason(fit, look), row: line, column: half + 6, width: width - half - 7, ink: .quiet)
  }

  /// Why an offer fits, in a few words.
  private func reason(_ fit: CapacityFit, _ look: Look) -> String {
    var parts = [look.list(fit.words.map { "“\($0)”" })]
    if !fit.languages.isEmpty {
      parts.append(look.list(fit.languages.map { Language.name($0, in: look.language) }))
    }
    if fit.isSameCountry {
      parts.append(look.say(.sameCountry))
    } else if fit.isSameRegion {
      parts.append(look.say(.sameRegion))
    }
    if let until = fit.offer.capacity.until { parts.append(look.say(.spanUntil, .text(look.day(until)))) }
    return parts.joined(separator: " · ")
  }
}
