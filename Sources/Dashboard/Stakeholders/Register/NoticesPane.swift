import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// What national focal points were told, and who they are.
struct NoticesPane: Pane {
  static let name = "notices"
  static let title = PhraseKey.paneNotices

  private(set) var notices = RowList<Notices.Row>()
  private(set) var focalPoints = RowList<FocalPoint>()
  private(set) var sender = ""
  private(set) var preferences: [String: String] = [:]
  private(set) var showsFocalPoints: Bool

  init(showsFocalPoints: Bool = false) { self.showsFocalPoints = showsFocalPoints }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(Notices()) { $0.notices.take($1) },
      Ask(AllRecords<FocalPoint>()) { pane, points in
        pane.focalPoints.take(points.sorted { ($0.country, $0.name) < ($1.country, $1.name) })
      },
      Ask(OfficeSetting(.noticeSender)) { $0.sender = $1 },
      Ask(Preferences()) { $0.preferences = $1 },
    ]
  }

  mutating func visit(_ destination: Destination) -> Bool {
    switch destination {
    case .list(.focalPoint, let id):
      showsFocalPoints = true
      focalPoints.seek(id)
    case .list(.notice, let id):
      showsFocalPoints = false
      notices.seek(id)
    default: return false
    }
    return true
  }

  var place: String { "\(showsFocalPoints) \(focalPoint?.id ?? notice?.notice.id ?? "")" }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ", maxSplits: 1).map(String.init)
    showsFocalPoints = parts.first == "true"
    guard parts.count == 2 else { return }
    _ = visit(Destination(showsFocalPoints ? .focalPoint : .notice, parts[1]))
  }

  var notice: Notices.Row? { showsFocalPoints ? nil : notices.selected }
  var focalPoint: FocalPoint? { showsFocalPoints ? focalPoints.selected : nil }

  mutating func fit(to size: Size, look: Look) {
    notices.fit(to: size.rows - Self.headRows)
    focalPoints.fit(to: size.rows - Self.headRows)
  }

  // MARK: Commands

  private static func cannotMake(_ pane: Self, _ look: Look) -> Phrase? {
    if pane.focalPoints.isEmpty { return Phrase(.focalPointNone, .text("n")) }
    return pane.sender.isEmpty ? Phrase(PublicationProblem.noSender) : nil
  }

  static let commands: [Command<NoticesPane>] = noticeCommands + focalPointCommands + listMoves

  private static let noticeCommands: [Command<NoticesPane>] = [
    Command(
      "notices.open", .commandOpen, ["Enter"], rank: 1, when: { !$0.showsFocalPoints },
      unless: lacking(\.notice)
    ) {
      pane, _ in
      pane.notice.map { [.present(LetterPane($0.notice))] } ?? []
    },
    Command("notices.make", .commandMakeNotice, ["m"], rank: 2, needs: .publish, unless: cannotMake) {
      pane, look in
      [.present(pane.requestSheet(look))]
    },
    Command(
      "notices.write", .commandWriteFiles, ["w"], rank: 3, when: { !$0.showsFocalPoints },
      unless: lacking(\.notice)
    ) { pane, _ in
      guard let notice = pane.notice?.notice else { return [] }
      let line = LinesSheet.Line(label: Phrase(.registerFolder), entry: .line, text: pane.folder)
      return [
        .present(
          LinesSheet(.paneNotice, [line]) { texts in
            .effects([.errand(NoticeErrand(work: .write(notice), folder: texts[0]), closing: true)])
          })
      ]
    },
    Command("notices.sender", .commandSender, ["s"], rank: 5, needs: .administer) { pane, _ in
      [.present(Self.senderSheet(pane.sender))]
    },
  ]

  private static let focalPointCommands: [Command<NoticesPane>] = [
    .moving("notices.focalPoints", .commandFocalPoints, ["t"], rank: 4) { $0.showsFocalPoints.toggle() },
    Command("notices.new", .commandNew, ["n"], rank: 3, when: \.showsFocalPoints, needs: .edit) { _, _ in
      [.present(RecordForm(FocalPoint(id: NewID.make()), isNew: true))]
    },
    Command(
      "notices.edit", .commandEdit, ["Enter", "e"], rank: 1, when: \.showsFocalPoints, needs: .edit,
      unless: lacking(\.focalPoint)
    ) {
      pane, _ in
      pane.focalPoint.map { [.present(RecordForm($0))] } ?? []
    },
    Command(
      "notices.remove", .commandRemove, ["D"], when: \.showsFocalPoints, needs: .edit,
      unless: lacking(\.focalPoint)
    ) { pane, _ in
      guard let point = pane.focalPoint else { return [] }
      let news = Phrase(.removed, .text(point.title), .text("u"))
      return [.apply(RemoveRecord(point), then: [.announce(news)])]
    },
  ]

  private static let listMoves: [Command<NoticesPane>] = moves(also: [.pageDown: ["Space"]]) { pane, move in
    if pane.showsFocalPoints { pane.focalPoints.move(move) } else { pane.notices.move(move) }
  }

  // MARK: Sheets

  private var folder: String { preferences["notice.folder"] ?? "~/notices" }

  /// Who asks for what: the letter is shown before it gets a number.
  private func requestSheet(_ look: Look) -> LinesSheet {
    let points = focalPoints.rows ?? []
    let titles = Dictionary(
      points.map { ($0.id, look.bracketed($0.name, $0.country)) }, uniquingKeysWith: { $1 })
    let chosen = focalPoint?.id ?? notice?.notice.focalPoint ?? ""
    let lines = [
      LinesSheet.Line(
        label: Phrase(label: "field", "focal_point"), entry: .choice(points.map(\.id)),
        text: titles[chosen] == nil ? points.first?.id ?? "" : chosen,
        word: { code, _ in titles[code] ?? code }),
      LinesSheet.Line(label: Phrase(.noticeRegion), entry: .flag),
      LinesSheet.Line(
        label: Phrase(.noticeScheme), entry: .choice(RegionScheme.allCases.map(\.rawValue)),
        text: look.regions.rawValue, word: { code, look in look.word("scheme", code) }),
      LinesSheet.Line(label: Phrase(.noticeRequest), entry: .line),
      LinesSheet.Line(label: Phrase(.noticeRequested), entry: .day, text: look.asOf.description),
      LinesSheet.Line(label: Phrase(.registerFolder), entry: .line, text: folder),
    ]
    let day = look.asOf
    return LinesSheet(.paneNotice, lines) { texts in
      guard let point = points.first(where: { $0.id == texts[0] }) else {
        return .problem(line: 0, Phrase(PublicationProblem.noFocalPoint(texts[0])))
      }
      if texts[3].isEmpty { return .problem(line: 3, Phrase(PublicationProblem.noRequest)) }
      guard let requested = Day(texts[4]) else {
        return .problem(line: 4, Phrase(FieldProblem.malformedDay(texts[4])))
      }
      if texts[5].isEmpty { return .problem(line: 5, Phrase(.problemMissing)) }
      let scheme = texts[1] == "yes" ? RegionScheme(rawValue: texts[2]) : nil
      do {
        let scope = try NoticeScope(country: point.country, in: scheme)
        var notice = Notice(id: NewID.make())
        (notice.country, notice.region, notice.focalPoint) = (scope.country, scope.code, point.id)
        (notice.request, notice.requested, notice.sent) = (texts[3], requested, day)
        return .effects([
          .close, .prefer("notice.folder", texts[5]),
          .present(LetterPane(draft: notice, scope: scope, folder: texts[5])),
        ])
      } catch { return .problem(line: 1, Phrase(failure: error)) }
    }
  }

  private static func senderSheet(_ sender: String) -> LinesSheet {
    let line = LinesSheet.Line(label: Phrase(.noticeSender), entry: .line, text: sender)
    return LinesSheet(.paneSender, [line]) { texts in
      do {
        let mailbox = try Mailbox(texts[0])
        return .effects([.errand(SenderErrand(sender: mailbox.text), closing: true)])
      } catch { return .problem(line: 0, Phrase(failure: error)) }
    }
  }
}

extension NoticesPane {
  var subject: RecordReference? {
    showsFocalPoints ? focalPoint?.reference : notice?.notice.reference
  }
}
