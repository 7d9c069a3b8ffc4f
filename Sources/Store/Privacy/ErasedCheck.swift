import GRDB
import Model

/// What an erased person is recognized by, before it is hashed.
enum ErasedTraces {
  /// All that is kept of a record.
  static func kept(_ stakeholder: Stakeholder) -> [String] {
    exact(stakeholder) + uids(stakeholder)
      + names(stakeholder, Folding.folded).flatMap { ["in|\(stakeholder.country)|\($0)", "name|\($0)"] }
  }

  /// By what a record is taken for an erased person: an address of theirs, or their name in their country. The
  /// name alone decides only where the record says nothing else. Those who were erased before schema 10 are known by
  /// names as they were folded then.
  static func telling(_ stakeholder: Stakeholder) -> [String] {
    let exact = exact(stakeholder)
    let names = Set(names(stakeholder, Folding.folded) + names(stakeholder, Folding.firstEdition))
    let isBare = exact.isEmpty || stakeholder.country.isEmpty
    return exact + uids(stakeholder) + names.map { "in|\(stakeholder.country)|\($0)" }
      + (isBare ? names.map { "name|\($0)" } : [])
  }

  /// What a draft is recognized by that lay outside the store while the person was erased.
  static func id(_ id: RecordID) -> String { "id|\(id)" }

  private static func exact(_ stakeholder: Stakeholder) -> [String] {
    let phones = stakeholder.phones.map { $0.unicodeScalars.filter { ("0"..."9").contains($0) } }
    return stakeholder.emails.map { "mail|\($0.lowercased())" }
      + phones.filter { $0.count >= 7 }.map { "phone|\(String($0.suffix(9)))" }
      + (stakeholder.orcid.isEmpty ? [] : ["orcid|\(stakeholder.orcid)"])
  }

  private static func uids(_ stakeholder: Stakeholder) -> [String] { stakeholder.uids.map { "uid|\($0)" } }

  /// Names in any order of their words.
  private static func names(_ stakeholder: Stakeholder, _ folded: (String) -> String) -> [String] {
    let all = [stakeholder.name, stakeholder.nativeName] + stakeholder.aliases
    return all.map { name in
      folded(name).split { !$0.isLetter && !$0.isNumber }.sorted().joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

extension Library {
  /// Tells whether a record is of somebody who was erased on request; nil where nobody was.
  public func erasedCheck() throws -> (@Sendable (Stakeholder) -> Bool)? {
    try withReader { reader in
      let digests = Set(try String.fetchAll(reader.db, sql: "SELECT digest FROM erased"))
      guard !digests.isEmpty, let hash = try KeyedHash(reader.db) else { return nil }
      return { stakeholder in
        ErasedTraces.telling(stakeholder).contains { digests.contains(hash.digest($0)) }
      }
    }
  }

  /// What may be kept of a draft: nothing where it is of somebody who was erased, and no field that names one.
  public func withoutErased(_ draft: Draft) throws -> Draft? {
    guard try isOfErased(draft) else { return draft }
    let gone = try withReader { reader in try Self.erasedWords(of: draft, in: reader) }
    let left = draft.with { values in values.filter { !gone.contains($0.value) } }
    return try left.typed.isEmpty || isOfErased(left) ? nil : left
  }

  /// Whether a draft is of somebody, or names somebody, who was erased since it was begun.
  public func isOfErased(_ draft: Draft) throws -> Bool {
    try withReader { reader in try !Self.erasedWords(of: draft, in: reader).isEmpty }
  }

  private static func erasedWords(of draft: Draft, in reader: Reader) throws -> Set<String> {
    guard let hash = try KeyedHash(reader.db) else { return [] }
    let texts = [draft.record] + draft.base.values + draft.typed.values
    // An id stands alone, in a list, or before the name of the part that it has of another.
    let words = texts + texts.flatMap { $0.split { " ;,:|/~\n".contains($0) }.map(String.init) }
    return try Set(words).filter { word in
      let digest = hash.digest(ErasedTraces.id(word))
      return try reader.value(Int.self, "SELECT 1 FROM erased WHERE digest = ?", [digest]) != nil
    }
  }

  /// A draft as it can be opened now: of a record that was merged away it is one of the survivor, with what was typed;
  /// of one that is not there any more it is one of a new record.
  public func following(_ draft: Draft) throws -> Draft {
    guard let kind = draft.kind, draft.basedOn > 0 else { return draft }
    return try withReader { reader in
      guard try !reader.has(RecordReference(kind, draft.record)) else { return draft }
      let into = kind == .stakeholder ? try reader.record(MergedRecord.self, draft.record)?.into : nil
      guard let into, let survivor = try reader.record(Stakeholder.self, into) else {
        return draft.moved(to: NewID.make(), basedOn: 0, base: draft.base)
      }
      return draft.moved(to: into, basedOn: survivor.version, base: survivor.values)
    }
  }
}
