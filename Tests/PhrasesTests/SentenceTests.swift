import Testing

@testable import Phrases

@Suite struct SentenceTests {
  private let english = Phrasebook("en")
  private let chinese = Phrasebook("zh")

  @Test func `Arguments stand where the language puts them`() {
    let phrase = Phrase(.changeEditFields, .text("E-mail"), .text("Banda, Thandiwe"))
    #expect(english.say(phrase) == "E-mail of Banda, Thandiwe")
    #expect(chinese.say(phrase) == "Banda, Thandiwe 的E-mail")
  }

  @Test func `Sentences stand in sentences`() {
    let problem = Phrase(.problemKept, .phrase(Phrase(.problemNoAt, .text("banda.example.org"))))
    #expect(english.say(problem) == "There is no @ in “banda.example.org”. Kept as typed, not saved yet.")
    #expect(chinese.say(problem) == "“banda.example.org”中没有 @。已按原样保留，尚未保存。")
  }

  @Test(arguments: [
    ("en", "a, b", "a; b", "a: b", "a (b)"), ("fr", "a, b", "a\u{A0}; b", "a\u{A0}: b", "a (b)"),
    ("zh", "a、b", "a；b", "a：b", "a（b）"), ("ar", "a، b", "a؛ b", "a: b", "a (b)"),
  ])
  func `What stands between words is a sign of the language`(
    _ language: String, _ list: String, _ chain: String, _ labelled: String, _ bracketed: String
  ) {
    let book = Phrasebook(language)
    #expect(book.list(["a", "b"]) == list && book.chain(["a", "b"]) == chain)
    #expect(book.labelled("a", "b") == labelled && book.bracketed("a", "b") == bracketed)
    #expect(book.list([]) == "" && book.list(["a"]) == "a")
    #expect(book.say(Phrase(.added, .list(["a", "b"]))) == book.say(Phrase(.added, .text(list))))
  }

  @Test func `Of many words the first are said, and that there are more`() {
    func said(_ argument: Phrase.Argument) -> String { english.say(Phrase(.added, argument)) }
    #expect(said(.list(["a", "b", "c"], first: 2)) == "Added: a, b, …")
    #expect(said(.chain(["a", "b"], of: 3)) == "Added: a; b; …")
    #expect(said(.chain(["a", "b"], first: 2, of: 2)) == "Added: a; b.")
  }

  @Test(arguments: [("Why?", "Added: Why?"), ("Bees!", "Added: Bees!"), ("Ana", "Added: Ana.")])
  func `What has its end gets no other`(name: String, sentence: String) {
    #expect(english.say(Phrase(.added, .text(name))) == sentence)
  }

  @Test func `Braces in a name stay as they are`() {
    let phrase = Phrase(.changeEditFields, .text("{1}"), .text("{0} {2} {"))
    #expect(english.say(phrase) == "{1} of {0} {2} {")
  }

  @Test func `An argument that is missing leaves its place`() {
    #expect(english.say(Phrase(.changeEditFields, .text("Name"))) == "Name of {1}")
  }

  @Test func `A key without a sentence is shown`() {
    #expect(english.say(Phrase(key: "noSuchKey", arguments: [])) == "noSuchKey")
    #expect(english.label("field", "no_such_field") == "no_such_field")
    #expect(english.say(Phrase(label: "field", "emails")) == "E-mail")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "-12,345"), (-999, "-999"),
  ])
  func `Thousands are set apart`(number: Int, text: String) { #expect(english.number(number) == text) }

  @Test func `Numbers in sentences too`() {
    #expect(english.say(.importAmbiguous, .number(1_200)).hasPrefix("1,200 stored records"))
  }

  @Test func days() {
    #expect(english.day(year: 2015, month: 9, day: 15) == "15 Sep 2015")
    #expect(chinese.day(year: 2015, month: 9, day: 15) == "2015年9月15日")
    #expect(english.day(month: 9, day: 5) == "5 Sep")
    #expect(chinese.day(month: 9, day: 5) == "9月5日")
  }

  @Test func `Months and weekdays`() {
    #expect(english.month(year: 2016, month: 2) == "Feb 2016")
    #expect(chinese.month(year: 2016, month: 2) == "2016年2月")
    #expect(
      (1...7).map { english.say(Phrase(weekday: $0)) } == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    #expect((1...7).map { chinese.say(Phrase(weekday: $0)) }.joined() == "周一周二周三周四周五周六周日")
    #expect(Set((1...12).map { chinese.say(Phrase(month: $0)) }).count == 12)
  }
}
