import Interchange
import Model
import Testing

/// Files as address books really write them, with invented people.
@Suite struct VCardFileTests {
  private func read(_ name: String) throws -> (remarks: ImportRemarks, people: [Stakeholder]) {
    let read = try readCards(try Corpus.bytes("vcard/\(name).vcf"))
    return (read.remarks, try read.records())
  }

  @Test func `Google contacts`() throws {
    let (remarks, people) = try read("google")
    let amina = people[0]
    #expect((amina.name, amina.isFamilyFirst, amina.aliases) == ("Odhiambo, Amina Njeri", false, ["Mina"]))
    #expect(amina.emails == ["a.odhiambo@lakeinstitute.example", "amina@odhiambo.example"])
    #expect(amina.phones == ["+254 700 000 001"])
    #expect((amina.country, amina.city) == ("KE", "Nairobi"))
    #expect(
      amina.addresses == [
        "Lake Road 7, Block B, Room 4, 00100 Nairobi, Kenya", "12 Acacia Lane, 40100 Kisumu, Kenya",
      ])
    #expect(
      amina.affiliations == [.init(organization: "Lake Institute, Fisheries", role: "Senior scientist")])
    #expect((amina.links, amina.orcid) == (["https://lakeinstitute.example/odhiambo"], "0000-0002-1825-0097"))
    #expect(amina.tags == ["reviewers", "lakes, rivers"])
    #expect(
      amina.notes
        == "Met at the plenary.\nPrefers e-mail, short.\nHonorific: Dr.\nFax: +254 20 000 0002")
    #expect((people[1].name, people[1].type) == ("Riverside Water Trust", .organization))
    #expect(people[1].affiliations.isEmpty && people[1].tags.isEmpty)
    #expect(people[2].name == "nobody.knows@mail.example")
    #expect(remarks.cardNotes == [.nameFromEmail(line: 31)])
    #expect(remarks.leftOut == ["BDAY": 1, "PHOTO": 1] && remarks.unknownColumns.isEmpty)
  }

  @Test func `Cards of iCloud`() throws {
    let (remarks, people) = try read("icloud")
    let anais = people[0]
    #expect((anais.name, anais.country, anais.city) == ("Lefèvre, Anaïs", "NC", "Nouméa"))
    #expect(anais.emails == ["anais@recifs.example", "anais.lefevre@maison.example"])
    #expect(anais.addresses == ["1 rue du Corail, Bâtiment C, 98800 Nouméa, Nouvelle-Calédonie"])
    #expect(anais.links == ["https://recifs.example/equipe?id=1,2", "http://twitter.com/anais_example"])
    #expect(anais.notes == "Skype: skype:anais.example")
    let role = Affiliation(organization: "Observatoire des Récifs", role: "Chargée de mission")
    #expect(anais.affiliations == [role])
    #expect((people[1].name, people[1].type) == ("Société des Lagons", .organization))
    #expect((people[2].name, people[2].nativeName) == ("Wang Xiaoming", "王小明"))
    #expect(remarks.leftOut == ["BDAY": 1, "PHOTO": 1, "X-ABRELATEDNAMES": 1])
    #expect(remarks.unknownColumns.isEmpty && remarks.cardNotes.isEmpty)
  }

  @Test func outlook() throws {
    let (remarks, people) = try read("outlook")
    let juergen = try #require(people.first)
    #expect((people.count, juergen.name, juergen.gender) == (1, "Müller, Jürgen", .male))
    #expect(
      juergen.affiliations == [.init(organization: "Büro für Feldökologie, Außenstelle", role: "Referent")])
    #expect(juergen.addresses == ["Beispielstraße 5, Hinterhaus, 02826 Görlitz, Sachsen, Deutschland"])
    #expect((juergen.phones, juergen.city) == (["+49 (000) 123456", "+49 000 99"], "Görlitz"))
    #expect(juergen.emails == ["juergen.mueller@feldoekologie.example"])
    let note = "Erste Zeile\nZweite Zeile mit Grüßen und einem Gleichheitszeichen = am Ende"
    #expect(juergen.notes.hasPrefix(note + "\nHonorific: Herr\nE-mail: /o="))
    #expect(
      remarks.leftOut == ["PHOTO": 1, "X-MS-OL-DEFAULT-POSTAL-ADDRESS": 1, "X-MS-OL-DESIGN": 1]
        && remarks.unknownColumns.isEmpty && remarks.cardNotes.isEmpty)
  }

  @Test func nextcloud() throws {
    let (remarks, people) = try read("nextcloud")
    let natalya = people[0]
    #expect((natalya.name, natalya.nativeName) == ("Yolkina, Natalya", "Наталья Ёлкина"))
    #expect((natalya.sortName, natalya.gender, natalya.country) == ("Yolkina, Natalya", .female, "RU"))
    #expect(natalya.languages == ["ru", "en"])
    #expect(natalya.phones == ["+7-000-000-0000 ext. 102"])
    #expect(natalya.addresses == ["Институт леса, ул. Примерная, 3, Иркутск"])
    #expect(
      natalya.affiliations == [
        .init(organization: "Институт леса", role: "Научный сотрудник"),
        .init(organization: "Клуб Байкал", role: "Координатор"),
      ])
    #expect((natalya.ror, natalya.interests) == ("05dxps055", "boreal forests"))
    #expect(natalya.links == ["https://taiga.example/~yolkina", "https://social.example/@yolkina"])
    #expect(natalya.notes == "Любит чай\nFax: +7-000-000-0001")
    #expect((people[1].name, people[1].type) == ("Кочевники Алтая", .group))
    #expect(remarks.leftOut == ["PHOTO": 1, "MEMBER": 1] && remarks.unknownColumns.isEmpty)
  }

  @Test func thunderbird() throws {
    let (remarks, people) = try read("thunderbird")
    let huda = people[0]
    #expect((huda.name, huda.nativeName) == ("Al-Masri, Huda", "هدى المصري"))
    #expect((huda.country, huda.city) == ("EG", "Cairo"))
    #expect(huda.emails == ["huda@nile.example", "huda.almasri@home.example"])
    #expect(huda.addresses == ["4 Sharia Misal, PO Box 9, 11511 Cairo, مصر"])
    #expect(people[1].name == "collected@list.example")
    #expect(remarks.unknownColumns == ["X-CUSTOM1"])
  }

  @Test func telephones() throws {
    let wang = try #require(try read("android21").people.first)
    #expect((wang.name, wang.isFamilyFirst, wang.country) == ("王 小明", true, "CN"))
    #expect((wang.notes, wang.city) == ("中文备注第二行", "北京"))
    let (remarks, people) = try read("gbk21")
    #expect(people.map(\.name) == ["朱镕基", "刘森"])
    #expect(people.map(\.notes) == ["", "联通"])
    #expect((people[0].city, remarks.encoding) == ("北京", .gb18030))
    #expect(try read("koi8").people.map(\.name) == ["Иванова, Ольга"])
  }

  @Test func `Other encodings and line ends`() throws {
    let (remarks, people) = try read("utf16")
    #expect((people.map(\.name), remarks.encoding) == (["Zoë 東京 🗼"], .utf16LittleEndian))
    #expect(try read("cr").people.map(\.emails) == [["mac@x.example"]])
  }
}
