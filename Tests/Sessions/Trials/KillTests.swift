import Faults
import Foundation
import RandomRecords
import Testing

/// Whoever writes is killed at random moments: what is left is what there was before, or all of what was to be.
///
/// `OUTREACH_KILLS=300` kills so often at each place, and at all places; `OUTREACH_SEED` chooses other moments.
@Suite(.serialized) struct KillTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let kills = environment["OUTREACH_KILLS"].flatMap(Int.init)
  private static let seed = environment["OUTREACH_SEED"].flatMap(UInt64.init) ?? 18

  /// In a short run those of which most can go wrong.
  private static let places = WritingPlace.all.filter { place in
    kills != nil
      || ["a register release", "a notice", "a backup", "a restoring", "a migration", "an erasure"]
        .contains(place.name)
  }

  @Test func `A kill leaves what there was before, or all of it`() throws {
    let trial = try WritingTrial()
    var random = SeededGenerator(seed: Self.seed)
    var (kills, written, again) = (0, 0, 0)
    for place in Self.places {
      let verdict = try WritingVerdict(place, in: trial)
      let begun = ContinuousClock.now
      try trial.prepare(place)
      _ = try trial.run(place)
      let took = Double((ContinuousClock.now - begun).components.attoseconds) / 1e18 + 0.02
      for number in 0..<(Self.kills ?? 3) {
        try trial.prepare(place)
        let ending: WritingTrial.Ending
        // At a call that writes, between two halves of what is written, or whenever it is.
        switch number % 3 {
        case 0, 1:
          let call = Int.random(in: 1...verdict.whole.calls, using: &random)
          ending = try trial.run(place, fault: .kills(at: call, isTorn: number % 3 == 1))
        default:
          ending = try trial.run(place, killedAfter: Double.random(in: 0...took, using: &random))
        }
        if ending.isKilled { kills += 1 }
        let faults = try verdict.faults(ending)
        #expect(faults == [], "\(place) \(number): \(ending)")
        if try trial.contents() == verdict.after { written += 1 }
        guard number % 4 == 0 else { continue }
        again += 1
        let left = try verdict.faultsAgain()
        #expect(left == [], "\(place) \(number): \(ending)")
      }
      print("\(place): \(kills) kills so far, \(written) times all was written, \(again) done again")
    }
    print("\(kills) kills at \(Self.places.count) places, seed \(Self.seed)")
    #expect(kills > 0)
  }
}
