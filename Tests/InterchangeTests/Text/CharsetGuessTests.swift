import Model
import RandomRecords
import Testing

@testable import Interchange

/// Lists of names as people keep them, in the charsets of the world: a heading, some names, an address that anybody can
/// read.
struct CharsetLists {
  struct Language {
    let charset: Charset
    let name: String
    let names: [String]
  }

  let weighed: [Language]
  /// Written after the letters were weighed.
  let fresh: [Language]
  /// In charsets that are rare by now.
  let rarer: [Language]

  init() throws {
    let parts = String(decoding: try Corpus.bytes("charsets.tsv"), as: UTF8.self).split(separator: "\n\n")
    (weighed, fresh) = (try Self.languages(parts[0]), try Self.languages(parts[1]))
    rarer = try Self.languages(parts[2])
  }

  private static func languages(_ text: Substring) throws -> [Language] {
    try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t")
      return Language(
        charset: try #require(Charset(named: String(cells[0]))), name: "\(cells[0]) \(cells[1])",
        names: cells[2].split(separator: ",").map(String.init))
    }
  }

  /// Some lists of so many names, as text; those without a letter beyond ASCII tell nothing.
  static func lists(of language: Language, count: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<4).compactMap { _ in
      let names = language.names.shuffled(using: &random).prefix(count)
      guard !names.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else { return nil }
      let rows = names.enumerated().map { "\($1),p\($0)@example.org" }
      return (["Name,E-mail"] + rows).joined(separator: "\r\n") + "\r\n"
    }
  }
}

@Suite struct CharsetGuessTests {
  private struct Score {
    var (all, right, asked, wrongUnasked) = (0, 0, 0, 0)
  }

  private func score(_ languages: [CharsetLists.Language], counts: [Int]) throws -> Score {
    var random = SeededGenerator(seed: 15)
    var score = Score()
    for language in languages {
      for count in counts {
        for text in CharsetLists.lists(of: language, count: count, &random) {
          let bytes = language.charset.bytes(of: text)
          guard case .charset(let guess) = TextEncoding.detect(in: bytes) else { continue }
          let isRight = guess.text(of: bytes).text == text
          let isAsked = (try? ImportFile(bytes: bytes).certain()) == nil
          score.all += 1
          score.right += isRight ? 1 : 0
          score.asked += isAsked ? 1 : 0
          if !isRight && !isAsked {
            score.wrongUnasked += 1
            print("wrong and not asked: \(language.name): \(text)")
          }
        }
      }
    }
    return score
  }

  @Test
  func `Names in Hebrew and of the Baltic are among what a file may be, and escape sequences are certain`()
    throws
  {
    let hebrew = "שם,כתובת\nמשה לוי,ירושלים\nרחל כהן,תל אביב\nיעקב מזרחי,חיפה\n"
    let page = try #require(Charset(named: "Windows-1255"))
    let file = ImportFile(bytes: page.bytes(of: hebrew))
    #expect(try TextSurvey(of: file).guess?.encodings.contains(.charset(page)) == true)
    let baltic = "Vārds,Pilsēta\nJānis Bērziņš,Rīga\nĢirts Kļaviņš,Liepāja\nĒriks Žagars,Cēsis\n"
    let other = try #require(Charset(named: "Windows-1257"))
    let list = ImportFile(bytes: other.bytes(of: baltic))
    #expect(try TextSurvey(of: list).guess?.encodings.contains(.charset(other)) == true)
    let mail = try #require(Charset(named: "ISO-2022-JP"))
    let japanese = "name,city\n山田太郎,東京\n佐藤花子,大阪\n"
    // The converter leaves the last sequence open at the end of what it wrote.
    let bytes = Array(japanese.split(separator: "\n").flatMap { mail.bytes(of: $0 + "\n") })
    #expect(try TextSurvey(of: ImportFile(bytes: bytes)).encoding == .charset(mail))
    let plan = try RecordImport<Stakeholder>(known: KnownRecords([])).plan(bytes)
    #expect(plan.new.map(\.name) == ["山田太郎", "佐藤花子"] && plan.new.map(\.city) == ["東京", "大阪"])
  }

  @Test func `Lists of names are read in the charset that they are in, or asked about`() throws {
    let lists = try CharsetLists()
    let all = [("weighed", lists.weighed), ("fresh", lists.fresh), ("rarer", lists.rarer)]
    for (name, languages) in all {
      for counts in [[1], [2, 3], [5, 10, 20]] {
        let score = try score(languages, counts: counts)
        print(
          "\(name) lists of \(counts) names: \(score.right) of \(score.all) right, \(score.asked) asked,",
          "\(score.wrongUnasked) wrong and not asked")
        #expect(score.wrongUnasked == 0)
        #expect(score.right * 100 >= score.all * (name == "rarer" ? 50 : counts == [1] ? 86 : 96))
        if name != "rarer", counts == [5, 10, 20] { #expect(score.asked * 10 <= score.all) }
      }
    }
  }

  @Test func `One bad line does not turn a whole file`() throws {
    let rows = (1...9).map { "\($0);Zoë Müller\n" }.joined()
    let csv = try ReadCSV(Array("id;name\n\(rows)".utf8) + [0x78, 0x3B, 0x5A, 0x6F, 0xEB, 0x0A])
    #expect(csv.table.encoding == .utf8)
    #expect(csv.fields.prefix(9).allSatisfy { $0[1] == "Zoë Müller" })
    #expect(csv.problems.last == .undecodable(line: 11))
  }

  @Test func `A name that can be read in two ways is asked about, and said as each`() throws {
    // "Muñoz" in Windows-1252 is "Muńoz" in Windows-1250.
    let bytes: [UInt8] = Array("name\nMu".utf8) + [0xF1] + Array("oz\n".utf8)
    let uncertain = #expect(throws: UncertainEncoding.self) { try ImportFile(bytes: bytes).certain() }
    let guess = try #require(uncertain?.guess)
    #expect(guess.encodings.prefix(2).map(\.name) == ["Windows-1252", "Windows-1250"])
    #expect(guess.encodings.prefix(2).map(guess.samples) == [["Muñoz"], ["Muńoz"]])
  }

  @Test func `What the person says goes before all that the file looks like`() throws {
    let file = ImportFile(
      bytes: Array("name\n".utf8) + [0xCC, 0xE0, 0xF0, 0xE8, 0xFF],
      encoding: TextEncoding(named: "windows-1251"))
    #expect(try FileSurvey(file.certain()).rows == [["Мария"]])
  }

  @Test(arguments: [
    ("latin1", "Windows-1252"), ("CP1251", "Windows-1251"), ("gbk", "GB18030"), ("sjis", "Shift_JIS"),
    ("utf8", "UTF-8"), ("iso-8859-2", "ISO-8859-2"), ("koi8-u", "KOI8-U"), ("tis-620", "TIS-620"),
  ])
  func `Charsets are known by the names that people give them`(_ name: String, _ known: String) throws {
    #expect(try #require(TextEncoding(named: name)).name == known)
  }

  @Test(arguments: ["", "nonsense", "utf-7", "utf-32", "ebcdic-us", "utf-8//IGNORE", "../x"])
  func `A name of no charset that tables are in is none`(_ name: String) {
    #expect(TextEncoding(named: name) == nil)
  }

  @Test func `Texts of cards may name a charset for the lines that name none`() throws {
    let label = "LABEL;CHARSET=windows-1251:".utf8
    let name = [UInt8]("N:".utf8) + [0xCA, 0xEE, 0x3B, 0xC0, 0xE9]
    let card = Array("BEGIN:VCARD\nVERSION:2.1\n".utf8) + name + [0x0A] + label + [0xC1, 0xE8, 0x0A]
    let rows = try readCards(card + Array("END:VCARD\n".utf8))
    #expect(try rows.records(as: Stakeholder.self).map(\.name) == ["Ко, Ай"])
  }

  @Test func `A value that a telephone cut inside a letter keeps what is whole, and is told of`() throws {
    let value = Array("Université de Kisumu, forêt".utf8).dropLast(2)
    let card = Array("BEGIN:VCARD\nVERSION:2.1\nN:Otieno;Amina\nORG;CHARSET=UTF-8:".utf8) + value
    let rows = try readCards(card + Array("\nEND:VCARD\n".utf8))
    let person = try #require(try rows.records(as: Stakeholder.self).first)
    #expect(person.affiliations.first?.organization == "Université de Kisumu, for\u{FFFD}")
    #expect(rows.remarks.cardNotes == [.replacedBytes(line: 4)])
  }

  @Test func `Marks that stand behind bad bytes by chance make no file UTF-8`() throws {
    // "能登の森と土曜" in Shift_JIS: half of its bytes are letters and marks of UTF-8 as well.
    let bytes: [UInt8] = [
      0x94, 0x5C, 0x93, 0x63, 0x82, 0xCC, 0x90, 0x58, 0x97, 0xD1, 0x82, 0xC6, 0x93, 0x79, 0x8F, 0xEB,
    ]
    let list = ImportFile(bytes: Array("Name,Email\n".utf8) + bytes + Array(",a@example.jp\n".utf8))
    let guess = try #require(try TextSurvey(of: list).guess)
    #expect(guess.encodings.contains { $0.name.lowercased() == "shift_jis" })
  }
}
