import Model
import Phrases

/// The register as one web page in one language, which needs nothing beside itself. Where scripts run, its entries are
/// searched, filtered and turned over in it; where none do, a small register stands in it whole, a large one leads to its
/// parts (`RegisterParts`).
///
/// Entries are a list, not a table: thirteen columns fit no telephone, no screen and no paper.
public struct RegisterPage: RegisterFormat {
  private let content: RegisterContent
  private let words: RegisterWords
  private let house: PageHouse
  private let markup: RegisterMarkup
  private var data: RegisterPageData
  /// Of a small register: the data, which stand behind the entries.
  private var kept: [UInt8] = []
  /// Of a large one: the first and the last name of each part.
  private var parts: [(first: String, last: String)] = []
  private var count = 0

  /// - Parameter languages: in which the release has pages.
  public init(_ content: RegisterContent, language: String, languages: [String]) {
    self.content = content
    words = RegisterWords(book: DocumentBook(language))
    markup = RegisterMarkup(words: words, fields: content.fields)
    data = RegisterPageData(content, words)
    house = PageHouse(
      title: words.book.say(.registerTitle), subtitle: words.release(content.release), book: words.book,
      width: 70, style: RegisterMarkup.style, script: "register.js",
      languages: languages.map { ($0, RegisterFiles.page(content.release.number, $0)) })
  }

  private var book: DocumentBook { words.book }
  private var isLarge: Bool { RegisterParts.count(content.entries) > 0 }

  public mutating func begin() -> [UInt8] {
    let head =
      house.opening + house.heading
        + """
        <p><strong>\(PlainText.html(words.release(content.release)))</strong></p>
        <p class="status"><strong>\(PlainText.html(book.say(.notObserver)))</strong></p>

        """
    let list = "<ul id=\"entries\" class=\"entries\"\(isLarge ? " hidden=\"hidden\"" : "")>\n"
    return Array((head + search + list + (isLarge ? "</ul>\n" + pager + data.opening : "")).utf8)
  }

  public mutating func append(_ entries: [RegisterEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      if isLarge {
        if count % RegisterParts.size(content.entries) == 0 { parts.append((entry[.name], "")) }
        parts[parts.count - 1].last = entry[.name]
        data.append(entry, to: &bytes)
      } else {
        data.append(entry, to: &kept)
        bytes += markup.item(entry).utf8
      }
      count += 1
    }
    return bytes
  }

  public mutating func end() -> [UInt8] {
    let closing = data.closing(wait: 120)
    let rest =
      isLarge
      ? closing + partLinks
      : "</ul>\n" + pager + data.opening + String(decoding: kept, as: UTF8.self) + closing
    return Array((rest + about + house.closing(provenance: words.provenance(content.release))).utf8)
  }

  /// Out of sight until the script runs, which alone gives it a use.
  private var search: String {
    let count = PlainText.html(book.say(.registerCount, words.count(content.entries)))
    return """
      <div id="search" role="search" hidden="hidden">
      <label for="q">\(PlainText.html(book.say(.registerSearch)))</label>
      <input id="q" type="search" autocomplete="off" spellcheck="false"/>
      <details id="more"><summary>\(PlainText.html(book.say(.registerFilters)))</summary>
      <div id="filters"></div>
      </details>
      <button id="clear" type="button" hidden="hidden">\(PlainText.html(book.say(.registerClear)))</button>
      </div>
      <p id="shown" role="status">\(count)</p>
      <p id="nothing" role="status" hidden="hidden"></p>

      """
  }

  private var pager: String {
    func button(_ id: String, _ key: DocumentKey) -> String {
      "<button id=\"\(id)\" type=\"button\">\(PlainText.html(book.say(key)))</button>"
    }
    return """
      <nav id="pages" aria-label="\(PlainText.html(book.say(.registerPages)))" hidden="hidden">
      \(button("back", .registerBack)) <span id="page" role="status"></span> \(button("next", .registerNext))
      </nav>

      """
  }

  private var partLinks: String {
    let items = parts.enumerated().map { index, part in
      let address = RegisterFiles.part(content.release.number, book.language, index + 1)
      let names = [part.first, part.last].map(PageHouse.isolated).joined(separator: " – ")
      return "<li><a href=\"\(address)\">\(names)</a></li>\n"
    }
    let heading = PlainText.html(book.say(.registerParts))
    return "<div id=\"parts\">\n<h2>\(heading)</h2>\n<ul class=\"parts\">\n\(items.joined())</ul>\n</div>\n"
  }

  // MARK: What the release is

  private var about: String {
    let release = content.release
    let texts = [
      words.guidance(release.guidance), book.say(.registerConsent), words.withdrawals(content) ?? "",
    ]
    let paragraphs = texts.filter { !$0.isEmpty }.map { "<p>\(PageHouse.ours($0))</p>\n" }.joined()
    return "<section>\n<h2>\(PlainText.html(book.say(.registerAbout)))</h2>\n"
      + paragraphs + contact + downloads + earlier + "</section>\n"
  }

  private var contact: String {
    guard let mailbox = try? Mailbox(content.contact) else { return "" }
    let address = mailbox.address.replacing("%", with: "%25").replacing("?", with: "%3F")
    let name = mailbox.name.isEmpty ? "" : PageHouse.isolated(mailbox.name) + " · "
    return "<p>\(PlainText.html(book.say(.registerContact))) \(name)"
      + "<a href=\"mailto:\(PlainText.html(address))\">\(PageHouse.isolated(mailbox.address))</a></p>\n"
  }

  private var downloads: String {
    "<p>\(PlainText.html(book.say(.registerDownloads))) \(files(of: content.release.number))</p>\n"
  }

  private func files(of number: Int) -> String {
    RegisterFiles.data(number).map { name, file in "<a href=\"\(file)\">\(name)</a>" }.joined(
      separator: " · ")
  }

  private var earlier: String {
    guard !content.earlier.isEmpty else { return "" }
    let items = content.earlier.map { earlier in
      let day = earlier.day.map(words.day) ?? ""
      let edition = book.say(.registerRelease, String(earlier.number), day)
      let count = book.say(.registerCount, words.count(earlier.entries))
      let files =
        earlier.isOffered ? files(of: earlier.number) : PlainText.html(book.say(.registerNotOffered))
      return "<li>\([edition, count].map(PlainText.html).joined(separator: " · ")) · \(files)</li>\n"
    }
    return "<h3>\(PlainText.html(book.say(.registerEarlier)))</h3>\n<ul>\n\(items.joined())</ul>\n"
  }
}
