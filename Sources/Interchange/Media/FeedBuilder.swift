import Foundation
import Model

/// Takes a feed apart: which elements mean what, in any of the ways that feeds are written.
struct FeedBuilder {
  private var reader: MarkupReader
  private var file: FeedFile!
  private var scope = MarkupScope()
  private var siteBases: [String] = []
  /// Whose the items are that name nobody (RFC 4287, section 4.2.1).
  private var author = ""
  private var item: FeedItem?
  /// The elements that are open, as they are called here.
  private var path: [String] = []
  private var count = 0

  /// More items than anybody's feed has.
  static let mostItems = 200_000

  init(_ text: [UInt8]) { reader = MarkupReader(text) }

  mutating func file(_ begun: FeedFile) throws(MarkupProblem) -> FeedFile {
    var file = begun
    guard case .start(let name, let attributes)? = try reader.next() else {
      throw reader.problem(.notAFeed("–"))
    }
    let root = called(name, attributes)
    guard Self.roots.contains(root) else { throw reader.problem(.notAFeed(name)) }
    file.isList = root == "opml"
    path = [root]
    file.language = language(attributes["xml:lang"] ?? "")
    self.file = file
    do throws(MarkupProblem) { try readOn() } catch { self.file.problem = error }
    completeItems()
    return self.file
  }

  /// Says of the items what only the whole file tells: where their links lead, and who wrote them.
  private mutating func completeItems() {
    let isAtom = path.first?.hasPrefix("atom:") == true
    file.site = WebAddress.joined(file.site, to: siteBases, in: file.url)
    // A feed is a document with an address of its own (RFC 3986, section 5.1.3); that of RSS means the site.
    let document = [file.url, file.site].filter { !$0.isEmpty }
    let base = (isAtom ? document.first : document.last) ?? ""
    for index in file.items.indices {
      let item = file.items[index]
      file.items[index].link = WebAddress.joined(item.link, to: item.bases, in: base)
      if item.author.isEmpty {
        file.items[index].author = item.sourceAuthor.isEmpty ? author : item.sourceAuthor
      }
    }
  }

  private static let roots: Set = ["rss", "rdf:RDF", "atom:feed", "feed", "opml"]

  private mutating func readOn() throws(MarkupProblem) {
    while let event = try reader.next() {
      switch event {
      case .start(let name, let attributes): try begin(called(name, attributes), attributes)
      case .end: end()
      case .text: continue
      }
    }
  }

  // MARK: Elements

  private mutating func begin(_ name: String, _ attributes: [String: String]) throws(MarkupProblem) {
    if Self.isItem(name) {
      try beginItem(attributes)
    } else if name == "outline", file.isList {
      try outline(attributes)
    } else {
      if try takeAddress(name, attributes) { return }
      if try takeDate(name) { return }
      if try takePerson(name, attributes) { return }
      if try takeWords(name, attributes) { return }
      let isOfItem = item != nil && path.last.map(Self.isItem) == true
      if isOfItem { file.leftOut[name, default: 0] += 1 }
      if try passOver(name) { return }
    }
    path.append(name)
  }

  private static func isItem(_ name: String) -> Bool { ["item", "atom:entry", "entry"].contains(name) }

  private mutating func takeAddress(
    _ name: String, _ attributes: [String: String]
  ) throws(MarkupProblem) -> Bool {
    switch name {
    case "link", "atom:link": try link(attributes)
    case "guid", "atom:id", "id":
      let isLink = name == "guid" && attributes["isPermaLink"]?.trimmed.lowercased() != "false"
      try raw {
        guard $0.guid.isEmpty else { return }
        $0.guid = $1
        if isLink { $0.permalink = $1 }
      }
    default: return false
    }
    return true
  }

  private mutating func takeDate(_ name: String) throws(MarkupProblem) -> Bool {
    switch name {
    case "pubDate", "atom:published", "published", "atom:issued", "issued", "dc:date", "dcterms:issued",
      "date":
      try raw { $0.published = $0.published.isEmpty ? $1 : $0.published }
    case "atom:created", "created", "dcterms:created": try raw { $0.created = $1 }
    case "atom:updated", "updated", "atom:modified", "modified", "dcterms:modified":
      try raw { $0.updated = $0.updated.isEmpty ? $1 : $0.updated }
    default: return false
    }
    return true
  }

  private mutating func takePerson(
    _ name: String, _ attributes: [String: String]
  ) throws(MarkupProblem) -> Bool {
    switch name {
    case "atom:author":
      let name = try person()
      forget()
      if item != nil { item?.add(author: name) } else if author.isEmpty { author = name }
    case "atom:source" where item != nil: try source()
    case "author", "dc:creator", "itunes:author":
      let line = reader.line
      let text = try reader.wholeText()
      forget()
      let form = form(name, attributes)
      let (author, isAddressLeftOut) = Self.author(text) {
        FeedText.line(FeedText.read($0, as: form), most: 400)
      }
      if isAddressLeftOut { file.leftOutAddresses.append(line) }
      item?.add(author: author)
    default: return false
    }
    return true
  }

  private mutating func takeWords(
    _ name: String, _ attributes: [String: String]
  ) throws(MarkupProblem) -> Bool {
    switch name {
    case "title", "atom:title", "dc:title", "media:title":
      try take(name, attributes) {
        $0.title = $0.title.isEmpty ? $1 : $0.title
      } feed: {
        $0.title = $0.title.isEmpty ? $1 : $0.title
      }
    case "description", "atom:summary", "summary", "dc:description", "media:description":
      try take(name, attributes) { $0.summary = $1.isEmpty ? $0.summary : $1 }
    case "content:encoded", "atom:content", "content", "xhtml:body":
      if item?.summary.isEmpty == false { file.leftOut[name, default: 0] += 1 }
      try take(name, attributes) { $0.summary = $0.summary.isEmpty ? $1 : $0.summary }
    case "language", "dc:language":
      let tag = language(try reader.wholeText())
      if item != nil { item?.language = tag } else { file.language = tag }
      forget()
    default: return false
    }
    return true
  }

  /// Pictures, forms and the feeds of others, whose titles are none of an item.
  private mutating func passOver(_ name: String) throws(MarkupProblem) -> Bool {
    switch name {
    case "source" where item != nil, "image", "textInput", "textinput", "media:group", "media:content",
      "atom:contributor":
      try reader.skipElement()
      forget()
      return true
    default: return false
    }
  }

  private mutating func end() {
    forget()
    guard path.count > 1 else { return }
    let name = path.removeLast()
    guard Self.isItem(name), var item else { return }
    // An address that never changes leads to the item too (RSS 2.0, `guid`), a bare name does not.
    if item.link.isEmpty, WebAddress.isOfTheWeb(item.permalink) { item.link = item.permalink }
    file.items.append(item)
    self.item = nil
  }

  private mutating func called(_ name: String, _ attributes: [String: String]) -> String {
    scope.enter(name, attributes, depth: reader.depth)
  }

  private mutating func forget() { scope.leave(to: reader.depth) }

  private mutating func beginItem(_ attributes: [String: String]) throws(MarkupProblem) {
    guard item == nil else { return }
    count += 1
    guard count <= Self.mostItems else { throw reader.problem(.tooLong(Self.mostItems)) }
    var item = FeedItem()
    item.line = reader.line
    // RSS 1.0 names its items so (section 5.5).
    item.guid = attributes["rdf:about"] ?? ""
    item.permalink = item.guid
    item.language = language(attributes["xml:lang"] ?? "")
    self.item = item
  }

  private mutating func take(
    _ name: String, _ attributes: [String: String], item set: (inout FeedItem, String) -> Void,
    feed setFeed: (inout FeedFile, String) -> Void = { _, _ in }
  ) throws(MarkupProblem) {
    let text = try reader.wholeText()
    forget()
    let most = name.hasSuffix("title") ? 500 : 400
    let plain = FeedText.line(FeedText.read(text, as: form(name, attributes)), most: most)
    if item != nil { set(&item!, plain) } else { setFeed(&file, plain) }
  }

  /// Atom says how a text is written (RFC 4287, section 3.1; the older one with `mode` besides). RSS leaves it open, and
  /// mostly it is HTML.
  private func form(_ name: String, _ attributes: [String: String]) -> FeedText.Form {
    guard name.hasPrefix("atom:") else { return .guessed }
    let type = (attributes["type"] ?? "").trimmed.lowercased()
    let isEncoded = attributes["mode"] == "base64"
    switch type {
    case "", "text", "text/plain", "xhtml", "application/xhtml+xml": return isEncoded ? .base64Text : .text
    case "html", "text/html": return isEncoded ? .base64HTML : .html
    case _ where type.hasSuffix("xml") || type.hasPrefix("text/"): return .text
    // A picture or a sound is nothing to read.
    default: return .nothing
    }
  }

  private mutating func raw(_ set: (inout FeedItem, String) -> Void) throws(MarkupProblem) {
    let text = FeedText.line(try reader.wholeText(), most: 2_000)
    forget()
    if item != nil { set(&item!, text) }
  }

  private mutating func link(_ attributes: [String: String]) throws(MarkupProblem) {
    let open = scope.openBases
    let text = FeedText.line(try reader.wholeText(), most: FeedItem.mostLink)
    forget()
    let (address, relation) = (
      text.isEmpty ? attributes["href"] ?? "" : text, relation(attributes["rel"])
    )
    if relation == "self", item == nil { file.url = WebAddress.joined(address, to: open, in: "") }
    guard relation == "alternate" else { return }
    if item != nil {
      guard item?.link.isEmpty == true else { return }
      item?.link = address
      item?.bases = open
    } else if file.site.isEmpty {
      (file.site, siteBases) = (address, open)
    }
  }

  /// Registered ones may be written as addresses (RFC 4287, section 4.2.7.2).
  private func relation(_ name: String?) -> String {
    let name = (name ?? "").trimmed.lowercased()
    return name.isEmpty ? "alternate" : name.split(separator: "/").last.map(String.init) ?? name
  }

  // MARK: People

  /// The name of a person, whose mail address and page are not anybody's business (RFC 4287, section 3.2).
  private mutating func person() throws(MarkupProblem) -> String {
    let depth = reader.depth
    var (text, name) = ("", "")
    while let event = try reader.next() {
      switch event {
      case .text(let words): text += words
      case .start(let element, _) where element.hasSuffix("name"): name = try reader.wholeText()
      case .start(let element, _) where element.hasSuffix("email"):
        let line = reader.line
        if !(try reader.wholeText()).trimmed.isEmpty { file.leftOutAddresses.append(line) }
      case .start: try reader.skipElement()
      case .end: break
      }
      if reader.depth < depth { break }
    }
    return FeedText.line(name.trimmed.isEmpty ? text : name, most: 400)
  }

  /// The feed that an item was taken over from: of it only the author matters (RFC 4287, section 4.2.1).
  private mutating func source() throws(MarkupProblem) {
    let depth = reader.depth
    while let event = try reader.next() {
      if case .start(let name, let attributes) = event {
        if called(name, attributes) == "atom:author" {
          let name = try person()
          if item?.sourceAuthor.isEmpty == true { item?.sourceAuthor = name }
        } else {
          try reader.skipElement()
        }
      } else if reader.depth < depth {
        break
      }
    }
    forget()
  }

  /// A name before an address in angle brackets, which are no tag; else as below.
  private static func author(_ text: String, _ plain: (String) -> String) -> (
    name: String, isAddressLeftOut: Bool
  ) {
    // Of a longer one a pattern would take its time.
    guard text.utf8.count <= 2_000,
      let found = text.firstMatch(of: /<(?:mailto:)?([^<>\s"'=]+@[^<>\s"'=]+)>/)
    else {
      return name(inAuthor: plain(text))
    }
    let name = plain(String(text[..<found.range.lowerBound])).trimmingQuotes
    return name.isEmpty ? (String(found.1), false) : (name, true)
  }

  /// RSS asks for a mail address and gets a name in brackets behind it (RSS 2.0, `author`). Who has no name is called
  /// by the address.
  /// - Returns: the name, and whether an address stands beside it.
  private static func name(inAuthor text: String) -> (name: String, isAddressLeftOut: Bool) {
    guard text.contains("@") else { return (text, false) }
    // One or several: `a@example.org (A), b@example.org (B)`.
    let behind = text.matches(of: /[^\s()<>,;]+@[^\s()<>,;]+\s*\(([^()]*)\)[\s,;]*/)
    let names = behind.map { String($0.1).trimmed }
    if behind.map({ $0.0.count }).reduce(0, +) == text.count, names.contains(where: { !$0.isEmpty }) {
      return (names.filter { !$0.isEmpty }.joined(separator: ", "), true)
    }
    if let found = text.wholeMatch(of: /(?:mailto:)?([^\s()<>,;]+@[^\s()<>,;]+)\s*(?:\(\s*\))?/) {
      return (String(found.1), false)
    }
    return (text, false)
  }

  private func language(_ text: String) -> String {
    let tag = text.trimmed.replacing("_", with: "-")
    return (try? Language.checked(tag)) ?? Language.tag(named: text) ?? ""
  }

  private mutating func outline(_ attributes: [String: String]) throws(MarkupProblem) {
    // Names of attributes are told apart by case, but not by all who write them.
    let values = Dictionary(attributes.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    guard let url = values["xmlurl"]?.trimmed, !url.isEmpty else { return }
    guard file.outlines.count < Self.mostItems else { throw reader.problem(.tooLong(Self.mostItems)) }
    var outline = FeedOutline()
    outline.line = reader.line
    outline.name = FeedText.plain(values["title"] ?? values["text"] ?? "", most: 300)
    if outline.name.isEmpty { outline.name = FeedText.line(url, most: 300) }
    (outline.url, outline.site) = (FeedText.line(url), FeedText.line(values["htmlurl"] ?? ""))
    outline.language = language(values["language"] ?? "")
    file.outlines.append(outline)
  }
}

extension String {
  /// Without the quotation marks of a name in a mail address (RFC 5322, section 3.2.4).
  fileprivate var trimmingQuotes: String {
    count > 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()).trimmed : self
  }
}
