import CArchive
import Glibc

/// One walk through the entries of a zip container by libarchive, which verifies sizes and checksums. Nothing is
/// unpacked to a disk, so that names of entries can do no harm.
final class PackageEntries {
  private let file: any WorkbookBytes
  private let limits: WorkbookLimits
  private let archive: OpaquePointer
  private var offset = 0
  private let buffer = UnsafeMutableRawPointer.allocate(byteCount: pieceBytes, alignment: 16)
  private var failure: (any Error)?
  private var unpacked = 0
  private var name = ""
  /// How far the file was read, for those who show progress.
  private(set) var bytesRead = 0

  private static let pieceBytes = 1 << 16

  init(_ file: any WorkbookBytes, _ limits: WorkbookLimits) throws {
    guard let archive = archive_read_new() else { throw WorkbookProblem.tooLarge }
    (self.file, self.limits, self.archive) = (file, limits, archive)
    // By the directory at its end only, as all programs read it: a walk from the front may find other entries.
    archive_read_support_format_zip_seekable(archive)
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
    archive_read_set_read_callback(archive) { _, reader, bytes in
      PackageEntries.of(reader).readOn(into: bytes)
    }
    archive_read_set_seek_callback(archive) { _, reader, offset, whence in
      PackageEntries.of(reader).seek(Int(offset), whence)
    }
    if archive_read_open1(archive) != ARCHIVE_OK { throw failure ?? WorkbookProblem.damaged("zip") }
  }

  deinit {
    archive_read_free(archive)
    buffer.deallocate()
  }

  /// Goes to the next entry, and says its name in the form in which parts are asked for.
  func next() throws -> String? {
    var entry: OpaquePointer?
    while true {
      let result = archive_read_next_header(archive, &entry)
      if result == ARCHIVE_EOF { return nil }
      if result < ARCHIVE_WARN && result != ARCHIVE_RETRY {
        throw failure ?? WorkbookProblem.damaged("zip")
      }
      guard let entry, let text = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else {
        continue
      }
      name = Self.normal(String(cString: text))
      // Programs ask for a password of the whole workbook, so that it is no zip at all. This is a zip tool's.
      if archive_entry_is_encrypted(entry) != 0 { throw WorkbookProblem.foreign("encrypted") }
      return name
    }
  }

  /// Hands over the next bytes of the entry, which are there only meanwhile.
  /// - Returns: nil at the end of the entry.
  func block<T>(_ body: (UnsafeRawBufferPointer) throws -> T) throws -> T? {
    // They are libarchive's, and gone with it.
    try withExtendedLifetime(self) { try nextBlock().map(body) }
  }

  private func nextBlock() throws -> UnsafeRawBufferPointer? {
    var start: UnsafeRawPointer?
    var count = 0
    var place: la_int64_t = 0
    while true {
      let result = archive_read_data_block(archive, &start, &count, &place)
      if result == ARCHIVE_EOF { return nil }
      // A wrong checksum or size is a warning to libarchive.
      if result < ARCHIVE_OK && result != ARCHIVE_RETRY { throw failure ?? WorkbookProblem.damaged(name) }
      unpacked += count
      if unpacked > max(limits.freeBytes, limits.ratio * file.size) { throw WorkbookProblem.tooLarge }
      if count > 0 { return UnsafeRawBufferPointer(start: start, count: count) }
    }
  }

  /// Names of parts are compared without regard to case (ISO/IEC 29500-2, 6.2.2.3), and some programs write `\`.
  static func normal(_ name: String) -> String {
    let parts = name.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }
    return parts.joined(separator: "/").lowercased()
  }

  // MARK: What libarchive asks

  private static func of(_ reader: UnsafeMutableRawPointer?) -> PackageEntries {
    Unmanaged<PackageEntries>.fromOpaque(reader!).takeUnretainedValue()
  }

  private func readOn(into bytes: UnsafeMutablePointer<UnsafeRawPointer?>?) -> la_ssize_t {
    do {
      let read = try file.read(at: offset, count: Self.pieceBytes)
      read.withUnsafeBytes {
        buffer.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(buffer), byteCount: $0.count)
      }
      offset += read.count
      bytesRead = max(bytesRead, min(offset, file.size))
      bytes?.pointee = UnsafeRawPointer(buffer)
      return read.count
    } catch {
      failure = error
      return la_ssize_t(ARCHIVE_FATAL)
    }
  }

  private func seek(_ place: Int, _ whence: Int32) -> la_int64_t {
    let start = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? offset : file.size
    guard case let (target, isOver) = start.addingReportingOverflow(place), !isOver, target >= 0 else {
      return la_int64_t(ARCHIVE_FATAL)
    }
    offset = target
    return la_int64_t(target)
  }
}
