import Model
import Office
import Phrases
import Store
import Terminal

extension MessagesPane {
  static let commands: [Command<MessagesPane>] =
    listCommands + wayCommands + chainCommands + agreementCommands + searchCommands
    + turnCommands(next: ["]"], previous: ["["]) + turns + moves

  private static let turns: [Command<MessagesPane>] = [
    .moving("messages.right", .commandRight, ["Right", "l"], when: \.isListing) { $0.turn(by: 1) },
    .moving("messages.left", .commandLeft, ["Left", "h"], when: \.isListing) { $0.turn(by: -1) },
  ]

  private static let listCommands: [Command<MessagesPane>] = [
    Command(
      "messages.open", .commandOpen, ["Enter"], rank: 1, when: \.isListing, unless: nothingThere
    ) { pane, _ in
      if let audience = pane.audience {
        return [.go(.stakeholders(StakeholderFilter(facets: [.knownAudience: [audience.audience.rawValue]])))]
      }
      return pane.message.map { [.present($0.page(in: pane.book))] } ?? []
    },
    .moving(
      "messages.channel", .commandNextChannel, ["c"], rank: 2, when: { $0.isListing && $0.tab == .board }
    ) {
      $0.turnChannel()
    },
    Command("messages.new", .commandNew, ["n"], rank: 4, when: \.isListing, needs: .edit) { pane, look in
      var message = Message(id: NewID.make())
      (message.type, message.owner) = (pane.tab.kind ?? .point, look.who)
      return [.present(RecordForm(message, isNew: true))]
    },
    Command(
      "messages.edit", .commandEdit, ["e"], rank: 5, when: \.isListing, needs: .edit,
      unless: lacking(\.message)
    ) { pane, _ in
      pane.message.map { [.present($0.form())] } ?? []
    },
    Command(
      "messages.remove", .commandRemove, ["D"], when: \.isListing, needs: .edit, unless: stays
    ) { pane, _ in
      guard let message = pane.message else { return [] }
      return [
        .apply(RemoveRecord(message), then: [.announce(Phrase(.removed, .text(message.title), .text("u")))])
      ]
    },
    Command(
      "messages.history", .commandHistory, ["H"], when: \.isListing, unless: lacking(\.message)
    ) { pane, look in
      pane.message.map { [.present($0.history(look))] } ?? []
    },
  ]

  private static func nothingThere(_ pane: Self, _ look: Look) -> Phrase? {
    pane.audience == nil ? lacking(\.message)(pane, look) : nil
  }

  private static func stays(_ pane: Self, _ look: Look) -> Phrase? {
    guard let message = pane.message else { return Phrase(.nothingSelected) }
    if message.adopted != nil { return Phrase(FieldProblem.fixedByDecision) }
    return message.agreements.isEmpty ? nil : Phrase(FieldProblem.agreedAlready(message.edition))
  }

  // MARK: Agreement

  private static let agreementCommands: [Command<MessagesPane>] = [
    Command(
      "messages.agree", .commandAgree, ["v"], rank: 2, when: \.isListing, needs: .edit, unless: notToAgree
    ) { pane, look in
      pane.message.map { [.present(Self.agreement(to: $0, look))] } ?? []
    },
    Command(
      "messages.withdraw", .commandWithdraw, ["w"], when: \.isListing, needs: .edit, unless: notToWithdraw
    ) { pane, look in
      guard let message = pane.message, let word = message.words.last else { return [] }
      let role = look.word("agreement_role", word.role.rawValue)
      let question = Phrase(.messagesWithdrawWhy, .text(word.who), .text(role))
      return [
        .present(
          LinePrompt(question, title: .commandWithdraw, .text) { why in
            .effects([
              .apply(
                WithdrawAgreement(message, why: why), closing: true,
                then: [.announce(Phrase(.messagesWithdrawn, .text(word.who)))])
            ])
          })
      ]
    },
    Command(
      "messages.edition", .commandNewEdition, ["N"], rank: 3, when: \.isListing, needs: .edit,
      unless: notToRenew
    ) { pane, look in
      guard let message = pane.message else { return [] }
      let (title, next) = (look.title(of: message), message.edition + 1)
      let news = Phrase(.messagesNewEdition, .number(next), .text(title), .text("e"))
      let words = message.words.map(\.who)
      return [
        .present(
          AskSheet(.commandNewEdition, NewEdition(message), then: [.announce(news)]) { look in
            [
              look.say(.messagesAskEdition, .number(next), .text(title), .text(look.list(words))),
              look.say(.askNoUndo, .text("y"), .text("Esc")),
            ]
          })
      ]
    },
  ]

  private static func notToAgree(_ pane: Self, _ look: Look) -> Phrase? {
    guard let message = pane.message else { return Phrase(.nothingSelected) }
    if message.isAgreed { return Phrase(.messagesAllAgreed, .text("N")) }
    guard let gap = message.gaps.first else { return nil }
    return Phrase(.messagesGap, .text(look.word("field", gap)), .text("e"))
  }

  private static func notToWithdraw(_ pane: Self, _ look: Look) -> Phrase? {
    guard let message = pane.message else { return Phrase(.nothingSelected) }
    if message.isAgreed { return Phrase(.messagesAllAgreed, .text("N")) }
    return message.isClosed ? nil : Phrase(.messagesNobodyAgreed, .text("v"))
  }

  private static func notToRenew(_ pane: Self, _ look: Look) -> Phrase? {
    guard let message = pane.message else { return Phrase(.nothingSelected) }
    return message.isClosed ? nil : Phrase(.messagesNobodyAgreed, .text("v"))
  }

  /// Who gives their word, in which role, and when: one of the base, or a name.
  private static func agreement(to message: Message, _ look: Look) -> LinesSheet {
    let roles = message.lacking
    let lines = [
      LinesSheet.Line(
        label: Phrase(label: "part", "agreement_role"), entry: .choice(roles.map(\.rawValue)),
        text: roles.first?.rawValue ?? "", word: { $1.word("agreement_role", $0) }),
      LinesSheet.Line(
        label: Phrase(label: "part", "who"), entry: .reference(.idOrWords(.stakeholder)), hint: .hintReference
      ),
      LinesSheet.Line(
        label: Phrase(label: "part", "day"), entry: .day, text: look.asOf.description, hint: .hintDay),
    ]
    let title = look.title(of: message)
    return LinesSheet(.commandAgree, lines) { texts in
      guard !texts[1].isEmpty else { return .problem(line: 1, Phrase(.problemMissing)) }
      guard let role = AgreementRole(rawValue: texts[0]), let day = Day(texts[2]) else {
        return .problem(line: 2, Phrase(FieldProblem.malformedDay(texts[2])))
      }
      let who = texts[1]
      let news = Phrase(message.lacking == [role] ? .messagesClosed : .messagesWordNoted, .text(title))
      // The sheet below is done with as well.
      let ask = AskSheet(
        .commandAgree, AgreeMessage(message, role, who: who, on: day), then: [.close, .announce(news)]
      ) { look in
        [
          look.say(
            .messagesAskWord, .text(MessageWords(look).person(who)), .text(title),
            .text(look.word("agreement_role", role.rawValue)), .text(look.day(day))),
          look.say(.askNoUndo, .text("y"), .text("Esc")),
        ]
      }
      return .effects([.present(ask)])
    }
  }
}
