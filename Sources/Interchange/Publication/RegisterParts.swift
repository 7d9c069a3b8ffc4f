import Model
import Phrases

/// What the files of a release are called.
public enum RegisterFiles {
  public static func page(_ release: Int, _ language: String) -> String {
    "register-\(release).\(language).html"
  }

  public static func part(_ release: Int, _ language: String, _ part: Int) -> String {
    "register-\(release).\(language).\(part).html"
  }

  /// For spreadsheets and for programs, with what people call the format.
  public static func data(_ release: Int) -> [(format: String, file: String)] {
    ["CSV", "JSON"].map { ($0, "register-\(release).\($0.lowercased())") }
  }

  /// The number of the release that a file belongs to; nil for a file of anything else.
  public static func release(of file: String) -> Int? {
    let pieces = file.split(separator: ".")
    guard pieces.count > 1, pieces[0].hasPrefix("register-"),
      ["csv", "json", "html"].contains(pieces[pieces.count - 1])
    else { return nil }
    return Int(pieces[0].dropFirst("register-".count))
  }
}

/// A large register in pages that need no script, in the order of names: by parts rather than by letters, for some
/// scripts have none and some letters thousands of names. A small one needs none.
public struct RegisterParts {
  private let content: RegisterContent
  private let words: RegisterWords
  private let languages: [String]
  private let markup: RegisterMarkup
  private var done = 0

  /// - Parameter languages: in which the release has pages.
  public init(_ content: RegisterContent, language: String, languages: [String]) {
    (self.content, self.languages) = (content, languages)
    words = RegisterWords(book: DocumentBook(language))
    markup = RegisterMarkup(words: words, fields: content.fields)
  }

  /// The files, the first part first.
  public var names: [String] {
    (0..<Self.count(content.entries)).map {
      RegisterFiles.part(content.release.number, words.book.language, $0 + 1)
    }
  }

  /// More would make a page slow, or fill a folder.
  static func size(_ entries: Int) -> Int { max(500, (entries + 59) / 60) }

  /// How many parts so many entries have.
  static func count(_ entries: Int) -> Int {
    entries <= size(entries) ? 0 : (entries + size(entries) - 1) / size(entries)
  }

  /// - Returns: what to write to which of the files.
  public mutating func append(_ entries: [RegisterEntry]) -> [(file: Int, bytes: [UInt8])] {
    let (size, count) = (Self.size(content.entries), Self.count(content.entries))
    guard count > 0 else { return [] }
    var pieces: [(file: Int, bytes: [UInt8])] = []
    for entry in entries {
      let part = done / size
      var text = done % size == 0 ? opening(part, of: count) : ""
      text += markup.item(entry)
      done += 1
      if done % size == 0 || done == content.entries { text += closing(part, of: count) }
      if pieces.last?.file != part { pieces.append((part, [])) }
      pieces[pieces.count - 1].bytes += text.utf8
    }
    return pieces
  }

  private func house(_ part: Int, of count: Int) -> PageHouse {
    let release = content.release.number
    return PageHouse(
      title: words.book.say(.registerTitle), subtitle: said(part, of: count), book: words.book, width: 70,
      style: RegisterMarkup.style,
      languages: languages.map { ($0, RegisterFiles.part(release, $0, part + 1)) })
  }

  private func said(_ part: Int, of count: Int) -> String {
    words.book.say(.registerPart, String(part + 1), String(count))
  }

  private func opening(_ part: Int, of count: Int) -> String {
    let book = words.book
    let house = house(part, of: count)
    return house.opening + house.heading
      + """
      <p><strong>\(PlainText.html(words.release(content.release)))</strong></p>
      <p class="status"><strong>\(PlainText.html(book.say(.notObserver)))</strong></p>
      <p>\(PlainText.html(said(part, of: count)))</p>
      \(links(part, of: count, "before"))<ul class="entries">

      """
  }

  private func closing(_ part: Int, of count: Int) -> String {
    "</ul>\n" + links(part, of: count, "after")
      + house(part, of: count).closing(provenance: words.provenance(content.release))
  }

  /// To the parts beside it and to the whole.
  private func links(_ part: Int, of count: Int, _ id: String) -> String {
    let (book, release) = (words.book, content.release.number)
    func link(_ file: String, _ key: DocumentKey) -> String {
      "<a href=\"\(file)\">\(PlainText.html(book.say(key)))</a>"
    }
    var links = [link(RegisterFiles.page(release, book.language), .registerTitle)]
    if part > 0 { links.append(link(RegisterFiles.part(release, book.language, part), .registerBack)) }
    if part + 1 < count {
      links.append(link(RegisterFiles.part(release, book.language, part + 2), .registerNext))
    }
    let label = PlainText.html(book.say(.registerPages))
    return
      "<nav aria-label=\"\(label) \(id == "before" ? "1" : "2")\"><p>\(links.joined(separator: " · "))</p></nav>\n"
  }
}
