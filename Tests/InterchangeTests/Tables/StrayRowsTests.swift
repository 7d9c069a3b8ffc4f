import Model
import Testing

@testable import Interchange

/// Rows of a table that are none of its records are told by their evidence, and named.
@Suite struct StrayRowsTests {
  /// The names of the records, and what was said of the rows.
  private func read(_ text: String) throws -> (names: [String], notes: [CSVNote]) {
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(Array(text.utf8))
    return (plan.new.map(\.name), plan.notes)
  }

  @Test(arguments: [
    "Total", "TOTAL:", "Итого", "合计", "المجموع", "Total général", "Somme", "Suma", "Summe", "Total Africa",
  ])
  func `A row of sums is left out in any language`(_ word: String) throws {
    let (names, notes) = try read("name,people,cost\nAna,3,1200.50\nBo,4,99.50\n\(word),7,\"1,300.00\"\n")
    #expect(names == ["Ana", "Bo"])
    #expect(notes == [.total(line: 4, text: word)])
  }

  @Test(arguments: ["Total: 2,,", "Total 2,,", "Total,2,", ",Total,2"])
  func `A count of the rows is one too`(_ row: String) throws {
    let (names, notes) = try read("name,city,notes\nAna,Bonn,x\nBo,Lima,y\n\(row)\n")
    #expect(names == ["Ana", "Bo"] && notes.count == 1)
  }

  @Test func `Sums of parts and of all are both left out`() throws {
    let text = "name,people\nAna,3\nBo,4\nSubtotal,7\nCy,5\nSubtotal,5\nGrand total,12\n"
    let (names, notes) = try read(text)
    #expect(names == ["Ana", "Bo", "Cy"])
    #expect(notes.map(\.line) == [4, 6, 7])
  }

  @Test(arguments: [
    "Total,12 Acacia Road,3", "Total,,+41 22 000 00 00", "Total,,", "Total Energies,Paris,",
    "Sum Siu Wing,,7",
    "Suma,Lima,7", "合计公司,,7",
  ])
  func `An organization that is called so is a record`(_ row: String) throws {
    let (names, notes) = try read("name,city,phones\nAna,Bonn,3\nBo,Lima,4\n\(row)\n")
    #expect(names.count == 3)
    #expect(!notes.contains { if case .total = $0 { true } else { false } })
  }

  @Test func `Numbers that are no sum of anything leave a record, and it is named`() throws {
    let (names, notes) = try read("name,people\nAna,3\nBo,4\nTotal,99\n")
    #expect(names == ["Ana", "Bo", "Total"])
    #expect(notes == [.maybeTotal(line: 4, text: "Total")])
  }

  @Test func `Another table with headings that nobody knows is told by words where numbers stood`() throws {
    let (names, notes) = try read(
      "name,phones,emails\nAna,+1 22,a@example.org\nBo,+1 33,b@example.org\nEv,+1 44,c@example.org\n\n"
        + "Budget line,Owner,Remark\nPrinting,Ana,none yet\nHall,Bo,booked\n")
    #expect(names == ["Ana", "Bo", "Ev"])
    #expect(notes == [.otherTable(line: 6, rows: 2)])
  }

  @Test func `A person behind a blank row whose number is not known is a person`() throws {
    let (names, _) = try read("name,phones\nAna,+1 22\nBo,+1 33\nEv,+1 44\n\nJo,unknown\nCy,+1 55\n")
    #expect(names == ["Ana", "Bo", "Ev", "Jo", "Cy"])
  }

  @Test func `Headings of files that were joined are left out`() throws {
    let (names, notes) = try read("name,E-mail\nAna,ana@example.org\nName,e-mail\nBo,bo@example.org\n")
    #expect(names == ["Ana", "Bo"])
    #expect(notes == [.headingsAgain(line: 3)])
  }

  @Test
  func
    `Another table behind blank rows is left out whole, and the first one goes on where its headings stand`()
    throws
  {
    let text = """
      name,city,country
      Ana,Bonn,DE
      ,,

      Country,E-mail,Topic
      KE,w@example.org,Soils
      PE,v@example.org,Bees
      name,city,country
      Bo,Lima,PE
      """
    let (names, notes) = try read(text)
    #expect(names == ["Ana", "Bo"])
    #expect(notes == [.otherTable(line: 5, rows: 2), .headingsAgain(line: 8)])
  }

  @Test func `The rows of another table are counted`() throws {
    let (names, notes) = try read(
      "name,city\nAna,Bonn\n\nCountry,E-mail,Name\nKE,k@example.org,Kay\nPE,p@example.org,Pia\n")
    #expect(names == ["Ana"])
    #expect(notes == [.otherTable(line: 4, rows: 2)])
  }

  @Test func `Blank rows between records part nothing`() throws {
    let (names, notes) = try read(
      "kind,name,channels\norganization,Forum,email\n\n\norganization,Website,email\n,Bo,\n")
    #expect(names == ["Forum", "Website", "Bo"] && notes == [.lone(line: 6, text: "Bo")])
  }

  @Test func `Numbers of columns, headings in a second language and dashes are no records`() throws {
    let (names, notes) = try read("name,city,country\n1,2,3\nAna,Bonn,DE\n---,---,---\nBo,Lima,PE\n")
    #expect(names == ["Ana", "Bo"] && notes == [.ornament(line: 2), .ornament(line: 4)])
    let second = try read("name,city,country\n姓名,城市,国家\nAna,Bonn,DE\n")
    #expect(second.names == ["Ana"] && second.notes == [.headingsAgain(line: 2)])
  }

  @Test(arguments: ["(1),(2),(3)", "1.,2.,3.", "[1],[2],[3]"])
  func `Numbers of columns may be in brackets`(_ row: String) throws {
    let (names, notes) = try read("name,city,notes\n\(row)\nAna,Bonn,x\n")
    #expect(names == ["Ana"] && notes == [.ornament(line: 2)])
  }

  @Test(arguments: [
    "Source: WHO", "Sources : INSEE", "Note. Provisional", "Note 2 – provisional", "* Provisional",
    "Page 1 of 3", "n = 12", "Nombre de réponses : 12", "Источник: МПБ", "Примечание: оценка", "来源：统计局",
    "注：暂定", "المصدر: المكتب", "Fuente: INE", "Nota: provisional",
  ])
  func `A footnote is no record`(_ text: String) throws {
    let (names, notes) = try read("name,city,notes\nAna,Bonn,x\nBo,Lima,y\n\(text),,\n")
    #expect(names == ["Ana", "Bo"])
    #expect(notes == [.footnote(line: 4, text: text)])
  }

  @Test(arguments: [
    "AFRICA", "Notre Dame", "注册中心", "Nota Bene Foundation", "Source Water Forum", "Pages of Ana",
  ])
  func `A row of one cell is a record, and is named`(_ text: String) throws {
    let (names, notes) = try read("name,city,notes\nAna,Bonn,x\nBo,Lima,y\n\(text),,\n")
    #expect(names == ["Ana", "Bo", text])
    #expect(notes == [.lone(line: 4, text: text)])
  }

  @Test func `Where most rows have one cell nothing is said of them`() throws {
    let (names, notes) = try read("name,city,notes\nAna,,\nBo,,\nCy,Lima,\n")
    #expect(names == ["Ana", "Bo", "Cy"] && notes.isEmpty)
  }

  @Test func `A list of one column takes every word`() throws {
    let (names, notes) = try read("name\nTotal\nName\nSum\n")
    #expect(names == ["Total", "Name", "Sum"])
    #expect(notes.allSatisfy { if case .maybeTotal = $0 { true } else { false } })
  }

  @Test func `Sums stay out of what a mapping is guessed from`() throws {
    let survey = try FileSurvey(ImportFile(bytes: Array("First name,Points\nAna,3\nBo,4\nTotal,7\n".utf8)))
    #expect(survey.rows.map { $0[0] } == ["Ana", "Bo"])
  }

  @Test func `Rows below a blank one that nothing ties to the table are named`() throws {
    let (names, notes) = try read("name,affiliations\nAna,IUCN\nBo,WWF\n\nMeeting,Place\nKick-off,Bonn\n")
    #expect(names == ["Ana", "Bo", "Meeting", "Kick-off"])
    #expect(notes == [.belowBlank(line: 5)])
  }

  @Test func `Addresses below addresses are of the table, and many blank rows part none`() throws {
    let tied = try read("name,emails\nAna,ana@example.org\n\nBo,bo@example.org\n")
    #expect(tied.names == ["Ana", "Bo"] && tied.notes.isEmpty)
    let rows = ["Ana,IUCN", "Bo,WWF", "Cy,FAO", "Di,UNEP", "Ed,UNDP"]
    let spaced = try read("name,affiliations\n" + rows.joined(separator: "\n\n") + "\n")
    #expect(spaced.names.count == 5 && spaced.notes.isEmpty)
  }

  @Test func `A table that stands on end is refused, with what stands in its first column`() throws {
    let text = "Name,Ana Silva,Bo Li\nE-mail,ana@example.org,bo@example.org\nCountry,Brazil,China\n"
    #expect(throws: ImportFailure.upright(["Name", "E-mail", "Country"])) { try read(text) }
    #expect(try read("Name,Country\nAna,Brazil\nBo,China\nCountry House,Kenya\n").names.count == 3)
  }
}
