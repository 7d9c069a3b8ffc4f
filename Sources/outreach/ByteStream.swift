import ArgumentParser
import Glibc
import Interchange
import Office
import Phrases
import Store

/// Whole files in, and bytes out, by POSIX calls.
enum ByteStream {
  /// All bytes of a file; `-` is standard input.
  /// - Parameter most: where reading ends, a piece later at the latest: a pipe may go on for ever.
  static func read(_ path: String, most: Int = .max) throws(CommandFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : Exchange.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 || bytes.count > most { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path)
      }
      bytes += chunk[..<count]
    }
  }

  /// Whether all bytes could be written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func unreadable(_ path: String) -> CommandFailure {
    CommandFailure(Phrase(ImportFile.Unreadable(path: path, code: errno)), code: EX_NOINPUT)
  }
}

/// Whether files may be replaced that stand where a command writes.
struct ReplacingOptions: ParsableArguments {
  @Flag(help: help(.cliForceHelp)) var force = false

  var replacing: Replacing { force ? .everything : .nothing }
}

/// Where a command writes, and whether a file may be replaced that stands there.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: help(.cliOutput)) var output: String?
  @OptionGroup var standing: ReplacingOptions
  @Option(help: help(.cliReadableBy)) var readableBy: Readers?

  /// A file that is made, not standard output or a device; nil for those.
  var path: String? { OutputFile.isMade(output) ? output : nil }

  /// How the file is written: as somebody said, else as its name ends.
  func format<F: RawRepresentable>(_ asked: F?, else usual: F) -> F where F.RawValue == String {
    let ending = path.flatMap { $0.split(separator: ".").last }.map { $0.lowercased() } ?? ""
    let names = ["vcf": "vcard", "md": "markdown", "htm": "html", "txt": "text", "xlf": "xliff"]
    return asked ?? F(rawValue: names[ending] ?? ending) ?? usual
  }

  /// Writes a table as a workbook.
  /// - Parameter csv: as `CSVWriter` writes it.
  func writeSheet(_ csv: [UInt8], named name: String, recording record: (() throws -> Void)? = nil) throws {
    try SheetOfText(csv: csv, named: name).write(
      to: sheetPath(), readers: readableBy, replacing: standing.replacing, recording: record)
  }

  /// Writes a workbook that only a library can: to a file, never to a pipe.
  func makeSheet(
    recording record: (() throws -> Void)? = nil, _ body: (String) throws -> Void
  ) throws {
    try NewFile.write(
      to: sheetPath(), readers: readableBy, replacing: standing.replacing, recording: record, by: body)
  }

  func sheetPath() throws -> String {
    guard let path else { throw CommandFailure(Phrase(.cliSheetNeedsFile), code: EX_USAGE) }
    return path
  }

  /// - Parameter readers: who may read it where nobody says so; nil leaves that to what stands there.
  func file(for readers: Readers? = nil) throws -> OutputFile {
    try OutputFile(output, readers: readableBy ?? readers, replacing: standing.replacing)
  }
}

extension Readers: ExpressibleByArgument {}

/// Where an export goes: a file that takes its name only when it is whole; standard output and devices are
/// written as they are, but terminals so that no text steers them.
struct OutputFile: ~Copyable {
  private let file: NewFile?
  /// Of a device.
  private let path: String?
  private let descriptor: Int32
  private let isTerminal: Bool

  /// What was opened by whoever started the program, and goes on where it stands: a file too.
  private static let opened = [
    "-": STDOUT_FILENO, "/dev/stdout": STDOUT_FILENO, "/dev/stderr": STDERR_FILENO,
  ]

  fileprivate static func isMade(_ path: String?) -> Bool { opened[path ?? "-"] == nil && !isDevice(path) }

  /// - Parameter path: nil or `-` for standard output.
  init(_ path: String? = nil, readers: Readers? = nil, replacing: Replacing = .nothing) throws {
    let own = Self.opened[path ?? "-"]
    let device = own == nil && Self.isDevice(path) ? path : nil
    let opened = own ?? device.map { Exchange.open($0, O_WRONLY | O_CLOEXEC) } ?? -1
    if let device, opened < 0 { throw FileProblem.unwritable(device, errno: errno) }
    file =
      opened >= 0
      ? nil
      : try path.map { path throws(FileProblem) in
        try NewFile(path, readers: readers, replacing: replacing)
      }
    self.path = device
    descriptor = opened
    isTerminal = isatty(opened) == 1
  }

  /// A pipe with a name is one too.
  private static func isDevice(_ path: String?) -> Bool {
    var kind = stat()
    guard let path, stat(path, &kind) == 0 else { return false }
    return kind.st_mode & S_IFMT != S_IFREG && kind.st_mode & S_IFMT != S_IFDIR
  }

  /// - Parameter bytes: whole characters.
  func write(_ bytes: [UInt8]) throws {
    switch file {
    case .some(let file): try file.write(bytes)
    case .none:
      let bytes = isTerminal ? Array(Legible.lines(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
      if descriptor == STDOUT_FILENO { return Output.write(bytes) }
      guard ByteStream.write(bytes, to: descriptor) else {
        throw FileProblem.unwritable(path ?? "-", errno: errno)
      }
    }
  }

  /// Puts the file in its place.
  /// - Parameter record: writes down what leaves the house, before it has its name.
  func commit(recording record: (() throws -> Void)? = nil) throws {
    switch file {
    case .some(let file):
      guard let record else { return try file.commit() }
      try file.commit(recording: record)
    case .none: try record?()
    }
  }

  deinit { if path != nil { close(descriptor) } }
}
