import Model

/// Why a response of a file is no result: the survey's program, or its office, did not take it.
public enum ResponseApart: String, Sendable, CaseIterable {
  /// The interview was broken off (LimeSurvey).
  case unsubmitted
  /// ODK Central.
  case rejected
  /// KoboToolbox.
  case notApproved = "not_approved"
  /// It is still encrypted (ODK Central).
  case encrypted
}

/// What the columns of the other program say of a row.
enum ResponseReview {
  enum Verdict: Equatable {
    case taken
    /// Taken, though somebody has doubts: "on hold", "has issues".
    case open
    case apart(ResponseApart)
  }

  /// - Parameter text: `validation_status_not_approved`, `Not approved`; `rejected`, `hasIssues`.
  static func verdict(_ text: String) -> Verdict {
    let key = TitleWords.key(text)
    if key.hasSuffix("notapproved") { return .apart(.notApproved) }
    if key == "rejected" { return .apart(.rejected) }
    return key.hasSuffix("onhold") || key == "hasissues" ? .open : .taken
  }

  /// - Parameter text: `not decrypted`, `missing encrypted form data` (ODK Central).
  static func isEncrypted(_ text: String) -> Bool {
    let key = TitleWords.key(text)
    return key == "notdecrypted" || key.contains("encrypted")
  }
}
