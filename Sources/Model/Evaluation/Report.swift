/// For whom a report is written (annex I, paragraph 7; annex II, paragraph 22).
public enum ReportAudience: String, Vocabulary { case plenary, bureau, mep }

public enum ReportState: String, Vocabulary { case draft, released }

/// What is done to a paragraph before release.
public enum ReportEditKind: String, Vocabulary { case replace, add, omit }

/// What a person changed in a draft.
public struct ReportEdit: Composite {
  /// The paragraph's key in the report, such as `media.tone`: numbers change, keys do not.
  public let paragraph: String
  public let kind: ReportEditKind
  public let text: String
  /// What the facts said there when it was edited: where they say something else by now, the office is told.
  public let basis: String

  public init(paragraph: String, kind: ReportEditKind, text: String = "", basis: String = "") {
    (self.paragraph, self.kind, self.text, self.basis) = (paragraph, kind, text, basis)
  }

  public static let parts = [
    Part("paragraph", .line), Part("edit", .choice(ReportEditKind.codes)), Part("text", .line),
    Part("basis", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    guard !texts[0].isEmpty else { throw .missing }
    (paragraph, kind, text, basis) = (texts[0], try ReportEditKind.reading(texts[1]), texts[2], texts[3])
  }

  public var texts: [String] { [paragraph, kind.rawValue, text, basis] }
}

/// A report of evaluation: a draft that people edit, then what was released, with the facts as they were.
public struct Report: Record, Outgoing {
  public static let kind = RecordKind.report

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var audience = ReportAudience.plenary
  public var from: Day?
  public var to: Day?
  public var language = ""
  public var state = ReportState.draft
  public var edits: [ReportEdit] = []
  /// Its number or symbol as a document, where it has one.
  public var symbol = ""
  public var released: Day?
  /// All facts that the report says, frozen at release: a published number can be traced. JSON.
  public var facts = ""
  /// The SHA-256 of the facts, in hexadecimal digits.
  public var digest = ""
  public var note = ""
  public var overrides: [BoundaryOverride] = []

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  /// Edits of different paragraphs stand beside each other.
  public func joining(_ theirs: Report, over base: Report, in field: String) -> Report? {
    if field == Field<Report>.overridesName {
      var joined = theirs
      joined.overrides += overrides.filter { !theirs.overrides.contains($0) && !base.overrides.contains($0) }
      return joined
    }
    guard field == "edits" else { return nil }
    func changed(_ report: Report) -> Set<String> {
      Set((report.edits + base.edits).map(\.paragraph)).filter { paragraph in
        report.edits.filter { $0.paragraph == paragraph } != base.edits.filter { $0.paragraph == paragraph }
      }
    }
    let mine = changed(self)
    guard mine.isDisjoint(with: changed(theirs)) else { return nil }
    var joined = theirs
    joined.edits =
      theirs.edits.filter { !mine.contains($0.paragraph) } + edits.filter { mine.contains($0.paragraph) }
    return joined
  }

  public static let fields: [Field<Report>] = [
    .line("name", \.name, isRequired: true), .choice("audience_of_report", \.audience, default: .plenary),
    .day("from", \.from), .day("to", \.to),
    Field("language", .line, read: \.language) { (report, text) throws(FieldProblem) in
      guard text.isEmpty || Language.official.contains(text) else {
        throw .notOneOf(text, Language.official)
      }
      report.language = text
    },
    .choice("report_state", \.state, default: .draft), .items("edits", \.edits).goingOut(in: \.language),
    .line("symbol", \.symbol),
    .day("released", \.released), .text("facts", \.facts), .line("digest", \.digest),
    .text("note", \.note), .overrides,
  ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let from, let to, to < from { return [("to", .endBeforeStart)] }
    return []
  }
}
