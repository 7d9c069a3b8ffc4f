import Model

/// A row of the timeline.
enum TimelineRow: Sendable, Equatable {
  case blank
  /// The name of a group.
  case heading(Int)
  /// The first row of a line, by its place among those shown: name, first plan and where it stands.
  case first(Int)
  /// Its second row: the current plan.
  case second(Int)

  var line: Int? {
    switch self {
    case .blank, .heading: nil
    case .first(let index), .second(let index): index
    }
  }
}

/// Which lines are shown, and in which rows: made anew when something is folded or filtered.
struct TimelineOutline: Sendable {
  /// What it depends on.
  struct Key: Sendable, Equatable {
    var generation = -1
    var filter = TimelineFilter()
    var text = ""
    var folded: Set<RecordID> = []
    var foldedGroups: Set<String> = []
    var hasSecondRows = true
    var isRich = false
  }

  private enum Line: Sendable {
    case item(Int)
    case group(Int)
  }

  private var lines: [Line] = []
  private(set) var rows: [TimelineRow] = []
  /// The first row of each line.
  private var starts: [Int] = []

  var count: Int { lines.count }

  init() {}

  /// - Parameters:
  ///   - names: folded, by the place of each item; asked for only where there is something to find.
  ///   - needsSecond: whether a line has a row for its current plan.
  init(
    _ tree: TimelineTree, _ key: Key, names: [String], needsSecond: (TimelineItem) -> Bool
  ) {
    let isNarrowed = !key.filter.isEmpty || !key.text.isEmpty
    let kept = isNarrowed ? Self.kept(tree, key, names) : []
    var index = 0
    var group = -1
    while index < tree.items.count {
      if isNarrowed && !kept[index] {
        index += 1
        continue
      }
      let item = tree.items[index]
      let isNew = item.group != group
      if isNew {
        // The first group is named in the row of the axis.
        if group >= 0 { rows += [.blank, .heading(item.group)] }
        group = item.group
      }
      if isNew, !isNarrowed, key.foldedGroups.contains(tree.groups[group].key) {
        append(.group(group), needsSecond: false)
        while index < tree.items.count, tree.items[index].group == group { index += 1 }
        continue
      }
      append(.item(index), needsSecond: key.hasSecondRows && needsSecond(item))
      index = !isNarrowed && key.folded.contains(item.id) ? max(index + 1, item.end) : index + 1
    }
  }

  private mutating func append(_ line: Line, needsSecond: Bool) {
    starts.append(rows.count)
    rows.append(.first(lines.count))
    if needsSecond { rows.append(.second(lines.count)) }
    lines.append(line)
  }

  /// What fits, and what it is a step of.
  private static func kept(_ tree: TimelineTree, _ key: Key, _ names: [String]) -> [Bool] {
    var kept = Array(repeating: false, count: tree.items.count)
    var path: [Int] = []
    for (index, item) in tree.items.enumerated() {
      path.removeLast(max(0, path.count - item.depth))
      path.append(index)
      guard key.filter.includes(item, in: tree.groups[item.group], asOf: tree.asOf) else { continue }
      guard key.text.isEmpty || names[index].contains(key.text) else { continue }
      for index in path { kept[index] = true }
    }
    return kept
  }

  func item(_ line: Int, in tree: TimelineTree) -> TimelineItem? {
    guard lines.indices.contains(line) else { return nil }
    switch lines[line] {
    case .item(let index): return tree.items[index]
    case .group(let index): return TimelineBuilder.stand(for: tree.groups[index], index)
    }
  }

  func line(of id: RecordID, in tree: TimelineTree) -> Int? {
    lines.indices.first { line in
      switch lines[line] {
      case .item(let index): tree.items[index].id == id
      case .group(let index): id == "group/\(tree.groups[index].key)"
      }
    }
  }

  func row(of line: Int) -> Int? { starts.indices.contains(line) ? starts[line] : nil }

  /// The row at the top of the screen, from where it was: the rows of the selected line stay in sight, and no
  /// heading stands alone below the row of the axis, which names the group.
  func top(selected: Int, from top: Int, height: Int) -> Int {
    guard let first = row(of: selected) else { return 0 }
    let last = rows.indices.contains(first + 1) && rows[first + 1] == .second(selected) ? first + 1 : first
    var top = max(0, min(top, rows.count - height))
    if last >= top + height { top = last - height + 1 }
    if first < top { top = first }
    while top < first, rows[top].line == nil { top += 1 }
    return top
  }
}
