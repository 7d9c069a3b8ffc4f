import Foundation
import Glibc
import Testing

@testable import Interchange

/// Who may read what was written, and where it lies.
@Suite final class NewFileTests {
  private let folder = NSTemporaryDirectory() + "outreach-files-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func mode(_ path: String) -> mode_t {
    var place = stat()
    return lstat(path, &place) == 0 ? place.st_mode & 0o777 : 0
  }

  private func write(_ text: String, to path: String, for readers: Readers? = nil) throws {
    try NewFile.write(Array(text.utf8), to: path, readers: readers, replacing: .everything)
  }

  @Test func `A new file is for its owner, unless somebody says for whom`() throws {
    for (readers, expected) in [(nil, 0o600), (.owner, 0o600), (.group, 0o640), (.everybody, 0o644)]
      as [(Readers?, mode_t)]
    {
      let path = "\(folder)/\(readers?.rawValue ?? "new")"
      try write("a", to: path, for: readers)
      #expect(mode(path) == expected)
    }
  }

  @Test func `What stood there says who may read what replaces it`() throws {
    let path = folder + "/list.csv"
    try write("old", to: path)
    for standing: mode_t in [0o644, 0o664, 0o640, 0o600] {
      #expect(chmod(path, standing) == 0)
      try write("new", to: path)
      #expect(mode(path) == standing)
    }
    try write("new", to: path, for: .everybody)
    #expect(mode(path) == 0o644)
    #expect(chmod(path, 0o640) == 0)
    try NewFile.write(to: path, replacing: .everything) { temporary in
      #expect(self.mode(temporary) == 0o640)
      try Data("by another".utf8).write(to: URL(fileURLWithPath: temporary), options: [])
    }
    #expect(mode(path) == 0o640)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "by another")
  }

  @Test func `A link of one's own stays, and what it leads to is written`() throws {
    let (path, link) = (folder + "/real.csv", folder + "/link.csv")
    try write("old", to: path, for: .group)
    #expect(symlink("real.csv", link) == 0)
    try write("new", to: link)
    #expect(mode(link) == 0o777 && mode(path) == 0o640)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["link.csv", "real.csv"])
  }

  @Test func `What throws leaves what stood there`() throws {
    let path = folder + "/list.csv"
    try write("old", to: path)
    #expect(throws: CancellationError.self) {
      try NewFile.write(to: path, replacing: .everything) { _ in throw CancellationError() }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["list.csv"])
  }
}
