import Foundation
import Interchange
import Model
import Store
import Synchronization

/// Puts the public register into files: the command line and the dashboard release by this one road.
public struct RegisterPublication: Sendable {
  /// Where the files go; made where there is none.
  public let folder: String
  /// One web page for each, besides CSV and JSON.
  public let languages: [String]
  /// Which of their files may be replaced that stand there.
  public var replacing: Replacing

  public struct Outcome: Sendable {
    public let release: RegisterRelease
    public let entries: Int
    /// Of the edition before, by its numbers.
    public let withdrawn: [Int]
    public let previous: Int
    /// The paths of the files.
    public let files: [String]
    /// Files of earlier releases beside them that say what is not agreed any more, and are to be taken away: one pattern of
    /// the shell for each release, such as `out/register-1.*`.
    public let stale: [String]
  }

  /// Hears how much is done, and of how much; 0 while nobody knows.
  public typealias Progress = (_ done: Int, _ total: Int) throws -> Void

  /// - Throws: for a language that documents are not written in.
  public init(
    folder: String, languages: [String], replacing: Replacing = .nothing
  ) throws(PublicationProblem) {
    (self.folder, self.replacing) = (folder, replacing)
    self.languages = languages.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    for language in languages where !Language.official.contains(language) {
      throw .noDocumentLanguage(language)
    }
  }

  /// Makes the next release. Guidance that waits for it in the store counts too.
  ///
  /// Files are written first and take their names last: where the store refuses, none is left behind, and where the disk
  /// does, there is no release.
  /// - Throws: `RecordedUnwritten` for a release that is made, whose files have no names.
  public func release(
    guidance: [Guidance], note: String, on day: Day, in library: Library, progress: Progress
  ) throws -> Outcome {
    let waiting = try library.read(RecordByID<RegisterRelease>(RegisterRelease.next))
    var release = RegisterRelease(id: NewID.make())
    release.guidance = ((waiting?.guidance ?? []) + guidance).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
    release.note = note.isEmpty ? waiting?.note ?? "" : note
    release.day = day
    try release.checkGuidance()
    // A busy office: somebody may write between the view and the release.
    for _ in 0..<3 {
      do { return try attempt(&release, in: library, progress) } catch PublicationProblem.registerMoved {}
    }
    throw PublicationProblem.registerMoved
  }

  private func attempt(
    _ release: inout RegisterRelease, in library: Library, _ progress: Progress
  ) throws -> Outcome {
    let (files, prepared, content) = try library.withRegister { view in
      let prepared = try view.prepare { try progress($0, 0) }
      release.number = prepared.plan.number
      var content = RegisterContent(release, prepared.plan)
      content.contact = try view.contact
      return (try write(content, prepared.numbers, of: view, progress), prepared, content)
    }
    return try outcome(content, files, in: library) {
      try library.apply(
        PublishRegister(release, prepared, disclosure: disclosure(content), files: $0))
    }
  }

  /// Writes the files of an edition once more, byte for byte.
  /// - Throws: `PublicationProblem.notReproducible` where an entry is not what it was: the store keeps no copy.
  public func publish(_ number: Int, in library: Library, progress: Progress) throws -> Outcome {
    let (files, content) = try edition(number, in: library, progress)
    return try outcome(content, files, in: library) {
      try library.disclose([disclosure(content)], files: $0)
    }
  }

  /// As `publish`, where nothing leaves the house yet.
  /// - Returns: what is to be written down when it does.
  public func rehearse(
    _ number: Int, in library: Library, progress: Progress
  ) throws -> (outcome: Outcome, disclosure: Disclosure) {
    let (files, content) = try edition(number, in: library, progress)
    return (outcome(content, try files.commit()), disclosure(content))
  }

  private func edition(
    _ number: Int, in library: Library, _ progress: Progress
  ) throws -> (FileSet, RegisterContent) {
    guard let release = try library.read(Releases()).first(where: { $0.release.number == number })?.release
    else { throw PublicationProblem.noRelease(number) }
    return try library.withRegister { view in
      let differing = try view.differing(from: release)
      if differing > 0 { throw PublicationProblem.notReproducible(number, differing: differing) }
      var content = try view.content(of: release)
      content.contact = try view.contact
      return (try write(content, view.numbers(of: release), of: view, progress), content)
    }
  }

  /// Writes the edition down, and then gives the files their names.
  private func outcome(
    _ content: RegisterContent, _ files: FileSet, in library: Library,
    recording record: (Unfinished) throws -> Void
  ) throws -> Outcome {
    do {
      return outcome(content, try library.commit(files, recording: record))
    } catch let problem as RecordedUnwritten { throw problem.of(.release(content.release.number)) }
  }

  private func outcome(_ content: RegisterContent, _ written: [String]) -> Outcome {
    let gone = Set(content.earlier.filter { !$0.isOffered }.map(\.number))
    let base = written.first.map { String($0[...($0.lastIndex(of: "/") ?? $0.startIndex)]) } ?? ""
    let beside = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    let stale = Set(beside.compactMap { RegisterFiles.release(of: $0) }).intersection(gone)
    return Outcome(
      release: content.release, entries: content.entries, withdrawn: content.withdrawn,
      previous: content.previous, files: written, stale: stale.sorted().map { "\(base)register-\($0).*" })
  }

  private func disclosure(_ content: RegisterContent) -> Disclosure {
    Disclosure(
      .register, format: (["csv", "json"] + languages.map { "html \($0)" }).joined(separator: ", "),
      records: content.entries, selection: "release \(content.release.number)")
  }

  private func write(
    _ content: RegisterContent, _ numbers: [RecordID: Int], of view: RegisterSnapshot, _ progress: Progress
  ) throws -> FileSet {
    var formats: [any RegisterFormat] = [RegisterCSV(content), RegisterJSON(content)]
    formats += languages.map {
      RegisterPage(content, language: $0, languages: languages) as any RegisterFormat
    }
    var parts = languages.map { RegisterParts(content, language: $0, languages: languages) }
    let number = content.release.number
    let names = RegisterFiles.data(number).map(\.file) + languages.map { RegisterFiles.page(number, $0) }
    // Public, so that a web server may read it.
    let files = try FileSet(
      names + parts.flatMap(\.names), in: folder, readers: .everybody, replacing: replacing)
    func each(_ bytes: (inout any RegisterFormat) -> [UInt8]) throws {
      for place in formats.indices { try files.write(bytes(&formats[place]), to: place) }
    }
    try each { $0.begin() }
    var done = 0
    try view.eachEntry(numbers: numbers) { entries in
      try each { $0.append(entries) }
      var first = names.count
      for place in parts.indices {
        for piece in parts[place].append(entries) { try files.write(piece.bytes, to: first + piece.file) }
        first += parts[place].names.count
      }
      done += entries.count
      try progress(done, content.entries)
    }
    try each { $0.end() }
    return files
  }
}

/// Puts a kept notice into files.
public enum NoticeFiles {
  /// Writes `notice-2015-7.txt` and `notice-2015-7.eml`, which nobody but their owner reads.
  /// - Returns: their paths.
  public static func write(
    _ notice: Notice, to folder: String, replacing: Replacing, in library: Library
  ) throws -> [String] {
    try library.commit(filled(notice, in: folder, replacing))
  }

  private static func filled(_ notice: Notice, in folder: String, _ replacing: Replacing) throws -> FileSet {
    let files = try begin(notice, in: folder, replacing)
    try files.write(Array((notice.text + "\n").utf8), to: 0)
    try files.write(Array((notice.message + "\r\n").utf8), to: 1)
    return files
  }

  private static func begin(_ notice: Notice, in folder: String, _ replacing: Replacing) throws -> FileSet {
    let name = "notice-\(notice.year)-\(notice.counter)"
    return try FileSet([name + ".txt", name + ".eml"], in: folder, replacing: replacing)
  }

  /// Makes a notice, keeps its copy, and writes its files. Where these cannot stand there, none is made.
  /// - Parameters:
  ///   - notice: whose request it answers, and when it is sent.
  ///   - now: seconds since 1970.
  /// - Returns: the notice with its number and its copies, and the paths of the files.
  public static func make(
    _ notice: Notice, scope: NoticeScope, now: Int, in library: Library, to folder: String,
    replacing: Replacing
  ) throws -> (notice: Notice, files: [String]) {
    _ = try begin(prospect(of: notice, scope, in: library).notice, in: folder, replacing)
    // They are whole and on the disk before the notice is in the store, under the number that it has there.
    let written = Mutex<(set: FileSet, names: Unfinished)?>(nil)
    try library.apply(
      change(notice, scope: scope, now: now) { made in
        let files = try filled(made, in: folder, replacing)
        let names = Unfinished(try files.settled().text)
        written.withLock { $0 = (files, names) }
        return names
      })
    guard let made = try library.read(RecordByID<Notice>(notice.id)) else {
      throw PublicationProblem.noNotice(notice.id)
    }
    guard let (set, names) = written.withLock(\.self) else { return (made, []) }
    do {
      let files = try set.takeNames()
      library.end(names)
      return (made, files)
    } catch {
      set.leave()
      throw RecordedUnwritten(problem: error).of(.notice(made.title))
    }
  }

  /// - Parameter keep: hears of the notice as it is to be stored, and says which files have to take their names then.
  private static func change(
    _ notice: Notice, scope: NoticeScope, now: Int, keep: @escaping @Sendable (Notice) throws -> Unfinished
  ) -> MakeNotice {
    var notice = notice
    (notice.country, notice.region) = (scope.country, scope.code)
    return MakeNotice(notice, countries: scope.countries) { notice, focalPoint, entries, sender in
      let made = try NoticeLetter(notice, to: focalPoint, of: entries).composed(from: sender, now: now)
      return (made, files: try keep(made))
    }
  }

  /// What a notice would say, under the number that it would have now.
  public static func preview(_ notice: Notice, scope: NoticeScope, in library: Library) throws -> String {
    let (notice, prospect) = try prospect(of: notice, scope, in: library)
    return NoticeLetter(notice, to: prospect.focalPoint, of: prospect.entries).text
  }

  /// The notice under the number that it would have now.
  private static func prospect(
    of notice: Notice, _ scope: NoticeScope, in library: Library
  ) throws -> (notice: Notice, prospect: NoticeProspect.Answer) {
    var notice = notice
    (notice.country, notice.region) = (scope.country, scope.code)
    let prospect = try library.read(NoticeProspect(notice, countries: scope.countries))
    (notice.year, notice.counter) = (prospect.year, prospect.counter)
    return (notice, prospect)
  }
}
