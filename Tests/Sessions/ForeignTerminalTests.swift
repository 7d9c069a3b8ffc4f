import Foundation
import Glibc
import Probe
import Testing

/// Whatever terminal people come with, and whatever it or SSH says of it.
@Suite(.serialized) struct ForeignTerminalTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// What was sent, from the first byte on, to a terminal whose background is known.
  private func tour(_ environment: [String: String], _ command: [String] = [Desk.program]) throws -> String {
    let all = ["COLORFGBG": "15;0"].merging(environment) { $1 }
    let probe = try desk.start(command + ["--sample"], environment: all)
    try probe.wait(for: " quit", timeout: 20)
    for (key, text) in [("2", "461 in all"), ("Down", "Agbodji, Amadou"), ("3", "Timeline")] {
      probe.press(key)
      try probe.wait(for: text)
    }
    #expect(try probe.quit() == .code(0))
    return String(decoding: probe.said, as: UTF8.self)
  }

  @Test(arguments: ["vt100", "vt220", "linux", "ansi", "cygwin"])
  func `A terminal of another kind than xterm is sent nothing that it would show`(name: String) throws {
    let said = try tour(["TERM": name])
    for foreign in ["[?2004", "[?100", "\u{1B}]", "$p", "[?2026", "[5n", "[8l", "[8h", "$<"] {
      #expect(!said.contains(foreign), "\(foreign)")
    }
    #expect(said.contains(/\[[0-9;]*3[1-7]m/) == !name.hasPrefix("vt"))
    if name != "cygwin" { #expect(!said.contains("?1049h") && !said.contains("?47h")) }
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "screen", "tmux-256color", "alacritty", "foot", "rxvt-unicode-256color",
    "putty", "konsole", "gnome", "st-256color", "nsterm", "ms-terminal", "iTerm2.app",
  ])
  func `Kin of xterm has brackets around pastes and the mouse, and loses them again`(name: String) throws {
    let said = try tour(["TERM": name])
    // GNU screen would keep Escape back.
    #expect(said.contains("[?1000h") == (name != "screen"))
    for mode in name == "screen" ? ["2004"] : ["2004", "1000", "1006"] {
      #expect(said.contains("[?\(mode)h"), "\(mode)")
      let last = try #require(said.ranges(of: "[?\(mode)h").last), off = said.ranges(of: "[?\(mode)l").last
      #expect(off.map { last.lowerBound < $0.lowerBound } == true, "\(mode)")
    }
  }

  @Test(arguments: [
    ("xterm-next", "xterm-256color"), ("tmux-next", "tmux-256color"), ("vt9000", "vt220"),
    ("linux-next", "linux"), ("glass-tty", "vt100"), ("../../x", "vt100"), ("/etc/passwd", "vt100"),
    ("\u{1B}[31mred", "vt100"), (String(repeating: "a", count: 5_000), "vt100"),
  ])
  func `A name that is not known here is taken for another, and that is said`(name: String, taken: String)
    throws
  {
    let probe = try desk.open(columns: 200, environment: ["TERM": name])
    try probe.wait(for: "is not known on this host and is taken for \(taken)")
    #expect(try probe.quit() == .code(0))
  }

  @Test(arguments: [["TERM": ""], ["TERM": "unknown"], nil]) func `No name is no hindrance`(
    environment: [String: String]?
  ) throws {
    let command = environment == nil ? ["/usr/bin/env", "-u", "TERM", Desk.program] : [Desk.program]
    let probe = try desk.start(command, environment: environment ?? [:])
    try probe.wait(for: "The terminal gives no name (TERM): it is taken for vt100.", timeout: 20)
    #expect(try probe.quit() == .code(0))
  }

  @Test func `A terminal that cannot place its cursor is refused`() throws {
    let probe = try desk.start([Desk.program, "--sample"], environment: ["TERM": "dumb"])
    try probe.wait(for: "The terminal “dumb” cannot place its cursor.")
    #expect(try probe.waitForExit() == .code(Int(EX_UNAVAILABLE)))
  }

  @Test func `A host that describes no terminals has a plain one`() throws {
    let folders = ["/usr/share/terminfo", "/lib/terminfo", "/etc/terminfo"]
    let hide = folders.map { "mount -t tmpfs x \($0) 2>/dev/null; " }.joined() + "exec \"$@\""
    let alone = ["/usr/bin/unshare", getuid() == 0 ? "-m" : "-rm"]
    guard
      try desk.shell("\(alone.joined(separator: " ")) mount -t tmpfs x /mnt 2>&1; echo $?").hasSuffix("0\n")
    else { return }
    let hidden = alone + ["/bin/sh", "-c", hide, "sh", Desk.program]
    for name in ["xterm-256color", "linux", "glass-tty"] {
      let probe = try desk.start(hidden, environment: ["TERM": name])
      try probe.wait(for: "This host describes no terminals: install ncurses-base", timeout: 20)
      let said = String(decoding: probe.said, as: UTF8.self)
      #expect(said.contains("[?2004h") == (name == "xterm-256color"))
      probe.press("2", "Down")
      try probe.wait(for: "Stakeholders")
      #expect(try probe.quit() == .code(0))
    }
  }

  // MARK: Letters

  /// The rows of the list of people.
  private func people(_ environment: [String: String], isUTF8: Bool = true) throws -> TerminalProbe {
    let command = ["/usr/bin/env", "-u", "LANG"] + environment.map { "\($0)=\($1)" }
    let probe = try desk.start(command + [Desk.program, "--sample"])
    probe.showsUTF8(isUTF8)
    try probe.wait(for: " quit", timeout: 20)
    return probe
  }

  @Test(arguments: [
    [:], ["LANG": "C"], ["LC_ALL": "POSIX"], ["LANG": "de_DE.UTF-8"], ["LC_ALL": "xx_YY.utf8"],
    ["LC_ALL": "de_DE"], ["LANG": "C.UTF-8", "LC_TIME": "xx_YY"],
  ])
  func `UTF-8 is drawn where the terminal shows it`(environment: [String: String]) throws {
    let probe = try people(environment)
    #expect(probe.lines.contains { $0.contains("─") })
    #expect(probe.row(of: "UTF-8") == nil)
    #expect(try probe.quit() == .code(0))
  }

  @Test func `A terminal that shows no UTF-8 is found out, and gets ASCII`() throws {
    let probe = try people(["LANG": "C"], isUTF8: false)
    try probe.wait(for: "The terminal shows no UTF-8")
    probe.press("2")
    try probe.wait(for: "461 in all")
    #expect(probe.said.allSatisfy { $0 < 0x80 || $0 == 0xC3 || $0 == 0xA9 })
    #expect(probe.lines.allSatisfy { $0.allSatisfy(\.isASCII) })
  }

  @Test func `A locale of other letters gets ASCII`() throws {
    let probe = try people(["LANG": "en_US.ISO-8859-1"])
    try probe.wait(for: "No UTF-8 in the locale")
    probe.press("2")
    try probe.wait(for: "461 in all")
    #expect(probe.lines.allSatisfy { $0.allSatisfy(\.isASCII) })
  }

  @Test func `What is typed before the terminal has answered is not lost`() throws {
    let probe = try desk.start(
      ["/usr/bin/env", "-u", "LANG", Desk.program, "--sample"], environment: ["TERM": "glass-tty"])
    probe.send("2")
    try probe.wait(for: "461 in all", timeout: 20)
  }
}
