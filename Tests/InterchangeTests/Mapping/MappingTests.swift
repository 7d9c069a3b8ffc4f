import Model
import Testing

@testable import Interchange

@Suite struct MappingTests {
  @Test(
    arguments: [
      ("2014-12-31", "2014-12-31"), ("2014/12/31", "2014-12-31"), ("20141231", "2014-12-31"),
      ("31.12.2014", "2014-12-31"), ("5.4.2014", "2014-04-05"), ("31/12/2014", "2014-12-31"),
      ("12/31/2014", "2014-12-31"), ("31 Dec 2014", "2014-12-31"), ("Dec 31, 2014", "2014-12-31"),
      ("31 décembre 2014", "2014-12-31"), ("31 de diciembre de 2014", "2014-12-31"),
      ("31 декабря 2014 г.", "2014-12-31"), ("2014年12月31日", "2014-12-31"), ("31 ديسمبر 2014", "2014-12-31"),
      ("٣١/١٢/٢٠١٤", "2014-12-31"), ("2014-12-31T09:30:00", "2014-12-31"), ("31/12/2014 09:30", "2014-12-31"),
      ("31/12/99", "1999-12-31"), ("12/2014", "2014-12"), ("2014-12", "2014-12"), ("2014", "2014"),
      ("May 2014", "2014-05"), ("07/07/2014", "2014-07-07"),
    ])
  func `Dates as people write them`(text: String, iso: String) {
    #expect(WrittenDate.iso(text, nil) == iso)
  }

  @Test(arguments: ["", "soon", "31/31/2014", "30/02/2014", "1/2/3/4", "03/04/2015", "31/12/14"])
  func `What is no date, or could be two, is none`(text: String) {
    #expect(WrittenDate.iso(text, nil) == nil)
  }

  @Test func `The rows tell the order of dates, the file's other dates too`() throws {
    let file = try MappedFile("name,joined,observer_since\nAna,03/04/2015,\nBen,31/12/2014,02/01/2014\n")
    #expect(file.target("joined") == "joined day-first")
    #expect(file.target("observer_since") == "observer_since day-first")
    #expect(file[0, "joined"] == "2015-04-03")
    let american = try MappedFile("name,joined\nAna,03/04/2015\nBen,12/31/2014\n")
    #expect(american[0, "joined"] == "2015-03-04")
    let open = try MappedFile("name,joined\nAna,03/04/2015\n")
    #expect(open.survey.openDates(open.mapping) == [1])
    #expect(open.records == [nil])
    #expect(open.survey.rejected(open.mapping)[1].count == 1)
  }

  @Test func `What somebody says of the order goes before what the dates tell, in any table`() throws {
    func days(_ text: String, _ dates: DateOrder?) throws -> [String] {
      let file = ImportFile(bytes: Array(text.utf8), dates: dates)
      let plan = try RecordImport<Coverage>(known: KnownRecords([])).plan(file)
      return plan.new.map { $0.when?.text ?? "" } + plan.rejected.map { "line \($0.line)" }
    }
    let head = "name,outlet,when\n"
    let open = head + "A,X,03/04/2015\nB,X,04/04/2015\n"
    #expect(try days(open, nil) == ["2015-04-04", "line 2"])
    #expect(try days(open, .dayFirst) == ["2015-04-03", "2015-04-04"])
    #expect(try days(open, .monthFirst) == ["2015-03-04", "2015-04-04"])
    let told = open + "C,X,25/12/2015 10:00 Africa/Nairobi\n"
    #expect(try days(told, nil) == ["2015-04-03", "2015-04-04", "2015-12-25 10:00 Africa/Nairobi"])
    #expect(try days(told, .monthFirst) == ["2015-03-04", "2015-04-04", "2015-12-25 10:00 Africa/Nairobi"])
    // A column that tells of every order tells of none.
    let torn = head + "A,X,31/12/99\nB,X,12/31/99\nC,X,99/12/31\nD,X,03/04/05\n"
    #expect(try days(torn, nil) == ["1999-12-31", "1999-12-31", "1999-12-31", "line 5"])
    // Together they tell what none does alone, in one column or in all.
    #expect(try days(head + "A,X,13/1/15\nB,X,6/1/15\n", nil) == ["2015-01-13", "2015-01-06"])
    let apart = try MappedFile("name,joined,observer_since\nAna,13/1/15,\nBen,,6/1/15\n")
    #expect(apart[0, "joined"] == "2015-01-13" && apart[1, "observer_since"] == "2015-01-06")
    let short = head + "A,X,15/04/21\nB,X,15/12/30\n"
    #expect(try days(short, nil) == ["line 2", "line 3"])
    #expect(try days(short, .yearFirst) == ["2015-04-21", "2015-12-30"])
  }

  @Test func `Words in six languages`() throws {
    for word in ["yes", "Oui", "SÍ", "да", "是", "نعم", "x", "1"] { #expect(Wordings.answer(word) == true) }
    for word in ["no", "Non", "нет", "否", "لا", "0"] { #expect(Wordings.answer(word) == false) }
    #expect(Wordings.answer("maybe") == nil)
    for word in ["French", "français", "Francés", "французский", "法语", "الفرنسية", "fr"] {
      #expect(Wordings.language(word) ?? word == "fr", "\(word)")
    }
    for word in ["China", "Chine", "Китай", "中国", "الصين", "cn"] { #expect(Wordings.country(word) == "CN") }
    for word in ["woman", "Femme", "Mujer", "женский", "女", "أنثى"] {
      #expect(OwnWords("gender", Gender.codes).code(word) == "female")
    }
    for word in ["Organisation", "Organisme", "organización", "организация", "组织", "منظمة"] {
      #expect(OwnWords("kind", StakeholderKind.codes).code(word) == "organization")
    }
    for word in ["End users", "utilisateur final", "usuario", "пользователь", "最终用户", "مستخدم نهائي"] {
      #expect(OwnWords("roles", Role.codes).code(word) == "end-user")
    }
  }

  @Test func `A list with words of its own`() throws {
    let file = try MappedFile(
      """
      Prénom,Nom,Organisme,Fonction,Courriel,Courriel 2,Pays,Langues,Sexe,Type de contact,Registre public,Désabonné
      Élodie,Lefèvre,Étangs,Directrice,e@etangs.example,<mailto:e@post.example>,RDC,"français; Anglais",F,personne,\
      "oui (12 mars 2015)",oui
      """)
    #expect(file.mapping.preset == nil)
    #expect(file[0, "name"] == "Lefèvre, Élodie")
    #expect(file[0, "affiliations"] == "Étangs | Directrice")
    #expect(file[0, "emails"] == "e@etangs.example; e@post.example")
    #expect(file[0, "country"] == "CD")
    #expect(file[0, "languages"] == "fr; en")
    #expect(file[0, "gender"] == "female")
    #expect(file[0, "kind"] == "individual")
    let record = try #require(file.records[0])
    #expect(record.consent(to: .register)?.day == Day("2015-03-12"))
    #expect(!record.allows(.mailing))
  }

  @Test func `Our own columns and plain lists need no mapping`() throws {
    #expect(ColumnMapping(header: ["id"] + Stakeholder.fields.map(\.name)).isPlain)
    #expect(ColumnMapping(header: ["Name", "E-mail", "Country", "whatever"]).isPlain)
    // Who is called by an organization alone is one: see `RowDraft`.
    #expect(!ColumnMapping(header: ["Organisation", "E-mail"]).isPlain)
    #expect(!ColumnMapping(header: ["First name", "Surname"]).isPlain)
    let half = try MappedFile("Nom,Pays\nÉtangs,France\n")
    #expect(half[0, "name"] == "Étangs")
  }

  @Test func `An opt-out is never lost: nothing there says yes`() throws {
    let file = try MappedFile("name,Do not contact,Mailing opt-out\nAna,no,no\nBen,yes,yes\nCia,perhaps,\n")
    #expect(file.rows[0]["do_not_contact"] == nil)
    #expect(file.rows[0]["consents"] == nil)
    #expect(file[1, "do_not_contact"] == "yes")
    #expect(file.records[1]?.consent(to: .mailing)?.answer == .no)
    #expect(file.records[2] == nil)
  }

  @Test func `A choice takes a field away from another column, and a saved mapping gives it back`() throws {
    var mapping = ColumnMapping(header: ["A", "Name", "City"])
    let before = mapping
    var saved = ImportMapping(id: "a")
    saved.columns = mapping.columns
    mapping.choose(ColumnTarget("name"), at: 0)
    #expect(mapping.targets == [ColumnTarget("name"), .leftOut, ColumnTarget("city")])
    #expect(mapping.suits(saved))
    mapping.apply(saved)
    #expect(mapping.targets == before.targets)
    #expect(!ColumnMapping(header: ["Name"]).suits(saved))
    for target in ColumnTarget.choices {
      #expect(ColumnTarget(field: target.field, transform: target.transform) == target)
      #expect(ColumnTarget.named("\(target.field) \(target.transform)") == target)
    }
    #expect(ColumnTarget.named("consents not register")?.part == "not register")
    #expect(ColumnTarget.named("addresses street 2")?.number == 2)
    #expect(ColumnTarget.named("nothing") == nil)
    #expect(ColumnTarget.named("name street") == nil)
  }

  @Test(arguments: [
    ("姓名", "单位", "职务"), ("姓名", "工作单位", "职务"), ("Full name", "Affiliation", "Position"),
    ("Nom complet", "Affiliation", "Fonction"),
  ])
  func `Beside a role the affiliation is the organization`(_ titles: (String, String, String)) throws {
    let file = try MappedFile("\(titles.0),\(titles.1),\(titles.2)\nAna,House of Bees,director\n")
    #expect(file.target(titles.1) == "affiliations organization")
    #expect(file.records[0]?.affiliations == [Affiliation(organization: "House of Bees", role: "director")])
    #expect(file[0, "notes"].isEmpty)
  }

  @Test func `What is no field is told by names near it`() {
    #expect(ColumnTarget.near("role") == ["roles"])
    #expect(ColumnTarget.near("genedr") == ["gender"])
    #expect(ColumnTarget.near("name first").contains("name given"))
    #expect(ColumnTarget.near("xyzzy").isEmpty)
  }

  @Test(arguments: [
    ("Nom complet / Full name", "name"), ("Sex (M/F)", "gender"), ("E-mail (required)", "emails"),
    ("国家 / Country", "country"), ("Affil.", "affiliations"), ("Discipl.", "disciplines"),
    ("Pref. channel", "channels"), ("Preferred chan.", "channels"), ("Name (country)", ""),
    ("E-mail / Phone", ""), ("Org.", ""), ("No.", ""), ("M/F", ""), ("St. Louis", ""),
  ])
  func `Headings of somebody's own mean what all of their pieces mean`(title: String, target: String) {
    #expect(ColumnMapping(header: [title]).targets[0].field == target)
  }

  @Test func `What no heading says values say, to whoever looks at it first`() throws {
    let text = """
      Nom,Adr.,Where from,Speaks,Page of,Code,Seats
      A,a@example.org,Ghana,English,https://example.org/a,M,en
      B,b@example.org,KEN,fr,https://example.org/b,F,fr
      C,c@example.org,Japan,fr; en,https://example.org/c,M,es
      D,d@example.org,Perú,es,https://example.org/d,M,FR
      """
    let survey = try FileSurvey(ImportFile(bytes: Array(text.utf8)))
    #expect(survey.mapping().targets.map(\.field) == ["name", "", "", "", "", "", ""])
    let mapping = survey.mapping(byValues: true)
    // The seats are codes of languages and of countries.
    #expect(
      mapping.targets.map(\.field) == ["name", "emails", "country", "languages", "links", "gender", ""])
    #expect(mapping.told == [1, 2, 3, 4, 5])
    var chosen = mapping
    chosen.choose(.leftOut, at: 5)
    #expect(chosen.told == [1, 2, 3, 4])
    #expect(survey.guesses(chosen).isEmpty || !survey.guesses(chosen).contains { $0.position == 5 })
  }

  @Test func `A second column of addresses is not taken by its values`() throws {
    let rows = (1...5).map { "P\($0),p\($0)@example.org,chief\($0)@example.org" }.joined(separator: "\n")
    let survey = try FileSurvey(ImportFile(bytes: Array("Name,E-mail,Superior\n\(rows)\n".utf8)))
    #expect(survey.mapping(byValues: true).targets.map(\.field) == ["name", "emails", ""])
  }
}
