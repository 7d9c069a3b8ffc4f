/// Compares two records and adds up what speaks for and against their being the same.
struct TraitComparison {
  private(set) var signs = DuplicateSigns()
  private var score = 0
  private var cap = 100
  /// The names differ in a word, so that what an office shares says nothing.
  private var areOthers = false
  /// The names differ altogether, so that a house in which several live says nothing either.
  private var areStrangers = false
  private let a: Card
  private let b: Card
  /// How many records share a trait.
  private let sharers: (UInt64) -> Int

  typealias Traits = UnsafeBufferPointer<UInt64>

  /// What the index keeps of a record.
  struct Card {
    let traits: Traits
    let words: UnsafeBufferPointer<UInt8>
  }

  /// - Parameter sharers: how many records have a trait; what many share says little.
  /// - Returns: score and signs, nil for a pair that is not worth showing.
  static func compare(
    _ a: Card, _ b: Card, sharers: (UInt64) -> Int
  ) -> (score: Int, signs: DuplicateSigns)? {
    withoutActuallyEscaping(sharers) { sharers in
      var comparison = TraitComparison(a: a, b: b, sharers: sharers)
      comparison.run()
      let score = min(comparison.score, comparison.cap)
      return score >= DuplicateLevel.least ? (score, comparison.signs) : nil
    }
  }

  /// What holds between two records, whatever the sum.
  static func signs(_ a: Card, _ b: Card) -> DuplicateSigns {
    var comparison = TraitComparison(a: a, b: b) { _ in 2 }
    comparison.run()
    return comparison.signs
  }

  private init(a: Card, b: Card, sharers: @escaping (UInt64) -> Int) {
    (self.a, self.b, self.sharers) = (a, b, sharers)
  }

  private mutating func run() {
    let pair = TraitPair(a.traits, b.traits)
    compareNames(pair)
    // Most that meet by a slip are others, and nothing else that they have makes up for that.
    if areOthers, !pair.sharesContact, !haveAddresses { return }
    compareIdentifiers(pair)
    compareContacts(pair)
    comparePlaces(pair)
    if !areOthers, let organization = pair.common(.organization) { count(.organization, of: organization) }
    if pair.isPerson {
      if pair.differs(.gender) { count(.otherGender) }
      if pair.differs(.generation) { count(.generation) }
      // A father and a son may live in one house.
      if pair.isEmptyOnce(.generation) { limit(to: .likely) }
    }
    // Two addresses and two countries under one name: namesakes.
    if signs.contains(.otherEmail), signs.contains(.otherCountry) { score -= 15 }
  }

  /// - Parameter trait: what both share.
  private mutating func count(_ sign: DuplicateSign, of trait: UInt64? = nil, sharers known: Int = 2) {
    signs.insert(sign)
    var points = sign.points
    let number = trait.map(sharers) ?? known
    if points > 0, number > 2 {
      // Five points less each time that twice as many share it.
      let doublings = Int.bitWidth - 1 - (number / 2).leadingZeroBitCount
      points = max(sign.isOfNames ? points / 4 : 0, points - 5 * doublings)
    }
    score += points
  }

  /// No surer than this, whatever the sum.
  private mutating func limit(to level: DuplicateLevel) {
    cap = min(cap, level == .likely ? DuplicateLevel.certain.least - 1 : DuplicateLevel.likely.least - 5)
  }

  /// Both say where they live: a street may speak for people of other names.
  private var haveAddresses: Bool {
    a.words.contains(WordWriter.Sign.address) && b.words.contains(WordWriter.Sign.address)
  }

  // MARK: Names

  private mutating func compareNames(_ pair: TraitPair) {
    if pair.isPerson != pair.isOtherPerson {
      count(.otherKind)
      if let key = pair.common(.name) { count(.name, of: key) } else { count(.otherName) }
    } else if pair.isPerson {
      comparePersonNames(pair)
    } else {
      compareOrganizationNames(pair)
    }
  }

  private mutating func comparePersonNames(_ pair: TraitPair) {
    let outcome = outcomeOfNames()
    let key = pair.common(.name)
    if let key, outcome != .other || pair.common(.characters) != nil {
      // The same letters, other characters: 王伟 and 王薇 are both Wang Wei.
      return pair.differs(.characters) ? count(.otherName) : count(.name, of: key)
    }
    if pair.differs(.characters), outcome < .mixed { return count(.otherName) }
    switch outcome {
    case .same, .near: count(outcome == .same ? .name : .near, sharers: mostSharers(of: pair))
    case .joined: count(.joined, sharers: mostSharers(of: pair))
    case .spelling: count(.spelling)
    case .initials: count(.initials)
    case .part: count(.partOfName)
    case .nearPart: count(.nearPart)
    case .fragment: count(.fragment)
    case .mixed: count(.mixed)
    case .other: count(.otherName)
    }
    limit(by: outcome, pair)
  }

  /// What is only like a name makes nobody certain but by an address of their own.
  private mutating func limit(by outcome: NameComparison.Outcome, _ pair: TraitPair) {
    let hasEmail = pair.common(.email) != nil
    switch outcome {
    case .same, .joined: break
    case .spelling, .initials, .part:
      if !hasEmail, pair.common(.phone) == nil, pair.common(.orcid) == nil { limit(to: .likely) }
    case .near, .nearPart, .fragment: if !hasEmail { limit(to: .likely) }
    case .mixed, .other: limit(to: .likely)
    }
    areOthers = outcome >= .mixed
    areStrangers = outcome == .other
  }

  private mutating func compareOrganizationNames(_ pair: TraitPair) {
    if let key = pair.common(.name) { return count(.name, of: key) }
    if let key = pair.common(.acronym) { return count(.acronym, of: key) }
    if pair.meets(.acronym, .computedAcronym) { return count(.acronym) }
    switch outcomeOfNames() {
    case .same, .joined: count(.joined)
    case .near: count(.near)
    default:
      areStrangers = true
      return count(.otherName)
    }
    limit(to: .likely)
  }

  /// The surest of all names against all.
  private func outcomeOfNames() -> NameComparison.Outcome {
    var best = NameComparison.Outcome.other
    var begin = 0
    while let left = WordList(a.words, at: begin) {
      begin = left.next
      guard left.isName else { continue }
      var other = 0
      while let right = WordList(b.words, at: other) {
        other = right.next
        guard right.isName else { continue }
        let outcome = NameComparison.outcome(left, right)
        let isGuess = left.isReading || right.isReading
        best = min(best, isGuess && outcome <= .near ? .spelling : outcome)
        if best == .same { return best }
      }
    }
    return best
  }

  private func mostSharers(of pair: TraitPair) -> Int {
    var most = 2
    pair.each(.name) { most = max(most, sharers($0)) }
    return most
  }

  // MARK: Identifiers, addresses of all kinds

  private mutating func compareIdentifiers(_ pair: TraitPair) {
    for (kind, same, other) in [
      (MatchCard.Kind.orcid, DuplicateSign.orcid, DuplicateSign.otherORCID), (.ror, .ror, .otherROR),
    ] {
      if pair.common(kind) != nil {
        count(same)
      } else if pair.differs(kind) {
        count(other)
        limit(to: .possible)
      }
    }
  }

  private mutating func compareContacts(_ pair: TraitPair) {
    if let email = pair.common(.email) {
      count(.email, of: MatchCard.recast(email, as: .mailbox))
    } else if let mailbox = pair.common(.mailbox) {
      count(.mailbox, of: mailbox)
    } else if pair.differs(.email) {
      count(.otherEmail)
    }
    if pair.common(.country) != nil {
      count(.country)
    } else if pair.differs(.country) {
      count(.otherCountry)
    }
    if let phone = pair.common(.phone) {
      count(.phone, of: phone)
    } else if !pair.differs(.country), let tail = pair.commonTail {
      count(.phoneTail, of: tail)
    }
    if !areOthers, let link = pair.common(.link) { count(.link, of: link) }
  }

  private mutating func comparePlaces(_ pair: TraitPair) {
    let found = AddressComparison(a.words, b.words)
    let residents = found.isHouse ? pair.common(.address).map(sharers) ?? 2 : 2
    if !areStrangers {
      if found.isHouse { countHouse(residents) } else if found.isStreet { count(.street) }
      if found.isCode, residents <= Self.household { count(.postcode) }
    }
    if found.isPlace || pair.common(.city) != nil, residents <= Self.household { count(.city) }
    let isAnywhere = found.isStreet || found.isCode || found.isPlace
    if found.haveAddresses, !isAnywhere { count(.otherAddress) }
    if found.havePlaces, !found.isPlace { count(.otherCity) }
  }

  /// So many records of one house are a family's, or copies of one.
  private static let household = 6

  /// Ten points less each time that twice as many live or work there.
  private mutating func countHouse(_ residents: Int) {
    signs.insert(.address)
    let doublings = Int.bitWidth - 1 - max(1, residents / 4).leadingZeroBitCount
    score += max(0, DuplicateSign.address.points - 10 * (residents <= Self.household ? 0 : doublings + 1))
  }
}
