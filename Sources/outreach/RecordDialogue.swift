import CSystem
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// A record field by field, line by line: for screen readers, braille and the plainest terminal. Nothing is written before
/// somebody says so.
struct RecordDialogue<R: Exchangeable> {
  private var saying: RecordSaying<R>
  private let isNew: Bool
  private var fields: FieldOptions
  private let library: Library
  private let look: Look
  private let all: [Field<R>]

  init(_ record: R, isNew: Bool, _ fields: FieldOptions, in library: Library, _ look: Look) {
    var look = look
    look.names = RecordNames(in: library)
    (self.isNew, self.fields, self.library, self.look) = (isNew, fields, library, look)
    saying = RecordSaying(record, in: library, look)
    let names = RecordSaying<R>.names
    all = R.fields.filter { names.contains($0.name) }
  }

  /// The columns that tell a new record apart from others, one after the other.
  /// - Throws: `CommandFailure` where the lines end.
  static func askID(_ look: Look) throws -> FieldOptions.Said {
    try R.idColumns.map { column in
      say(look.say(.dialogueID, .text(column)))
      return (column, try line(look))
    }
  }

  private static func line(_ look: Look) throws -> String {
    Output.write(Array("> ".utf8))
    guard let line = readLine() else {
      Interruption.takeLeave()
      throw CommandFailure(Phrase(.dialogueBroken), code: EX_IOERR)
    }
    return line.trimmed
  }

  // MARK: Asking

  private enum Turn { case next, again, back, save, stop }

  /// Asks for each field, then writes.
  mutating func run() throws {
    defer { Interruption.before(end: nil) }
    say(look.say(.dialogueKeys, .number(all.count)))
    guard try ask(all, isWhole: true) else { return say(look.say(.dialogueDropped)) }
    while true {
      guard try askWhyWordsStay() else { return say(look.say(.dialogueDropped)) }
      do {
        return try RecordWriting(saying, isNew: isNew, fields, in: library, look).writeUnlessClash()
      } catch Refusal.clash(let clash) {
        guard try settle(clash) else { return say(look.say(.dialogueDropped)) }
      } catch Refusal.invalid(let name, let problem) {
        say(look.say(Phrase(refusal: .invalid(field: name, problem))))
        let field = all.filter { $0.name == name }
        guard !field.isEmpty else { throw Refusal.invalid(field: name, problem) }
        guard try ask(field, isWhole: false) else { return say(look.say(.dialogueDropped)) }
      }
    }
  }

  /// - Returns: whether the record is to be written.
  private mutating func ask(_ fields: [Field<R>], isWhole: Bool) throws -> Bool {
    var place = 0
    while place < fields.count {
      switch try ask(fields[place], place + 1, of: fields.count) {
      case .next: place += 1
      case .again: break
      case .back: place = max(0, place - 1)
      case .save: return true
      case .stop: return false
      }
      if place == fields.count && isWhole {
        say(look.say(.dialogueEnd))
        switch try Self.line(look) {
        case "<": place -= 1
        case "!": return false
        default: break
        }
      }
    }
    return true
  }

  /// Says of words on their way out that prescribe policy, and asks why they stay: advice, and never a lock.
  /// - Returns: whether the record is to be written.
  private mutating func askWhyWordsStay() throws -> Bool {
    while fields.words.reason == nil {
      let open = saying.edited.openFindings(since: isNew ? nil : saying.base)
      if open.isEmpty { return true }
      for one in open { sayWhole(BoundaryAdvice.sentence(one, look.phrases)) }
      say(look.say(.dialogueWhyWords))
      switch try Self.line(look) {
      case "": return true
      case "!": return false
      case "<":
        let texts = all.filter { field in open.contains { $0.field == field.name } }
        guard try ask(texts, isWhole: false) else { return false }
      case let line: fields.words.reason = line
      }
    }
    return true
  }

  private mutating func ask(_ field: Field<R>, _ number: Int, of count: Int) throws -> Turn {
    let label = look.word("field", field.name)
    let now = FieldWords.shown(field.name, field.entry, field.read(saying.edited), look)
    let state = now.isEmpty ? look.say(field.isRequired ? .dialogueNeeded : .notStated) : now
    sayWhole(look.say(.dialogueField, .number(number), .number(count), .text(label), .text(state)))
    let line = try Self.line(look)
    switch line {
    case "": return .next
    case "<": return .back
    case ".": return .save
    case "!": return .stop
    case "?":
      say(help(field))
      return .again
    default: break
    }
    // What would be one of these keys can be said behind a sign of equality.
    let text = line == "-" ? "" : line.hasPrefix("=") ? String(line.dropFirst()) : line
    do {
      try saying.set(field.name, to: text)
      keepAtEnd()
    } catch let problem as RecordProblem {
      say(look.say(Phrase(problem)))
      return .again
    }
    return .next
  }

  /// Whoever ends the command, or loses the link, finds what was said as a draft in the dashboard.
  private func keepAtEnd() {
    if fields.dryRun { return }
    let (base, edited, library, look) = (saying.base, saying.edited, library, look)
    let typed = edited.differences(from: base).reduce(into: [:]) { $0[$1] = edited.values[$1] ?? "" }
    let draft = Draft(
      kind: R.kind, record: base.id, basedOn: base.version, base: base.values, typed: typed)
    Interruption.before {
      guard (try? library.keep(draft)) != nil else { return }
      let news = Phrase(.keptAsNewDraft, .text(look.title(of: edited)), .text("Ctrl-O"))
      say(look.say(news), to: STDERR_FILENO)
    }
  }

  /// What can stand in a field.
  private func help(_ field: Field<R>) -> String {
    func words(_ codes: [String]) -> Phrase.Argument {
      .list(
        codes.filter { !$0.isEmpty }.map { code in
          let word = FieldWords.word(field.name, code, look)
          return look.bracketed(code, word == code ? "" : word)
        })
    }
    switch field.entry {
    case .choice(let codes): return look.say(.dialogueOneOf, words(codes))
    case .choices(let codes): return look.say(.dialogueSomeOf, words(codes))
    case .flag: return look.say(.dialogueOneOf, .list(["yes", "no"]))
    case .list: return look.say(.dialogueList)
    case .day: return look.say(.dialogueDay)
    case .moment: return look.say(.dialogueMoment)
    case .time: return look.say(.dialogueTime)
    case .number: return look.say(.dialogueNumber)
    case .reference: return look.say(.dialogueRecord)
    case .references: return look.say(.dialogueRecords)
    case .items(let parts):
      let names = parts.map { look.word("part", $0.name) }.joined(separator: " | ")
      return look.say(.dialogueItems, .text(names))
    case .line, .text: return look.say(.dialogueLine)
    }
  }

  // MARK: Two people

  /// Takes the record as it is stored now, and asks again for what both changed.
  private mutating func settle(_ clash: Clash) throws -> Bool {
    guard let stored = try library.read(RecordByID<R>(saying.base.id)) else {
      throw Refusal.gone(title: look.title(of: saying.base))
    }
    say(look.say(.dialogueClash, .text(clash.who)))
    let mine = saying
    saying = RecordSaying(stored, in: library, look)
    for name in mine.edited.differences(from: mine.base) where !clash.fields.contains(name) {
      try saying.set(name, to: mine.edited.values[name] ?? "")
    }
    let both = all.filter { clash.fields.contains($0.name) }
    for field in both {
      let typed = FieldWords.shown(field.name, field.entry, field.read(mine.edited), look)
      sayWhole(look.say(.dialogueMine, .text(look.word("field", field.name)), .text(typed)))
    }
    return try ask(both, isWhole: false)
  }
}
