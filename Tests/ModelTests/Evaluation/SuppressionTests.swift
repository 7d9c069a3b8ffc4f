import RandomRecords
import Testing

@testable import Model

/// Plays somebody who has every table of a survey and looks for what was hidden.
@Suite struct SuppressionTests {
  /// People who answered some questions, some answers being rare.
  private func asked(_ random: inout SeededGenerator, questions: [[QuestionChoice]], count: Int) -> [[Int?]] {
    let shapes = questions.map { choices in choices.map { _ in Int.random(in: 1...12, using: &random) } }
    return (0..<count).map { _ in
      shapes.map { shape in
        if Int.random(in: 0..<12, using: &random) == 0 { return nil }
        var left = Int.random(in: 0..<shape.map { $0 * $0 }.reduce(0, +), using: &random)
        return shape.indices.first { place in
          left -= shape[place] * shape[place]
          return left < 0
        }
      }
    }
  }

  private func codes(_ count: Int) -> [QuestionChoice] {
    (0..<count).map { QuestionChoice(code: "c\($0)", wording: Wording()) }
  }

  private func item(_ id: String, _ choices: [QuestionChoice]) -> SurveyItem {
    SurveyItem(.question(id), form: .one, choices: choices)
  }

  private func cross(
    _ people: [[Int?]], _ choices: [[QuestionChoice]], _ a: Int, _ b: Int, _ suppression: Suppression
  ) -> SurveyCross {
    var tally = JointTally()
    tally.responses = people.count
    for person in people {
      let pair = JointTally.Pair(
        person[a].map { choices[a][$0].code } ?? "", person[b].map { choices[b][$0].code } ?? "")
      tally.pairs[pair, default: 0] += 1
    }
    return SurveyCross(item("q\(a)", choices[a]), item("q\(b)", choices[b]), tally, suppression)
  }

  /// 5.2: of one question no hidden number follows from the others, nor that it is small.
  @Test(arguments: 0..<40)
  func `One question tells nothing`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      let suppression = Suppression(threshold: Int.random(in: 3...10, using: &random))
      let counts = (0..<Int.random(in: 2...9, using: &random)).map { _ in
        Int.random(in: 0...(Bool.random(using: &random) ? 8 : 60), using: &random)
      }
      let answered = counts.reduce(0, +)
      let hidden = suppression.hidden(counts, of: answered, isExclusive: true)
      for (place, count) in counts.enumerated() where !hidden.contains(place) {
        #expect(count == 0 || count >= suppression.threshold)
      }
      guard !hidden.isEmpty else { continue }
      let rest = hidden.reduce(0) { $0 + counts[$1] }
      // Where those that nobody chose are shown, each of the others is known to be one at least; where all are hidden,
      // nobody knows whether there are such.
      let least = hidden.count == counts.count ? 0 : 1
      let most = rest - least * (hidden.count - 1)
      #expect(hidden.count > 1)
      #expect(most > least, "\(counts) hides \(hidden)")
      #expect(most >= suppression.threshold || hidden.count == counts.count)
    }
  }

  /// 5.2: what is hidden in a table has no single value that fits the rest of it: exact bounds, by flows.
  @Test(arguments: 0..<60)
  func `Cross tables tell nothing`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(1_000 + seed))
    let suppression = Suppression(threshold: Int.random(in: 3...7, using: &random))
    let choices = [
      codes(Int.random(in: 2...5, using: &random)), codes(Int.random(in: 2...5, using: &random)),
    ]
    let people = asked(&random, questions: choices, count: Int.random(in: 5...400, using: &random))
    let table = cross(people, choices, 0, 1, suppression)
    let truth = cross(people, choices, 0, 1, Suppression(threshold: 0)).cells.map { $0.map { $0 ?? 0 } }
    for (row, cells) in table.cells.enumerated() {
      for (column, cell) in cells.enumerated() {
        if let cell, table.rows[row].total != 0, table.columns[column].total != 0 {
          #expect(cell >= suppression.threshold)
        }
        guard cell == nil else { continue }
        let bounds = Attack(truth: truth, table: table).bounds(row, column)
        #expect(bounds.count > 1, "\(truth) shown as \(table.cells), found \(row) \(column)")
        #expect(bounds.contains(truth[row][column]))
        // Where its answers are common, it can have many values, and need not be small.
        let totals = [table.rows[row].total, table.columns[column].total].compactMap(\.self)
        if totals.count == 2, totals.allSatisfy({ $0 >= suppression.threshold }) {
          #expect(bounds.count > suppression.threshold && bounds.upperBound >= suppression.threshold)
        }
      }
    }
  }

  /// 5.2: nor does it follow from all tables of the survey together, subtracting for as long as anything comes of it,
  /// nor from the tables of another wave.
  @Test(arguments: 0..<30)
  func `Subtracting across tables finds nothing`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(7_000 + seed))
    let suppression = Suppression(threshold: 5)
    let choices = (0..<4).map { _ in codes(Int.random(in: 2...9, using: &random)) }
    let people = asked(&random, questions: choices, count: Int.random(in: 50...4_000, using: &random))
    for a in choices.indices {
      for b in choices.indices where a < b {
        let table = cross(people, choices, a, b, suppression)
        var known = table.cells
        var isNew = true
        while isNew {
          isNew = false
          for row in known.indices {
            let open = known[row].indices.filter { known[row][$0] == nil }
            guard open.count == 1, let total = table.rows[row].total else { continue }
            known[row][open[0]] = total - known[row].compactMap(\.self).reduce(0, +)
            isNew = true
          }
          for column in table.columns.indices {
            let open = known.indices.filter { known[$0][column] == nil }
            guard open.count == 1, let total = table.columns[column].total else { continue }
            known[open[0]][column] = total - known.compactMap { $0[column] }.reduce(0, +)
            isNew = true
          }
        }
        #expect(known == table.cells)
        // Both tables of a question say the same of it: there is nothing to subtract.
        for c in choices.indices where c != a && c != b {
          #expect(cross(people, choices, a, c, suppression).rows == table.rows)
        }
      }
    }
  }

  /// The answers of a multiple question are looked at with those who did not choose them.
  @Test func `Multiple choices hide who did not choose`() {
    let suppression = Suppression(threshold: 5)
    #expect(suppression.hidden([60, 97, 40], of: 100, isExclusive: false) == [1, 2])
    #expect(suppression.hidden([60, 90, 40], of: 100, isExclusive: false) == [])
    #expect(suppression.hidden([2, 3], of: 5, isExclusive: false) == [0, 1])
  }

  @Test func `Named surveys hide nothing`() {
    var survey = Survey(id: "s")
    survey.anonymity = .named
    #expect(Suppression(survey).hidden([1, 0, 3], of: 4, isExclusive: true) == [])
    survey.anonymity = .confidential
    survey.threshold = 1
    #expect(Suppression(survey).threshold == Suppression.least)
  }
}

/// Exact bounds of a hidden cell, all others and the totals of each answer that are shown being known: how much more and
/// how much less it can be, by the greatest flow through the other hidden cells.
private struct Attack {
  let truth: [[Int]]
  let table: SurveyCross

  func bounds(_ row: Int, _ column: Int) -> ClosedRange<Int> {
    let more = flow(from: .column(column), to: .row(row), without: (row, column))
    let less = flow(from: .row(row), to: .column(column), without: (row, column))
    return max(0, truth[row][column] - less)...truth[row][column] + more
  }

  private enum Node: Hashable {
    case row(Int), column(Int)
    /// Answers whose totals are hidden can make up for one another.
    case otherRows, otherColumns
  }

  private func isHidden(_ row: Int, _ column: Int) -> Bool { table.cells[row][column] == nil }

  private func flow(from source: Node, to sink: Node, without skipped: (Int, Int)) -> Int {
    var room: [Node: [Node: Int]] = [:]
    for row in truth.indices {
      for column in truth[row].indices where isHidden(row, column) && (row, column) != skipped {
        // Along the row a cell grows; back along the column it shrinks, to nought at most.
        room[.row(row), default: [:]][.column(column)] = 1_000_000
        room[.column(column), default: [:]][.row(row)] = truth[row][column]
      }
    }
    for (row, heading) in table.rows.enumerated() where heading.total == nil {
      room[.row(row), default: [:]][.otherRows] = 1_000_000
      room[.otherRows, default: [:]][.row(row)] = 1_000_000
    }
    for (column, heading) in table.columns.enumerated() where heading.total == nil {
      room[.column(column), default: [:]][.otherColumns] = 1_000_000
      room[.otherColumns, default: [:]][.column(column)] = 1_000_000
    }
    var flow = 0
    while flow < 1_000, let path = path(from: source, to: sink, room) {
      let width = zip(path, path.dropFirst()).map { room[$0]?[$1] ?? 0 }.min() ?? 0
      for (a, b) in zip(path, path.dropFirst()) {
        room[a]?[b]? -= width
        room[b, default: [:]][a, default: 0] += width
      }
      flow += width
    }
    return flow
  }

  private func path(from source: Node, to sink: Node, _ room: [Node: [Node: Int]]) -> [Node]? {
    var before: [Node: Node] = [source: source]
    var queue = [source]
    while !queue.isEmpty {
      let node = queue.removeFirst()
      for (next, left) in room[node] ?? [:] where left > 0 && before[next] == nil {
        before[next] = node
        guard next == sink else {
          queue.append(next)
          continue
        }
        var path = [sink]
        while let last = path.last, last != source { path.append(before[last]!) }
        return path.reversed()
      }
    }
    return nil
  }
}
