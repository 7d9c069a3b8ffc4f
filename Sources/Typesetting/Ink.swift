/// What a cell means; the theme says how each meaning looks. Panes know inks, never colours.
public enum Ink: String, Sendable, CaseIterable {
  case text
  /// Less important: labels, units, what nobody has filled in.
  case quiet
  /// The program's and the pane's name.
  case title
  /// Headings of columns and groups.
  case heading
  case rule
  /// The mark at the left edge of the selected row.
  case marker
  /// The selected word or button, where there is no row to mark.
  case selection
  /// A field being typed in.
  case entry
  /// What the search matched.
  case match
  case key
  case done
  case underWay
  case due
  case late
  case bar
  /// The adopted baseline, as the decision printed it.
  case baseline
  /// The as-of day.
  case today
  case problem
  case announcement

  /// A small number for tables of attributes.
  public var index: Int { Self.indices[self]! }
  private static let indices = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
