import Model
import Office
import Phrases
import Store
import Terminal

/// Who and what stands around a stakeholder: those who belong to it, and the contacts with it.
struct StakeholderPeople: Sendable {
  /// Whose members and contacts these are: each was the last to be asked for at its place, and is not asked
  /// for again when the cursor comes back to that stakeholder.
  var members: (of: RecordID, answer: Members.Answer)?
  var contacts: (of: RecordID, answer: [Engagement])?
  var evidence: [Evidence] = []

  var invitations: (of: RecordID, answer: [Invitation])?
  var voices: (of: RecordID, answer: VoicesOf.Answer)?

  /// So many names stand in the record before the list takes over.
  static let most = 6

  /// The lines of a record that are no fields of it.
  func links(of stakeholder: Stakeholder, _ look: Look) -> [RecordLink] {
    let own = stakeholder.reference.description
    return contactLinks(of: stakeholder, look) + memberLinks(of: stakeholder, look)
      + surveyLinks(of: stakeholder, look) + voiceLinks(of: stakeholder, look)
      + evidence.filter { $0.reference == own }.evidenceLinks(.sectionOffice, look)
  }

  /// How often they were asked to answer a survey: nobody is asked too often.
  private func surveyLinks(of stakeholder: Stakeholder, _ look: Look) -> [RecordLink] {
    guard let invitations, invitations.of == stakeholder.id, let last = invitations.answer.first else {
      return []
    }
    let first = InvitationPlan.first(of: look.asOf)
    let count = invitations.answer.count { $0.day.map { first < $0 && $0 <= look.asOf } ?? true }
    return [
      RecordLink(
        section: .sectionPeople, label: look.say(.timesAsked),
        text: look.say(.timesAskedText, .number(count), .text(last.survey)),
        target: .place(.list(.survey, last.survey)))
    ]
  }

  private func voiceLinks(of stakeholder: Stakeholder, _ look: Look) -> [RecordLink] {
    guard let voices, voices.of == stakeholder.id else { return [] }
    return StakeholderVoices(voices: voices.answer, look: look).links
  }

  private func memberLinks(of stakeholder: Stakeholder, _ look: Look) -> [RecordLink] {
    guard let members, members.of == stakeholder.id else { return [] }
    let people = members.answer.members.filter { $0.stakeholder.type == .individual }
    let others = members.answer.members.filter { $0.stakeholder.type != .individual }
    return links(people, .worksHere, of: stakeholder, look)
      + links(others, .membersHere, of: stakeholder, look)
  }

  private func links(
    _ members: [Members.Member], _ label: PhraseKey, of stakeholder: Stakeholder, _ look: Look
  ) -> [RecordLink] {
    var links = members.prefix(Self.most).enumerated().map { index, member in
      let place = FieldWords.place(member.affiliation, look)
      return RecordLink(
        section: .sectionPeople, label: index == 0 ? look.say(Phrase(label)) : "",
        text: look.words([member.stakeholder.title, place]),
        target: .stakeholder(member.stakeholder.id))
    }
    let more = members.count - links.count
    if more > 0 {
      let number = look.phrases.number(more) + (self.members?.answer.isCapped == true ? "+" : "")
      links.append(
        RecordLink(
          section: .sectionPeople, label: "", text: look.say(.moreMembers, .text(number)),
          target: .stakeholders(StakeholderFilter(text: stakeholder.name))))
    }
    return links
  }

  private func contactLinks(of stakeholder: Stakeholder, _ look: Look) -> [RecordLink] {
    guard let contacts, contacts.of == stakeholder.id else { return [] }
    var links: [RecordLink] = []
    if let last = contacts.answer.first(where: { ($0.day ?? look.asOf) <= look.asOf }) {
      links.append(
        RecordLink(
          section: .sectionPeople, label: look.say(.lastContact),
          text: EngagementWords(engagement: last, look: look).line, isLeading: true,
          target: .log))
    }
    let open = contacts.answer.filter { $0.followUp != nil && $0.followedUp == nil }
    if let next = open.min(by: { $0.followUp! < $1.followUp! }) {
      let due = EngagementWords(engagement: next, look: look).followUp.text
      links.append(
        RecordLink(
          section: .sectionPeople, label: look.say(.nextFollowUp), text: look.about(due, next.subject),
          isUrgent: next.isOverdue(on: look.asOf), isLeading: true, target: .log))
    }
    return links
  }
}
