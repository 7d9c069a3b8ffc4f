import CSodium
import Glibc

/// The SHA-256 of a file (FIPS 180-4), by which one copy is told from another.
public enum FileDigest {
  /// - Parameter path: a leading `~/` is the home folder.
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: `FileProblem.unreadable`.
  public static func sha256(of path: String) throws(FileProblem) -> String {
    let path = NewFile.expanded(path)
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path, errno: errno) }
    defer { close(file) }
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count == 0 { break }
      if count > 0 {
        crypto_hash_sha256_update(&state, buffer, UInt64(count))
      } else if errno != EINTR {
        throw .unreadable(path, errno: errno)
      }
    }
    var hash = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&state, &hash)
    return hash.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }
}
