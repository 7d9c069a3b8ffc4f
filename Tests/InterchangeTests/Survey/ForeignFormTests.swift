import Interchange
import Model
import Testing

/// XLSForms as people write them and pyxform takes them.
@Suite struct ForeignFormTests {
  private func said(_ form: XLSFormReader) -> [String] {
    form.notes.map { "\($0.sheet.prefix { $0 != "." }) \($0.line) \($0.code) \($0.value)".trimmed }
  }

  private let yesNo = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n"

  @Test(arguments: [
    "select one from yn", "select_one yn", "Select One yn", "add select one prompt using yn", "select1 yn",
  ]) func `One of a list, in each of the ways to say it`(_ type: String) throws {
    let form = try Asked.form("type,name,label\n\(type),q,Agree?\n", choices: yesNo)
    #expect(form.problems.isEmpty && form.questions.first?.type == .single)
    #expect(form.questions.first?.codes == ["yes", "no"])
  }

  @Test(arguments: [
    "select multiple from yn", "select all that apply from yn", "select all that apply yn",
    "add select multiple prompt using yn",
  ]) func `Several of a list, in each of the ways to say it`(_ type: String) throws {
    let form = try Asked.form("type,name,label\n\(type),q,Agree?\n", choices: yesNo)
    #expect(form.problems.isEmpty && form.questions.first?.type == .multiple)
  }

  @Test(arguments: ["loop over yn", "repeat", "lgroup", "looped group"])
  func `What is asked again and again is left out, and the rest taken`(_ loop: String) throws {
    let form = try Asked.form(
      "type,name,label\ntext,why,Why?\nbegin \(loop),each,Each\ninteger,n,How many?\nend \(loop),,\ntext,who,Who?\n",
      choices: yesNo)
    #expect(form.problems.isEmpty && form.questions.map(\.id) == ["why", "who"])
    #expect(said(form).contains("survey 3 typeLeftOut begin \(loop) each"))
    #expect(said(form).contains("survey 4 typeLeftOut integer n"))
  }

  @Test func `A line that shows the choices alone is the head of a matrix`() throws {
    let form = try Asked.form(
      "type,name,label,appearance\nbegin group,use,,field-list\nselect_one yn,head,How do you use it?,label\n"
        + "select_one yn,map,Maps,list-nolabel\nselect_one yn,text,Texts,list-nolabel\nend group,,,\n"
        + "select_one yn,lone,Nobody answers this,label\n", choices: yesNo)
    #expect(form.problems.isEmpty)
    #expect(form.questions.map(\.id) == ["use"] && form.questions[0].type == .matrix)
    #expect(form.questions[0].rows.map(\.code) == ["map", "text"])
    #expect(form.questions[0].wording.text(in: "en") == "How do you use it?")
    #expect(said(form).contains { $0.contains("lone") })
  }

  @Test func `Names that the bank does not take become ids, and it says so`() throws {
    let form = try Asked.form(
      """
      type,name,label
      text,_1_how_often,How often?
      text,prénom,Prénom ?
      text,вопрос,Вопрос
      text,q1.a,And?
      select_one l,often,Often?
      begin_group,part,
      text,prénom,Again?
      end_group,,
      """, choices: "list_name,name,label\nl,not sure,Not sure\nl,50+,Fifty\nl,50 ,Just fifty\nl,<5,Few\n",
      settings: "title,id_string\nNeeds,Needs analysis 2027\n")
    #expect(form.problems.isEmpty)
    #expect(
      form.questions.map(\.id) == ["q_1_how_often", "prenom", "vopros", "q1_a", "often", "part_prenom"])
    #expect(form.questions[4].codes == ["not_sure", "50plus", "50", "under5"])
    #expect(form.survey?.id == "Needs_analysis_2027" && form.survey?.name == "Needs")
    #expect(said(form).contains("survey 2 renamed _1_how_often → q_1_how_often"))
    #expect(said(form).contains("choices 3 renamed 50+ → 50plus"))
  }

  @Test func `Answers to such a form are found by the names that it has`() throws {
    let form = try Asked.form(
      "type,name,label\nselect_one l,_1_often,Often?\ntext,prénom,Prénom ?\ntext,q1.a,And?\n"
        + "select_multiple l,several,All?\n",
      choices: "list_name,name,label\nl,not sure,Not sure\nl,50+,Fifty\n")
    var survey = Survey(id: "f")
    (survey.questions, survey.state, survey.languages) = (form.questions.map(\.id), .open, ["en"])
    let file = try ResponseFile(
      ImportFile(
        bytes: Array(
          "_1_often,prénom,g/q1.a,several,several/50+,_id,_uuid\n50+,Ada,x,,,1,u\nnot sure,Bo,,50+,1,2,v\n"
            .utf8)),
      survey, bank: form.questions.byID, options: .init(), name: { "h\($0.utf8.count)\($0.suffix(1))" })
    var answers: [[String]] = []
    _ = try ResponseImport(file, known: { _ in [:] }).decide(take: { decided in
      for case (.new(let response, _, _, _), _) in decided { answers.append(response.answers.map(\.value)) }
    })
    #expect(answers == [["50plus", "Ada", "x"], ["not_sure", "Bo", "50plus"]])
  }

  @Test func `Headings as they come: caption, blanks, twice, none at all`() throws {
    let blank = String(repeating: ",", count: 900)
    let form = try Asked.form(
      "Type,Name,caption,label,label::English,label::fr\(blank)\ntext,q,Why?,Why so?,,Pourquoi ?\n",
      choices: "List Name,Value,Caption\nyn,yes,Yes\n")
    #expect(form.problems.isEmpty && form.languages == ["en", "fr"])
    #expect(form.questions.first?.wording == Wording(["en": "Why?", "fr": "Pourquoi ?"]))
    #expect(said(form).contains("survey 1 columnTwice label (4), 1, Why so?"))
    let same = try Asked.form("type,name,label,label\ntext,q,Why?,Why?\ntext,r,When?,\n")
    #expect(said(same) == ["survey 1 columnRepeated label (4)"])
    let both = try Asked.form("type,name,label,label::English\ntext,q,Why?,Why so?\n")
    #expect(both.questions.first?.wording["en"] == "Why so?")
    #expect(said(both) == ["survey 2 cellLeftOut label"])
    let bare = try Asked.form("type,name,label,\ntext,q,Why?,a remark\n")
    #expect(said(bare) == ["survey 2 cellUnheaded a remark"])
  }

  @Test func `What a form does besides asking is named`() throws {
    let form = try Asked.form(
      """
      type,name,label,disabled,required,parameters
      text,why,Why does ${who} not come?,,,
      text,old,Old?,yes,,
      text,if,If?,,${why} != '',
      range,tenths,How much?,,,start=0 end=1 step=0.1
      select_one ${names},which,Which?,,,
      select_one_from_file places.csv,place,Where?,,,
      begin_group,interest,How interested are you?,,,
      select_multiple yn,maps,Maps,,,
      end_group,,,,,
      """, choices: yesNo)
    #expect(form.problems.isEmpty && form.questions.map(\.id) == ["why", "if", "tenths", "maps"])
    for note in [
      "survey 2 reference why", "survey 3 disabled text old", "survey 4 cellLeftOut required",
      "survey 5 keptAsOpen range start=0 end=1 step=0.1", "survey 6 typeLeftOut select_one ${names} which",
      "survey 7 typeLeftOut select_one_from_file places.csv place", "survey 8 groupLeftOut interest",
    ] { #expect(said(form).contains(note), "\(note)") }
  }

  @Test func `Sheets one below the other in one table`() throws {
    let table = ImportFile(
      bytes: Array(
        "survey,,,\n,type,name,label\n,select one from yn,q,Agree?\n,text,1q,Why?\nchoices,,,\n,list name,name,label\n,yn,yes,Yes\n"
          .utf8))
    let form = try #require(try XLSFormReader(workbook: table))
    #expect(form.problems.map { "\($0.code) \($0.line)" } == ["badName 4"])
    #expect(form.questions.first?.choices.map(\.code) == ["yes"])
  }

  @Test func `A choice that stands twice is one where the form allows it`() throws {
    let form = try Asked.form(
      "type,name,label\nselect_one yn,q,Q\n", choices: "list_name,name,label\nyn,yes,Yes\nyn,yes,Yes again\n",
      settings: "form_id,allow_choice_duplicates\nf,yes\n")
    #expect(form.problems.isEmpty && form.questions.first?.choices.count == 1)
    #expect(said(form).contains("choices 3 choiceRepeatedAllowed yes"))
  }
}
