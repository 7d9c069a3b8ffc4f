extension Notice {
  /// The notice without what it says of a stakeholder, for whom the kept copy must not go on existing.
  public func redacting(_ id: RecordID) -> Notice {
    var notice = self
    notice.stakeholders.removeAll { $0 == id }
    notice.text = ""
    notice.message = ""
    return notice
  }
}
