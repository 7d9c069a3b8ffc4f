import Model

extension Feed: Exchangeable {}
extension Question: Exchangeable { public static var isIDRequired: Bool { true } }
extension Survey: Exchangeable { public static var isIDRequired: Bool { true } }
extension Invitation: Exchangeable {}
extension FocusGroup: Exchangeable {}
extension Opportunity: Exchangeable { public static var file: String { "opportunities" } }
extension CallForInput: Exchangeable {}
extension Concern: Exchangeable {}
extension Measure: Exchangeable {}
extension Report: Exchangeable {}
extension NetworkProposal: Exchangeable {}
extension Risk: Exchangeable {}
extension Partnership: Exchangeable {
  /// Who brought an earlier file in, and when, the store knows: it is marked when a partnership is new here.
  public mutating func keepOrigin(of stored: Partnership) { given = stored.given }
}
extension Message: Exchangeable {}

extension SurveyResponse: Exchangeable {
  public static var idColumns: [String] { ["survey", "response"] }
  public static var isIDRequired: Bool { true }

  public static func idCells(of id: RecordID) -> [String] { PairedID.cells(of: id) }

  public static func id(from cells: [String]) throws(ImportPlan<Self>.Mistake) -> RecordID {
    do { return try PairedID.id(from: cells) } catch {
      throw ImportPlan<Self>.Mistake(field: "response", problem: error)
    }
  }
}

extension ReviewComment: Exchangeable {
  public static var idColumns: [String] { ["call", "number"] }
  public static var isIDRequired: Bool { true }

  public static func idCells(of id: RecordID) -> [String] { PairedID.cells(of: id) }

  public static func id(from cells: [String]) throws(ImportPlan<Self>.Mistake) -> RecordID {
    guard let number = Int(cells[1]), number > 0, String(number) == cells[1] else {
      throw ImportPlan<Self>.Mistake(field: "number", problem: .notANumber(cells[1]))
    }
    do { return try PairedID.id(from: cells) } catch {
      throw ImportPlan<Self>.Mistake(field: "call", problem: error)
    }
  }
}

/// Ids of two parts, `survey/response`.
private enum PairedID {
  static func cells(of id: RecordID) -> [String] {
    let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
    return parts + Array(repeating: "", count: 2 - parts.count)
  }

  static func id(from cells: [String]) throws(FieldProblem) -> RecordID {
    "\(try NewID.checked(cells[0]))/\(try NewID.checked(cells[1]))"
  }
}
