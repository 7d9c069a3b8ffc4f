import Model
import Office
import Phrases
import Store
import Terminal

/// The first thing that people see: what is due, who is there, how far the launch and the evidence are, what
/// others did. Every line opens its pane at that record.
struct OverviewPane: Pane {
  static let name = "overview"
  static let title = PhraseKey.paneOverview

  var tallies: Tallies.Answer?
  var work = OpenWork()
  var launches: [Launch] = []
  var cells: [LaunchCell] = []
  var rulings: [Ruling] = []
  var evidence: [Evidence] = []
  /// The descriptions that counting calls, surveys and concerns shows.
  var counted: Set<RecordID> = []
  var changes: [JournalEntry] = []
  var knowsChanges = false
  /// The person wants no more to be told what to do first.
  var hidesFirstSteps = false
  var followUps = FollowUps.Answer()
  /// Opportunities, calls, concerns and reviews of risks that are late or due soon, the most urgent first.
  var voices: [Alarm] = []
  /// Reviews of partnerships that are late or due soon.
  var reviews: [Alarm] = []
  /// How many records have come to their retention date.
  var toReview = 0
  /// Where the cursor is: a column of sections, and a line among all lines of that column.
  var column = 0
  var line = 0
  var size = Size(columns: 80, rows: 19)

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(Tallies()) { $0.tallies = $1 },
      // More than fit on any screen; of ten thousand the rest is in the timeline.
      Ask(OpenWorkAt(asOf: look.asOf, limit: 60), .beside) { $0.work = $1 },
      Ask(AllRecords<Launch>()) { $0.launches = $1 },
      Ask(AllRecords<LaunchCell>()) { $0.cells = $1 },
      Ask(AllRecords<Ruling>()) { $0.rulings = $1 },
      Ask(AllRecords<Evidence>()) { $0.evidence = $1 },
      Ask(RecentChanges(limit: 40)) { ($0.changes, $0.knowsChanges) = ($1, true) },
      Ask(FollowUps(asOf: look.asOf, limit: 20)) { $0.followUps = $1 },
      Ask(CountToReview(on: look.asOf)) { $0.toReview = $1 },
      Ask(IndicatorBookAt(look.asOf), .beside) { pane, book in
        pane.counted = Set(Evidence.descriptions.filter { $0.hasPrefix("6.") && book.isShown($0) })
      },
      Ask(AlarmsAt(asOf: look.asOf, at: look.present), .rest) { pane, alarms in
        pane.voices = alarms.filter { [.opportunity, .call, .concern, .risk].contains($0.kind) }
        pane.reviews = alarms.filter { $0.kind == .partnership }
      },
    ]
  }

  static let commands: [Command<OverviewPane>] =
    actions
    + moves(by: { pane, move, look in pane.move(move.step(count: 1_000, height: pane.size.rows), look) })

  private static let actions: [Command<OverviewPane>] = [
    Command("overview.open", .commandOpen, ["Enter"], rank: 1) { pane, look in
      let line = pane.selected(look)
      if let effects = line?.effects, !effects.isEmpty { return effects }
      return line?.destination.map { [.go($0)] } ?? [.announce(Phrase(.nothingToOpen))]
    },
    Command("overview.right", .commandRight, ["Right", "l"]) { pane, look in pane.turn(1, look) },
    Command("overview.firstSteps", .commandFirstSteps, [], when: \.hidesFirstSteps) { _, _ in
      [.prefer(FirstSteps.preference, "")]
    },
    Command("overview.left", .commandLeft, ["Left", "h"]) { pane, look in pane.turn(-1, look) },
  ]

  private func lines(_ look: Look) -> [OverviewLine] {
    let columns = layout(look)
    return columns[min(column, columns.count - 1)].flatMap(\.lines)
  }

  func selected(_ look: Look) -> OverviewLine? {
    let lines = lines(look)
    return lines.isEmpty ? nil : lines[min(line, lines.count - 1)]
  }

  private mutating func move(_ step: Int, _ look: Look) {
    let count = lines(look).count
    line = max(0, min(count - 1, min(line, count - 1) + step))
  }

  private mutating func turn(_ step: Int, _ look: Look) -> [Effect] {
    let count = layout(look).count
    column = max(0, min(count - 1, min(column, count - 1) + step))
    move(0, look)
    return []
  }

  mutating func fit(to size: Size, look: Look) { self.size = size }

  mutating func prefer(_ preferences: [String: String]) {
    if let value = preferences[FirstSteps.preference] { hidesFirstSteps = value == FirstSteps.hidden }
  }

  mutating func visit(_ destination: Destination) -> Bool { destination == .overview }

  private func columnCount(_ look: Look) -> Int {
    look.isSpoken ? 1 : size.isVast ? 3 : size.columns >= 70 ? 2 : 1
  }
  func columnWidth(_ look: Look) -> Int { size.columns / columnCount(look) }

  /// The sections in columns: two, or three where there is room, each shortened to the height.
  func layout(_ look: Look) -> [[OverviewSection]] {
    let sections = OverviewSections(pane: self, look: look)
    let columns: [[OverviewSection]] =
      switch columnCount(look) {
      case 3:
        [
          [sections.top] + sections.followUps + sections.review,
          [sections.regions, sections.kinds, sections.indicators],
          sections.voices + sections.partnerships
            + [sections.launch, sections.disagreement, sections.changes],
        ]
      case 2:
        [
          [sections.top] + sections.followUps + sections.voices + sections.partnerships
            + sections.review
            + [sections.launch, sections.disagreement, sections.changes],
          [sections.regions, sections.kinds, sections.indicators],
        ]
      default:
        [
          [sections.top] + sections.followUps + sections.voices + sections.partnerships
            + sections.review
            + [sections.launch, sections.indicators, sections.regions, sections.changes]
        ]
      }
    return columns.map {
      OverviewSection.fitted($0, rows: size.rows, columns: columnWidth(look) - 2) {
        (look.say(.overviewMore, .number($0)), "+\(look.phrases.number($0))")
      }
    }
  }
}

extension OverviewPane {
  func cited(_ look: Look) -> Cited? { Cited(selected(look)?.destination) }
}
