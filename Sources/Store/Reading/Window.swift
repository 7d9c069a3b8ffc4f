import Model

/// Where a window of a list lies that is never read whole.
public enum WindowAnchor<Place: Hashable & Sendable>: Hashable, Sendable {
  case start
  case end
  /// Around a row: that many rows before it.
  case around(Place, before: Int)
  /// Around the record of that id; at the start where the list does not have it.
  case record(RecordID, before: Int)

  /// Reads the rows of a window.
  /// - Parameters:
  ///   - place: where a record stands.
  ///   - next: so many rows from a place on in the order of the list (the place included), or those before it,
  ///     nearest first; from the one end or the other without a place.
  func window<Row>(
    of count: Int, place: (RecordID) throws -> Place?,
    next: (_ from: Place?, _ isForward: Bool, _ limit: Int) throws -> [Row]
  ) throws -> ListWindow<Row> {
    switch self {
    case .start: return ListWindow([], try next(nil, true, count + 1), of: count, hasBefore: false)
    case .end:
      let rows = try next(nil, false, count + 1)
      return ListWindow(rows.prefix(count).reversed(), [], of: count, hasBefore: rows.count > count)
    case .record(let id, let before):
      let anchor = try place(id).map { Self.around($0, before: before) } ?? .start
      return try anchor.window(of: count, place: place, next: next)
    case .around(let place, let before):
      let earlier = try next(place, false, before + 1)
      let later = try next(place, true, count - min(before, earlier.count) + 1)
      return ListWindow(
        earlier.prefix(before).reversed(), later, of: count, hasBefore: earlier.count > before)
    }
  }
}

/// Some rows of a list in its order, and whether there are others at either side.
struct ListWindow<Row> {
  let rows: [Row]
  let hasBefore: Bool
  let hasAfter: Bool

  init(_ before: [Row], _ after: [Row], of count: Int, hasBefore: Bool) {
    let all = before + after
    rows = Array(all.prefix(count))
    (self.hasBefore, hasAfter) = (hasBefore, all.count > count)
  }
}
