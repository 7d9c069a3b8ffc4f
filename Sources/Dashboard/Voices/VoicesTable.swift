import Model
import Office
import Phrases
import Terminal

/// The lists of the voices as columns.
struct VoicesTable {
  typealias Column = ListTable<Int>.Column

  let pane: VoicesPane
  let look: Look

  private var isWide: Bool { pane.isWide }
  private var words: VoiceWords { VoiceWords(voices: pane.voices, look: look) }
  private var shown: Voices { pane.shown }

  private func field(_ name: String) -> String { look.word("field", name) }

  var columns: [Column] {
    switch pane.section {
    case .opportunities: opportunities
    case .calls: calls
    case .comments: comments
    case .concerns: concerns
    case .groups: groups
    case .findings: findings
    }
  }

  private var opportunities: [Column] {
    let (list, words) = (shown.opportunities, words)
    let columns: [Column] = [
      .init(field("opportunity_state"), isWide ? 12 : 9) { words.state(list[$0]) },
      .init(field("deadline"), isWide ? 16 : 12) { words.deadline(list[$0]) },
      .init(field("deliverable"), isWide ? 11 : 8, text: { list[$0].deliverable }),
      .init(field("name"), 0, text: { list[$0].name }),
      .init(field("engagement_rule"), isWide ? 16 : 13) { words.rule(list[$0]) },
      .init(field("told"), 6) { words.count(list[$0].toldCount(through: look.asOf)) },
    ]
    // Told and answered stand side by side where there is room, else the record says how many answered.
    guard isWide else { return columns }
    return columns + [.init(field("answered"), 8) { words.count(list[$0].answeredCount(through: look.asOf)) }]
  }

  private var calls: [Column] {
    let (list, words, counts) = (shown.calls, words, pane.voices.comments)
    return [
      .init(field("closes"), isWide ? 20 : 14) { words.closing(list[$0]) },
      .init(field("name"), 0, text: { list[$0].name }),
      .init(field("deliverable"), 9, text: { list[$0].deliverable }),
      .init(look.say(.voComments), isWide ? 30 : 22) { index in
        guard let counts = counts[list[index].id] else { return Span("–", .quiet) }
        return words.progress(counts, width: isWide ? 18 : 10)
      },
    ]
  }

  private var comments: [Column] {
    let (list, words, marked) = (pane.listed, words, pane.marked)
    return [
      .init("", 1) { Span(marked.contains(list[$0].id) ? "*" : "", .match) },
      .init(field("number"), 6, text: { String(list[$0].number) }),
      .init(field("disposition"), isWide ? 20 : 14) { words.disposition(list[$0]) },
      .init(field("paragraph"), isWide ? 18 : 12, text: { list[$0].paragraph }),
      .init(field("source"), isWide ? 20 : 12) { Span(list[$0].source, .quiet) },
      .init(field("text"), 0, text: { list[$0].text }),
    ]
  }

  private var concerns: [Column] {
    let (list, words) = (shown.concerns, words)
    return [
      .init(field("concern_state"), 17) { words.state(list[$0]) },
      .init(field("due"), isWide ? 16 : 12) { words.due(list[$0]) },
      .init(field("name"), 0, text: { list[$0].name }),
      .init(field("risk"), isWide ? 24 : 14) { index in
        Span(list[index].risk.map { look.word("risk", $0.rawValue) } ?? look.say(.notStated), .quiet)
      },
      .init(field("owner"), isWide ? 12 : 8) { Span(list[$0].owner, .quiet) },
    ]
  }

  private var groups: [Column] {
    let list = shown.focusGroups
    return [
      .init(look.say(.pressWhenHeading), isWide ? 18 : 13, text: { look.when(list[$0].when) }),
      .init(field("name"), 0, text: { list[$0].name }),
      .init(field("audiences"), isWide ? 30 : 18) { index in
        Span(look.list(list[index].audiences.map { look.word("audience", $0.rawValue) }), .quiet)
      },
      .init(field("number"), 7, text: { look.phrases.number(list[$0].headCount) }),
      .init(look.say(.voFindings), 9, text: { look.phrases.number(list[$0].findings.count) }),
    ]
  }

  /// Each code with what was found on it in each session; a code without a finding says so.
  private var findings: [Column] {
    let (coded, codes) = (pane.coded, CodedFindings.codes)
    let most = max(1, codes.map { coded[$0].count }.max() ?? 1)
    func count(_ index: Int) -> Int { index < codes.count ? coded[codes[index]].count : coded.uncoded.count }
    let room = pane.listColumns - 34 - 18
    let sessions = coded.groups.suffix(max(0, room / 8))
    let matrix = sessions.map { group in
      Column(group.when.map { look.shortDay($0.day) } ?? group.name, 7) { index in
        let number =
          index < codes.count
          ? coded.count(codes[index], in: group.id) : coded.uncoded.count { $0.group == group.id }
        return number == 0 ? Span("·", .quiet) : Span(Self.shade(number) + " \(number)")
      }
    }
    return [
      .init(
        look.say(.voCode), 0,
        text: { index in
          index < codes.count
            ? FieldWords.word(codes[index].axis.rawValue, codes[index].code, look) : look.say(.voUncoded)
        }),
      .init(look.say(.voFindings), 16) { index in
        let number = count(index)
        guard number > 0 else { return Span("! " + look.say(.voNone), .due) }
        let bar = Bars.bar(number, of: most, width: 8)
        return Span("\(number) \(bar)", .bar)
      },
    ] + matrix
  }

  /// The darker the more.
  private static func shade(_ number: Int) -> String {
    ["░", "▒", "▓", "█"][min(3, number - 1)]
  }
}
