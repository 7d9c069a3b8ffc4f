import Foundation
import Probe

/// Whether two builds show the same after the same keys.
extension Side {
  /// What is pressed: moves, letters that open and close things, words. Nothing that ends the program or stops it.
  private static let keys = [
    "Down", "Down", "Up", "PgDn", "PgUp", "Home", "End", "Left", "Right", "Tab", "Tab", "Enter", "Enter",
    "Esc", "Esc",
    "Space",
  ]
  private static let letters = Array("123456789OT0YU;QX/?aefghijklmnorstvwxz+-.")

  /// Presses keys by chance in both, and says how many screens differ, with the first of them.
  func walk(beside other: Side, keys count: Int) throws {
    let probes = try [self, other].map { side in
      try Self.open(side.command + ["--read-only"], home: side.home, until: "INDICATORS").0
    }
    defer { for probe in probes { probe.close() } }
    // The minimal standard generator: the same keys in every run.
    var (seed, different, first) = (UInt64(1), 0, "")
    func next(_ bound: Int) -> Int {
      seed = seed * 48_271 % 2_147_483_647
      return Int(seed % UInt64(bound))
    }
    for number in 1...count {
      let isNamed = next(3) > 0
      let name = isNamed ? Self.keys[next(Self.keys.count)] : String(Self.letters[next(Self.letters.count)])
      for probe in probes { if isNamed { probe.press(name) } else { probe.send(name) } }
      let screens = probes.map { probe in
        // What follows when the keys rest, and what is counted beside them.
        probe.settle(quietMilliseconds: 400)
        return probe.lines
      }
      guard screens[0] != screens[1] else { continue }
      different += 1
      if first.isEmpty {
        let lines = zip(screens[0], screens[1]).filter { $0 != $1 }.prefix(4)
        first = "after key \(number) (\(name)):\n" + lines.map { "- \($0)\n+ \($1)" }.joined(separator: "\n")
      }
    }
    print("\(count) keys by chance: \(different) screens differ\(first.isEmpty ? "" : ", first \(first)")")
  }
}
