/// A way to tell stakeholders apart: what lists filter by and tables count.
public enum Dimension: String, Sendable, CaseIterable {
  case kind, roles, audience, knownAudience, country, region, scale, disciplines, knowledge, language,
    channel, observer
  case gender, sectors, participation, mobilizer, barriers
  case consent, contact, incentives, disincentives, offers, needs
  /// Barriers for which no step is planned.
  case unplanned
  case ipbesRegion, ipbesSubregion, m49Region, m49Subregion

  /// The values that a stakeholder has; empty for "not stated".
  public func values(of stakeholder: Stakeholder) -> [String] {
    switch self {
    case .kind: [stakeholder.type.rawValue]
    case .roles: stakeholder.roles.map(\.rawValue)
    case .audience: list(stakeholder.audience)
    case .knownAudience: list(stakeholder.knownAudience)
    case .country: stakeholder.country.isEmpty ? [] : [stakeholder.country]
    case .region: list(stakeholder.region)
    case .scale: list(stakeholder.scale)
    case .disciplines: stakeholder.disciplines.map(\.rawValue)
    case .knowledge: stakeholder.knowledge.map(\.rawValue)
    case .language: Self.languages(of: stakeholder)
    case .channel: stakeholder.channels.map(\.rawValue)
    case .observer: list(stakeholder.observer)
    case .gender: list(stakeholder.gender)
    case .sectors: stakeholder.sectors.map(\.rawValue)
    case .participation: unique(stakeholder.participation.map(\.kind.rawValue))
    case .mobilizer: list(stakeholder.mobilizer)
    case .barriers: stakeholder.barriers.map(\.rawValue)
    case .consent: ConsentUse.allCases.filter { stakeholder.hasAgreed(to: $0) }.map(\.rawValue)
    case .contact: stakeholder.isDoNotContact ? ["do-not-contact"] : []
    case .incentives: stakeholder.incentives.map(\.rawValue)
    case .disincentives: stakeholder.disincentives.map(\.rawValue)
    case .offers: unique(stakeholder.offers.map(\.kind.rawValue))
    case .needs: unique(stakeholder.needs.map(\.kind.rawValue))
    case .unplanned: stakeholder.unplannedBarriers.map(\.rawValue)
    case .ipbesRegion, .ipbesSubregion, .m49Region, .m49Subregion: values(ofCountry: stakeholder.country)
    }
  }

  /// The values that there can be; nil for countries, which are looked up in the store.
  public var vocabulary: [String]? {
    switch self {
    case .kind: StakeholderKind.codes
    case .roles: Role.codes
    case .audience, .knownAudience: Audience.codes
    case .country: nil
    case .region: UNRegion.codes
    case .scale: Scale.codes
    case .disciplines: Discipline.codes
    case .knowledge: KnowledgeSystem.codes
    case .language: Language.official + ["other"]
    case .channel: Channel.codes
    case .observer: ObserverStatus.codes
    case .gender: Gender.codes
    case .sectors: Sector.codes
    case .participation: ParticipationKind.codes
    case .mobilizer: Mobilizer.codes
    case .barriers, .unplanned: Barrier.codes
    case .consent: ConsentUse.codes
    case .contact: ["do-not-contact"]
    case .incentives: Incentive.codes
    case .disincentives: Disincentive.codes
    case .offers, .needs: CapacityKind.codes
    case .ipbesRegion, .ipbesSubregion, .m49Region, .m49Subregion: scheme?.regions.map(\.code)
    }
  }

  /// Its name on the command line: `ipbes-region`.
  public var optionName: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }

  /// The dimension of that name, as the command line or the code writes it, in the singular too.
  public static func named(_ name: String) -> Dimension? {
    let name = name.lowercased()
    return allCases.first { dimension in
      let option = dimension.optionName
      return [option, dimension.rawValue.lowercased()].contains(name) || option == name + "s"
    }
  }

  /// The scheme of regions that it counts by; nil for what is no region.
  public var scheme: RegionScheme? {
    switch self {
    case .region: .unGroups
    case .ipbesRegion: .ipbes
    case .ipbesSubregion: .ipbesSubregion
    case .m49Region: .m49
    case .m49Subregion: .m49Subregion
    default: nil
    }
  }

  /// Whether a stakeholder's country alone says its values, so that nothing else is kept of it.
  public var isByCountry: Bool { scheme != nil && self != .region }

  /// Whether a stakeholder can have several values: counts by value then add up to more than there are.
  public var isManifold: Bool {
    switch self {
    case .roles, .disciplines, .knowledge, .language, .channel, .sectors, .participation, .barriers, .consent,
      .incentives, .disincentives, .offers, .needs:
      true
    default: false
    }
  }

  /// What a country counts for: itself, or its region.
  public func values(ofCountry code: String) -> [String] {
    guard let scheme else { return code.isEmpty ? [] : [code] }
    return Country.of(code)?.regionCode(in: scheme).map { [$0] } ?? []
  }

  /// The countries that count for some of its values, `values` themselves where it is the country; the empty one
  /// stands for "not stated", which takes in whatever belongs to no region.
  public func countries(of values: Set<String>) -> [String] {
    guard let scheme else { return values.sorted() }
    let chosen = scheme.regions.filter { values.contains($0.code) }.flatMap(\.countries)
    guard values.contains("") else { return chosen }
    return [""] + Country.all.filter { $0.regionCode(in: scheme) == nil }.map(\.code) + chosen
  }

  /// Whether the table of diversity counts it (annex II, paragraph 20, indicator 4; appendix, paragraph 3).
  public static func diversity(by scheme: RegionScheme) -> [Dimension] {
    [scheme.dimension, .disciplines, .knowledge, .gender, .sectors, .country]
  }

  private func list<V: Vocabulary>(_ value: V?) -> [String] { value.map { [$0.rawValue] } ?? [] }

  private static func languages(of stakeholder: Stakeholder) -> [String] {
    unique(
      stakeholder.languages.map { tag in
        let primary = String(tag.prefix { $0 != "-" })
        return Language.official.contains(primary) ? primary : "other"
      })
  }
}

private func unique(_ values: [String]) -> [String] {
  values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
}
