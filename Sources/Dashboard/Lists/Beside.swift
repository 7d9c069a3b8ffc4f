import Terminal

/// From which width on a detail stands beside its list, and where.
extension Size {
  /// Whether there is room beside a list; its columns then bear longer words, too.
  var isWide: Bool { Self.isWide(columns) }
  /// Whether there is room for a third thing beside both.
  var isVast: Bool { Self.isVast(columns) }
  static func isWide(_ columns: Int) -> Bool { columns >= 120 }
  static func isVast(_ columns: Int) -> Bool { columns >= 150 }
  /// The first column of what stands beside a list.
  var sideColumn: Int { min(columns / 2 + 4, 104) + 1 }
  /// The columns of a list that has something beside it where there is room, with a gap between them.
  var listColumns: Int { isWide ? sideColumn - 2 : columns }
}
