import ArgumentParser
import CSystem
import Foundation
import Glibc
import Interchange
import Model
import Phrases

/// `outreach manual`: the manual page: for people at a terminal through `man`, or as text where the host has none; piped,
/// as roff for `man -l -`.
struct ManualCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, roff }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "manual", abstract: abstract(.cliManual))
  }

  @Option(help: help(.cliManualFormat)) var format: Format?
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let page = try ManualPage(book)
      let isRead = isatty(STDOUT_FILENO) == 1
      if format == nil, isRead, try Self.isShown(page.text) { return }
      let text =
        format ?? (isRead ? .text : .roff) == .roff ? page.text : page.plain(columns: TerminalWidth.columns)
      Output.write(text: Array(text.utf8))
    }
  }

  /// Shows the page through `man`.
  /// - Returns: whether the host has it, and it could.
  private static func isShown(_ roff: String) throws -> Bool {
    if Exchange.isRestricted { return false }
    let folders = (environment("PATH") ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let programs: [String] = folders.map { $0 + "/man" }
    guard let man = programs.first(where: { access($0, X_OK) == 0 }) else { return false }
    let file = FileManager.default.temporaryDirectory.appending(path: "outreach-\(getpid()).1")
    try roff.write(to: file, atomically: true, encoding: .utf8)
    system_lend(file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: man)
    process.arguments = ["-l", file.path]
    // A pager that people read in starts no other program.
    process.environment = ProcessInfo.processInfo.environment.merging(["LESSSECURE": "1"]) { $1 }
    process.standardError = FileHandle.nullDevice
    // Ctrl-C is the pager's own key.
    return Interruption.patiently {
      do { try process.run() } catch { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
  }
}

/// `outreach install-help`: the manual page and what completes the command in three shells, where these look for them.
struct InstallHelpCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "install-help", abstract: abstract(.cliInstallHelp))
  }

  @Option(help: help(.cliPrefix)) var prefix = "~/.local"
  @OptionGroup var standing: ReplacingOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let prefix = PersonalFolder.expanded(prefix)
      let files = [
        ("share/man/man1/outreach.1", try ManualPage(book).text),
        ("share/bash-completion/completions/outreach", Outreach.completionScript(for: .bash)),
        ("share/zsh/site-functions/_outreach", Outreach.completionScript(for: .zsh)),
        ("share/fish/vendor_completions.d/outreach.fish", Outreach.completionScript(for: .fish)),
      ].map { (path: "\(prefix)/\($0)", text: $1) }
      for file in files { try Folder.make(above: file.path) }
      // All of them or none: nobody has to find out which of them stood there.
      for file in files { _ = try NewFile(file.path, replacing: standing.replacing) }
      for file in files {
        try NewFile.write(
          Array(file.text.utf8), to: file.path, readers: .everybody, replacing: standing.replacing)
        say(file.path)
      }
      say(book.say(.helpInstalled))
    }
  }
}
