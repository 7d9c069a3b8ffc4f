import Glibc
import Office
import Phrases

/// One line on a terminal that says how far long work is.
final class ProgressLine {
  private let book: Phrasebook
  private let isShown = isatty(STDERR_FILENO) == 1
  private var width = 0
  private var shownAt = 0.0

  init(_ book: Phrasebook) { self.book = book }

  /// Whether nobody has asked to stop.
  func goesOn() -> Bool { Interruption.asked == nil }

  /// Shows how far an import is, a few times a second.
  func show(_ progress: ImportProgress) -> Bool {
    guard isShown, progress.seconds - shownAt > 0.2 else { return goesOn() }
    shownAt = progress.seconds
    write(book.say(phrase(progress)))
    return goesOn()
  }

  /// Takes the line away.
  func clear() {
    guard width > 0 else { return }
    write("")
    width = 0
  }

  private func phrase(_ progress: ImportProgress) -> Phrase {
    let rows = Phrase.Argument.text(book.number(progress.rows))
    let work =
      switch progress.phase {
      case .reading:
        Phrase(
          .importReading, rows, .text(book.number(progress.expectedRows)),
          .text(book.number(Int(progress.rowsPerSecond))))
      case .comparing: Phrase(.importLookalikes, rows)
      case .indexing: Phrase(.importIndexing, rows)
      case .saving: Phrase(.importSaving, rows)
      }
    guard let left = progress.remainingSeconds.map({ Int($0.rounded(.up)) }) else { return work }
    let time = left < 120 ? Phrase(.seconds, .number(left)) : Phrase(.minutes, .number((left + 30) / 60))
    return Phrase(.importRemaining, .phrase(work), .phrase(time))
  }

  private func write(_ text: String) {
    let text = Legible.line(text)
    let padding = String(repeating: " ", count: max(0, width - text.count))
    width = text.count
    _ = ByteStream.write(Array("\r\(text)\(padding)\r".utf8), to: STDERR_FILENO)
  }
}
