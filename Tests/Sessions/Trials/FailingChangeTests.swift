import Faults
import Foundation
import Model
import SampleLibrary
import Testing

@testable import Store

/// Each change while the disk fails at its first, second, … call that writes, until it meets no failure any more: all of
/// it is written or nothing, and whoever made it is told which.
///
/// The faults are those of a program of their own: the tests themselves, started again with them.
/// `OUTREACH_FAILURES=1` tries every call of every change, else some.
@Suite(.serialized) struct FailingChangeTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let isInside = environment["FAULT_FOLDER"] != nil
  private static let isWhole = environment["OUTREACH_FAILURES"] != nil

  @Test func `No change is forgotten`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Store")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let texts = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    let changes = texts.flatMap { text in
      text.matches(of: /struct (\w+)(?:<[^>]*>)?: Change\b/).map { String($0.output.1) }
    }
    #expect(Set(changes) == Set(ChangesThatWrite.ofTypes.keys))
  }

  @Test(.enabled(if: isWhole && !isInside))
  func `Each change is written whole or not at all where the disk fails`() throws {
    let folder = try TrialFolder()
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--testing-library", "swift-testing", "--filter", "FailingChangeTests"]
    process.environment = Self.environment.merging(
      try Fault.none.environment(in: folder.path, report: folder.path + "-report")
    ) { $1 }
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder.path + "-report")
    let lines = said.split(separator: "\n").filter {
      $0.contains("recorded an issue") || $0.contains("failures")
    }
    print(lines.joined(separator: "\n"))
    #expect(process.terminationStatus == 0 && said.contains("failures in"), "\(said.suffix(4_000))")
  }

  @Test(.enabled(if: isInside)) func `Inside a program whose disk fails`() throws {
    let folder = try TrialFolder()
    let base = folder.path + "/base.sqlite"
    try Library.makeSample(at: base)
    let all = ChangesThatWrite.ofTypes.merging(ChangesThatWrite.besides) { $1 }
    var tried = 0
    for (name, make) in all.sorted(by: { $0.key < $1.key }) {
      for (error, lasts) in [(EIO, false), (ENOSPC, true)] {
        var trial = ChangeTrial(name: name, make: make, base: base, path: folder.path + "/s.sqlite")
        do { tried += try trial.run(error, lasts: lasts, by: Self.isWhole ? 1 : 13) } catch {
          Issue.record("\(name): \(error)")
        }
      }
    }
    print("\(tried) failures in \(all.count) changes")
    #expect(tried > all.count)
  }
}

/// One change, tried again and again on a store like another.
private struct ChangeTrial {
  let name: String
  let make: ChangesThatWrite.Making
  let base: String
  let path: String
  private var controls: FaultControls { FaultControls() }

  init(name: String, make: @escaping ChangesThatWrite.Making, base: String, path: String) {
    (self.name, self.make, self.base, self.path) = (name, make, base, path)
  }

  private func prepare() throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file != "base.sqlite" {
      try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
    }
    try FileManager.default.copyItem(atPath: base, toPath: path)
  }

  /// - Parameter step: of how many calls one fails.
  /// - Returns: how many failures were tried.
  mutating func run(_ error: Int32, lasts: Bool, by step: Int) throws -> Int {
    var (tried, call) = (0, 1)
    while true {
      try prepare()
      var problem: (any Error)?
      var (before, hit) = ([String: Int](), "")
      do {
        let library = try Library.open(path, who: "mei")
        let act = try make(library)
        before = try StoreLengths.of(path)
        controls.set(URL(filePath: path).deletingLastPathComponent().path, call, Int(error), lasts)
        do { try act() } catch { problem = error }
        hit = controls.failed
        // What befalls it ends with the change; a disk that stays full does while the store is closed too.
        if !lasts { controls.off() }
      }
      controls.off()
      let after = try StoreLengths.of(path)
      let what = "\(name), call \(call) (\(hit)), error \(error): \(problem.map { "\($0)" } ?? "no error")"
      if problem == nil { #expect(after != before, "\(what): nothing was written, and nothing said") }
      if problem != nil { #expect(after == before, "\(what): it was written, and said not to be") }
      if hit.isEmpty { #expect(problem == nil, "\(what)") }
      let damage = try Library.examine(path, who: "mei").check().filter { $0.isOfFile || $0.isDerived }
      #expect(damage == [], "\(what)")
      if hit.isEmpty { return tried }
      tried += 1
      call += step
    }
  }
}

/// The faults of this program, where it was started with them.
private struct FaultControls {
  private typealias Setting = @convention(c) (UnsafePointer<CChar>, Int, Int, Bool) -> Void
  private typealias Ending = @convention(c) () -> Void
  private typealias Telling = @convention(c) () -> UnsafePointer<CChar>

  private func control<F>(_ name: String, _: F.Type) -> F {
    guard let place = dlsym(nil, name) else { preconditionFailure("started without faults") }
    return unsafeBitCast(place, to: F.self)
  }

  func set(_ folder: String, _ call: Int, _ error: Int, _ lasts: Bool) {
    control("fault_set", Setting.self)(folder, call, error, lasts)
  }

  func off() { control("fault_off", Ending.self)() }
  var failed: String { String(cString: control("fault_failed", Telling.self)()) }
}

/// A folder that goes with its test.
private final class TrialFolder {
  let path = NSTemporaryDirectory() + "outreach-trial-" + UUID().uuidString

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
