import Model
import Testing

@testable import Interchange

/// Sums as people write them, with their currency.
@Suite struct MoneyTextTests {
  @Test(arguments: [
    ("€ 1.200,50", "1200.50", "EUR"), ("1 200 EUR", "1 200", "EUR"), ("CHF 300.-", "300", "CHF"),
    ("US$5,000", "5,000", "USD"), ("300,— Fr.", "300", "CHF"), ("1.234.567,00 €", "1234567.00", "EUR"),
    ("1,234,567.5 USD", "1234567.5", "USD"), ("$1200 CAD", "1200", "CAD"), ("١٢٠٠٫٥ EUR", "1200.5", "EUR"),
    ("5000元", "5000", "CNY"), ("1200 руб.", "1200", "RUB"), ("12 KES", "12", "KES"),
  ])
  func `A sum is a number and a currency`(_ cell: String, _ number: String, _ currency: String) throws {
    let money = try #require(MoneyText(cell))
    #expect(money.number == number && money.currency == currency && !money.isOpen)
    #expect(throws: Never.self) { try Amount(money.number) }
  }

  @Test(arguments: [
    "¥ 300", "12 apples", "k€ 5", "5 k€", "-300", "soon", "3 EUR or 4 USD", "EUR 5 USD", "300.x",
  ])
  func `What is no sum of one known currency is left to whoever refuses it`(_ cell: String) {
    #expect(MoneyText(cell) == nil)
  }

  @Test func `A dollar of nobody's is open`() throws {
    let money = try #require(MoneyText("$ 12"))
    #expect(money.currency == "USD" && money.isOpen)
  }

  @Test(arguments: [
    ("Amount (EUR)", "Amount", "EUR"), ("Montant en €", "Montant", "EUR"), ("Сумма, руб.", "Сумма", "RUB"),
    ("Amount in US$", "Amount", "USD"), ("金额（美元）", "金额", "USD"),
  ])
  func `A heading may say the currency`(_ title: String, _ rest: String, _ currency: String) throws {
    let heading = try #require(MoneyText.heading(title))
    #expect(heading == (rest, currency))
  }

  @Test(arguments: ["Amount", "EUR", "Amount ($)", "EUR to USD"])
  func `Other headings say none`(_ title: String) { #expect(MoneyText.heading(title) == nil) }

  private func plan(_ text: String, over stored: [BudgetLine] = []) throws -> ImportPlan<BudgetLine> {
    try RecordImport<BudgetLine>(known: KnownRecords(stored)).plan(Array(text.utf8))
  }

  private func sums(_ plan: ImportPlan<BudgetLine>) -> [String] {
    plan.new.map { "\($0.name) \($0.amount?.description ?? "-") \($0.currency)" }
  }

  @Test func `The currency of a cell is that of its line, and one that nobody says is told`() throws {
    let plan = try plan("name,amount\nRoom,\"€ 1.200,50\"\nPrint,300\nTravel,1.500\n")
    #expect(sums(plan) == ["Room 1200.50 EUR", "Print 300 USD", "Travel 1500 USD"])
    #expect(plan.remarks.cellNotes.map(\.what) == [.assumedCurrency("USD")])
    #expect(plan.remarks.cellNotes.map(\.lines) == [[3, 4]])
  }

  @Test func `A heading says it for all, and labels of other languages are headings`() throws {
    let plan = try plan("Nom;Montant (EUR)\nTraiteur;1 200,50\nSalle;300 EUR\n")
    #expect(sums(plan) == ["Traiteur 1200.50 EUR", "Salle 300 EUR"] && plan.remarks.cellNotes.isEmpty)
  }

  @Test func `Two currencies in one row are refused`() throws {
    let plan = try plan("name,amount,currency\nRoom,300 EUR,USD\nPrint,$300,CAD\nFood,20,€\n")
    #expect(sums(plan) == ["Print 300 CAD", "Food 20 EUR"])
    #expect(plan.rejected.map(\.problem) == [.otherCurrency("300 EUR", "USD")])
  }

  @Test func `What is stored keeps its currency, and that is told`() throws {
    var stored = BudgetLine(id: "b1")
    (stored.name, stored.currency, stored.version) = ("Room", "EUR", 1)
    let plan = try plan("id,name,amount\nb1,Room,300\n", over: [stored])
    #expect(plan.changed.map(\.after.currency) == ["EUR"])
    #expect(plan.remarks.cellNotes.map(\.what) == [.assumedCurrency("EUR")])
  }
}
