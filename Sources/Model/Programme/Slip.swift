extension Activity {
  /// How many days after the adopted end this ended, or will end at the earliest as things stand on `day`;
  /// negative before it. Nil where the text names no end, or the work is cancelled.
  public func slipDays(asOf day: Day) -> Int? {
    let year = day.parts.year
    guard status != .cancelled, let adopted = baseline(in: year).end else { return nil }
    if status == .done, (actualEnd ?? day) <= day { return actualEnd.map { $0 - adopted } }
    let planned = plan(in: year).end ?? adopted
    return max(planned, day) - adopted
  }

  /// Whether work had begun on `day`.
  public func isBegun(on day: Day) -> Bool {
    switch status {
    case .planned, .cancelled: false
    case .underWay, .done: (actualStart ?? day) <= day
    }
  }
}

extension Sequence<Activity> {
  /// The days by which activities are behind the adopted plan, all together: an early end of one does not make
  /// good the delay of another.
  public func delayDays(asOf day: Day) -> Int {
    reduce(0) { $0 + Swift.max(0, $1.slipDays(asOf: day) ?? 0) }
  }
}
