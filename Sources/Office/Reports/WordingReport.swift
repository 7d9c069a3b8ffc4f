import Interchange
import Model
import Phrases

/// What prescribes policy in a text, line by line: the words, why, and a neutral way to say it.
public struct WordingReport: Sendable {
  private let rows: [[String]]
  private let phrases: Phrasebook

  public init(_ findings: [WordingFinding], in text: String, phrases: Phrasebook) {
    self.phrases = phrases
    var (line, start) = (1, text.startIndex)
    rows = findings.map { finding in
      // Findings stand in the order of the text: each line is counted once.
      for index in text[start..<finding.range.lowerBound].indices where text[index].isNewline { line += 1 }
      start = finding.range.lowerBound
      let reason = finding.rule.reason
      let cited = reason.citations(in: phrases.language)
      let paragraphs = cited.dropFirst().reduce(cited.first ?? "") {
        phrases.say(.listed, .text($0), .text($1))
      }
      return [
        String(line), finding.words,
        phrases.say(.bracketed, .text(reason.text.text(in: phrases.language)), .text(paragraphs)),
        finding.rule.suggestion,
      ]
    }
  }

  public var text: String {
    guard !rows.isEmpty else { return phrases.say(.wordingNone) + "\n" }
    return rows.map { row in
      phrases.say(.wordingFound, .text(row[0]), .text(row[1]), .text(row[2]), .text(row[3]))
    }.joined(separator: "\n") + "\n"
  }

  public var csv: [UInt8] { CSVWriter.spreadsheet([["line", "words", "reason", "suggestion"]] + rows) }
}
