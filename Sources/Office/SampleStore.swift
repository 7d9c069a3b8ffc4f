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
    try fill(library, "stakeholders", Stakeholder.self)
    try fill(library, "plans", WorkPlan.self)
    try fill(library, "activities", Activity.self)
    try fill(library, "launches", Launch.self)
    try fill(library, "launch", LaunchCell.self)
    try fill(library, "spokespersons", Spokesperson.self)
    try fill(library, "events", Event.self)
    try fill(library, "cards", Card.self)
    try fill(library, "occurrences", Occurrence.self)
    try fill(library, "budget-lines", BudgetLine.self)
    try fill(library, "rulings", Ruling.self)
    try fill(library, "messages", Message.self)
    try fill(library, "products", Product.self)
    try fill(library, "translations", Translation.self)
    try fillPress(library)
    try fillVoices(library)
    try fillSurveys(library)
    try fillEvaluation(library)
    try fill(library, "risks", Risk.self)
    try fill(library, "engagements", Engagement.self)
    try fill(library, "requests", TaskForceRequest.self)
    try fill(library, "focal-points", FocalPoint.self)
    try fill(library, "views", SavedView.self)
  }

  private static func fillPress(_ library: Library) throws {
    try fill(library, "enquiries", Enquiry.self)
    try fill(library, "materials", Material.self)
    try fill(library, "feeds", Feed.self)
    try fill(library, "coverage", Coverage.self)
    try fill(library, "responses", RapidResponse.self)
  }

  private static func fillVoices(_ library: Library) throws {
    try fill(library, "opportunities", Opportunity.self)
    try fill(library, "calls", CallForInput.self)
    try fill(library, "comments", ReviewComment.self)
    try fill(library, "concerns", Concern.self)
    try fill(library, "focus-groups", FocusGroup.self)
    try fill(library, "proposals", NetworkProposal.self)
    try fill(library, "partnerships", Partnership.self)
  }

  /// The questions before the surveys that are open with them, and those before their responses.
  private static func fillSurveys(_ library: Library) throws {
    try fill(library, "questions", Question.self)
    try fill(library, "surveys", Survey.self)
    try fill(library, "survey-responses", SurveyResponse.self)
    try fill(library, "invitations", Invitation.self)
  }

  private static func fillEvaluation(_ library: Library) throws {
    try fill(library, "evidence", Evidence.self)
    try fill(library, "measures", Measure.self)
  }

  private static func fill<R: Exchangeable>(_ library: Library, _ name: String, _: R.Type) throws {
    let bytes = Array(Embedded.bytes("sample-data/\(name).csv") ?? .init(start: nil, count: 0))
    do {
      let table = try OwnTable<R>(bytes, over: library.read(AllRecords()))
      try library.begin(with: ImportRecords(new: table.new, changed: table.changed))
    } catch let problem as OwnTableProblem {
      throw Unreadable(file: name, line: problem.line)
    }
  }
}
