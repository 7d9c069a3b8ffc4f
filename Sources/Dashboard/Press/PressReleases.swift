import Model
import Office
import Phrases
import Store
import Terminal

/// Material under embargo, released by two people; answers to what goes wrong in public; the media.
extension PressPane {
  // MARK: Material

  private static func noMaterial(_ pane: Self, _ look: Look) -> Phrase? {
    guard let material = pane.material else { return Phrase(.nothingSelected) }
    if material.isReleased { return Phrase(.pressIsReleased, .text(material.name)) }
    if material.words.contains(where: { $0.who == look.who }) {
      return Phrase(FieldProblem.secondPersonNeeded(look.who))
    }
    return nil
  }

  static let materialCommands: [Command<PressPane>] = [
    Command(
      "press.release", .commandReleaseMaterial, ["r"], rank: 2, when: { $0.tab == .material },
      needs: .release, unless: noMaterial
    ) { pane, look in
      guard let material = pane.material else { return [] }
      if let embargo = material.embargo(in: pane.office.launches), embargo.seconds > look.present {
        return [.present(pane.earlyRelease(of: material, look))]
      }
      return [.apply(ReleaseMaterial(material.id), then: [.announce(Self.news(of: material))])]
    },
    Command(
      "press.materialState", .commandNextState, ["Space"], when: { $0.tab == .material }, needs: .release,
      unless: noMaterial
    ) { pane, look in
      guard let material = pane.material else { return [] }
      if let embargo = material.embargo(in: pane.office.launches), embargo.seconds > look.present {
        return [.present(pane.earlyRelease(of: material, look))]
      }
      // Space goes on from state to state in all lists; what leaves the house is asked about.
      return [
        .present(
          AskSheet(
            .commandReleaseMaterial, ReleaseMaterial(material.id), then: [.announce(Self.news(of: material))]
          ) { look in
            [look.say(.pressReleaseAsk, .text(material.name)), look.say(.askTurn, .text("y"), .text("Esc"))]
          })
      ]
    },
    Command(
      "press.check", .commandCheckFile, ["c"], rank: 4, when: { $0.tab == .material },
      unless: { pane, _ in
        guard let material = pane.material else { return Phrase(.nothingSelected) }
        let isElsewhere = material.url.contains("://")
        return material.url.isEmpty || isElsewhere ? Phrase(.pressNoFile) : nil
      }
    ) { pane, _ in
      pane.material.map { [.errand(DigestErrand(material: $0))] } ?? []
    },
  ]

  /// What one more person's word makes of it.
  private static func news(of material: Material) -> Phrase {
    Phrase(material.words.isEmpty ? .pressFirstWord : .pressOut, .text(material.name))
  }

  /// Before the embargo only a word that is typed lets it out: no key does.
  func earlyRelease(of material: Material, _ look: Look) -> LinePrompt {
    let embargo = material.embargo(in: office.launches).map(look.moment) ?? ""
    let (word, why) = (look.say(.pressReleaseWord), look.say(.paneEarlyRelease))
    let question = Phrase(.pressEarlyQuestion, .text(material.name), .text(embargo), .text(word))
    return LinePrompt(question, title: .paneEarlyRelease) { text in
      guard text == word else { return .problem(Phrase(.pressEarlyWrong, .text(word))) }
      let change = ReleaseMaterial(material.id, isEarly: true, why: why)
      return .effects([.apply(change, closing: true, then: [.announce(Self.news(of: material))])])
    }
  }

  /// A digest that nobody kept yet is kept.
  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    guard case .unknown(let digest) = outcome as? DigestErrand.Outcome, let material,
      look.access.allows(.campaign)
    else {
      return []
    }
    var edited = material
    edited.digest = digest
    let news = Phrase(.pressDigestKept, .text(material.name), .text(String(digest.prefix(12))))
    return [.apply(EditRecord(base: material, edited: edited), then: [.announce(news)])]
  }

  // MARK: Rapid response

  static let responseCommands: [Command<PressPane>] = [
    Command(
      "press.advance", .commandNextState, ["Space"], rank: 2, when: { $0.tab == .responses },
      needs: .campaign,
      unless: { pane, look in
        if pane.response?.state == .closed {
          return Phrase(.recordClosed, .phrase(Phrase(label: "response_state", "closed")))
        }
        return lacking(\.record)(pane, look)
      }
    ) { pane, _ in
      guard let response = pane.response, let next = response.nextState else { return [] }
      if next == .approved { return [.present(Self.approval(of: response))] }
      var edited = response
      edited.state = next
      let word = Phrase.Argument.phrase(Phrase(label: "response_state", next.rawValue))
      return [
        .apply(
          EditRecord(base: response, edited: edited),
          then: [.announce(Phrase(.labelled, .text(response.name), word))])
      ]
    },
    Command(
      "press.log", .commandLogStep, ["o"], rank: 4, when: { $0.tab == .responses }, needs: .campaign,
      unless: lacking(\.record)
    ) { pane, look in
      guard let response = pane.response else { return [] }
      let now = Moment(seconds: look.present / 60 * 60, zone: response.opened?.zone ?? .utc)
      let question = Phrase(.pressLogQuestion, .text(response.name))
      return [
        .present(
          LinePrompt(question, title: .paneLogStep) { text in
            var edited = response
            edited.note(text, by: look.who, at: now)
            let news = Phrase(.pressLogged, .text(response.name))
            return .effects([
              .apply(EditRecord(base: response, edited: edited), closing: true, then: [.announce(news)])
            ])
          })
      ]
    },
  ]

  /// What is said, and who agreed to it: no answer goes out without.
  private static func approval(of response: RapidResponse) -> LinesSheet {
    let lines = [
      LinesSheet.Line(
        label: Phrase(label: "field", "approved_line"), entry: .line, text: response.approvedLine),
      LinesSheet.Line(
        label: Phrase(label: "field", "approvers"), entry: .line,
        text: RapidResponse.field("approvers")?.read(response) ?? "", hint: .hintList),
    ]
    return LinesSheet(.paneApproval, lines) { texts in
      var edited = response
      (edited.approvedLine, edited.state) = (texts[0], .approved)
      do throws(FieldProblem) { try RapidResponse.field("approvers")?.write(texts[1], to: &edited) } catch {
        return .problem(line: 1, Phrase(error))
      }
      if let (field, problem) = edited.contradictions.first {
        return .problem(line: field == "approvers" ? 1 : 0, Phrase(problem))
      }
      let news = Phrase(.pressApproved, .text(response.name))
      return .effects([
        .apply(EditRecord(base: response, edited: edited), closing: true, then: [.announce(news)])
      ])
    }
  }

  // MARK: Media

  static let mediaCommands: [Command<PressPane>] = [
    Command("press.query", .commandQuery, ["f"], rank: 3, when: { $0.tab == .media }, needs: .contribute) {
      pane, look in [.present(pane.querySheet(look))]
    },
    Command("press.list", .commandStakeholderList, ["t"], rank: 4, when: { $0.tab == .media }) {
      pane, look in
      [.go(.stakeholders(pane.media.filter(look)))]
    },
    Command(
      "press.mailing", .commandMailing, ["m", "Enter"], rank: 1, when: { $0.tab == .mailing },
      needs: .publish,
      unless: { pane, look in
        guard let language = pane.mailingLanguage else { return Phrase(.nothingSelected) }
        return language.isEmpty ? Phrase(.pressNoLanguage) : nil
      }
    ) { pane, look in
      pane.mailingLanguage.map { [.present(pane.mailingPrompt($0, look))] } ?? []
    },
  ]
}
