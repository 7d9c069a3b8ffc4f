import Model
import Phrases
import Store

extension Phrase {
  /// What a change did, in words that fit behind "undo": "e-mail of Banda, Thandiwe".
  public init(_ entry: JournalEntry, look: Look) {
    let many = Phrase(.changedRecords, .number(entry.count))
    let title = entry.count == 1 ? Argument.text(entry.title(in: look.language)) : .phrase(many)
    switch entry.name {
    case "release": self.init(.changeRelease, title)
    case "notice": self.init(.changeNotice, title)
    case _ where entry.kind == .release: self.init(.changeGuidance)
    case "add": self.init(.changeAdd, title)
    case "remove": self.init(.changeRemove, title)
    case "retire": self.init(.changeRetire, title)
    case "restore": self.init(.changeRestore, title)
    case "merge": self.init(.changeMerge, .text(entry.title(in: look.language)))
    case "reschedule": self.init(.changeReschedule, title)
    case "freeze": self.init(.changeFreeze, title)
    case "tell-apart": self.init(.changeTellApart)
    case "launch-template": self.init(.changeTemplate, .text(entry.title(in: look.language)))
    case "bulk-edit":
      let names = entry.fields.map { look.phrases.label("field", $0.field) }
      self.init(.changeBulk, .text(look.list(names)), .number(entry.count))
    case "appearance": self.init(.changeAppearance, .text(entry.title(in: look.language)))
    case "release-report": self.init(.changeReleaseReport, title)
    case "invite": self.init(.changeInvite, title)
    case "agree-message": self.init(.changeAgree, title)
    case "withdraw-agreement": self.init(.changeWithdraw, title)
    case "new-edition": self.init(.changeEdition, title)
    case "release-material": self.init(.changeReleaseMaterial, title)
    case "import": self.init(.changeImport, .number(entry.count), .text(entry.title(in: look.language)))
    default:
      guard !entry.fields.isEmpty, entry.count == 1 else {
        self.init(.changeEdit, title)
        return
      }
      let names = entry.fields.prefix(2).map { look.phrases.label("field", $0.field) }
      let more = entry.fields.count > 2 ? " …" : ""
      self.init(.changeEditFields, .text(look.list(names) + more), title)
    }
  }
}

extension JournalEntry {
  /// The record's name; adopted items have one in each language.
  public func title(in language: String) -> String {
    kind.type.title(of: record, called: title, in: language)
  }
}
