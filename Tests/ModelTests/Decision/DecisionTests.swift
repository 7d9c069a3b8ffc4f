@testable import Model
import RandomRecords
import Testing

@Suite struct DecisionTests {
  private let decision = Decision.adopted

  @Test func `Holds what the text holds`() {
    #expect(decision.activities.count { $0.plan == .table1 } == 12)
    #expect(decision.launchActivities.count == 16)
    #expect(decision.activities.count { $0.plan == .implementation } == 10)
    #expect(decision.indicators.count == 6)
    #expect(decision.indicators.flatMap(\.descriptions).count == 11)
  }

  @Test func `Table two runs from October to March`() {
    #expect(decision.launchMonths.first == Month("2015-10"))
    #expect(decision.launchMonths == decision.launchMonths.sorted())
  }

  @Test(arguments: [
    ("fr", "B.20, groupe 1, description 2", "A-app. 3, tableau 2, ligne 1", "dispositif 2"),
    ("es", "B.20, grupo 1, descripción 2", "A-ap. 3, cuadro 2, fila 1", "dispositivo 2"),
    ("ru", "B.20, группа 1, описание 2", "A-доб. 3, таблица 2, строка 1", "пост. часть 2"),
    ("ar", "B.20، المجموعة 1، الوصف 2", "A-التذييل 3، الجدول 2، الصف 1", "المنطوق 2"),
  ])
  func `The words of a place are those of the language, its numbers stay`(
    _ language: String, _ indicator: String, _ row: String, _ operative: String
  ) {
    #expect(decision.description("1.2")?.citation.text(in: language) == indicator)
    #expect(decision.launchActivities[0].citation.text(in: language) == row)
    #expect(Mandate.adopted.paragraph("op.2")?.citation.text(in: language) == operative)
    #expect(Mandate.adopted.paragraph("A-VI.8")?.citation.text(in: language) == "A-VI.8")
  }

  @Test func `Citations are in both languages`() {
    let descriptions = decision.indicators.flatMap(\.descriptions).map(\.citation)
    let citations =
      decision.activities.map(\.citation) + decision.launchActivities.map(\.citation)
      + decision.indicators.map(\.citation) + descriptions
    for citation in citations {
      #expect(citation.en.utf8.allSatisfy { $0 < 0x80 })
      // Of Latin letters only that of an item: 第 2 段(a).
      #expect(citation.zh.hasPrefix("附件") && citation.zh.firstMatch(of: /[A-Za-z]{2}|[A-Z]/) == nil)
    }
    #expect(Set(citations.map(\.zh)).count == Set(citations.map(\.en)).count)
    #expect(decision.activity("t1.a")?.citation.zh == "附件一附录第 2 段(a)，表 1")
    #expect(decision.launchActivity("t2.16")?.citation.zh == "附件一附录第 3 段，表 2，第 16 行")
  }

  @Test func `The adopted launch has its words until somebody renames it`() {
    let label = decision.launches[0].label
    #expect(decision.label(ofLaunch: Launch.pollination, named: label.en)?.zh == "授粉和传粉媒介")
    #expect(decision.label(ofLaunch: Launch.pollination, named: "Bees") == nil)
    #expect(decision.label(ofLaunch: "other", named: label.en) == nil)
  }

  @Test func `Ids are unique and contradictions point to them`() {
    let ids = decision.activities.map(\.id)
    #expect(Set(ids).count == ids.count)
    for contradiction in decision.contradictions {
      #expect(decision.activity(contradiction.first) != nil)
      #expect(decision.activity(contradiction.second) != nil)
      #expect(decision.contradiction(of: contradiction.second) == contradiction)
    }
  }
}

@Suite struct FoldingTests {
  /// Tables and shortcuts fold each text as the thorough way does.
  @Test func `The shortcuts follow the rule`() {
    var random = SeededGenerator(seed: 1)
    let ranges: [ClosedRange<UInt32>] = [
      0x09...0x7E, 0x20...0x7E, 0x80...0x24F, 0x300...0x36F, 0x370...0x5FF, 0x600...0x6FF, 0x900...0x97F,
      0x1E00...0x1FFF, 0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF00...0xFFEF, 0x1F300...0x1F5FF, 0x20000...0x2A6DF,
    ]
    for _ in 0..<4_000 {
      var text = String.UnicodeScalarView()
      let chosen = [
        ranges.randomElement(using: &random)!, ranges.randomElement(using: &random)!, 0x20...0x7E,
      ]
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let range = chosen.randomElement(using: &random)!
        if let scalar = Unicode.Scalar(.random(in: range, using: &random)) {
          text.append(scalar)
        }
      }
      let thorough = Folding.thoroughly(String(text))
      let words = thorough.split(separator: " ").map { String($0) }
      #expect(Array(Folding.folded(String(text)).utf8) == Array(words.joined(separator: " ").utf8))
      let divided: [Unicode.Scalar] = thorough.flatMap { scalar -> [Unicode.Scalar] in
        Folding.isIdeograph(scalar) ? [" ", scalar, " "] : [scalar]
      }
      let apart = divided.split(separator: " ").map { String(String.UnicodeScalarView($0)) }
      #expect(Array(Folding.searchable(String(text)).utf8) == Array(apart.joined(separator: " ").utf8))
      let twice = Folding.searchable([String(text), "", "x"])
      #expect(Array(twice.utf8) == Array((apart + ["x"]).joined(separator: " ").utf8))
    }
  }

  @Test(arguments: [
    ("  Hélène\u{00A0}LEFÈVRE ", "helene lefevre"), ("Łódź", "lodz"), ("Straße", "strasse"), ("ﬁ", "fi"),
    ("مُحَمَّد", "محمد"), ("हिन्दी", "हिन्दी"), ("Ελλάς", "ελλασ"), ("ёж", "еж"), ("A\r\n\tB", "a b"), ("", ""),
  ])
  func folds(_ text: String, expected: String) {
    #expect(Folding.folded(text) == expected)
  }

  @Test func `Each ideograph is a word`() {
    #expect(Folding.searchable("Wang王小明Ltd") == "wang 王 小 明 ltd")
  }
}

@Suite struct NewIDTests {
  @Test func `Ids are ten letters of base 32 and differ`() {
    let ids = (0..<1000).map { _ in NewID.make() }
    #expect(Set(ids).count == 1000)
    #expect(ids.allSatisfy { $0.count == 10 && $0.allSatisfy("abcdefghijklmnopqrstuvwxyz234567".contains) })
  }

  @Test(arguments: ["", "a b", "a/b", "a\u{7}", String(repeating: "x", count: 101)])
  func `Is no id`(_ text: String) {
    #expect(throws: FieldProblem.malformedID(text)) { try NewID.checked(text) }
  }
}
