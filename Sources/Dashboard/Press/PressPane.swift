import Model
import Office
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

  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    take(written, in: \.office)
    take(written, in: \.found)
    standing = nil
    return []
  }

  /// What is settled is not followed: the next one takes its place with the store's answer.
  private mutating func take(_ written: Written, in place: WritableKeyPath<Self, PressOffice>) {
    for enquiry in written.all(Enquiry.self) where enquiry.isOpen { self[keyPath: place].put(enquiry) }
    for response in written.all(RapidResponse.self) { self[keyPath: place].put(response) }
  }

  /// The store's clock decides what is under embargo, whatever day the screen is set to.
  mutating func refused(_ refusal: Refusal, look: Look) -> [Effect] {
    guard case .invalid(_, .underEmbargo) = refusal, let material else {
      return [.announce(Phrase(refusal: refusal))]
    }
    return [.present(earlyRelease(of: material, look))]
  }

  mutating func fit(to size: Size, look: Look) {
    fitList(to: size, look: look)
    let minute = look.present / 60
    if standing?.minute != minute {
      standing = (minute, EnquiryFigures(office.enquiries, at: look.present))
    }
  }
}
