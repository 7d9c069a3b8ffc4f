import CSystem
import Glibc
import Testing

@testable import Store

/// What stirs in the files of a store is told at once, to whoever waits for it.
@Suite struct StoreSignsTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(folder.store, who: "mei", creating: true)
  }

  /// Whether somebody who waits for it would be woken within a second.
  private func isTold() throws -> Bool {
    var source = pollfd(fd: try #require(library.stirring), events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, 1_000) == 1
  }

  /// Nothing more is told, once all is taken.
  private func isQuiet() throws -> Bool {
    var source = pollfd(fd: try #require(library.stirring), events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, 0) == 0
  }

  @Test func `Another's commit is told, and those after their log came anew`() throws {
    guard system_tells_all(folder.path) else { return }
    _ = library.stirring
    for name in ["Ana", "Ben"] {
      do {
        let other = try Library.open(folder.store, who: "bo")
        _ = library.takeStirrings()
        #expect(try isQuiet())
        try other.add(.named(name))
        #expect(try isTold())
        #expect(library.takeStirrings())
      }
      // Whoever was the last to write empties the log.
      library.emptyLog()
      #expect(library.takeStirrings())
      #expect(!library.takeStirrings())
    }
  }

  @Test func `Who comes, edits and goes is told`() throws {
    guard system_tells_all(folder.path) else { return }
    _ = (library.stirring, library.others)
    var other = PresenceFile(store: folder.store, who: "bo")
    _ = library.takeStirrings()
    other?.note(editing: .init(.stakeholder, "s-1"))
    #expect(try isTold())
    #expect(library.takeStirrings())
    other = nil
    #expect(try isTold())
    #expect(library.takeStirrings())
  }

  @Test func `That the store was moved is told, and what others do in its folder is nothing`() throws {
    guard system_tells_all(folder.path) else { return }
    _ = library.stirring
    close(open(folder.path + "/another", O_CREAT | O_WRONLY, 0o600))
    #expect(try isTold())
    #expect(!library.takeStirrings())
    rename(folder.store, folder.path + "/elsewhere.sqlite")
    #expect(try isTold())
    #expect(library.takeStirrings())
  }

  @Test func `Where other hosts may write too, nobody tells`() throws {
    #expect(StoreSigns(of: "/proc/self/status").descriptor == nil)
    #expect(StoreSigns(of: nil).descriptor == nil)
    #expect(StoreSigns(of: folder.path + "/nothing.sqlite").descriptor == nil)
    #expect(!StoreSigns(of: nil).take())
  }
}
