import Model
import Office
import Phrases
import Terminal

/// New rows that may be about somebody who is known.
extension ImportPreview {
  static var sameCommand: Command<ImportPreview> {
    Command(
      "import.same", .commandSame, ["="], rank: 2, when: { !$0.isDone && $0.line?.alike != nil },
      unless: { pane, look in
        guard let line = pane.line?.alike?.otherLine else { return nil }
        return Phrase(.importSameInFile, .text(look.phrases.number(line)), .text("Space"))
      }
    ) { pane, _ in
      guard let alike = pane.line?.alike else { return [] }
      let isSaid = pane.job.same[alike.line] == alike.other.id
      pane.job.same[alike.line] = isSaid ? nil : alike.other.id
      return []
    }
  }

  /// How many new rows are said to be about somebody who is stored.
  var joined: Int { job.same.keys.count { !job.unticked.contains($0) } }

  /// What the keys do where the cursor stands on such a row.
  func lookalikeStatus(_ look: Look) -> String? {
    guard let alike = line?.alike else { return nil }
    if alike.otherLine != nil { return look.say(.importAlikeInFile, .text("Space")) }
    let key: PhraseKey = job.same[alike.line] == alike.other.id ? .importAlikeJoined : .importAlikeOpen
    return look.say(key, .text("="), .text(alike.other.title), .text("Space"))
  }
}

extension ImportLine {
  /// Who would be added, and below who it may be and why.
  static func lines(of alike: Lookalike, _ choice: Choice, width: Int, _ look: Look) -> [ImportLine] {
    let isJoined = choice.same[alike.line] == alike.other.id
    let level = DuplicateWords.mark(of: alike.candidate.level)
    var head = line(of: alike.newcomer, sign: level.span, look)
    head.spans.insert(contentsOf: [Span(" "), Span(place(alike.line, look), .quiet)], at: 1)
    head = head.row(alike.line, choice.unticked.contains(alike.line), look)
    var other = line(
      of: alike.other, sign: Span(isJoined ? "    = " : "    ? ", isJoined ? .done : .due), look)
    if let line = alike.otherLine {
      other.spans.insert(Span(place(line, look), .quiet), at: 1)
    }
    if isJoined { other.spans.append(joined(look)) }
    let why = look.labelled(
      look.word("level", alike.candidate.level.rawValue),
      DuplicateWords.reasons(alike.candidate, look.phrases))
    let reasons = Wrapping.lines(why, columns: max(20, width - 9)).map {
      ImportLine(spans: [Span("      " + $0, .quiet)])
    }
    return ([head, other] + reasons).map { one in
      var line = one
      (line.row, line.alike) = (alike.line, alike)
      return line
    }
  }

  /// Before what stands in a line of the file.
  private static func place(_ line: Int, _ look: Look) -> String {
    look.labelled(look.say(.importLine, .text(look.phrases.number(line))), "")
  }

  /// What stands behind a new row that is said to be about somebody who is stored.
  static func joined(_ look: Look) -> Span {
    Span(look.behind(look.say(.importRowJoins)), .done)
  }
}
