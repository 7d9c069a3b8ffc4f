import Model
import Office
import Phrases
import Terminal

/// What is wrong with a file, line by line.
struct FindingsPane: ListPane {
  static let name = "mediafindings"
  static let title = PhraseKey.paneFindings
  static let commands: [Command<FindingsPane>] = moves

  struct Row: Identifiable, Sendable {
    let id: Int
    let text: Phrase
    let line: Int
  }

  private let path: String
  var list: RowList<Row>
  let nothing = Phrase(.listNothing)

  init(_ findings: [(line: Int, what: Phrase)], of path: String) {
    list = RowList(findings.enumerated().map { Row(id: $0, text: $1.what, line: $1.line) })
    self.path = path
  }

  var placement: Placement { .sheet(rows: 10) }

  func heading(_ look: Look) -> [Span] { [Span(" › \(path)")] }

  func table(_ look: Look, columns: Int) -> ListTable<Row> {
    ListTable(columns: [.init("", 0, text: { "\($0.line): \(look.say($0.text))" })], margin: 2)
  }
}
