import Model

/// What elements say for all that is in them: which names their prefixes stand for, and to what links are relative.
struct MarkupScope {
  /// By the depth at which it was said.
  private var prefixes: [(depth: Int, prefix: String, space: String)] = []
  private var bases: [(depth: Int, base: String)] = []

  /// To what links are relative here, the outermost first (XML Base, section 3).
  var openBases: [String] { bases.map(\.base) }

  /// Takes in what an element says.
  /// - Returns: what it is called here: names are told apart by where they come from (Namespaces in XML, section 6).
  mutating func enter(_ name: String, _ attributes: [String: String], depth: Int) -> String {
    for (attribute, value) in attributes where attribute == "xmlns" || attribute.hasPrefix("xmlns:") {
      prefixes.append((depth, String(attribute.dropFirst(6)), value))
    }
    if let base = attributes["xml:base"] { bases.append((depth, base)) }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    let (prefix, local) = parts.count == 2 ? (parts[0], parts[1]) : ("", name)
    guard let space = prefixes.last(where: { $0.prefix == prefix })?.space else {
      // Feeds that say `dc:date` and never say what `dc` is mean what all others do.
      return name
    }
    let known = Self.spacesByKey[Self.key(space)] ?? (prefix.isEmpty ? "" : "other")
    return known.isEmpty ? local : "\(known):\(local)"
  }

  /// What deeper elements said holds no longer.
  mutating func leave(to depth: Int) {
    prefixes.removeAll { $0.depth > depth }
    bases.removeAll { $0.depth > depth }
  }

  private static let spaces = [
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "", "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content", "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes", "http://www.w3.org/1999/xhtml": "xhtml",
  ]

  /// Without regard to what writers confuse: letter case, the scheme and the slash at the end.
  private static let spacesByKey = Dictionary(spaces.map { (key($0.key), $0.value) }) { first, _ in first }

  private static func key(_ space: String) -> String {
    var key = space.trimmed.lowercased()
    if key.hasPrefix("https://") { key = "http://" + key.dropFirst(8) }
    if key.hasSuffix("/") { key.removeLast() }
    return key
  }
}
