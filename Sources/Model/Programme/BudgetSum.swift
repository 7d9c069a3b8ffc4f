/// Why a sum is no number, so that totals leave it out and say so.
public enum BudgetGap: String, Sendable, CaseIterable {
  /// Part of another budget: the text or the office names no figure of its own.
  case share
  /// A price by the unit, and nobody knows yet how many units.
  case quantity
  /// No sum at all.
  case amount
  /// In another currency without a recorded rate.
  case rate
  /// More than can be held.
  case tooLarge
}

/// What a sum of the budget comes to.
public enum BudgetSum: Sendable, Equatable {
  case dollars(Amount)
  case open(BudgetGap)
}

extension BudgetLine {
  /// In US dollars at the recorded rate. A price is multiplied first and converted then, so that it is rounded once.
  public var sum: BudgetSum {
    guard let amount else { return .open(shareOf.isEmpty ? .amount : .share) }
    if !per.isEmpty && quantity == nil { return .open(.quantity) }
    guard let whole = amount.times(quantity ?? 1) else { return .open(.tooLarge) }
    if currency == "USD" { return .dollars(whole) }
    guard let rate else { return .open(.rate) }
    return rate.exactDollars(whole).map { .dollars($0) } ?? .open(.tooLarge)
  }
}

extension Budget {
  /// What the text's own figure comes to; nil where it says that none applies.
  public var sum: BudgetSum? {
    switch self {
    case .notApplicable: nil
    case .amount(let usd, _), .total(let usd, _, _): .dollars(Amount(whole: usd))
    case .shareOf: .open(.share)
    case .perDay: .open(.quantity)
    }
  }
}

extension Amount {
  /// So many of it; nil where that is more than can be held.
  public func times(_ quantity: Int) -> Amount? {
    let (product, isTooLarge) = hundredths.multipliedReportingOverflow(by: quantity)
    return isTooLarge ? nil : Amount(hundredths: product)
  }

  /// Both together; nil where that is more than can be held.
  public func adding(_ other: Amount) -> Amount? {
    let (sum, isTooLarge) = hundredths.addingReportingOverflow(other.hundredths)
    return isTooLarge ? nil : Amount(hundredths: sum)
  }
}

extension Rate {
  /// In US dollars, rounded to the nearest hundredth, halves up; nil where that is more than can be held.
  public func exactDollars(_ amount: Amount) -> Amount? {
    let product = amount.hundredths.multipliedFullWidth(by: millionths)
    // A greater dividend would make a quotient that has no room.
    guard (0..<500_000).contains(product.high) else { return nil }
    let (quotient, remainder) = 1_000_000.dividingFullWidth(product)
    return Amount(hundredths: quotient).adding(Amount(hundredths: remainder >= 500_000 ? 1 : 0))
  }
}
