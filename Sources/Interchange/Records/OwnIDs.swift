import Model

/// Whether the ids of a table are those of our stores: other programs number their records too, and lists count their
/// rows, each from 1.
enum OwnIDs<R: Exchangeable> {
  /// Our exports head the columns of an id and all others by the names of the fields, and so does whoever writes such a
  /// file by hand. Where a column is read that is called otherwise, the file is somebody else's.
  /// - Parameter read: the titles of the columns that are read.
  static func areOurs(_ read: [String]) -> Bool {
    // What cannot be without an id is known by nothing else.
    if R.isIDRequired { return true }
    let names = Set(R.idColumns + R.fields.map(\.name))
    return read.count > R.idColumns.count && read.allSatisfy { names.contains($0.trimmed) }
  }

  /// The columns of a table, those of ids marked that are not ours.
  static func told(of columns: [ImportColumn]) -> [ImportColumn] {
    if areOurs(columns.filter { $0.field != nil }.map(\.title)) { return columns }
    return columns.map { column in
      var column = column
      column.isForeignID = column.field.map(R.idColumns.contains) ?? false
      return column
    }
  }
}

extension ColumnMap {
  /// Whether a row with the id of a stored record is of another one: neither the name agrees nor an e-mail address, where
  /// both say any. A number that every list has may be anybody's: there one of the two has to agree.
  func contradicts(_ row: ImportRow, _ stored: R) -> Bool {
    guard R.idColumns.count == 1, !row.hasCertainID, let (known, said) = leading(stored, row), known != said
    else { return false }
    if ([known] + stored.otherNames).contains(where: { Naming.isAkin(said, $0) }) { return false }
    let (mine, theirs) = (stored.likeness?.emails ?? [], Set(emails(of: row)))
    if !mine.isDisjoint(with: theirs) { return false }
    let isCounted = stored.id.utf8.allSatisfy { (0x30...0x39).contains($0) }
    // What we wrote ourselves may say something else of everything.
    return isCounted || !isWholeExport && !mine.isEmpty && !theirs.isEmpty
  }

  /// Whether a row with an id of somebody else's, which is that of a record here, is of that record all the same.
  func agrees(_ row: ImportRow, _ stored: R) -> Bool {
    if let mine = stored.likeness?.emails, !mine.isDisjoint(with: emails(of: row)) { return true }
    guard let (known, said) = leading(stored, row) else { return false }
    return ([known] + stored.otherNames).contains { Folding.person($0) == Folding.person(said) }
  }
}

extension Exchangeable {
  /// By what other names people know it.
  fileprivate var otherNames: [String] {
    (self as? Stakeholder).map { ([$0.nativeName] + $0.aliases).filter { !$0.isEmpty } } ?? []
  }
}

/// Whether two names may be those of one record that was renamed.
enum Naming {
  /// Most of the words of the shorter one are in the other, or nearly.
  static func isAkin(_ first: String, _ second: String) -> Bool {
    let (one, other) = (words(first), words(second))
    let (few, many) = one.count < other.count ? (one, other) : (other, one)
    if few.isEmpty { return Folding.folded(first) == Folding.folded(second) }
    return few.count { word in many.contains { isNear(word, $0) } } * 2 > few.count
  }

  /// Initials may be anybody's.
  private static func words(_ name: String) -> [String] {
    let words = Folding.folded(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let whole = words.filter { $0.utf8.count > 1 }
    return whole.isEmpty ? words : whole
  }

  /// At most a letter apart.
  private static func isNear(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard min(first.count, second.count) > 2, abs(first.count - second.count) < 2 else { return false }
    let same = zip(first, second).prefix { $0 == $1 }.count
    let ends = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    return same + ends >= max(first.count, second.count) - 1
  }
}
