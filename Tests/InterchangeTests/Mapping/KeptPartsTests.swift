import Model
import Testing

@testable import Interchange

/// What columns say of people beside what has a field of its own is kept.
@Suite struct KeptPartsTests {
  @Test(arguments: [
    (
      "First Name,Last Name,E-mail Address,Business Street,Business City,Business Country/Region,Home City,"
        + "Home Country/Region\nJan,Kowal,j@example.pl,ul. Lesna 5,Warszawa,Poland,Gdansk,Germany",
      "ul. Lesna 5, Warszawa, Poland; Gdansk, Germany"
    ),
    (
      "First Name,Last Name,Primary Email,Display Name,Work City,Work Country,Home City,Home Country\n"
        + "Jan,Kowal,j@example.pl,,Warszawa,Poland,Gdansk,Germany", "Gdansk, Germany"
    ),
    ("Name,Country,Home country\nAna,Kenya,Tanzania", "Tanzania"),
  ]) func `A second place without a street is an address`(_ text: String, _ addresses: String) throws {
    #expect(try MappedFile(text + "\n")[0, "addresses"] == addresses)
  }

  @Test func `A middle name and a suffix beside a whole name`() throws {
    let file = try MappedFile("Name,Middle Name,Suffix,Email\nAna Uno,Maria,PhD,a@example.org\n")
    #expect(file[0, "name"] == "Ana Uno, PhD" && file[0, "aliases"] == "")
    #expect(file[0, "notes"] == "Middle name: Maria")
    #expect(try MappedFile("Surname,Suffix\nUno,PhD\n")[0, "name"] == "Uno, PhD")
  }

  @Test func `An address that stands there whole and in parts is one`() throws {
    let file = try MappedFile(
      """
      Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Address 1 - Type,Address 1 - Formatted,\
      Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,\
      Address 1 - Country
      Jo Doe,Jo,Doe,* Home,jo@example.com,Home,"12 Main St
      Springfield, IL 62701
      US",12 Main St,Springfield,,IL,62701,US
      Al Lee,Al,Lee,* Home,al@example.com,Home,"5 Elm St, Boston",,,,,,
      Bo Ek,Bo,Ek,* Home,bo@example.com,Home,"Care of Ann
      1 Oak St",1 Oak St,,,,,
      """)
    #expect(file[0, "addresses"] == "12 Main St, Springfield, IL 62701, US")
    #expect(file[1, "addresses"] == "5 Elm St, Boston")
    #expect(file[2, "addresses"] == "Care of Ann, 1 Oak St")
  }

  @Test func `An address of an Exchange server alone is a note`() throws {
    let file = try MappedFile(
      "First Name,Last Name,E-mail Address,E-mail Type,E-mail Display Name\nSeed,Keeper,/o=ExchangeLabs/cn=1,EX,Seed\n"
    )
    #expect(file[0, "emails"] == "" && file[0, "notes"] == "E-mail: /o=ExchangeLabs/cn=1")
  }

  @Test func `A department alone is a note`() throws {
    #expect(try MappedFile("Name,Email,Department\nAna,a@example.org,Forests\n")[0, "notes"] == "Forests")
  }

  @Test func `Readings that are no other way to write a name are notes`() throws {
    let file = try MappedFile(
      "First Name,Last Name,Phonetic First Name,Phonetic Last Name,File As,E-mail 1 - Label\n"
        + "Thandiwe,Banda,Tan-dee-way,Ban-da,,\n由紀,田中,ゆき,たなか,,\n承宇,周,Chengyu,Zhou,,\n")
    #expect(file.rows.map { $0["notes"] } == ["Reading: Ban-da Tan-dee-way", "Reading: たなか ゆき", nil])
  }

  @Test func `Several groups in one cell of CiviCRM`() throws {
    let file = try MappedFile(
      "Contact ID,Contact Type,Display Name,First Name,Last Name,Group(s),Tag(s),Organization Name,Current Employer\n"
        + "1,Individual,Ana Uno,Ana,Uno,\"Newsletter,Rangers\",\"Mammals,Parks,\",Trust B,Trust C\n"
        + "2,Individual,Bo Dos,Bo,Dos,,,Trust A,Trust A\n")
    #expect(file[0, "tags"] == "Newsletter; Rangers; Mammals; Parks")
    #expect(file[0, "affiliations"] == "Trust B; Trust C" && file[1, "affiliations"] == "Trust A")
  }

  @Test(arguments: [
    "Organization,Country,Email\nSeed Trust,Kenya,info@example.org",
    "Name,Organization,Email\n,Seed Trust,i@example.org",
    "Organisation,Contact person,Email\nSeed Trust,,i@example.org",
    "Company Name,Email\nSeed Trust,i@example.org",
    "机构,电子邮件\nSeed Trust,i@example.org",
  ]) func `An organization without anybody is one itself`(_ text: String) throws {
    let file = try MappedFile(text + "\n")
    #expect(
      file[0, "name"] == "Seed Trust" && file[0, "kind"] == "organization" && file[0, "affiliations"] == "")
  }

  @Test(arguments: [
    ("Organization Name", "affiliations organization"), ("Account Name", "affiliations organization"),
    ("Functional title", "affiliations role"), ("Position/Title", "affiliations role"),
    ("Given names", "name given"), ("Country of residence", "country"), ("Contact email", "emails"),
    ("Website URL", "links"), ("Country/Organization", "affiliations or-country"),
  ]) func `Headings of registrations and customer systems`(_ title: String, _ target: String) throws {
    #expect(try MappedFile("Last name,First name,\(title)\nUno,Ana,x\n").target(title).hasPrefix(target))
  }

  @Test func `A column of countries and organizations`() throws {
    let file = try MappedFile(
      "Country/Organization,FAMILY NAME,First name\nAlbania,HOXHA,Elira\nForest Forum,SMITH,Pat\n")
    #expect(file[0, "country"] == "AL" && file[0, "affiliations"] == "")
    #expect(file[1, "country"] == "" && file[1, "affiliations"] == "Forest Forum")
  }

  @Test func `Outlook in German`() throws {
    let file = try MappedFile(
      "Vorname,Nachname,Firma,Straße geschäftlich,Straße geschäftlich 2,Ort geschäftlich,Postleitzahl geschäftlich,"
        + "Land/Region geschäftlich,Ort privat,Fax geschäftlich,E-Mail-Adresse,E-Mail-Typ,Kategorien\n"
        + "Käthe,Müller,Amt,Beispielweg 1,Hof,Bonn,53179,Deutschland,Wien,+49 1,k@example.de,SMTP,Moore;Wälder\n"
    )
    #expect(file.mapping.preset == .outlook)
    #expect(file[0, "addresses"] == "Beispielweg 1, Hof, 53179 Bonn, Deutschland; Wien")
    #expect(file[0, "tags"] == "Moore; Wälder" && file[0, "notes"] == "Fax geschäftlich: +49 1")
  }

  @Test func `A list with an e-mail address is not Outlook's for that`() throws {
    let file = try MappedFile("First Name,Last Name,Email Address,Affiliation\nAna,Uno,a@example.org,X\n")
    #expect(file.mapping.preset == nil && file[0, "affiliations"] == "X")
  }

  @Test(arguments: [
    ("Bahamas (the)", "BS"), ("Korea, South", "KR"), ("Korea, North", "KP"), ("Dominican Rep.", "DO"),
    ("Congo, Democratic Republic of the", "CD"), ("The Gambia", "GM"),
  ]) func `Countries as lists in the order of letters have them`(_ text: String, _ code: String) {
    #expect(Wordings.country(text) == code)
  }

  @Test func `Words for both, for nothing, and several addresses in a cell`() throws {
    let text =
      "Name,Role,Gender,Languages,Emails\nAna,Both,n/a,\"German, Dari\",\"a@example.org,b@example.org\"\n"
      + "Bo,-,-,Castilian,Bo Ek <bo@example.org>\n0,,,,z@example.org\n"
    var rows = try TableRows<Stakeholder>(ImportFile(bytes: Array(text.utf8)))
    var read: [[String: String]] = []
    while let row = try rows.next() {
      let pairs = zip(rows.columns, row.cells).compactMap { column, cell in
        cell.map { (column.field ?? "", $0) }
      }
      read.append(Dictionary(uniqueKeysWithValues: pairs))
    }
    #expect(read.map { $0["roles"] } == ["contributor; end-user", nil, ""])
    #expect(read.map { $0["gender"] } == [nil, nil, ""])
    #expect(read.map { $0["languages"] } == ["de; prs", "es", ""])
    #expect(read.map { $0["emails"] } == ["a@example.org; b@example.org", "bo@example.org", "z@example.org"])
    #expect(read.last?["name"] == nil)
  }
}
