import Model
import Phrases
import Store
import Terminal

/// The press office: what is asked of it, who speaks for it, what it holds back and what is said in public.
struct PressPane: TabbedPane {
  static let name = "press"
  static let title = PhraseKey.panePress

  var tabs = Tabs(PressTab.enquiries)
  private(set) var office = PressOffice()
  /// What of it holds the words that somebody looks for.
  private(set) var found = PressOffice()
  private(set) var isKnown = false
  var media = PressMedia()
  /// What was written last, to be taken in before the store's answer comes.
  var written: (@Sendable (inout PressOffice) -> Void)?
  /// How the enquiries stand, and for which minute that was reckoned; nil where it is to be reckoned anew.
  private(set) var standing: (minute: Int, figures: EnquiryFigures)?

  func asks(_ look: Look) -> [Ask<Self>] {
    [Ask(WholePressOffice(on: look.asOf)) { pane, office in pane.take { $0.receive(office) } }]
      + mediaAsks(look)
  }

  private mutating func receive(_ office: PressOffice) {
    self.office = office
    isKnown = true
    narrow(to: tabs.search.words)
  }

  mutating func narrow(to words: String) {
    if !words.isEmpty { office.prepareSearch() }
    found = office.holding(words)
    standing = nil
  }

  func list(_ tab: PressTab) -> any TabRows {
    switch tab {
    case .enquiries: TabList(found.enquiries) { table($0).enquiries }
    case .appearances: TabList(found.appearances) { table($0).appearances }
    case .spokespersons: TabList(found.spokespersons) { table($0).spokespersons }
    case .media: TabList(media.rows) { table($0).media }
    case .mailing: TabList(media.languages, id: \.self) { table($0).mailing(media) }
    case .material: TabList(found.materials) { table($0).material }
    case .responses: TabList(found.responses) { table($0).responses }
    }
  }

  private func table(_ look: Look) -> PressTable {
    PressTable(office: office, look: look, isWide: tabs.size.isWide)
  }

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(let kind, let id) = destination, let tab = PressTab(kind) else { return false }
    go(to: id, in: tab)
    return true
  }

  var enquiry: Enquiry? { record as? Enquiry }
  var appearance: Event? { record as? Event }
  var spokesperson: Spokesperson? { record as? Spokesperson }
  var outlet: Stakeholder? { record as? Stakeholder }
  var mailingLanguage: String? { selected(media.languages, in: .mailing) }
  var material: Material? { record as? Material }
  var response: RapidResponse? { record as? RapidResponse }

  // MARK: Writing

  /// The next key may come before the store's answer does: it builds on what was just written.
  mutating func applied(_ look: Look) -> [Effect] {
    written?(&office)
    written?(&found)
    written = nil
    standing = nil
    return []
  }

  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    written = nil
    switch refusal {
    case .clash(let clash): return [.present(mergeForm(clash)), .announce(Phrase(refusal: refusal))]
    case .invalid(_, .underEmbargo):
      // The store's clock decides, whatever day the screen is set to.
      guard let material else { return [.announce(Phrase(refusal: refusal))] }
      return [.present(earlyRelease(of: material, look))]
    default: return [.announce(Phrase(refusal: refusal))]
    }
  }

  private func mergeForm(_ clash: Clash) -> any Pane {
    func form<R: Record>(_: R.Type) -> any Pane { MergeForm<R>(clash) }
    return form(clash.kind.type)
  }

  mutating func fit(to size: Size, look: Look) {
    fitList(to: size, look: look)
    let minute = look.present / 60
    if standing?.minute != minute {
      standing = (minute, EnquiryFigures(office.enquiries, at: look.present))
    }
  }
}
