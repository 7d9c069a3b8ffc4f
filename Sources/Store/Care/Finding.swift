import Model

/// Something that a check of a store finds: each sort has a sentence of its own.
public enum Finding: Sendable, Equatable {
  /// What SQLite says of the file.
  case damage(String)
  /// A reference that leads to no record.
  case stray(StrayReference)
  /// A merge of the past put into the public register what nobody had agreed to.
  case published(PublishedByMerge)
}

extension Library {
  /// What is wrong with the file or with what it holds; empty for a sound store.
  public func check() throws(StoreProblem) -> [Finding] {
    do {
      return try withReader { reader in
        let lines = try reader.values(String.self, "PRAGMA integrity_check")
        guard lines == ["ok"] else { return lines.map(Finding.damage) }
        var merges = PastMerges(reader)
        return try StrayReferences().answer(in: reader).map(Finding.stray)
          + merges.published().map(Finding.published)
      }
    } catch { throw StoreProblem.of(error, path: path) }
  }
}
