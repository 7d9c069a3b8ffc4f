import Curses
import Dashboard
import Embedded
import Glibc
import Interchange
import Model
import Office
import Phrases
import Terminal

/// Theme, keymap and what else a person settled, from options, the environment and files. What is wrong with one is said,
/// and the default used.
struct Settings {
  private(set) var keymap = Keymap()
  private(set) var problem: Phrase?
  /// The theme that was chosen; nil where the background of the terminal decides.
  private(set) var themeName: String?
  private var theme: Theme?
  /// The option or variable that chose the theme, before the settings file; nil where neither did.
  let themeSource: String?

  /// - Parameter name: the option; it goes before the environment, and that before the settings file.
  init(theme name: String?) {
    problem = Self.personal.problem
    let variable = environment("OUTREACH_THEME")
    themeSource = name != nil ? "--theme" : variable != nil ? "OUTREACH_THEME" : nil
    let chosen = name ?? variable ?? Self.personal.settings.theme
    if let chosen, chosen != Themes.automatic { choose(chosen) }
    loadKeymap()
  }

  /// Whether the program takes the mouse: the environment goes before the settings file.
  var mouse: Bool {
    environment("OUTREACH_MOUSE").map { $0.lowercased() != "off" } ?? Self.personal.settings.mouse ?? true
  }

  /// Whether the screen is drawn for somebody who listens: the option goes before the environment, that before the
  /// settings file.
  static func isSpoken(_ option: Bool) -> Bool {
    option
      || (environment("OUTREACH_SPOKEN").map { $0.lowercased() != "off" } ?? personal.settings.spoken ?? false)
  }

  /// The option or variable that says so, before the settings file; nil where neither does.
  static func spokenSource(_ option: Bool) -> String? {
    option ? "--spoken" : environment("OUTREACH_SPOKEN") == nil ? nil : "OUTREACH_SPOKEN"
  }

  private mutating func choose(_ name: String) {
    switch Self.load(name) {
    case .success(let theme): (self.theme, themeName) = (theme, name)
    case .failure(let failure): problem = failure.phrase
    }
  }

  /// The theme for a background.
  func theme(on background: Background?) -> Theme { theme ?? Self.theme(for: background) }

  /// What is chosen by itself: where nobody knows the background, the terminal's own colours.
  private static func theme(for background: Background?) -> Theme {
    switch background {
    case .dark: dark
    case .light: embedded("light")
    case nil: plain
    }
  }

  /// A theme by its name, however it was chosen; the automatic one where it cannot be read.
  static func theme(called name: String, on background: Background?) -> Theme {
    (try? load(name).get()) ?? theme(for: background)
  }

  /// What every first frame needs.
  static func warmUp() { _ = (dark, plain, personal) }

  private static let dark = embedded("dark")
  private static let plain = embedded("plain")

  private static func embedded(_ name: String) -> Theme {
    guard let text = Embedded.text("themes/\(name).toml"), let theme = try? Theme(name: name, toml: text)
    else {
      preconditionFailure("the embedded theme cannot be read")
    }
    return theme
  }

  /// A file, one of the user's own, or an embedded one.
  private static func load(_ name: String) -> Result<Theme, CommandFailure> {
    let own = "\(PersonalFolder.configuration)/themes/\(name).toml"
    let text = name.contains("/") ? Environment.text(of: name) : Environment.text(of: own)
    guard let toml = text ?? Embedded.text("themes/\(name).toml") else {
      return .failure(CommandFailure(Phrase(.themeMissing, .text(name)), code: EX_CONFIG))
    }
    do { return .success(try Theme(name: name, toml: toml)) } catch {
      let phrase = Phrase(
        .themeProblem, .text(name), .text(error.line.map(String.init) ?? "?"), .text(error.reason))
      return .failure(CommandFailure(phrase, code: EX_CONFIG))
    }
  }

  /// The themes that there are, those of the program first.
  var themes: Themes {
    let own = Folder.names("\(PersonalFolder.configuration)/themes").filter { $0.hasSuffix(".toml") }
      .map { String($0.dropLast(5)) }.sorted()
    let known = Themes.embedded + own.filter { !Themes.embedded.contains($0) }
    let chosen = themeName ?? Themes.automatic
    return Themes(names: known.contains(chosen) ? known : known + [chosen], current: chosen)
  }

  private mutating func loadKeymap() {
    let path = "\(PersonalFolder.configuration)/keymap.toml"
    guard let toml = Environment.text(of: path) else { return }
    do { keymap = try Keymap(toml: toml, known: Shell.commandNames) } catch {
      problem = Phrase(
        .keymapProblem, .text(path), .text(error.line.map(String.init) ?? "?"), .text(error.reason))
    }
  }

  // MARK: The settings file

  private static var path: String { "\(PersonalFolder.configuration)/settings.toml" }

  /// Read once: what it says holds for the whole visit.
  static let personal: (settings: PersonalSettings, problem: Phrase?) = {
    guard let toml = Environment.text(of: path) else { return (PersonalSettings(), nil) }
    do throws(PersonalSettings.Problem) { return (try PersonalSettings(toml: toml), nil) } catch {
      let line = error.line.map(String.init) ?? "?"
      return (PersonalSettings(), Phrase(.settingsProblem, .text(path), .text(line), .text(error.reason)))
    }
  }()

  /// How long Escape alone waits for more: the settings file goes before `ESCDELAY`, by which ncurses(3) is told the same.
  static var patience: EscapePatience {
    EscapePatience(milliseconds: personal.settings.escape ?? environment("ESCDELAY").flatMap { Int($0) })
  }

  /// Of times that are typed without one.
  static var zone: Zone? { personal.settings.zone.flatMap(Zone.init) }

  /// Who orders text that runs from right to left at a terminal, as somebody said who saw it, or as is known of it.
  func order(at terminal: String) -> TextOrder? {
    Self.personal.settings.orders[terminal].flatMap(TextOrder.init) ?? TextOrder.known(of: terminal)
  }

  static func keep(order: TextOrder, at terminal: String) throws(FileProblem) {
    try keep("reading.\(PersonalSettings.key(terminal))", order.rawValue)
  }

  /// Keeps a setting for later visits.
  /// - Throws: `FileProblem`.
  static func keep(_ name: String, _ value: String) throws(FileProblem) {
    try write { PersonalSettings.text($0, name, value) }
  }

  static func keep(spoken: Bool) throws(FileProblem) {
    try write { PersonalSettings.text($0, "spoken", spoken) }
  }

  private static func write(_ change: (String) -> String) throws(FileProblem) {
    let text = change(Environment.text(of: path) ?? "")
    PersonalFolder.make(PersonalFolder.configuration)
    try NewFile.write(Array(text.utf8), to: path, replacing: .everything)
  }
}
