/// What was promised and what happens when: all of it that is small enough to be held at once.
public struct Programme: Sendable {
  public var activities: [Activity] = []
  public var plans: [WorkPlan] = []
  public var occurrences: [Occurrence] = []
  public var budget: [BudgetLine] = []
  public var rulings: [Ruling] = []
  public var events: [Event] = []
  public var launches: [Launch] = []
  public var cells: [LaunchCell] = []
  public var cards: [Card] = []
  public var products: [Product] = []
  public var translations: [Translation] = []
  public var enquiries: [Enquiry] = []
  public var spokespersons: [Spokesperson] = []
  public var materials: [Material] = []
  public var responses: [RapidResponse] = []
  public var opportunities: [Opportunity] = []
  public var calls: [CallForInput] = []
  public var concerns: [Concern] = []
  public var focusGroups: [FocusGroup] = []
  public var risks: [Risk] = []
  /// What the stakeholders are called who look after risks, by id.
  public var names: [RecordID: String] = [:]
  public var partnerships: [Partnership] = []
  public var messages: [Message] = []

  public init() {}
}
