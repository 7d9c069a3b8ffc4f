import Phrases
import Terminal

extension Shell {
  /// A key that means nothing here says so, and which key tells what does. The mouse and Esc, which people press to be
  /// sure, stay silent.
  func dead(_ chord: KeyChord) -> [Effect] {
    switch chord.key {
    case .click, .wheelUp, .wheelDown, .escape: return []
    default: break
    }
    let help = Self.commands.first { $0.name == "help.open" }.map(keymap.keys(of:)) ?? []
    guard let key = help.first(where: { !top.isTyping || $0.typed == nil }) else { return [] }
    return [.announce(Phrase(.deadKey, .text(chord.description), .text(key.description)))]
  }
}
