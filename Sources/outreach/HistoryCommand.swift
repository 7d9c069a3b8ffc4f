import ArgumentParser
import Foundation
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach history ID`: what became of a record, the newest change first.
struct HistoryCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "history", abstract: abstract(.cliHistory))
  }

  @Argument(help: help(.cliLogWho)) var id: String
  @Option(help: help(.cliHistoryKind)) var kind = RecordKind.stakeholder
  @Option(help: help(.cliHistoryFormat)) var format = Format.text
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let id = try record(in: library)
      let history = try library.read(RecordHistory(kind, id))
      if kind.isPrivate {
        store.place.noteReading(in: library) {
          try $0.logReading([RecordReference(kind, id)], as: "history \(format.rawValue)")
        }
      }
      if format == .json {
        say(try json(history))
      } else {
        try write(history, of: kind.type, book, library)
      }
    }
  }

  /// A removed record has a history too, so an id need not be known.
  private func record(in library: Library) throws -> RecordID {
    guard try library.read(RecordHistory(kind, id)).entries.isEmpty else { return id }
    if kind == .stakeholder { return try library.stakeholder(called: id).id }
    // What the decision names is there before anybody has stored anything of it.
    let isThere =
      try !kind.type.title(of: id, called: "", in: "en").isEmpty
      || !library.read(ReferredRecords([RecordReference(kind, id)])).isEmpty
    guard isThere else { throw CommandFailure(Phrase(.recordUnknown, .text(id)), code: EX_DATAERR) }
    return id
  }

  private func write<R: Model.Record>(
    _ history: RecordHistory.Answer, of type: R.Type, _ book: Phrasebook, _ library: Library
  ) throws {
    var look = Environment.look(book)
    look.names = RecordNames(in: library)
    for line in HistoryWords<R>(look).lines(history) { say(line) }
    if history.entries.isEmpty { say(book.say(history.isLost ? .historyLost : .historyNone)) }
  }

  private func json(_ history: RecordHistory.Answer) throws -> String {
    let entries = history.entries.map { entry -> [String: Any] in
      var object: [String: Any] = [
        "at": entry.at, "who": entry.who, "name": entry.name, "why": entry.why, "undo": entry.isUndo,
        "redo": entry.isRedo,
      ]
      object["before"] = entry.before
      object["after"] = entry.after
      return object
    }
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try JSONSerialization.data(withJSONObject: entries, options: options), as: UTF8.self)
  }
}

extension RecordKind: ExpressibleByArgument {
  public init?(argument: String) {
    guard let kind = RecordKind(rawValue: argument) ?? FileKind(argument: argument)?.type.kind else {
      return nil
    }
    self = kind
  }

  /// Those that people make and know; what the program keeps for itself is understood, and not offered.
  public static var allValueStrings: [String] {
    allCases.filter { $0.type is any Exchangeable.Type }.map(\.rawValue)
  }
}
