import Dashboard
import Embedded
import Glibc
import Interchange
import Phrases
import Terminal

/// Theme and keymap from files. What is wrong with one is said, and the default used.
struct Settings {
  private(set) var theme: Theme
  private(set) var keymap = Keymap()
  private(set) var problem: Phrase?

  init(theme name: String?) {
    theme = Settings.usual
    if let name { loadTheme(name) }
    loadKeymap()
  }

  /// The default theme.
  static let usual: Theme = {
    guard let text = Embedded.text("themes/dark.toml"), let theme = try? Theme(name: "dark", toml: text)
    else {
      preconditionFailure("the embedded theme cannot be read")
    }
    return theme
  }()

  /// A file, one of the user's own, or an embedded one.
  private mutating func loadTheme(_ name: String) {
    let own = "\(PersonalFolder.configuration)/themes/\(name).toml"
    let text = name.contains("/") ? Environment.text(of: name) : Environment.text(of: own)
    guard let toml = text ?? Embedded.text("themes/\(name).toml") else {
      problem = Phrase(.themeMissing, .text(name))
      return
    }
    do { theme = try Theme(name: name, toml: toml) } catch {
      problem = Phrase(
        .themeProblem, .text(name), .text(error.line.map(String.init) ?? "?"), .text(error.reason))
    }
  }

  private mutating func loadKeymap() {
    let path = "\(PersonalFolder.configuration)/keymap.toml"
    guard let toml = Environment.text(of: path) else { return }
    do { keymap = try Keymap(toml: toml, known: Shell.commandNames) } catch {
      problem = Phrase(
        .keymapProblem, .text(path), .text(error.line.map(String.init) ?? "?"), .text(error.reason))
    }
  }
}
