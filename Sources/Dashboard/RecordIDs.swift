import Model

/// Names for new records.
enum RecordIDs {
  /// Ten letters and digits that are not mistaken for one another (Crockford's base 32): two offices that make
  /// records at the same time do not meet.
  static func random() -> RecordID {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return String((0..<10).map { _ in letters.randomElement()! })
  }
}
