import Model
import Office
import Phrases
import Terminal

/// What is wrong with a file, line by line.
struct FindingsPane: ListPane {
  static let name = "mediafindings"
  static let title = PhraseKey.paneFindings
  static let commands: [Command<FindingsPane>] =
    [
      Command(
        "mediafindings.rest", .commandTakeRest, ["i"], rank: 1, when: { $0.rest != nil }, needs: .contribute
      ) {
        pane, _ in
        pane.rest.map { [.errand($0, closing: true)] } ?? []
      }
    ] + moves

  struct Row: Identifiable, Sendable {
    let id: Int
    let text: Phrase
    let line: Int
  }

  private let path: String
  /// Takes what is right of the file; nil where nothing is, or all was taken.
  private let rest: (any ReadingErrand)?
  var list: RowList<Row>
  let nothing = Phrase(.listNothing)

  private init(_ file: TakenFile) {
    (path, rest) = (file.path, file.rest)
    list = RowList(file.findings.enumerated().map { Row(id: $0, text: $1.what, line: $1.line) })
  }

  /// Opens where there is anything to be said of a file that was taken up.
  static func telling(_ outcome: any Sendable) -> [Effect] {
    guard let file = outcome as? TakenFile, !file.findings.isEmpty else { return [] }
    return [.present(FindingsPane(file))]
  }

  var placement: Placement { .sheet(rows: 10) }

  func heading(_ look: Look) -> [Span] { [Span(" › \(path)")] }

  /// The whole sentence, which the row may have to cut.
  func status(_ look: Look) -> [Span] {
    selected.map { [Span(said($0, look), .quiet)] } ?? []
  }

  private func said(_ row: Row, _ look: Look) -> String {
    look.labelled(look.phrases.number(row.line), look.say(row.text))
  }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    ListTable(columns: [.init("", 0, text: { said($0, look) })], margin: 2)
  }
}
