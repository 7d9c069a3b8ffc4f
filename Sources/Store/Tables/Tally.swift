import GRDB
import Model

/// How many stakeholders in use have each value: kept with every write, so that the overview of a million
/// records costs nothing.
enum Tally {
  /// The pseudo-dimension of all stakeholders in use, and of those retired.
  static let all = "all"
  /// The pseudo-dimension of acts of participation, each counted as often as it happened.
  static let acts = "acts"

  struct Key: Hashable {
    let dimension: String
    let value: String
  }

  /// Adds what a stakeholder counts for, or takes it away again with a `step` of -1.
  static func count(_ stakeholder: Stakeholder, by step: Int, in tallies: inout [Key: Int]) {
    guard stakeholder.retired == nil else {
      tallies[Key(dimension: all, value: "retired"), default: 0] += step
      return
    }
    tallies[Key(dimension: all, value: "in-use"), default: 0] += step
    for dimension in Dimension.allCases where !dimension.isByCountry {
      for value in dimension.values(of: stakeholder) {
        tallies[Key(dimension: dimension.rawValue, value: value), default: 0] += step
      }
    }
    if stakeholder.roles.count == Role.allCases.count {
      tallies[Key(dimension: all, value: "both-roles"), default: 0] += step
    }
    for entry in stakeholder.participation {
      tallies[Key(dimension: acts, value: entry.kind.rawValue), default: 0] += step * entry.count
    }
  }

  /// Counts a stakeholder as it is now, and no longer as it was.
  static func move(from old: Stakeholder, to new: Stakeholder, in tallies: inout [Key: Int]) {
    guard old.retired == nil, new.retired == nil, old.roles == new.roles,
      old.participation == new.participation
    else {
      count(old, by: -1, in: &tallies)
      return count(new, by: 1, in: &tallies)
    }
    for dimension in Dimension.allCases {
      let (before, after) = (dimension.values(of: old), dimension.values(of: new))
      guard before != after else { continue }
      for value in before { tallies[Key(dimension: dimension.rawValue, value: value), default: 0] -= 1 }
      for value in after { tallies[Key(dimension: dimension.rawValue, value: value), default: 0] += 1 }
    }
  }

  static func add(_ steps: [Key: Int], in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO tally (dimension, value, stakeholders) VALUES (?, ?, ?)
        ON CONFLICT (dimension, value) DO UPDATE SET stakeholders = stakeholders + excluded.stakeholders
        """)
    for (key, step) in steps where step != 0 {
      try statement.execute(arguments: [key.dimension, key.value, step])
    }
  }
}
