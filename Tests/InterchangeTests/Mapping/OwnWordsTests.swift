import Model
import Phrases
import Testing

@testable import Interchange

/// What the program shows it takes: every word that it has for a value, in each of its languages.
@Suite struct OwnWordsTests {
  /// A field, or a part of one, with the codes that it takes.
  private struct Coded {
    let name: String
    let codes: [String]
  }

  private static func coded<R: Record>(_: R.Type) -> [Coded] {
    R.fields.flatMap { field -> [Coded] in
      guard case .items(let parts) = field.entry else { return coded(field.name, field.entry) }
      return parts.flatMap { coded($0.name, $0.entry) }
    }
  }

  private static func coded(_ name: String, _ entry: Entry) -> [Coded] {
    switch entry {
    case .choice(let codes), .choices(let codes): [Coded(name: name, codes: codes)]
    default: []
    }
  }

  private static let all = RecordKind.allCases.flatMap { coded($0.type) }

  @Test func `Every word of every code leads back to it, in all languages`() {
    #expect(Self.all.count > 60)
    var count = 0
    for coded in Self.all {
      let words = OwnWords(coded.name, coded.codes)
      for code in coded.codes {
        for word in OwnWords.words(coded.name, code) + [code] {
          #expect(words.code(word) == code, "\(coded.name): \(word)")
          #expect(words.code(word.uppercased()) == code, "\(coded.name): \(word)")
          count += 1
        }
      }
    }
    #expect(count > 1_000)
  }

  @Test(arguments: DocumentBook.languages) func `Words of documents are taken in each of the six`(
    _ language: String
  ) {
    let book = DocumentBook(language)
    for (group, codes) in [
      ("kind", StakeholderKind.codes), ("roles", Role.codes), ("gender", Gender.codes),
      ("disciplines", Discipline.codes), ("sectors", Sector.codes), ("scale", Scale.codes),
      ("knowledge", KnowledgeSystem.codes),
    ] {
      for code in codes {
        let word = book.label(group, code)
        #expect(OwnWords(group, codes).code(word) == code, "\(word)")
      }
    }
  }

  @Test(arguments: Language.official)
  func `Countries and languages are taken by their names in each of the six`(
    _ language: String
  ) throws {
    let country = try #require(CellWords("country", .line))
    for one in Country.all {
      #expect(country.read(one.name(in: language)) == one.code)
      #expect(country.read(one.shortName(in: language)) == one.code)
    }
    let languages = try #require(CellWords("languages", .list))
    for tag in Language.codes {
      let name = Language.name(tag, in: language)
      // What is a code means the code, and some languages share a name, which is one of them then.
      let isCode = name != tag && Language.codes.contains(name)
      #expect(
        isCode ? languages.read(name) == name : Language.name(languages.read(name), in: language) == name,
        "\(tag)")
    }
  }

  @Test(arguments: Phrasebook.languages) func `Days and yes are taken as screens show them`(
    _ language: String
  )
    throws
  {
    let book = Phrasebook(language)
    for month in 1...12 {
      let text = book.day(year: 2015, month: month, day: 13)
      #expect(try WrittenDate.day(text) == Day(year: 2015, month: month, day: 13), "\(text)")
    }
    #expect(CellWords("family_first", .flag)?.read(book.say(.yes)) == "yes")
    #expect(try WrittenDate.partial(book.month(year: 2011, month: 3)) == "2011-03")
    #expect(try WrittenDate.partial(book.say(.yearFormat, .text("2011"))) == "2011")
  }

  private func records<R: Exchangeable>(_ text: String, as _: R.Type = R.self) throws -> [R] {
    let plan = try RecordImport<R>(known: KnownRecords([])).plan(Array(text.utf8))
    #expect(plan.rejected.isEmpty)
    return plan.new
  }

  @Test func `A plain list of stakeholders takes words too`() throws {
    let people: [Stakeholder] = try records(
      """
      name,kind,disciplines,sectors,country,languages,family_first,joined,gender
      Ana,Organisation,Social sciences; Natural sciences,industrie,Côte d’Ivoire,French; 中文,oui,13/12/2014,
      Bo,个人,"social sciences, economic sciences","Food, energy",United Kingdom,"English, arabe",否,2014年12月31日,Women
      """)
    #expect(people.map(\.type) == [.organization, .individual])
    #expect(people.map(\.disciplines) == [[.social, .natural], [.social, .economic]])
    #expect(people.map(\.sectors) == [[.industry], [.food, .energy]])
    #expect(people.map(\.country) == ["CI", "GB"])
    #expect(people.map(\.languages) == [["fr", "zh"], ["en", "ar"]])
    #expect(people.map(\.isFamilyFirst) == [true, false])
    #expect(people.map { $0.joined?.description } == ["2014-12-13", "2014-12-31"])
    #expect(people.map(\.gender) == [nil, .female])
  }

  @Test func `Other kinds of record take their words`() throws {
    let activities: [Activity] = try records(
      "id,name,status\na,A,Under way\nb,B,\(Phrasebook("zh").label("status", "done"))\n")
    #expect(activities.map(\.status) == [.underWay, .done])
    let begun: [Activity] = try records("id,name,progress\na,A,25 %\nb,B,30%\n")
    #expect(begun.map(\.progress) == [25, 30])
    let events: [Event] = try records("id,name,start,languages\ne,E,2015-05-06,Spanish; русский\n")
    #expect(events.map(\.languages) == [["es", "ru"]])
  }

  @Test func `Entries of several parts take words in their parts`() throws {
    let people: [Stakeholder] = try records(
      "name,participation,consents\nAna,Nominations | 2 | Pollination; 研究金,Register | oui | | | | 31/12/2014\n"
    )
    #expect(people.map(\.participation.count) == [2])
    #expect(people.first?.participation.map(\.kind) == [.nomination, .fellowship])
    #expect(people.first?.consents.map(\.use) == [.register])
    #expect(people.first?.consents.map { $0.day?.description } == ["2014-12-31"])
  }

  @Test func `Codes and texts of our own stay as they are`() throws {
    #expect(CellWords("affiliations", .items([Part("a", .line)])) == nil)
    let choices = try #require(CellWords("disciplines", .choices(Discipline.codes)))
    for text in ["", "social; natural", "nothing of these", "social, unheard-of", "a\\; b"] {
      #expect(choices.read(text) == text)
    }
  }
}
