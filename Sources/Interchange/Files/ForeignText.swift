/// Tells files that are no tables by how they begin, so that nobody hears of a missing column where another kind of file
/// is meant.
enum ForeignText {
  /// The token of what a file is; nil where it may be a table.
  static func token(of file: ImportFile) throws(ImportFile.Unreadable) -> String? {
    let bytes = try file.read(at: 0, count: 4096)
    if bytes.starts(with: [0x1F, 0x8B]) { return "gz" }
    if bytes.starts(with: "!BDN".utf8) { return "pst" }
    let text = String(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let packed = text.prefix(400).filter { !$0.isWhitespace }
    if packed.hasPrefix("[\"vcard\"") || packed.hasPrefix("[[\"vcard\"") { return "jcard" }
    if packed.hasPrefix("{"), packed.contains("jsonfeed.org") { return "jsonfeed" }
    if packed.hasPrefix("<"), text.contains("<vcards") || text.contains("<vcard>") { return "xcard" }
    let lines = text.split(whereSeparator: \.isNewline)
    let first = lines.first { !$0.hasPrefix("#") }?.lowercased() ?? ""
    if first.hasPrefix("dn:") || first == "version: 1" && text.contains("\ndn:") { return "ldif" }
    let heads = lines.prefix(4).filter { line in
      ["from:", "to:", "subject:", "date:", "received:", "return-path:", "mime-version:", "message-id:"]
        .contains { line.lowercased().hasPrefix($0) }
    }
    return heads.count > 1 ? "mail" : nil
  }
}
