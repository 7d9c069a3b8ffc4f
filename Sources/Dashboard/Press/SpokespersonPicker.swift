import Model
import Office
import Phrases
import Store
import Terminal

/// Who is to answer an enquiry or to appear: everybody who speaks for the platform, the most suitable first, with the
/// reasons.
struct SpokespersonPicker: Pane {
  static let name = "spokespersons"
  static let title = PhraseKey.paneSpokesperson

  /// What it is about, and the language in which it is wanted; empty where nobody said.
  private let subject: String
  private let language: String
  private let office: PressOffice
  /// The day on which the answer is wanted.
  private let day: Day
  private let choices: [SpokespersonChoice]
  private var selection = Selection()

  /// What becomes of a choice.
  private let choose: @Sendable (SpokespersonChoice, Look) -> [Effect]

  init(_ enquiry: Enquiry, in office: PressOffice, _ look: Look) {
    self.office = office
    (subject, language) = (enquiry.subject, enquiry.language)
    day = max(enquiry.deadline?.day ?? look.asOf, look.asOf)
    choices = SpokespersonChoice.ordered(office.spokespersons, for: enquiry, on: day, office.workload)
    choose = { choice, look in
      var edited = enquiry
      (edited.spokesperson, edited.state) = (choice.person.id, .assigned)
      if edited.owner.isEmpty { edited.owner = look.who }
      let key: PhraseKey = choice.presence == .away ? .pressAssignedAway : .pressAssigned
      let news = Phrase(key, .text(choice.person.name))
      return [.apply(EditRecord(base: enquiry, edited: edited), closing: true, then: [.announce(news)])]
    }
    selection.index = choices.firstIndex { $0.person.id == enquiry.spokesperson } ?? 0
  }

  /// Whoever is chosen takes part; chosen again, no longer.
  init(_ event: Event, in office: PressOffice, _ look: Look) {
    self.office = office
    (subject, language) = (event.name, event.languages.first ?? "")
    day = event.start?.day ?? look.asOf
    var wanted = Enquiry(id: "")
    wanted.language = language
    choices = SpokespersonChoice.ordered(office.spokespersons, for: wanted, on: day, office.workload)
    choose = { choice, _ in
      var edited = event
      let isThere = event.spokespersons.contains(choice.person.id)
      if isThere {
        edited.spokespersons.removeAll { $0 == choice.person.id }
      } else {
        edited.spokespersons.append(choice.person.id)
      }
      let news = Phrase(isThere ? .pressSpeaksNoMore : .pressSpeaksThere, .text(choice.person.name))
      return [.apply(EditRecord(base: event, edited: edited), closing: true, then: [.announce(news)])]
    }
  }

  var placement: Placement { .sheet(rows: min(choices.count + 1, 10)) }
  func heading(_ look: Look) -> [Span] {
    [Span(" · \(subject) · \(look.day(day))", .quiet)]
  }

  static let commands: [Command<SpokespersonPicker>] =
    [
      Command("spokespersons.choose", .commandChoose, ["Enter", "Space"], rank: 1) { picker, look in
        picker.choice.map { picker.choose($0, look) } ?? [.close]
      }
    ] + moves(in: \.selection)

  private var choice: SpokespersonChoice? {
    choices.indices.contains(selection.index) ? choices[selection.index] : nil
  }

  mutating func fit(to size: Size, look: Look) { selection.fit(count: choices.count, height: size.rows) }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let words = PressWords(office: office, look: look)
    let table = ListTable<SpokespersonChoice>(
      columns: [.init("", 20, text: \.person.name), .init("", 0, spans: { reasons($0, words, look) })],
      margin: 2)
    table.draw(choices, selection, on: &canvas, in: area, hasCursor: true)
  }

  private func reasons(_ choice: SpokespersonChoice, _ words: PressWords, _ look: Look) -> [Span] {
    let tags = words.languages(choice.person.languages)
    let language: Span =
      switch choice.speaksIt {
      case nil: Span(tags)
      case true?: Mark.done.said(tags)
      case false?: Mark.late.said("\(tags) ≠ \(language)")
      }
    let training =
      choice.isTrained
      ? Mark.done.said(look.say(.pressTrained)) : Mark.lacking.said(look.say(.pressUntrained))
    let load = words.load(choice.person, on: day)
    let gap = Span("  ")
    return [
      language, gap, training, gap, words.presence(choice.person, on: day), gap,
      Span(look.say(.pressTasks, .text(load.text)), load.ink),
    ]
  }
}
