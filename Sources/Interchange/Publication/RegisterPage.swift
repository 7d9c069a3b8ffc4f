import Model
import Phrases

/// The register as one web page in one language, which needs nothing beside itself: a table that any browser and
/// any screen reader shows, and a search that narrows it where scripts run. It is XML too, so that a parser can
/// say whether it is well-formed.
public struct RegisterPage: RegisterFormat {
  private let content: RegisterContent
  private let words: RegisterWords

  public init(_ content: RegisterContent, language: String) {
    self.content = content
    words = RegisterWords(book: DocumentBook(language))
  }

  private var book: DocumentBook { words.book }

  public mutating func begin() -> [UInt8] {
    let title = PlainText.html(book.say(.registerTitle))
    let release = content.release
    let edition = book.say(.registerRelease, String(release.number), release.day.map(words.day) ?? "")
    let paragraphs = [edition, words.guidance(release.guidance), book.say(.registerConsent)]
    let after = [words.withdrawals(content)].compactMap { $0 }
    let head =
      StandalonePage.opening(
        "\(title) · \(PlainText.html(edition))", book, style: Self.style, script: Self.script)
      + StandalonePage.heading(title, book)
        + """
        <p class="status"><strong>\(PlainText.html(book.say(.notObserver)))</strong></p>

        """
    return Array((head + Self.paragraphs(paragraphs + after) + search + tableHead).utf8)
  }

  public mutating func append(_ entries: [RegisterEntry], from number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for (offset, entry) in entries.enumerated() {
      bytes += "<tr><td>\(number + offset)</td>".utf8
      for field in content.fields { bytes += cell(field, entry[field]).utf8 }
      bytes += "</tr>\n".utf8
    }
    return bytes
  }

  public mutating func end() -> [UInt8] {
    Array(("</tbody>\n</table>\n</div>\n" + StandalonePage.closing(script: Self.script)).utf8)
  }

  private static func paragraphs(_ texts: [String]) -> String {
    texts.map { "<p>\(PlainText.html($0))</p>\n" }.joined()
  }

  /// Out of sight until the script runs, which alone gives it a use.
  private var search: String {
    let shown = PlainText.html(book.say(.registerShown, "{0}"))
    let count = PlainText.html(book.say(.registerCount, String(content.entries)))
    return """
      <div id="search" role="search" hidden="hidden">
      <label for="q">\(PlainText.html(book.say(.registerSearch)))</label>
      <input id="q" type="search" autocomplete="off" spellcheck="false"/>
      </div>
      <p id="shown" role="status" data-shown="\(shown)">\(count)</p>

      """
  }

  private var tableHead: String {
    let title = PlainText.html(book.say(.registerTitle))
    let headings = ([book.say(.number)] + content.fields.map(words.label)).map {
      "<th scope=\"col\">\(PlainText.html($0))</th>"
    }
    return """
      <div class="table" role="region" aria-labelledby="caption" tabindex="0">
      <table>
      <caption id="caption">\(title)</caption>
      <thead><tr>\(headings.joined())</tr></thead>
      <tbody>

      """
  }

  private func cell(_ field: RegisterField, _ text: String) -> String {
    let content = field == .links ? links(text) : StandalonePage.isolated(words.text(field, text))
    return field == .name ? "<th scope=\"row\">\(content)</th>" : "<td>\(content)</td>"
  }

  private func links(_ text: String) -> String {
    text.items.map { StandalonePage.link($0, to: $0) }.joined(separator: "<br/>")
  }

  // MARK: The same in every edition

  private static let style = """

    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem; }
    .status { border: 2px solid; padding: .5rem 1rem; }
    input { font: inherit; padding: .25rem .5rem; width: 20rem; max-width: 100%; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    caption { font-weight: bold; padding: .5rem 0; text-align: start; }
    th, td { border-bottom: 1px solid; padding: .25rem .75rem; text-align: start; vertical-align: top; }
    thead th { border-bottom-width: 2px; }
    tbody th { font-weight: 600; }

    """

  /// Neither `<` nor `&` in it: XML would read them.
  private static let script = """

    (function () {
      'use strict';
      var input = document.getElementById('q');
      var shown = document.getElementById('shown');
      var sentence = shown.getAttribute('data-shown');
      var rows = Array.from(document.querySelectorAll('tbody tr'));
      var timer = 0;
      function fold(text) { return text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase(); }
      var texts = rows.map(function (row) {
        return fold(Array.from(row.cells, function (cell) { return cell.textContent; }).join(' '));
      });
      function search() {
        var words = fold(input.value).split(/\\s+/);
        var count = 0;
        rows.forEach(function (row, index) {
          var fits = words.every(function (word) { return texts[index].includes(word); });
          row.hidden = !fits;
          if (fits) { count += 1; }
        });
        shown.textContent = sentence.replace('{0}', count);
      }
      input.addEventListener('input', function () {
        clearTimeout(timer);
        timer = setTimeout(search, 150);
      });
      document.getElementById('search').hidden = false;
    })();

    """
}
