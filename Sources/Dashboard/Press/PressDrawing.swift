import Model
import Office
import Phrases
import Store
import Terminal

extension PressPane {
  private func words(_ look: Look) -> PressWords { PressWords(office: office, look: look) }

  /// What the row under the cursor does not say itself.
  func status(_ look: Look) -> [Span] {
    let words = words(look)
    if let enquiry {
      let deadline = enquiry.deadline.map { look.say(.pressBy, .text(look.moment($0))) } ?? ""
      let said = enquiry.isOpen ? enquiry.question : enquiry.answer
      return [Span(look.dotted([deadline, words.asker(enquiry), said]), .quiet)]
    }
    if let appearance {
      let start = appearance.start?.moment.map(look.moment) ?? ""
      return [
        Span(
          look.dotted([start, appearance.place, look.list(appearance.participants), appearance.note]), .quiet)
      ]
    }
    if let spokesperson {
      return [Span(look.dotted([look.list(spokesperson.topics), spokesperson.note]), .quiet)]
    }
    if let material {
      let embargo = material.embargo(in: office.launches).map(look.moment) ?? ""
      let who = material.words.map(\.who)
      let waiting = who.count == 1 ? look.say(.pressWaitsForSecond, .text(who[0])) : look.list(who)
      return [Span(look.dotted([waiting, embargo, material.url]), .quiet)]
    }
    if let response { return [Span(look.dotted([response.approvedLine, response.facts]), .quiet)] }
    return []
  }

  // MARK: Figures

  /// Of the whole list, so not where only a part of it is found.
  func figures(_ look: Look) -> [Span]? {
    if tabs.search.isOpen && tab.isSearched { return [] }
    return switch tab {
    case .enquiries: enquiryFigures(look)
    case .media: mediaFigures(look)
    case .mailing:
      [
        Span(
          look.say(
            .pressReach, .text(look.phrases.number(media.reach.reached.values.reduce(0, +))),
            .text(look.phrases.number(media.reach.excluded.values.reduce(0, +)))), .quiet)
      ]
    case .material: [Span(look.say(.pressTwoPeople), .quiet)]
    case .spokespersons: [Span(look.say(.pressWeekHelp), .quiet)]
    case .appearances:
      [
        Span(
          look.say(
            .pressComing, .number(office.appearances.count { ($0.start?.day ?? look.asOf) >= look.asOf })),
          .quiet)
      ]
    case .responses:
      [Span(look.say(.pressOpenResponses, .number(office.responses.count(where: \.isOpen))), .quiet)]
    }
  }

  private func enquiryFigures(_ look: Look) -> [Span] {
    guard let figures = standing?.figures else { return [] }
    var spans = [Span(look.say(.pressOpen, .number(figures.open)), .text)]
    if figures.overdue > 0 {
      spans.append(Span(" · ! " + look.say(.pressOverdue, .number(figures.overdue)), .late))
    }
    // What burns is to be seen where everybody looks.
    if let response = office.responses.first, response.isOpen {
      spans.append(Span(" · ! " + look.say(.pressBurning, .text(response.name)), .late))
    }
    if let median = figures.medianAnswerTime {
      let time = words(look).length(median)
      spans.append(Span(" · " + look.say(.pressMedian, .number(figures.answered), .text(time)), .quiet))
    }
    return spans
  }

  private func mediaFigures(_ look: Look) -> [Span] {
    func most(_ counts: [String: Int], _ name: (String) -> String) -> String {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(tabs.size.isWide ? 10 : 4)
        .map { "\(name($0.key)) \($0.value)" }.joined(separator: " ")
    }
    let languages = most(media.languageCounts) {
      $0 == "other" ? look.word("language", $0) : $0.isEmpty ? "–" : $0
    }
    let countries = most(media.countryCounts) { $0.isEmpty ? "–" : $0 }
    let count = look.phrases.number(media.rows.count) + (media.hasMore ? "+" : "")
    return [
      Span(count + " · "), Span(look.dotted([languages, countries]), .quiet),
      Span("  \(media.query)", .quiet),
    ]
  }

  var nothing: Phrase {
    switch tab {
    case .media: Phrase(.pressNoMedia)
    case .mailing: Phrase(.pressNoLists)
    default: Phrase(.listNothing)
    }
  }

  func links(of record: any Record, _ look: Look) -> [RecordLink] { office.links(of: record, look) }
}

extension PressPane {
  static let legend: [LegendLine] =
    LegendLine.states(EnquiryState.self) + [LegendLine(.late, .legendEnquiryLate)]
    + LegendLine.states(ResponseState.self) + LegendLine.states(EventStatus.self)
    + [
      LegendLine(.open, .pressHeld), LegendLine(.underWay, .pressNeedsSecond),
      LegendLine(.done, .pressReleased),
      LegendLine(.done, .pressAvailable), LegendLine(.unsaid, .pressUnsaid), LegendLine(.gone, .pressAway),
    ]
}
