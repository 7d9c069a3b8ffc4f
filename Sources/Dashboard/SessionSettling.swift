import Office
import Phrases
import Terminal

extension Session {
  /// The theme that the screen is to wear now.
  public var theme: String { shell.top.shownTheme ?? shell.themes.current }

  /// What a person settles for this visit and later ones.
  func settle(_ effect: Effect) {
    switch effect {
    case .keepTheme(let name):
      shell.themes.current = name
      let first = themeSource.map { Phrase(.themeKeptBehind, .text(name), .text($0)) }
      shell.message = first ?? Phrase(.themeKept, .text(name))
      attempt { try keepTheme?(name) }
    case .keepLanguage(let code):
      look.phrases = Phrasebook(code)
      noticeCommit()
      shell.message = languageSource.map { Phrase(.languageKeptBehind, .text($0)) } ?? Phrase(.languageKept)
      attempt { try keepLanguage?(code) }
    case .keepOrder(let order):
      shell.chosenOrder = order
      shell.message = Phrase(.readingKept, .phrase(Phrase(label: "order", order.rawValue)))
      attempt { try keepOrder?(order) }
    case .keepSpoken(let isSpoken):
      look.isSpoken = isSpoken
      let kept =
        isSpoken ? Phrase(.spokenKept, .text(KeyGrammar.secondEscape.description)) : Phrase(.seenKept)
      let first = spokenSource.map { Phrase(isSpoken ? .spokenKeptBehind : .seenKeptBehind, .text($0)) }
      shell.message = first ?? kept
      attempt { try keepSpoken?(isSpoken) }
    default: break
    }
  }
}
