import Model
import Testing

/// What is wrong with a text for a stakeholder's field, nil where nothing is.
private func problem(_ field: String, _ text: String) -> FieldProblem? {
  var stakeholder = Stakeholder(id: "s")
  do { try Stakeholder.field(field)!.write(text, to: &stakeholder) } catch { return error }
  return nil
}

/// The text that a field makes of a text.
private func normal(_ field: String, _ text: String) throws -> String {
  var stakeholder = Stakeholder(id: "s")
  try Stakeholder.field(field)!.write(text, to: &stakeholder)
  return Stakeholder.field(field)!.read(stakeholder)
}

@Suite struct FieldTests {
  @Test(arguments: [
    ("name", " ", FieldProblem.missing), ("name", "\u{200B}\u{200F}\u{2060}", .missing),
    ("emails", "ana.example.org", .noAtSign("ana.example.org")),
    ("emails", "@example.org", .nothingBeforeAt("@example.org")),
    ("emails", "a@b.org; ana@", .nothingAfterAt("ana@")),
    ("emails", "ana@example", .malformedEmail("ana@example")),
    ("emails", "Ana <ana@example.org>", .malformedEmail("Ana <ana@example.org>")),
    ("country", "Narnia", .unknownCountry("Narnia")),
    ("languages", "nobodyish", .malformedLanguage("nobodyish")),
    ("languages", "xx", .unknownLanguage("xx")),
    ("joined", "15.9", .malformedDay("15.9")),
    ("observer_since", "15-9", .malformedPartialDay("15-9")),
    ("kind", "firm", .notOneOf("firm", StakeholderKind.codes)),
    ("family_first", "perhaps", .notYesOrNo("perhaps")),
    ("participation", "comments | many", .malformedParticipation("comments | many")),
    ("participation", "comments | 3 | x | May", .malformedDay("May")),
    ("orcid", "0000-0002-1825-0098", .wrongCheckDigits("0000-0002-1825-0098")),
    ("orcid", "1825-0097", .malformedORCID("1825-0097")),
    ("ror", "05dxps056", .wrongCheckDigits("05dxps056")), ("ror", "15dxps055", .malformedROR("15dxps055")),
    ("ror", "0uuuuuu55", .malformedROR("0uuuuuu55")),
    ("affiliations", " | Director", .missing),
    ("offers", "money | a lot", .notOneOf("money", CapacityKind.codes)),
    ("barrier_steps", "language | guide | soon", .malformedDay("soon")),
    ("consents", "register | maybe", .notOneOf("maybe", ConsentAnswer.codes)),
    (
      "consents", "register | yes | | | | | | more",
      .tooManyParts("register | yes | | | | | | more", 7)
    ),
  ])
  func says(_ field: String, _ text: String, expected: FieldProblem) {
    #expect(problem(field, text) == expected)
  }

  @Test(arguments: [
    ("emails", " a@b.org;a@b.org ;; 李@例子.中国 ", "a@b.org; 李@例子.中国"),
    ("roles", "End User; contributor", "end-user; contributor"),
    ("country", "肯尼亚", "KE"), ("country", "كينيا", "KE"), ("country", "Côte d’Ivoire", "CI"),
    ("country", "ke", "KE"), ("languages", "ZH-hans; PT-br; toi; nya", "zh-Hans; pt-BR; toi; ny"),
    ("observer_since", "2015-09", "2015-09"), ("observer_since", "9.2015", "2015-09"),
    ("joined", "15.9.2015", "2015-09-15"), ("observer_since", "", ""), ("family_first", "TRUE", "yes"),
    ("family_first", "no", ""), ("kind", "", "individual"), ("joined", "", ""),
    ("participation", "comments|14|Pollination|2015-03-02", "comments | 14 | Pollination | 2015-03-02"),
    ("participation", "fellowship", "fellowship | 1"),
    ("orcid", "https://orcid.org/0000-0001-5109-3700", "0000-0001-5109-3700"),
    ("orcid", "000000021694233x", "0000-0002-1694-233X"), ("ror", "https://ror.org/02MHBDP94", "02mhbdp94"),
    ("affiliations", "CAS|Prof.|2011||; ;FAO", "CAS | Prof. | 2011; FAO"),
    ("affiliations", #"A \| B; C\; D | Head"#, #"A \| B; C\; D | Head"#),
    ("addresses", #"1 Road\; 2nd floor; C:\dir\"#, #"1 Road\; 2nd floor; C:\\dir\\"#),
    ("consents", "mailing|no", "mailing | no | consent"),
  ])
  func normalizes(_ field: String, _ text: String, expected: String) throws {
    #expect(try normal(field, text) == expected)
  }

  @Test func `Numbers keep to their range`() throws {
    var activity = Activity(id: "t1.a")
    let progress = try #require(Activity.field("progress"))
    #expect(throws: FieldProblem.outOfRange(101, 0...100)) { try progress.write("101", to: &activity) }
    #expect(throws: FieldProblem.notANumber("half")) { try progress.write("half", to: &activity) }
    try progress.write("40", to: &activity)
    #expect(progress.read(activity) == "40")
  }

  @Test func `A refused text leaves the record as it is`() {
    var stakeholder = Stakeholder(id: "s")
    stakeholder.emails = ["a@b.org"]
    let before = stakeholder
    #expect(throws: FieldProblem.self) {
      try Stakeholder.field("emails")!.write("c@d.org; nonsense", to: &stakeholder)
    }
    #expect(stakeholder == before)
  }

  @Test func `An end before its start contradicts`() {
    var activity = Activity(id: "t1.a")
    (activity.start, activity.end) = (Day("2015-05-02"), Day("2015-05-01"))
    #expect(activity.contradictions.map(\.field) == ["end"])
  }

  @Test func `Values bring a record back`() throws {
    var stakeholder = Stakeholder(id: "s")
    stakeholder.name = "Ana"
    stakeholder.participation = [Participation(kind: .comments, count: 3)]
    #expect(Stakeholder(id: "s", version: 0, values: stakeholder.values) == stakeholder)
    #expect(stakeholder.values == ["name": "Ana", "kind": "individual", "participation": "comments | 3"])
  }
}

@Suite struct PlainEmailTests {
  /// The short way for plain addresses says no more than the long one.
  @Test(arguments: [
    "a@b", "a@b.", "a@.b", "a@-b.c", "a@b-.c", "a@b..c", "@b.c", "a@", "a b@c.d", "a@b@c.d", "a@b_c.d",
    "a@b.c-",
  ])
  func `What is not an address stays one`(_ text: String) {
    #expect(throws: FieldProblem.self) { try Email.checked(text) }
  }

  @Test(arguments: [
    "a@b.c", "a.b-c_d@e-f.gh", "-a@b.cd", "a.@b.cd", "a+b@c.de", "ü@bücher.example", "A1@2b.C3",
  ])
  func `What is one stays one`(_ text: String) throws {
    #expect(try Email.checked(text) == text)
  }
}
