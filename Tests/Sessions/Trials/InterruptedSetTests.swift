import Faults
import Foundation
import Testing

/// Whoever writes several files is killed at each call that writes, one after the other: between each two names too. After the
/// next start all of them are there and recorded, or none is.
@Suite(.serialized) struct InterruptedSetTests {
  /// What is there after a kill and the next start.
  private struct Left {
    var contents: [String: Int]
    var texts: [String: Data]
    var said: String
  }

  /// The files under their names; letters are numbered at random, and as long each time.
  private func texts(_ trial: WritingTrial) throws -> [String: Data] {
    var texts: [String: Data] = [:]
    for (name, size) in trial.files() where !name.contains(".part") {
      texts[name] =
        name.hasSuffix(".eml") ? Data("\(size)".utf8) : try trial.desk.bytes("\(trial.folder)/\(name)")
    }
    return texts
  }

  private func killed(
    _ place: WritingPlace, at call: Int, by signal: Int32, in trial: WritingTrial
  ) throws -> Left {
    try trial.goBack()
    let ending = try trial.run(place, fault: .kills(at: call, by: signal))
    let isKilled = ending.isKilled
    #expect(isKilled, "call \(call): \(ending)")
    let next = try trial.run(WritingPlace("the next start", ""))
    #expect(next.code == 0, "call \(call): \(next)")
    return Left(contents: try trial.contents(), texts: try texts(trial), said: next.errors)
  }

  /// - Parameter earlier: what wrote the files that stand there.
  /// - Returns: how often all was there after the next start, and how often that had something left to do.
  private func tryEach(
    _ place: WritingPlace, over earlier: WritingPlace? = nil, by signal: Int32 = SIGKILL,
    in trial: WritingTrial
  ) throws -> (all: Int, finished: Int) {
    try trial.prepare(place)
    if let earlier { #expect(try trial.run(earlier).code == 0) }
    try trial.keep()
    let before = (contents: try trial.contents(), texts: try texts(trial))
    let whole = try trial.run(place)
    try #require(whole.code == 0, "\(place): \(whole)")
    let after = (contents: try trial.contents(), texts: try texts(trial))
    // Of what is done before the last of them nothing has a name, and nothing is committed.
    var (all, finished) = (0, 0)
    for call in max(1, whole.calls - after.texts.count - Self.most)...whole.calls {
      let left = try killed(place, at: call, by: signal, in: trial)
      let isAll = left.contents == after.contents && left.texts == after.texts
      let isNone = left.contents == before.contents && left.texts == before.texts
      #expect(isAll || isNone, "\(place), call \(call): \(left.texts.keys.sorted()) \(left.said)")
      if isAll { all += 1 }
      if left.said.contains("interrupted") { finished += 1 }
    }
    print("\(place): \(whole.calls) calls, \(all) times all, \(finished) times finished by the next start")
    return (all, finished)
  }

  /// So many calls before the first name are tried; all where the trial is a long one.
  private static let most = ProcessInfo.processInfo.environment["OUTREACH_KILLS"] == nil ? 40 : 10_000

  private static let release = WritingPlace(
    "a register release", "register release --guidance bureau|2015-03-02|item --day 2015-09-15 -o @out")

  @Test func `A release that is killed is recorded with all of its files, or not at all`() throws {
    let trial = try WritingTrial()
    let ending = try tryEach(Self.release, in: trial)
    #expect(ending.all > 0 && ending.finished > 0)
  }

  @Test func `Nor does a signal that ends it cleanly take away what is recorded`() throws {
    let ending = try tryEach(Self.release, by: SIGTERM, in: WritingTrial())
    #expect(ending.all > 0 && ending.finished > 0)
  }

  @Test func `So is one over files that stand there, and a notice, and what is published again`() throws {
    let trial = try WritingTrial()
    let folder = WritingPlace("a folder", "publish write @out --lang en --language en,fr --as-of 2015-09-15")
    let again = WritingPlace("again", folder.words.replacing("2015-09-15", with: "2015-09-16") + " --force")
    #expect(try tryEach(again, over: folder, in: trial).finished > 0)
    let notice = try #require(WritingPlace.all.first { $0.name == "a notice" })
    #expect(try tryEach(notice, in: trial).finished > 0)
  }
}
