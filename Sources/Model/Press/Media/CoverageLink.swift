import Foundation

/// Links of items in the media, made comparable: the same page is reached by many of them.
public enum CoverageLink {
  /// What addresses carry to tell where a reader came from, and nothing about the page.
  private static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "ref",
    "ref_src", "source", "partner", "rss", "output", "ncid", "sr_share", "smid", "at_medium", "at_campaign",
  ]

  /// The link without scheme, `www.`, tracking parameters, fragment and closing slash, its host in lower
  /// case and its parameters in order; empty for what is no link of the web.
  public static func canonical(_ link: String) -> String {
    let text = link.trimmed
    guard let colon = text.range(of: "://") else { return "" }
    let scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return "" }
    let rest = text[colon.upperBound...].prefix { $0 != "#" }
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    var host = rest[..<hostEnd].lowercased()
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    for (name, port) in [("http", ":80"), ("https", ":443")] where scheme == name && host.hasSuffix(port) {
      host.removeLast(port.count)
    }
    for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) {
      host.removeFirst(prefix.count)
      break
    }
    guard !host.isEmpty else { return "" }
    let parts = rest[hostEnd...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path = parts.first.map(String.init) ?? ""
    while path.hasSuffix("/") { path.removeLast() }
    for ending in ["/amp", "/index.html"] where path.hasSuffix(ending) { path.removeLast(ending.count) }
    let query = parts.count > 1 ? parts[1] : ""
    let kept = query.split(separator: "&").map(String.init).filter { !isTracking($0) }.sorted()
    return host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private static func isTracking(_ parameter: String) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || name.hasPrefix("pk_") || tracking.contains(name)
  }
}
