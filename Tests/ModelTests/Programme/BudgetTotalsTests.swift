import Testing

@testable import Model

@Suite struct BudgetTotalsTests {
  private func line(_ values: [String: String], _ id: RecordID = "b") throws -> BudgetLine {
    var line = BudgetLine(id: id)
    for (name, text) in values { try BudgetLine.field(name)!.write(text, to: &line) }
    return line
  }

  @Test func `A sum is itself, and a price is multiplied by how many`() throws {
    #expect(try line(["amount": "35000"]).sum == .dollars(Amount(whole: 35_000)))
    #expect(
      try line(["amount": "38000", "per": "day", "quantity": "2"]).sum == .dollars(Amount(whole: 76_000)))
    #expect(try line(["amount": "38000", "per": "day", "quantity": "0"]).sum == .dollars(.zero))
    #expect(try line(["amount": "120.50", "quantity": "3"]).sum == .dollars(Amount(hundredths: 36_150)))
  }

  @Test func `What is no number says why`() throws {
    #expect(try line(["amount": "38000", "per": "day"]).sum == .open(.quantity))
    #expect(try line(["share_of": "deliverable 1(c)"]).sum == .open(.share))
    #expect(try line([:]).sum == .open(.amount))
    #expect(try line(["amount": "100", "currency": "EUR"]).sum == .open(.rate))
    #expect(try line(["amount": "999999999999", "quantity": "1000000"]).sum == .open(.tooLarge))
    #expect(
      try line(["amount": "999999999999", "quantity": "90000", "currency": "EUR", "rate": "999999"]).sum
        == .open(.tooLarge))
  }

  @Test func `Another currency is converted once, halves up`() throws {
    #expect(
      try line(["amount": "10000", "currency": "EUR", "rate": "1.1234"]).sum
        == .dollars(Amount(hundredths: 1_123_400)))
    // 0.35 at 0.1 is 0.035; three times 0.35 at 0.1 is 0.105, not three times 0.04.
    #expect(
      try line(["amount": "0.35", "currency": "CHF", "rate": "0.1"]).sum == .dollars(Amount(hundredths: 4)))
    #expect(
      try line(["amount": "0.35", "quantity": "3", "currency": "CHF", "rate": "0.1"]).sum
        == .dollars(Amount(hundredths: 11)))
    // A hundred billion rupiah: the product of both is more than an Int holds, the result is not.
    #expect(
      try line(["amount": "100000000000", "currency": "IDR", "rate": "1.5"]).sum
        == .dollars(Amount(whole: 150_000_000_000)))
  }

  @Test func `The text's own budgets are held as what they are`() {
    #expect(Budget.amount(usd: 35_000, year: 2015).sum == .dollars(Amount(whole: 35_000)))
    #expect(Budget.total(usd: 130_000, users: 500, years: 4).sum == .dollars(Amount(whole: 130_000)))
    #expect(Budget.perDay(usd: 38_000).sum == .open(.quantity))
    #expect(Budget.shareOf(deliverable: "1(c)").sum == .open(.share))
    #expect(Budget.notApplicable.sum == nil)
  }

  @Test func `The implementation plan adds up to what it prints, and says what it leaves out`() {
    let sheet = BudgetSheet()
    let plan = sheet.groups[1]
    #expect(plan.plan == .adopted(.implementation))
    #expect(plan.figures.indicative.dollars == Amount(whole: 35_000 + 70_000 + 130_000))
    #expect(plan.figures.indicative.counted == 3)
    #expect(plan.figures.indicative.leftOut.map(\.gap) == [.share, .quantity])
    #expect(plan.figures.indicative.leftOut.map(\.item.id) == ["adopted/ip.5", "adopted/ip.9"])
    #expect(sheet.figures.indicative.dollars == Amount(whole: 235_000))
    #expect(sheet.groups[0].figures.indicative.isEmpty)
  }

  @Test func `Days that the office names answer the price a day of the text`() throws {
    let days = try line([
      "name": "Venue, two days", "activity": "ip.9", "amount": "38000", "per": "day", "quantity": "2",
    ])
    let sheet = BudgetSheet(lines: [days])
    #expect(sheet.figures.indicative.dollars == Amount(whole: 235_000 + 76_000))
    #expect(sheet.figures.indicative.leftOut.map(\.item.id) == ["adopted/ip.5"])
    // What was committed answers nothing that was to be planned.
    let committed = try line(["name": "Venue", "stage": "committed", "activity": "ip.9", "amount": "76000"])
    #expect(BudgetSheet(lines: [committed]).figures.indicative.leftOut.count == 2)
  }

  @Test func `Each sum stands in the plan of its launch, its activity, or its own`() throws {
    var activity = Activity(id: "a1")
    (activity.name, activity.planText) = ("Posters", "p1")
    let lines = [
      try line(["name": "Agency", "launch": "pollination", "activity": "t2.13", "amount": "5"], "1"),
      try line(["name": "Consultancy", "launch": "pollination", "amount": "7"], "2"),
      try line(["name": "Print", "activity": "a1", "amount": "11"], "3"),
      try line(["name": "Travel", "plan": "p1", "amount": "13"], "4"),
      try line(["name": "Guides", "activity": "ip.3", "amount": "17", "stage": "spent"], "5"),
      try line(["name": "Lost", "activity": "nobody", "amount": "19"], "6"),
    ]
    let sheet = BudgetSheet(
      activities: [activity], plans: [WorkPlan(id: "p1")], launches: [Launch(id: "pollination")], lines: lines
    )
    let sums = sheet.groups.map { ($0.plan?.text ?? "", $0.figures.indicative.dollars.hundredths / 100) }
    #expect(sums.map(\.0) == ["table1", "implementation", "p1", "launch/pollination", ""])
    #expect(sums.map(\.1) == [0, 235_000, 24, 12, 19])
    #expect(sheet.groups[3].entries.map(\.activity) == [nil, "t2.13"])
    #expect(sheet.figures.spent.dollars == Amount(whole: 17))
  }

  @Test func `More than was committed or indicated is seen`() throws {
    func figures(_ sums: (BudgetStage, Int)...) throws -> BudgetFigures {
      var figures = BudgetFigures()
      figures.add(try sums.map { .line(try line(["stage": $0.0.rawValue, "amount": String($0.1)])) })
      return figures
    }
    #expect(try figures((.indicative, 10), (.committed, 10), (.spent, 10)).overruns == [])
    #expect(
      try figures((.indicative, 10), (.committed, 12), (.spent, 15)).overruns
        == [.spentBeyondCommitted(Amount(whole: 3)), .committedBeyondIndicative(Amount(whole: 2))])
    #expect(
      try figures((.indicative, 10), (.spent, 15)).overruns == [.spentBeyondIndicative(Amount(whole: 5))])
    #expect(try figures((.spent, 15)).overruns == [])
    // A budget of unknown size cannot be overrun.
    var open = try figures((.indicative, 10), (.spent, 15))
    open.add([.line(try line(["share_of": "1(c)"]))])
    #expect(open.overruns == [])
  }

  @Test func `A total too large to hold leaves out what does not fit`() throws {
    var figures = BudgetFigures()
    let huge = try line(["amount": "90000000000", "quantity": "1000000"])
    figures.add([.line(huge), .line(huge)])
    #expect(figures.indicative.counted == 1)
    #expect(figures.indicative.leftOut.map(\.gap) == [.tooLarge])
  }
}
