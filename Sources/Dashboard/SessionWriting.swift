import Model
import Office
import Phrases
import Store

/// A write that was sent off: by which pane, whether that closes when it is written, and what follows then.
struct Sending: Sendable {
  let sender: Int
  var isClosing = false
  var next: [Effect] = []
}

/// Every write is answered to whoever sent it: written, with the records as they are now; refused, with all that
/// was typed still where it was typed.
extension Session {
  func apply(_ change: any Change, _ sending: Sending) {
    do {
      let written = try library.apply(change)
      noticeCommit()
      answer(written, to: sending)
    } catch let refusal as Refusal {
      refuse(refusal, to: sending, isOfOneRecord: change.isOfOneRecord)
    } catch { shell.message = Phrase(failure: error) }
  }

  private func answer(_ written: Written, to sending: Sending) {
    let waiting = shell.origins[sending.sender]?.merging
    var reader = sending.sender
    if sending.isClosing {
      reader = shell.below(reader)
      finish(sending.sender)
    }
    if let waiting {
      answer(written, to: waiting)
    } else {
      tell(reader) { $0.applied(written, look: look) }
    }
    perform(sending.next, from: reader)
  }

  /// A clash also opens the form of both edits, over whatever the refused one was typed in; once that is saved, the
  /// write that was refused is as good as written.
  func refuse(_ refusal: Refusal, to sending: Sending, isOfOneRecord: Bool = false) {
    let typed = shell.pane(sending.sender).flatMap { draft(of: $0, sending.sender) }
    tell(sending.sender) { $0.refused(refusal, look: look) }
    guard case .clash(let clash) = refusal else { return }
    var origin = SheetOrigin()
    // A field shows what is stored now; what was typed in it is in that form, and in a draft.
    if !sending.isClosing, let typed { origin.draft = keep(typed) }
    origin.merging = isOfOneRecord ? sending : nil
    if let before = shell.origins[sending.sender], before.merging != nil {
      // Somebody was faster again.
      (origin.merging, origin.draft) = (before.merging, before.draft)
      shell.close(sending.sender)
    }
    shell.present(PaneRegistry.mergeForm(clash), by: origin)
  }

  /// Tells something to a pane that may be closed by now, and does what it wants done.
  func tell(_ number: Int, _ news: (inout any Pane) -> [Effect]) {
    var effects: [Effect] = []
    shell.update(number) { effects = news(&$0) }
    perform(effects, from: number)
  }
}
