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

  /// A need, or an offer that fits it.
  private struct Row: Sendable, Identifiable {
    let id: String
    let matched: MatchedNeed
    let fit: CapacityFit?
  }

  private var answer: CapacityMatches.Answer?
  private var requests: [TaskForceRequest] = []
  private var list = RowList<Row>()

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(CapacityMatches(asOf: look.asOf), .rest) { $0.receive($1) },
      Ask(AllRecords<TaskForceRequest>()) { $0.requests = $1 },
    ]
  }

  private mutating func receive(_ answer: CapacityMatches.Answer) {
    self.answer = answer
    list.take(
      answer.needs.flatMap { matched in
        let id = "\(matched.need.asker) \(matched.need.capacity.subject)"
        let offers = matched.fits.map { fit in
          Row(
            id: "\(id) \(fit.offer.stakeholder) \(fit.offer.capacity.subject)", matched: matched, fit: fit)
        }
        return [Row(id: id, matched: matched, fit: nil)] + offers
      })
  }

  /// The request under the cursor, or the one that the offer under it fits.
  private var request: TaskForceRequest? {
    guard case .request(let id)? = list.selected?.matched.need.asker else { return nil }
    return requests.first { $0.id == id }
  }

  private static func noRequest(_ pane: Self, _ look: Look) -> Phrase? {
    pane.request == nil ? Phrase(.notARequest) : nil
  }

  static let commands: [Command<MatchesPane>] = actions + moves(in: \.list)

  private static let actions: [Command<MatchesPane>] = [
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
    Command("matches.undo", .commandUndo, ["u"], rank: 6, needs: .contribute) { _, _ in [.undo] },
    Command("matches.back", .commandBack, ["Esc", "Left", "h"], rank: 5) { _, _ in [.close] },
  ]

  private func open() -> [Effect] {
    guard let row = list.selected else { return [.announce(Phrase(.nothingToOpen))] }
    if let fit = row.fit { return [.go(.stakeholder(fit.offer.stakeholder))] }
    switch row.matched.need.asker {
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

  mutating func fit(to size: Size, look: Look) { list.fit(to: size.rows) }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let half = max(20, area.columns / 2 - 4)
    let table = ListTable<Row>(
      columns: [
        .init(
          "", half + 4,
          text: { row in
            row.fit.map { "   " + look.about($0.offer.title, $0.offer.capacity.subject) } ?? ""
          }),
        .init("", 0) { Span($0.fit.map { reason($0, look) } ?? "", .quiet) },
      ],
      across: { row in
        guard row.fit == nil else { return nil }
        let need = row.matched.need
        let none = row.matched.fits.isEmpty ? [Span("  " + look.say(.matchesNoOffer), .quiet)] : []
        return [Span(need.title, .heading), Span("  " + FieldWords.words(need.capacity, look))] + none
      })
    list.draw(table, else: Phrase(.matchesNone), on: &canvas, in: area, look: look)
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
