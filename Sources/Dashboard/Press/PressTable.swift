import Model
import Office
import Phrases
import Store
import Terminal

/// A list of the press office as columns; only the rows in sight are ever made.
struct PressTable {
  typealias Column = ListTable<Int>.Column

  let pane: PressPane
  let look: Look
  let isWide: Bool

  private var words: PressWords { PressWords(office: pane.office, look: look) }
  private var office: PressOffice { pane.office }
  private var shown: PressOffice { pane.shown }

  private func column(_ key: PhraseKey, _ width: Int, _ cell: @escaping (Int) -> Span) -> Column {
    Column(look.say(Phrase(key)), width, cell)
  }

  private func text(_ key: PhraseKey, _ width: Int, _ cell: @escaping (Int) -> String) -> Column {
    column(key, width) { Span(cell($0)) }
  }

  var columns: [Column] {
    switch pane.section {
    case .enquiries: enquiries
    case .appearances: appearances
    case .spokespersons: spokespersons
    case .media: media
    case .mailing: mailing
    case .material: material
    case .responses: responses
    }
  }

  private var enquiries: [Column] {
    let (list, words) = (shown.enquiries, words)
    var columns = [
      column(.pressStateHeading, 10) { words.state(list[$0]) },
      column(.pressDeadlineHeading, 17) { words.clock(list[$0]) },
      text(.pressOutletHeading, isWide ? 20 : 14) {
        list[$0].outlet.isEmpty ? list[$0].contact : list[$0].outlet
      },
      text(.pressSubjectHeading, 0) { list[$0].subject },
      column(.pressHandHeading, isWide ? 18 : 12) { Span(words.hand(list[$0]), .quiet) },
    ]
    if isWide { columns.insert(text(.pressLanguageHeading, 5) { list[$0].language }, at: 3) }
    return columns
  }

  private var appearances: [Column] {
    let (list, words, today) = (shown.appearances, words, look.asOf)
    return [
      column(.pressWhenHeading, isWide ? 18 : 13) { index in
        let isPast = (list[index].start?.day ?? today) < today
        return Span(words.when(list[index].start), isPast ? .quiet : .text)
      },
      text(.pressKindHeading, 16) { look.word("event_kind", list[$0].type.rawValue) },
      text(.pressSubjectHeading, 0) { list[$0].name },
      column(.pressSpeakerHeading, isWide ? 24 : 14) { index in
        Span(look.list(list[index].spokespersons.map(words.person)), .quiet)
      },
      column(.pressStateHeading, 11) { words.status(list[$0]) },
    ]
  }

  private var spokespersons: [Column] {
    let (list, words, today) = (shown.spokespersons, words, look.asOf)
    var columns = [
      text(.pressNameHeading, isWide ? 24 : 19) { list[$0].name },
      text(.pressLanguagesHeading, 11) { words.languages(list[$0].languages) },
      column(.pressTodayHeading, 13) { words.presence(list[$0], on: today) },
      column(.pressLoadHeading, 4) { words.load(list[$0], on: today) },
      column(.pressWeekHeading, 14) { index in Span(week(list[index]), .quiet) },
      column(.pressTrainingHeading, isWide ? 13 : 0) { index in
        list[index].lastTraining(by: today).map { Span(look.shortDay($0)) }
          ?? Span("! " + look.say(.pressUntrained), .due)
      },
    ]
    if isWide { columns.append(text(.pressTopicsHeading, 0) { look.list(list[$0].topics) }) }
    return columns
  }

  /// The next seven days: how much there is to do, `×` away, `·` nothing said.
  private func week(_ person: Spokesperson) -> String {
    (0..<7).map { offset in
      let day = look.asOf + offset
      let count = office.workload.count(person.id, on: day)
      switch person.presence(on: day) {
      case .away: return count > 0 ? "!" : "×"
      case .available: return String(min(count, 9))
      case .unsaid: return count > 0 ? String(min(count, 9)) : "·"
      }
    }.joined(separator: " ")
  }

  private var media: [Column] {
    let (rows, words) = (pane.media.rows, words)
    return [
      text(.pressNameHeading, 0) { rows[$0].title },
      text(.pressCountryHeading, 16) { Country.of(rows[$0].country)?.shortName(in: look.language) ?? "" },
      text(.pressLanguagesHeading, 11) { words.languages(rows[$0].languages) },
      column(.pressMailingHeading, isWide ? 26 : 14) { index in
        guard let reason = rows[index].mailingExclusion(nil, nil) else {
          return Span("● " + look.say(.pressWritten), .done)
        }
        return Span("○ " + look.word("excluded", reason.rawValue), .quiet)
      },
    ]
  }

  private var mailing: [Column] {
    let (rows, reach) = (pane.media.languages, pane.media.reach)
    let most = rows.map { reach.reached[$0] ?? 0 }.max() ?? 0
    return [
      text(.pressLanguageLongHeading, 24) { index in
        rows[index].isEmpty ? look.say(.notStated) : Language.name(rows[index], in: look.language)
      },
      text(.pressReachedHeading, 10) { look.phrases.number(reach.reached[rows[$0]] ?? 0) },
      column(.pressLeftOutHeading, 10) { Span(look.phrases.number(reach.excluded[rows[$0]] ?? 0), .quiet) },
      column(.pressShareHeading, 0) { index in
        let count = reach.reached[rows[index]] ?? 0
        return Span(String(repeating: "█", count: most == 0 ? 0 : (count * 24 + most - 1) / most), .bar)
      },
    ]
  }

  private var material: [Column] {
    let (list, words, launches) = (shown.materials, words, office.launches)
    return [
      column(.pressStateHeading, 16) { words.state(list[$0]) },
      column(.pressEmbargoHeading, isWide ? 18 : 13) { index in
        guard let embargo = list[index].embargo(in: launches) else {
          return Span(look.say(.pressNoEmbargo), .quiet)
        }
        return Span(words.until(embargo), embargo.seconds > look.present ? .due : .quiet)
      },
      text(.pressNameHeading, 0) { list[$0].name },
      text(.pressLanguagesHeading, isWide ? 17 : 9) { words.languages(list[$0].languages) },
      column(.pressOwnerHeading, isWide ? 12 : 8) { Span(list[$0].owner, .quiet) },
    ]
  }

  private var responses: [Column] {
    let (list, words) = (shown.responses, words)
    return [
      column(.pressStateHeading, 10) { words.state(list[$0]) },
      text(.pressOpenedHeading, 13) { list[$0].opened.map { words.when(.moment($0)) } ?? "" },
      text(.pressIssueHeading, 0) { list[$0].name },
      column(.pressLastStepHeading, isWide ? 30 : 18) { Span(list[$0].log.last?.what ?? "", .quiet) },
      column(.pressOwnerHeading, 10) { Span(list[$0].owner, .quiet) },
    ]
  }
}
