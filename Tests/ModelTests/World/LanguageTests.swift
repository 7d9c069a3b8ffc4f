import Testing

@testable import Model

@Suite struct LanguageTests {
  @Test(arguments: [
    ("ger", "de"), ("deu", "de"), ("eng", "en"), ("fre", "fr"), ("fra", "fr"), ("zho", "zh"), ("chi", "zh"),
    ("rus", "ru"), ("spa", "es"), ("ara", "ar"), ("swa", "sw"), ("GER", "de"), ("Zho-hant-tw", "zh-Hant-TW"),
    ("por-BR", "pt-BR"), ("tib", "bo"), ("bod", "bo"),
  ])
  func `A code of three letters becomes that of two which the language has`(_ code: String, _ tag: String)
    throws
  {
    #expect(try Language.checked(code) == tag)
  }

  @Test(arguments: ["yue", "gsw", "fil", "ckb"])
  func `A language without a code of two letters keeps its own`(_ code: String) throws {
    #expect(try Language.checked(code) == code && Language.name(code, in: "en") != code)
  }

  @Test func `Every code of two letters is reached from one of three`() {
    let reached = Set(LanguageCodes.all.values)
    #expect(reached.count == 183 && LanguageCodes.all.count == 203)
    #expect(reached.isSubset(of: Language.codes))
  }
}
