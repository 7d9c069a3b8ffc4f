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

  private(set) var notices: [Notices.Row] = []
  private(set) var focalPoints: [FocalPoint] = []
  private(set) var sender = ""
  private(set) var preferences: [String: String] = [:]
  private(set) var showsFocalPoints: Bool
  private var sent = Selection()
  private var people = Selection()
  /// A focal point or a notice to stand on as soon as it is there.
  private var sought: RecordID?

  init(showsFocalPoints: Bool = false) { self.showsFocalPoints = showsFocalPoints }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(Notices()) { pane, rows in
        pane.notices = rows
        pane.seek()
      },
      Ask(AllRecords<FocalPoint>()) { pane, points in
        pane.focalPoints = points.sorted { ($0.country, $0.name) < ($1.country, $1.name) }
        pane.seek()
      },
      Ask(OfficeSetting(.noticeSender)) { $0.sender = $1 },
      Ask(Preferences()) { $0.preferences = $1 },
    ]
  }

  mutating func visit(_ destination: Destination) -> Bool {
    switch destination {
    case .list(.focalPoint, let id): (showsFocalPoints, sought) = (true, id)
    case .list(.notice, let id): (showsFocalPoints, sought) = (false, id)
    default: return false
    }
    seek()
    return true
  }

  var place: String { "\(showsFocalPoints) \(focalPoint?.id ?? notice?.notice.id ?? "")" }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ", maxSplits: 1).map(String.init)
    showsFocalPoints = parts.first == "true"
    sought = parts.count == 2 ? parts[1] : nil
    seek()
  }

  private mutating func seek() {
    guard let id = sought else { return }
    if let at = focalPoints.firstIndex(where: { $0.id == id }) {
      people.index = at
    } else if let at = notices.firstIndex(where: { $0.notice.id == id }) {
      sent.index = at
    } else {
      return
    }
    sought = nil
  }

  var selection: Selection {
    get { showsFocalPoints ? people : sent }
    set { if showsFocalPoints { people = newValue } else { sent = newValue } }
  }

  var rowCount: Int { showsFocalPoints ? focalPoints.count : notices.count }

  var notice: Notices.Row? {
    !showsFocalPoints && notices.indices.contains(sent.index) ? notices[sent.index] : nil
  }

  var focalPoint: FocalPoint? {
    showsFocalPoints && focalPoints.indices.contains(people.index) ? focalPoints[people.index] : nil
  }

  mutating func fit(to size: Size, look: Look) {
    selection.fit(count: rowCount, height: max(1, size.rows - Self.headRows))
  }

  // MARK: Commands

  private static func cannotMake(_ pane: Self, _ look: Look) -> Phrase? {
    if pane.focalPoints.isEmpty { return Phrase(.focalPointNone, .text("n")) }
    return pane.sender.isEmpty ? Phrase(PublicationProblem.noSender) : nil
  }

  static let commands: [Command<NoticesPane>] = noticeCommands + focalPointCommands + moves

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

  private static let moves: [Command<NoticesPane>] = [
    .moving("notices.down", .commandDown, ["Down", "j", "WheelDown"]) { $0.move(1) },
    .moving("notices.up", .commandUp, ["Up", "k", "WheelUp"]) { $0.move(-1) },
    .moving("notices.pageDown", .commandPageDown, ["PgDn", "Space"]) { $0.move(10) },
    .moving("notices.pageUp", .commandPageUp, ["PgUp"]) { $0.move(-10) },
    .moving("notices.top", .commandTop, ["g", "Home"]) { $0.move(-$0.rowCount) },
    .moving("notices.bottom", .commandBottom, ["G", "End"]) { $0.move($0.rowCount) },
  ]

  private mutating func move(_ step: Int) { selection.move(by: step, count: rowCount) }

  // MARK: Sheets

  private var folder: String { preferences["notice.folder"] ?? "~/notices" }

  /// Who asks for what: the letter is shown before it gets a number.
  private func requestSheet(_ look: Look) -> LinesSheet {
    let points = focalPoints
    let titles = Dictionary(points.map { ($0.id, "\($0.name) (\($0.country))") }, uniquingKeysWith: { $1 })
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
