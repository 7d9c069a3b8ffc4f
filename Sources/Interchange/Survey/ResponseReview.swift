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
    if key.hasSuffix("notapproved") || notApproved.contains(key) { return .apart(.notApproved) }
    if key == "rejected" { return .apart(.rejected) }
    return key.hasSuffix("onhold") || key == "hasissues" || onHold.contains(key) ? .open : .taken
  }

  /// KoboToolbox writes its words in the language of whoever exports.
  private static let notApproved = keys(
    "Non approuvé|Non approuvée|Pas approuvé|Désapprouvé|No aprobado|No aprobada|Rechazado|Не утверждено|Не утвержден"
      + "|Не одобрено|Не подтверждено|未批准|未核准|未通过|未審核通過|不批准|غير موافق عليه|غير معتمد|غير مقبول|لم تتم الموافقة"
      + "|لم تتم الموافقة عليه|Nicht genehmigt|Não aprovado|Non approvato")
  private static let onHold = keys(
    "En attente|En suspens|En espera|На удержании|В ожидании|Приостановлено|暂停|待定|搁置|قيد الانتظار|معلق|Zurückgestellt"
      + "|Em espera|In attesa")

  private static func keys(_ words: String) -> Set<String> {
    Set(words.split(separator: "|").map { TitleWords.key(String($0)) })
  }

  /// - Parameter text: `not decrypted`, `missing encrypted form data` (ODK Central).
  static func isEncrypted(_ text: String) -> Bool {
    let key = TitleWords.key(text)
    return key == "notdecrypted" || key.contains("encrypted")
  }
}
