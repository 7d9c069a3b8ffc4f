import Foundation

/// How measurements are printed: what, the figure, and what it is held against.
enum Figures {
  static func line(_ what: String, _ figure: String, _ goal: String) -> String {
    let name = what.padding(toLength: 36, withPad: " ", startingAt: 0)
    return goal.isEmpty
      ? "\(name) \(figure)"
      : "\(name) \(figure.padding(toLength: 62, withPad: " ", startingAt: 0)) goal \(goal)"
  }

  static func times(_ times: [Double]) -> String {
    "p50 \(ms(times.median)), p95 \(ms(times.percentile(95)))"
  }
  static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let (seconds, parts) = try ContinuousClock().measure(body).components
    return Double(seconds) * 1_000 + Double(parts) / 1e15
  }

  static func ms(_ time: Double) -> String { "\(round(time)) ms" }
  static func round(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
