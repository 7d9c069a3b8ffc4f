import CSodium

/// Tells whether a file is still the same, whatever its name and date: SHA-256 (FIPS 180-4).
public enum FileDigest {
  /// The digest in 64 hexadecimal digits. The file is read piece by piece and never whole in memory.
  /// - Parameter progress: hears how many bytes of how many are read; stops the work by throwing.
  /// - Throws: `ImportFile.Unreadable`, and what `progress` throws.
  public static func sha256(
    of file: ImportFile, progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> String {
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    var reader = file.reader()
    while true {
      let bytes = try reader.read(upTo: 1 << 20)
      if bytes.isEmpty { break }
      crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
      try progress(reader.offset, file.size)
    }
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
    crypto_hash_sha256_final(&state, &digest)
    return hexadecimal(digest)
  }

  /// The digest of bytes in 64 hexadecimal digits.
  public static func sha256(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return hexadecimal(digest)
  }

  private static func hexadecimal(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
