import Glibc

/// Files of one folder that take their names together, when all of them are whole: nobody finds half of them.
public final class FileSet {
  /// Arrays hold what can be copied only.
  private final class Member {
    let file: NewFile
    init(_ file: consuming NewFile) { self.file = file }
  }

  private let folder: String
  private let isPublic: Bool
  private let mayReplace: Bool
  private var members: [Member] = []

  /// Makes the folder where there is none.
  /// - Parameters:
  ///   - isPublic: may be read by everybody.
  ///   - mayReplace: whether files of the same names may be overwritten.
  public init(folder: String, isPublic: Bool, mayReplace: Bool) throws(FileProblem) {
    let folder = NewFile.expanded(folder)
    self.folder = folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
    (self.isPublic, self.mayReplace) = (isPublic, mayReplace)
    guard mkdir(self.folder, 0o755) == 0 || errno == EEXIST else {
      throw .unwritable(self.folder, errno: errno)
    }
  }

  /// Begins a file; returns the number by which `write` knows it.
  public func begin(_ name: String) throws(FileProblem) -> Int {
    let path = "\(folder)/\(name)"
    if !mayReplace, access(path, F_OK) == 0 { throw .unwritable(path, errno: EEXIST) }
    members.append(Member(try NewFile(path, isPublic: isPublic)))
    return members.count - 1
  }

  public func write(_ bytes: [UInt8], to file: Int) throws(FileProblem) {
    try members[file].file.write(bytes)
  }

  /// Gives the files their names.
  /// - Returns: their paths.
  public func commit() throws(FileProblem) -> [String] {
    for member in members { try member.file.commit() }
    return members.map { $0.file.path }
  }
}
