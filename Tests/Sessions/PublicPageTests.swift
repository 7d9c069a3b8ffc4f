import Foundation
import RandomRecords
import Testing

/// Public pages in a real browser, where one is installed.
@Suite(.enabled(if: Browser.isInstalled)) struct PublicPageTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private var out: String { desk.folder + "/out" }

  private static let names = [
    "Łukasz Żółć,,PL,Łódź", "Søren Ærø,,DK,", "\"Großmann, Jörg\",,DE,", "Đặng Thị Hồng,,VN,",
    "L’Œuvre naturelle,,FR,",
    "\"O’Neill, Aoife\",,IE,", "\"O'Brien, Séamus\",,IE,", "\"N’Diaye, Awa\",,SN,",
    "Müller\u{2011}Lüdenscheidt,,DE,",
    "Ναταλία Οδυσσεύς,Ναταλία ΟΔΥΣΣΕΎΣ,GR,", "أحمد بن محمد (المركز) 2015,أحمد بن محمد,EG,القاهرة",
    "مُحَمَّد عليّ,محمد علي,JO,",
    "Wang Xiaoming,王小明,CN,", "國立臺灣大學研究所,,CN,", "김철수,,KR,", "Yamada Taro,ヤマダ タロウ,JP,", "प्रिया शर्मा,,IN,",
    "ศูนย์วิจัยป่าไม้,,TH,", "İpek Ilgaz Şahin,,TR,", "\"<b>bold</b> & \"\"quoted\"\"\",,KE,Nairobi",
    "Ｆｕｌｌ Ｗｉｄｔｈ,,CI,",
    "Hawaiʻi Council,,US,", "ﬁnance ﬂow Ⅻ ½,,CH,", "Jean\u{A0}Paul,,CA,", "ﾔﾏﾀﾞ ﾊﾅｺ,山田花子,JP,",
  ]

  private static let queries = [
    "lodz", "zolc", "Żółć", "soren", "aero", "grossmann", "GROSSMANN", "GROẞMANN", "dang", "hong thi",
    "oeuvre",
    "l'oeuvre", "l’oeuvre", "o'neill", "o’brien", "neill", "n'diaye", "muller-ludenscheidt", "ludenscheidt",
    "οδυσσευς", "ΟΔΥΣΣΕΎΣ", "odys", "احمد", "أحمد محمد", "محمد", "القاهره", "2015", "٢٠١٥", "王", "小明", "王明",
    "王 小明",
    "国立", "國立臺灣", "김철", "철", "ヤマダ", "山田", "शर्मा", "श", "ป่า", "ipek", "ılgaz", "bold", "<b>", "quoted",
    "full width", "cote d'ivoire", "côte d’ivoire", "ivoire", "kenya", "肯尼亚", "KE", "finance", "xii",
    "jean paul",
    "paul jean", "eill", "hawaii", "yamada", "nai", "airobi", "ær", "   ", "zzz", "'", "taro yamada ヤマ",
  ]

  private func people() throws {
    let consent =
      "individual,register | yes | consent | | form | 2015-05-12,name; native_name; country; city; kind"
    let rows = Self.names.enumerated().map { "n-\($0 + 10),\($1),\(consent)" }
    let file = try desk.write(
      (["id,name,native_name,country,city,kind,consents,register_fields"] + rows).joined(separator: "\n")
        + "\n",
      to: "people.csv")
    let imported = try desk.run("import", "stakeholders", file)
    try #require(imported.code == 0, "\(imported.errors)")
    let made = try desk.run(
      "register", "release", "-o", out, "--day", "2015-09-15", "--guidance", "mep|2015-03-02|4", "--lang",
      "en,ar")
    try #require(made.code == 0, "\(made.errors)")
  }

  private func address(_ query: String) -> String {
    "q=" + (query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
  }

  /// The names that the program lists, sorted.
  private func listed(_ query: String) throws -> [String] {
    let result = try desk.run("list", query, "--format", "csv", "--columns", "name")
    let lines = result.output.split(whereSeparator: \.isNewline).dropFirst()
    return lines.map { line in
      line.hasPrefix("\"") ? String(line.dropFirst().dropLast()).replacing("\"\"", with: "\"") : String(line)
    }.sorted()
  }

  @Test func `A page finds what the program finds`() throws {
    try people()
    let shown = try Browser.shown(
      "\(out)/register-1.en.html", at: Self.queries.map(address), in: desk.folder)
    #expect(shown.count == Self.queries.count)
    for (query, shown) in zip(Self.queries, shown) {
      let listed = try listed(query)
      #expect(shown.names.sorted() == listed, "“\(query)”")
      #expect(shown.advice.isEmpty != shown.names.isEmpty, "“\(query)”: \(shown.advice)")
    }
    #expect(shown.count { !$0.names.isEmpty } > 40)
  }

  /// Whichever of two spellings is published, whoever types the other finds it.
  @Test func `A page finds what people type, in every script`() throws {
    let consent = "individual,register | yes | consent | | form | 2015-05-12,name; kind"
    let rows = Spellings.pairs.enumerated().flatMap { number, pair in
      ["one-\(number),\"\(pair.one)\",\(consent)", "other-\(number),\"\(pair.other)\",\(consent)"]
    }
    let file = try desk.write(
      (["id,name,kind,consents,register_fields"] + rows).joined(separator: "\n") + "\n", to: "spellings.csv")
    let imported = try desk.run("import", "stakeholders", file)
    try #require(imported.code == 0, "\(imported.errors)")
    let made = try desk.run(
      "register", "release", "-o", out, "--day", "2015-09-15", "--guidance", "mep|2015-03-02|4", "--lang",
      "en")
    try #require(made.code == 0, "\(made.errors)")
    let typed = Spellings.pairs.flatMap { [$0.one, $0.other] }
    let all = typed + Spellings.others.map(\.one)
    let shown = try Browser.shown("\(out)/register-1.en.html", at: all.map(address), in: desk.folder)
    // A page leaves out what would turn the letters around a name.
    func plain(_ names: [String]) -> [String] {
      names.map { name in
        String(
          String.UnicodeScalarView(name.unicodeScalars.filter { !("\u{2066}"..."\u{2069}").contains($0) }))
      }.sorted()
    }
    for (text, shown) in zip(all, shown) {
      #expect(plain(shown.names) == (try plain(listed(text))), "“\(text)”")
    }
    for (number, pair) in Spellings.pairs.enumerated() {
      for place in [2 * number, 2 * number + 1] {
        #expect(shown[place].names.count { [pair.one, pair.other].contains($0) } >= 2, "“\(typed[place])”")
      }
    }
  }

  @Test func `Filters, orders and entries have addresses`() throws {
    try people()
    let fragments = [
      "country=IE", "country=IE&q=aoife", "region=africa", "country=constructor&order=__proto__",
      "order=country", "e1",
      "e999", "q=zzz",
    ]
    let shown = try Browser.shown("\(out)/register-1.en.html", at: fragments, in: desk.folder)
    #expect(shown[0].names == ["O'Brien, Séamus", "O’Neill, Aoife"])
    #expect(shown[0].count == "Entries shown: 2")
    #expect(shown[1].names == ["O’Neill, Aoife"])
    #expect(
      shown[2].names.sorted()
        == ["<b>bold</b> & \"quoted\"", "N’Diaye, Awa", "Ｆｕｌｌ Ｗｉｄｔｈ", "أحمد بن محمد (المركز) 2015"].sorted())
    #expect(shown[3].names.count == 25 && shown[4].names.count == 25)
    #expect(shown[4].names.first == "Jean\u{A0}Paul")
    #expect(shown[5].names.count == 25 && shown[5].advice.isEmpty)
    #expect(shown[6].advice == "This release has no entry 999.")
    #expect(shown[7].advice.hasPrefix("Nothing fits."))
  }

  @Test func `A page is whole without scripts`() throws {
    try people()
    let plain = try Browser.plainText(of: "\(out)/register-1.ar.html", in: desk.folder)
    for name in ["Łukasz Żółć", "王小明", "<b>bold</b> & \"quoted\"", "김철수"] { #expect(plain.contains(name)) }
    #expect(!plain.contains("ابحث في السجل") && plain.contains("حول هذا السجل"))
    let run = try Browser.document(at: "file://\(out)/register-1.ar.html#q=lodz", folder: desk.folder)
    #expect(run.components(separatedBy: "<li id=\"e").count == 2)
    #expect(run.contains("<div id=\"search\" role=\"search\">"))
    // The other languages are asked the same.
    #expect(run.contains("register-1.en.html#q=lodz\""))
  }

  @Test func `Thousands are turned over`() throws {
    let consent = "individual,register | yes | consent | | form | 2015-05-12,name"
    let rows = (1000..<2234).map { "n-\($0),Person \($0),\(consent)" }
    let file = try desk.write(
      (["id,name,kind,consents,register_fields"] + rows).joined(separator: "\n") + "\n", to: "many.csv")
    try #require(try desk.run("import", "stakeholders", file).code == 0)
    let made = try desk.run(
      "register", "release", "-o", out, "--day", "2015-09-15", "--guidance", "mep|2015-03-02|4", "--lang",
      "en")
    #expect(made.output.contains("\(out)/register-1.en.3.html\n"))
    let shown = try Browser.shown(
      "\(out)/register-1.en.html", at: ["page=2", "page=99", "q=person+12&page=2", "e1234"], in: desk.folder)
    #expect(shown[0].names.first == "Person 1050" && shown[0].names.count == 50)
    #expect(shown[0].count == "Entries shown: 1,234" && shown[0].page == "Page 2 of 25")
    #expect(shown[1].page == "Page 25 of 25" && shown[1].names.last == "Person 2233")
    #expect(shown[2].names.last == "Person 1299" && shown[2].count == "Entries shown: 100")
    #expect(shown[3].advice.isEmpty && shown[3].names.count > 0)
    let plain = try Browser.plainText(of: "\(out)/register-1.en.html", in: desk.folder)
    #expect(plain.contains("Person 2000 – Person 2233"))
    let part = try Browser.plainText(of: "\(out)/register-1.en.3.html", in: desk.folder)
    #expect(part.contains("Person 2000") && part.contains("Person 2233") && !part.contains("Person 1999"))
  }
}
