import Model
import Phrases

/// The ledger as a page: whole without scripts; with them one paragraph of the document, or one disposition, is looked at
/// alone, and each such look and each comment has an address.
extension CommentLedger {
  var html: String {
    let marked = book.say(.ledgerTitle, PageHouse.marked(call.name))
    let house = PageHouse(
      title: marked, book: book, width: 80, style: Self.style,
      script: comments.isEmpty ? nil : "ledger.js", languages: languages)
    let notes = ["\(document)\(PageHouse.ours(dates(name: nil)))", PageHouse.ours(summary)]
      .filter { !$0.isEmpty }.map { "<p>\($0)</p>\n" }.joined()
    let table =
      comments.isEmpty
      ? "<p>\(PlainText.html(book.say(.ledgerNone)))</p>\n"
      : filters + PageHouse.table(PlainText.html(title), headings: headings, rows: comments.map(row))
    return house.opening + house.heading + notes + table + house.closing()
  }

  /// What is commented on, as the way to it where the call has one.
  private var document: String {
    let name = call.document.isEmpty ? call.link : call.document
    guard !name.isEmpty else { return "" }
    return PageHouse.link(name, to: call.link) + (dates(name: nil).isEmpty ? "" : "<br/>")
  }

  private func row(_ comment: ReviewComment) -> String {
    let cells = cells(comment).map(PageHouse.text)
    let isolated = cells[1...2].map { $0.isEmpty ? "" : "<bdi>\($0)</bdi>" }
    let (id, code) = ("c\(comment.number)", comment.disposition?.rawValue ?? Self.open)
    let place = PlainText.html(comment.paragraph)
    let answered = reason(comment)
    return
      "<tr id=\"\(id)\" data-paragraph=\"\(place)\" data-disposition=\"\(code)\">"
      + "<th scope=\"row\" class=\"short\"><a href=\"#\(id)\">\(cells[0])</a></th><td>\(isolated[0])</td>"
      + "<td>\(isolated[1])</td><td\(language(comment.language))>\(paragraphs(comment.text, of: comment))</td>"
      + "<td>\(cells[4])</td>"
      + "<td\(language(TextLanguage.guess(answered) ?? ""))>\(paragraphs(answered, of: comment))</td></tr>\n"
  }

  private func language(_ tag: String) -> String {
    tag.isEmpty ? "" : " lang=\"\(PlainText.html(tag))\""
  }

  private func paragraphs(_ text: String, of comment: ReviewComment) -> String {
    let word = PlainText.html(book.say(.ledgerHeld))
    let held = "<span class=\"held\" lang=\"\(book.language)\"><bdi>\(word)</bdi></span>"
    return lines(text, of: comment, held: Self.mark).split(whereSeparator: \.isEmpty).map { lines in
      let lines = lines.map { line in
        line.split(separator: Self.mark, omittingEmptySubsequences: false).map { PageHouse.text(String($0)) }
          .joined(separator: held)
      }
      return "<p dir=\"auto\">\(lines.joined(separator: "<br/>"))</p>"
    }.joined()
  }

  // MARK: Filters

  /// Of comments that nobody has considered, as addresses call it.
  private static let open = "open"

  /// Out of sight until the script runs, which alone gives them a use.
  private var filters: String {
    let places = comments.map { PlainText.line($0.paragraph) }.reduce(into: [String]()) {
      if !$1.isEmpty, $0.last != $1, !$0.contains($1) { $0.append($1) }
    }
    let codes = Disposition.allCases.map { ($0.rawValue, book.label("disposition", $0.rawValue)) }
    let shown = book.say(.ledgerShown, "{0}", "{1}")
    return """
      <div id="filters" hidden="hidden">
      \(select("paragraph", .ledgerPlace, places.map { ($0, $0) }))
      \(select("disposition", .ledgerDisposition, codes + [(Self.open, book.say(.ledgerOpen))]))
      <button id="clear" type="button" hidden="hidden">\(PlainText.html(book.say(.ledgerAll)))</button>
      </div>
      <p id="shown" role="status" hidden="hidden" data-text="\(PlainText.html(shown))"></p>

      """
  }

  private func select(_ name: String, _ label: DocumentKey, _ options: [(String, String)]) -> String {
    let options = [("", book.say(.registerAny))] + options
    let elements = options.map { value, text in
      // No element may stand in it.
      "<option value=\"\(PlainText.html(value))\">\u{2068}\(PlainText.html(text))\u{2069}</option>"
    }
    return "<div><label for=\"by-\(name)\">\(PlainText.html(book.say(label)))</label>"
      + "<select id=\"by-\(name)\">\(elements.joined())</select></div>"
  }

  // MARK: The same in every edition

  private static let style = """
    #filters { align-items: end; display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
    #filters label { display: block; font-size: .875rem; }
    td > p { margin: 0 0 .5rem; }
    .held { font-style: italic; }
    .cited { outline: 2px solid; outline-offset: -2px; }
    @media print { #filters, #shown { display: none; } }
    """
}
