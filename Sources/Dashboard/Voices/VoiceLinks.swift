import Model
import Office
import Phrases
import Store
import Terminal

/// What an opportunity, a call, a comment, a concern or a focus group is linked to, as lines below its fields.
struct VoiceLinks {
  let voices: Voices
  let look: Look

  /// So many people stand in a record by name.
  private static let most = 20

  func links(of record: any Record) -> [RecordLink] {
    switch record {
    case let one as Opportunity: links(of: one)
    case let call as CallForInput: links(of: call)
    case let comment as ReviewComment: links(of: comment)
    case let concern as Concern: links(of: concern)
    case let group as FocusGroup: links(of: group)
    default: []
    }
  }

  private func link(
    _ field: String, _ text: String, _ target: RecordLink.Target, isUrgent: Bool = false
  ) -> RecordLink {
    RecordLink(
      section: .pressLinks, label: look.word("field", field), text: text, isUrgent: isUrgent, target: target)
  }

  private func person(_ field: String, _ id: RecordID, _ words: [String] = []) -> RecordLink {
    let text = ([voices.name(id)] + words).filter { !$0.isEmpty }.joined(separator: " · ")
    return link(field, text, .stakeholder(id))
  }

  private func links(of one: Opportunity) -> [RecordLink] {
    let told = one.told.filter { !$0.stakeholder.isEmpty }.suffix(Self.most).map { telling in
      person(
        "told", telling.stakeholder,
        [
          telling.day.map(look.shortDay) ?? "",
          telling.channel.map { FieldWords.word("channel", $0.rawValue, look) } ?? "",
        ])
    }
    let answered = one.answered.filter { !$0.stakeholder.isEmpty }.suffix(Self.most).map {
      person("answered", $0.stakeholder, [$0.day.map(look.shortDay) ?? "", $0.note])
    }
    return told + answered
  }

  private func links(of call: CallForInput) -> [RecordLink] {
    guard let counts = voices.comments[call.id] else { return [] }
    let text = look.say(.voConsidered, .number(counts.considered), .number(counts.all))
    let place = Destination.list(.comment, "\(call.id)/")
    return [
      RecordLink(
        section: .pressLinks, label: look.say(.voComments), text: text, isUrgent: counts.open > 0,
        target: .place(place))
    ]
  }

  private func links(of comment: ReviewComment) -> [RecordLink] {
    let call = voices.calls.first { $0.id == comment.call }?.name ?? comment.call
    let stakeholder =
      comment.stakeholder.isEmpty
      ? [] : [link("person", comment.source, .stakeholder(comment.stakeholder))]
    return stakeholder + [
      RecordLink(
        section: .pressLinks, label: look.word("alarmKind", "call"), text: call,
        target: .place(.list(.call, comment.call)))
    ]
  }

  private func links(of concern: Concern) -> [RecordLink] {
    var links = concern.stakeholder.isEmpty ? [] : [person("person", concern.stakeholder)]
    if !concern.activity.isEmpty {
      let name = Decision.adopted.activity(concern.activity)?.label.text(in: look.language)
      links.append(link("activity", name ?? concern.activity, .place(.activity(concern.activity))))
    }
    if !concern.survey.isEmpty {
      links.append(link("survey", concern.survey, .place(.list(.survey, concern.survey))))
    }
    return links
  }

  private func links(of group: FocusGroup) -> [RecordLink] {
    var links = group.participants.prefix(Self.most).map { person("participants", $0) }
    if !group.survey.isEmpty {
      links.append(link("survey", group.survey, .place(.list(.survey, group.survey))))
    }
    if !group.event.isEmpty { links.append(link("event", group.event, .place(.event(group.event)))) }
    return links
  }
}

/// What a stakeholder was told and said, as lines of its record that lead there.
struct StakeholderVoices {
  let voices: VoicesOf.Answer
  let look: Look

  /// So many of a kind stand in the record.
  private static let most = 4

  var links: [RecordLink] {
    let words = VoiceWords(voices: Voices(), look: look)
    return group(.voOpportunities, voices.opportunities) { ([words.deadline($0).text, $0.name], false) }
      + group(.voComments, voices.comments) { ([words.disposition($0).text, $0.paragraph, $0.text], false) }
      + group(.voConcerns, voices.concerns) { concern in
        let isLate = concern.isOpen && concern.due.map { $0 < look.asOf } == true
        return ([words.state(concern).text, concern.name], isLate)
      }
      + group(.voGroups, voices.focusGroups) { ([look.when($0.when), $0.name], false) }
  }

  private func group<R: Record>(
    _ label: PhraseKey, _ records: [R], _ words: (R) -> (parts: [String], isUrgent: Bool)
  ) -> [RecordLink] {
    records.prefix(Self.most).enumerated().map { index, record in
      let (parts, isUrgent) = words(record)
      let more = index == Self.most - 1 && records.count > Self.most ? " (+\(records.count - Self.most))" : ""
      return RecordLink(
        section: .sectionPeople, label: index == 0 ? look.say(Phrase(label)) : "",
        text: parts.filter { !$0.isEmpty }.joined(separator: " · ") + more, isUrgent: isUrgent,
        target: .place(.list(R.kind, record.id)))
    }
  }
}
