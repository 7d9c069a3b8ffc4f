import Model
import Office
import Phrases
import Store

/// The media that the office knows, straight from the base of stakeholders.
struct PressMedia: Sendable {
  /// The influential ones.
  var rows: [Stakeholder] = []
  var hasMore = false
  var languageCounts: [String: Int] = [:]
  var countryCounts: [String: Int] = [:]
  /// All media that may be written to.
  var reach = MailingReach.Answer()
  /// The languages of the mailing lists, the longest list first.
  var languages: [String] = []
  /// What the office keeps as its question for influential media; nil where it keeps none.
  var kept: SavedView?

  /// The kept question has a place of its own, so that all share it.
  static let viewID = "influential-media"
  /// What is asked where nobody keeps another question.
  static let usualQuery = "audience:media tag:influential"
  /// So many are shown; the list of stakeholders has them all.
  static let most = 500

  var query: String { kept.map(\.query) ?? Self.usualQuery }

  func filter(_ look: Look) -> StakeholderFilter {
    StakeholderFilter(StakeholderQuery(query, language: look.language, today: look.asOf))
  }

  mutating func take(_ reach: MailingReach.Answer) {
    self.reach = reach
    let tags = Set(reach.reached.keys).union(reach.excluded.keys)
    languages = tags.sorted { a, b in
      let (first, second) = (reach.reached[a] ?? 0, reach.reached[b] ?? 0)
      return first == second ? a < b : first > second
    }
  }
}

extension PressPane {
  func mediaAsks(_ look: Look) -> [Ask<PressPane>] {
    switch tab {
    case .media:
      let filter = media.filter(look)
      return [
        Ask(RecordByID<SavedView>(PressMedia.viewID)) { $0.media.kept = $1 },
        Ask(StakeholderWindow(filter: filter, count: PressMedia.most)) { pane, page in
          pane.media.rows = page.rows.map(\.stakeholder)
          pane.media.hasMore = page.hasAfter
        },
        Ask(FacetCounts(.language, within: filter), .rest) { $0.media.languageCounts = $1 },
        Ask(FacetCounts(.country, within: filter), .rest) { $0.media.countryCounts = $1 },
      ]
    case .mailing: return [Ask(MailingReach(MailingErrand.media), .rest) { $0.media.take($1) }]
    default: return []
    }
  }

  /// Asks for the question that finds the influential media, and keeps it for all.
  func querySheet(_ look: Look) -> LinePrompt {
    let (kept, query, name) = (media.kept, media.query, look.say(.pressInfluential))
    return LinePrompt(Phrase(.pressQueryHelp), title: .pressMedia, text: query) { text in
      var view = kept ?? SavedView(id: PressMedia.viewID)
      (view.query, view.columns) = (text, kept?.columns ?? StakeholderColumn.usual)
      if view.name.isEmpty { view.name = name }
      let change: any Change = kept.map { EditRecord(base: $0, edited: view) } ?? AddRecord(view)
      return .effects([.apply(change, closing: true, then: [.announce(Phrase(.saved, .text(text)))])])
    }
  }

  /// Asks where the mailing list of a language is to stand.
  func mailingPrompt(_ language: String, _ look: Look) -> FilePrompt {
    let (name, path) = (Language.name(language, in: look.language), "~/media-\(language).csv")
    return .writing(Phrase(.pressMailingQuestion, .text(name)), title: .pressMailing, path) {
      MailingErrand(language: language, path: $0)
    }
  }
}
