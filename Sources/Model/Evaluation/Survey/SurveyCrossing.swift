extension SurveyCross {
  /// - Parameter tally: the pairs of answers, those to `rows` first.
  public init(
    _ survey: Survey, rows rowItem: SurveyItem, columns columnItem: SurveyItem, _ tally: JointTally
  ) {
    self.init(rowItem, columnItem, tally, Suppression(survey))
  }

  init(_ rowItem: SurveyItem, _ columnItem: SurveyItem, _ tally: JointTally, _ suppression: Suppression) {
    let (first, second) = (
      Side(rowItem, tally, \.first, suppression), Side(columnItem, tally, \.second, suppression)
    )
    var cells = Array(repeating: Array(repeating: 0, count: second.headings), count: first.headings)
    var classes = Array(repeating: Array(repeating: 0, count: second.totals.count), count: first.totals.count)
    for (pair, count) in tally.pairs {
      let (rows, columns) = (first.places(pair.first), second.places(pair.second))
      for row in rows { for column in columns { cells[row][column] += count } }
      for row in first.classes(of: rows) {
        for column in second.classes(of: columns) { classes[row][column] += count }
      }
    }
    let table = JoinedTable(
      cells: classes, rowTotals: first.totals, columnTotals: second.totals,
      outsideRows: first.outside(classes, second.totals),
      outsideColumns: Self.turned(second.outside(Self.turned(classes), first.totals)))
    let joined = table.joined(suppression.threshold)
    (self.rowItem, self.columnItem, responses) = (rowItem, columnItem, tally.responses)
    rows = first.shownHeadings
    columns = second.shownHeadings
    self.cells = cells.indices.map { row in
      cells[row].indices.map { column in
        // Nobody gave the answer: there is nothing to hide, and no class that it belongs to.
        if first.isEmpty(row) || second.isEmpty(column) { return 0 }
        guard let own = first.shownClass(row), !joined.rows.contains(own),
          let other = second.shownClass(column),
          !joined.columns.contains(other)
        else { return nil }
        return cells[row][column]
      }
    }
  }

  private static func turned<T>(_ cells: [[T]]) -> [[T]] {
    guard let first = cells.first else { return [] }
    return first.indices.map { column in cells.map { $0[column] } }
  }
}

/// A question as one side of a table: its answers and "no answer", and the classes that may be told apart.
private struct Side {
  let counted: CountedItem
  let hidden: Set<Int>
  let missing: Int
  /// By heading the class that it is in; nil where nobody gave it, or where the answers of a multiple question are
  /// hidden, which are no class together.
  private let classByHeading: [Int?]
  /// How many are in each class.
  let totals: [Int]
  /// The class of those who did not answer.
  private let missingClass: Int?
  private let joinedClass: Int?

  var headings: Int { counted.choices.count + 1 }

  init(
    _ item: SurveyItem, _ tally: JointTally, _ path: KeyPath<JointTally.Pair, String>,
    _ suppression: Suppression
  ) {
    var texts: [String: Int] = [:]
    for (pair, count) in tally.pairs where !pair[keyPath: path].isEmpty {
      texts[pair[keyPath: path], default: 0] += count
    }
    let counted = CountedItem(item, texts)
    let hidden = counted.hidden(suppression)
    let missing = tally.responses - counted.answered
    var totals: [Int] = []
    var classes: [Int?] = []
    for (place, count) in counted.counts.enumerated() {
      guard count > 0, !hidden.contains(place) else {
        classes.append(nil)
        continue
      }
      classes.append(totals.count)
      totals.append(count)
    }
    let joined = hidden.reduce(0) { $0 + counted.counts[$1] }
    if item.form != .many, joined > 0 {
      joinedClass = totals.count
      totals.append(joined)
    } else {
      joinedClass = nil
    }
    if missing > 0 {
      missingClass = totals.count
      totals.append(missing)
    } else {
      missingClass = nil
    }
    (self.counted, self.hidden, self.missing, self.totals) = (counted, hidden, missing, totals)
    classByHeading = classes + [missingClass]
  }

  /// The headings under which an answer stands.
  func places(_ text: String) -> [Int] {
    if text.isEmpty { return [counted.choices.count] }
    let places = counted.places(text)
    return counted.item.form == .ranking ? Array(places.prefix(1)) : places
  }

  func classes(of headings: [Int]) -> [Int] {
    headings.compactMap { classByHeading[$0] ?? (hidden.contains($0) ? joinedClass : nil) }
  }

  func shownClass(_ heading: Int) -> Int? { classByHeading[heading] }

  /// Known to be nought.
  func isEmpty(_ heading: Int) -> Bool {
    heading == counted.choices.count
      ? missing == 0 : counted.counts[heading] == 0 && !hidden.contains(heading)
  }

  var shownHeadings: [SurveyCross.Heading] {
    counted.choices.indices.map { place in
      .init(choice: counted.choices[place], total: hidden.contains(place) ? nil : counted.counts[place])
    } + [.init(choice: nil, total: missing)]
  }

  /// Of a multiple question how many of each class of the other side answered without choosing each answer.
  func outside(_ classes: [[Int]], _ others: [Int]) -> [[Int?]] {
    classes.indices.map { own in
      others.indices.map { other in
        guard counted.item.form == .many, own != missingClass else { return nil }
        return others[other] - (missingClass.map { classes[$0][other] } ?? 0) - classes[own][other]
      }
    }
  }
}
