import Interchange
import Model
import Phrases
import Store
import Typesetting

/// The budget as plain text for mail, or as CSV.
public struct BudgetReport: Sendable {
  private let sheet: BudgetSheet
  private let activities: [RecordID: Activity]
  private let plans: [RecordID: WorkPlan]
  private let launches: [RecordID: Launch]
  private let look: Look
  private var words: BudgetWords { BudgetWords(look: look) }

  /// - Parameter look: the language of the words.
  public init(_ library: Library, look: Look) throws {
    let activities = try library.read(AllRecords<Activity>())
    let (plans, launches) = (try library.read(AllRecords<WorkPlan>()), try library.read(AllRecords<Launch>()))
    sheet = BudgetSheet(
      activities: activities, plans: plans, launches: launches,
      lines: try library.read(AllRecords<BudgetLine>()))
    self.activities = activities.byID
    self.plans = plans.byID
    self.launches = launches.byID
    self.look = look
  }

  private func name(_ group: BudgetSheet.Group) -> String {
    look.title(of: group.plan, plans: plans, launches: launches)
  }

  /// Plans, activities and sums, then the totals and what they leave out.
  public var text: String {
    var lines = [row(look.say(.budgetDollars), BudgetStage.allCases.map { look.word("stage", $0.rawValue) })]
    for group in sheet.groups {
      lines += ["", row(name(group), figures(group.figures))]
      if case .launch(let id) = group.plan, let launch = launches[id] {
        lines.append("  " + words.consultancy(launch))
      }
      for entry in group.entries where !entry.items.isEmpty {
        lines.append(row("  " + words.name(of: entry, activities), figures(entry.figures)))
        for item in entry.items where item != .notApplicable(entry.activity) {
          let name: String = if case .line(let line) = item { line.name } else { "" }
          let sum = words.sum(item, among: entry.items).text
          lines.append("      " + [name, words.all(item)].joinedWords + " = " + sum)
        }
        lines += entry.figures.overruns.map { "      ! " + words.overrun($0) }
      }
    }
    lines += ["", row(look.say(.budgetInAll), figures(sheet.figures))]
    return (lines + words.leftOut(sheet.figures.leftOut)).joined(separator: "\n") + "\n"
  }

  private func figures(_ figures: BudgetFigures) -> [String] {
    BudgetStage.allCases.map { stage in
      let isMoot = stage == .indicative && figures.isNotApplicable && figures.indicative.isEmpty
      return (isMoot ? words.sum(nil) : words.figure(figures[stage])).text
    }
  }

  /// A name, and numbers to the right of it under one another.
  private func row(_ name: String, _ cells: [String]) -> String {
    let used = CellText.width(name)
    // A name too long for its column has a line of its own.
    let label = used < 44 ? name + spaces(44 - used) : name + "\n" + spaces(44)
    return label
      + cells.map { spaces(max(1, 15 - CellText.width($0))) + $0 }.joined()
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// One sum a row, the decision's own among them, in UTF-8 (RFC 4180).
  public var csv: [UInt8] {
    // Names come from anywhere: a spreadsheet that opens this runs no formula.
    var writer = CSVWriter(style: .spreadsheetSafe)
    let fields = ["name", "stage", "amount", "currency", "per", "quantity", "share_of", "rate", "rate_day"]
    let labels = fields.map { look.phrases.label("field", $0) }
    writer.append(
      [look.say(.budgetPlanColumn), look.phrases.label("field", "activity")] + labels
        + [look.say(.budgetFormula), look.say(.budgetUSD), look.say(.budgetGapColumn)])
    for group in sheet.groups {
      for entry in group.entries {
        for item in entry.items {
          writer.append(
            [name(group), words.name(of: entry, activities)] + values(item, fields)
              + [words.formula(item)] + sum(item))
        }
      }
    }
    return writer.drain()
  }

  private func values(_ item: BudgetItem, _ fields: [String]) -> [String] {
    guard case .line(let line) = item else {
      return [look.say(.budgetAdopted), look.word("stage", item.stage.rawValue)]
        + Array(repeating: "", count: fields.count - 2)
    }
    return fields.map { name in
      let text = BudgetLine.field(name)?.read(line) ?? ""
      return name == "stage" ? look.word("stage", text) : text
    }
  }

  private func sum(_ item: BudgetItem) -> [String] {
    switch item.sum {
    case nil: ["", look.say(.timelineNotApplicable)]
    case .dollars(let amount): [amount.description, ""]
    case .open(let gap): ["", look.word("budget_gap", gap.rawValue)]
    }
  }
}
