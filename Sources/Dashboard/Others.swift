import Model
import Office
import Phrases
import Store
import Terminal

/// Who else edits what is open here: advice, on which nothing depends.
extension Shell {
  /// The record that somebody edits here now; nil where nobody edits one, and while they make one.
  var editing: RecordReference? {
    for (_, pane) in visible.reversed() {
      if let form = pane.form, !form.id.isEmpty { return form }
      if let opened = pane.opened, pane.isTyping || pane.typed != nil { return opened }
    }
    return nil
  }

  /// Those who edit the record that is open here.
  var besides: [Attendee] {
    guard let open = editing ?? workplace.opened else { return [] }
    return others.filter { $0.editing == open }
  }

  /// Says it in the title line.
  func besides(_ look: Look) -> [Span] {
    let others = besides
    guard let first = others.first else { return [] }
    let said =
      others.count > 1
      ? Phrase(.presenceMore, .text(first.who), .number(others.count - 1))
      : first.isOwn ? Phrase(.presenceOwn) : Phrase(.presenceEdits, .text(first.who))
    return [Span(look.say(said), .late)]
  }
}

extension Session {
  /// Tells the others what is edited here, and takes in what they edit.
  /// - Returns: whether anything of it is to be seen here.
  func noticeOthers() -> Bool {
    guard look.access != .reading else { return false }
    let before = shell.besides
    library.note(editing: shell.editing)
    shell.others = library.others
    let now = shell.besides
    if shell.editing == nil || now.isEmpty {
      shell.toldBeside = nil
    } else if shell.toldBeside != shell.editing, shell.message == nil, let first = now.first {
      // Once for each record: the title line goes on saying it.
      shell.toldBeside = shell.editing
      announce(first.isOwn ? Phrase(.presenceOwnBeside) : Phrase(.presenceBeside, .text(first.who)))
      return true
    }
    return before != now
  }
}
