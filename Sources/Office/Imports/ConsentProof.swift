import Interchange
import Model

/// Where the proof of an answer lies that a column of a list gives: the file, the line, the column's heading, and the day
/// on which it was read. The heading alone would say of no person how it is known.
struct ConsentProof: Sendable {
  /// The file's name without its folders.
  let file: String
  /// Of the columns that hold answers, as the reader of rows leaves them for evidence.
  let headings: Set<String>
  let day: Day

  /// `people.csv:12 “Newsletter” 2026-12-01`.
  private func evidence(_ heading: String, line: Int) -> String { "\(file):\(line) “\(heading)” \(day)" }

  /// A decision with the whole proof of the answers that it takes.
  func proving(_ decision: ImportDecision<Stakeholder>, line: Int) -> ImportDecision<Stakeholder> {
    switch decision {
    case .new(var record, let given, let isIDFree, let revision):
      record.consents = proving(record.consents, besides: [], line: line)
      return .new(record, given: given, isIDFree: isIDFree, revision: revision)
    case .changed(let change) where change.fields.contains("consents"):
      var after = change.after
      after.consents = proving(after.consents, besides: change.before.consents, line: line)
      let fields = change.fields.filter { $0 != "consents" || after.consents != change.before.consents }
      guard !fields.isEmpty else { return .unchanged(keepsOptOut: change.keepsOptOut) }
      var proven = ImportDecision<Stakeholder>.Change(
        before: change.before, after: after, fields: fields, keepsOptOut: change.keepsOptOut)
      proven.revision = change.revision
      return .changed(proven)
    case .changed, .unchanged, .rejected, .repeated: return decision
    }
  }

  /// An answer that is known already keeps the proof that it has: the same list, read again, changes nothing.
  private func proving(_ consents: [Consent], besides known: [Consent], line: Int) -> [Consent] {
    consents.compactMap { consent in
      guard headings.contains(consent.evidence), !known.contains(consent) else { return consent }
      if known.contains(where: { Self.isSame($0, consent) }) { return nil }
      var proven = consent
      proven.evidence = evidence(consent.evidence, line: line)
      return proven
    }
  }

  private static func isSame(_ one: Consent, _ other: Consent) -> Bool {
    (one.use, one.answer, one.basis, one.day) == (other.use, other.answer, other.basis, other.day)
  }
}
