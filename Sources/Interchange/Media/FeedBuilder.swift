import Foundation
import Model

/// Takes a feed apart: which elements mean what, in any of the ways that feeds are written.
struct FeedBuilder {
  private var reader: MarkupReader
  private var file: FeedFile!
  /// What prefixes stand for, by the depth at which that was said.
  private var prefixes: [(depth: Int, prefix: String, space: String)] = []
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
    return self.file
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

  // MARK: Names

  /// Names of elements are told apart by where they come from (Namespaces in XML, section 6).
  private static let spaces = [
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "", "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content", "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  ]

  private mutating func called(_ name: String, _ attributes: [String: String]) -> String {
    for (attribute, value) in attributes where attribute == "xmlns" || attribute.hasPrefix("xmlns:") {
      prefixes.append((reader.depth, String(attribute.dropFirst(6)), value))
    }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    let (prefix, local) = parts.count == 2 ? (parts[0], parts[1]) : ("", name)
    guard let space = prefixes.last(where: { $0.prefix == prefix })?.space else {
      // Feeds that say `dc:date` and never say what `dc` is mean what all others do.
      return name
    }
    let known = Self.spaces[space] ?? (prefix.isEmpty ? "" : "other")
    return known.isEmpty ? local : "\(known):\(local)"
  }

  // MARK: Elements

  private mutating func begin(_ name: String, _ attributes: [String: String]) throws(MarkupProblem) {
    switch name {
    case "item", "atom:entry", "entry": try beginItem(attributes)
    case "outline" where file.isList: try outline(attributes)
    case "title", "atom:title", "dc:title":
      try take(name, attributes) {
        $0.title = $0.title.isEmpty ? $1 : $0.title
      } feed: {
        $0.title = $0.title.isEmpty ? $1 : $0.title
      }
      return
    case "link", "atom:link":
      try link(attributes)
      return
    case "guid", "atom:id", "id":
      try raw { $0.guid = $0.guid.isEmpty ? $1 : $0.guid }
      return
    case "pubDate", "atom:published", "published", "atom:issued", "issued", "dc:date", "dcterms:issued",
      "date":
      try raw { $0.date = $1 }
      return
    case "atom:updated", "updated", "atom:modified", "modified", "dcterms:modified", "lastBuildDate":
      try raw { $0.date = $0.date.isEmpty ? $1 : $0.date }
      return
    case "author", "atom:author", "dc:creator", "itunes:author":
      try take(name, attributes) { $0.author = $0.author.isEmpty ? $1 : $0.author }
      return
    case "description", "atom:summary", "summary", "dc:description", "media:description":
      try take(name, attributes) { $0.summary = $1 }
      return
    case "content:encoded", "atom:content", "content":
      try take(name, attributes) { $0.summary = $0.summary.isEmpty ? $1 : $0.summary }
      return
    case "language", "dc:language":
      let tag = language(try reader.wholeText())
      if item != nil { item?.language = tag } else { file.language = tag }
      forget()
      return
    case "source" where item != nil, "image", "textInput", "textinput", "atom:source", "media:group",
      "media:content":
      try reader.skipElement()
      forget()
      return
    default: break
    }
    path.append(name)
  }

  private mutating func end() {
    forget()
    guard path.count > 1 else { return }
    let name = path.removeLast()
    guard ["item", "atom:entry", "entry"].contains(name), let item else { return }
    file.items.append(item)
    self.item = nil
  }

  /// What the element said of prefixes holds no longer.
  private mutating func forget() { prefixes.removeAll { $0.depth > reader.depth } }

  private mutating func beginItem(_ attributes: [String: String]) throws(MarkupProblem) {
    guard item == nil else { return }
    count += 1
    guard count <= Self.mostItems else { throw reader.problem(.tooLong(Self.mostItems)) }
    var item = FeedItem()
    item.line = reader.line
    // RSS 1.0 names its items so (section 5.5).
    item.guid = attributes["rdf:about"] ?? ""
    item.language = language(attributes["xml:lang"] ?? "")
    self.item = item
  }

  private mutating func take(
    _ name: String, _ attributes: [String: String], item set: (inout FeedItem, String) -> Void,
    feed setFeed: (inout FeedFile, String) -> Void = { _, _ in }
  ) throws(MarkupProblem) {
    let text = try reader.wholeText()
    forget()
    // Atom says whether a text is HTML (RFC 4287, section 3.1); RSS leaves it open, and mostly it is.
    let isText = name.hasPrefix("atom:") && ["", "text", "xhtml"].contains(attributes["type"] ?? "")
    let most = name.hasSuffix("title") ? 500 : 400
    let plain = isText ? FeedText.line(text, most: most) : FeedText.plain(text, most: most)
    if item != nil { set(&item!, plain) } else { setFeed(&file, plain) }
  }

  private mutating func raw(_ set: (inout FeedItem, String) -> Void) throws(MarkupProblem) {
    let text = FeedText.line(try reader.wholeText(), most: 2_000)
    forget()
    if item != nil { set(&item!, text) }
  }

  private mutating func link(_ attributes: [String: String]) throws(MarkupProblem) {
    let text = FeedText.line(try reader.wholeText(), most: 2_000)
    forget()
    let (address, relation) = (
      text.isEmpty ? attributes["href"] ?? "" : text, attributes["rel"] ?? "alternate"
    )
    if relation == "self", item == nil { file.url = address }
    guard relation == "alternate" else { return }
    if item != nil {
      let address = absolute(address)
      if item?.link.isEmpty == true { item?.link = address }
    } else if file.site.isEmpty {
      file.site = address
    }
  }

  /// A link within the site with the site before it.
  private func absolute(_ link: String) -> String {
    guard link.hasPrefix("/") else { return link }
    let base = file.site.isEmpty ? file.url : file.site
    guard let scheme = base.range(of: "://") else { return link }
    if link.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + link }
    return base[..<scheme.upperBound] + base[scheme.upperBound...].prefix { $0 != "/" } + link
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
