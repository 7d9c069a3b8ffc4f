import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// `outreach edit RECORD`: fields of a record, for scripts and without the screen.
struct EditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit", abstract: abstract(.cliEdit), discussion: abstract(.cliFieldsDiscussion))
  }

  @Argument(help: help(.cliShowWhich)) var record: String
  @Option(help: help(.cliShowKind)) var kind: RecordKind?
  @OptionGroup var fields: FieldOptions
  @Option(help: help(.cliAddTo)) var add: [String] = []
  @Option(help: help(.cliClear)) var clear: [String] = []
  @Option(help: help(.cliIfVersion)) var ifVersion: Int?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      // Which record it is says what it asks.
      let library = try store.place.open(to: .export)
      let found = try library.record(called: record, of: kind)
      try library.permit(found.reference.kind.need)
      guard let found = found as? any Exchangeable else {
        throw CommandFailure(Phrase(.cliNotEdited, .text(found.reference.description)), code: EX_USAGE)
      }
      try edit(found, in: library, Environment.look(book))
    }
  }

  private var isAnythingSaid: Bool {
    !fields.set.isEmpty || fields.json != nil || !add.isEmpty || !clear.isEmpty || fields.words.reason != nil
  }

  private func edit<R: Exchangeable>(_ record: R, in library: Library, _ look: Look) throws {
    if let ifVersion, ifVersion != record.version {
      let title = look.title(of: record)
      throw CommandFailure(
        Phrase(.cliOtherVersion, .text(title), .number(record.version), .number(ifVersion)), code: EX_TEMPFAIL
      )
    }
    guard isAnythingSaid else {
      guard FieldOptions.isAsked else { throw CommandFailure(Phrase(.cliSayFields), code: EX_USAGE) }
      var dialogue = RecordDialogue(record, isNew: false, fields, in: library, look)
      return try dialogue.run()
    }
    var saying = RecordSaying(record, in: library, look)
    for (name, text) in try fields.said(of: R.self) {
      // What an export wrote says which record it is, too.
      if R.idColumns.contains(name), R.field(name) == nil { continue }
      try saying.set(name, to: text)
    }
    for name in clear { try saying.clear(name) }
    for text in add {
      let (name, text) = try FieldOptions.parts(text)
      try saying.add(text, to: name)
    }
    try RecordWriting(saying, isNew: false, fields, in: library, look).write()
  }
}

/// `outreach add KIND`: a new record.
struct AddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: abstract(.cliAdd), discussion: abstract(.cliFieldsDiscussion))
  }

  @Argument(
    help: FileKind.help(.cliAddKind), completion: .list(EditedKind.allValueStrings),
    transform: FileKind.reading { EditedKind(argument: $0) })
  var kind: EditedKind
  @Option(help: help(.cliAddID)) var id: String?
  @OptionGroup var fields: FieldOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: kind.type.kind.need, isRehearsal: fields.dryRun)
      try add(kind.type, in: library, Environment.look(book))
    }
  }

  private func add<R: Exchangeable>(_ type: R.Type, in library: Library, _ look: Look) throws {
    var said = try fields.said(of: type)
    if let id { said.append((R.idColumns[0], id)) }
    let isAsked = fields.set.isEmpty && fields.json == nil
    guard !isAsked || FieldOptions.isAsked else {
      throw CommandFailure(Phrase(.cliSayFields), code: EX_USAGE)
    }
    if isAsked && R.isIDRequired && id == nil { said += try RecordDialogue<R>.askID(look) }
    let record = R(id: try newID(of: type, &said, in: library, look))
    if isAsked {
      var dialogue = RecordDialogue(record, isNew: true, fields, in: library, look)
      return try dialogue.run()
    }
    var saying = RecordSaying(record, in: library, look)
    for (name, text) in said { try saying.set(name, to: text) }
    try RecordWriting(saying, isNew: true, fields, in: library, look).write()
  }

  /// The id that was said, taken out of what was said of fields; a new one where none has to be.
  private func newID<R: Exchangeable>(
    of _: R.Type, _ said: inout FieldOptions.Said, in library: Library, _ look: Look
  ) throws -> RecordID {
    let cells = R.idColumns.map { column in said.last { $0.name == column }?.text.trimmed ?? "" }
    said.removeAll { R.idColumns.contains($0.name) && R.field($0.name) == nil }
    if !R.isIDRequired, cells.allSatisfy(\.isEmpty) { return NewID.make() }
    if let missing = cells.firstIndex(of: "") {
      throw CommandFailure(Phrase(.cliIDMissing, .text(R.idColumns[missing])), code: EX_DATAERR)
    }
    let id: RecordID
    do { id = try R.id(from: cells) } catch { throw RecordProblem.value(error.field, error.problem) }
    let reference = RecordReference(R.kind, id)
    if let stored = try library.read(ReferredRecords([reference]))[reference], stored.version > 0 {
      throw RecordProblem.taken(id, title: look.name(of: reference))
    }
    return id
  }
}
