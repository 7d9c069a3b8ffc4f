import Model

extension WorkPlan: Exchangeable {}
extension BudgetLine: Exchangeable {}
extension Event: Exchangeable {}
extension Product: Exchangeable {}
extension Card: Exchangeable {}
extension Spokesperson: Exchangeable {}
extension Enquiry: Exchangeable { public static var file: String { "enquiries" } }
extension Material: Exchangeable {}
extension RapidResponse: Exchangeable {}
extension Coverage: Exchangeable {
  public static var file: String { "coverage" }
  public static var synonyms: [String: [String]] { ColumnNames.coverage }
}

extension Ruling: Exchangeable {
  public static var isIDRequired: Bool { true }

  public static func id(from cells: [String]) throws(ImportPlan<Self>.Mistake) -> RecordID {
    let known = Decision.adopted.contradictions.map(\.id)
    guard known.contains(cells[0]) else {
      throw ImportPlan<Self>.Mistake(field: "id", problem: .notOneOf(cells[0], known))
    }
    return cells[0]
  }
}

extension Occurrence: Exchangeable {
  public static var idColumns: [String] { ["activity", "slot"] }
  public static var isIDRequired: Bool { true }

  public static func idCells(of id: RecordID) -> [String] {
    let occurrence = Occurrence(id: id)
    return [occurrence.activity, occurrence.slot]
  }

  public static func id(from cells: [String]) throws(ImportPlan<Self>.Mistake) -> RecordID {
    do {
      return Occurrence(activity: try NewID.checked(cells[0]), slot: try NewID.checked(cells[1])).id
    } catch {
      throw ImportPlan<Self>.Mistake(field: "slot", problem: error)
    }
  }
}

extension Translation: Exchangeable {
  public static var idColumns: [String] { ["product", "language"] }
  public static var isIDRequired: Bool { true }

  public static func idCells(of id: RecordID) -> [String] {
    let translation = Translation(id: id)
    return [translation.product, translation.language]
  }

  public static func id(from cells: [String]) throws(ImportPlan<Self>.Mistake) -> RecordID {
    do {
      return Translation(product: try NewID.checked(cells[0]), language: try Language.checked(cells[1])).id
    } catch { throw ImportPlan<Self>.Mistake(field: "language", problem: error) }
  }
}
