import Foundation
import Interchange
import Model
import Phrases
import Store

/// All that is published, in one folder with an index and checksums: the last release of the register, the calendar, the
/// comments on calls that have opened, and released reports. The same store and scope make the same bytes.
public struct FolderPublication {
  public let scope: PublicationScope

  public init(_ scope: PublicationScope) { self.scope = scope }

  /// The scope of a publication that is made now.
  /// - Parameter address: where the folder will be found; empty where nobody said.
  public static func scope(
    of library: Library, day: Day, languages: [String], parts: [PublicationScope.Part], address: String = ""
  ) throws -> PublicationScope {
    for language in languages where !DocumentBook.languages.contains(language) {
      throw PublicationProblem.noDocumentLanguage(language)
    }
    let stamp = try library.read(RecentChanges(limit: 1)).first?.at ?? 0
    let different = languages.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return PublicationScope(day: day, stamp: stamp, languages: different, parts: parts, address: address)
  }

  /// The files, but that with their checksums, and what is said of them.
  public struct Made {
    public var files: [String: [UInt8]] = [:]
    /// With the call of each.
    public var held: [CommentLedger.Held] = []
    var disclosures: [Disclosure] = []
    /// Records that have a place on one of the pages, as `kind:id`: what they are called, and where in the pages of a
    /// language that is.
    var places: [String: (name: String, address: @Sendable (String) -> String)] = [:]
    /// A release of which entries are not what they were: it cannot be made again.
    public var lost: PublicationProblem?
  }

  /// - Parameter progress: throws where it is to stop.
  public func make(
    in library: Library, progress: RegisterPublication.Progress = { _, _ in }
  ) throws -> Made {
    var made = Made()
    var index = PublicationIndex(scope)
    if scope.parts.contains(.register) { index.release = try register(library, &made, progress) }
    try progress(0, 0)
    if scope.parts.contains(.calendar) {
      try calendar(library, &made)
      index.hasCalendar = true
    }
    if scope.parts.contains(.comments) { index.calls = try comments(library, &made) }
    if scope.parts.contains(.reports) { index.reports = try reports(library, &made) }
    for language in scope.languages { made.files[PublicationFiles.index(language)] = index.file(language) }
    made.files["index.html"] = made.files[PublicationFiles.index(scope.languages[0])]
    made.files[PublishedFolder.scope] = scope.bytes
    return made
  }

  // MARK: Parts

  private func register(
    _ library: Library, _ made: inout Made, _ progress: RegisterPublication.Progress
  ) throws -> RegisterRelease? {
    guard let last = try library.read(Releases()).last?.release else { return nil }
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let publication = try RegisterPublication(folder: folder, languages: scope.languages)
    do {
      let (outcome, disclosure) = try Exchange.lend(folder) {
        try publication.rehearse(last.number, in: library, progress: progress)
      }
      for path in outcome.files {
        let name = String(path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...])
        made.files[name] = Array(try Data(contentsOf: URL(filePath: path)))
      }
      made.disclosures.append(disclosure)
    } catch let problem as PublicationProblem { made.lost = problem }
    return last
  }

  private func calendar(_ library: Library, _ made: inout Made) throws {
    let publication = CalendarPublication(
      try library.read(WholeProgramme()), stamp: scope.stamp, asOf: scope.day, languages: scope.languages,
      address: scope.address)
    for (name, bytes) in zip(publication.names, publication.files()) { made.files[name] = bytes }
    for (event, anchor) in publication.anchors {
      made.places[RecordReference(.event, event.id).description] = (
        event.name, { "\(CalendarPage.name($0))#\(anchor)" }
      )
    }
  }

  private func comments(_ library: Library, _ made: inout Made) throws -> [CallForInput] {
    let calls = try library.read(AllRecords<CallForInput>()).filter {
      $0.opens.map { $0 <= scope.day } ?? true
    }
    for call in calls {
      made.places[RecordReference(.call, call.id).description] = (
        call.name, { PublicationFiles.comments(call.id, $0) }
      )
      for language in scope.languages {
        var publication = LedgerPublication(call: call, format: .html, language: language)
        publication.languages = scope.languages.map { ($0, PublicationFiles.comments(call.id, $0)) }
        let file = try publication.file(in: library)
        made.files[PublicationFiles.comments(call.id, language)] = file.bytes
        guard language == scope.languages[0] else { continue }
        made.held += file.held
        made.disclosures.append(publication.disclosure(file.counts.all))
      }
    }
    return calls
  }

  private func reports(
    _ library: Library, _ made: inout Made
  ) throws -> [(report: Report, language: String)] {
    let released = try library.read(AllRecords<Report>()).filter { $0.state == .released }
    return try released.map { report in
      let paper = try ReportPaper(report, in: library)
      // Where nothing is published in its language, it leads to the first one.
      let language = scope.languages.contains(paper.language) ? paper.language : scope.languages[0]
      let beside = made.places.mapValues { PublishedRecord(name: $0.name, address: $0.address(language)) }
      made.files[PublicationFiles.report(report.id, paper.language)] =
        ReportPage(paper.document, beside: beside).file
      return (report, paper.language)
    }
  }

  // MARK: Writing

  public struct Outcome: Sendable {
    /// The paths of the files.
    public let files: [String]
    public let held: [CommentLedger.Held]
    /// What an earlier publication wrote there, by name, and this one does not have.
    public let left: [String]
  }

  /// Writes the files, all or none. Files that the last publication wrote are replaced where nobody has changed them
  /// since, others never unasked.
  /// - Parameters:
  ///   - replacing: of what else stands under their names.
  ///   - cleans: takes away what an earlier publication wrote and nobody has changed since.
  /// - Throws: `PublicationProblem`, `FileProblem`.
  public func write(
    to path: String, replacing: Replacing = .nothing, cleans: Bool = false, in library: Library,
    progress: RegisterPublication.Progress = { _, _ in }
  ) throws -> Outcome {
    try library.permit(.publish)
    let made = try make(in: library, progress: progress)
    if let lost = made.lost { throw lost }
    let folder = PublishedFolder(path)
    let old = folder.written.keys.filter { made.files[$0] == nil && folder.digest($0) != nil }.sorted()
    let gone = cleans ? old.filter(folder.isUntouched) : []
    let left = old.filter { !gone.contains($0) }
    var sums = made.files.mapValues { FileDigest.sha256(of: $0) }
    for name in left { sums[name] = folder.written[name] }
    let names = made.files.keys.sorted()
    let files = try FileSet(
      names + [PublishedFolder.sums], in: path, readers: .everybody,
      replacing: folder.own(and: replacing))
    for (place, name) in names.enumerated() { try files.write(made.files[name] ?? [], to: place) }
    try files.write(PublishedFolder.lines(sums), to: names.count)
    // What leaves the house is in the log before it has its name.
    let written = try library.commit(files) { try library.disclose(made.disclosures, files: $0) }
    for name in gone { try folder.remove(name) }
    return Outcome(files: written, held: made.held, left: left)
  }

  // MARK: Checking

  public enum Finding: String, CaseIterable, Sendable {
    /// The store says something else by now.
    case stale
    case missing
    /// Not as it was written.
    case changed
    /// The store has no such page any more, or a newer one.
    case left
  }

  /// What of a folder is not as the store has it, by name.
  /// - Parameter today: what has opened until then is missed too.
  /// - Returns: nil where no publication lies there.
  public static func check(
    _ path: String, today: Day, in library: Library
  ) throws -> (findings: [(name: String, finding: Finding)], count: Int)? {
    let folder = PublishedFolder(path)
    guard let scope = folder.scope else { return nil }
    let made = try FolderPublication(scope).make(in: library)
    var findings: [String: Finding] = [:]
    for name in Set(made.files.keys).union(folder.written.keys) {
      findings[name] = finding(name, made, folder)
    }
    if !folder.isUntouched(PublishedFolder.sums) { findings[PublishedFolder.sums] = .changed }
    if scope.parts.contains(.comments) {
      let calls = try library.read(AllRecords<CallForInput>())
      for call in calls where call.opens.map({ scope.day < $0 && $0 <= today }) ?? false {
        for language in scope.languages { findings[PublicationFiles.comments(call.id, language)] = .missing }
      }
    }
    return (findings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, folder.written.count)
  }

  private static func finding(_ name: String, _ made: Made, _ folder: PublishedFolder) -> Finding? {
    guard let digest = folder.digest(name) else { return .missing }
    guard digest == folder.written[name] else { return .changed }
    guard let bytes = made.files[name] else {
      return made.lost != nil && RegisterFiles.release(of: name) != nil ? .stale : .left
    }
    return digest == FileDigest.sha256(of: bytes) ? nil : .stale
  }
}
