import Interchange
import Model
import Testing

/// SurveyMonkey writes two rows of headings: the choices of a question stand in the second.
@Suite struct SurveyMonkeyTests {
  private let first =
    "Respondent ID,Collector ID,Date Created,IP Address,What of one?,,What of many?,,,What of grid?,,What of say?"
  private let second =
    ",,,,Response,Other (please specify),The big,The small-ones,The red,The mail,The phone,Open-Ended Response"

  @Test func `Columns below one heading are its choices and rows`() throws {
    let taken = try Asked.responses(
      first, second,
      "11,4,09/13/2015 10:11:12 AM,10.0.0.1,The yes,,The big,,The red,The often,The never,fine",
      "12,4,09/14/2015 10:11:12 AM,10.0.0.1,The no,,,The small-ones,,,,")
    #expect(taken.rejected.isEmpty && taken.file.unknownColumns.isEmpty)
    #expect(taken.file.format == .surveymonkey)
    #expect(
      taken.new.map { $0.answers.map { "\($0.question)=\($0.value)" } } == [
        ["one=yes", "many=big red", "grid.mail=often", "grid.phone=never", "say=fine"],
        ["one=no", "many=small-ones"],
      ])
    #expect(taken.new.map { $0.day?.description } == ["2015-09-13", "2015-09-14"])
    #expect(taken.file.personalColumns == ["IP Address"])
  }

  @Test func `One row of headings stays one`() throws {
    let taken = try Asked.responses("one,many,,say,scale", "yes,big,lost,fine,1", ",big,lost,fine,1")
    #expect(taken.new.first?.answers.map(\.value) == ["yes", "big", "1", "fine"])
    #expect(taken.remarks.remarks.unheadedColumns.map(\.samples) == [["lost"]])
  }

  @Test(arguments: [("Ja", "Nein"), ("Oui", "Non"), ("Sim", "Não"), ("是", "否")])
  func `Chosen or not, as people say yes and no`(_ yes: String, _ no: String) throws {
    let taken = try Asked.responses("one,scale,say,many[big],many[red]", "yes,,,\(yes),\(no)")
    #expect(taken.rejected.isEmpty && taken.new.first?.answers.map(\.value) == ["yes", "big"])
  }

  @Test func `A language with its country in brackets`() throws {
    let taken = try Asked.responses("one,many,scale,say,Language", "yes,,,,English (United States)")
    #expect(taken.rejected.isEmpty && taken.new.first?.language == "en")
  }
}
