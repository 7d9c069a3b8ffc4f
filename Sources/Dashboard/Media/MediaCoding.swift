import Model
import Phrases
import Store
import Terminal

/// What people judge of items, with a key for each thing: of the item under the cursor, or of all that are
/// marked. A person sets the tone; nothing reckons it.
extension MediaPane {
  static let codingCommands: [Command<MediaPane>] =
    [
      toning("media.favourable", .commandFavourable, "+", .favourable),
      toning("media.neutral", .commandNeutral, "=", .neutral),
      toning("media.critical", .commandCritical, "-", .critical),
    ] + KeyMessage.allCases.map(carrying) + [
      flagging("media.inaccurate", .commandInaccurate, "i", .inaccurate),
      flagging("media.outside", .commandOutside, "o", .outside),
      flagging("media.answer", .commandNeedsResponse, "r", .needsResponse),
      Command(
        "media.point", .commandCarries, ["m"], when: \.isItems, needs: .edit, unless: lacking(\.item)
      ) { pane, _ in pane.carrying() },
    ]

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

  private static func toning(
    _ name: CommandName, _ title: PhraseKey, _ key: KeyChord, _ tone: Tone
  ) -> Command<MediaPane> {
    coding(name, title, key, rank: tone == .favourable ? 6 : 0, .tone(tone), .tone(nil))
  }

  private static func carrying(_ message: KeyMessage) -> Command<MediaPane> {
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
    return coding(
      name, title, KeyChord(stringLiteral: message.rawValue), .message(message, isCarried: true),
      .message(message, isCarried: false))
  }

  private static func flagging(
    _ name: CommandName, _ title: PhraseKey, _ key: KeyChord, _ flag: CoverageFilter.Flag
  ) -> Command<MediaPane> {
    coding(name, title, key, .flag(flag, isRaised: true), .flag(flag, isRaised: false))
  }

  /// Says it, or takes it back where it was said of all that are meant.
  private static func coding(
    _ name: CommandName, _ title: PhraseKey, _ key: KeyChord, rank: Int = 0, _ step: CoverageStep,
    _ back: CoverageStep
  ) -> Command<MediaPane> {
    Command(name, title, [key], rank: rank, when: \.isItems, needs: .edit, unless: lacking(\.item)) {
      pane, _ in
      let meant = pane.meant
      let isSaid = meant.allSatisfy { step.holds($0) }
      let step = isSaid ? back : step
      let news =
        meant.count == 1 && pane.marked.isEmpty && !pane.list.isGrouped
        ? nil : Phrase(.mediaCoded, .number(max(pane.marked.count, 1)), .text("u"))
      return pane.code(step, news)
    }
  }

  /// The items that a key is about, as far as they are in sight.
  private var meant: [Coverage] {
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
