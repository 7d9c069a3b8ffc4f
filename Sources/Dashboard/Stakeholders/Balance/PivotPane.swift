import Model
import Office
import Phrases
import Store
import Terminal

/// Counts over two dimensions, or over one: the list as a table. Every number opens its records.
struct PivotPane: Pane {
  static let name = "pivot"
  static let title = PhraseKey.panePivot
  /// The name of the person's setting: what was counted last.
  static let preference = "stakeholders.pivot"

  let filter: StakeholderFilter
  /// The list below it: a view that is kept from here has its columns and its order.
  var list = SavedView(id: "")
  private(set) var rows: Dimension
  private(set) var columns: Dimension?
  private(set) var order = PivotTable.Order.vocabulary
  private(set) var cross: CrossTable?
  /// Nil until it is counted.
  private(set) var table: PivotTable?
  /// The selected number: behind the last row and column stand the totals.
  var row = 0
  var column = 0
  private(set) var top = 0
  private(set) var left = 0
  var picker: DimensionPicker?
  private(set) var size = Size(columns: 80, rows: 19)
  /// A value of each dimension to go to as soon as it is counted.
  private var sought: (row: String?, column: String?)?

  init(
    _ filter: StakeholderFilter, rows: Dimension, columns: Dimension?,
    at sought: (row: String?, column: String?)? = nil
  ) {
    self.filter = filter
    self.rows = rows
    self.columns = columns == rows ? nil : columns
    self.sought = sought
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    let dimensions = [rows] + (columns.map { [$0] } ?? [])
    return [Ask(CrossCounts(dimensions, within: filter), .rest) { $0.receive($1) }]
  }

  private mutating func receive(_ cross: CrossTable) {
    self.cross = cross
    arrange()
    guard let table, let sought else { return }
    if let value = sought.row { row = table.rows.firstIndex(of: value) ?? table.rows.count }
    if let value = sought.column { column = table.columns.firstIndex(of: value) ?? table.columns.count }
    self.sought = nil
  }

  private mutating func arrange() {
    table = cross.map {
      PivotTable($0, rows: rows, columns: columns, facets: filter.facets, order: order)
    }
  }

  // MARK: What is counted

  mutating func count(_ rows: Dimension, by columns: Dimension?) -> [Effect] {
    guard rows != self.rows || columns != self.columns else { return [] }
    self.rows = rows
    self.columns = columns == rows ? nil : columns
    (cross, table, sought) = (nil, nil, nil)
    (row, column, top, left) = (0, 0, 0, 0)
    return [.prefer(Self.preference, "\(rows.rawValue),\(self.columns?.rawValue ?? "")")]
  }

  var grouping: Grouping { Grouping(rows: rows, columns: columns) }

  /// The table with who is counted in it, as a saved view keeps it.
  func view(_ look: Look) -> SavedView {
    var line = QueryLine()
    _ = line.settle(look)
    line.say(filter)
    var view = list
    view.query = line.query.neutralText
    view.group = grouping.text
    return view
  }

  mutating func turnOrder() {
    order = order == .vocabulary ? .most : .vocabulary
    arrange()
  }

  // MARK: The selected number

  mutating func move(rows: Int = 0, columns: Int = 0) {
    guard let table else { return }
    row = max(0, min(table.rows.count, row + rows))
    column = max(0, min(table.columns.count, column + columns))
  }

  /// Who is behind the selected number.
  var selectedFilter: StakeholderFilter? {
    guard let table else { return nil }
    var selected = filter
    if table.rows.indices.contains(row) { selected.facets[rows] = [table.rows[row]] }
    if let columns, table.columns.indices.contains(column) {
      selected.facets[columns] = [table.columns[column]]
    }
    return selected
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    picker?.fit(to: size)
    guard let layout = layout(look), let table else { return }
    move()
    if row < table.rows.count {
      var window = Selection()
      (window.index, window.top) = (row, top)
      window.fit(count: table.rows.count, height: max(1, layout.height))
      top = window.top
    }
    if column < table.columns.count {
      var window = Selection()
      (window.index, window.top) = (column, left)
      window.fit(count: table.columns.count, height: max(1, layout.visible))
      left = window.top
    }
  }
}

/// What a person counted last, so that the table opens again as it was left.
struct PivotMemory: Sendable {
  private var rows: Dimension?
  private var columns: Dimension? = .disciplines
  /// What the list was narrowed to before a number of the table narrowed it further.
  private var base: StakeholderFilter?

  /// What was counted; nil where nobody chose anything yet.
  var grouping: Grouping? { rows.map { Grouping(rows: $0, columns: columns) } }

  mutating func prefer(_ value: String) {
    let names = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    rows = names.first.flatMap(Dimension.init) ?? rows
    columns = names.count > 1 ? Dimension(rawValue: names[1]) : columns
  }

  /// What a saved view counts, from its own list.
  mutating func count(_ grouping: Grouping) {
    (rows, columns, base) = (grouping.rows, grouping.columns, nil)
  }

  /// The table of a list; where one of its own numbers narrowed the list, the table from which that came, with
  /// the cursor on the number.
  mutating func pane(of filter: StakeholderFilter, _ look: Look) -> PivotPane {
    let rows = rows ?? look.regions.dimension
    let dimensions = [rows] + (columns.map { [$0] } ?? [])
    func others(_ filter: StakeholderFilter) -> StakeholderFilter {
      var filter = filter
      for dimension in dimensions { filter.facets[dimension] = nil }
      return filter
    }
    let isNarrowed = dimensions.contains { filter.facets[$0] != nil }
    guard let base, isNarrowed, filter != base, others(base) == others(filter) else {
      base = filter
      return PivotPane(filter, rows: rows, columns: columns)
    }
    let place = (row: filter.facets[rows]?.first, column: columns.flatMap { filter.facets[$0]?.first })
    return PivotPane(base, rows: rows, columns: columns, at: place)
  }
}
