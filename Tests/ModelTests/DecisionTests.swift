import Model
import Testing

@Suite struct DecisionTests {
  private let decision = Decision.adopted

  @Test func holdsWhatTheTextHolds() {
    #expect(decision.activities.count { $0.plan == .table1 } == 12)
    #expect(decision.launchActivities.count == 16)
    #expect(decision.activities.count { $0.plan == .implementation } == 10)
    #expect(decision.indicators.count == 6)
    #expect(decision.indicators.flatMap(\.descriptions).count == 11)
  }

  @Test func tableTwoRunsFromOctoberToMarch() {
    #expect(decision.launchMonths.first == Month("2015-10"))
    #expect(decision.launchMonths == decision.launchMonths.sorted())
  }

  @Test func idsAreUniqueAndContradictionsPointToThem() {
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
  @Test(arguments: [
    ("  Hélène\u{00A0}LEFÈVRE ", "helene lefevre"), ("Łódź", "lodz"), ("Straße", "strasse"), ("ﬁ", "fi"),
    ("مُحَمَّد", "محمد"), ("हिन्दी", "हिन्दी"), ("Ελλάς", "ελλας"), ("ёж", "еж"), ("A\r\n\tB", "a b"), ("", ""),
  ])
  func folds(_ text: String, expected: String) {
    #expect(Folding.folded(text) == expected)
  }

  @Test func eachIdeographIsAWord() {
    #expect(Folding.searchable("Wang王小明Ltd") == "wang 王 小 明 ltd")
  }
}

@Suite struct NewIDTests {
  @Test func idsAreTenLettersOfBase32AndDiffer() {
    let ids = (0..<1000).map { _ in NewID.make() }
    #expect(Set(ids).count == 1000)
    #expect(ids.allSatisfy { $0.count == 10 && $0.allSatisfy("abcdefghijklmnopqrstuvwxyz234567".contains) })
  }

  @Test(arguments: ["", "a b", "a/b", "a\u{7}", String(repeating: "x", count: 101)])
  func isNoID(_ text: String) {
    #expect(throws: FieldProblem.malformedID(text)) { try NewID.checked(text) }
  }
}
