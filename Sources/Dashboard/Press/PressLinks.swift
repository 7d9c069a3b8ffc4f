import Model
import Office
import Phrases
import Store
import Terminal

/// What a record of the press office is linked to, as lines below its fields.
struct PressLinks {
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

  private func link(
    _ field: String, _ text: String, _ target: RecordLink.Target, isUrgent: Bool = false
  ) -> RecordLink {
    RecordLink(
      section: .pressLinks, label: look.word("field", field), text: text, isUrgent: isUrgent, target: target)
  }

  private func person(_ id: RecordID) -> [RecordLink] {
    id.isEmpty ? [] : [link("person", office.names[id] ?? id, .stakeholder(id))]
  }

  private func links(of enquiry: Enquiry) -> [RecordLink] {
    var links = person(enquiry.stakeholder)
    if !enquiry.spokesperson.isEmpty {
      let name = words.person(enquiry.spokesperson)
      links.append(link("spokesperson", name, .place(.list(.spokesperson, enquiry.spokesperson))))
    }
    if let event = office.appearances.first(where: { $0.id == enquiry.event }) {
      links.append(link("event", line(of: event), .place(.list(.event, event.id))))
    }
    return links
  }

  private func line(of event: Event) -> String {
    let kind = look.word("event_kind", event.type.rawValue)
    return "\(words.when(event.start)) · \(kind) · \(words.status(event).text)"
  }

  private func links(of event: Event) -> [RecordLink] {
    event.spokespersons.map {
      link("spokesperson", words.person($0), .place(.list(.spokesperson, $0)))
    }
      + office.enquiries.filter { $0.event == event.id }.map {
        link("question", $0.subject, .place(.list(.enquiry, $0.id)))
      }
  }

  private func links(of person: Spokesperson) -> [RecordLink] {
    let asked = office.enquiries.filter { $0.isOpen && $0.spokesperson == person.id }
    let coming = office.appearances.filter {
      $0.spokespersons.contains(person.id) && ($0.start?.day ?? look.asOf) >= look.asOf
    }
    return self.person(person.stakeholder)
      + asked.map { enquiry in
        link(
          "question", "\(words.clock(enquiry).text) · \(enquiry.subject)",
          .place(.list(.enquiry, enquiry.id)),
          isUrgent: enquiry.isOverdue(at: look.present))
      } + coming.map { link("event", "\(words.when($0.start)) · \($0.name)", .place(.list(.event, $0.id))) }
  }

  private func links(of material: Material) -> [RecordLink] {
    let embargo = material.embargo == nil ? material.embargo(in: office.launches) : nil
    let ofLaunch = embargo.map {
      link("embargo", look.moment($0), .place(.launch(material.launch, activity: nil, slot: nil)))
    }
    return [ofLaunch].compactMap(\.self)
      + material.releases.map { release in
        link(
          "releases",
          look.words([
            release.who, look.moment(release.at),
            release.digest == material.digest ? "" : look.say(.pressOtherFile),
          ]),
          .place(.list(.material, material.id)))
      }
  }

  private func links(of response: RapidResponse) -> [RecordLink] {
    response.coverage.map { id in
      let item = office.coverage.first { $0.id == id }
      let text = item.map { look.words([$0.outlet, $0.name]) } ?? id
      return link("coverage", text, .place(.list(.coverage, id)))
    }
  }

  private func links(of item: Coverage) -> [RecordLink] {
    office.responses.filter { $0.coverage.contains(item.id) }.map { response in
      link(
        "response_state", "\(words.state(response).text) · \(response.name)",
        .place(.list(.response, response.id)), isUrgent: response.isOpen)
    }
  }
}
