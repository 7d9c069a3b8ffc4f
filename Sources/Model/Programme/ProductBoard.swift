/// Whether a translation is of the source as it is now.
public enum Freshness: Sendable, Equatable {
  case current
  /// The source was changed after it.
  case stale
  /// Nobody recorded of which source it was made.
  case unknown
}

extension Translation {
  /// By the digests of both where they are known, else by their days. Where the source has neither, nothing is known
  /// to have changed.
  public func freshness(against product: Product) -> Freshness {
    guard let state, state != .notFeasible else { return .current }
    if !sourceDigest.isEmpty, !product.digest.isEmpty {
      return sourceDigest == product.digest ? .current : .stale
    }
    guard let changed = product.changed else { return .current }
    // What was published before the source changed cannot be of the new one.
    guard let made = sourceDay ?? published else { return .unknown }
    return made < changed ? .stale : .current
  }

  /// The same as made from the source as it is now.
  public func renewed(from product: Product) -> Translation {
    var renewed = self
    (renewed.sourceDay, renewed.sourceDigest) = (product.changed, product.digest)
    return renewed
  }

  /// The next state of the work: in translation, in review, published; nil where there is none, because it is published
  /// and current, or held not to be feasible. What is stale and published is translated anew.
  /// - Parameter day: on which it is published, if that is the next state.
  public func advanced(of product: Product, on day: Day) -> Translation? {
    var next = self
    switch state {
    case nil:
      next.state = .translating
      return next.renewed(from: product)
    case .translating: next.state = .review
    case .review:
      next.state = .published
      next.published = day
      // It keeps the source that it was begun from: one that changed meanwhile still makes it stale.
      if sourceDay == nil && sourceDigest.isEmpty { next = next.renewed(from: product) }
    case .published:
      guard freshness(against: product) != .current else { return nil }
      next.state = .translating
      return next.renewed(from: product)
    case .notFeasible: return nil
    }
    return next
  }
}

extension Product {
  /// The same with a changed source: its digest is known, or only the day of the change.
  public func withSource(changed day: Day, digest: String = "") -> Product {
    var changed = self
    (changed.changed, changed.digest) = (day, digest)
    return changed
  }
}

/// The products in the six official languages (annex I, paragraph 6). Made once when records arrive, not at every key.
public struct ProductBoard: Sendable, Equatable {
  public static let languages = Language.official

  public struct Row: Sendable, Equatable {
    public let product: Product
    /// In the order of `languages`; of version 0 where nothing is stored, which means not planned.
    public let cells: [Translation]
    public let freshness: [Freshness]

    public var isStale: Bool { freshness.contains(.stale) }
    /// Everything that is feasible is published and current.
    public var isComplete: Bool {
      zip(cells, freshness).allSatisfy { cell, freshness in
        cell.state == .notFeasible || cell.state == .published && freshness == .current
      }
    }
  }

  /// How one language stands beside the others.
  public struct Parity: Sendable, Equatable {
    public let language: String
    public var published = 0
    /// Of those published.
    public var stale = 0
    public var underWay = 0
    public var notFeasible = 0
    public var notPlanned = 0

    /// All but what is not feasible: what "where feasible" (annex I, paragraph 6) leaves to be done.
    public var feasible: Int { published + underWay + notPlanned }
    /// Whole percent of what is feasible, rounded down so that only all is 100; nil where nothing is.
    public var percent: Int? { feasible == 0 ? nil : published * 100 / feasible }
  }

  /// By kind, then by name.
  public let rows: [Row]
  public let parity: [Parity]

  public init(_ products: [Product] = [], _ translations: [Translation] = []) {
    let stored = translations.byID
    let kinds = ProductKind.allCases
    let places = Dictionary(uniqueKeysWithValues: zip(kinds, kinds.indices))
    let rows = products.map { (places[$0.type] ?? 0, Folding.folded($0.name), $0) }
      .sorted { ($0.0, $0.1, $0.2.id) < ($1.0, $1.1, $1.2.id) }
      .map { _, _, product in
        let cells = Self.languages.map { language in
          let empty = Translation(product: product.id, language: language)
          return stored[empty.id] ?? empty
        }
        return Row(product: product, cells: cells, freshness: cells.map { $0.freshness(against: product) })
      }
    self.rows = rows
    parity = Self.languages.indices.map { index in
      var parity = Parity(language: Self.languages[index])
      for row in rows { parity.count(row.cells[index], row.freshness[index]) }
      return parity
    }
  }
}

extension ProductBoard.Parity {
  fileprivate mutating func count(_ cell: Translation, _ freshness: Freshness) {
    switch cell.state {
    case nil: notPlanned += 1
    case .translating, .review: underWay += 1
    case .notFeasible: notFeasible += 1
    case .published:
      published += 1
      if freshness == .stale { stale += 1 }
    }
  }
}
