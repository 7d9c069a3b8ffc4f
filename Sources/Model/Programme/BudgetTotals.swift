/// A sum of the budget: one that the decision printed, which nobody edits, or one of the office.
public enum BudgetItem: Sendable, Equatable {
  /// The indicative budget of an action of the implementation plan (annex II, appendix).
  case adopted(RecordID, Budget)
  case line(BudgetLine)

  public var id: RecordID {
    switch self {
    case .adopted(let activity, _): "adopted/\(activity)"
    case .line(let line): line.id
    }
  }

  public var stage: BudgetStage {
    if case .line(let line) = self { line.stage } else { .indicative }
  }

  /// What it comes to; nil where the text says that no budget applies.
  public var sum: BudgetSum? {
    switch self {
    case .adopted(_, let budget): budget.sum
    case .line(let line): line.sum
    }
  }
}

extension BudgetItem {
  /// The text gives a price or a share, and no number.
  public var isOpenFormula: Bool {
    guard case .adopted(_, let budget) = self, case .open = budget.sum else { return false }
    return true
  }
}

extension [BudgetItem] {
  /// Whether the office's own indicative sums for an activity say how much it is.
  public var answersFormula: Bool {
    contains { item in
      guard case .line(let line) = item, case .dollars = line.sum else { return false }
      return line.stage == .indicative
    }
  }
}

/// The total of one stage: what could be added up, and what could not.
public struct BudgetFigure: Sendable, Equatable {
  public struct LeftOut: Sendable, Equatable {
    public let item: BudgetItem
    public let gap: BudgetGap
  }

  public private(set) var dollars = Amount.zero
  /// How many sums are in it.
  public private(set) var counted = 0
  public private(set) var leftOut: [LeftOut] = []

  public init() {}

  public var isEmpty: Bool { counted == 0 && leftOut.isEmpty }
  /// Nothing had to be left out.
  public var isComplete: Bool { leftOut.isEmpty }

  mutating func add(_ sum: BudgetSum, of item: BudgetItem) {
    switch sum {
    case .open(let gap): leftOut.append(LeftOut(item: item, gap: gap))
    case .dollars(let amount):
      guard let total = dollars.adding(amount) else {
        return leftOut.append(LeftOut(item: item, gap: .tooLarge))
      }
      dollars = total
      counted += 1
    }
  }
}

/// More money than there was to be.
public enum Overrun: Sendable, Equatable {
  /// Spent beyond what was committed.
  case spentBeyondCommitted(Amount)
  /// Committed beyond the indicative budget.
  case committedBeyondIndicative(Amount)
  /// Spent beyond the indicative budget, where no commitment was recorded in between.
  case spentBeyondIndicative(Amount)
}

/// The three stages of a budget side by side.
public struct BudgetFigures: Sendable, Equatable {
  public private(set) var indicative = BudgetFigure()
  public private(set) var committed = BudgetFigure()
  public private(set) var spent = BudgetFigure()
  /// The text says that no budget applies.
  public private(set) var isNotApplicable = false

  public init() {}

  public subscript(stage: BudgetStage) -> BudgetFigure {
    switch stage {
    case .indicative: indicative
    case .committed: committed
    case .spent: spent
    }
  }

  /// What none of the totals holds, the indicative sums first.
  public var leftOut: [BudgetFigure.LeftOut] { indicative.leftOut + committed.leftOut + spent.leftOut }

  /// Adds up the sums for one activity. A formula of the text that the office answered is left out by nobody: the
  /// answer stands in its place.
  public mutating func add(_ items: [BudgetItem]) {
    let isAnswered = items.answersFormula
    for item in items {
      guard let sum = item.sum else {
        isNotApplicable = true
        continue
      }
      if isAnswered, item.isOpenFormula { continue }
      switch item.stage {
      case .indicative: indicative.add(sum, of: item)
      case .committed: committed.add(sum, of: item)
      case .spent: spent.add(sum, of: item)
      }
    }
  }

  /// Where more was committed or spent than was to be. A total that leaves something out is no limit: it says nothing
  /// about the whole.
  public var overruns: [Overrun] {
    var found: [Overrun] = []
    if !committed.isEmpty, committed.isComplete, spent.dollars > committed.dollars {
      found.append(.spentBeyondCommitted(spent.dollars - committed.dollars))
    }
    guard indicative.counted > 0, indicative.isComplete else { return found }
    if committed.dollars > indicative.dollars {
      found.append(.committedBeyondIndicative(committed.dollars - indicative.dollars))
    } else if committed.isEmpty, spent.dollars > indicative.dollars {
      found.append(.spentBeyondIndicative(spent.dollars - indicative.dollars))
    }
    return found
  }
}

extension Amount {
  static func - (a: Amount, b: Amount) -> Amount { Amount(hundredths: a.hundredths - b.hundredths) }
}
