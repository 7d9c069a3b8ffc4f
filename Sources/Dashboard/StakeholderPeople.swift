import Model
import Phrases
import Store
import Terminal

/// Who and what stands around a stakeholder: those who belong to it, and the contacts with it.
struct StakeholderPeople: Sendable {
  /// Of whom this is; what arrives for somebody else is old.
  var id: RecordID?
  var members = Members.Answer()
  var contacts: [Engagement] = []

  /// So many names stand in the record before the list takes over.
  static let most = 6

  /// The lines of a record that are no fields of it.
  func links(of stakeholder: Stakeholder, _ look: Look) -> [RecordLink] {
    guard id == stakeholder.id else { return [] }
    return memberLinks(of: stakeholder, look) + contactLinks(look)
  }

  private func memberLinks(of stakeholder: Stakeholder, _ look: Look) -> [RecordLink] {
    let people = members.members.filter { $0.stakeholder.type == .individual }
    let others = members.members.filter { $0.stakeholder.type != .individual }
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
        text: member.stakeholder.title + (place.isEmpty ? "" : ", " + place),
        target: .stakeholder(member.stakeholder.id))
    }
    let more = members.count - links.count
    if more > 0 {
      let number = look.phrases.number(more) + (self.members.isCapped ? "+" : "")
      links.append(
        RecordLink(
          section: .sectionPeople, label: "", text: look.say(.moreMembers, .text(number)),
          target: .stakeholders(StakeholderFilter(text: stakeholder.name))))
    }
    return links
  }

  private func contactLinks(_ look: Look) -> [RecordLink] {
    var links: [RecordLink] = []
    if let last = contacts.first(where: { ($0.day ?? look.asOf) <= look.asOf }) {
      links.append(
        RecordLink(
          section: .sectionPeople, label: look.say(.lastContact),
          text: EngagementWords(engagement: last, look: look).line, target: .log))
    }
    let open = contacts.filter { $0.followUp != nil && $0.followedUp == nil }
    if let next = open.min(by: { $0.followUp! < $1.followUp! }) {
      let due = EngagementWords(engagement: next, look: look).followUp.text
      links.append(
        RecordLink(
          section: .sectionPeople, label: look.say(.nextFollowUp), text: "\(due): \(next.subject)",
          isUrgent: next.isOverdue(on: look.asOf), target: .log))
    }
    return links
  }
}
