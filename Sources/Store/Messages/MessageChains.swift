import Model

/// What became of each message: the products that carry it, and the items in the media that do, rightly or wrongly.
public struct MessageChains: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [RecordID: MessageChain] {
    var chains: [RecordID: MessageChain] = [:]
    try products(in: reader, &chains)
    try points(in: reader, &chains)
    try overall(in: reader, &chains)
    return chains
  }

  private func products(in reader: Reader, _ chains: inout [RecordID: MessageChain]) throws {
    let out = Set(
      try reader.all(Translation.self).filter { $0.state == .published }.map(\.product))
    for product in try reader.all(Product.self) {
      for message in product.carried {
        if out.contains(product.id) {
          chains[message, default: .init()].published += 1
        } else {
          chains[message, default: .init()].planned += 1
        }
      }
    }
  }

  /// Items that somebody coded for single messages: an index knows them.
  private func points(in reader: Reader, _ chains: inout [RecordID: MessageChain]) throws {
    for item in try CodedForMessages().answer(in: reader) {
      for id in item.pointsRight { chains[id, default: .init()].heard += 1 }
      for id in item.pointsWrong { chains[id, default: .init()].wrong += 1 }
    }
  }

  /// Items coded for the seven messages of the decision: what is inaccurate or outside the boundary carries them wrongly.
  private func overall(in reader: Reader, _ chains: inout [RecordID: MessageChain]) throws {
    let wrong = CoverageFacets.bit(of: .inaccurate) | CoverageFacets.bit(of: .outside)
    let bits = KeyMessage.allCases.map(CoverageFacets.bit)
    var heard = [Int](repeating: 0, count: bits.count)
    var misheard = heard
    try CoverageBlocks.each(in: reader) { _, items in
      for item in items where item.facets & CoverageFacets.messages.mask != 0 {
        for (place, bit) in bits.enumerated() where item.facets & bit != 0 {
          if item.facets & wrong == 0 { heard[place] += 1 } else { misheard[place] += 1 }
        }
      }
    }
    for (place, message) in KeyMessage.allCases.enumerated() where heard[place] + misheard[place] > 0 {
      chains[message.message, default: .init()].heard += heard[place]
      chains[message.message, default: .init()].wrong += misheard[place]
    }
  }
}

/// The items in the media that somebody coded for single messages.
public struct CodedForMessages: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [Coverage] {
    try reader.records(
      "SELECT id, version, body FROM coverage WHERE \(Schema.isCodedForMessages) ORDER BY at DESC, row", [])
  }
}
