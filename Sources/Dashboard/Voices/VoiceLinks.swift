import Model
import Office
import Phrases
import Store
import Terminal

extension Voices: LinkedRecords {
  static func whole(_ look: Look) -> WholeVoices { WholeVoices() }
  static var pageName: String { "voice" }
  static func pageTitle(of kind: RecordKind) -> PhraseKey { .paneVoices }

  func links(of record: any Record, _ look: Look) -> [RecordLink] {
    VoiceLinks(voices: self, look: look).links(of: record)
  }
}

/// What an opportunity, a call, a comment, a concern or a focus group is linked to.
private struct VoiceLinks {
  let voices: Voices
  let look: Look

  /// So many people stand in a record by name.
  private static let most = 20

  func links(of record: any Record) -> [RecordLink] {
    switch record {
    case let one as Opportunity: links(of: one)
    case let call as CallForInput: links(of: call)
    case let comment as ReviewComment: links(of: comment)
    default: look.links(of: record, most: Self.most)
    }
  }

  private func person(_ field: String, _ id: RecordID, _ words: [String] = []) -> RecordLink {
    let name = look.name(of: RecordReference(.stakeholder, id))
    return look.link(field, look.dotted([name] + words), .stakeholder(id))
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
    return [
      look.link(
        called: look.say(.voComments), text, .place(.list(.comment, "\(call.id)/")),
        isUrgent: counts.open > 0)
    ]
  }

  private func links(of comment: ReviewComment) -> [RecordLink] {
    let call = look.name(of: RecordReference(.call, comment.call))
    let sender =
      comment.stakeholder.isEmpty
      ? [] : [look.link("person", comment.source, .stakeholder(comment.stakeholder))]
    return sender + [
      look.link(called: look.word("alarmKind", "call"), call, .place(.list(.call, comment.call)))
    ]
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
      let more =
        index == Self.most - 1 && records.count > Self.most
        ? "+" + look.phrases.number(records.count - Self.most) : ""
      return RecordLink(
        section: .sectionPeople, label: index == 0 ? look.say(Phrase(label)) : "",
        text: look.bracketed(look.dotted(parts), more), isUrgent: isUrgent,
        target: .place(.list(R.kind, record.id)))
    }
  }
}
