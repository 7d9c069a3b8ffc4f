/// What a person says of items in the media with one key, of one or of many.
public enum CoverageStep: Sendable, Equatable {
  case tone(Tone?)
  case message(KeyMessage, isCarried: Bool)
  case flag(CoverageFilter.Flag, isRaised: Bool)
  /// It carries a message of the office rightly or wrongly; nil takes both back.
  case point(RecordID, PointCoding?)
  /// Joins it with others, or parts it from them: what is parted stands alone.
  case story(String)

  public func apply(to item: inout Coverage) {
    switch self {
    case .tone(let tone): item.tone = tone
    case .message(let message, let isCarried):
      let carried = Set(item.messages)
      let next = isCarried ? carried.union([message]) : carried.subtracting([message])
      item.messages = KeyMessage.allCases.filter(next.contains)
    case .flag(.inaccurate, let isRaised): item.isInaccurate = isRaised
    case .flag(.outside, let isRaised): item.isOutside = isRaised
    case .flag(.needsResponse, let isRaised): item.needsResponse = isRaised
    case .story(let story): item.story = story
    case .point(let message, let coding):
      item.pointsRight.removeAll { $0 == message }
      item.pointsWrong.removeAll { $0 == message }
      switch coding {
      case .right: item.pointsRight.append(message)
      case .wrong: item.pointsWrong.append(message)
      case nil: break
      }
    }
  }

  /// Whether that is said of the item already.
  public func holds(_ item: Coverage) -> Bool {
    var other = item
    apply(to: &other)
    return other == item
  }
}
