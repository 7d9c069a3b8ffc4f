import CSystem
import Glibc
import Synchronization

/// The one door through which files leave the house: a file that takes its name only when it is whole, so that nobody
/// finds half of it, and only where that name is free or was allowed to be replaced. Who may read it: see `Readers`.
public struct NewFile: ~Copyable, Sendable {
  public let path: String
  /// Where it takes its name: behind a link of one's own.
  private let place: String
  private let replacing: Replacing
  private let temporary: String
  private let descriptor: Int32
  /// Whoever comes next gives it its name.
  private let isLeft = Atomic(false)

  /// - Parameters:
  ///   - path: where it will stand; what stands there stays until `commit`. A leading `~/` is the home folder.
  ///   - readers: who may read it; nil leaves that to what stands there.
  public init(_ path: String, readers: Readers? = nil, replacing: Replacing) throws(FileProblem) {
    (self.path, self.replacing) = (PersonalFolder.expanded(path), replacing)
    place = Self.place(self.path)
    let isBarred = Exchange.bar(self.path) != nil
    let problem = isBarred ? .unwritable(self.path, errno: EACCES) : Self.obstacle(at: self.path, replacing)
    temporary = Self.temporary(for: place)
    descriptor = problem == nil ? Self.create(temporary) : -1
    let code = errno
    if let problem { throw problem }
    if descriptor < 0 { throw .unwritable(self.path, errno: code) }
    // Whoever comes after a kill sees by it that nobody works on the file any more.
    flock(descriptor, LOCK_EX | LOCK_NB)
    system_lend(temporary)
    Readers.settle(descriptor, readers, over: place)
  }

  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .unwritable(path, errno: errno)
      }
    }
  }

  /// Puts the file in its place.
  public func commit() throws(FileProblem) {
    try settle()
    try takeName()
    syncFolder()
  }

  /// Puts the file in its place once something is written down about it: that happens when the file is whole and on the
  /// disk, so that only its name can fail after that.
  /// - Throws: what `record` throws, and the file is gone; `RecordedUnwritten` where it was written down and has no name.
  public func commit(recording record: () throws -> Void) throws {
    try settle()
    try record()
    do { try takeName() } catch { throw RecordedUnwritten(problem: error) }
    syncFolder()
  }

  /// Whole and on the disk, with nothing in its way: somebody may have made a store or another file there meanwhile.
  func settle() throws(FileProblem) {
    if let problem = Self.obstacle(at: path, replacing) { throw problem }
    guard fsync(descriptor) == 0 else { throw .unwritable(path, errno: errno) }
  }

  func takeName() throws(FileProblem) { try Self.move(temporary, to: place, replacing, said: path) }

  /// From here on no signal takes it away: it may be written down already that it is to have its name.
  func holdOn() { system_take_back(temporary) }

  /// Leaves it to whoever comes next, where it could not take its name.
  func leave() { isLeft.store(true, ordering: .relaxed) }

  /// What is to be written down of it, once it is whole, so that another process can give it its name.
  var pending: PendingFiles.File {
    var own = stat()
    fstat(descriptor, &own)
    func whole(_ path: String) -> String {
      let (folder, name) = Folder.split(path)
      return Folder.real(folder).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" } ?? path
    }
    return PendingFiles.File(
      temporary: whole(temporary), place: whole(place), number: UInt64(own.st_ino),
      replaced: StandingFile(place).map { PendingFiles.Standing(size: $0.size, changed: $0.changed) })
  }

  /// Brings the name onto the disk.
  func syncFolder() { Folder.sync(Folder.split(place).folder) }

  deinit {
    close(descriptor)
    // After a commit there is none of that name.
    if !isLeft.load(ordering: .relaxed) { unlink(temporary) }
    system_take_back(temporary)
  }

  /// Writes a whole file at once.
  public static func write(
    _ bytes: [UInt8], to path: String, readers: Readers? = nil, replacing: Replacing
  ) throws(FileProblem) {
    let file = try NewFile(path, readers: readers, replacing: replacing)
    try file.write(bytes)
    try file.commit()
  }

  /// Writes a file that only another can write, as SQLite does its own. It is made empty before, for its owner alone:
  /// such a writer would make it for all.
  /// - Parameters:
  ///   - record: writes down what leaves the house, when the file is whole and before it has its name.
  ///   - body: fills the file of the name that it gets, and closes it. Where it throws, that is taken away.
  public static func write(
    to path: String, readers: Readers? = nil, replacing: Replacing,
    recording record: (() throws -> Void)? = nil, by body: (String) throws -> Void
  ) throws {
    let file = try NewFile(path, readers: readers, replacing: replacing)
    try body(file.temporary)
    guard let record else { return try file.commit() }
    try file.commit(recording: record)
  }

  // MARK: Names

  /// Why nothing may be written there: what may never be replaced, what is no file, what nobody allowed to replace.
  static func obstacle(at path: String, _ replacing: Replacing) -> FileProblem? {
    var place = stat()
    if stat(path, &place) == 0, place.st_mode & S_IFMT != S_IFREG {
      return .unwritable(path, errno: place.st_mode & S_IFMT == S_IFDIR ? EISDIR : ENOTSUP)
    }
    if KeptFile.stands(at: path) { return .inUse(path) }
    return StandingFile(path).flatMap { replacing.allows($0) ? nil : .standing([$0]) }
  }

  /// The name until the file is whole. What a process left under such a name that was killed while it wrote goes.
  private static func temporary(for path: String) -> String {
    let (folder, name) = Folder.split(path)
    for left in Folder.names(folder) {
      guard let process = maker(of: left, for: name) else { continue }
      if kill(process, 0) != 0 && errno == ESRCH { unlink("\(folder)/\(left)") }
    }
    return "\(path).\(getpid()).part"
  }

  /// The process that gave a file such a name; nil for other names.
  private static func maker(of temporary: some StringProtocol, for name: String) -> pid_t? {
    guard temporary.hasPrefix(name + ".") else { return nil }
    let parts = temporary.dropFirst(name.count + 1).split(separator: ".")
    guard parts.count == 2, let process = pid_t(parts[0]), process > 1, parts[1].hasPrefix("part") else {
      return nil
    }
    return process
  }

  /// Whether that is the name of a file until it stands at `place`.
  static func isTemporary(_ path: String, of place: String) -> Bool {
    Folder.split(path).folder == Folder.split(place).folder
      && maker(of: Folder.split(path).name, for: Folder.split(place).name) != nil
  }

  /// Who may go on with a file that has no name yet.
  enum Owner { case nobody, others, gone }

  static func owner(of temporary: String) -> Owner {
    let descriptor = Exchange.open(temporary, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .gone : .others }
    defer { close(descriptor) }
    var own = stat()
    let isFree =
      fstat(descriptor, &own) == 0 && own.st_uid == geteuid()
      && own.st_mode & S_IFMT == S_IFREG && flock(descriptor, LOCK_EX | LOCK_NB) == 0
    return isFree ? .nobody : .others
  }

  /// The number of a file on its file system; nil where none is there.
  static func number(of path: String) -> UInt64? {
    var own = stat()
    return lstat(path, &own) == 0 ? UInt64(own.st_ino) : nil
  }

  /// Gives a file its name that a process left which is gone.
  static func name(_ temporary: String, _ place: String, _ replacing: Replacing) throws(FileProblem) {
    if let problem = obstacle(at: place, replacing) { throw problem }
    try move(temporary, to: place, replacing, said: place)
    unlink(temporary)
  }

  private static func create(_ path: String) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = Exchange.open(path, flags, 0o600)
    guard descriptor < 0, errno == EEXIST else { return descriptor }
    // Of an earlier process with this number.
    unlink(path)
    return Exchange.open(path, flags, 0o600)
  }

  /// What a link leads to, where it is one's own or the system's: the file there is meant. A link that somebody else made
  /// is replaced itself.
  private static func place(_ path: String) -> String {
    var link = stat()
    guard lstat(path, &link) == 0, link.st_mode & S_IFMT == S_IFLNK, [0, getuid()].contains(link.st_uid)
    else {
      return path
    }
    return Folder.real(path) ?? path
  }

  /// Gives a file its name: where none stands by that name it takes it only if that is still so.
  private static func move(
    _ file: String, to path: String, _ replacing: Replacing, said: String
  ) throws(FileProblem) {
    let isFree = StandingFile(path) == nil
    if isFree, link(file, path) == 0 { return }
    if isFree, errno == EEXIST, let problem = obstacle(at: path, replacing) { throw problem }
    // Over what may be replaced, and on file systems that know no second name of a file.
    guard rename(file, path) == 0 else { throw .unwritable(said, errno: errno) }
  }
}
