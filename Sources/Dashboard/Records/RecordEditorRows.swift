import Model
import Office
import Phrases
import Terminal

/// A row of a record on the screen, and whether the cursor stops there.
enum RecordRow: Sendable, Equatable {
  case heading(PhraseKey)
  /// By its place in the table of fields.
  case field(Int)
  case link(Int)
  /// So many empty fields are not shown.
  case folded(Int)

  var isStop: Bool {
    switch self {
    case .field, .link: true
    case .heading, .folded: false
    }
  }
}

extension RecordEditor {
  /// The row under the cursor.
  var current: RecordRow {
    if let link, links.indices.contains(link) { return .link(link) }
    return .field(min(selection.index, R.fields.count - 1))
  }

  /// What Enter leads to, where the cursor is on a line that is no field.
  var target: RecordLink.Target? {
    guard case .link(let index) = current else { return nil }
    return links[index].target
  }

  /// The rows from top to bottom: in a form every field in the order of the table, else by section, with the
  /// empty fields folded away.
  var rows: [RecordRow] {
    guard mode == .view, let sections = R.kind.shown.sections else {
      return R.fields.indices.filter { !base.hides(R.fields[$0].name) }
        .map { .field($0) }
    }
    var rows: [RecordRow] = []
    var folded = 0
    for section in sections {
      let around = links.indices.filter { links[$0].section == section.title }
      var part = around.filter { links[$0].isLeading }.map(RecordRow.link)
      for name in section.fields {
        guard let index = R.fields.firstIndex(where: { $0.name == name }),
          !base.hides(name)
        else { continue }
        if section.keepsEmpty || isShown(index) { part.append(.field(index)) } else { folded += 1 }
      }
      part += around.filter { !links[$0].isLeading }.map(RecordRow.link)
      if !part.isEmpty, let title = section.title { rows.append(.heading(title)) }
      rows += part
    }
    return folded == 0 ? rows : rows + [.folded(folded)]
  }

  private func isShown(_ index: Int) -> Bool {
    let field = R.fields[index]
    return showsAll || index == selection.index && link == nil || problems[field.name] != nil
      || !text(of: field).isEmpty
  }

  /// The field under the cursor has entries of several parts.
  var isAtItems: Bool {
    if case .items = field.entry { return link == nil }
    return false
  }

  /// What the keys do in the field that is being typed in, for the status line.
  func hint(_ look: Look) -> [Span] {
    guard let input else { return [] }
    if let suggestion { return [Span(look.say(.hintSuggestion, .text(suggestion)), .quiet)] }
    if case .items(let parts) = field.entry {
      let names = parts.map { look.phrases.label("part", $0.name) }.joined(separator: " | ")
      return [Span(look.say(mode == .form ? .hintItems : .hintItemsLine, .text(names)), .quiet)]
    }
    if let words = input.wordHint(look) { return words }
    let key: PhraseKey? =
      switch input {
      case .choice: .hintChoice
      case .choices: .hintChoices
      case .found(let input): input.hint
      case .reference: field.entry.isList ? .hintReferences : .hintReference
      case .words where field.entry == .moment: .hintMoment
      case .words: field.entry.isList ? .hintWordsList : .hintWords
      case .line where field.entry.isList: .hintList
      case .line where field.entry == .day: .hintDay
      case .line where field.entry == .time: .hintTime
      default: nil
      }
    return (about(look) ?? key.map { look.say(Phrase($0)) }).map { [Span($0, .quiet)] } ?? []
  }

  /// What the field under the cursor is about, where its name alone does not say it.
  private func about(_ look: Look) -> String? {
    let words = look.phrases.label("about", field.name)
    return words == field.name ? nil : words
  }
}
