import Model

/// What a response is known by from file to file.
struct ResponseIdentity: Sendable {
  /// The names that programs give, the surest first.
  enum Kind: Int, Sendable, CaseIterable {
    /// KoboToolbox: the first `_uuid` of a submission, which stays when it is corrected, and by which files without its
    /// number find it.
    case root
    /// KoboToolbox: stays when a submission is corrected.
    case number
    /// KoboToolbox: another one after each correction. ODK Central: stays.
    case submission
    /// ODK: that of the last correction.
    case instance
    /// A running number of one survey, or a name of ours.
    case own
    /// What a submission was called before its last correction.
    case former
  }

  private(set) var texts: [Kind: String] = [:]
  var seed = ""

  mutating func take(_ text: String, _ kind: Kind) {
    let bare = kind == .root && text.hasPrefix("uuid:") ? String(text.dropFirst(5)) : text
    if texts[kind] == nil { texts[kind] = bare }
  }

  var isEmpty: Bool { texts.isEmpty || texts.keys.allSatisfy { $0 == .former } }

  /// All that the response may be stored under, the surest first.
  var names: [String] {
    var names: [String] = []
    for kind in Kind.allCases {
      guard let text = texts[kind] else { continue }
      names.append(kind == .own && !seed.isEmpty ? "\(text) \(seed)" : text)
      // ODK keeps the prefix, KoboToolbox does not.
      if kind == .former, text.hasPrefix("uuid:") { names.append(String(text.dropFirst(5))) }
    }
    return names
  }

  /// Whether it is known by its submission alone, where another file of the program may have said more.
  var isOfSubmissionAlone: Bool {
    (texts[.submission] != nil || texts[.instance] != nil) && texts[.root] == nil && texts[.number] == nil
  }

  /// Whether it is known by a number only that begins from 1 in every survey, and again when one is begun anew.
  var isRunningNumber: Bool {
    guard Set(texts.keys) == [.own], seed.isEmpty, let text = texts[.own] else { return false }
    return text.utf8.count < 8 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
