/// The traits of two records by kinds.
struct TraitPair {
  private let a: TraitRanges
  private let b: TraitRanges

  init(_ a: TraitComparison.Traits, _ b: TraitComparison.Traits) {
    (self.a, self.b) = (TraitRanges(a), TraitRanges(b))
  }

  var isPerson: Bool { !a[.person].isEmpty }
  var isOtherPerson: Bool { !b[.person].isEmpty }

  /// The first trait that both have.
  func common(_ kind: MatchCard.Kind) -> UInt64? {
    let (a, b) = (a[kind], b[kind])
    var (i, j) = (a.startIndex, b.startIndex)
    while i < a.endIndex, j < b.endIndex {
      if a[i] == b[j] { return a[i] }
      if a[i] < b[j] { i += 1 } else { j += 1 }
    }
    return nil
  }

  /// Whether both have an identifier, an address of the net or a telephone in common, or may have.
  var sharesContact: Bool {
    for kind in [MatchCard.Kind.orcid, .ror, .email, .mailbox, .phone, .link] where common(kind) != nil {
      return true
    }
    return commonTail != nil
  }

  /// Both have something of the kind, and nothing in common.
  func differs(_ kind: MatchCard.Kind) -> Bool {
    !a[kind].isEmpty && !b[kind].isEmpty && common(kind) == nil
  }

  func isEmptyOnce(_ kind: MatchCard.Kind) -> Bool { a[kind].isEmpty != b[kind].isEmpty }

  func each(_ kind: MatchCard.Kind, _ body: (UInt64) -> Void) {
    a[kind].forEach(body)
    b[kind].forEach(body)
  }

  /// Whether both have a value in common, as one kind here and as the other there.
  func meets(_ kind: MatchCard.Kind, _ other: MatchCard.Kind) -> Bool {
    match(a[kind], b[other]) != nil || match(a[other], b[kind]) != nil
  }

  /// The end of a telephone number that one says with its country and the other without, or both without.
  var commonTail: UInt64? {
    let tail =
      match(a[.nationalTail], b[.nationalTail]) ?? match(a[.nationalTail], b[.internationalTail])
      ?? match(a[.internationalTail], b[.nationalTail])
    return tail.map { MatchCard.recast($0, as: .nationalTail) }
  }

  private func match(_ a: Slice<TraitComparison.Traits>, _ b: Slice<TraitComparison.Traits>) -> UInt64? {
    let digest: UInt64 = 0x00FF_FFFF_FFFF_FFFF
    return a.first { left in b.contains { $0 & digest == left & digest } }
  }
}

/// Where the traits of each kind lie in a sorted list.
private struct TraitRanges {
  private static let kinds = 32
  private let traits: TraitComparison.Traits
  /// For each kind, where its traits begin; the next kind's begin where they end.
  private var starts = InlineArray<32, UInt16>(repeating: 0)

  init(_ traits: TraitComparison.Traits) {
    self.traits = traits
    var kind = 0
    for (place, trait) in traits.enumerated() {
      while kind < Int(trait >> 56) {
        kind += 1
        starts[kind] = UInt16(truncatingIfNeeded: place)
      }
    }
    while kind < Self.kinds - 1 {
      kind += 1
      starts[kind] = UInt16(truncatingIfNeeded: traits.count)
    }
  }

  subscript(kind: MatchCard.Kind) -> Slice<TraitComparison.Traits> {
    let place = Int(kind.rawValue)
    return traits[Int(starts[place])..<Int(starts[place + 1])]
  }
}
