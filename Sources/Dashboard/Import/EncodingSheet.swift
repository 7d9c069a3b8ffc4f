import Interchange
import Office
import Phrases
import Terminal

/// How the letters of a file are stored, where nobody can tell for sure or somebody knows better: each charset, and what
/// the file says in it.
struct EncodingSheet: ListPane {
  static let name = "encoding"
  static let title = PhraseKey.paneEncoding

  struct Choice: Identifiable, Sendable {
    let encoding: TextEncoding
    let samples: [String]
    var id: String { encoding.name }
  }

  var list = RowList<Choice>()
  let nothing = Phrase(.nothingSelected)
  /// What reads the file, once it knows.
  private let errand: any ReadingErrand

  /// Others that files of the office may be in; any is taken on the command line.
  private static let others = [
    "Windows-1255", "Windows-1257", "Windows-1258", "Windows-874", "ISO-8859-2", "ISO-8859-5", "ISO-8859-6",
    "ISO-8859-7", "ISO-8859-9", "KOI8-U", "CP866", "Macintosh",
  ]

  init(_ uncertain: UncertainEncoding, _ errand: any ReadingErrand) {
    self.errand = errand
    let likely = uncertain.guess.encodings
    let rest =
      [TextEncoding.utf8]
      + (TextEncoding.usual + Self.others.compactMap(TextEncoding.init(named:)))
      .filter { !likely.contains($0) }
    let choices = (likely + rest).map { Choice(encoding: $0, samples: uncertain.guess.samples($0)) }
    // What no charset has is no reading of it.
    list.take(choices.filter { !$0.samples.joined().contains("\u{FFFD}") })
  }

  var placement: Placement { .sheet(rows: 9) }

  static let commands: [Command<EncodingSheet>] =
    [
      Command("encoding.choose", .commandChoose, ["Enter"], rank: 1) { sheet, _ in
        guard let chosen = sheet.selected else { return [] }
        var errand = sheet.errand
        errand.encoding = chosen.encoding
        return [.errand(errand)]
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<Choice> {
    ListTable(
      columns: [
        .init(look.say(.encodingName), 13, text: \.id),
        .init(look.say(.encodingSays), 0, text: { $0.samples.joined(separator: " · ") }),
      ], margin: 2)
  }
}
