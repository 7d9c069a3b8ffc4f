/// Somebody's offer, as far as a match looks at it.
public struct CapacityOffer: Sendable, Equatable {
  public let stakeholder: RecordID
  public let title: String
  public let capacity: Capacity
  public let languages: [String]
  public let country: String

  public init(_ capacity: Capacity, of stakeholder: Stakeholder) {
    (self.capacity, self.stakeholder, title) = (capacity, stakeholder.id, stakeholder.title)
    (languages, country) = (stakeholder.languages, stakeholder.country)
  }
}

/// What a stakeholder or a task force needs.
public struct CapacityNeed: Sendable, Equatable {
  public enum Asker: Sendable, Equatable {
    case stakeholder(RecordID)
    case request(RecordID)
  }

  public let asker: Asker
  public let title: String
  public let capacity: Capacity
  public let languages: [String]
  public let country: String

  public init(_ capacity: Capacity, of stakeholder: Stakeholder) {
    (self.capacity, asker, title) = (capacity, .stakeholder(stakeholder.id), stakeholder.title)
    (languages, country) = (stakeholder.languages, stakeholder.country)
  }

  /// A task force works in all languages and regions: neither speaks for or against an offer.
  public init(_ request: TaskForceRequest) {
    capacity = Capacity(kind: request.capacity, subject: request.subject, until: request.until)
    (asker, title, languages, country) = (.request(request.id), request.taskForce, [], "")
  }
}

/// An offer that fits a need, and why.
public struct CapacityFit: Sendable, Equatable {
  public let offer: CapacityOffer
  /// The words of both subjects, as the need has them.
  public let words: [String]
  /// BCP 47: languages that both speak.
  public let languages: [String]
  public let isSameCountry: Bool
  public let isSameRegion: Bool

  /// Words tell what it is about; language and place only which of two offers is nearer.
  public var rank: Int {
    words.count * 100 + (languages.isEmpty ? 0 : 20) + (isSameCountry ? 15 : isSameRegion ? 10 : 0)
  }
}

/// A need with the offers that fit it, the best first.
public struct MatchedNeed: Sendable, Equatable {
  public let need: CapacityNeed
  public let fits: [CapacityFit]

  public init(need: CapacityNeed, fits: [CapacityFit]) {
    (self.need, self.fits) = (need, fits)
  }
}

/// Offers by the words of their subjects, so that a need is held only against those that speak of the same
/// (annex II, appendix, paragraph 9: matchmaking).
public struct CapacityMatching: Sendable {
  private let offers: [CapacityOffer]
  private let byWord: [String: [Int]]
  private let day: Day

  /// - Parameter day: offers and needs that ended before it are left out.
  public init(_ offers: [CapacityOffer], asOf day: Day) {
    self.day = day
    self.offers = offers.filter { Self.stands($0.capacity, on: day) }
    var byWord: [String: [Int]] = [:]
    for (index, offer) in self.offers.enumerated() {
      for word in Set(Self.words(of: offer.capacity.subject).map(\.key)) {
        byWord[word, default: []].append(index)
      }
    }
    self.byWord = byWord
  }

  /// The offers of the same kind whose subject shares a word with the need's, nobody's own among them.
  /// - Parameter limit: at most so many, the best.
  public func fits(for need: CapacityNeed, limit: Int) -> [CapacityFit] {
    guard Self.stands(need.capacity, on: day) else { return [] }
    var shared: [Int: [String]] = [:]
    var seen: Set<String> = []
    for word in Self.words(of: need.capacity.subject) where seen.insert(word.key).inserted {
      for index in byWord[word.key] ?? [] { shared[index, default: []].append(word.shown) }
    }
    let fits = shared.compactMap { index, words in fit(offers[index], words, for: need) }
    let ranked = fits.sorted { first, second in
      (-first.rank, first.offer.title, first.offer.stakeholder)
        < (-second.rank, second.offer.title, second.offer.stakeholder)
    }
    return Array(ranked.prefix(limit))
  }

  /// Whether a need is still one on the day.
  public func isOpen(_ need: CapacityNeed) -> Bool { Self.stands(need.capacity, on: day) }

  private func fit(_ offer: CapacityOffer, _ words: [String], for need: CapacityNeed) -> CapacityFit? {
    guard offer.capacity.kind == need.capacity.kind else { return nil }
    if case .stakeholder(let id) = need.asker, id == offer.stakeholder { return nil }
    let region = Country.of(need.country)?.region
    return CapacityFit(
      offer: offer, words: words, languages: need.languages.filter(offer.languages.contains),
      isSameCountry: !need.country.isEmpty && need.country == offer.country,
      isSameRegion: region != nil && region == Country.of(offer.country)?.region)
  }

  private static func stands(_ capacity: Capacity, on day: Day) -> Bool {
    capacity.until.map { $0 >= day } ?? true
  }

  /// Words that say nothing about a subject, in the languages of the Platform that have spaces.
  private static let empty: Set<String> = Set(
    [
      "and", "for", "the", "with", "from", "into", "our", "les", "des", "aux", "pour", "sur", "dans", "une",
      "los", "las", "del", "para", "por", "con", "una", "или", "для", "при", "على", "من", "في",
    ].map(Folding.folded))

  /// The words of a subject that can be compared: folded, a final s of plurals left out; of Chinese, each two
  /// neighbouring characters, because no space says where a word ends.
  static func words(of subject: String) -> [(key: String, shown: String)] {
    var words: [(key: String, shown: String)] = []
    var last: String?
    for word in Folding.searchable(subject).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let text = String(word)
      if text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first, Folding.isIdeograph(scalar) {
        if let last { words.append((last + text, last + text)) }
        last = text
        continue
      }
      last = nil
      guard text.count > 2, !empty.contains(text) else { continue }
      let isPlural = text.count > 3 && text.hasSuffix("s") && !text.hasSuffix("ss")
      words.append((isPlural ? String(text.dropLast()) : text, text))
    }
    return words
  }
}
