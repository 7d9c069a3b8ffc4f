import Foundation
import Glibc
import Model
import Testing

@testable import Store

/// Who else has a store open: locks tell it, not what somebody wrote once.
@Suite struct PresenceFileTests {
  private let folder = NSTemporaryDirectory() + "outreach-here-" + UUID().uuidString
  private var store: String { folder + "/outreach.sqlite" }
  private var path: String { store + "-here" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: store, contents: Data()))
    chmod(store, 0o660)
  }

  /// A slot as another program writes it, held as long as the body runs.
  private func somebody(_ slot: Int, _ card: String, _ body: () throws -> Void) throws {
    let descriptor = open(path, O_RDWR)
    defer { close(descriptor) }
    var range = flock()
    (range.l_type, range.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
    (range.l_start, range.l_len) = (off_t(slot), 1)
    #expect(fcntl(descriptor, 37, &range) == 0)
    let bytes = Array(card.utf8) + [UInt8](repeating: 0, count: 512 - card.utf8.count)
    #expect(pwrite(descriptor, bytes, 512, off_t(512 * slot)) == 512)
    try body()
  }

  @Test func `Others are seen while they are there`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = try #require(PresenceFile(store: store, who: "ana"))
    #expect(own.others().isEmpty)
    let record = RecordReference(.stakeholder, "s-1")
    try somebody(1, #"{"who":"bo","process":0,"kind":"stakeholder","record":"s-1"}"#) {
      #expect(own.others() == [Attendee(who: "bo", isOwn: false, editing: record, writingSince: nil)])
    }
    #expect(own.others().isEmpty)
    try somebody(1, #"{"who":"ana","process":0,"writing":1442275200}"#) {
      #expect(own.others() == [Attendee(who: "ana", isOwn: true, editing: nil, writingSince: 1_442_275_200)])
    }
    // Another way into the same store is the same person at the same window.
    let sibling = try #require(PresenceFile(store: store, who: "ana"))
    #expect(own.others().isEmpty && sibling.others().isEmpty)
  }

  @Test(arguments: ["", "{", "{\"who\":7}", String(repeating: "x", count: 512)])
  func `What is no card is nobody`(card: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = try #require(PresenceFile(store: store, who: "ana"))
    try somebody(3, card) { #expect(own.others().isEmpty) }
  }

  @Test func `Those who share the store share it, and the last takes it away`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let own = try #require(PresenceFile(store: store, who: "ana"))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o660 && own.others().isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(PresenceFile(store: folder + "/none.sqlite", who: "ana") == nil)
  }
}
