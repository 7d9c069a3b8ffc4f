import Model

/// What somebody agreed to stays as it is: no form, no file, no merge and no undo gives an edition of a message another
/// text, or speaks for those who agree (annex I, section V, paragraph 1).
struct MessageRules {
  /// The message to which a change may add somebody's word, or of which it may begin a new edition.
  var opened: RecordID = ""
  /// A new store begins so: nothing is asked then.
  var isLifted = false

  /// - Throws: `Refusal.invalid`.
  func check(_ message: Message, _ entry: JournalRow) throws {
    guard !isLifted, message.id != opened else { return }
    let before = entry.before.map {
      Message(id: message.id, version: 0, values: message.values.merging($0) { $1 })
    }
    if let breach = before.map(message.breach) ?? message.historyProblems(asOf: .last).first {
      throw Refusal.invalid(field: breach.field, breach.problem)
    }
  }

  /// What the decision says and what somebody agreed to stay in the store.
  func checkRemoval(_ id: RecordID, _ values: [String: String]) throws {
    let message = Message(id: id, version: 0, values: values)
    if message.adopted != nil { throw Refusal.invalid(field: "name", .fixedByDecision) }
    if !message.agreements.isEmpty {
      throw Refusal.invalid(field: "agreements", .agreedAlready(message.agreements.last?.edition ?? 1))
    }
  }
}
