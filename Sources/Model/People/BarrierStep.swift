/// What is planned against a barrier, written `language | guide in French | 2015-06-30 | yes` (annex II,
/// paragraph 20, indicator 2; appendix, paragraph 10).
public struct BarrierStep: Composite {
  public var barrier: Barrier
  public var step = ""
  public var due: Day?
  public var isDone = false

  public init(barrier: Barrier, step: String, due: Day? = nil, isDone: Bool = false) {
    (self.barrier, self.step, self.due, self.isDone) = (barrier, step, due, isDone)
  }

  public static let parts = [
    Part("barrier", .choice(Barrier.codes)), Part("step", .line), Part("due", .day), Part("done", .flag),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    barrier = try Barrier.reading(texts[0])
    step = texts[1]
    due = try PartText.day(texts[2])
    isDone = try PartText.flag(texts[3])
  }

  public var texts: [String] { [barrier.rawValue, step, due?.description ?? "", isDone ? "yes" : ""] }
}
