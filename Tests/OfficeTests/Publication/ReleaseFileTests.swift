import Foundation
import Glibc
import Interchange
import Model
import Synchronization
import Testing

@testable import Office
@testable import Store

/// What is recorded together with files is recorded when these are whole, or not at all.
@Suite struct ReleaseFileTests {
  private let folder = NSTemporaryDirectory() + "outreach-release-\(UUID())"

  /// Told each time that the store asks for the time, which it does as a change begins: whatever stands in the way of the
  /// files then comes between their being whole and their names.
  private final class Hook: Sendable {
    private let body = Mutex<(@Sendable () -> Void)?>(nil)
    func set(_ next: (@Sendable () -> Void)?) { body.withLock { $0 = next } }
    func time() -> Int {
      body.withLock(\.self)?()
      return 1_442_300_000
    }
  }

  private func library(_ hook: Hook) throws -> Library {
    let library = try Library.inMemory(clock: { hook.time() })
    var ana = Stakeholder(id: "ana")
    ana.name = "Ana"
    ana.country = "KE"
    ana.consents = [
      Consent(use: .register, answer: .yes, day: Day("2015-01-07")),
      Consent(use: .focalPoint, answer: .yes, day: Day("2015-01-07")),
    ]
    ana.registerFields = [.name, .country]
    try library.apply(ImportRecords(new: [ana]))
    return library
  }

  private func release(_ library: Library, progress: @escaping () -> Void = {}) throws {
    let guidance = [try Guidance("bureau | 2015-03-02 | item 4")]
    _ = try RegisterPublication(folder: folder, languages: ["en"]).release(
      guidance: guidance, note: "", on: Day("2015-09-15")!, in: library, progress: { _, _ in progress() })
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func `A file that comes in the way keeps a release from being made`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let library = try library(Hook())
    let place = folder + "/register-1.json"
    #expect(throws: FileProblem.self) {
      try release(library) { try? Data("other".utf8).write(to: URL(fileURLWithPath: place)) }
    }
    #expect(try library.read(Releases()).isEmpty)
    #expect(names == ["register-1.json"])
    try FileManager.default.removeItem(atPath: place)
    try release(library)
    #expect(try library.read(Releases()).map(\.release.number) == [1])
  }

  @Test func `A release whose files cannot take their names says so, and how they are written again`() throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let hook = Hook()
    let library = try library(hook)
    let place = folder + "/register-1.json"
    hook.set { mkdir(place, 0o700) }
    let problem = #expect(throws: RecordedUnwritten.self) { try release(library) }
    hook.set(nil)
    #expect(problem?.record == .release(1))
    #expect(try library.read(Releases()).map(\.release.number) == [1])
    #expect(names.contains("register-1.csv") && names.contains { $0.hasPrefix("register-1.json.") })
    // What stands in the way goes, and the next start finishes.
    rmdir(place)
    #expect(library.finishFiles() != nil && library.finishFiles() == nil)
    #expect(names.contains("register-1.json") && names.filter { $0.contains(".part") }.isEmpty)
    var again = try RegisterPublication(folder: folder, languages: ["en"])
    again.replacing = .everything
    #expect(try again.publish(1, in: library, progress: { _, _ in }).files.count > 2)
  }

  @Test func `A notice is in the store when its files are whole`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let hook = Hook()
    let library = try library(hook)
    try library.set(.noticeSender, to: "Office <o@example.org>")
    var point = FocalPoint(id: "fp")
    (point.name, point.country, point.emails) = ("Focal", "KE", ["f@example.org"])
    try library.apply(AddRecord(point))
    var notice = Notice(id: "n-1")
    (notice.focalPoint, notice.request) = ("fp", "letter")
    (notice.requested, notice.sent) = (Day("2015-03-03"), Day("2015-03-10"))
    func make() throws -> [String] {
      try NoticeFiles.make(
        notice, scope: NoticeScope(country: "KE", in: nil), now: 1_442_300_000, in: library, to: folder,
        replacing: .nothing
      ).files
    }
    let place = folder + "/notice-2015-1.eml"
    hook.set { mkdir(place, 0o700) }
    // In its way before it is whole: nothing is made.
    #expect(throws: FileProblem.self) { try make() }
    hook.set(nil)
    #expect(try library.read(Notices()).isEmpty)
    rmdir(place)
    #expect(try make().count == 2)
    #expect(try library.read(Notices()).count == 1)
  }
}
