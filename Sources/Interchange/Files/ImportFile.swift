import Glibc
import Model

/// The bytes of a file, read piece by piece and as often as one likes; never whole in memory.
///
/// What cannot be read twice (standard input, a pipe) is kept meanwhile in a file that has no name, so that
/// nobody else finds it and nothing is left of it.
public final class ImportFile: Sendable {
  /// Why a file cannot be read: its path, and the error number of the system (`errno`).
  public struct Unreadable: Error, Sendable, Equatable {
    public let path: String
    public let code: Int32

    public init(path: String, code: Int32) { (self.path, self.code) = (path, code) }
  }

  private enum Source {
    case descriptor(Descriptor)
    case bytes([UInt8])
  }

  /// Closes it when nobody reads the file any more.
  private final class Descriptor: Sendable {
    let number: Int32
    init(_ number: Int32) { self.number = number }
    deinit { close(number) }
  }

  /// As it was given.
  public let path: String
  /// In bytes.
  public let size: Int
  /// The sheet that is meant where it is a workbook; nil for the one that fits best.
  public let sheet: String?
  /// How its text is stored, where the person said so; nil where it is to be found out.
  public let encoding: TextEncoding?
  /// Which number comes first in its dates, where the person said so and the dates themselves do not tell.
  public let dates: DateOrder?
  /// Whose clocks its times without a zone are read by, where the person said so.
  public let zone: Zone?
  /// What words of its columns mean, where the person said so; only a table has columns.
  public let values: [GivenValue]
  private let source: Source

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - sheet: the sheet that is meant where it is a workbook.
  ///   - isWanted: asked now and then while a pipe is read; false gives up with `ECANCELED`.
  public init(
    path: String, sheet: String? = nil, encoding: TextEncoding? = nil, dates: DateOrder? = nil,
    isWanted: () -> Bool = { true }
  ) throws(Unreadable) {
    (self.path, self.sheet, self.encoding, self.dates, values, zone) = (path, sheet, encoding, dates, [], nil)
    let opened = path == "-" ? dup(STDIN_FILENO) : Exchange.open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw Unreadable(path: path, code: errno) }
    var kind = stat()
    let type = fstat(opened, &kind) == 0 ? kind.st_mode & S_IFMT : 0
    if type == S_IFDIR {
      close(opened)
      throw Unreadable(path: path, code: EISDIR)
    }
    let isFile = type == S_IFREG
    if isFile && lseek(opened, 0, SEEK_CUR) == 0 {
      (source, size) = (.descriptor(Descriptor(opened)), Int(kind.st_size))
      return
    }
    defer { close(opened) }
    do {
      let (kept, count) = try Self.keep(opened, isWanted)
      (source, size) = (.descriptor(Descriptor(kept)), count)
    } catch { throw Unreadable(path: path, code: error.code) }
  }

  /// Bytes that are in memory.
  public init(
    bytes: [UInt8], encoding: TextEncoding? = nil, dates: DateOrder? = nil, zone: Zone? = nil
  ) {
    (path, size, source, sheet, values) = ("", bytes.count, .bytes(bytes), nil, [])
    (self.encoding, self.dates, self.zone) = (encoding, dates, zone)
  }

  /// Whether it is a workbook, by how it begins.
  /// - Throws: `Unreadable`.
  public func isWorkbook() throws(Unreadable) -> Bool {
    try ["xlsx", "ods", "xls", "zip"].contains(CSVSignature.token(of: self))
  }

  /// Refuses a file of which nobody can tell for sure how its letters are stored, unless the person said it.
  /// - Throws: `UncertainEncoding`, `Unreadable`.
  public func certain() throws -> ImportFile {
    guard encoding == nil, try CSVSignature.token(of: self) == nil else { return self }
    let beginning = try read(at: 0, count: 4096)
    if CSVSignature.isBinary(beginning[...]) { return self }
    // XML says it itself, unless it says nothing.
    if FeedFile.isMarkup(beginning), MarkupText.isNamed(in: beginning) { return self }
    let isCards = try ImportFormat(of: self) == .vcard
    let guess = isCards ? try VCardDecoder.survey(self).guess : try TextSurvey(of: self).guess
    if let guess, !guess.isCertain { throw UncertainEncoding(path: path, guess: guess) }
    return self
  }

  /// What its letters may be, for a person who wants to say it, however sure the file looks.
  /// - Throws: `Unreadable`.
  public func encodings() throws(Unreadable) -> UncertainEncoding {
    var sample = CharsetSample()
    sample.take(try read(at: 0, count: 1 << 18)[...])
    return UncertainEncoding(path: path, guess: sample.guess)
  }

  /// The same file, of which another sheet is meant.
  public init(_ file: ImportFile, sheet: String?) {
    (path, size, source, encoding) = (file.path, file.size, file.source, file.encoding)
    (self.sheet, dates, values, zone) = (sheet, file.dates, file.values, file.zone)
  }

  /// The same file, whose times without a zone are of this one.
  public init(_ file: ImportFile, zone: Zone?) {
    (path, size, source, encoding) = (file.path, file.size, file.source, file.encoding)
    (sheet, dates, values, self.zone) = (file.sheet, file.dates, file.values, zone)
  }

  /// The same file, of whose words somebody said what they mean.
  public init(_ file: ImportFile, values: [GivenValue]) {
    (path, size, source, encoding) = (file.path, file.size, file.source, file.encoding)
    (sheet, dates, self.values, zone) = (file.sheet, file.dates, values, file.zone)
  }

  /// Reads from the beginning.
  public func reader() -> ByteReader { ByteReader(self) }

  /// The bytes from a place on, as many as there are up to `count`.
  public func read(at offset: Int, count: Int) throws(Unreadable) -> [UInt8] {
    switch source {
    case .bytes(let bytes): return Array(bytes[min(offset, bytes.count)..<min(offset + count, bytes.count)])
    case .descriptor(let descriptor):
      var code: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
          let (place, left) = (buffer.baseAddress! + filled, count - filled)
          let got = pread(descriptor.number, place, left, off_t(offset + filled))
          if got < 0 && errno == EINTR { continue }
          if got < 0 { code = errno }
          if got <= 0 { return }
          filled += got
        }
      }
      if code != 0 { throw Unreadable(path: path, code: code) }
      return bytes
    }
  }

  private struct Failure: Error { let code: Int32 }

  /// Copies what comes from a descriptor into a file without a name.
  private static func keep(_ descriptor: Int32, _ isWanted: () -> Bool) throws(Failure) -> (Int32, Int) {
    let kept = try nameless()
    var count = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 100) == 0 && isWanted() { continue }
      let got = isWanted() ? Glibc.read(descriptor, &chunk, chunk.count) : -1
      if got == 0 { return (kept, count) }
      if got < 0 && isWanted() && errno == EINTR { continue }
      guard got > 0, write(kept, chunk, got) else {
        let code = isWanted() ? errno : ECANCELED
        close(kept)
        throw Failure(code: code)
      }
      count += got
    }
  }

  private static func write(_ descriptor: Int32, _ chunk: [UInt8], _ count: Int) -> Bool {
    chunk.withUnsafeBytes { bytes in
      var done = 0
      while done < count {
        let put = Glibc.write(descriptor, bytes.baseAddress! + done, count - done)
        if put < 0 && errno == EINTR { continue }
        if put <= 0 { return false }
        done += put
      }
      return true
    }
  }

  private static func nameless() throws(Failure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/outreach-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return descriptor
  }
}

/// Letters of a file may be stored in several ways, and each makes other words of them: somebody has to say which.
public struct UncertainEncoding: Error, Sendable, Equatable {
  public let path: String
  /// What they may be.
  public let guess: CharsetGuess

  public init(path: String, guess: CharsetGuess) { (self.path, self.guess) = (path, guess) }
}

/// A place in a file, from which it is read on.
public struct ByteReader: Sendable {
  public let file: ImportFile
  /// How many bytes were read.
  public private(set) var offset = 0

  init(_ file: ImportFile) { self.file = file }

  /// The next bytes, at most `count`; none at the end.
  public mutating func read(upTo count: Int) throws(ImportFile.Unreadable) -> [UInt8] {
    let bytes = try file.read(at: offset, count: count)
    offset += bytes.count
    return bytes
  }
}
