import Foundation
import Model
import Testing

@testable import Interchange

@Suite struct XLSFormTests {
  private func read(_ form: XLSForm) throws -> XLSFormReader {
    let sheets = Dictionary(
      uniqueKeysWithValues: form.sheets().map { ($0.name, ImportFile(bytes: $0.bytes)) })
    return try XLSFormReader(
      survey: try #require(sheets[XLSForm.surveyFile]), choices: sheets[XLSForm.choicesFile],
      settings: sheets[XLSForm.settingsFile])
  }

  @Test func `Our forms come back exactly`() throws {
    let form = try read(XLSForm(Asked.survey, Asked.questions))
    #expect(form.problems.isEmpty && form.notes.isEmpty)
    #expect(form.questions == Asked.questions)
    let survey = form.merged(try #require(form.survey), into: Asked.survey)
    #expect(survey == Asked.survey)
    #expect(form.questions.map { form.merged($0, into: $0) } == Asked.questions)
  }

  @Test func `The sheets are what XLSForm says`() throws {
    let sheets = XLSForm(Asked.survey, Asked.questions).sheets().map {
      String(decoding: $0.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    }.map { sheet in
      // So that spreadsheets know that it is UTF-8.
      #expect(sheet.hasPrefix("\u{FEFF}"))
      return String(sheet.dropFirst())
    }
    #expect(
      sheets[0].hasPrefix("type,name,label::French (fr),label::English (en),label::Chinese (zh),required,"))
    for line in [
      "select_one one,one,", "select_multiple many,many,", "range,scale,", "rank rank,rank,",
      "begin_group,grid,", "select_one grid,grid.mail,", "end_group,,", "text,say,",
    ] { #expect(sheets[0].contains("\n" + line), "\(line)") }
    #expect(sheets[0].contains("start=1 end=5 step=1") && sheets[0].contains("count-selected(.) <= 2"))
    #expect(sheets[0].contains("table-list"))
    #expect(sheets[1].contains("\ngrid,often,The often (fr),The often,The often（中）\n"))
    #expect(sheets[2].contains("French (fr)"))
  }

  @Test func `One workbook holds the form, and its codes stay what they are`() throws {
    var one = Asked.questions[0]
    one.choices = Asked.choices("01", "1e3", "true", "2015-09-01", "007")
    let questions = [one] + Asked.questions.dropFirst()
    let path = "\(NSTemporaryDirectory())/form-\(getpid()).xlsx"
    defer { unlink(path) }
    try XLSForm(Asked.survey, questions).write(to: path, replacing: .nothing)
    let form = try #require(try XLSFormReader(workbook: try ImportFile(path: path)))
    #expect(form.problems.isEmpty && form.notes.isEmpty)
    #expect(form.questions == questions)
    let survey = form.merged(try #require(form.survey), into: Asked.survey)
    #expect(survey == Asked.survey)
  }

  @Test func `Forms of others are read, and what is left out is said with its line`() throws {
    let form = try Asked.form(
      """
      type,name,label::English (en),label::fr,label::Swahili (sw),hint::en,relevant,required,colour
      start,start,,,,,,,
      begin group,about,About you,,,,,,
      select one sexes,sex,Sex?,Sexe ?,Jinsia?,Say it,,yes,
      integer,age,Age?,,,,${sex} = 'f',,
      end group,,,,,,,,
      select_multiple colours or_other,col,Colours?,Couleurs ?,,,,,
      geopoint,where,Where?,,,,,,
      note,thanks,Thank you,Merci,,,,,
      begin_repeat,children,Children,,,,,,
      text,child,Name?,,,,,,
      end_repeat,,,,,,,,
      """,
      choices:
        "list_name,name,label::en,label::fr\nsexes,f,Female,Féminin\nsexes,m,Male,\ncolours,red,Red,Rouge\nspare,x,X,X\n",
      settings: "form_title,form_id,default_language\nMy form,my_form,English (en)\n")
    #expect(form.problems.isEmpty)
    #expect(form.questions.map(\.id) == ["sex", "age", "col"])
    #expect(form.questions.map(\.type) == [.single, .open, .multiple])
    #expect(form.questions[2].choices.last?.code == "other")
    #expect(form.questions[2].choices.last?.wording == Wording(["en": "Other", "fr": "Autre"]))
    #expect(form.questions[0].isRequired && form.questions[0].wording["fr"] == "Sexe ?")
    #expect(form.survey?.name == "My form" && form.survey?.questions == ["sex", "age", "col"])
    #expect(form.survey?.languages == ["en", "fr"])
    let said = form.notes.map { "\($0.sheet) \($0.line) \($0.code) \($0.value) \($0.language)".trimmed }
    for note in [
      "survey.csv 1 languageLeftOut label::Swahili (sw)", "survey.csv 1 columnLeftOut colour",
      "survey.csv 2 typeLeftOut start start", "survey.csv 4 cellLeftOut hint::en",
      "survey.csv 5 cellLeftOut relevant", "survey.csv 5 keptAsOpen integer",
      "survey.csv 5 untranslated age fr", "survey.csv 7 otherAdded col",
      "survey.csv 8 typeLeftOut geopoint where", "survey.csv 9 noteLeftOut thanks",
      "survey.csv 11 typeLeftOut text child", "choices.csv 3 untranslated sexes m fr",
      "choices.csv 1 listUnused spare", "survey.csv 3 groupLeftOut about",
    ] { #expect(said.contains(note), "\(note)") }
  }

  @Test(arguments: [
    ("name,label\nq,Q\n", "columnMissing 1"),
    ("type,name,label\ntext,,Q\n", "nameMissing 2"),
    ("type,name,label\ntext,1q,Q\n", "badName 2"),
    ("type,name,label\ntext,q,Q\ntext,q,Q\n", "repeatedName 3"),
    ("type,name,label\nselect_one,q,Q\n", "listMissing 2"),
    ("type,name,label\nselect_one none,q,Q\n", "listUnknown 2"),
    ("type,name,label\nend_group,,\n", "endWithoutBegin 2"),
    ("type,name,label\nbegin_group,g,G\ntext,q,Q\n", "groupUnclosed 2"),
    ("type,name,label,parameters\nrange,q,Q,start=5 end=1\n", "badRange 2"),
    ("type,name,label,parameters\nrange,q,Q,start=0 end=one\n", "badRange 2"),
    ("type,name,label\nnote,n,N\n", "noQuestions 1"),
    ("type,name,label\ntext,q,\"Q\n", "unreadableRow 2"),
  ]) func `A form that cannot be taken says why, with its line`(_ sheet: String, _ expected: String)
    throws
  {
    let form = try Asked.form(sheet, choices: "list_name,name,label\nl,a,A\n")
    #expect(form.problems.map { "\($0.code) \($0.line)" } == [expected])
  }

  @Test func `Choices without a list, twice or without a code`() throws {
    let form = try Asked.form(
      "type,name,label\nselect_one l,q,Q\n",
      choices: "list_name,name,label\nl,a,A\n,b,B\nl,a,C\nl,a b,D\nl,,E\n,,A remark\n")
    #expect(form.problems.map { "\($0.code) \($0.line)" } == ["repeatedChoice 4", "badChoice 6"])
    #expect(
      form.notes.map { "\($0.code) \($0.line) \($0.value)" } == [
        "choiceWithoutList 3 b", "renamed 5 a b → a_b", "remark 7 A remark",
      ])
  }

  @Test func `Words in languages that a form has no column for stay`() throws {
    let form = try Asked.form(
      "type,name,label::en\nselect_one l,one,New words?\n",
      choices: "list_name,name,label::en\nl,yes,Yea\nl,no,Nay\nl,other,Oth\n")
    let merged = form.merged(form.questions[0], into: Asked.questions[0])
    #expect(merged.wording.texts["en"] == "New words?" && merged.wording.texts["zh"] == "What of one?（中）")
    #expect(merged.choices[0].wording["fr"] == "The yes (fr)" && merged.choices[0].wording["en"] == "Yea")
    #expect(merged.name == "Name of one" && merged.topic == .willingness)
  }

  @Test func `Types as people write them`() {
    #expect(FormType("select_one  Cities") == .one("Cities", false))
    #expect(FormType("select one from_list or_other") == .one("from_list", true))
    #expect(FormType("Select multiple l") == .several("l", false))
    #expect(FormType("select all that apply from l") == .several("l", false))
    #expect(FormType("rank l") == .rank("l", false))
    #expect(FormType("end") == .unknown && FormType("end group") == .end)
    #expect(FormType("begin repeat") == .begin(isRepeat: true))
    #expect(FormType("") == .unknown && FormType("select") == .unknown)
    #expect(FormType.ends("start=0;end=10;step=1") == 0...10 && FormType.ends("") == 1...10)
    #expect(FormType.ends("start=0 end=101") == nil && FormType.ends("start=a end=2") == nil)
    #expect(FormType.most("count-selected(.)<=3") == 3 && FormType.most(". > 3") == nil)
  }

  @Test func `A workbook that is cut off is no sheet, and says so`() {
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + Array("xl/workbook.xml".utf8)
    #expect(throws: ImportFailure.workbook(.damaged("zip"))) {
      try XLSFormReader(survey: ImportFile(bytes: zip), choices: nil, settings: nil)
    }
  }
}
