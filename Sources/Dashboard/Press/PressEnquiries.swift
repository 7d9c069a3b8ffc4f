import Model
import Office
import Phrases
import Store
import Terminal

/// Enquiries: taken in quickly, handed to somebody, answered or declined. None goes away.
extension PressPane {
  private var isAtEnquiries: Bool { tab == .enquiries }

  /// What is closed stays as it is: a form can still change it.
  private static func notOpen(_ pane: Self, _ look: Look) -> Phrase? {
    guard let enquiry = pane.enquiry else { return Phrase(.nothingSelected) }
    let word = Phrase(label: "enquiry_state", enquiry.state.rawValue)
    return enquiry.isOpen ? nil : Phrase(.recordClosed, .phrase(word))
  }

  static let enquiryCommands: [Command<PressPane>] = [
    Command(
      "press.state", .commandNextState, ["Space"], rank: 2, when: \.isAtEnquiries, needs: .campaign,
      unless: notOpen
    ) {
      pane, look in
      guard let enquiry = pane.enquiry else { return [] }
      if enquiry.state == .assigned { return [.present(Self.answerSheet(enquiry, look))] }
      var edited = enquiry
      (edited.state, edited.owner) = (.assigned, enquiry.owner.isEmpty ? look.who : enquiry.owner)
      let news = Phrase(.pressTaken, .text(edited.owner))
      return [.apply(EditRecord(base: enquiry, edited: edited), then: [.announce(news)])]
    },
    Command(
      "press.eventState", .commandNextState, ["Space"], rank: 2, when: { $0.tab == .appearances },
      needs: .campaign,
      unless: lacking(\.record)
    ) { pane, look in
      pane.appearance?.nextState(look) ?? []
    },
    Command(
      "press.speakers", .commandSpokesperson, ["s"], rank: 4, when: { $0.tab == .appearances },
      needs: .campaign,
      unless: { pane, look in
        pane.office.spokespersons.isEmpty ? Phrase(.pressNobodySpeaks) : lacking(\.record)(pane, look)
      }
    ) { pane, look in
      pane.appearance.map { [.present(SpokespersonPicker($0, in: pane.office, look))] } ?? []
    },
    Command(
      "press.spokesperson", .commandSpokesperson, ["s"], rank: 4, when: \.isAtEnquiries,
      needs: .campaign,
      unless: { pane, look in
        pane.office.spokespersons.isEmpty ? Phrase(.pressNobodySpeaks) : notOpen(pane, look)
      }
    ) { pane, look in
      pane.enquiry.map { [.present(SpokespersonPicker($0, in: pane.office, look))] } ?? []
    },
    Command(
      "press.decline", .commandDecline, ["x"], rank: 6, when: \.isAtEnquiries, needs: .campaign,
      unless: notOpen
    ) { pane, look in
      pane.enquiry.map { [.present(Self.declinePrompt($0, look))] } ?? []
    },
    Command(
      "press.appearance", .commandAppearance, ["v"], rank: 5, when: \.isAtEnquiries, needs: .campaign,
      unless: lacking(\.record)
    ) {
      pane, look in
      guard let enquiry = pane.enquiry else { return [] }
      guard enquiry.event.isEmpty else { return [.go(.list(.event, enquiry.event))] }
      let event = enquiry.appearance(id: NewID.make(), on: look.asOf)
      let news = Phrase(.pressAppearanceMade, .text(look.word("event_kind", event.type.rawValue)))
      return [
        .apply(
          MakeAppearance(of: enquiry, as: event), then: [.go(.list(.event, event.id)), .announce(news)])
      ]
    },
  ]

  private static func now(_ look: Look, like moment: Moment?) -> Moment {
    Moment(seconds: look.present / 60 * 60, zone: moment?.zone ?? .utc)
  }

  /// What is answered, by what line, and by whose leave.
  private static func answerSheet(_ enquiry: Enquiry, _ look: Look) -> LinesSheet {
    func line(_ field: String, _ text: String) -> LinesSheet.Line {
      LinesSheet.Line(label: Phrase(label: "field", field), entry: .line, text: text)
    }
    let lines = [
      line("answer", enquiry.answer), line("approved_line", enquiry.approvedLine),
      line("approved_by", enquiry.approvedBy),
    ]
    let now = now(look, like: enquiry.deadline ?? enquiry.received)
    return LinesSheet(.paneAnswer, lines) { texts in
      var edited = enquiry
      (edited.state, edited.answered) = (.answered, now)
      (edited.answer, edited.approvedLine, edited.approvedBy) = (texts[0], texts[1], texts[2])
      return close(edited, over: enquiry, Phrase(.pressAnswered, .text(enquiry.subject)))
    }
  }

  private static func declinePrompt(_ enquiry: Enquiry, _ look: Look) -> LinesSheet {
    let line = LinesSheet.Line(label: Phrase(.pressReason), entry: .line)
    let now = now(look, like: enquiry.deadline ?? enquiry.received)
    return LinesSheet(.paneDecline, [line]) { texts in
      if texts[0].isEmpty { return .problem(line: 0, Phrase(.problemMissing)) }
      var edited = enquiry
      (edited.state, edited.answered, edited.answer) = (.declined, now, texts[0])
      return close(edited, over: enquiry, Phrase(.pressDeclined, .text(enquiry.subject)))
    }
  }

  private static func close(_ edited: Enquiry, over base: Enquiry, _ news: Phrase) -> LinesSheet.Answer {
    if let (_, problem) = edited.contradictions.first { return .problem(line: 0, Phrase(problem)) }
    return .effects([.apply(EditRecord(base: base, edited: edited), closing: true, then: [.announce(news)])])
  }

  // MARK: A new one

  /// As little typing as a ringing telephone allows: what, who, by when. The rest stands there already.
  func newEnquiry(_ look: Look) -> LinesSheet {
    let launch = office.launch(on: look.asOf)
    let zone = launch?.zone ?? look.zone ?? .utc
    func line(_ field: String, _ entry: Entry = .line, text: String = "", hint: PhraseKey? = nil)
      -> LinesSheet.Line
    {
      LinesSheet.Line(
        label: Phrase(label: "field", field), entry: entry, text: text, hint: hint,
        word: { code, look in look.word(field, code) })
    }
    let lines = [
      line("subject"), line("outlet", hint: .pressOutletHint), line("deadline", hint: .pressDeadlineHint),
      line(
        "enquiry_kind", .choice(EnquiryKind.allCases.map(\.rawValue)), text: EnquiryKind.question.rawValue),
      line("language"), line("asker"),
    ]
    let (present, words) = (look.present, PressWords(office: office, look: look))
    return LinesSheet(.paneEnquiry, lines) { texts in
      if texts[0].isEmpty { return .problem(line: 0, Phrase(.problemMissing)) }
      if texts[1].isEmpty && texts[5].isEmpty { return .problem(line: 1, Phrase(.pressWhoAsks)) }
      if texts[2].isEmpty { return .problem(line: 2, Phrase(.pressSayWhen)) }
      var enquiry = Enquiry(id: NewID.make())
      (enquiry.subject, enquiry.outlet, enquiry.contact) = (texts[0], texts[1], texts[5])
      (enquiry.type, enquiry.launch) = (EnquiryKind(rawValue: texts[3]) ?? .question, launch?.id ?? "")
      enquiry.received = Moment(seconds: present / 60 * 60, zone: zone)
      do throws(FieldProblem) {
        if !["-", "–", "—", "无"].contains(texts[2]) {
          enquiry.deadline = try SpokenMoment.read(texts[2], present: present, zone: zone)
        }
      } catch { return .problem(line: 2, Phrase(error)) }
      do throws(FieldProblem) {
        try Enquiry.field("language")?.write(Language.tag(named: texts[4]) ?? texts[4], to: &enquiry)
      } catch { return .problem(line: 4, Phrase(error)) }
      if let (_, problem) = enquiry.contradictions.first { return .problem(line: 2, Phrase(problem)) }
      let news =
        enquiry.deadline.map {
          Phrase(.pressTakenIn, .text(enquiry.subject), .text(look.moment($0)), .text(words.until($0)))
        } ?? Phrase(.added, .text(enquiry.subject))
      return .effects([
        .apply(
          AddRecord(enquiry), closing: true, then: [.go(.list(.enquiry, enquiry.id)), .announce(news)])
      ])
    }
  }
}

extension Event {
  /// The state that Space goes on to wherever an event stands in a list: it is confirmed, or tentative again.
  func nextState(_ look: Look) -> [Effect] {
    var edited = self
    edited.status = status == .tentative ? .confirmed : .tentative
    let word = Phrase.Argument.phrase(Phrase(label: "event_status", edited.status.rawValue))
    return [
      .apply(
        EditRecord(base: self, edited: edited), then: [.announce(Phrase(.labelled, .text(name), word))])
    ]
  }
}
