import Glibc
import Testing

/// The budget and the products without a screen.
@Suite struct PlannedCommandTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    _ = try desk.run("import", "stakeholders", try desk.write("id,name\na,A\n", to: "people.csv"))
    let lines = [
      "id,name,stage,activity,amount,currency,per,quantity,rate", "b1,Guides,committed,ip.3,36000,,,,",
      "b2,=SUM(A1),indicative,ip.9,38000,,day,2,", "b3,Print,spent,ip.3,100,EUR,,,",
    ]
    let products = ["id,name,product_kind,source_changed", "fs,Fact sheet,fact-sheet,2015-09-01"]
    let translations = [
      "product,language,translation,source_day,reason", "fs,fr,published,2015-08-01,",
      "fs,ru,not-feasible,,nobody",
    ]
    for (kind, rows) in [("budget-lines", lines), ("products", products), ("translations", translations)] {
      let file = try desk.write(rows.joined(separator: "\n") + "\n", to: "\(kind).csv")
      let result = try desk.run("import", kind, file)
      try #require(result.code == 0, "\(result.errors)")
    }
  }

  @Test func `The budget says what its totals leave out`() throws {
    let budget = try desk.run("budget")
    #expect(budget.code == 0 && budget.errors == "")
    #expect(budget.output.contains("USD 1,000 more committed than indicated"))
    #expect(budget.output.contains("\nIN ALL "))
    #expect(budget.output.contains("311,000 + ?"))
    #expect(budget.output.contains("Left out, no rate recorded (1): Print (EUR 100 · no rate recorded)\n"))
    #expect(budget.output.contains("Left out, part of another budget (1): Hard-to-reach stakeholders"))
    let chinese = try desk.run("budget", "--lang", "zh")
    #expect(chinese.output.contains("\n合计 ") && chinese.output.contains("未计入，未记录汇率（1 项）：Print"))
  }

  @Test func `Its CSV holds each sum as what it is, and no formula`() throws {
    let csv = try desk.run("budget", "--format", "csv").output.split(whereSeparator: \.isNewline)
    #expect(csv[0].hasPrefix("Plan,Activity,Name,Stage,Amount,Currency,Per,How many,Part of,"))
    #expect(csv.contains { $0.contains(",'=SUM(A1),indicative,38000,USD,day,2,") && $0.hasSuffix(",76000,") })
    #expect(csv.contains { $0.contains("“part of the budget of deliverable 1(c)”,,a share") })
  }

  @Test func `The products are a board, and a table`() throws {
    let board = try desk.run("products")
    #expect(board.code == 0)
    #expect(board.output.contains("●! published, stale"))
    #expect(board.output.contains("1 of 1 (100 %)"))
    let csv = try desk.run("products", "--format", "csv", "--lang", "zh").output
    #expect(csv.hasPrefix("名称,类型,阿拉伯语,中文,英语,法语,俄语,西班牙语"))
    #expect(csv.contains("×  不可行"))
  }

  @Test func `Without a store they say so`() throws {
    for command in ["budget", "products"] {
      let result = try desk.run(command, "--store", desk.folder + "/none.sqlite")
      #expect(result.code == EX_NOINPUT && !result.errors.isEmpty)
    }
  }
}
