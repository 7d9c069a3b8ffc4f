/// The UID by which another program knows somebody (RFC 6350, section 6.7.6).
public enum ForeignUID {
  /// A UUID is the same whether it stands alone or in a URN, in small letters or in capitals (RFC 4122, section 3): programs
  /// that write vCard 3.0 and 4.0 turn one into the other. Any other UID is taken letter by letter.
  public static func checked(_ text: String) throws(FieldProblem) -> String {
    let text = text.inOneLine.trimmed
    let bare = text.lowercased()
    let uuid = bare.hasPrefix(urn) ? String(bare.dropFirst(urn.count)) : bare
    return isUUID(uuid) ? uuid : text
  }

  private static let urn = "urn:uuid:"

  private static func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
