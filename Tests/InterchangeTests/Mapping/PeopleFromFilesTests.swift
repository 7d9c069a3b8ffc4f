import Interchange
import Model
import Testing

/// What cards and lists of other programs say of a person is kept, or said.
@Suite struct PeopleFromFilesTests {
  private func card(_ lines: String..., version: String = "3.0") -> String {
    "BEGIN:VCARD\r\nVERSION:\(version)\r\n" + lines.joined(separator: "\r\n") + "\r\nEND:VCARD\r\n"
  }

  private func people(_ text: String) throws -> [Stakeholder] {
    try readCards(text).records(as: Stakeholder.self)
  }

  private func person(_ lines: String..., version: String = "3.0") throws -> Stakeholder {
    let text = "BEGIN:VCARD\r\nVERSION:\(version)\r\n" + lines.joined(separator: "\r\n") + "\r\nEND:VCARD\r\n"
    return try #require(try people(text).first)
  }

  private func listed(_ text: String) throws -> (people: [Stakeholder], remarks: ImportRemarks) {
    let file = ImportFile(bytes: Array(text.utf8))
    let rows = try ReadRows(MappedRows(file, FileSurvey(file).mapping()))
    return (try rows.records(as: Stakeholder.self), rows.remarks)
  }

  // MARK: Cards

  @Test func `Two cards in one line are two people`() throws {
    let glued = (card("FN:Ada Okoro", "EMAIL:ada@example.org") + card("FN:Bo Lind", "TEL:+46 8 000"))
      .replacing("END:VCARD\r\nBEGIN", with: "END:VCARDBEGIN")
    let people = try people(glued)
    #expect(people.map(\.name) == ["Ada Okoro", "Bo Lind"])
    #expect(
      people.map(\.emails) == [["ada@example.org"], []] && people.map(\.phones) == [[], ["+46 8 000"]])
  }

  @Test(arguments: ["\r\r\n ", "\r\n\r\n ", "\n\n\n "])
  func `Line ends that a mailer doubled cut no value`(_ fold: String) throws {
    let person = try person(
      "FN:Amina Otieno", "EMAIL:amina@exam\(fold)ple.org", "NOTE:maps of\(fold) the wetlands")
    #expect(person.emails == ["amina@example.org"] && person.notes == "maps of the wetlands")
  }

  @Test func `A shown name that says more than its parts is another name`() throws {
    let person = try person("N:Otieno;Amina;;;", "FN:Mama Wanjiru (Friends of the Mau Forest)")
    #expect(person.name == "Otieno, Amina")
    #expect(person.aliases == ["Mama Wanjiru (Friends of the Mau Forest)"])
    #expect(try self.person("N:Otieno;Amina;;Dr;", "FN:Dr Amina Otieno").aliases == [])
    #expect(try self.person("N:周;承宇;;;", "FN:周承宇").aliases == [])
  }

  @Test func `Names in two scripts are both kept`() throws {
    let latin = try person("FN:周承宇", "N:Zhou;;;;")
    #expect(latin.name == "周承宇" && latin.aliases == ["Zhou"])
    let read = try person(
      "FN:周承宇", "N:周;承宇;;;", "X-PHONETIC-FIRST-NAME:Chengyu", "X-PHONETIC-LAST-NAME:Zhou")
    #expect(read.name == "Zhou Chengyu" && read.nativeName == "周承宇" && read.isFamilyFirst)
    let kana = try person(
      "FN:山田太郎", "N:山田;太郎;;;", "X-PHONETIC-FIRST-NAME:タロウ", "X-PHONETIC-LAST-NAME:ヤマダ")
    #expect(kana.name == "山田太郎" && kana.notes == "Reading: ヤマダ タロウ")
  }

  @Test func `The person on the card of a company is its contact`() throws {
    let trust = try person("N:Otieno;Amina;;;", "FN:Miombo Trust", "ORG:Miombo Trust;", "X-ABShowAs:COMPANY")
    #expect(trust.name == "Miombo Trust" && Stakeholder.field("kind")?.read(trust) == "organization")
    #expect(trust.notes == "Contact: Otieno, Amina")
  }

  @Test func `Lists inside a name are lists, and a protected comma is a comma`() throws {
    #expect(
      try person("FN:Simone Perrault", "N:Perrault;Simone;Anne,Marie;;ing. jr,M.Sc.", version: "4.0").name
        == "Perrault, Simone Anne Marie, ing. jr, M.Sc.")
    #expect(try person("FN:Richter\\, James", "N:Richter\\, James;;;;").name == "Richter, James")
    #expect(try person("FN:Amina\\nOtieno").name == "Amina Otieno")
  }

  @Test func `abook's wrong parts of a name are not believed`() throws {
    #expect(try person("FN:Cher", "N:Cher;Cher").name == "Cher")
    #expect(try person("FN:Müller, Jürgen", "N:Jürgen;Müller,").name == "Müller, Jürgen")
  }

  @Test func `A label without an address of its own is one`() throws {
    let person = try person(
      "N:Otieno;Amina", "FN:Amina Otieno", "ADR;WORK:;;12 Acacia Road;Nairobi;;00100;Kenya",
      "LABEL;HOME:7 Lake View, Kisumu 40100", "LABEL;WORK:12 Acacia Road, Nairobi", version: "2.1")
    #expect(person.addresses == ["12 Acacia Road, 00100 Nairobi, Kenya", "7 Lake View, Kisumu 40100"])
  }

  @Test func `An address that is none is a note, and the rest of the card comes in`() throws {
    let person = try person("FN:Amina Otieno", "EMAIL:amina@example.org", "EMAIL:see website", "TEL:+000 11")
    #expect(person.emails == ["amina@example.org"] && person.phones == ["+000 11"])
    #expect(person.notes == "E-mail: see website")
  }

  @Test func `A fax by its label is no telephone`() throws {
    let person = try person(
      "FN:A B", "TEL;TYPE=CELL:+000 01", "item1.TEL:+000 09", "item1.X-ABLabel:_$!<WorkFAX>!$_")
    #expect(person.phones == ["+000 01"] && person.notes == "Fax: +000 09")
  }

  @Test func `Outlook's own telephones are telephones, but for the assistant's`() throws {
    let person = try person(
      "FN:A B", "TEL:+000 01", "X-MS-TEL;VOICE;CALLBACK:+000 02", "X-MS-TEL;VOICE;ASSISTANT:+000 03")
    #expect(person.phones == ["+000 01", "+000 02"] && person.notes == "Assistant: +000 03")
  }

  @Test func `What the card says of itself is kept or counted`() throws {
    let read = try readCards(
      card(
        "FN:Amina \\\"Mina\\\" Otieno", "CLASS:CONFIDENTIAL", "FBURL:https://example.org/free",
        "MAILER:Example",
        "X-EVOLUTION-FILE-AS:Amina the Elder", "X-EVOLUTION-BLOG-URL:https://blog.example.org"))
    let person = try #require(try read.records(as: Stakeholder.self).first)
    #expect(person.name == "Amina \"Mina\" Otieno" && person.notes == "Class: CONFIDENTIAL")
    #expect(person.sortName == "Amina the Elder" && person.links == ["https://blog.example.org"])
    #expect(read.remarks.leftOut == ["FBURL": 1, "MAILER": 1])
  }

  @Test func `A card is known again by the UID of its program, whatever it says by then`() throws {
    func plan(_ text: String, _ stored: [Stakeholder]) throws -> ImportPlan<Stakeholder> {
      try RecordImport(known: KnownRecords(stored)).plan(Array(text.utf8))
    }
    let first = card("UID:5f3c", "FN:Ana Rui", "N:Rui;Ana", "EMAIL:ana@example.org")
    let stored = try plan(first, []).new
    #expect(stored.map(\.id).allSatisfy { $0.hasPrefix("uid-") })
    #expect(try plan(first, stored).unchanged == 1)
    let married = card("UID:5f3c", "FN:Ana Silva", "N:Silva;Ana", "EMAIL:ana.silva@example.org")
    let changed = try plan(married, stored)
    #expect(changed.new.isEmpty && changed.changed.map(\.after.name) == ["Silva, Ana"])
    #expect(changed.changed.first?.after.emails == ["ana@example.org", "ana.silva@example.org"])
    // Somebody who came by a list before has no such id, and is found by the name.
    var listed = Stakeholder(id: "a-1")
    listed.name = "Rui, Ana"
    let found = try plan(first, [listed]).changed.map(\.after)
    #expect(found.map(\.id) == ["a-1"] && found.map(\.uids) == [["5f3c"]])
    // From now on the record is known by that UID, not by its name.
    let renamed = try plan(married, found)
    #expect(renamed.new.isEmpty && renamed.changed.map(\.after.id) == ["a-1"])
    #expect(renamed.changed.first?.after.name == "Silva, Ana")
  }

  @Test func `Another address book knows the same person by another UID, and both lead there`() throws {
    func plan(_ text: String, _ stored: [Stakeholder]) throws -> ImportPlan<Stakeholder> {
      try RecordImport(known: KnownRecords(stored)).plan(Array(text.utf8))
    }
    let mail = "EMAIL:ana@example.org"
    let stored = try plan(card("UID:one", "FN:Ana Rui", mail), []).new
    let both = try plan(card("UID:two", "FN:Ana Rui", mail), stored).changed.map(\.after)
    #expect(both.map(\.uids) == [["one", "two"]])
    for uid in ["one", "two"] {
      let renamed = try plan(card("UID:\(uid)", "FN:Ana Silva"), both)
      #expect(renamed.changed.map(\.after.id) == both.map(\.id))
    }
    // Somebody of the same name whom no e-mail tells apart is somebody else where a program says so.
    #expect(try plan(card("UID:three", "FN:Ana Rui"), both).new.count == 1)
  }

  @Test(arguments: [
    ("urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("Urn:Uuid:not-one", "Urn:Uuid:not-one"), (" 5F3C ", "5F3C"), ("a;b", "a;b"),
  ]) func `A UUID is the same in a URN and in capitals`(_ text: String, _ uid: String) throws {
    #expect(try ForeignUID.checked(text) == uid)
  }

  @Test func `Three people of one name with three UIDs are three`() throws {
    let cards = (1...3).map { card("UID:wang-\($0)", "FN:Wang Wei", "TEL:+86 0\($0)") }.joined()
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(Array(cards.utf8))
    #expect(plan.new.count == 3 && plan.isComplete)
    #expect(try RecordImport(known: KnownRecords(plan.new)).plan(Array(cards.utf8)).unchanged == 3)
  }

  @Test func `A card of 30,000 telephones takes no longer for each than one of ten`() throws {
    let phones = (0..<30_000).map { "TEL:+000 \($0)" }.joined(separator: "\r\n")
    #expect(try person("FN:A B", phones).phones.count == 30_000)
  }

  // MARK: Lists

  @Test func `City and country beside a street are parts of the address`() throws {
    let head = "First Name,Last Name,Street Address,City,State,Postal Code,Country\n"
    let people = try listed(
      head + """
        Amina,Otieno,12 Acacia Road,Nairobi,,00100,Kenya
        Bo,Lee,12 High Street,Springfield,IL,62701,United States of America
        Cy,May,"12 High Street, Flat 3",Leeds,,LS1 1AA,United Kingdom
        Ed,Poe,,Calgary,Alberta,,Canada
        Fay,Orr,,Lyon,,,France

        """
    ).people
    #expect(
      people.map(\.addresses) == [
        ["12 Acacia Road, 00100 Nairobi, Kenya"],
        ["12 High Street, Springfield, IL 62701, United States of America"],
        ["12 High Street, Flat 3, Leeds, LS1 1AA, United Kingdom"], ["Calgary, Alberta, Canada"], [],
      ])
    #expect(people.map(\.city) == ["Nairobi", "Springfield", "Leeds", "Calgary", "Lyon"])
    #expect(people.map(\.country) == ["KE", "US", "GB", "CA", "FR"])
  }

  @Test(arguments: [
    (
      "氏名,メール,電話,会社,国,住所", "山田 花子,hanako@example.org,+81 3 0000,森林研究所,日本,東京都港区1-2",
      "山田 花子 | hanako@example.org | +81 3 0000 | 森林研究所 | JP | 東京都港区1-2"
    ),
    (
      "姓,名,メールアドレス,郵便番号,都道府県,市区町村,番地", "山田,花子,h@example.org,105-0001,東京都,港区,1-2",
      "山田花子 | h@example.org |  |  |  | 105-0001 東京都港区1-2"
    ),
    (
      "Nachname,Vorname,Firma,Telefon,E-Mail,Straße,PLZ,Ort",
      "Weber,Anna,Moorverein,+49 30 00,a@example.org,Hauptstr. 5,10115,Berlin",
      "Weber, Anna | a@example.org | +49 30 00 | Moorverein |  | Hauptstr. 5, 10115 Berlin"
    ),
    (
      "Nombre completo,Correo electrónico,Calle,Número,Piso,Código postal,Ciudad",
      "Ana Ruiz,ana@example.org,Calle Mayor,5,3º B,28013,Madrid",
      "Ana Ruiz | ana@example.org |  |  |  | Calle Mayor 5, 3º B, 28013 Madrid"
    ),
    (
      "No.,姓名,邮箱,省,市,区,街道", "7,王小明,w@example.org,江苏省,南京市,鼓楼区,中山路1号",
      "王小明 | w@example.org |  |  |  | 江苏省南京市鼓楼区中山路1号"
    ),
    (
      "No.,Name,Email,Street address,City", "7,Ana Ruiz,ana@example.org,12 Acacia Road,Nairobi",
      "Ana Ruiz | ana@example.org |  |  |  | 12 Acacia Road, Nairobi"
    ),
  ]) func `Headings in other languages, and what belongs to a street`(
    _ titles: String, _ cells: String, _ said: String
  ) throws {
    let person = try #require(try listed("\(titles)\n\(cells)\n").people.first)
    let found = [
      person.name, person.emails.first ?? "", person.phones.first ?? "",
      person.affiliations.first?.organization ?? "", person.country, person.addresses.first ?? "",
    ]
    #expect(found.joined(separator: " | ") == said)
  }

  @Test func `A Chinese address goes from the whole to the part`() throws {
    let head = "姓,名,街道,城市,省,邮政编码,国家\n"
    #expect(
      try listed(head + "周,承宇,西山路12号,昆明市,云南省,650000,中国\n").people.map(\.addresses)
        == [["650000 中国 云南省昆明市西山路12号"]])
  }

  @Test func `A second column of the same title is of somebody else, and said`() throws {
    let read = try listed(
      "First Name,Last Name,Email,Assistant First Name,Last Name\nAmina,Otieno,a@b.example,Peter,Kamau\n")
    #expect(read.people.map(\.name) == ["Otieno, Amina"])
    #expect(read.remarks.unknownColumns == ["Assistant First Name"])
    #expect(read.remarks.repeatedColumns.map(\.number) == [5])
    #expect(read.remarks.repeatedColumns.map(\.samples) == [["Kamau"]])
  }

  @Test func `A list of addresses alone is a list of people called by them`() throws {
    #expect(
      try listed("Primary Email\namina@example.org\nbo@example.org\n").people.map(\.name)
        == ["amina@example.org", "bo@example.org"])
  }

  @Test func `Two names side by side are never one person with both addresses`() throws {
    let read = try listed("Name,Email,Name,Email\nAmina Otieno,a@b.example,Bo Lind,bo@b.example\n")
    #expect(read.people.map(\.emails) == [["a@b.example"]])
    #expect(read.remarks.unknownColumns.isEmpty)
    #expect(read.remarks.repeatedColumns.map(\.number) == [3, 4])
    #expect(read.remarks.repeatedColumns.map(\.samples) == [["Bo Lind"], ["bo@b.example"]])
  }

  @Test func `Letters lost in a card are refused, and words for nothing are nothing`() throws {
    #expect(try readCards(card("FN:?????? ????", "N:????;??????;;;")).problems.compactMap(\.self).count == 1)
    let read = try readCards(card("FN:Ana", "ORG:-", "NOTE:none"))
    #expect(try read.records(as: Stakeholder.self).first?.affiliations == [])
    #expect(read.remarks.cellNotes.map(\.what) == [.placeholder])
  }

  @Test func `A label that says another place than its address is kept`() throws {
    let person = try person(
      "FN:A B", "ADR;TYPE=HOME:;;12 Acacia Road;Nairobi;;00100;Kenya",
      "LABEL;TYPE=HOME:c/o Miombo Trust\\nPrivate Bag 9\\nKisumu")
    #expect(
      person.addresses == ["12 Acacia Road, 00100 Nairobi, Kenya", "c/o Miombo Trust, Private Bag 9, Kisumu"])
  }

  @Test func `Google's fax numbers are notes`() throws {
    let text = """
      First Name,Last Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value
      Amina,Otieno,Mobile,+000 01,Work Fax,+000 09

      """
    let person = try #require(try listed(text).people.first)
    #expect(person.phones == ["+000 01"] && person.notes == "Work Fax: +000 09")
  }

  @Test func `A display name that says more than the parts is another name`() throws {
    let text =
      "First Name,Last Name,Display Name,Primary Email\nAmina,Otieno,Dr Amina W. Otieno-Kamau,a@b.example\n"
    let person = try #require(try listed(text).people.first)
    #expect(person.name == "Otieno, Amina" && person.aliases == ["Dr Amina W. Otieno-Kamau"])
  }

  @Test func `A line end in a name is a blank`() throws {
    #expect(
      try listed("Name,Email\n\"Amina\nOtieno\",amina@example.org\n").people.map(\.name) == ["Amina Otieno"])
  }

  // MARK: Lists as people keep them

  @Test(arguments: [
    (
      "Nom,Prénom,Adresse,Complément d'adresse,CP,Ville,Pays",
      "Rui,Ana,12 rue des Acacias,Bât. B,75011,Paris,France",
      "12 rue des Acacias, Bât. B, 75011 Paris, France"
    ),
    ("姓名,地址,城市,省,国家,邮编", "李明,中山路1号,广州,广东省,中国,510000", "510000 中国 广东省广州中山路1号"),
    ("姓名,地址,城市,省,国家,邮编", "李明,广东省广州市中山路1号,广州,广东省,中国,510000", "510000 中国 广东省广州市中山路1号"),
    (
      "Full name,Address Line 1,Address Line 2,City,State,Zip,Country",
      "Ana,12 Acacia Road,Suite 4,Nairobi,,00100,Kenya",
      "12 Acacia Road, Suite 4, 00100 Nairobi, Kenya"
    ),
    (
      "Full name,Street 1,Street 2,City,Postal code,Country",
      "Ana,12 Acacia Road,Suite 4,Nairobi,00100,Kenya",
      "12 Acacia Road, Suite 4, 00100 Nairobi, Kenya"
    ),
    (
      "Name,Straße,Hausnummer,Adresszusatz,PLZ,Ort,Land",
      "Ana,Hauptstraße,5,Hinterhaus,10115,Berlin,Deutschland",
      "Hauptstraße 5, Hinterhaus, 10115 Berlin, Deutschland"
    ),
    (
      "Full name,House number,Street,City,Postcode,Country", "Ana,5,High Street,Leeds,LS1 4DY,United Kingdom",
      "5 High Street, Leeds, LS1 4DY, United Kingdom"
    ),
    (
      "ФИО,Улица,Дом,Город,Почтовый индекс,Страна", "Иванов Иван,ул. Ленина,5,Москва,101000,Россия",
      "ул. Ленина 5, 101000 Москва, Россия"
    ),
    (
      "Nombre completo,Dirección,Código postal,Localidad,Provincia,País",
      "Ana,Calle Mayor 5,28013,Madrid,Madrid,España",
      "Calle Mayor 5, 28013 Madrid, Madrid, España"
    ),
    (
      "الاسم الكامل,الشارع,المدينة,الرمز البريدي,الدولة", "ليلى حداد,شارع الحمراء 5,بيروت,1103,لبنان",
      "شارع الحمراء 5, 1103 بيروت, لبنان"
    ),
    (
      "Name,Address,Postal code,City,Country", "Ana,\"12 Acacia Road, Nairobi, Kenya\",00100,Nairobi,Kenya",
      "12 Acacia Road, Nairobi, Kenya, 00100"
    ),
  ])
  func `Lines and parts of an address are one address in the order of its country`(
    _ titles: String, _ row: String, _ address: String
  ) throws {
    let found = try listed(titles + "\n" + row + "\n")
    #expect(found.people.map(\.addresses) == [[address]])
    #expect(found.remarks.unknownColumns == [])
  }

  @Test func `Two streets with places of their own are two addresses`() throws {
    let found = try listed(
      "Name,Street,City,Zip,Street 2,City 2,Postal code 2\nAna,1 A Road,Lima,15001,2 B Road,Quito,170101\n")
    #expect(found.people.first?.addresses.count == 2)
  }

  @Test func `Of a heading that stands twice it is said which column is read and what the other holds`()
    throws
  {
    let found = try listed(
      "First name,Last name,Last name,Country,Country\nAna,Rui,Silva,PE,BR\nBo,Ek,Lund,SE,SE\n")
    #expect(
      found.people.map(\.name) == ["Rui, Ana", "Ek, Bo"] && found.people.map(\.country) == ["PE", "SE"])
    #expect(found.remarks.unknownColumns == [])
    #expect(found.remarks.repeatedColumns.map(\.readNumber) == [2, 4])
    #expect(found.remarks.repeatedColumns.map(\.number) == [3, 5])
    #expect(found.remarks.repeatedColumns.map(\.samples) == [["Silva", "Lund"], ["BR", "SE"]])
  }

  @Test func `What nobody sees does not belong in names and places`() throws {
    let found = try listed(
      "Full name,City,Notes\nAna\u{200B}Rui,Nai\u{AD}robi,UniversitÃ© de Kisumu\nعلی‌رضا,\u{FEFF}Kabul,Ð¸Ñ\u{20AC}\n"
    )
    #expect(
      found.people.map(\.name) == ["Ana Rui", "علی‌رضا"] && found.people.map(\.city) == ["Nairobi", "Kabul"])
    #expect(found.remarks.cellNotes.map(\.what) == [.invisible, .invisible, .spoiltLetters])
    #expect(found.remarks.cellNotes.map(\.column).sorted() == ["City", "Full name", "Notes"])
  }
}
