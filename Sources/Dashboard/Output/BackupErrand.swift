import Interchange
import Office
import Phrases
import Store
import Terminal

/// Copies the whole store into a file.
struct BackupErrand: WritingErrand {
  let path: String
  var replacing = Replacing.nothing

  var title: Phrase { Phrase(.commandBackup) }

  func run(in library: Library, progress: ErrandProgress) throws -> Phrase {
    try library.permit(.administer)
    try library.copy(to: path, replacing: replacing)
    return Phrase(.storeCopied, .text(path))
  }

  func news(of outcome: Phrase) -> Phrase? { outcome }

  static let command = Command<Shell>(
    "store.copy", .commandBackup, [], when: \.isAtPane, unless: { _, look in look.bar(to: .administer) }
  ) { _, look in
    [
      .present(
        FilePrompt.writing(
          Phrase(.backupQuestion), title: .commandBackup, "~/outreach-\(look.today).sqlite"
        ) { BackupErrand(path: $0) })
    ]
  }
}
