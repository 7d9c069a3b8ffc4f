/// How firm a sum is.
public enum BudgetStage: String, Vocabulary {
  case indicative, committed, spent
}

/// One sum of the office's budget, held as what it is: an amount, a price by the unit, or a share of another
/// budget. The indicative budgets of the decision stand in `Decision` and cannot be edited.
public struct BudgetLine: Record {
  public static let kind = RecordKind.budgetLine

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var stage = BudgetStage.indicative
  /// What it is for: an activity, a launch or a plan (`PlanRef`).
  public var activity: RecordID = ""
  public var launch: RecordID = ""
  public var plan = ""
  /// The sum, or the price of one unit.
  public var amount: Amount?
  /// Of ISO 4217.
  public var currency = "USD"
  /// What the price is for: `day`, `user`; empty where the amount is the whole sum.
  public var per = ""
  /// How many units; nil where nobody knows yet, and the sum is then no number.
  public var quantity: Int?
  /// The budget of which it is a part that has no sum of its own: `deliverable 1(c)`.
  public var shareOf = ""
  /// US dollars for one unit of the currency.
  public var rate: Rate?
  public var rateDay: Day?
  /// When it was committed or spent.
  public var day: Day?
  public var supplier = ""
  public var reference = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  /// A sum of nothing: only a share of another budget has no figure of its own.
  public var doubts: [(field: String, problem: FieldProblem)] {
    amount == nil && shareOf.isEmpty ? [("amount", .sumWithoutAmount)] : []
  }

  public static let fields: [Field<BudgetLine>] = [
    .line("name", \.name, isRequired: true),
    .choice("stage", \.stage, default: .indicative),
    .reference("activity", \.activity, .activityOrRow), .reference("launch", \.launch, to: .launch),
    .reference("plan", \.plan, .plan),
    .amount("amount", \.amount),
    Field("currency", .line, read: \.currency) { (line, text) throws(FieldProblem) in
      line.currency = text.isEmpty ? "USD" : try Currency.checked(text)
    },
    .line("per", \.per),
    Field("quantity", .line, read: { $0.quantity.map(String.init) ?? "" }) {
      (line, text) throws(FieldProblem) in
      guard !text.isEmpty else {
        line.quantity = nil
        return
      }
      guard let number = Int(text) else { throw .notANumber(text) }
      guard (0...1_000_000).contains(number) else { throw .outOfRange(number, 0...1_000_000) }
      line.quantity = number
    },
    .line("share_of", \.shareOf),
    .rate("rate", \.rate), .day("rate_day", \.rateDay), .day("day", \.day),
    .line("supplier", \.supplier), .line("reference", \.reference), .text("note", \.note),
  ]
}
