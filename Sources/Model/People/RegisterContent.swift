/// What stands at the head of an edition of the public register.
public struct RegisterContent: Sendable, Equatable {
  public let release: RegisterRelease
  /// The number of the edition before, 0 for the first.
  public let previous: Int
  /// The numbers that withdrawn entries had in the edition before. For the office: the public is told how many.
  public let withdrawn: [Int]
  public let entries: Int
  /// The fields that at least one entry has, in their order.
  public let fields: [RegisterField]
  /// The editions before, the newest first.
  public var earlier: [EarlierRelease] = []
  /// To whom one writes to be listed, corrected or taken out: `Name <address>`; empty where nobody said so.
  public var contact = ""

  public init(
    _ release: RegisterRelease, previous: Int, withdrawn: [Int], entries: Int, fields: Set<RegisterField>
  ) {
    (self.release, self.previous, self.withdrawn) = (release, previous, withdrawn)
    self.entries = entries
    self.fields = RegisterField.allCases.filter(fields.contains)
  }

  /// Of the next release.
  public init(_ release: RegisterRelease, _ plan: RegisterPlan) {
    self.init(
      release, previous: plan.last?.number ?? 0, withdrawn: plan.withdrawnNumbers, entries: plan.entries,
      fields: plan.fields)
    earlier = plan.earlier
  }
}

/// For which countries a notice is: one, or all of the region that it belongs to.
public struct NoticeScope: Sendable, Equatable {
  /// ISO 3166-1 alpha-2.
  public let country: String
  /// Nil for the country alone.
  public let region: Region?

  /// - Parameter scheme: by which the region is found; nil for the country alone.
  /// - Throws: where the country belongs to no region of the scheme.
  public init(country: String, in scheme: RegionScheme?) throws(PublicationProblem) {
    self.country = country
    region = scheme.flatMap { Country.of(country)?.region(in: $0) }
    if scheme != nil && region == nil { throw .noRegion(country) }
  }

  public var countries: [String] { region?.countries ?? [country] }

  /// As `Notice.region` keeps it.
  public var code: String { region.map { "\($0.scheme.rawValue) \($0.code)" } ?? "" }

  /// The region that a notice keeps; nil for the country alone.
  public static func region(of code: String) -> Region? {
    let parts = code.split(separator: " ").map(String.init)
    guard parts.count == 2, let scheme = RegionScheme(rawValue: parts[0]) else { return nil }
    return Region.of(parts[1], in: scheme)
  }
}
