import Model
import Office
import Phrases
import Store
import Terminal

/// The press office: what is asked of it, who speaks for it, what it holds back and what is said in public. One list
/// at a time, and the record under the cursor beside it where there is room.
struct PressPane: Pane {
  static let name = "press"
  static let title = PhraseKey.panePress

  private(set) var office = PressOffice()
  /// What of it is listed: all, or what holds the words that somebody looks for.
  private(set) var shown = PressOffice()
  /// The words that are looked for; nil where nobody looks for any.
  private(set) var search: TextField?
  private(set) var isTyping = false
  private(set) var isKnown = false
  var media = PressMedia()
  private(set) var section = PressSection.enquiries
  private var selections: [PressSection: Selection] = [:]
  /// A record to stand on as soon as it is there.
  private var sought: (section: PressSection, id: RecordID)?
  private(set) var size = Size(columns: 80, rows: 19)
  /// How the enquiries stand, and for which minute that was reckoned; nil where it is to be reckoned anew.
  private(set) var figures: (minute: Int, figures: EnquiryFigures)?

  var isWide: Bool { size.columns >= Shell.wide }
  var listColumns: Int { isWide ? Shell.sideColumn(of: size.columns) - 2 : size.columns }

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(WholePressOffice(on: look.asOf)) { pane, office in
        pane.take(office)
      }
    ] + mediaAsks(look)
  }

  /// The cursor stays on its record where others come and go around it. Where the record itself was changed (an
  /// enquiry answered), the cursor stays in its place, on the next one.
  private mutating func take(_ office: PressOffice) {
    let stood = PressSection.allCases.map { ($0, isKnown ? self.stood(in: $0) : nil) }
    self.office = office
    list()
    isKnown = true
    for (section, before) in stood {
      guard let before, let index = index(of: before.id, in: section),
        record(index, in: section)?.version == before.version
      else { continue }
      selections[section, default: .init()].index = index
    }
    seek()
  }

  private mutating func list() {
    if search != nil { office.prepareSearch() }
    shown = office.holding(search?.text ?? "")
    figures = nil
  }

  // MARK: Looking for words

  mutating func openSearch() {
    search = search ?? TextField("")
    isTyping = true
  }

  /// Leaves the line; what was found stays listed.
  mutating func acceptSearch() {
    isTyping = false
    if search?.text.trimmed.isEmpty == true { clearSearch() }
  }

  mutating func clearSearch() {
    (search, isTyping) = (nil, false)
    list()
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard isTyping, search?.take(chord) == true else { return nil }
    list()
    return []
  }

  mutating func paste(_ text: String) -> Bool {
    guard isTyping, search?.insert(text) == true else { return false }
    list()
    return true
  }

  // MARK: Going somewhere

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(let kind, let id) = destination, let section = PressSection(kind) else { return false }
    self.section = section
    clearSearch()
    sought = id.map { (section, $0) }
    seek()
    return true
  }

  /// The list, and the record under its cursor.
  var place: String { "\(section.rawValue) \(record?.id ?? "")" }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ", maxSplits: 1)
    guard let section = parts.first.flatMap({ Int($0) }).flatMap(PressSection.init) else { return }
    self.section = section
    clearSearch()
    sought = parts.count == 2 ? (section, String(parts[1])) : nil
    seek()
  }

  private mutating func seek() {
    guard let sought, let index = index(of: sought.id, in: sought.section) else { return }
    selections[sought.section, default: .init()].index = index
    self.sought = nil
  }

  mutating func turn(by step: Int) {
    if search != nil { clearSearch() }
    let all = PressSection.allCases
    section = all[(section.rawValue + step + all.count) % all.count]
  }

  // MARK: What is selected

  var selection: Selection {
    get { selections[section] ?? Selection() }
    set { selections[section] = newValue }
  }

  var rowCount: Int { count(in: section) }

  private func count(in section: PressSection) -> Int {
    switch section {
    case .enquiries: shown.enquiries.count
    case .appearances: shown.appearances.count
    case .spokespersons: shown.spokespersons.count
    case .media: media.rows.count
    case .mailing: media.languages.count
    case .material: shown.materials.count
    case .responses: shown.responses.count
    }
  }

  /// The record in a row; nil for a mailing list, which is none.
  private func record(_ index: Int, in section: PressSection) -> (any Record)? {
    switch section {
    case .enquiries: shown.enquiries[index]
    case .appearances: shown.appearances[index]
    case .spokespersons: shown.spokespersons[index]
    case .media: media.rows[index]
    case .mailing: nil
    case .material: shown.materials[index]
    case .responses: shown.responses[index]
    }
  }

  private func index(of id: RecordID, in section: PressSection) -> Int? {
    (0..<count(in: section)).first { record($0, in: section)?.id == id }
  }

  /// The record on which the cursor of a list stands.
  private func stood(in section: PressSection) -> (any Record)? {
    let index = selections[section]?.index ?? 0
    return index < count(in: section) ? record(index, in: section) : nil
  }

  private func selected<R>(_ list: [R], in section: PressSection) -> R? {
    self.section == section && list.indices.contains(selection.index) ? list[selection.index] : nil
  }

  var enquiry: Enquiry? { selected(shown.enquiries, in: .enquiries) }
  var appearance: Event? { selected(shown.appearances, in: .appearances) }
  var spokesperson: Spokesperson? { selected(shown.spokespersons, in: .spokespersons) }
  var outlet: Stakeholder? { selected(media.rows, in: .media) }
  var mailingLanguage: String? { selected(media.languages, in: .mailing) }
  var material: Material? { selected(shown.materials, in: .material) }
  var response: RapidResponse? { selected(shown.responses, in: .responses) }

  /// The record under the cursor, of whatever kind.
  var record: (any Record)? {
    enquiry ?? appearance ?? spokesperson ?? outlet ?? material ?? response
  }

  // MARK: Writing

  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    take(written, in: \.office)
    take(written, in: \.shown)
    figures = nil
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
    self.size = size
    let minute = look.present / 60
    if figures?.minute != minute {
      figures = (minute, EnquiryFigures(office.enquiries, at: look.present))
    }
    selection.fit(count: rowCount, height: max(1, size.rows - Self.headRows))
  }
}
