import Foundation
import Testing

/// What is left where somebody wrote and it did not go well.
struct WritingVerdict {
  let trial: WritingTrial
  let place: WritingPlace
  /// How it ends where nothing befalls it.
  let whole: WritingTrial.Ending
  let before: [String: Int]
  let after: [String: Int]
  private let files: [String: Int]

  init(_ place: WritingPlace, in trial: WritingTrial) throws {
    (self.trial, self.place) = (trial, place)
    try trial.prepare(place)
    before = try trial.contents()
    whole = try trial.run(place)
    try #require(whole.code == 0, "\(place): \(whole.output)\(whole.errors)")
    (after, files) = (try trial.contents(), trial.files())
    let damage = try trial.damage()
    try #require(damage == [], "\(place)")
  }

  /// What is wrong, as lines; none where all is before or after.
  func faults(_ ending: WritingTrial.Ending) throws -> [String] {
    var faults = try trial.damage().map { "unsound: \($0)" }
    var now = try trial.contents()
    if now != before, now != after, !place.isInSteps {
      // Whoever opens the store next finishes what was interrupted between two names.
      try trial.goOn()
      now = try trial.contents()
    }
    let isAfter = now == after
    if !isAfter, now != before, try !place.isInSteps || !isFinished() {
      faults.append("between: \(difference(now))")
    }
    for (name, size) in trial.files() where !name.contains(".part") {
      // Copies of stores were looked through.
      if name.hasSuffix(".sqlite") || name.hasSuffix("-wal") || name.hasSuffix("-shm") { continue }
      guard let whole = files[name] else {
        faults.append("a file of another name: \(name)")
        continue
      }
      if whole != size { faults.append("half a file: \(name) \(size) of \(whole)") }
      if !isAfter && before != after { faults.append("a file of what is not in the store: \(name)") }
    }
    if place.isSet {
      let there = files.keys.filter { trial.files()[$0] != nil }
      // Names that failed are said, with how the files are written again.
      let isHalf = !there.isEmpty && there.count < files.count && (ending.isKilled || ending.code == 0)
      if isHalf || isAfter && before != after && there.isEmpty && ending.isKilled {
        faults.append("\(there.count) of \(files.count) files")
      }
    }
    let isTold = !whole.output.isEmpty && ending.output.count >= whole.output.count
    if !ending.isKilled && ending.code == 0 || isTold {
      if !isAfter { faults.append("said to be done, and is not: \(ending.output)") }
      let lacking = files.keys.filter { !$0.hasSuffix(".sqlite") && trial.files()[$0] == nil }
      if !lacking.isEmpty { faults.append("said to be done without \(lacking.sorted())") }
    }
    if !ending.isKilled && ending.code != 0 && ending.errors.isEmpty { faults.append("nothing is said") }
    return faults
  }

  /// Whether it goes on from where it stopped.
  private func isFinished() throws -> Bool { try trial.run(place).code == 0 && trial.contents() == after }

  /// Whether it is said that it is not done, though it stands in the store.
  func isDenied(_ ending: WritingTrial.Ending) throws -> Bool {
    guard !ending.isKilled, ending.code != 0, before != after else { return false }
    return try trial.contents() == after
  }

  private func difference(_ now: [String: Int]) -> String {
    Set(now.keys).union(after.keys).sorted().filter { now[$0] != after[$0] }.prefix(12)
      .map { "\($0) \(before[$0] ?? 0)→\(after[$0] ?? 0): \(now[$0] ?? 0)" }.joined(separator: ", ")
  }

  /// Whoever does it again has all of it, and nothing is left of the time before.
  func faultsAgain() throws -> [String] {
    var again: WritingTrial.Ending
    if let words = place.again, try trial.contents() == after {
      again = try trial.run(WritingPlace(place.name, words))
      if again.code != 0 || trial.files() != files { return ["not written again: \(again)"] }
    } else {
      again = try trial.run(place)
      // Files of the time before stand there.
      if again.code == 73 { again = try trial.run(place, "--force") }
    }
    var faults = try trial.damage().map { "unsound when done again: \($0)" }
    let left = trial.files().keys.filter { $0.contains(".part") }
    if !left.isEmpty { faults.append("left behind: \(left.sorted()) after \(again.code) \(again.errors)") }
    return faults
  }
}
