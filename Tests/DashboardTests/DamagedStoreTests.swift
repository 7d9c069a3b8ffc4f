import Foundation
import Model
import Store
import Testing

@testable import Dashboard

@Suite struct DamagedStoreTests {
  /// Pages that are damaged in the middle of a file show only when they are read.
  @Test func `Damage that shows late is said not hidden`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-damaged-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "store.sqlite")
    try fill(file.path)
    try damage(file)
    let desk = try Desk("2", library: Library.open(file.path, who: "tester"))
    #expect(desk.status.contains("The store is damaged; outreach store restore brings back a copy."))
  }

  private func fill(_ path: String) throws {
    let library = try Library.open(path, who: "tester", creating: true)
    var number = 0
    try library.load {
      number += 1
      guard number <= 2_000 else { return nil }
      var stakeholder = Stakeholder(id: "s\(number)")
      stakeholder.version = 1
      stakeholder.name = "Stakeholder \(number)"
      return stakeholder
    }
  }

  private func damage(_ file: URL) throws {
    let handle = try FileHandle(forUpdating: file)
    defer { try? handle.close() }
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: 140 * 4096)
    try handle.write(contentsOf: Data(repeating: 0xFF, count: Int(size) - 140 * 4096))
  }
}
