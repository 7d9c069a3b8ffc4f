import Foundation
import Model
import Testing

@testable import Store

/// What the store cannot take waits in files of its writer.
@Suite struct DraftShelfTests {
  private let folder = NSTemporaryDirectory() + "outreach-shelf-" + UUID().uuidString
  private let draft = Draft(
    kind: .stakeholder, record: "a", basedOn: 3, at: 7, base: ["name": "Ana"], typed: ["name": "Anna 安娜"])

  private func shelf(of store: String = "/tmp/some.sqlite", who: String = "mei") -> DraftShelf {
    DraftShelf(folder: folder, store: store, who: who)
  }

  @Test func `A draft comes back whole, to its writer and its store alone`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(shelf().put(draft))
    let found = try #require(shelf().drafts().first)
    #expect(found.draft == draft)
    #expect(shelf(who: "tom").drafts().isEmpty)
    #expect(shelf(of: "/tmp/other.sqlite").drafts().isEmpty)
    shelf().remove(found.draft)
    #expect(shelf().drafts().isEmpty)
  }

  @Test func `Nobody else can read it`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(shelf().put(draft))
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let file = try #require(shelf().drafts().first?.file)
    #expect(try mode(folder) == 0o700)
    #expect(try mode(folder + "/" + file) == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [file])
  }

  @Test func `A folder that cannot be made is said so`() {
    #expect(!DraftShelf(folder: "/dev/null/drafts", store: "/tmp/some.sqlite", who: "mei").put(draft))
  }
}
