import Curses
import Glibc
import Interchange
import Phrases

extension Phrase {
  /// What stands in for a terminal that this host does not know.
  init(_ standIn: StandIn) {
    switch standIn {
    case .unknown(let name, let taken): self.init(.terminalStandIn, .text(name), .text(taken))
    case .unnamed(let taken): self.init(.terminalUnnamed, .text(taken))
    case .undescribed: self.init(.terminalUndescribed)
    }
  }
}

extension CommandFailure {
  init(_ error: ScreenError) {
    let name = if case .dumbTerminal(let name) = error { name } else { environment("TERM") ?? "" }
    self.init(Phrase(.unknownTerminal, .text(name)), code: EX_UNAVAILABLE)
  }
}
