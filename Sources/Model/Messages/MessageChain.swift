/// A message on its way: the products that carry it, and what the media made of it.
public struct MessageChain: Sendable, Equatable {
  /// Products that are to carry it, and are not out in any language.
  public var planned = 0
  public var published = 0
  /// Items in the media that carry it as it was meant.
  public var heard = 0
  /// Items that carry it wrongly: inaccurate, or outside the boundary.
  public var wrong = 0

  public init() {}

  public init(planned: Int, published: Int, heard: Int, wrong: Int) {
    (self.planned, self.published, self.heard, self.wrong) = (planned, published, heard, wrong)
  }

  public var isEmpty: Bool { self == MessageChain() }
}

extension KeyMessage {
  /// The message of the decision by which items in the media are coded.
  public var message: RecordID { "m.\(rawValue)" }
}

/// How the ways of a message to an audience stand: over one channel, or over all.
public struct DeliveryTally: Sendable, Equatable {
  public var planned = 0
  public var done = 0

  public init(planned: Int = 0, done: Int = 0) { (self.planned, self.done) = (planned, done) }

  public var all: Int { planned + done }
}

extension Message {
  /// - Parameter channel: nil for all of them.
  public func tally(_ audience: Audience, over channel: Channel?) -> DeliveryTally {
    var tally = DeliveryTally()
    for way in deliveries where way.audience == audience && (channel == nil || way.channel == channel) {
      if way.state == .done { tally.done += 1 } else { tally.planned += 1 }
    }
    return tally
  }

  /// The ways to an audience, with their places among all.
  /// - Parameter channel: nil for all of them.
  public func ways(to audience: Audience, over channel: Channel?) -> [(place: Int, way: Delivery)] {
    deliveries.enumerated().filter { $1.audience == audience && (channel == nil || $1.channel == channel) }
      .map { (place: $0, way: $1) }
  }

  /// The same message with a way in place of another, or beside them; nil takes the other away.
  public func replacing(_ place: Int?, by way: Delivery?) -> Message {
    var message = self
    switch (place, way) {
    case (let place?, let way?): message.deliveries[place] = way
    case (let place?, nil): message.deliveries.remove(at: place)
    case (nil, let way?): message.deliveries.append(way)
    case (nil, nil): break
    }
    return message
  }
}

/// How an item in the media carries a message of the office.
public enum PointCoding: String, Vocabulary { case right, wrong }
