import Model

/// Tells headings that look as if people said in their columns that they want no mail. One that nobody understands is
/// said aloud: who said no and is written to all the same is the worst that a list can do.
enum OptOutWords {
  /// The columns of a file that look so and are not read, with what stands in them.
  struct Columns: Sendable {
    private var found: [ImportRemarks.RepeatedColumn]

    /// - Parameters:
    ///   - unknown: the headings that nobody knows.
    ///   - titles: all of the file.
    init(_ unknown: [String], in titles: [String]) {
      let unknown = Set(unknown)
      found = titles.enumerated().filter { unknown.contains($1) && OptOutWords.areIn($1) }.map {
        ImportRemarks.RepeatedColumn(number: $0 + 1, title: $1.trimmed, readTitle: "")
      }
    }

    mutating func look(at row: [String]) {
      for index in found.indices { found[index].look(at: row) }
    }

    /// Those in which something stands.
    var all: [ImportRemarks.RepeatedColumn] { found.filter { !$0.samples.isEmpty } }

    /// Other headings that nobody knows.
    func without(_ unknown: [String]) -> [String] {
      let titles = Set(all.map(\.title))
      return unknown.filter { !titles.contains($0.trimmed) }
    }
  }

  static func areIn(_ title: String) -> Bool {
    let key = ColumnNames.key(title)
    if words.contains(where: { key.contains($0) }) { return true }
    let single = Folding.words(title).map(String.init)
    let pairs = zip(single, single.dropFirst()).map { $0 + $1 }
    return (single + pairs).contains { short.contains($0) } || key.hasSuffix("optin")
  }

  /// Words that stand inside others: "adopting", "trabaja".
  private static let short: Set<String> = ["optin", "optedin", "baja", "bajas", "spam", "abo", "отказ"]

  /// As `ColumnNames.key` writes them.
  private static let words =
    """
    unsub|optout|optedout|donotemail|donotmail|donotcontact|donotsend|dontemail|nomail|noemail|nobulk
    |bounce|suppress|blacklist|blocklist|blocked|spamcomplain|complain|hardbounce|undeliverable|cleantime|subscri
    |emailstatus|mailingstatus|newsletter|desabon|desinscri|desinscript|nepascontacter|nepasenvoyer|abonn
    |desuscri|cancelarsuscrip|nocontactar|noenviar|rebotad|отпис|рассылк|подписк|не беспокоить
    |退订|取消订阅|拒收|退信|请勿|إلغاء الاشتراك|الغاءالاشتراك|عدم الاتصال|لا تتصل|abgemeldet|abmeld|abbestell|widerspr
    |keinewerbung|配信停止|配信拒否|メール拒否
    """.split { $0 == "|" || $0 == "\n" }.map { ColumnNames.key(String($0)) }
}
