import Foundation
import Testing

@testable import Model

/// Wording that prescribes policy is found in the six languages, and what only looks like it is left alone.
@Suite struct BoundaryCheckTests {
  /// A sentence of which people said whether it prescribes policy.
  private struct Labelled {
    let prescribes: Bool
    let text: String
  }

  /// Right and wrong answers about labelled sentences.
  private struct Quality {
    var found = 0
    var missed: [String] = []
    var wrong: [String] = []

    var precision: Double { Double(found) / Double(max(found + wrong.count, 1)) }
    var recall: Double { Double(found) / Double(max(found + missed.count, 1)) }

    init(_ check: BoundaryCheck, _ sentences: [Labelled]) {
      for sentence in sentences {
        let isFound = !check.findings(in: sentence.text).isEmpty
        switch (sentence.prescribes, isFound) {
        case (true, true): found += 1
        case (true, false): missed.append(sentence.text)
        case (false, true): wrong.append(sentence.text)
        case (false, false): break
        }
      }
    }
  }

  /// Of a folder beside this file: each line a label, what kind of sentence it is, and the sentence.
  private static func sentences(_ path: String) throws -> [Labelled] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sentences/\(path).tsv")
    return try String(contentsOf: place, encoding: .utf8).split(separator: "\n").map { line in
      let cells = line.split(separator: "\t")
      try #require(cells.count == 3 && ["prescribes", "neutral"].contains(cells[0]), "\(line)")
      return Labelled(prescribes: cells[0] == "prescribes", text: String(cells[2]))
    }
  }

  private func hold(_ language: String, _ path: String, _ name: String) throws {
    let check = try #require(BoundaryCheck.of(language))
    let sentences = try Self.sentences(path)
    let quality = Quality(check, sentences)
    let figures = [quality.precision, quality.recall].map { String(format: "%.2f", $0) }
    print("\(language), \(name): precision \(figures[0]), recall \(figures[1]) of \(sentences.count)")
    #expect(quality.precision >= 0.9, "\(quality.wrong)")
    #expect(quality.recall >= 0.8, "\(quality.missed)")
    #expect(sentences.count { !$0.prescribes } * 2 >= sentences.count - 5)
  }

  @Test(arguments: Language.official)
  func `Sentences that prescribe policy are told from those that do not`(language: String) throws {
    #expect(try Self.sentences(language).count >= 140)
    try hold(language, language, "known")
  }

  /// Nobody looks at what is found in these while changing the rules: put new sentences among the known ones.
  @Test(arguments: Language.official)
  func `Sentences that the rules were not made for are told apart as well`(language: String) throws {
    #expect(try Self.sentences("Held/\(language)").count >= 70)
    try hold(language, "Held/\(language)", "held back")
  }

  @Test(arguments: Language.official)
  func `No sentence stands in both sets`(language: String) throws {
    let texts = try Self.sentences(language).map(\.text) + Self.sentences("Held/\(language)").map(\.text)
    #expect(Set(texts).count == texts.count)
  }

  @Test(arguments: Language.official)
  func `Counter-examples of every rule are left alone`(language: String) throws {
    let check = try #require(BoundaryCheck.of(language))
    #expect(Set(check.rules.map(\.kind)) == Set(Prescription.allCases))
    for rule in check.rules {
      #expect(rule.id == "\(language).\(rule.kind.rawValue)")
      #expect(!rule.suggestion.isEmpty && !rule.counterexamples.isEmpty)
      #expect(!rule.reason.text.en.isEmpty && !rule.reason.text.zh.isEmpty)
      let cited = rule.reason.citation.en.split(separator: ", ").compactMap {
        Mandate.adopted.paragraph(String($0))?.citation.zh.replacing("附件一", with: "")
      }
      #expect(!cited.isEmpty && rule.reason.citation.zh == "附件一" + cited.joined(separator: "、"))
      for sentence in rule.counterexamples {
        #expect(check.findings(in: sentence).isEmpty, "\(rule.id): \(sentence)")
      }
    }
  }

  @Test func `A finding says which words, why and how else`() throws {
    let check = try #require(BoundaryCheck.of("en"))
    let text = "Bees are in decline. Governments must ban three products."
    let finding = try #require(check.findings(in: text).first)
    #expect(finding.words == "Governments must" && text[finding.range] == finding.words)
    #expect(finding.rule.kind == .obligation && finding.rule.reason.citation.en == "A.9, A-V.1")
    #expect(check.findings(in: text).count == 1)
  }

  @Test func `Every sentence of a text is looked at on its own`() throws {
    let check = try #require(BoundaryCheck.of("en"))
    let text = """
      Should governments act? Governments should act. Ministers said so on p. 3. “Governments
      should act,” they wrote.

      - Governments should act
      - An unclosed “quotation ends with its paragraph

      Governments should act (see chapter 1.2). The report does not say that governments should act.
      """
    let found = check.findings(in: text).map { text.distance(from: text.startIndex, to: $0.range.lowerBound) }
    let expected = [
      "Governments should act. M", "Governments should act\n- An", "Governments should act (see",
    ]
    #expect(
      found
        == expected.map { text.distance(from: text.startIndex, to: text.range(of: $0)!.lowerBound) })
  }

  @Test func `Sentences end as each script ends them`() throws {
    for (language, text, count) in [
      ("zh", "各国政府必须禁止农药。政府是否应当征税？各国应当征税！“各国应当征税。”他说。", 2),
      (
        "ar",
        "يجب على الحكومات أن تحظر المبيدات. هل ينبغي للحكومات أن تفرض ضريبة؟ ينبغي للحكومات أن تفرض ضريبة!", 2
      ),
      (
        "es",
        "¿Deben los gobiernos prohibirlo? ¡Los gobiernos deben prohibirlo! «Los gobiernos deben prohibirlo.»",
        1
      ),
      ("fr", "Les gouvernements doivent-ils l’interdire ? Les gouvernements doivent l’interdire !", 1),
      ("ru", "Должны ли правительства это запретить? Правительства должны это запретить!", 1),
      ("en", "Must governments ban it? Dr. Smith agrees, e.g. in 1.5 cases. Governments must ban it!", 1),
    ] {
      #expect(try #require(BoundaryCheck.of(language)).findings(in: text).count == count, "\(text)")
    }
  }

  @Test func `Marks and cases that no reader sees hide no word`() throws {
    let check = try #require(BoundaryCheck.of("fr"))
    for text in [
      "LES ÉTATS DOIVENT AGIR.", "Les E\u{301}tats doivent agir.", "Les États doi\u{AD}vent agir.",
      "Les États\u{200B} doivent\u{202E} agir.", "Les États\ndoivent agir.",
    ] {
      #expect(check.findings(in: text).count == 1, "\(text)")
    }
    let arabic = try #require(BoundaryCheck.of("ar"))
    #expect(arabic.findings(in: "يَجِبُ عَلى الحُكوماتِ أنْ تَحظُرَ المبيداتِ.").count == 1)
    #expect(arabic.findings(in: "يجـــب على الحكومات أن تحظر المبيدات.").count == 1)
  }

  @Test func `Languages are found by their primary tag`() {
    #expect(BoundaryCheck.of("fr-CA")?.language == "fr" && BoundaryCheck.of("ZH")?.language == "zh")
    #expect(BoundaryCheck.of("de") == nil && BoundaryCheck.of("") == nil)
  }
}
