import ArgumentParser
import Glibc
import Interchange
import Model
import Phrases

/// `outreach manual`: the manual page, for `man -l -`.
struct ManualCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "manual", abstract: abstract(.cliManual))
  }

  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      guard ByteStream.write(Array(try ManualPage(book).text.utf8), to: STDOUT_FILENO) else {
        throw FileProblem.unwritable("-", errno: errno)
      }
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
