import Embedded
import Interchange
import Model
import Store

/// The sample data, for trying the program: everything in it is invented.
public enum SampleStore {
  /// The day that the sample data takes for today.
  public static let asOf = Day(year: 2015, month: 9, day: 15)!

  /// A sample file that does not hold valid records: a mistake of ours.
  public struct Unreadable: Error { let file: String, line: Int }

  /// Puts the sample data into a store, as a part of what it begins with.
  public static func fill(_ library: Library) throws {
    try fill(library, "stakeholders") { try RecordImport<Stakeholder>(known: KnownRecords([])).plan($0) }
    try fill(library, "plans") { try library.plan(WorkPlan.self, $0) }
    try fill(library, "activities") { try library.plan(Activity.self, $0) }
    try fill(library, "launches") { try library.plan(Launch.self, $0) }
    try fill(library, "launch") { try library.planLaunchCells($0) }
    try fill(library, "spokespersons") { try library.plan(Spokesperson.self, $0) }
    try fill(library, "events") { try library.plan(Event.self, $0) }
    try fill(library, "cards") { try library.plan(Card.self, $0) }
    try fill(library, "occurrences") { try library.plan(Occurrence.self, $0) }
    try fill(library, "budget-lines") { try library.plan(BudgetLine.self, $0) }
    try fill(library, "rulings") { try library.plan(Ruling.self, $0) }
    try fill(library, "messages") { try library.plan(Message.self, $0) }
    try fill(library, "products") { try library.plan(Product.self, $0) }
    try fill(library, "translations") { try library.plan(Translation.self, $0) }
    try fillPress(library)
    try fillVoices(library)
    try fillSurveys(library)
    try fillEvaluation(library)
    try fill(library, "risks") { try library.plan(Risk.self, $0) }
    try fill(library, "engagements") { try library.plan(Engagement.self, $0) }
    try fill(library, "requests") { try library.plan(TaskForceRequest.self, $0) }
    try fill(library, "focal-points") { try library.plan(FocalPoint.self, $0) }
    try fill(library, "views") { try library.plan(SavedView.self, $0) }
  }

  private static func fillPress(_ library: Library) throws {
    try fill(library, "enquiries") { try library.plan(Enquiry.self, $0) }
    try fill(library, "materials") { try library.plan(Material.self, $0) }
    try fill(library, "feeds") { try library.plan(Feed.self, $0) }
    try fill(library, "coverage") { try library.plan(Coverage.self, $0) }
    try fill(library, "responses") { try library.plan(RapidResponse.self, $0) }
  }

  private static func fillVoices(_ library: Library) throws {
    try fill(library, "opportunities") { try library.plan(Opportunity.self, $0) }
    try fill(library, "calls") { try library.plan(CallForInput.self, $0) }
    try fill(library, "comments") { try library.plan(ReviewComment.self, $0) }
    try fill(library, "concerns") { try library.plan(Concern.self, $0) }
    try fill(library, "focus-groups") { try library.plan(FocusGroup.self, $0) }
    try fill(library, "proposals") { try library.plan(NetworkProposal.self, $0) }
    try fill(library, "partnerships") { try library.plan(Partnership.self, $0) }
  }

  /// The questions before the surveys that are open with them, and those before their responses.
  private static func fillSurveys(_ library: Library) throws {
    try fill(library, "questions") { try library.plan(Question.self, $0) }
    try fill(library, "surveys") { try library.plan(Survey.self, $0) }
    try fill(library, "survey-responses") { try library.plan(SurveyResponse.self, $0) }
    try fill(library, "invitations") { try library.plan(Invitation.self, $0) }
  }

  private static func fillEvaluation(_ library: Library) throws {
    try fill(library, "evidence") { try library.plan(Evidence.self, $0) }
    try fill(library, "measures") { try library.plan(Measure.self, $0) }
  }

  private static func fill<R: Exchangeable>(
    _ library: Library, _ name: String, plan: (ImportFile) throws -> ImportPlan<R>
  ) throws {
    let bytes = Array(Embedded.bytes("sample-data/\(name).csv") ?? .init(start: nil, count: 0))
    let plan = try plan(ImportFile(bytes: bytes, encoding: .utf8))
    guard plan.isComplete, plan.unknownColumns.isEmpty else {
      throw Unreadable(file: name, line: plan.rejected.first?.line ?? plan.duplicates.first?.line ?? 1)
    }
    try library.begin(with: ImportRecords(plan))
  }
}
