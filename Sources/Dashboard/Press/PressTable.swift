import Model
import Office
import Phrases
import Store
import Terminal

/// The lists of the press office as columns.
struct PressTable {
  let office: PressOffice
  let look: Look
  let isWide: Bool

  private var words: PressWords { PressWords(office: office, look: look) }

  private func column<Row>(_ key: PhraseKey, _ width: Int, _ cell: @escaping (Row) -> Span)
    -> ListTable<Row>.Column
  {
    .init(look.say(Phrase(key)), width, cell)
  }

  private func text<Row>(_ key: PhraseKey, _ width: Int, _ cell: @escaping (Row) -> String)
    -> ListTable<Row>.Column
  {
    column(key, width) { Span(cell($0)) }
  }

  var enquiries: ListTable<Enquiry> {
    let words = words
    var columns: [ListTable<Enquiry>.Column] = [
      column(.pressStateHeading, 10, words.state).growing,
      column(.pressDeadlineHeading, 17, words.clock).whole,
      text(.outletHeading, isWide ? 20 : 14) { $0.outlet.isEmpty ? $0.contact : $0.outlet },
      text(.subjectHeading, 0, \.subject),
      column(.pressHandHeading, isWide ? 18 : 12) { Span(words.hand($0), .quiet) },
    ]
    if isWide { columns.insert(text(.pressLanguageHeading, 5, \.language), at: 3) }
    return ListTable(columns: columns)
  }

  var appearances: ListTable<Event> {
    let (words, today) = (words, look.asOf)
    return ListTable(columns: [
      column(.whenHeading, isWide ? 18 : 13) { event in
        Span(look.when(event.start), (event.start?.day ?? today) < today ? .quiet : .text)
      }.whole,
      text(.kindHeading, 16) { look.word("event_kind", $0.type.rawValue) }.growing,
      text(.subjectHeading, 0, \.name),
      column(.pressSpeakerHeading, isWide ? 24 : 14) {
        Span(look.list($0.spokespersons.map(words.person)), .quiet)
      },
      column(.pressStateHeading, 11, words.status).growing,
    ])
  }

  var spokespersons: ListTable<Spokesperson> {
    let (words, today) = (words, look.asOf)
    var columns: [ListTable<Spokesperson>.Column] = [
      text(.pressNameHeading, isWide ? 24 : 19, \.name),
      text(.pressLanguagesHeading, 11) { words.languages($0.languages) },
      column(.pressTodayHeading, 13) { words.presence($0, on: today) }.whole,
      column(.pressLoadHeading, 4) { words.load($0, on: today) },
      column(.pressWeekHeading, 14) { Span(week($0), .quiet) },
      column(.pressTrainingHeading, isWide ? 13 : 0) { person in
        person.lastTraining(by: today).map { Span(look.shortDay($0)) }
          ?? Mark.lacking.said(look.say(.pressUntrained))
      }.whole,
    ]
    if isWide { columns.append(text(.pressTopicsHeading, 0) { look.list($0.topics) }) }
    return ListTable(columns: columns)
  }

  /// The next seven days: how much there is to do, `×` away, `·` nothing said.
  private func week(_ person: Spokesperson) -> String {
    (0..<7).map { offset in
      let day = look.asOf + offset
      let count = office.workload.count(person.id, on: day)
      switch person.presence(on: day) {
      case .away: return (count > 0 ? Mark.late : .gone).glyph
      case .available: return String(min(count, 9))
      case .unsaid: return count > 0 ? String(min(count, 9)) : "·"
      }
    }.joined(separator: " ")
  }

  var media: ListTable<Stakeholder> {
    let words = words
    return ListTable(columns: [
      text(.pressNameHeading, 0, \.title),
      text(.pressCountryHeading, 16) { Country.of($0.country)?.shortName(in: look.language) ?? "" },
      text(.pressLanguagesHeading, 11) { words.languages($0.languages) },
      column(.pressMailingHeading, isWide ? 26 : 14) { outlet in
        guard let reason = outlet.mailingExclusion(nil, nil) else {
          return Mark.done.said(look.say(.pressWritten))
        }
        return Mark.unsaid.said(look.word("excluded", reason.rawValue))
      }.growing,
    ])
  }

  func mailing(_ media: PressMedia) -> ListTable<String> {
    let reach = media.reach
    let most = media.languages.map { reach.reached[$0] ?? 0 }.max() ?? 0
    return ListTable(columns: [
      text(.pressLanguageLongHeading, 24) { tag in
        tag.isEmpty ? look.say(.notStated) : Language.name(tag, in: look.language)
      },
      text(.pressReachedHeading, 10) { look.phrases.number(reach.reached[$0] ?? 0) },
      column(.pressLeftOutHeading, 10) { Span(look.phrases.number(reach.excluded[$0] ?? 0), .quiet) },
      column(.pressShareHeading, 0) { tag in
        let count = reach.reached[tag] ?? 0
        return Span(String(repeating: "█", count: most == 0 ? 0 : (count * 24 + most - 1) / most), .bar)
      },
    ])
  }

  var material: ListTable<Material> {
    let (words, launches) = (words, office.launches)
    return ListTable(columns: [
      column(.pressStateHeading, 16, words.state).growing,
      column(.pressEmbargoHeading, isWide ? 18 : 13) { material in
        guard let embargo = material.embargo(in: launches) else {
          return Span(look.say(.pressNoEmbargo), .quiet)
        }
        return Span(words.until(embargo), embargo.seconds > look.present ? .due : .quiet)
      }.whole,
      text(.pressNameHeading, 0, \.name),
      text(.pressLanguagesHeading, isWide ? 17 : 9) { words.languages($0.languages) },
      column(.pressOwnerHeading, isWide ? 12 : 8) { Span($0.owner, .quiet) },
    ])
  }

  var responses: ListTable<RapidResponse> {
    let words = words
    return ListTable(columns: [
      column(.pressStateHeading, 10, words.state).growing,
      text(.pressOpenedHeading, 13) { look.when($0.opened.map(When.moment)) }.whole,
      text(.pressIssueHeading, 0, \.name),
      column(.pressLastStepHeading, isWide ? 30 : 18) { Span($0.log.last?.what ?? "", .quiet) },
      column(.pressOwnerHeading, 10) { Span($0.owner, .quiet) },
    ])
  }
}
