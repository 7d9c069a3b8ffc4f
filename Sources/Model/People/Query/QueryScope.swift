extension StakeholderQuery {
  /// Whether it looks among those taken out of use: what is said last of it holds.
  public var findsRetired: Bool {
    clauses.reduce(false) { found, clause in
      clause.scope ?? (clause.condition.speaksOfRetired ? true : found)
    }
  }
}

extension QueryClause {
  /// Whether it says to look among the retired, or among those in use; nil where it says something else.
  public var scope: Bool? {
    if case .retired(let isRetired) = condition { return isRetired != isNegated }
    return nil
  }
}

extension QueryCondition {
  /// Whether it is about the day when a record was taken out of use.
  public var speaksOfRetired: Bool {
    switch self {
    case .days("retired", _), .filled(["retired"]), .retired: true
    case .any(let conditions): conditions.contains(where: \.speaksOfRetired)
    default: false
    }
  }
}

extension Dimension {
  /// The languages that the dimension tells apart.
  public static let languageCodes: Set<String> = Set(Dimension.language.vocabulary ?? [])
}
