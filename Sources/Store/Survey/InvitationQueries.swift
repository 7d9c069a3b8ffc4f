import Model

/// The invitations of one stakeholder, the latest first.
public struct InvitationsOf: Query {
  public let stakeholder: RecordID

  public init(_ stakeholder: RecordID) { self.stakeholder = stakeholder }

  public func answer(in reader: Reader) throws -> [Invitation] {
    try reader.records(
      """
      SELECT id, version, body FROM invitation WHERE body ->> '$.stakeholder' = ?
      ORDER BY body ->> '$.day' DESC, id
      """, [stakeholder])
  }
}

extension Library {
  /// Who would be asked to answer a survey. Long where many are meant: not on a key's path.
  public func invitationPlan(
    _ survey: RecordID, for filter: StakeholderFilter, on day: Day, limit: Int
  ) throws -> InvitationPlan {
    var plan = InvitationPlan(survey, on: day, limit: limit)
    let invitations = Dictionary(grouping: try read(AllRecords<Invitation>()), by: \.stakeholder)
    try eachStakeholder(matching: filter) { stakeholders in
      for stakeholder in stakeholders { plan.consider(stakeholder, invitations[stakeholder.id] ?? []) }
    }
    return plan
  }
}

/// Asks the people of a plan to answer a survey: an invitation for each, and as many more in their group.
public struct InviteStakeholders: Change {
  public var name: String { "invite" }
  let plan: InvitationPlan
  let group: String
  let channel: Channel?

  /// - Parameter group: the code of a group of the survey; empty for none.
  public init(_ plan: InvitationPlan, group: String, channel: Channel? = nil) {
    (self.plan, self.group, self.channel) = (plan, group, channel)
  }

  /// - Throws: `Refusal.gone` where the survey is not there any more; `invalid` where it has no such group.
  public func perform(in transaction: Transaction) throws {
    guard let survey = try transaction.fetch(Survey.self, plan.survey) else {
      throw Refusal.gone(title: plan.survey)
    }
    guard group.isEmpty || survey.groups.contains(where: { $0.code == group }) else {
      throw Refusal.invalid(field: "groups", .notOneOf(group, survey.groups.map(\.code)))
    }
    let reader = transaction.reader
    var count = 0
    for id in plan.invited {
      // Somebody else may have asked them since the plan was made.
      guard let stakeholder = try transaction.fetch(Stakeholder.self, id) else { continue }
      var again = InvitationPlan(plan.survey, on: plan.day, limit: plan.limit)
      again.consider(stakeholder, try InvitationsOf(id).answer(in: reader))
      guard !again.invited.isEmpty else { continue }
      var invitation = Invitation(id: "\(plan.survey).\(id)")
      (invitation.survey, invitation.stakeholder, invitation.group) = (plan.survey, id, group)
      (invitation.day, invitation.channel) = (plan.day, channel)
      try transaction.put(invitation)
      count += 1
    }
    guard count > 0, !group.isEmpty else { return }
    var edited = survey
    edited.groups = survey.groups.map { known in
      guard known.code == group else { return known }
      return InvitedGroup(
        code: known.code, role: known.role, invited: known.invited + count, channel: known.channel,
        name: known.name)
    }
    try transaction.put(edited)
  }
}
