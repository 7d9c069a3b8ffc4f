import ArgumentParser
import Glibc
import Interchange
import Model
import Office
import Phrases
import Store

/// What a command line says of the fields of a record.
struct FieldOptions: ParsableArguments {
  @Option(help: help(.cliSet)) var set: [String] = []
  @Option(help: help(.cliJSON)) var json: String?
  @Option(help: help(.cliWhyOption)) var why: String?
  @OptionGroup var words: KeepWordsOptions
  @Flag(name: .customLong("dry-run"), help: help(.cliEditDryRun)) var dryRun = false

  /// Texts by the names of fields, in the order in which they were said.
  typealias Said = [(name: String, text: String)]

  /// `field=value`, apart.
  /// - Throws: `CommandFailure` where there is no sign of equality.
  static func parts(_ text: String) throws -> (name: String, text: String) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw CommandFailure(Phrase(.cliSetSyntax, .text(text)), code: EX_USAGE)
    }
    return (String(text[..<equals]).trimmed, String(text[text.index(after: equals)...]))
  }

  /// The object of `--json`, then what `--set` says.
  /// - Throws: `CommandFailure`, `ImportFailure`.
  func said<R: Exchangeable>(of _: R.Type) throws -> Said {
    try (json.map { try object(of: R.self, $0) } ?? []) + set.map(Self.parts)
  }

  /// One record as `outreach export --format json` writes it, alone or as the only one of its array.
  private func object<R: Exchangeable>(of _: R.Type, _ path: String) throws -> Said {
    var bytes = try ByteStream.read(path)
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let isAlone = first == UInt8(ascii: "{")
    if isAlone { bytes = [UInt8(ascii: "[")] + bytes + [UInt8(ascii: "]")] }
    do { return try rows(of: R.self, bytes) } catch ImportFailure.json(.unexpected(let line, "]"))
      where isAlone
    {
      // That is ours: what was written ends before it.
      throw ImportFailure.json(.endsEarly(line: line))
    }
  }

  private func rows<R: Exchangeable>(of _: R.Type, _ bytes: [UInt8]) throws -> Said {
    var source = try JSONRows<R>(ImportFile(bytes: bytes, encoding: .utf8))
    guard let row = try source.next() else { return [] }
    if let problem = row.problem { throw CommandFailure(Phrase(problem), code: EX_DATAERR) }
    if try source.next() != nil { throw CommandFailure(Phrase(.cliJSONOne), code: EX_DATAERR) }
    if let unknown = source.remarks.unknownColumns.first {
      throw RecordProblem.noField(unknown, RecordSaying<R>.names)
    }
    return zip(source.columns, row.cells).compactMap { column, cell in
      guard let field = column.field, let cell else { return nil }
      return (field, cell)
    }
  }

  /// Whether a person sits there who can be asked.
  static var isAsked: Bool { isatty(STDIN_FILENO) == 1 }
}

/// A kind of record that can be made and edited, by either of its names: `event`, `events`.
struct EditedKind: ExpressibleByArgument {
  let type: any Exchangeable.Type

  init?(argument: String) {
    let record = RecordKind(rawValue: argument)?.type as? any Exchangeable.Type
    guard let type = record ?? FileKind(argument: argument)?.type else { return nil }
    self.type = type
  }

  static var allValueStrings: [String] { FileKind.allValueStrings }
}
