import Foundation
import Interchange
import Model
import Testing

@Suite struct ResponseImportTests {
  private func values(_ response: SurveyResponse?) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (response?.answers ?? []).map { ($0.question, $0.value) })
  }

  private static let all = [
    "one": "yes", "many": "big red", "scale": "4", "named-scale": "3", "rank": "third first",
    "grid.mail": "often", "grid.phone": "never", "say": "It is well; thanks",
  ]

  @Test func `LimeSurvey: codes, Y columns, places of a ranking, an array`() throws {
    let taken = try Asked.responses(
      "id;submitdate;lastpage;startlanguage;seed;ipaddr;one;many[big];many[smallones];many[red];scale;namedscale;"
        + "rank[1];rank[2];rank[3];grid[mail];grid[phone];say;many[other]",
      "7;2015-09-03 10:11:12;3;fr;991;192.0.2.1;yes;Y;;Y;4;3;third;first;;often;never;\"It is well; thanks\";odd",
      "8;1980-01-01 00:00:00;3;zh-Hans;992;;no;;;;N/A;;;;;;;;")
    #expect(taken.rejected.isEmpty && taken.file.format == .limesurvey)
    #expect(values(taken.new.first) == Self.all)
    #expect(taken.new.map(\.language) == ["fr", "zh"])
    #expect(taken.new.map { $0.day?.description } == ["2015-09-03", nil])
    #expect(values(taken.new.last) == ["one": "no"])
    #expect(taken.remarks.otherTexts == 1)
    #expect(taken.file.personalColumns == ["ipaddr"] && taken.file.unknownColumns.isEmpty)
  }

  @Test func `LimeSurvey: the words of questions behind their codes, and words for answers`() throws {
    let taken = try Asked.responses(
      "id. Response ID,startlanguage. Start language,one. What of one?,many[big]. What of many? [The big],"
        + "scale. What of scale?,grid[mail]. What of grid? [The mail],rank[1]. What of rank? [Rank 1],say. What?",
      "1,en,The yes,Yes,4,The often,The third,Hello", "2,fr,the NO (fr),Non,5,The never (fr),The first (fr),")
    #expect(taken.rejected.isEmpty)
    #expect(values(taken.new.first)["one"] == "yes" && values(taken.new.first)["grid.mail"] == "often")
    #expect(values(taken.new.first)["many"] == "big" && values(taken.new.first)["rank"] == "third")
    #expect(values(taken.new.last) == ["one": "no", "scale": "5", "grid.mail": "never", "rank": "first"])
  }

  @Test func `KoboToolbox: groups, several answers in one column and in many, words for codes`() throws {
    let header =
      "start,end,deviceid,part/one,many,many/big,many/small-ones,many/red,scale,named-scale,rank,"
      + "grid/grid.mail,grid/grid.phone,say,_uuid,_submission_time,__version__"
    let row =
      ",,d,yes,big red,1,0,1,4,3,third first,often,never,It is well; thanks,u-1000000,2015-09-03T10:11:12,v"
    let taken = try Asked.responses(header, row)
    #expect(taken.rejected.isEmpty && taken.file.format == .kobo)
    #expect(values(taken.new.first) == Self.all)
    #expect(taken.file.personalColumns == ["start", "end", "deviceid"])
    let labels = try Asked.responses(
      "What of one?,What of many?/The big,What of many?/The red,What of scale?,What of rank?,say,_uuid",
      "The yes (fr),1,0,4,The first; The third,x,u-1000001")
    #expect(labels.rejected.isEmpty)
    #expect(
      values(labels.new.first) == [
        "one": "yes", "many": "big", "scale": "4", "rank": "first third", "say": "x",
      ])
  }

  @Test func `ODK Central: hyphens between groups, several answers in one column`() throws {
    let taken = try Asked.responses(
      "SubmissionDate,part-one,outer-inner-many,part-scale,named-scale,rank,grid-grid.mail,grid-grid.phone,say,"
        + "meta-instanceID,KEY,SubmitterName",
      "2015-09-03T10:11:12.345Z,yes,red big,4,3,third first,often,never,It is well; thanks,uuid:1,uuid:1,Somebody"
    )
    #expect(taken.rejected.isEmpty && taken.file.format == .odk)
    #expect(values(taken.new.first) == Self.all)
    let split = try Asked.responses(
      "KEY,g-one,g-many/big,g-many/red,scale,rank,say,named-scale", "uuid:2,no,1,1,1,first,,0")
    #expect(values(split.new.first)["many"] == "big red" && values(split.new.first)["named-scale"] == "0")
  }

  @Test func `Unknown codes refuse their row, with column and what is known`() throws {
    let taken = try Asked.responses(
      "_uuid,one,many,scale,rank,say,lang", "u1,perhaps,big,4,first,,en",
      "u2,yes,big small-ones red,6,first first,,xx",
      "u3,yes,big,3,,,fr")
    #expect(taken.new.count == 1)
    #expect(
      taken.rejected == [
        "2 one answer(Model.AnswerProblem.unknownCode(\"perhaps\", known: [\"yes\", \"no\", \"other\"]))",
        "3 many answer(Model.AnswerProblem.tooMany(3, most: 2))",
        "3 scale answer(Model.AnswerProblem.unknownCode(\"6\", known: [\"1\", \"2\", \"3\", \"4\", \"5\"]))",
        "3 rank answer(Model.AnswerProblem.repeatedCode(\"first\"))",
        "3 lang value(Model.FieldProblem.unknownLanguage(\"xx\"))",
      ])
  }

  @Test func `Unknown questions are named once, and another survey is refused whole`() throws {
    let taken = try Asked.responses(
      "_uuid,one,many,scale,rank,extra,,extra two", "u1,yes,big,4,first,what,,ever")
    #expect(taken.file.unknownColumns == ["extra", "extra two"])
    #expect(taken.file.missingQuestions == ["named-scale", "grid", "say"])
    #expect(throws: ResponseFile.Failure.wrongSurvey(found: 2, of: 7)) {
      try Asked.responses("_uuid,one,many,a,b,c", "u1,yes,big,1,2,3")
    }
    var options = ResponseFile.Options()
    options.group = "nobody"
    #expect(throws: ResponseFile.Failure.unknownGroup("nobody", known: ["experts"])) {
      try Asked.responses("one,many,scale,rank", "", options: options)
    }
    var draft = Asked.survey
    draft.state = .draft
    #expect(throws: ResponseFile.Failure.notAsked) {
      try Asked.responses("one,many,scale,rank", "", survey: draft)
    }
  }

  @Test func `The same response comes in once, in a file and from file to file`() throws {
    let lines = [
      "_uuid,one,many,scale,rank", "u1,yes,big,4,first", "u1,yes,big,4,first", "u1,no,big,4,first",
      "u2,no,,,",
    ]
    let text = Array(lines.joined(separator: "\n").utf8)
    let taken = try Asked.responses(bytes: text)
    #expect(taken.new.count == 2 && taken.repeated == ["3 2 true", "4 2 false"])
    let again = try Asked.responses(bytes: text, stored: taken.new)
    #expect(again.unchanged == 2 && again.new.isEmpty && again.changed.isEmpty)
    // Without ids, a row is known by what it says; two who said the same are two.
    let bare = ["one,many,scale,rank", "yes,big,4,first", "yes,big,4,first", ",,,"]
    let first = try Asked.responses(bytes: Array(bare.joined(separator: "\n").utf8))
    #expect(first.new.count == 2)
    let longer = try Asked.responses(
      bytes: Array((bare + ["no,,,"]).joined(separator: "\n").utf8), stored: first.new)
    #expect(longer.unchanged == 2 && longer.new.count == 1)
  }

  @Test func `Of an anonymous survey nothing is kept that tells who answered`() throws {
    let header = "_uuid,name,email,stakeholder,start,_submission_time,one,many,scale,rank"
    let row =
      "uuid-of-somebody,Ada Example,ada@example.org,p1,2015-09-03T10:11:12,2015-09-03T10:12:13,yes,big,4,first"
    let taken = try Asked.responses(header, row)
    let response = try #require(taken.new.first)
    let stored = ([response.id] + response.values.values).joined(separator: " ")
    for trace in ["uuid-of", "Ada", "ada@", "p1", "10:1"] { #expect(!stored.contains(trace), "\(trace)") }
    #expect(response.day == Day("2015-09-03") && response.stakeholder.isEmpty)
    #expect(taken.file.personalColumns == ["name", "email", "start"])
    var named = Asked.survey
    named.anonymity = .named
    let known = try Asked.responses(header, row, survey: named)
    #expect(known.new.first?.stakeholder == "p1" && known.new.first?.id == "needs/uuid-of-somebody")
  }

  @Test func `Group, role and way of answering`() throws {
    var options = ResponseFile.Options()
    (options.group, options.mode) = ("experts", .phone)
    let taken = try Asked.responses("one,many,scale,rank", "yes,,,", options: options)
    #expect(taken.new.first?.group == "experts" && taken.new.first?.role == .contributor)
    #expect(taken.new.first?.mode == .phone)
    let own = try Asked.responses(
      "response,day,language,group,stakeholder_role,mode,one,many,scale,rank",
      "r-1,2015-09-01,fr,experts,end-user,paper,yes,,,", "r-2,1 Sept,fr,others,boss,paper,yes,,,")
    #expect(own.new.first?.role == .endUser && own.new.first?.mode == .paper)
    #expect(own.rejected.count == 3)
  }

  @Test func `Text from outside is one harmless line`() throws {
    let taken = try Asked.responses(
      "one,many,scale,say,_uuid", "yes,,,\"two\nlines \u{1B}[31m \u{202E}x; | \\\",u1")
    let response = try #require(taken.new.first)
    #expect(response["say"] == "two lines  [31m x; | \\")
    let back = SurveyResponse(id: response.id, version: 0, values: response.values)
    #expect(back == response)
  }
}
