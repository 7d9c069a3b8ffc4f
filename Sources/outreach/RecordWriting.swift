import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// Writes a record that was made or edited by words, and says what came of it.
struct RecordWriting<R: Exchangeable> {
  private let saying: RecordSaying<R>
  private let isNew: Bool
  private let fields: FieldOptions
  private let library: Library
  private var look: Look

  init(_ saying: RecordSaying<R>, isNew: Bool, _ fields: FieldOptions, in library: Library, _ look: Look) {
    (self.saying, self.isNew, self.fields, self.library, self.look) = (saying, isNew, fields, library, look)
    self.look.names = RecordNames(in: library)
  }

  /// - Throws: `CommandFailure` where somebody else changed the same fields meanwhile, else `Refusal`, `StoreProblem`.
  func write() throws {
    do { try writeUnlessClash() } catch Refusal.clash(let clash) {
      let title = look.title(of: saying.base)
      throw CommandFailure(Phrase(.cliClash, .text(title), .text(clash.who)), code: EX_TEMPFAIL)
    }
  }

  /// - Throws: the clash as well.
  func writeUnlessClash() throws {
    let base = saying.base
    let edited = try fields.words.keeping(saying.edited, by: library.who)
    guard isNew || edited != base else { return say(look.say(.unchanged)) }
    let alike = try alike
    if isNew {
      try write(AddRecord(edited, why: why))
    } else {
      try write(EditRecord(base: base, edited: edited, why: why))
    }
    say(look.dotted([look.title(of: edited), edited.reference.description]))
    for line in saying.changes(look) { sayWhole("  " + line) }
    for text in saying.cleaned { say(look.say(.cellInvisible, .text(text))) }
    for one in alike {
      let reasons = DuplicateWords.reasons(one, look.phrases)
      say(
        look.say(.cliAlike, .text(look.bracketed(one.b.title, one.b.id)), .text(reasons)), to: STDERR_FILENO)
    }
    let kept = edited.overrides.dropFirst(saying.edited.overrides.count)
    for sentence in fields.words.sentences(Array(kept), look.phrases) { sayWhole(sentence) }
    BoundaryAdvice.tell(of: [edited], look.phrases)
    if fields.dryRun {
      say(look.say(.cliEditTried))
    } else {
      say(look.say(isNew ? .added : .saved, .text(look.title(of: edited))))
    }
  }

  private var why: String { fields.why ?? "" }

  private func write(_ change: some Change) throws {
    let consequences =
      try fields.dryRun ? library.rehearse(change) : library.apply(change).consequences
    for consequence in consequences { say(look.say(Phrase(consequence))) }
  }

  /// Who may be the same as the new one. A script is told and not asked.
  private var alike: [DuplicateCandidate] {
    get throws {
      guard isNew, let stakeholder = saying.edited as? Stakeholder else { return [] }
      return try library.read(StakeholdersAlike(stakeholder))
    }
  }
}

extension Record {
  /// Why words of it stay; none of a kind that keeps no reasons.
  fileprivate var overrides: [BoundaryOverride] { (self as? any Outgoing)?.overrides ?? [] }
}
