import Model
import Office
import Phrases
import Store
import Terminal

/// Somebody answers a survey at the telephone: a question at a time, the answer typed below it.
struct AnswerPane: Pane {
  static let name = "answer"
  static let title = PhraseKey.paneInterview

  private var interview: Interview
  private let language: String
  private let group: String
  private let mode: ResponseMode
  private var field = TextField("")
  private var problem: Phrase?
  private var lines: [String] = []
  private var size = Size(columns: 80, rows: 19)

  init(_ interview: Interview, language: String, group: String, mode: ResponseMode) {
    (self.interview, self.language, self.group, self.mode) = (interview, language, group, mode)
  }

  /// Asks first in which language, for which group and how the answers come in.
  static func begin(_ survey: Survey, _ bank: [RecordID: Question], _ look: Look) -> [Effect] {
    if let closed = InterviewWords.closed(survey, on: look.asOf, look) { return [.announce(closed)] }
    let own = survey.languages.contains(look.language) ? look.language : survey.languages.first ?? "en"
    let languages = [own] + survey.languages.filter { $0 != own }
    let groups = survey.groups
    let lines: [LinesSheet.Line] = [
      .init(label: Phrase(label: "field", "language"), entry: .choice(languages), text: own) { code, look in
        Language.name(code, in: look.language)
      },
      .init(label: Phrase(.resGroup), entry: .choice([""] + groups.map(\.code))) { code, look in
        let name = groups.first { $0.code == code }?.name ?? ""
        return code.isEmpty ? look.say(.notStated) : name.isEmpty ? code : name
      },
      .init(
        label: Phrase(label: "field", "mode"), entry: .choice(["phone", "interview", "paper", "web"]),
        text: "phone"
      ) { code, look in look.word("mode", code) },
    ]
    return [
      .present(
        LinesSheet(.paneInterview, lines) { texts in
          let pane = AnswerPane(
            Interview(survey, bank), language: texts[0], group: texts[1],
            mode: ResponseMode(rawValue: texts[2]) ?? .phone)
          return .effects([.close, .present(pane)])
        })
    ]
  }

  var isTyping: Bool { true }

  /// Every answer so far, the question that stands open, and what is typed there.
  var typed: Typed? {
    guard !interview.answers.isEmpty || !field.text.trimmed.isEmpty else { return nil }
    let open = [Draft.lineName: field.text, Self.openName: interview.item?.variable.name ?? ""]
    let answers = interview.answers.map { (Self.answerPrefix + $0.key, $0.value) }
    return .lines(open.merging(answers) { $1 })
  }

  private static let openName = "open"
  private static let answerPrefix = "answer "

  mutating func resume(_ draft: Draft) {
    var answers: [String: String] = [:]
    for (name, text) in draft.typed where name.hasPrefix(Self.answerPrefix) {
      answers[String(name.dropFirst(Self.answerPrefix.count))] = text
    }
    interview.resume(answers, at: draft.typed[Self.openName] ?? "")
    field.set(draft.line)
  }

  static let commands: [Command<AnswerPane>] = [
    Command("answer.accept", .commandAccept, ["Enter"], rank: 1) { pane, look in pane.accept(look) },
    .moving("answer.previous", .commandPreviousField, ["Up", "Shift-Tab"], rank: 2) { pane in
      _ = pane.interview.take("<")
      pane.settle()
    },
    .moving("answer.next", .commandNextField, ["Down", "Tab"], rank: 3) { pane in
      guard pane.interview.item != nil else { return }
      pane.step(pane.interview.take(""))
    },
    .moving("answer.clear", .commandClear, ["Ctrl-X"], rank: 4) { pane in
      pane.interview.clear()
      pane.settle()
    },
    // Somebody at the other end took the time: nothing goes by one key.
    Command("answer.back", .commandBack, ["Esc"], rank: 5) { _, _ in [.leave()] },
  ]

  private mutating func accept(_ look: Look) -> [Effect] {
    let step = interview.take(field.text)
    switch step {
    case .done:
      var response = interview.response(name: NewID.make(), day: look.asOf)
      (response.language, response.group, response.mode) = (language, group, mode)
      response.role = interview.survey.groups.first { $0.code == group }?.role
      return [
        .apply(
          AddRecord(response), closing: true,
          then: [.announce(Phrase(.askSaved, .text(interview.survey.title)))])
      ]
    case .over:
      settle()
      return [.leave()]
    default:
      self.step(step)
      return []
    }
  }

  private mutating func step(_ step: Interview.Step) {
    settle()
    if case .again(let problem?) = step { self.problem = InterviewWords.phrase(problem) }
  }

  private mutating func settle() { (field, problem) = (TextField(""), nil) }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard field.take(chord) else { return nil }
    problem = nil
    return []
  }

  mutating func paste(_ text: String) -> Bool { field.insert(text) }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    let words = InterviewWords(interview, look: look, language: language)
    let intro = interview.index == 0 ? words.introduction + [""] : []
    lines = (intro + words.question).flatMap {
      $0.isEmpty ? [""] : Wrapping.lines($0, columns: size.columns - 3)
    }
  }

  func heading(_ look: Look) -> [Span] { [Span(" › \(interview.survey.title)")] }

  func aside(_ look: Look) -> [Span] {
    let named = interview.survey.anonymity == .named
    return [Span(look.say(named ? .askNamed : .askNobody), .quiet)]
  }

  func status(_ look: Look) -> [Span] {
    problem.map { [Mark.problem.said(look.say($0))] } ?? [Span(look.say(.askKeys), .quiet)]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    // The field is always in sight; of a long question its end, where the answers stand.
    let room = max(0, area.rows - 2)
    canvas.lines(lines.suffix(room).map { [Span($0)] }, in: area, margin: 2)
    let row = min(lines.count, room) + (room > lines.count ? 1 : 0)
    SearchLine(sign: Span(">", .key), field: field).draw(on: &canvas, in: area.inset(top: row))
  }
}
