import Office
import Phrases
import Store

/// What is half typed, written down while it is typed.
extension Session {
  /// For so long the keys rest before it is written down.
  private static let typingRest = Duration.seconds(2)

  /// What is typed now, by the pane in which it is typed.
  var halfTyped: [Int: HalfTyped.Text] {
    var texts: [Int: HalfTyped.Text] = [:]
    for (number, pane) in shell.visible {
      guard var draft = draft(of: pane, number) ?? search(in: pane, number) else { continue }
      draft.at = look.now
      texts[number] = HalfTyped.Text(draft, after: shell.origins[number]?.draft)
    }
    return texts
  }

  /// Writes it down once the keys rest, or where somebody types on and on.
  /// - Returns: whether there is anything to say about it.
  func noteTyping() -> Bool {
    guard let typing else { return false }
    let now = ContinuousClock.now
    guard lastKey.duration(to: now) >= Self.typingRest || lastNote.duration(to: now) >= Self.typingRest * 5
    else {
      return false
    }
    // Where no key was pressed since, nothing was typed.
    if lastNote <= lastKey {
      lastNote = now
      let texts = halfTyped
      if !typing.holds(texts) { typing.note(texts) }
    }
    defer { isUnkept = typing.isFailing }
    guard typing.isFailing, !isUnkept else { return false }
    announce(Phrase(.typingUnkept))
    return true
  }

  /// What was saved or thrown away is half typed no more.
  func forgetTyped() {
    guard let typing, !typing.places.isEmpty else { return }
    let texts = halfTyped
    if !typing.places.isSubset(of: texts.keys) { typing.note(texts) }
  }
}
