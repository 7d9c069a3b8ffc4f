/// How a question is answered.
public enum QuestionType: String, Vocabulary {
  case single, multiple, scale, ranking, matrix, open
}

/// What a question is about: what the needs analysis has to find out (annex II, appendix, paragraph 6), and what
/// other surveys ask.
public enum QuestionTopic: String, Vocabulary {
  case willingness, incentives, disincentives, outputs, ways, concerns, perception, satisfaction, profile
  case other
}

/// An answer that can be chosen, or a row of a matrix. The code is what responses hold: it stays the same in every
/// wave and every language.
public struct QuestionChoice: Composite {
  public let code: String
  public let wording: Wording

  public init(code: String, wording: Wording) { (self.code, self.wording) = (code, wording) }

  public static let parts = [Part("code", .line)] + Language.official.map { Part($0, .line) }

  public init(texts: [String]) throws(FieldProblem) {
    code = try Question.code(texts[0])
    wording = Wording(
      Dictionary(uniqueKeysWithValues: zip(Language.official, texts.dropFirst().map(\.trimmed))))
  }

  public var texts: [String] { [code] + Language.official.map { wording[$0] } }
}

/// A question of the bank. Its id is fixed, so that the waves of a survey compare.
public struct Question: Record {
  public static let kind = RecordKind.question

  public let id: RecordID
  public var version = 0
  /// What the office calls it.
  public var name = ""
  public var type = QuestionType.single
  public var topic = QuestionTopic.other
  public var wording = Wording()
  /// The answers that can be chosen: of a matrix its columns, of a scale the points that have words.
  public var choices: [QuestionChoice] = []
  /// The rows of a matrix.
  public var rows: [QuestionChoice] = []
  /// The ends of a scale.
  public var from = 0
  public var to = 0
  /// How many answers may be chosen; 0 where as many as there are.
  public var most = 0
  public var isRequired = false
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<Question>] =
    [
      .line("name", \.name, isRequired: true), .choice("question_type", \.type, default: .single),
      .choice("topic", \.topic, default: .other),
    ] + Field.wording("text", \.wording) + [
      .items("choices", \.choices), .items("rows", \.rows), .number("scale_from", \.from, in: 0...100),
      .number("scale_to", \.to, in: 0...100), .number("most", \.most, in: 0...100),
      .flag("required", \.isRequired), .text("note", \.note),
    ]

  /// A code of a choice or a row: what stands between spaces in a file of responses.
  public static func code(_ text: String) throws(FieldProblem) -> String {
    guard 1...40 ~= text.utf8.count, text.utf8.allSatisfy({ isCodeByte($0) }) else {
      throw text.isEmpty ? .missing : .malformedID(text)
    }
    return text
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
