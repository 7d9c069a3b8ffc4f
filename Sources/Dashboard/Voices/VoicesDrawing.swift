import Model
import Office
import Phrases
import Store
import Terminal

extension VoicesPane {
  private func words(_ look: Look) -> VoiceWords { VoiceWords(voices: voices, look: look) }

  /// What the row under the cursor does not say itself.
  func status(_ look: Look) -> [Span] {
    let parts: [String] =
      switch record {
      case let one as Opportunity:
        [one.rule.isEmpty ? look.say(.voNoRule) : one.rule, one.owner, one.link, one.note]
      case let call as CallForInput: [call.document, call.owner, call.link, call.note]
      case let comment as ReviewComment:
        comment.disposition == nil ? [comment.text] : [comment.reason, comment.answeredBy, comment.text]
      case let concern as Concern:
        [
          concern.stakeholder.isEmpty ? concern.source : FieldWords.shown("person", of: concern, look),
          concern.isOpen ? concern.text : concern.resolution,
        ]
      case let group as FocusGroup:
        [group.place, group.moderator, FieldWords.shown("participants", of: group, look), group.note]
      default: []
      }
    let text = look.dotted(parts)
    return text.isEmpty ? [] : [Span(text, .quiet)]
  }

  /// Of the whole list, so not where only a part of it is found.
  func figures(_ look: Look) -> [Span]? {
    if tabs.search.isOpen && tab.isSearched { return [] }
    let words = words(look)
    return switch tab {
    case .opportunities: words.opportunityFigures
    case .calls: words.callFigures
    case .comments: commentFigures(words, look)
    case .concerns: words.concernFigures
    case .groups, .findings: words.groupFigures
    }
  }

  private func commentFigures(_ words: VoiceWords, _ look: Look) -> [Span] {
    guard let call = listedCall else { return [Span(look.say(.voChooseCall), .quiet)] }
    let counts = commentCounts
    let bar = words.progress(counts, width: tabs.size.isWide ? 24 : 10)
    var spans = [
      Span(String(bar.text.prefix { $0 != " " }), counts.open == 0 ? .done : .bar),
      Span(" " + look.say(.voConsidered, .number(counts.considered), .number(counts.all))),
    ]
    if !marked.isEmpty {
      spans.append(Span(" · " + look.say(.voMarked, .number(marked.count)), .match))
    }
    if isOpenOnly { spans.append(Span(" · " + look.say(.commandOpenOnly), .match)) }
    return spans + [Span(" · " + call.name, .quiet)]
  }

  var nothing: Phrase {
    switch tab {
    case .comments where listedCall == nil: Phrase(.voChooseCall)
    case .comments where isOpenOnly && !comments.isEmpty: Phrase(.voAllConsidered)
    default: Phrase(.listNothing)
    }
  }

  func links(of record: any Record, _ look: Look) -> [RecordLink] { voices.links(of: record, look) }

  func drawSide(on canvas: inout Canvas, in area: Rect, look: Look) {
    if let row = codedRow {
      return FoundRow.table(coded.groups, look, columns: area.columns).draw(
        FoundRow.rows(of: row.found), cursor: nil, on: &canvas, in: area, hasCursor: false)
    }
    guard let record else { return }
    record.draw(with: links(of: record, look), on: &canvas, in: area, look: look)
  }
}

extension VoicesPane {
  static let legend: [LegendLine] =
    LegendLine.states(OpportunityState.self) + LegendLine.states(ConcernState.self)
    + LegendLine.states(Disposition.self)
    + [
      LegendLine(.missing, .legendNotConsidered), LegendLine(.late, .legendLate),
      LegendLine(.lacking, .legendLacking),
    ]
}
