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
        rank: 2,
        kind: .material),
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

/// What a record of the press office is linked to.
private struct PressLinks {
  let office: PressOffice
  let look: Look

  private var words: PressWords { PressWords(office: office, look: look) }

  func links(of record: any Record) -> [RecordLink] {
    switch record {
    case let enquiry as Enquiry: links(of: enquiry)
    case let event as Event: links(of: event)
    case let person as Spokesperson: links(of: person)
    case let material as Material: links(of: material)
    case let response as RapidResponse: links(of: response)
    case let item as Coverage: links(of: item)
    default: []
    }
  }

  private func person(_ id: RecordID) -> [RecordLink] {
    id.isEmpty
      ? [] : [look.link("person", look.name(of: RecordReference(.stakeholder, id)), .stakeholder(id))]
  }

  private func spokesperson(_ id: RecordID) -> RecordLink {
    look.link("spokesperson", words.person(id), .place(.list(.spokesperson, id)))
  }

  private func question(_ enquiry: Enquiry, _ text: String, isUrgent: Bool = false) -> RecordLink {
    look.link("question", text, .place(.list(.enquiry, enquiry.id)), isUrgent: isUrgent)
  }

  private func event(_ event: Event, _ text: String) -> RecordLink {
    look.link("event", text, .place(.list(.event, event.id)))
  }

  private func links(of enquiry: Enquiry) -> [RecordLink] {
    let speaker = enquiry.spokesperson.isEmpty ? [] : [spokesperson(enquiry.spokesperson)]
    let events = office.appearances.filter { $0.id == enquiry.event }.map { event($0, line(of: $0)) }
    return person(enquiry.stakeholder) + speaker + events
  }

  private func line(of event: Event) -> String {
    let kind = look.word("event_kind", event.type.rawValue)
    return "\(look.when(event.start)) · \(kind) · \(words.status(event).text)"
  }

  private func links(of event: Event) -> [RecordLink] {
    event.spokespersons.map(spokesperson)
      + office.enquiries.filter { $0.event == event.id }.map { question($0, $0.subject) }
  }

  private func links(of person: Spokesperson) -> [RecordLink] {
    let asked = office.enquiries.filter { $0.isOpen && $0.spokesperson == person.id }
    let coming = office.appearances.filter {
      $0.spokespersons.contains(person.id) && ($0.start?.day ?? look.asOf) >= look.asOf
    }
    return self.person(person.stakeholder)
      + asked.map {
        question($0, "\(words.clock($0).text) · \($0.subject)", isUrgent: $0.isOverdue(at: look.present))
      } + coming.map { event($0, "\(look.when($0.start)) · \($0.name)") }
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

  private func links(of response: RapidResponse) -> [RecordLink] {
    response.coverage.map { id in
      let item = office.coverage.first { $0.id == id }
      let text = item.map { look.words([$0.outlet, $0.name]) } ?? id
      return look.link("coverage", text, .place(.list(.coverage, id)))
    }
  }

  private func links(of item: Coverage) -> [RecordLink] {
    office.responses.filter { $0.coverage.contains(item.id) }.map { response in
      look.link(
        "response_state", "\(words.state(response).text) · \(response.name)",
        .place(.list(.response, response.id)), isUrgent: response.isOpen)
    }
  }
}
