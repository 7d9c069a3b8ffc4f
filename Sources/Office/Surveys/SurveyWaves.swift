import Model

extension [Survey] {
  /// The waves of a survey's series, the earliest first; of a survey without a series itself alone.
  public func waves(of survey: Survey) -> [Survey] {
    guard !survey.series.isEmpty else { return [survey] }
    let waves = filter { $0.series == survey.series && ($0.state != .draft || $0.id == survey.id) }
    return waves.sorted { ($0.opens?.number ?? .max, $0.id) < ($1.opens?.number ?? .max, $1.id) }
  }
}
