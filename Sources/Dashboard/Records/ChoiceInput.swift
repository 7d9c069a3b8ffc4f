import Model
import Office
import Phrases
import Terminal

/// Codes of a field in a list under the line in which letters of their words are typed: whatever holds the letters
/// stays, and the arrows go through it. Of several codes Space takes the one under the cursor, or leaves it.
struct ChoiceInput: Sendable, Equatable {
  private let name: String
  private let codes: [String]
  private let takesMany: Bool
  private(set) var letters = TextField("")
  /// Those that hold the letters.
  private var found: [String]
  private var selection = Selection()
  private var chosen: [String] = []

  /// So many stand below the line.
  private static let most = 6

  /// - Parameters:
  ///   - name: of the field, whose words its codes are known by.
  ///   - codes: what there is to choose; the empty one says nothing.
  init(_ name: String, codes: [String], takesMany: Bool, text: String) {
    (self.name, self.codes, self.takesMany, found) = (name, codes, takesMany, codes)
    if takesMany { chosen = text.split(separator: "; ").map(String.init) }
    selection.index = codes.firstIndex(of: takesMany ? chosen.first ?? "" : text) ?? 0
  }

  /// What the keys do.
  var hint: PhraseKey { takesMany ? .hintFoundMany : .hintFound }

  private var current: String? { found.indices.contains(selection.index) ? found[selection.index] : nil }

  /// As the field holds it; what no letter finds is no code either, and says so when it is written.
  var text: String { takesMany ? chosen.joined(separator: "; ") : current ?? letters.text }

  mutating func take(_ chord: KeyChord) -> Bool {
    switch chord {
    case "Down", "Right": selection.move(by: 1, count: found.count)
    case "Up", "Left": selection.move(by: -1, count: found.count)
    case "Space" where takesMany:
      guard let current else { return true }
      if let place = chosen.firstIndex(of: current) {
        chosen.remove(at: place)
      } else {
        chosen.append(current)
      }
    case "Space" where letters.text.isEmpty:
      selection.index = found.isEmpty ? 0 : (selection.index + 1) % found.count
    default: return letters.take(chord)
    }
    return true
  }

  mutating func paste(_ text: String) { letters.insert(text) }

  /// Takes up what the letters find in the words of the language: those that begin so come first.
  mutating func fit(_ look: Look) {
    let (word, before) = (Folding.folded(letters.text.trimmed), current)
    let named = codes.map { (code: $0, name: Folding.folded(FieldWords.word(name, $0, look))) }
    let isBeginning = { (name: String) in name.hasPrefix(word) || name.contains(" " + word) }
    let now =
      word.isEmpty
      ? codes
      : named.filter { isBeginning($0.name) }.map(\.code)
        + named.filter { !isBeginning($0.name) && $0.name.contains(word) }.map(\.code)
    if now != found { selection.index = word.isEmpty ? before.flatMap { now.firstIndex(of: $0) } ?? 0 : 0 }
    found = now
    selection.fit(count: found.count, height: Self.most)
  }

  func lines(_ look: Look) -> [[Span]] {
    if found.isEmpty { return [[Span(look.say(.hintNoWord, .text(letters.text)), .problem)]] }
    let shown = found.enumerated().dropFirst(selection.top).prefix(Self.most)
    let lines = shown.map { place, code in
      let box = takesMany ? (chosen.contains(code) ? "[x] " : "[ ] ") : ""
      return [Span(box + FieldWords.word(name, code, look), place == selection.index ? .selection : .text)]
    }
    let below = found.count - selection.top - lines.count
    return lines + (below > 0 ? [[Span(look.say(.bulkMore, .number(below)), .quiet)]] : [])
  }
}
