import Interchange
import Office
import Phrases
import Terminal

extension ImportLine {
  /// What is known of the file besides its rows, a line each: how it was read, the columns and properties that
  /// nobody knows, and those that are left out on purpose.
  static func remarks(on summary: ImportSummary, of job: ImportJob, _ look: Look) -> [ImportLine] {
    let remarks = summary.remarks
    let names = (summary.firstNew + summary.firstChanged.map(\.after)).map(\.title)
    let left = remarks.leftOut.keys.sorted() + job.titlesLeftOut(besides: remarks.titlesTold)
    let sentences: [Phrase?] = [
      remarks.encodingSentence(names: names), list(.importNotKnown, remarks.unknownColumns),
      list(.importLeftOutColumns, left),
    ]
    let sheet = remarks.sheet?.sentences ?? []
    let optOuts = remarks.optOutSentences.map { ImportLine(spans: [Span(look.say($0), .due)]) }
    return optOuts
      + (sheet + sentences.compactMap(\.self) + remarks.columnSentences).map {
        ImportLine(spans: [Span(look.say($0), .quiet)])
      }
  }

  private static func list(_ key: PhraseKey, _ titles: [String]) -> Phrase? {
    titles.isEmpty ? nil : Phrase(key, .list(titles))
  }
}
