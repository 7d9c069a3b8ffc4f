import CSystem
import Glibc
import Office
import Phrases

/// One line on a terminal that says how far long work is; and the ear for signals meanwhile.
final class ProgressLine {
  /// The signal that ended the work, if one did.
  private(set) var signal: Int32?
  private let book: Phrasebook
  private let isShown = isatty(STDERR_FILENO) == 1
  private var width = 0
  private var shownAt = 0.0

  init(_ book: Phrasebook) { self.book = book }

  /// Whether nobody has asked to stop.
  func goesOn() -> Bool {
    while case let number = system_next_signal(signals), number != 0 {
      switch Int32(number) {
      case SIGINT, SIGTERM, SIGHUP: signal = Int32(number)
      case SIGTSTP: system_suspend()
      default: break
      }
    }
    return signal == nil
  }

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
