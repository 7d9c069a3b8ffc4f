import Model
import Phrases
import Typesetting

/// Results as lines for a screen, a pipe or a mail.
public struct ResultLines: Sendable {
  public typealias Line = [Span]

  public let results: SurveyResults
  public let words: ResultWords
  public let columns: Int

  public init(_ results: SurveyResults, _ words: ResultWords, columns: Int) {
    (self.results, self.words, self.columns) = (results, words, max(20, columns))
  }

  private var look: Look { words.look }

  public func wrapped(_ text: String, _ ink: Ink = .text) -> [Line] {
    Wrapping.lines(text, columns: columns).map { [Span($0, ink)] }
  }

  /// What the survey is and how many answered it.
  public var head: [Line] {
    let survey = results.survey
    let dates = [survey.opens, survey.closes].map { $0.map(look.day) ?? "…" }.joined(separator: " – ")
    let facts = [
      look.word("purpose", survey.purpose.rawValue), dates, look.word("anonymity", survey.anonymity.rawValue),
      look.say(.resResponses, .number(results.responses)),
    ]
    let open =
      survey.state == .open && results.suppression.threshold > 0 ? wrapped(look.say(.resStillOpen), .due) : []
    return wrapped(survey.title, .heading) + wrapped(facts.joined(separator: " · "), .quiet) + open
  }

  /// All questions, one below the other.
  public var all: [Line] {
    head + results.questions.flatMap { [[Span("")]] + lines(of: $0) }
      + (results.questions.contains(where: \.isHidden)
        ? [[Span("")]] + wrapped(words.hiddenNote(results.suppression), .quiet) : [])
  }

  // MARK: One question

  public func lines(of result: SurveyResults.Result) -> [Line] {
    var lines = wrapped(words.title(result.item), .heading)
    lines += wrapped(
      [
        result.variable.name,
        result.item.question.map { look.word("question_type", $0.type.rawValue) } ?? "",
        words.topic(result.item), words.answered(result),
      ].filter { !$0.isEmpty }.joined(separator: " · "), .quiet)
    if result.item.form == .open {
      return lines + wrapped(look.say(results.showsWords(of: result) ? .resWords : .resWordsHidden), .quiet)
    }
    lines += bars(of: result)
    if let mean = result.mean, let median = result.median {
      lines.append([
        Span(look.say(.resMean, .text(words.decimal(mean)), .text(words.decimal(median))))
      ])
    }
    return lines + actions(about: result)
  }

  private func bars(of result: SurveyResults.Result) -> [Line] {
    let labels = result.lines.map { words.choice($0.choice, of: result.item) }
    let label = min(max(8, labels.map(CellText.width).max() ?? 0), columns * 2 / 5)
    let number = max(3, result.lines.map { words.number($0.count).count }.max() ?? 0)
    let isRanking = result.item.form == .ranking
    let bar = max(0, columns - label - number - 9 - (isRanking ? 7 : 0))
    let most = result.lines.compactMap(\.count).max() ?? 0
    let rank: [(Int, Alignment)] = isRanking ? [(7, .leading)] : []
    let table = LineColumns(
      [(label, .leading), (number + 1, .trailing), (8, .leading)] + rank + [(bar, .leading)])
    let head = LineColumns([(label + number + 8, .leading), (columns - label - number - 8, .leading)])
    let heading = head.line([Span(look.say(.resFirst), .quiet), Span(look.say(.resMeanRank), .quiet)])
    return (isRanking ? [heading] : [])
      + zip(result.lines, labels).map { line, text in
        let rank = isRanking ? [Span(line.meanRank.map(words.decimal) ?? "")] : []
        return table.line(
          [
            Span(text), Span(words.number(line.count), line.count == nil ? .quiet : .text),
            Span("  " + words.percent(result.percent(line)), .quiet),
          ] + rank + [Span(Bars.bar(line.count ?? 0, of: most, width: bar), .bar)])
      }
  }

  /// What is done about the answers to a question.
  private func actions(about result: SurveyResults.Result) -> [Line] {
    results.survey.actions.filter { $0.question == result.variable.questionID }.flatMap { action in
      wrapped("→ " + look.labelled(answer(action), words.action(action)), .done)
    }
  }

  private func answer(_ action: MatchedAction) -> String {
    guard let item = results.results.first(where: { $0.variable.questionID == action.question })?.item,
      let choice = item.choices.first(where: { $0.code == action.choice })
    else { return action.choice.isEmpty ? action.question : action.choice }
    return words.choice(choice, of: item)
  }

  // MARK: Who answered

  /// The response rate of each invited group.
  public var rates: [Line] {
    let survey = results.survey
    guard !survey.groups.isEmpty else { return head + wrapped(look.say(.resNoGroups), .quiet) }
    let names = survey.groups.map { $0.name.isEmpty ? $0.code : $0.name }
    let label = min(max(10, names.map(CellText.width).max() ?? 0), columns / 3)
    let bar = max(0, columns - label - 48)
    let table = LineColumns([
      (label + 1, .leading), (14, .leading), (25, .leading), (7, .leading), (bar, .leading),
    ])
    let lines = zip(survey.groups, names).map { group, name -> Line in
      let count = results.responses(of: group)
      let share = group.invited > 0 ? count.map { Double($0) * 100 / Double(group.invited) } : nil
      let text = look.say(
        .resOfInvited, .text(words.number(count)), .text(look.phrases.number(group.invited)))
      return table.line([
        Span(name),
        Span(group.role.map { look.word("roles", $0.rawValue) } ?? "", .quiet), Span(text),
        Span(words.percent(share)),
        Span(Bars.bar(Int((share ?? 0).rounded()), of: 100, width: bar), .bar),
      ])
    }
    let all = look.say(
      .resOfInvited, .text(look.phrases.number(results.responses)),
      .text(look.phrases.number(results.invited)))
    let profile = [SurveyVariable.language, .role, .mode].compactMap { results[$0] }
    return head + [[Span("")]] + lines + wrapped(all, .heading)
      + profile.flatMap { [[Span("")]] + wrapped(words.title($0.item), .heading) + bars(of: $0) }
      + [[Span("")]] + wrapped(words.hiddenNote(results.suppression), .quiet)
  }

  // MARK: What is done

  /// The topics of the needs analysis, each answer with what is done about it; a concern without anything is loud.
  public var actions: [Line] {
    let topics: [QuestionTopic] = [.concerns, .disincentives, .incentives, .outputs, .ways, .willingness]
    var lines = head
    for topic in topics {
      let asked = results.questions.filter { $0.item.question?.topic == topic && $0.item.form != .open }
      guard !asked.isEmpty else { continue }
      lines += [[Span("")]] + wrapped(look.word("topic", topic.rawValue).uppercased(), .title)
      for result in asked {
        lines += wrapped(words.title(result.item), .heading)
        let isOwed = topic == .concerns || topic == .disincentives
        for line in result.lines where line.count != 0 { lines += matched(line, of: result, isOwed: isOwed) }
      }
    }
    return lines
  }

  private func matched(_ line: SurveyResults.Line, of result: SurveyResults.Result, isOwed: Bool) -> [Line] {
    let text = "  \(words.number(line.count))  \(words.choice(line.choice, of: result.item))"
    let actions = results.survey.actions.filter {
      $0.question == result.variable.questionID && ($0.choice == line.choice.code || $0.choice.isEmpty)
    }
    if actions.isEmpty {
      return wrapped(text) + (isOwed ? wrapped("    ! " + look.say(.resNoAction), .late) : [])
    }
    return wrapped(text) + actions.flatMap { wrapped("    → \(words.action($0))", .done) }
  }
}
