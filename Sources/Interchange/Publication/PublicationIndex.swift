import Model
import Phrases

/// What the files of a folder of publications are called.
public enum PublicationFiles {
  public static func index(_ language: String) -> String { "index.\(language).html" }
  public static func comments(_ call: RecordID, _ language: String) -> String {
    "comments-\(plain(call)).\(language).html"
  }
  public static func report(_ report: RecordID, _ language: String) -> String {
    "report-\(plain(report)).\(language).html"
  }

  /// An id as a name of a file: no two become the same.
  private static func plain(_ id: RecordID) -> String {
    let digits = Array("0123456789abcdef")
    return id.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-".unicodeScalars.contains(scalar))
      return isPlain ? String(scalar) : "_\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}

/// What is published in a folder, as a page in one language: of which day, in which languages, and where.
public struct PublicationIndex {
  public var release: RegisterRelease?
  public var hasCalendar = false
  public var calls: [CallForInput] = []
  /// With the language in which each is written.
  public var reports: [(report: Report, language: String)] = []
  private let scope: PublicationScope

  public init(_ scope: PublicationScope) { self.scope = scope }

  public func file(_ language: String) -> [UInt8] {
    let book = DocumentBook(language)
    let words = RegisterWords(book: book)
    let day = book.say(.publishedDay, words.day(scope.day))
    let house = PageHouse(
      title: book.say(.publishedTitle), book: book,
      languages: scope.languages.map { ($0, PublicationFiles.index($0)) })
    let sections = [register(words), calendar(book), comments(book), reports(words)].compactMap(\.self)
    let sums = link(PublishedFolder.sums, book.say(.publishedSums))
    return Array(
      (house.opening + house.heading + sections.joined()
        + "<p>\(sums)</p>\n"
        + house.closing(provenance: day)).utf8)
  }

  private func register(_ words: RegisterWords) -> String? {
    guard let release else { return nil }
    let pages = pages { RegisterFiles.page(release.number, $0) }
    let data = RegisterFiles.data(release.number).map { link($0.file, $0.format) }
    return section(
      words.book.say(.registerTitle), [item(words.release(release), pages + data)])
  }

  private func calendar(_ book: DocumentBook) -> String? {
    guard hasCalendar else { return nil }
    let subscription = CalendarPage.subscription(in: scope.address).map {
      "<a href=\"\(PlainText.html($0.link))\">\(PlainText.html(book.say(.calendarSubscribing)))</a>"
    }
    let file = link("calendar.ics", "calendar.ics")
    return section(
      book.say(.calendarTitle),
      [item("", pages(CalendarPage.name) + [subscription, file].compactMap(\.self))])
  }

  private func comments(_ book: DocumentBook) -> String? {
    guard !calls.isEmpty else { return nil }
    return section(
      book.say(.publishedComments),
      calls.map { call in
        item(PageHouse.marked(call.name), pages { PublicationFiles.comments(call.id, $0) })
      })
  }

  private func reports(_ words: RegisterWords) -> String? {
    guard !reports.isEmpty else { return nil }
    return section(
      words.book.say(.publishedReports),
      reports.map { report, language in
        let day = report.released.map(words.day) ?? ""
        let name = [PageHouse.marked(report.name), day].filter { !$0.isEmpty }.joined(separator: " · ")
        return item(name, [page(PublicationFiles.report(report.id, language), language)])
      })
  }

  // MARK: Elements

  private func section(_ title: String, _ items: [String]) -> String {
    "<section>\n<h2>\(PlainText.html(title))</h2>\n<ul>\n\(items.joined())</ul>\n</section>\n"
  }

  private func item(_ name: String, _ links: [String]) -> String {
    let name = name.isEmpty ? "" : PageHouse.ours(name) + " · "
    return "<li>\(name)\(links.joined(separator: " · "))</li>\n"
  }

  private func pages(_ file: (String) -> String) -> [String] { scope.languages.map { page(file($0), $0) } }

  private func page(_ file: String, _ language: String) -> String {
    let name = PlainText.html(Language.name(language, in: language))
    let itself = "hreflang=\"\(language)\" lang=\"\(language)\" dir=\"\(DocumentBook(language).direction)\""
    return "<a \(itself) href=\"\(file)\">\(name)</a>"
  }

  private func link(_ file: String, _ text: String) -> String {
    "<a href=\"\(file)\">\(PlainText.html(text))</a>"
  }
}
