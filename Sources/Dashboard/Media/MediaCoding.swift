import Model
import Office
import Phrases
import Store
import Terminal

/// What people judge of items: one key opens the codes below the list, each with its letter and what it stands for; a
/// letter then says it of the item under the cursor, or of all that are marked. A person sets the tone; nothing reckons
/// it.
struct MediaCode: Sendable {
  let name: CommandName
  let title: PhraseKey
  let key: KeyChord
  let step: CoverageStep
  /// What takes it back.
  let back: CoverageStep
  /// What it stands for.
  let word: @Sendable (Look) -> String

  /// Column by column.
  static let all: [MediaCode] =
    KeyMessage.allCases.map(carrying) + [
      toning("media.favourable", .commandFavourable, "+", .favourable),
      toning("media.neutral", .commandNeutral, "=", .neutral),
      toning("media.critical", .commandCritical, "-", .critical),
      flagging("media.inaccurate", .commandInaccurate, "i", .inaccurate),
      flagging("media.outside", .commandOutside, "o", .outside),
      flagging("media.answer", .commandNeedsResponse, "r", .needsResponse),
    ]

  private static func toning(_ name: CommandName, _ title: PhraseKey, _ key: KeyChord, _ tone: Tone)
    -> MediaCode
  {
    MediaCode(name: name, title: title, key: key, step: .tone(tone), back: .tone(nil)) {
      $0.say(Phrase(title))
    }
  }

  private static func carrying(_ message: KeyMessage) -> MediaCode {
    let (name, title): (CommandName, PhraseKey) =
      switch message {
      case .a: ("media.authority", .commandMessageA)
      case .b: ("media.overlap", .commandMessageB)
      case .c: ("media.capacity", .commandMessageC)
      case .d: ("media.independence", .commandMessageD)
      case .e: ("media.indigenous", .commandMessageE)
      case .f: ("media.regions", .commandMessageF)
      case .g: ("media.disciplines", .commandMessageG)
      }
    return MediaCode(
      name: name, title: title, key: KeyChord(stringLiteral: message.rawValue),
      step: .message(message, isCarried: true), back: .message(message, isCarried: false)
    ) { String($0.word("messages", message.rawValue).dropFirst(2)) }
  }

  private static func flagging(
    _ name: CommandName, _ title: PhraseKey, _ key: KeyChord, _ flag: CoverageFilter.Flag
  ) -> MediaCode {
    MediaCode(
      name: name, title: title, key: key, step: .flag(flag, isRaised: true),
      back: .flag(flag, isRaised: false)
    ) { $0.say(Phrase(title)) }
  }

  // MARK: Below the list

  private static func columns(of width: Int) -> Int { width < 60 ? 1 : 2 }

  /// So many rows they take, with the line above them.
  static func rows(columns: Int) -> Int {
    let across = Self.columns(of: columns)
    return (all.count + 1 + across - 1) / across + 1
  }

  /// - Parameters:
  ///   - items: those that a letter is said of; what holds of all of them is marked.
  ///   - areMarked: whether they are marked ones, wherever the cursor stands.
  static func draw(
    of items: [Coverage], areMarked: Bool, on canvas: inout Canvas, in area: Rect, look: Look
  ) {
    let (head, body) = area.split(top: 1)
    let title: PhraseKey = areMarked ? .mediaCodesMarked : .mediaCodes
    canvas.lines([[Span(look.say(title, .number(max(1, items.count))), .heading)]], in: head, margin: 1)
    let lines =
      all.map { code -> [Span] in
        let isSaid = !items.isEmpty && items.allSatisfy { code.step.holds($0) }
        return [
          Span("\(code.key) ", .key), (isSaid ? Mark.chosen : .free).said(code.word(look)),
        ]
      } + [[Span("\(pointKey) ", .key), Span("  " + look.say(Phrase(.commandCarries)))]]
    let height = rows(columns: area.columns) - 1
    let width = area.columns / columns(of: area.columns)
    for column in 0..<columns(of: area.columns) {
      let part = Array(lines.dropFirst(column * height).prefix(height))
      canvas.lines(part, in: body.inset(left: column * width).split(left: width).left, margin: 2)
    }
  }

  /// Which message of the office the items carry is asked for on its own.
  static let pointKey: KeyChord = "m"
}

extension MediaPane {
  static let codingCommands: [Command<MediaPane>] =
    [
      .moving(
        "media.code", .commandCode, ["c"], rank: 2,
        when: { $0.tab == .items && $0.isListing && !$0.isCodingOpen && $0.item != nil }
      ) { $0.isCodingOpen = true },
      .moving("media.codeEnd", .commandBack, ["Esc"], rank: 2, when: \.isCoding) { $0.isCodingOpen = false },
    ] + MediaCode.all.map(coding) + [
      Command(
        "media.point", .commandCarries, [MediaCode.pointKey], when: \.isCoding, needs: .contribute,
        unless: lacking(\.item)
      ) { pane, _ in pane.carrying() }
    ]

  /// Says it, or takes it back where it was said of all that are meant.
  private static func coding(_ code: MediaCode) -> Command<MediaPane> {
    Command(code.name, code.title, [code.key], when: \.isCoding, needs: .contribute, unless: lacking(\.item))
    {
      pane, look in
      let meant = pane.meant
      let isSaid = meant.allSatisfy { code.step.holds($0) }
      let step = isSaid ? code.back : code.step
      let isOne = meant.count == 1 && pane.marked.isEmpty && !pane.list.isGrouped
      let news =
        isOne
        ? Phrase(isSaid ? .mediaUnsaid : .mediaSaid, .text(code.word(look)), .text("u"))
        : Phrase(.mediaCoded, .number(max(pane.marked.count, 1)), .text("u"))
      return pane.code(step, news)
    }
  }

  /// Which message of the office the items carry, rightly or wrongly.
  private func carrying() -> [Effect] {
    let line = LinesSheet.Line(
      label: Phrase(label: "part", "message"), entry: .reference(.id(.message)), hint: .hintReference)
    let pane = self
    return [
      .present(
        LinesSheet(.commandCarries, [line, PointCoding.line]) { texts in
          guard !texts[0].isEmpty else { return .problem(line: 0, Phrase(.problemMissing)) }
          let news = Phrase(.mediaCoded, .number(max(pane.marked.count, 1)), .text("u"))
          let step = CoverageStep.point(texts[0], PointCoding(rawValue: texts[1]))
          return .effects(
            pane.code(step, news).map {
              if case .apply(let change, _, let next) = $0 {
                .apply(change, closing: true, then: next)
              } else {
                $0
              }
            })
        })
    ]
  }

  /// The items that a key is about, as far as they are in sight.
  var meant: [Coverage] {
    marked.isEmpty
      ? item.map { [$0] } ?? [] : list.page.rows.map(\.item).filter { marked.contains($0.id) }
  }

  /// Where stories stand folded, all their copies are meant.
  func code(_ step: CoverageStep, _ news: Phrase?) -> [Effect] {
    let ids = marked.isEmpty ? item.map { [$0.id] } ?? [] : marked
    let change = CodeCoverage(ids, step, ofStories: list.isGrouped)
    return [.apply(change, then: news.map { [.announce($0)] } ?? [])]
  }
}
