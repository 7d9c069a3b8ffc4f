import Interchange
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
    if let change = change as? any OutgoingChange, asks(about: change, for: sending) { return }
    do {
      let written = try library.apply(change)
      if let entry = written.entry { shell.own(entry) }
      noticeCommit()
      shell.follow(.wrote(change.name))
      answer(written, to: sending)
    } catch let refusal as Refusal {
      refuse(refusal, to: behind(sending), isOfOneRecord: change.isOfOneRecord)
    } catch { shell.message = Phrase(failure: error) }
  }

  /// Words on their way out of the house that prescribe policy are asked about, over the sheet in which they were typed:
  /// that stays as it is until they are written.
  private func asks(about change: any OutgoingChange, for sending: Sending) -> Bool {
    guard look.access.allows(change.needs), !change.openFindings.isEmpty else { return false }
    shell.present(WordingSheet(change), by: SheetOrigin(waiting: sending))
    return true
  }

  /// What was refused behind that question is for whoever sent it first; the question is answered.
  private func behind(_ sending: Sending) -> Sending {
    guard shell.pane(sending.sender) is WordingSheet, let first = shell.origins[sending.sender]?.waiting
    else {
      return sending
    }
    finish(sending.sender)
    return first
  }

  private func answer(_ written: Written, to sending: Sending) {
    let waiting = shell.origins[sending.sender]?.waiting
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
    perform(sending.next, from: reader, isSequel: true)
    for consequence in written.consequences { add(Phrase(consequence)) }
  }

  /// Says something behind what is said already.
  public func add(_ news: Phrase) {
    shell.message = shell.message.map { Phrase(.followed, .phrase($0), .phrase(news)) } ?? news
    shell.fit(to: size, look: look)
  }

  /// A clash also opens the form of both edits, over whatever the refused one was typed in; once that is saved, the
  /// write that was refused is as good as written.
  func refuse(_ refusal: Refusal, to sending: Sending, isOfOneRecord: Bool = false) {
    let typed = shell.pane(sending.sender).flatMap { draft(of: $0, sending.sender) }
    tell(sending.sender) { $0.refused(refusal, look: look) }
    guard case .clash(let clash) = refusal else { return }
    var origin = SheetOrigin()
    // A field shows what is stored now; what was typed in it is in that form, and in a draft.
    if !sending.isClosing, let typed { origin.draft = keep(typed).draft }
    origin.waiting = isOfOneRecord ? sending : nil
    if let before = shell.origins[sending.sender], before.waiting != nil {
      // Somebody was faster again.
      (origin.waiting, origin.draft) = (before.waiting, before.draft)
      shell.close(sending.sender)
    }
    shell.present(PaneRegistry.mergeForm(clash), by: origin)
  }

  /// What stands where an errand is to write is asked about, over the sheet in which its name was typed: that stays
  /// as it is until the files are written.
  func ask(about files: [StandingFile], for running: RunningErrand) {
    guard var errand = running.errand as? any WritingErrand, let sheet = running.sheet,
      shell.pane(sheet) != nil
    else { return announce(Phrase(FileProblem.standing(files))) }
    errand.replacing = .seen(files)
    shell.present(
      ReplaceSheet(files, errand),
      by: SheetOrigin(waiting: Sending(sender: sheet, isClosing: true)))
  }

  /// How letters are stored is asked over the prompt or the page from which the file was read.
  private func ask(about uncertain: UncertainEncoding, for running: RunningErrand) {
    let sheet = running.sheet ?? running.pane
    guard let errand = running.errand as? any ReadingErrand, shell.pane(sheet) != nil else {
      return announce(Phrase(uncertain))
    }
    shell.present(
      EncodingSheet(uncertain, errand),
      by: SheetOrigin(waiting: Sending(sender: sheet, isClosing: running.sheet != nil)))
  }

  /// The order of days is asked for in the same way.
  private func ask(aboutDates sample: String, for running: RunningErrand) {
    let sheet = running.sheet ?? running.pane
    guard let errand = running.errand as? ResponsePreviewErrand, shell.pane(sheet) != nil else {
      return announce(Phrase(ResponseFile.Failure.datesOpen(sample)))
    }
    shell.present(
      DateOrderSheet(sample, errand),
      by: SheetOrigin(waiting: Sending(sender: sheet, isClosing: running.sheet != nil)))
  }

  func begin(_ errand: any Errand, from sending: Sending) {
    if let running = shell.errand {
      shell.message = Phrase(.errandBusy, .phrase(running.title), .text(Shell.stopKey))
      return
    }
    if let waiting = shell.origins[sending.sender]?.waiting {
      // It was asked about, and agreed to.
      shell.close(sending.sender)
      return begin(errand, from: waiting)
    }
    let sheet = sending.isClosing ? sending.sender : nil
    shell.errand = RunningErrand(
      errand, from: sheet.map(shell.below) ?? sending.sender, closing: sheet, in: library,
      isImmediate: runner.isImmediate, wake: runner.wake)
    collectErrand()
  }

  /// Takes what an errand has brought; returns whether one is under way, or was.
  @discardableResult
  func collectErrand() -> Bool {
    guard let errand = shell.errand else { return false }
    guard let result = errand.result else { return !runner.isImmediate }
    shell.errand = nil
    switch result {
    case .success(let result):
      if look.access.allows(.contribute) { own() }
      noticeCommit()
      if let news = result.news { shell.message = news }
      if let sheet = errand.sheet { finish(sheet) }
      tell(errand.pane) { $0.finished(result.outcome, look: look) }
    case .failure(is CancellationError): shell.message = Phrase(.errandStopped)
    case .failure(FileProblem.standing(let files)): ask(about: files, for: errand)
    case .failure(let uncertain as UncertainEncoding): ask(about: uncertain, for: errand)
    case .failure(ResponseFile.Failure.datesOpen(let day)): ask(aboutDates: day, for: errand)
    case .failure(let refusal as Refusal):
      refuse(refusal, to: Sending(sender: errand.sheet ?? errand.pane))
    case .failure(let error): shell.message = Phrase(failure: error)
    }
    ask()
    return true
  }

  /// Tells something to a pane that may be closed by now, and does what it wants done.
  func tell(_ number: Int, _ news: (inout any Pane) -> [Effect]) {
    var effects: [Effect] = []
    shell.update(number) { effects = news(&$0) }
    perform(effects, from: number)
  }

  /// What became of a text in the person's own editor.
  public func composed(_ text: String) {
    lastKey = .now
    shell.top.fill(.composed(text))
    if let filling = shell.top.filling { shell.fill(filling) }
    ask()
  }
}
