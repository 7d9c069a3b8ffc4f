import CArchive

/// A zip container, as the formats of offices have it (ISO/IEC 29500-2). The same parts make the same bytes: it says no time.
public enum PackageWriter {
  /// What libarchive hands over.
  private final class Bytes {
    var bytes: [UInt8] = []
  }

  /// - Parameter parts: in their order in the container.
  public static func bytes(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    guard let archive = archive_write_new() else { fatalError("no memory for a zip") }
    defer { archive_write_free(archive) }
    let written = Bytes()
    archive_write_set_format_zip(archive)
    archive_write_set_bytes_in_last_block(archive, 1)
    let opened = archive_write_open2(
      archive, Unmanaged.passUnretained(written).toOpaque(), nil,
      { _, place, bytes, count in
        let written = Unmanaged<Bytes>.fromOpaque(place!).takeUnretainedValue()
        written.bytes += UnsafeRawBufferPointer(start: bytes, count: count)
        return la_ssize_t(count)
      }, nil, nil)
    expect(opened == ARCHIVE_OK, archive)
    for part in parts { append(part.name, part.bytes, to: archive) }
    expect(archive_write_close(archive) == ARCHIVE_OK, archive)
    return written.bytes
  }

  private static func append(
    _ name: String, _ bytes: [UInt8], to archive: OpaquePointer
  ) {
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    // A regular file (POSIX, `S_IFREG`).
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_size(entry, la_int64_t(bytes.count))
    expect(archive_write_header(archive, entry) == ARCHIVE_OK, archive)
    expect(bytes.isEmpty || archive_write_data(archive, bytes, bytes.count) == bytes.count, archive)
  }

  /// Into memory everything can be written but what has no room there.
  private static func expect(_ isWritten: Bool, _ archive: OpaquePointer) {
    precondition(isWritten, archive_error_string(archive).map { String(cString: $0) } ?? "zip")
  }
}
