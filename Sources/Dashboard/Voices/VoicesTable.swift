import Model
import Office
import Phrases
import Terminal

/// The lists of the voices as columns.
struct VoicesTable {
  let pane: VoicesPane
  let look: Look

  private var isWide: Bool { pane.tabs.size.isWide }
  private var words: VoiceWords { VoiceWords(voices: pane.voices, look: look) }

  private func field(_ name: String) -> String { look.word("field", name) }

  var opportunities: ListTable<Opportunity> {
    let words = words
    var columns: [ListTable<Opportunity>.Column] = [
      .init(field("opportunity_state"), isWide ? 12 : 9, words.state).growing,
      .init(field("deadline"), isWide ? 16 : 12, words.deadline).whole,
      .init(field("deliverable"), isWide ? 11 : 8, text: \.deliverable),
      .init(field("name"), 0, text: \.name),
      .init(field("engagement_rule"), isWide ? 16 : 13, words.rule),
      .init(field("told"), 6) { words.count($0.toldCount(through: look.asOf)) },
    ]
    // Told and answered stand side by side where there is room, else the record says how many answered.
    if isWide {
      columns.append(.init(field("answered"), 8) { words.count($0.answeredCount(through: look.asOf)) })
    }
    return ListTable(columns: columns)
  }

  var calls: ListTable<CallForInput> {
    let (words, comments) = (words, pane.voices.comments)
    return ListTable(columns: [
      .init(field("closes"), isWide ? 20 : 14, words.closing).whole,
      .init(field("name"), 0, text: \.name),
      .init(field("deliverable"), 9, text: \.deliverable),
      .init(look.say(.voComments), isWide ? 30 : 22) { call in
        guard let counts = comments[call.id] else { return Span("–", .quiet) }
        return words.progress(counts, width: isWide ? 18 : 10)
      },
    ])
  }

  var comments: ListTable<ReviewComment> {
    let (words, marked) = (words, pane.marked)
    return ListTable(columns: [
      .init("", 1) { Span(marked.contains($0.id) ? "*" : "", .match) },
      .init(field("number"), 6, text: { String($0.number) }),
      .init(field("disposition"), isWide ? 20 : 14, words.disposition).growing,
      .init(field("paragraph"), isWide ? 18 : 12, text: \.paragraph),
      .init(field("source"), isWide ? 20 : 12) { Span($0.source, .quiet) },
      .init(field("text"), 0, text: \.text),
    ])
  }

  var concerns: ListTable<Concern> {
    let words = words
    return ListTable(columns: [
      .init(field("concern_state"), 17, words.state).growing,
      .init(field("due"), isWide ? 16 : 12, words.due).whole,
      .init(field("name"), 0, text: \.name),
      .init(field("risk"), isWide ? 24 : 14) { concern in
        Span(concern.risk.map { look.word("risk", $0.rawValue) } ?? look.say(.notStated), .quiet)
      },
      .init(field("owner"), isWide ? 12 : 8) { Span($0.owner, .quiet) },
    ])
  }

  var groups: ListTable<FocusGroup> {
    ListTable(columns: [
      .init(look.say(.whenHeading), isWide ? 18 : 13, text: { look.when($0.when) }).whole,
      .init(field("name"), 0, text: \.name),
      .init(field("audiences"), isWide ? 30 : 18) { group in
        Span(look.list(group.audiences.map { look.word("audience", $0.rawValue) }), .quiet)
      },
      .init(field("number"), 7, text: { look.phrases.number($0.headCount) }),
      .init(look.say(.voFindings), 9, text: { look.phrases.number($0.findings.count) }),
    ])
  }

  /// Each code with what was found on it in each session; a code without a finding says so.
  var findings: ListTable<CodedRow> {
    let coded = pane.coded
    let most = max(1, CodedFindings.codes.map { coded[$0].count }.max() ?? 1)
    let room = pane.tabs.listColumns - 34 - 18
    func heading(_ group: FocusGroup) -> String { group.when.map { look.shortDay($0.day) } ?? group.name }
    // Dates are shown whole, names as far as there is room.
    let width = coded.groups.filter { $0.when != nil }.reduce(7) { max($0, CellText.width(heading($1))) }
    let sessions = coded.groups.suffix(max(0, room / (width + 1)))
    let matrix = sessions.map { group in
      ListTable<CodedRow>.Column(heading(group), width) { row in
        let number = row.found.count { $0.group == group.id }
        return number == 0 ? Span("·", .quiet) : Span(Self.shade(number) + " \(number)")
      }
    }
    return ListTable(
      columns: [
        .init(look.say(.voCode), 0, text: { $0.title(look) }),
        .init(look.say(.voFindings), 16) { row in
          guard !row.found.isEmpty else { return Mark.lacking.said(look.say(.voNone)) }
          return Span("\(row.found.count) \(Bars.bar(row.found.count, of: most, width: 8))", .bar)
        },
      ] + matrix)
  }

  /// The darker the more.
  private static func shade(_ number: Int) -> String {
    ["░", "▒", "▓", "█"][min(3, number - 1)]
  }
}
