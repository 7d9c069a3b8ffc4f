import Model
import Testing

/// What goes out of the house is read for wording that prescribes policy, and a reason is asked for once.
@Suite struct OutgoingTests {
  private func message(_ values: [String: String]) -> Message { Message(id: "x", version: 1, values: values) }

  /// The fields that go out, as their tables say it: whoever adds one says it there, and here.
  @Test func `Each kind says which of its fields go out`() {
    func fields<R: Record>(_: R.Type) -> [String] {
      R.fields.filter { $0.outgoing != nil }.map { "\(R.kind).\($0.name)" }
    }
    #expect(
      RecordKind.allCases.flatMap { fields($0.type) } == [
        "product.name", "enquiry.approved_line", "enquiry.answer", "material.name", "response.approved_line",
        "comment.reason", "report.edits", "message.text_ar", "message.text_zh", "message.text_en",
        "message.text_fr", "message.text_ru", "message.text_es",
      ])
    for kind in RecordKind.allCases where !fields(kind.type).isEmpty {
      #expect(kind.type is any Outgoing.Type, "\(kind) keeps no reasons")
    }
  }

  @Test(
    arguments: [
      ("Governments must ban these pesticides.", "en"), ("Les gouvernements doivent agir.", "fr"),
      ("Los gobiernos deben actuar.", "es"), ("Правительства должны действовать.", "ru"),
      ("يجب على الحكومات أن تتحرك.", "ar"), ("各国政府必须采取行动。", "zh"), ("IPBES 各国政府必须 2016", "zh"),
      ("The report is out.", "en"), ("12 % 2016", nil),
    ] as [(String, String?)])
  func `The language of a text is guessed where nobody said it`(_ text: String, _ language: String?) {
    #expect(TextLanguage.guess(text) == language)
  }

  @Test func `Each text is read in its own language`() {
    let one = message([
      "name": "x", "text_en": "Governments must ban these pesticides.",
      "text_fr": "Les gouvernements doivent interdire ces pesticides.", "text_es": "Rinden más.",
    ])
    #expect(one.openFindings(since: nil).map(\.field) == ["text_en", "text_fr"])
    var enquiry = Enquiry(id: "e")
    (enquiry.answer, enquiry.language) = ("Les gouvernements doivent interdire ces pesticides.", "fr-CA")
    #expect(enquiry.openFindings(since: nil).map(\.field) == ["answer"])
    enquiry.language = ""
    #expect(enquiry.openFindings(since: nil).count == 1)
    enquiry.language = "sw"
    #expect(enquiry.outgoingTexts.isEmpty)
  }

  @Test func `What people wrote into a report is read, and nothing else of it`() {
    var report = Report(id: "r")
    report.language = "en"
    report.edits = [
      ReportEdit(paragraph: "media.tone", kind: .replace, text: "Governments must ban these pesticides."),
      ReportEdit(paragraph: "governments must ban", kind: .omit),
    ]
    #expect(report.openFindings(since: nil).count == 1)
  }

  @Test func `A reason is kept for its words, and they are not asked about again`() throws {
    var one = message(["name": "x", "text_en": "Governments must ban these pesticides."])
    let found = try #require(one.openFindings(since: nil).first)
    one.overrides = [found.kept("The title of a law", by: "mei", on: nil)]
    #expect(one.openFindings(since: nil).isEmpty)
    one.texts["en"] = "Once more: GOVERNMENTS MUST BAN these pesticides. Ministers should act."
    #expect(one.openFindings(since: nil).map(\.finding.words).contains { $0.contains("should") })
    #expect(try BoundaryOverride(one.overrides[0].text) == one.overrides[0])
  }

  @Test func `What stood there before is not asked about when another field changes`() {
    let before = message(["name": "x", "text_en": "Governments must ban these pesticides."])
    var after = before
    after.note = "Checked"
    #expect(after.openFindings(since: before).isEmpty)
    after.texts["fr"] = "Les gouvernements doivent interdire ces pesticides."
    #expect(after.openFindings(since: before).map(\.field) == ["text_fr"])
  }

  @Test func `Reasons of two people stand beside each other`() {
    func kept(_ words: String) -> BoundaryOverride {
      BoundaryOverride(field: "answer", words: words, reason: "r", who: "w", day: nil)
    }
    func joined<R: Outgoing>(_ base: R) -> [String] {
      var (mine, theirs) = (base, base)
      mine.overrides.append(kept("b"))
      theirs.overrides.append(kept("c"))
      return mine.joining(theirs, over: base, in: "overrides")?.overrides.map(\.words) ?? []
    }
    #expect(joined(Enquiry(id: "e")) == ["c", "b"] && joined(Report(id: "r")) == ["c", "b"])
    #expect(joined(Message(id: "m")) == ["c", "b"])
  }
}
