import Faults
import Foundation
import Testing

/// The disk fails at the first, the second, … call that writes, until a command meets no failure any more.
///
/// `OUTREACH_FAILURES=1` tries every call of every command, else some of a few.
@Suite(.serialized) struct FailingWriteTests {
  private static let isWhole = ProcessInfo.processInfo.environment["OUTREACH_FAILURES"] != nil

  private static let places = WritingPlace.all.filter { place in
    isWhole || ["an edit", "a register release", "a backup", "a migration"].contains(place.name)
  }

  @Test func `A disk that fails leaves what there was before, or all of it, and that is said`() throws {
    let trial = try WritingTrial()
    var (tried, denied) = (0, [String: Int]())
    for place in Self.places {
      let verdict = try WritingVerdict(place, in: trial)
      let calls = verdict.whole.calls
      for (error, lasts) in [(EIO, false), (ENOSPC, true)] {
        for call in stride(from: 1, through: calls + 1, by: Self.isWhole ? 1 : max(1, calls / 4)) {
          try trial.prepare(place)
          let ending = try trial.run(place, fault: .fails(at: call, error, lasts: lasts))
          tried += 1
          let faults = try verdict.faults(ending)
          #expect(faults == [], "\(place), call \(call) \(error): \(ending)")
          if try verdict.isDenied(ending) { denied["\(place): \(ending.errors)", default: 0] += 1 }
        }
      }
      print("\(place): \(calls) calls, \(tried) failures so far")
    }
    print("\(tried) failures at \(Self.places.count) places")
    for (said, count) in denied.sorted(by: { $0.key < $1.key }) {
      print("written and said to have failed, \(count) times: \(said)")
    }
    #expect(tried > 0)
  }
}
