import Interchange
import Model
import Testing

/// Files of responses as KoboToolbox, ODK and LimeSurvey write them by themselves, and as spreadsheets save them.
@Suite struct ResponseLayoutTests {
  private func values(_ response: SurveyResponse?) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (response?.answers ?? []).map { ($0.question, $0.value) })
  }

  private let start = "What of one?,What of scale?,What of rank?"

  @Test func `Words of several answers in one column, a blank between them`() throws {
    let taken = try Asked.responses(
      start + ",What of many?,What of many?/The big,What of many?/The red,_id",
      "The yes,4,The third The first,The red The big,1,1,1", "The no,,,The small-ones,0,0,2")
    #expect(taken.rejected.isEmpty)
    #expect(
      values(taken.new.first) == ["one": "yes", "scale": "4", "rank": "third first", "many": "big red"])
    #expect(values(taken.new.last) == ["one": "no", "many": "small-ones"])
  }

  @Test(arguments: ["/", " - ", "-", "|", " : ", "_", ">", "."])
  func `Groups and parts behind any sign`(_ sign: String) throws {
    let titles = [
      ["About you", "What of one?"], ["About you", "What of many?", "The big"], ["What of scale?"],
      ["About you", "More", "What of rank?"], ["About you", "What of grid?", "The mail"],
    ].map { $0.joined(separator: sign) }
    let taken = try Asked.responses(
      titles.joined(separator: ",") + ",_id", "The yes,1,4,The first,The often,7")
    #expect(taken.rejected.isEmpty && taken.file.unknownColumns.isEmpty)
    #expect(
      values(taken.new.first) == [
        "one": "yes", "many": "big", "scale": "4", "rank": "first", "grid.mail": "often",
      ])
  }

  @Test(arguments: ["_", " - ", "|"]) func `Codes behind any sign`(_ sign: String) throws {
    let titles = [
      "one", "many\(sign)big", "many\(sign)smallones", "rank\(sign)1", "rank\(sign)2", "grid\(sign)mail",
    ]
    let taken = try Asked.responses(
      "id,submitdate,seed,scale," + titles.joined(separator: ","),
      "1,2015-09-01 10:00:00,77,4,yes,Y,Y,third,first,often")
    #expect(taken.rejected.isEmpty && taken.file.unknownColumns.isEmpty)
    #expect(
      values(taken.new.first) == [
        "one": "yes", "many": "big small-ones", "scale": "4", "rank": "third first", "grid.mail": "often",
      ])
  }

  @Test func `Rows of a matrix whose titles are bare words, one of them called like an address`() throws {
    var grid = Asked.bank["grid"] ?? Question(id: "grid")
    grid.rows = [("mail", "E-mail"), ("phone", "Telephone")].map {
      QuestionChoice(code: $0.0, wording: Wording(["en": $0.1]))
    }
    let taken = try Asked.responses(
      bytes: Array("\(start),E-mail,Telephone,_id\nThe yes,4,,The often,The never,1\n".utf8),
      bank: Asked.bank.merging(["grid": grid]) { $1 })
    #expect(
      values(taken.new.first)["grid.mail"] == "often" && values(taken.new.first)["grid.phone"] == "never")
    #expect(taken.file.personalColumns.isEmpty)
  }

  @Test func `Rows and questions that are called alike come in the order of the form`() throws {
    var (second, why) = (Question(id: "grid2"), Question(id: "why"))
    (second.type, second.wording) = (.matrix, Asked.words("And of grid?"))
    (second.choices, second.rows) = (Asked.choices("often", "never"), Asked.choices("mail", "phone"))
    (why.type, why.wording) = (.open, Asked.words("What of say?"))
    var survey = Asked.survey
    survey.questions += ["grid2", "why"]
    let taken = try Asked.responses(
      bytes: Array(
        "\(start),many,The mail,The phone,What of say?,The mail,The phone,What of say?,_id\nThe yes,4,,big,The often,,a,The never,The often,b,1\n"
          .utf8), survey: survey, bank: Asked.bank.merging(["grid2": second, "why": why]) { $1 })
    let values = values(taken.new.first)
    #expect(
      values["grid.mail"] == "often" && values["grid2.mail"] == "never" && values["grid2.phone"] == "often")
    #expect(values["say"] == "a" && values["why"] == "b" && taken.file.unknownColumns.isEmpty)
  }

  @Test func `What data frames write for nothing is no answer`() throws {
    let taken = try Asked.responses("one,many/big,many/red,scale,rank,_id", "yes,1.0,nan,NA,None,1")
    #expect(taken.rejected.isEmpty && values(taken.new.first) == ["one": "yes", "many": "big"])
  }

  @Test func `Questions that are called like columns of the program`() throws {
    var say = Asked.bank["say"] ?? Question(id: "say")
    say.wording = Wording(["en": "Name"])
    let taken = try Asked.responses(
      bytes: Array("Name,\(start),name,_id\nAda,The yes,4,,x,1\n".utf8),
      bank: Asked.bank.merging(["say": say]) { $1 })
    #expect(values(taken.new.first)["say"] == "Ada" && taken.file.personalColumns == ["name"])
  }

  @Test func `LimeSurvey by itself: words for everything, in the language of whoever exported`() throws {
    let taken = try Asked.responses(
      "ID de la réponse,Date de soumission,Dernière page,Langue de départ,Tête de série,Début,Adresse,"
        + "What of one? (fr),What of many? (fr) [The big (fr)],What of many? (fr) [Autre],What of scale? (fr),"
        + "What of rank? (fr) [Rang 1],What of rank? (fr) [Rang 2],What of grid? (fr) [The mail (fr)]",
      "1,2015-09-01 10:00:00,3,fr,12345,2015-09-01 09:00:00,192.0.2.1,The yes (fr),Oui,odd,4,The third (fr),"
        + "The first (fr),The often (fr)",
      "2,2015-09-02 10:00:00,3,fr,12346,,,The no (fr),Non,,,,,")
    #expect(taken.rejected.isEmpty && taken.file.format == .limesurvey && taken.file.unknownColumns.isEmpty)
    #expect(taken.file.personalColumns == ["Début", "Adresse"])
    #expect(taken.new.map(\.language) == ["fr", "fr"] && taken.remarks.otherTexts == 1)
    #expect(taken.new.first?.day == Day("2015-09-01"))
    #expect(
      values(taken.new.first) == [
        "one": "yes", "many": "big", "scale": "4", "rank": "third first", "grid.mail": "often",
      ])
  }

  @Test func `LimeSurvey's columns are told by what stands in them where nobody knows their words`() throws {
    let header = "Svar-ID,Innsendt,Siste side,Språk,Frø,one,many,scale,rank"
    let taken = try Asked.responses(
      header, "1,2015-09-01 10:00:00,3,fr,12345,yes,big,4,first", "2,,1,en,12346,yes,,,")
    #expect(taken.file.format == .limesurvey && taken.remarks.apart == [.unsubmitted: 1])
    #expect(taken.new.map(\.language) == ["fr"] && taken.new.first?.day == Day("2015-09-01"))
    let other = try Asked.responses("A,B,C,D,one,many,scale,rank", "1,x,3,fr,yes,big,4,first")
    #expect(other.file.unknownColumns == ["A", "B", "C", "D"])
  }

  @Test func `Numbers as data frames and spreadsheets write them`() throws {
    var one = Asked.bank["one"] ?? Question(id: "one")
    one.choices = Asked.choices("01", "02", "1e3")
    let taken = try Asked.responses(
      bytes: Array(
        "one,many/big,many/red,scale,named-scale,_id\n1,1.0,0.0,4.0,3.00,1\n1000,,,,,2\n7,,,,,3\n".utf8),
      bank: Asked.bank.merging(["one": one]) { $1 })
    #expect(values(taken.new.first) == ["one": "01", "many": "big", "scale": "4", "named-scale": "3"])
    #expect(values(taken.new.last) == ["one": "1e3"])
    #expect(taken.rejected.count == 1)
  }

  @Test func `A word for two answers is that of the language of the titles, or refused`() throws {
    var one = Asked.bank["one"] ?? Question(id: "one")
    one.choices = [("bread", "Bread", "Pain"), ("pain", "Relief", "Soin"), ("relief", "Pain", "Douleur")].map
    {
      QuestionChoice(code: $0.0, wording: Wording(["en": $0.1, "fr": $0.2]))
    }
    let bank = Asked.bank.merging(["one": one]) { $1 }
    let titled = try Asked.responses(
      bytes: Array("\(start),many,_id\nPain,4,,,1\n".utf8), bank: bank)
    #expect(values(titled.new.first)["one"] == "relief")
    let spoken = try Asked.responses(
      bytes: Array("one,scale,rank,many,lang\nPain,4,,,fr\nPain,4,,,\n".utf8), bank: bank)
    #expect(values(spoken.new.first)["one"] == "bread")
    #expect(spoken.rejected.count == 1 && spoken.rejected[0].contains("ambiguous"))
  }

  @Test func `A choice that was removed since refuses the row that chose it, and no other`() throws {
    let taken = try Asked.responses(
      "one,many/big,many/blue,scale,rank,_id", "yes,1,0,4,first,1", "yes,1,1,4,first,2")
    #expect(taken.new.count == 1 && taken.rejected.count == 1)
    #expect(taken.rejected[0].contains("unknownCode(\"blue\""))
    let joined = try Asked.responses(
      "one,many,many/big,many/red,scale,rank,_id", "yes,big,0,1,4,first,1")
    #expect(joined.rejected.count == 1 && joined.rejected[0].contains("contradicted"))
  }

  @Test func `Words beside the choices are counted, and their choice taken`() throws {
    let taken = try Asked.responses("one,one_other,many,scale,rank,_id", "other,Odd,big,4,first,1")
    #expect(values(taken.new.first)["one"] == "other" && taken.remarks.otherTexts == 1)
    #expect(taken.file.unknownColumns.isEmpty)
  }

  @Test func `A formula that failed is no answer, and counted`() throws {
    let taken = try Asked.responses("one,many,scale,rank,say,_id", "yes,#N/A,4,first,#REF!,1")
    #expect(
      values(taken.new.first) == ["one": "yes", "scale": "4", "rank": "first"] && taken.remarks.failed == 2)
  }

  // MARK: Days

  private func days(_ survey: Survey = Asked.survey, _ dates: DateOrder? = nil, _ days: String...) throws
    -> [String?]
  {
    var options = ResponseFile.Options()
    options.dates = dates
    let rows = days.enumerated().map { "\($0 + 100_000_000),\($1),yes,big,4,first" }
    let taken = try Asked.responses(
      bytes: Array((["_id,_submission_time,one,many,scale,rank"] + rows).joined(separator: "\n").utf8),
      survey: survey, options: options)
    #expect(taken.rejected.isEmpty)
    return taken.new.map { $0.day?.description }
  }

  @Test
  func `Days are read as the others of the file, as was said, or as the survey was open; else asked about`()
    throws
  {
    #expect(
      try days(Asked.survey, nil, "9/3/2015", "9/15/2015 10:00") == ["2015-09-03", "2015-09-15"])
    #expect(try days(Asked.survey, nil, "9/3/2015", "15/3/2015") == ["2015-03-09", "2015-03-15"])
    #expect(try days(Asked.survey, .monthFirst, "9/3/2015") == ["2015-09-03"])
    #expect(
      try days(Asked.survey, nil, "3/3/2015", "2015-09-04T10:00:00") == ["2015-03-03", "2015-09-04"])
    var survey = Asked.survey
    (survey.opens, survey.closes) = (Day("2015-08-17"), Day("2015-10-16"))
    #expect(try days(survey, nil, "9/3/2015", "9/4/2015") == ["2015-09-03", "2015-09-04"])
    #expect(throws: ResponseFile.Failure.datesOpen("9/3/2015")) { try days(Asked.survey, nil, "9/3/2015") }
    survey.closes = nil
    survey.opens = Day("2015-01-01")
    #expect(throws: ResponseFile.Failure.datesOpen("9/3/2015")) { try days(survey, nil, "9/3/2015") }
  }
}
