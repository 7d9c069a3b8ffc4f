import Model
import Office
import Phrases
import Store
import Terminal

extension PressOffice: LinkedRecords {
  static func whole(_ look: Look) -> WholePressOffice { WholePressOffice(on: look.asOf) }
  /// The name that keymap files have for pages of the press office and of the media.
  static var pageName: String { "dossier" }
  static func pageTitle(of kind: RecordKind) -> PhraseKey { kind == .coverage ? .paneMedia : .panePress }

  static var sharedKeys: [SharedKey] {
    [
      SharedKey(
        name: "state", title: .commandNextState, key: "Space", command: "press.state", rank: 2, kind: .enquiry
      ),
      SharedKey(
        name: "eventState", title: .commandNextState, key: "Space", command: "press.eventState", rank: 2,
        kind: .event),
      SharedKey(
        name: "materialState", title: .commandNextState, key: "Space", command: "press.materialState",
        rank: 2, kind: .material, needs: .release),
      SharedKey(
        name: "advance", title: .commandNextState, key: "Space", command: "press.advance", rank: 2,
        kind: .response),
      SharedKey(
        name: "speaker", title: .commandSpokesperson, key: "s", command: "press.spokesperson", rank: 5,
        kind: .enquiry),
      SharedKey(
        name: "appearance", title: .commandAppearance, key: "v", command: "press.appearance", rank: 6,
        kind: .enquiry),
    ]
  }

  func links(of record: any Record, _ look: Look) -> [RecordLink] {
    PressLinks(office: self, look: look).links(of: record)
  }
}

/// What a record of the press office is linked to: what it names itself, and what names it.
private struct PressLinks {
  let office: PressOffice
  let look: Look

  private var words: PressWords { PressWords(office: office, look: look) }

  func links(of record: any Record) -> [RecordLink] {
    let named = look.links(of: record, text: text)
    if let material = record as? Material { return named + links(of: material) }
    return named + naming(record.reference)
  }

  /// What the office knows of a record that is named, beside its name.
  private func text(of named: RecordReference) -> String? {
    switch named.kind {
    case .spokesperson: return words.person(named.id)
    case .event: return office.appearances.first { $0.id == named.id }.map(line)
    case .coverage:
      return office.coverage.first { $0.id == named.id }.map { look.words([$0.outlet, $0.name]) }
    default: return nil
    }
  }

  private func line(of event: Event) -> String {
    let kind = look.word("event_kind", event.type.rawValue)
    return "\(look.when(event.start)) · \(kind) · \(words.status(event).text)"
  }

  /// Questions of an event, and of whom there is still something to be done; who answers an item of the media.
  private func naming(_ here: RecordReference) -> [RecordLink] {
    let isEvent = here.kind == .event
    let questions = office.enquiries.naming(here).filter { isEvent || $0.isOpen }.map { enquiry in
      let clock = enquiry.isOpen ? words.clock(enquiry).text : ""
      return look.link(
        "question", look.dotted([clock, enquiry.subject]), .place(.list(.enquiry, enquiry.id)),
        isUrgent: enquiry.isOverdue(at: look.present))
    }
    let coming = office.appearances.naming(here).filter { ($0.start?.day ?? look.asOf) >= look.asOf }.map {
      look.link("event", "\(look.when($0.start)) · \($0.name)", .place(.list(.event, $0.id)))
    }
    let answers = office.responses.naming(here).map { response in
      look.link(
        "response_state", "\(words.state(response).text) · \(response.name)",
        .place(.list(.response, response.id)), isUrgent: response.isOpen)
    }
    return questions + coming + answers
  }

  private func links(of material: Material) -> [RecordLink] {
    let embargo = material.embargo == nil ? material.embargo(in: office.launches) : nil
    let ofLaunch = embargo.map {
      look.link("embargo", look.moment($0), .place(.launch(material.launch, activity: nil, slot: nil)))
    }
    return [ofLaunch].compactMap(\.self)
      + material.releases.map { release in
        let file = release.digest == material.digest ? "" : look.say(.pressOtherFile)
        return look.link(
          "releases", look.words([release.who, look.moment(release.at), file]),
          .place(.list(.material, material.id)))
      }
  }
}
