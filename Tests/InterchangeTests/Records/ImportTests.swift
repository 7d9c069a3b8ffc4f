import Model
import Testing

@testable import Interchange

/// What importing a text over some stakeholders plans; new ids are `new1`, `new2` …
private func plan(_ text: String, over stored: [Stakeholder] = []) throws -> ImportPlan<Stakeholder> {
  var count = 0
  let importer = RecordImport(
    known: KnownRecords(stored),
    newID: {
      count += 1
      return "new\(count)"
    })
  return try importer.plan(Array(text.utf8))
}

private func stakeholder(
  _ id: RecordID, _ name: String, _ emails: String..., set: (inout Stakeholder) -> Void = { _ in }
) -> Stakeholder {
  var stakeholder = Stakeholder(id: id)
  (stakeholder.version, stakeholder.name, stakeholder.emails) = (1, name, emails)
  set(&stakeholder)
  return stakeholder
}

/// A column that is left out beside the one that is read, and what its cells hold.
private func repeated(_ title: String, _ number: Int, of readTitle: String, _ readNumber: Int, _ cell: String)
  -> ImportRemarks.RepeatedColumn
{
  var column = ImportRemarks.RepeatedColumn(number: number, title: title, readTitle: readTitle)
  (column.readNumber, column.samples) = (readNumber, [cell])
  return column
}

@Suite struct ImportColumnTests {
  @Test(arguments: [
    "E-mail", "email address", "MAIL", "Emails", "电子邮件", "邮箱", " E_mail ", "e-mail addresses",
  ])
  func `Knows what people call a column`(_ header: String) throws {
    let plan = try plan("Name,\(header)\nAna,ana@example.org\n")
    #expect(plan.new.first?.emails == ["ana@example.org"])
    #expect(plan.unknownColumns.isEmpty)
  }

  @Test func `Reads a list in Chinese`() throws {
    let plan = try plan("姓名;国家;电话;语言\n王小明;中国;+86 10 0000;zh\n")
    let wang = try #require(plan.new.first)
    #expect((wang.name, wang.country, wang.phones, wang.languages) == ("王小明", "CN", ["+86 10 0000"], ["zh"]))
  }

  @Test func `Organisation is the name or the affiliation`() throws {
    #expect(try plan("Organisation\nCAS\n").new.first?.name == "CAS")
    let wang = try #require(try plan("Organisation,Full name\nCAS,Wang\n").new.first)
    #expect((wang.name, wang.affiliations) == ("Wang", [Affiliation(organization: "CAS")]))
  }

  @Test func `Unknown and repeated columns are reported`() throws {
    let plan = try plan("No.,Name,Name,Shoe size\n7,Ana,Ben,38\n")
    #expect(plan.unknownColumns == ["No.", "Shoe size"])
    #expect(plan.repeatedColumns == [repeated("Name", 3, of: "Name", 2, "Ben")])
    #expect(plan.new.map(\.name) == ["Ana"])
    #expect(plan.isComplete)
  }

  @Test func `A column repeats another by a synonym too`() throws {
    let plan = try plan("name,E-mail,邮箱\nAna,ana@example.org,x\n")
    #expect(plan.unknownColumns.isEmpty)
    #expect(plan.repeatedColumns == [repeated("邮箱", 3, of: "E-mail", 2, "x")])
  }

  @Test func `A missing column that has to be is named`() {
    #expect(throws: ImportFailure.columnMissing("name")) { try plan("id,email\n1,a@b.org\n") }
    #expect(throws: ImportFailure.file(.empty)) { try plan("") }
    #expect(throws: ImportFailure.columnMissing("id")) {
      try RecordImport<Activity>(known: KnownRecords([])).plan(Array("status\ndone\n".utf8))
    }
  }
}

@Suite struct ImportMatchTests {
  private let ana = stakeholder("1", "Ana", "ana@example.org") { $0.city = "Lima" }

  @Test func `New records keep their id or get one`() throws {
    let plan = try plan("id,name\ns-7,Ana\n,Ben\n")
    #expect(plan.new.map(\.id) == ["s-7", "new1"])
  }

  @Test func `An id finds the record`() throws {
    let plan = try plan("id,name,city\n1,Anna,Quito\n", over: [ana])
    let change = try #require(plan.changed.first)
    #expect(change.fields == ["name", "city"])
    #expect(change.before == ana)
    #expect((change.after.id, change.after.version, change.after.emails) == ("1", 1, ["ana@example.org"]))
  }

  @Test(arguments: ["ANA,ana@example.org", "Ána,ANA@example.org; other@example.org", "ana,"])
  func `Without an id name and email find it`(_ row: String) throws {
    let plan = try plan("name,email,city\n\(row),Quito\n", over: [ana])
    #expect(plan.new.isEmpty)
    #expect(plan.changed.first?.after.city == "Quito")
  }

  @Test func `Another email is another person`() throws {
    let plan = try plan("name,email\nAna,ana@other.org\n", over: [ana])
    #expect(plan.new.count == 1)
  }

  @Test(arguments: ["Amina Otieno", "Otieno Amina", "Otieno, Amina", "OTIENO  Amina"])
  func `One e-mail and one name in another order are one person`(_ written: String) throws {
    for known in ["Otieno, Amina", "Amina Otieno"] {
      let stored = stakeholder("a", known, "amina@example.org")
      let again = try plan("Name,Email,Phone\n\"\(written)\",amina@example.org,+254 1\n", over: [stored])
      #expect(again.new.isEmpty && again.changed.map(\.after.name) == [known])
      #expect(again.changed.map(\.fields) == [["phones"]])
      // The name alone is not enough, nor is another address.
      let other = written == known || written.uppercased() == written ? "Bo" : written
      let apart = try plan("Name,Email\n\"\(other)\",other@example.org\n", over: [stored])
      #expect(apart.new.count == 1 && apart.changed.isEmpty)
    }
    let twice = try plan("Name,Email\n\"Otieno, Amina\",a@example.org\n\"\(written)\",a@example.org\n")
    #expect(twice.new.count == 1 && twice.duplicates.count == 1)
  }

  @Test func `The words of a name in another order are another name where there is no address`() throws {
    let plan = try plan("Name\nWei Li\n", over: [stakeholder("a", "Li Wei")])
    #expect(plan.new.count == 1)
  }

  @Test func `Namesakes have to be told apart`() throws {
    let two = [stakeholder("1", "Ana"), stakeholder("2", "Ana")]
    let rejected = try plan("name,city\nAna,Quito\n", over: two).rejected
    #expect(rejected == [.init(line: 2, column: "name", problem: .ambiguous(2))])
    #expect(try plan("name,mail\nAna,ana@example.org\n", over: two + [ana]).unchanged == 1)
  }

  @Test func `A UID of another program finds the record whatever it is called`() throws {
    let known = stakeholder("1", "Ana") { $0.uids = ["u-1"] }
    let change = try #require(
      try plan("name,uids,city\nAnna Maria,u-1; u-9,Quito\n", over: [known]).changed.first)
    #expect((change.after.id, change.after.city, change.after.uids) == ("1", "Quito", ["u-1", "u-9"]))
    // Another UID is another person, but a record of whom no program says anything may be meant.
    #expect(try plan("name,uids\nAna,u-2\n", over: [known]).new.count == 1)
    #expect(try plan("name,uids\nAna,u-2\n", over: [stakeholder("1", "Ana")]).changed.count == 1)
  }

  @Test func `Rows of one UID are one, and namesakes with two UIDs are two`() throws {
    let one = try plan("name,uids\nAna,u-2\nAnna,u-2\nAna,u-2\n")
    #expect(one.new.map(\.name) == ["Ana"])
    #expect(
      one.duplicates == [
        .init(line: 3, firstLine: 2, isIdentical: false), .init(line: 4, firstLine: 2, isIdentical: true),
      ])
    #expect(try plan("name,uids\nAna,u-2\nAna,u-3\n").new.count == 2)
  }

  @Test func `Those in use go before those retired`() throws {
    let retired = stakeholder("2", "Ana") { $0.retired = Day("2015-01-01") }
    let plan = try plan("name,city\nAna,Quito\n", over: [retired, ana])
    #expect(plan.changed.map(\.after.id) == ["1"])
  }
}

/// What a list of somebody's says of a stored record is not all of it.
@Suite struct ImportJoiningTests {
  private let stored = stakeholder("1", "A One", "a@example.org") {
    ($0.phones, $0.notes, $0.tags, $0.uids) = (["+254 1"], "first", ["bees"], ["u-1"])
  }

  @Test(arguments: [
    "name,emails,phones,notes,tags", "Name,E-mail,Phone,Notes,Tags",
    "Full name,Email address,Telephone,Remarks,Keywords", "姓名,电子邮件,电话,备注,标签",
  ])
  func `Without an id it is added to lists and notes, under all headings`(_ header: String) throws {
    let plan = try plan(header + "\nA One,a@example.org,+254 9,second,birds\n", over: [stored])
    let after = try #require(plan.changed.first?.after)
    #expect(after.id == "1" && after.notes == "first; second")
    #expect(after.phones == ["+254 1", "+254 9"] && after.tags == ["bees", "birds"])
  }

  @Test func `So it is where a UID or the name alone finds the record`() throws {
    let byUID = try plan("name,uids,tags\nAnother,u-1,birds\n", over: [stored])
    #expect(byUID.changed.map(\.after.tags) == [["bees", "birds"]])
    let byName = try plan("name,phones\nA One,+254 9\n", over: [stored])
    #expect(byName.changed.map(\.after.phones) == [["+254 1", "+254 9"]])
  }

  @Test func `A row with the record's own id says all of it`() throws {
    let text = "id,name,emails,phones,notes,tags\n1,A One,a@example.org,+254 9,second,\n"
    let after = try #require(try plan(text, over: [stored]).changed.first?.after)
    #expect(after.phones == ["+254 9"] && after.notes == "second" && after.tags == [])
  }

  @Test(arguments: ["id,", ""])
  func `What a spreadsheet made of stored numbers, notes and tags is no change`(_ id: String) throws {
    let stored = stakeholder("1", "A One", "a@example.org") {
      ($0.phones, $0.notes, $0.tags) = (["+49 30 1234"], "1-2", ["007"])
    }
    let row = (id.isEmpty ? "" : "1,") + "A One,a@example.org,49301234,1-Feb,7\n"
    let plan = try plan("\(id)name,emails,phones,notes,tags\n\(row)", over: [stored])
    #expect(plan.unchanged == 1)
    #expect(plan.remarks.cellNotes.map(\.what) == [.asSheetsSpoil])
    #expect(plan.remarks.cellNotes.map(\.count) == [3])
  }

  @Test func `Of an older card is quoted what it says, and not what is stored besides`() throws {
    let known = KnownRecords<Stakeholder>(
      withIDs: { _ in [:] },
      named: { [stored] _, _ in Namesakes([Folding.folded(stored.name): [stored]]) },
      ages: { _ in FieldAges(others: 4_000_000_000) })
    let card =
      "BEGIN:VCARD\nVERSION:3.0\nFN:A One\nEMAIL:a@example.org\nTEL:+254 9\nREV:20200101T000000Z\nEND:VCARD\n"
    let plan = try RecordImport(known: known).plan(Array(card.utf8))
    #expect(plan.new.isEmpty)
    #expect(plan.remarks.cellNotes.filter { $0.column == "phones" }.map(\.cell) == ["+254 9"])
  }
}

@Suite struct ImportCellTests {
  private let ana = stakeholder("1", "Ana", "ana@example.org") { $0.city = "Lima" }

  @Test func `An absent column clears nothing`() throws {
    #expect(try plan("id,name\n1,Ana\n", over: [ana]).unchanged == 1)
  }

  @Test func `An empty cell clears where the id matched`() throws {
    let plan = try plan("id,name,city\n1,Ana,\n", over: [ana])
    #expect(plan.changed.first?.fields == ["city"])
    #expect(plan.changed.first?.after.city == "")
  }

  @Test func `An empty cell of a partial sheet leaves the value`() throws {
    #expect(try plan("name,city,email\nAna,,ana@example.org\n", over: [ana]).unchanged == 1)
  }

  @Test func `A short row says nothing of the rest`() throws {
    #expect(try plan("id,name,city\n1,Ana\n", over: [ana]).unchanged == 1)
  }

  @Test func `A required cell cannot be emptied`() throws {
    let missing = ImportPlan<Stakeholder>.Rejection(line: 2, column: "Name", problem: .value(.missing))
    #expect(try plan("id,Name,city\n1,,Lima\n", over: [ana]).rejected == [missing])
    #expect(try plan("Name,city\n,Lima\n").rejected == [missing])
  }
}

@Suite struct ImportRejectionTests {
  @Test func `Every mistake of a row has its line and column`() throws {
    let text = "Name,Mail,国家\nAna,ana@example.org,PE\n\"Be\nn\",ben,Narnia\nEva,eva@example.org,KE\n"
    let plan = try plan(text)
    #expect(plan.new.map(\.name) == ["Ana", "Eva"])
    #expect(
      plan.rejected == [
        .init(line: 3, column: "国家", problem: .value(.unknownCountry("Narnia"))),
        .init(line: 3, column: "Mail", problem: .value(.noAtSign("ben"))),
      ])
    #expect(plan.rejectedRows == 1)
    #expect(!plan.isComplete)
  }

  @Test func `Rows that are no CSV are rejected`() throws {
    let plan = try plan("name,city\nAna,Lima,x\n\"Ben,Quito\n")
    #expect(
      plan.rejected == [
        .init(line: 2, column: "", problem: .row(.wrongFieldCount(line: 2, found: 3, expected: 2))),
        .init(line: 3, column: "", problem: .row(.unclosedQuote(line: 3))),
      ])
  }

  @Test func `Months of affiliations are months, but for what is stored`() throws {
    func problems(_ cell: String, over stored: [Stakeholder] = []) throws -> [ImportProblem] {
      try plan("id,name,affiliations\na,Ana,\(cell)\n", over: stored).rejected.map(\.problem)
    }
    #expect(try problems("KIT | boss | 2015-13") == [.value(.malformedPartialDay("2015-13"))])
    #expect(try problems("KIT | boss | 2015-12 | 2016-02-31") == [.value(.malformedPartialDay("2016-02-31"))])
    for fine in ["KIT | boss | 2015-12", "KIT | boss | spring 2015", "KIT | boss | | 2016", "KIT 2015-13"] {
      #expect(try problems(fine).isEmpty, "\(fine)")
    }
    let odd = stakeholder("a", "Ana") { $0.affiliations = [.init(organization: "KIT", from: "2015-13")] }
    #expect(try problems("KIT | | 2015-13; WWF | | 2016", over: [odd]).isEmpty)
  }

  @Test func `A sum without an amount comes in and is said`() throws {
    let importer = RecordImport<BudgetLine>(known: KnownRecords([]))
    let plan = try importer.plan(
      Array("id,name,amount,share_of\na,Visit,,\nb,Share,,deliverable 1(c)\nc,Print,5,\nd,Film,,\n".utf8))
    #expect(plan.new.count == 4 && plan.rejected.isEmpty)
    #expect(plan.remarks.cellNotes.map(\.what) == [.noAmount, .assumedCurrency("USD")])
    #expect(plan.remarks.cellNotes.map(\.lines) == [[2, 5], [4]])
  }

  @Test func `Contradictions and rules reject`() throws {
    let importer = RecordImport<Activity>(
      known: KnownRecords([]), rule: { $0.owner == "nobody" ? .init(field: "owner", problem: .missing) : nil }
    )
    let text = "id,Due,start,Responsible\nt1.a,2015-01-01,2015-02-01,\nt1.b,,,nobody\nt9.z,,,\n"
    let plan = try importer.plan(Array(text.utf8))
    #expect(
      plan.rejected == [
        .init(line: 2, column: "Due", problem: .value(.endBeforeStart)),
        .init(line: 3, column: "Responsible", problem: .value(.missing)),
        .init(line: 4, column: "name", problem: .value(.missing)),
      ])
  }

  @Test func `A launch cell has three columns for its ID`() throws {
    let text =
      "launch,activity,month,state\npollination,t2.1,2016-01,done\npollination,t2.1,May,\n,t2.1,2016-01,\n"
    let plan = try RecordImport<LaunchCell>(known: KnownRecords([])).plan(Array(text.utf8))
    #expect(plan.new.map(\.id) == ["pollination/t2.1/2016-01"])
    #expect(
      plan.rejected == [
        .init(line: 3, column: "month", problem: .value(.malformedSlot("May"))),
        .init(line: 4, column: "launch", problem: .value(.missing)),
      ])
  }

  @Test func `A record comes once in a file`() throws {
    let plan = try plan("id,name,city\n1,Ana,Lima\n1,Ana,Quito\n1,Ana,Lima\n,ana,\n,Ben,\n,Ben,\n")
    #expect(plan.new.map(\.name) == ["Ana", "Ben"])
    #expect(
      plan.duplicates == [
        .init(line: 3, firstLine: 2, isIdentical: false), .init(line: 4, firstLine: 2, isIdentical: true),
        .init(line: 5, firstLine: 2, isIdentical: false), .init(line: 7, firstLine: 6, isIdentical: true),
      ])
    #expect(!plan.isComplete)
  }

  @Test func `Many rows are asked for in batches`() throws {
    var questions: [Int] = []
    let known = KnownRecords<Stakeholder>(withIDs: {
      questions.append($0.count)
      return [:]
    })
    let rows = (0..<1200).map { "s\($0),Name \($0)\n" }.joined()
    let plan = try RecordImport(known: known).plan(Array(("id,name\n" + rows).utf8))
    #expect(plan.new.count == 1200)
    #expect(questions == [500, 500, 200])
  }
}
