/// Compares the traits of two records and adds up what speaks for and against their being the same.
struct TraitComparison {
  private(set) var signs = DuplicateSigns()
  private var score = 0

  typealias Traits = UnsafeBufferPointer<UInt64>

  /// - Parameter sharers: how many records have a name or an address; what many share says little.
  /// - Returns: score and signs, nil for a pair that is not worth showing.
  static func compare(
    _ a: Traits, _ b: Traits, sharers: (UInt64) -> Int
  ) -> (score: Int, signs: DuplicateSigns)? {
    var comparison = TraitComparison()
    comparison.run(a, b, sharers)
    let cap = comparison.signs.contains(.otherORCID) || comparison.signs.contains(.otherROR) ? 50 : 100
    let score = min(comparison.score, cap)
    return score >= DuplicateLevel.least ? (score, comparison.signs) : nil
  }

  private mutating func run(_ a: Traits, _ b: Traits, _ sharers: (UInt64) -> Int) {
    let (kindsA, kindsB) = (TraitRanges(a), TraitRanges(b))
    func common(_ kind: MatchTraits.Kind) -> UInt64? { Self.common(kindsA[kind], kindsB[kind]) }
    func common(_ kind: MatchTraits.Kind, _ other: MatchTraits.Kind) -> Bool {
      Self.meets(kindsA[kind], kindsB[other])
    }
    func differs(_ kind: MatchTraits.Kind) -> Bool {
      !kindsA[kind].isEmpty && !kindsB[kind].isEmpty && common(kind) == nil
    }
    let isPerson = !kindsA[.person].isEmpty
    guard isPerson == !kindsB[.person].isEmpty else {
      // One address of a person and of the office where they work is no sign of anything.
      if common(.orcid) != nil || common(.ror) != nil { count(.otherKind) }
      return
    }
    let names = isPerson ? personNames(kindsA, kindsB) : organizationNames(kindsA, kindsB)
    if let (sign, key) = names { count(sign, sharers: key.map(sharers) ?? 2) }
    // What follows makes a pair of those who share no more than half a name only by much.
    if common(.orcid) != nil { count(.orcid) } else if differs(.orcid) { count(.otherORCID) }
    if common(.ror) != nil { count(.ror) } else if differs(.ror) { count(.otherROR) }
    let email = common(.email)
    if let email {
      count(.email, sharers: sharers(MatchTraits.recast(email, as: .mailbox)))
    } else if common(.mailbox) != nil {
      count(.mailbox)
    } else if differs(.email) {
      count(.otherEmail)
    }
    if common(.country) != nil { count(.country) } else if differs(.country) { count(.otherCountry) }
    if common(.phone) != nil {
      count(.phone)
    } else if !differs(.country),
      common(.nationalTail, .nationalTail) || common(.nationalTail, .internationalTail)
        || common(.internationalTail, .nationalTail)
    {
      count(.phoneTail)
    }
    if common(.link) != nil { count(.link) }
    if common(.organization) != nil { count(.organization) }
    if common(.city) != nil { count(.city) }
    if isPerson, differs(.gender) { count(.otherGender) }
    if isPerson, kindsA[.generation].first != kindsB[.generation].first { count(.generation) }
    // Two addresses and two countries under one name: namesakes.
    if signs.contains(.otherEmail), signs.contains(.otherCountry) { score -= 15 }
  }

  /// - Parameter sharers: how many records share the value.
  private mutating func count(_ sign: DuplicateSign, sharers: Int = 2) {
    signs.insert(sign)
    var points = sign.points
    if points > 0, sharers > 2 {
      // Five points less each time that twice as many share it.
      let doublings = Int.bitWidth - 1 - (sharers / 2).leadingZeroBitCount
      points = max(points / 4, points - 5 * doublings)
    }
    score += points
  }

  // MARK: Names

  private typealias Found = (sign: DuplicateSign, key: UInt64?)

  private func personNames(_ a: TraitRanges, _ b: TraitRanges) -> Found? {
    if let key = Self.common(a[.name], b[.name]) {
      // The same letters, other characters: 王伟 and 王薇 are both Wang Wei.
      if !Self.meets(a[.characters], b[.characters]), !a[.characters].isEmpty, !b[.characters].isEmpty {
        return (.otherName, nil)
      }
      let areInitialsApart =
        !a[.initial].isEmpty && !b[.initial].isEmpty && !a[.initial].elementsEqual(b[.initial])
        && WordComparison(a, b).hasOtherInitials
      return areInitialsApart ? (.otherName, nil) : (.name, key)
    }
    return switch WordComparison(a, b).outcome {
    case .initials: (.initials, nil)
    case .part: (.partOfName, nil)
    case .other: (.otherName, nil)
    }
  }

  private func organizationNames(_ a: TraitRanges, _ b: TraitRanges) -> Found? {
    if let key = Self.common(a[.name], b[.name]) { return (.name, key) }
    if let key = Self.common(a[.acronym], b[.acronym]) { return (.acronym, key) }
    if Self.meets(a[.acronym], b[.computedAcronym])
      || Self.meets(a[.computedAcronym], b[.acronym])
    {
      return (.acronym, nil)
    }
    return (.otherName, nil)
  }

  // MARK: Sets

  /// The first trait that both have.
  private static func common(_ a: Slice<Traits>, _ b: Slice<Traits>) -> UInt64? {
    var (i, j) = (a.startIndex, b.startIndex)
    while i < a.endIndex, j < b.endIndex {
      if a[i] == b[j] { return a[i] }
      if a[i] < b[j] { i += 1 } else { j += 1 }
    }
    return nil
  }

  /// Whether both have a value in common, whatever kinds they are of.
  private static func meets(_ a: Slice<Traits>, _ b: Slice<Traits>) -> Bool {
    let digest: UInt64 = 0x00FF_FFFF_FFFF_FFFF
    return a.contains { left in b.contains { $0 & digest == left & digest } }
  }
}

/// Where the traits of each kind lie in a sorted list.
struct TraitRanges {
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

  subscript(kind: MatchTraits.Kind) -> Slice<TraitComparison.Traits> {
    let place = Int(kind.rawValue)
    return traits[Int(starts[place])..<Int(starts[place + 1])]
  }
}

/// The words of two names of persons: which stand for each other, and what is left over.
private struct WordComparison {
  enum Outcome { case initials, part, other }

  private var common = 0
  private var byInitial = 0
  private var leftWords = (a: 0, b: 0)
  private var leftInitials: (a: [UInt64], b: [UInt64]) = ([], [])

  init(_ a: TraitRanges, _ b: TraitRanges) {
    let (wordsA, wordsB) = (a[.word], b[.word])
    var restA = wordsA.filter { !wordsB.contains($0) }.map(MatchTraits.letter)
    var restB = wordsB.filter { !wordsA.contains($0) }.map(MatchTraits.letter)
    common = wordsA.count - restA.count
    var initialsA = a[.initial].map(MatchTraits.letter)
    var initialsB = b[.initial].map(MatchTraits.letter)
    byInitial = Self.pair(&restA, &initialsB) + Self.pair(&restB, &initialsA)
    _ = Self.pair(&initialsA, &initialsB)
    leftWords = (restA.count, restB.count)
    leftInitials = (initialsA, initialsB)
  }

  /// Both have a middle initial, and not the same one.
  var hasOtherInitials: Bool { !leftInitials.a.isEmpty && !leftInitials.b.isEmpty }

  var outcome: Outcome {
    if common == 0 || hasOtherInitials || (leftWords.a > 0 && leftWords.b > 0) { return .other }
    if leftWords == (0, 0) { return byInitial > 0 ? .initials : .other }
    // A word more on one side: a middle name that the other leaves out.
    return common + byInitial > 1 ? .part : .other
  }

  /// Takes out what both have, once for each; returns how many.
  private static func pair(_ a: inout [UInt64], _ b: inout [UInt64]) -> Int {
    let before = a.count
    a.removeAll { letter in
      guard let at = b.firstIndex(of: letter) else { return false }
      b.remove(at: at)
      return true
    }
    return before - a.count
  }
}
