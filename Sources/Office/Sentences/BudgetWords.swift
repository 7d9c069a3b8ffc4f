import Model
import Phrases
import Typesetting

extension Look {
  /// "38,000", "38,000.50", "38 000,50".
  func money(_ amount: Amount) -> String {
    let (whole, cents) = abs(amount.hundredths).quotientAndRemainder(dividingBy: 100)
    let point = WholeNumber.point(in: phrases.language)
    let fraction = cents == 0 ? "" : point + (cents < 10 ? "0" : "") + String(cents)
    return (amount.hundredths < 0 ? "-" : "") + phrases.number(whole) + fraction
  }

  /// What a plan is called.
  public func title(of plan: PlanRef?, plans: [RecordID: WorkPlan], launches: [RecordID: Launch]) -> String {
    switch plan {
    case .adopted(.table1): say(.budgetTable1)
    case .adopted(.implementation): say(.budgetPlan)
    case .own(let id): plans[id]?.name ?? id
    case .launch(let id): say(.budgetLaunch, .text(launches[id].map { title(of: $0) } ?? id))
    case nil: say(.budgetNoPlan)
    }
  }
}

/// How the budget says things.
public struct BudgetWords: Sendable {
  public let look: Look

  public init(look: Look) { self.look = look }

  /// A total: what could be added up, and by a question mark that something could not.
  public func figure(_ figure: BudgetFigure) -> Span {
    if figure.isEmpty { return Span("-", .quiet) }
    if figure.counted == 0 { return Span("?", .due) }
    let money = look.money(figure.dollars)
    return figure.isComplete ? Span(money) : Span(money + " + ?", .due)
  }

  /// One sum in US dollars, or in a word why it is none.
  public func sum(_ sum: BudgetSum?) -> Span {
    switch sum {
    case nil: Span(look.say(.timelineNotApplicable), .quiet)
    case .dollars(let amount): Span(look.money(amount), .quiet)
    case .open(let gap): Span("? " + look.word("budget_gap", gap.rawValue), .due)
    }
  }

  /// The same; a formula of the text that the office answered is not left out.
  public func sum(_ item: BudgetItem, among items: [BudgetItem]) -> Span {
    if item.isOpenFormula, items.answersFormula { return Span(look.say(.budgetAnswered), .quiet) }
    return sum(item.sum)
  }

  public func name(_ item: BudgetItem) -> String {
    switch item {
    case .adopted(let id, _): Decision.adopted.activity(id)?.label.text(in: look.language) ?? id
    case .line(let line): line.name
    }
  }

  public func name(of entry: BudgetSheet.Entry, _ activities: [RecordID: Activity]) -> String {
    guard let id = entry.activity else {
      let isLaunch = if case .line(let line)? = entry.items.first { !line.launch.isEmpty } else { false }
      return look.say(isLaunch ? .budgetWholeLaunch : .budgetWhole)
    }
    let label = Decision.adopted.activity(id)?.label ?? Decision.adopted.launchActivity(id)?.label
    return label?.text(in: look.language) ?? activities[id].map { look.title(of: $0) } ?? id
  }

  /// What the sum is, in the words of the text or from its parts: "EUR 300 a day × 12 at 1.1 (3 Sep 2015)".
  public func formula(_ item: BudgetItem) -> String {
    switch item {
    case .adopted(let id, _):
      Decision.adopted.activity(id)?.printedBudget.map {
        look.say(.timelineQuoted, .text($0.text(in: look.language)))
      } ?? ""
    case .line(let line): formula(line)
    }
  }

  private func formula(_ line: BudgetLine) -> String {
    let share = line.shareOf.isEmpty ? "" : look.say(.budgetPartOf, .text(line.shareOf))
    guard let amount = line.amount else { return share }
    var text = "\(line.currency) \(look.money(amount))"
    if !line.per.isEmpty { text = look.say(.budgetPer, .text(text), .text(line.per)) }
    if let quantity = line.quantity {
      text += " × \(look.phrases.number(quantity))"
    } else if !line.per.isEmpty {
      text += " × ?"
    }
    if line.currency != "USD" {
      guard let rate = line.rate else { return [text, look.say(.budgetNoRate), share].joinedWords }
      text +=
        " "
        + look.say(
          .budgetAt, .text(rate.description.replacing(".", with: WholeNumber.point(in: look.language))))
      if let day = line.rateDay { text = look.bracketed(text, look.shortDay(day)) }
    }
    return [text, share].joinedWords
  }

  /// Everything that is known of a sum, in one line.
  public func all(_ item: BudgetItem) -> String {
    var parts = [look.word("stage", item.stage.rawValue), formula(item)]
    if case .line(let line) = item {
      parts += [line.day.map(look.shortDay) ?? "", line.supplier, line.reference, line.note]
    } else {
      parts[0] = look.say(.budgetAdopted)
    }
    return parts.joinedWords
  }

  public func overrun(_ overrun: Overrun) -> String {
    switch overrun {
    case .spentBeyondCommitted(let amount): look.say(.budgetOverCommitted, .text(look.money(amount)))
    case .committedBeyondIndicative(let amount): look.say(.budgetOverIndicative, .text(look.money(amount)))
    case .spentBeyondIndicative(let amount): look.say(.budgetSpentOver, .text(look.money(amount)))
    }
  }

  /// What the totals leave out: for each reason how many, and which.
  /// - Parameter isBrief: the names alone, where a line has to do.
  public func leftOut(_ all: [BudgetFigure.LeftOut], isBrief: Bool = false) -> [String] {
    BudgetGap.allCases.compactMap { gap in
      let items = all.filter { $0.gap == gap }
      guard !items.isEmpty else { return nil }
      // A line that nobody reads to its end is not made of ten thousand names.
      let names = items.prefix(20).map { isBrief ? name($0.item) : named($0.item) }
      return look.say(
        .budgetLeftOut, .number(items.count), .text(look.word("budget_gap_reason", gap.rawValue)),
        .chain(names, of: items.count))
    }
  }

  private func named(_ item: BudgetItem) -> String {
    look.bracketed(name(item), formula(item))
  }

  /// The period of the public-relations consultancy of a launch and who supervises it (annex I, paragraph 8).
  public func consultancy(_ launch: Launch) -> String {
    let days = [launch.consultancyStart, launch.consultancyEnd].map { $0.map(look.day) ?? "…" }
    let isDated = launch.consultancyStart != nil || launch.consultancyEnd != nil
    let isNothing = launch.consultancy.isEmpty && !isDated && launch.supervisors.isEmpty
    if isNothing { return look.say(.budgetNoConsultancy) }
    let supervisors =
      launch.supervisors.isEmpty
      ? look.say(.budgetNoSupervisor) : look.say(.budgetSupervised, .text(look.list(launch.supervisors)))
    return look.say(
      .budgetConsultancy,
      .text(
        [launch.consultancy, isDated ? days.joined(separator: "–") : look.say(.budgetNoPeriod), supervisors]
          .joinedWords))
  }
}

extension [String] {
  /// Those that are not empty, with a dot between them.
  public var joinedWords: String { filter { !$0.isEmpty }.joined(separator: " · ") }
}

extension BudgetItem {
  /// That no budget applies is said in the row of the activity.
  public static func notApplicable(_ activity: RecordID?) -> BudgetItem {
    .adopted(activity ?? "", .notApplicable)
  }
}
