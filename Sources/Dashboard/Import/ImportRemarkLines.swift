import Interchange
import Phrases
import Terminal

extension ImportRemarks {
  /// How the file was read where it was not UTF-8, with names that show whether that was right: those beyond
  /// ASCII if there are any.
  public func encodingSentence(names: [String]) -> Phrase? {
    guard let encoding = encoding.nameUnlessUTF8 else { return nil }
    let telling = Array(names.lazy.filter { !$0.utf8.allSatisfy { $0 < 0x80 } }.prefix(3))
    let shown = telling.isEmpty ? Array(names.prefix(3)) : telling
    guard !shown.isEmpty else { return Phrase(.importEncoding, .text(encoding)) }
    // Names have commas of their own.
    return Phrase(.importEncodingNames, .text(encoding), .text(shown.joined(separator: "; ")))
  }
}

extension TextEncoding {
  fileprivate var nameUnlessUTF8: String? {
    switch self {
    case .utf8, .utf8WithBOM: nil
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .gb18030: "GB18030"
    case .windows1252: "Windows-1252"
    }
  }
}

extension ImportLine {
  /// What is known of the file besides its rows, a line each: how it was read, the columns and properties that
  /// nobody knows, and those that are left out on purpose.
  static func remarks(on summary: ImportSummary, of job: ImportJob, _ look: Look) -> [ImportLine] {
    let remarks = summary.remarks
    let names = (summary.firstNew + summary.firstChanged.map(\.after)).map(\.title)
    let left = remarks.leftOut.keys.sorted() + job.titlesLeftOut(besides: remarks.unknownColumns)
    let sentences: [Phrase?] = [
      remarks.encodingSentence(names: names), list(.importNotKnown, remarks.unknownColumns),
      list(.importLeftOutColumns, left),
    ]
    return sentences.compactMap(\.self).map { ImportLine(spans: [Span(look.say($0), .quiet)]) }
  }

  private static func list(_ key: PhraseKey, _ titles: [String]) -> Phrase? {
    titles.isEmpty ? nil : Phrase(key, .text(titles.joined(separator: ", ")))
  }
}

extension ImportJob {
  /// The columns that are mapped to nothing, but for those that are told of anyway.
  fileprivate func titlesLeftOut(besides others: [String]) -> [String] {
    guard let mapping else { return [] }
    return zip(mapping.titles, mapping.targets).filter { title, target in
      target.field.isEmpty && !title.isEmpty && !others.contains(title)
    }.map(\.0)
  }
}
