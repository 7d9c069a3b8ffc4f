import Model
import Office
import Phrases
import Store
import Terminal

/// Opportunities: told to one or to many, answered, opened and closed; concerns and focus groups beside them.
extension VoicesPane {
  private var isAtOpportunities: Bool { tab == .opportunities && isListing }

  static let opportunityCommands: [Command<VoicesPane>] = [
    Command(
      "voices.state", .commandNextState, ["Space"], rank: 2, when: \.isAtOpportunities, needs: .edit,
      unless: lacking(\.record)
    ) { pane, look in
      guard let base = pane.opportunity else { return [] }
      var edited = base
      edited.state =
        switch base.state {
        case .planned: .open
        case .open: .closed
        case .closed, .cancelled: .planned
        }
      let word = look.word("opportunity_state", edited.state.rawValue)
      return [pane.write(edited, over: base, Phrase(.voState, .text(base.name), .text(word)))]
    },
    Command(
      "voices.tell", .commandTell, ["t"], rank: 3, when: \.isAtOpportunities, needs: .edit,
      unless: lacking(\.record)
    ) {
      pane, look in
      guard let base = pane.opportunity else { return [] }
      let (pane, day) = (pane, look.asOf)
      return [
        .present(
          StakeholderPicker("") { person in
            guard person.mayBeTold else { return [.announce(Phrase(.voNotToBeTold, .text(person.title)))] }
            var edited = base
            edited.told.append(
              Telling(day: day, channel: person.channels.first ?? .email, stakeholder: person.id))
            return [pane.write(edited, over: base, closing: true, Phrase(.voToldOne, .text(person.title)))]
          })
      ]
    },
    Command(
      "voices.tellList", .commandTellList, ["m"], rank: 6, when: \.isAtOpportunities, needs: .edit,
      unless: lacking(\.record)
    ) {
      pane, look in
      pane.opportunity.map { [.present(pane.listSheet($0, look))] } ?? []
    },
    Command(
      "voices.reply", .commandReply, ["r"], rank: 4, when: \.isAtOpportunities, needs: .edit,
      unless: lacking(\.record)
    ) {
      pane, look in
      guard let base = pane.opportunity else { return [] }
      let (pane, day) = (pane, look.asOf)
      return [
        .present(
          StakeholderPicker("") { person in
            var edited = base
            edited.answered.append(Reply(stakeholder: person.id, day: day))
            return [pane.write(edited, over: base, closing: true, Phrase(.voReplied, .text(person.title)))]
          })
      ]
    },
  ]

  /// Which list is told, by which channel. A saved view is meant by its name, else it is a query.
  private func listSheet(_ base: Opportunity, _ look: Look) -> LinesSheet {
    let channels = Channel.codes
    let lines = [
      LinesSheet.Line(label: Phrase(.voWhichList), entry: .line, hint: .voWhichListHint),
      LinesSheet.Line(
        label: Phrase(label: "part", "channel"), entry: .choice(channels), text: Channel.email.rawValue,
        word: { code, look in FieldWords.word("channel", code, look) }),
      LinesSheet.Line(label: Phrase(label: "part", "note"), entry: .line),
    ]
    let views = views
    return LinesSheet(.commandTellList, lines) { texts in
      if texts[0].isEmpty { return .problem(line: 0, Phrase(.problemMissing)) }
      let view = views.first { Folding.folded($0.name) == Folding.folded(texts[0]) }
      do throws(QueryRefusal) {
        let filter = try StakeholderFilter.asked(
          for: view?.query ?? texts[0], language: look.language, today: look.asOf)
        let errand = TellErrand(
          opportunity: base, filter: filter, channel: Channel(rawValue: texts[1]), day: look.asOf,
          note: look.about(texts[2], texts[0]))
        return .effects([.errand(errand, closing: true)])
      } catch { return .problem(line: 0, error.problem) }
    }
  }

  // MARK: Concerns and focus groups

  private var isAtConcerns: Bool { tab == .concerns && isListing }

  private static func notOpen(_ pane: Self, _ look: Look) -> Phrase? {
    guard let concern = pane.concern else { return Phrase(.nothingSelected) }
    let word = Phrase(label: "concern_state", concern.state.rawValue)
    return concern.isOpen ? nil : Phrase(.recordClosed, .phrase(word))
  }

  static let concernCommands: [Command<VoicesPane>] = [
    Command(
      "voices.concern", .commandNextState, ["Space"], rank: 2, when: \.isAtConcerns, needs: .edit,
      unless: notOpen
    ) {
      pane, look in
      guard let base = pane.concern else { return [] }
      guard base.state == .open else { return [.present(pane.settling(base, as: .resolved, look))] }
      var edited = base
      (edited.state, edited.owner) = (.considering, base.owner.isEmpty ? look.who : base.owner)
      let word = look.word("concern_state", edited.state.rawValue)
      return [pane.write(edited, over: base, Phrase(.voState, .text(base.name), .text(word)))]
    },
    Command(
      "voices.decline", .commandDecline, ["x"], rank: 6, when: \.isAtConcerns, needs: .edit, unless: notOpen
    ) {
      pane, look in
      pane.concern.map { [.present(pane.settling($0, as: .declined, look))] } ?? []
    },
    Command(
      "voices.person", .commandLinkPerson, ["p"], rank: 4, when: \.isAtConcerns, needs: .edit,
      unless: lacking(\.record)
    ) {
      pane, _ in
      guard let base = pane.concern else { return [] }
      let pane = pane
      return [
        .present(
          StakeholderPicker(base.source) { person in
            var edited = base
            edited.stakeholder = person.id
            return [pane.write(edited, over: base, closing: true, Phrase(.personLinked, .text(person.title)))]
          })
      ]
    },
    Command(
      "voices.participant", .commandParticipant, ["p"], rank: 4,
      when: { $0.tab == .groups && $0.isListing },
      needs: .edit, unless: lacking(\.record)
    ) { pane, _ in
      guard let base = pane.group else { return [] }
      let pane = pane
      return [
        .present(
          StakeholderPicker("") { person in
            var edited = base
            let isThere = base.participants.contains(person.id)
            if isThere {
              edited.participants.removeAll { $0 == person.id }
            } else {
              edited.participants.append(person.id)
            }
            let news: PhraseKey = isThere ? .voLeaves : .voTakesPart
            return [pane.write(edited, over: base, closing: true, Phrase(news, .text(person.title)))]
          })
      ]
    },
  ]

  /// How a concern was resolved, or why nothing is done: nobody settles one without saying so.
  private func settling(_ base: Concern, as state: ConcernState, _ look: Look) -> LinePrompt {
    let word = look.word("concern_state", state.rawValue)
    let (pane, day) = (self, look.asOf)
    return LinePrompt(
      Phrase(.voResolution, .text(base.name)), title: .voConcerns, text: base.resolution
    ) { text in
      var edited = base
      (edited.state, edited.resolution, edited.resolved) = (state, text, day)
      if let (_, problem) = edited.contradictions.first { return .problem(Phrase(problem)) }
      return .effects([
        pane.write(edited, over: base, closing: true, Phrase(.voState, .text(base.name), .text(word)))
      ])
    }
  }
}
