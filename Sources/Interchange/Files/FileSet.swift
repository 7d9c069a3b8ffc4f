import Glibc

/// Files of one folder that take their names when all of them are whole. Where somebody is killed between two names, whoever
/// comes next finishes: `PendingFiles` says what is left to do.
public final class FileSet: Sendable {
  /// Arrays hold what can be copied only.
  private final class Member: Sendable {
    let file: NewFile
    init(_ file: consuming NewFile) { self.file = file }
  }

  private let members: [Member]

  /// Makes the folder where there is none, and begins the files.
  /// - Parameter readers: who may read them; see `NewFile`.
  /// - Throws: `FileProblem.standing` with all that stand there, before anything is written.
  public init(
    _ names: [String], in folder: String, readers: Readers? = nil, replacing: Replacing
  ) throws(FileProblem) {
    var folder = PersonalFolder.expanded(folder)
    if folder.hasSuffix("/") && folder != "/" { folder.removeLast() }
    if Exchange.bar(folder) != nil { throw .unwritable(folder, errno: EACCES) }
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw .unwritable(folder, errno: errno) }
    let paths = names.map { "\(folder)/\($0)" }
    var standing: [StandingFile] = []
    for path in paths {
      switch NewFile.obstacle(at: path, replacing) {
      case .standing(let files): standing += files
      case let problem?: throw problem
      case nil: break
      }
    }
    if !standing.isEmpty { throw .standing(standing) }
    var members: [Member] = []
    for path in paths {
      members.append(Member(try NewFile(path, readers: readers, replacing: replacing)))
    }
    self.members = members
  }

  /// - Parameter file: its place among the names.
  public func write(_ bytes: [UInt8], to file: Int) throws(FileProblem) {
    try members[file].file.write(bytes)
  }

  /// Gives the files their names.
  /// - Returns: their paths.
  public func commit() throws(FileProblem) -> [String] {
    try settle()
    return try takeNames()
  }

  /// Gives the files their names once something is written down about them: see `NewFile`.
  /// - Parameter record: writes down with it, in one step, what is left to do until they have their names.
  public func commit(recording record: (PendingFiles) throws -> Void) throws -> [String] {
    try record(settled())
    do { return try takeNames() } catch {
      leave()
      throw RecordedUnwritten(problem: error)
    }
  }

  /// All of them whole and on the disk, and found there under the names that they have until then.
  /// - Returns: what is left to do.
  public func settled() throws(FileProblem) -> PendingFiles {
    try settle()
    members.last?.file.syncFolder()
    for member in members { member.file.holdOn() }
    var pending = PendingFiles()
    pending.files = members.map { $0.file.pending }
    return pending
  }

  private func settle() throws(FileProblem) { for member in members { try member.file.settle() } }

  /// Leaves those that could not take their names to whoever comes next.
  public func leave() { for member in members { member.file.leave() } }

  public func takeNames() throws(FileProblem) -> [String] {
    for member in members { try member.file.takeName() }
    members.last?.file.syncFolder()
    return members.map { $0.file.path }
  }
}
