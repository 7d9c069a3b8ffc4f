import Testing

/// Files leave the house by one door, which asks before it replaces anything.
@Suite struct FileRules {
  /// Who may make or rename a file, and what for.
  private static let makers: [String: String] = [
    "Sources/Interchange/Files/NewFile.swift": "the door",
    "Sources/Interchange/Files/ImportFile.swift": "what comes by a pipe, in a file without a name",
    "Sources/Store/Library/StoreFile.swift": "a new store",
    "Sources/Store/Writing/DraftShelf.swift": "drafts that no store took",
    "Sources/Store/Writing/DraftReserve.swift": "room for what is half typed",
    "Sources/Store/Library/PresenceFile.swift": "who has a store open, beside it",
    "Sources/Curses/TerminalModes.swift": "messages",
    "Sources/outreach/ByteStream.swift": "devices, which are there already",
    "Sources/outreach/OwnEditor.swift": "a text on its way to an editor and back",
  ]

  private static var program: [House.File] { House.sources.filter { !$0.module.hasPrefix("Benchmark") } }

  @Test func `No file is made but by the door, and by what keeps the program's own`() {
    let calls =
      #/\bO_(CREAT|TRUNC|APPEND|WRONLY|RDWR)\b|\b(creat|open64|openat|rename|renameat2?|mkstemps?|mkostemp|truncate|ftruncate|copy_file_range|freopen)\(|\bfopen\([^)]*"[wa+]|\.createFile\(|FileHandle\(for(Writing|Updating)|toFile:|\.write\(to: ?URL|OutputStream\(/#
    let found = Set(
      Self.program.filter { file in
        !Set(file.imports).isDisjoint(with: ["Glibc", "Foundation"])
          && file.code.contains { $0.contains(calls) }
      }.map(\.path))
    #expect(found == Set(Self.makers.keys), "\(found.symmetricDifference(Self.makers.keys).sorted())")
  }

  @Test func `Only --force replaces what nobody was shown`() {
    let found = Self.program.filter { file in
      !file.path.hasPrefix("Sources/Interchange/Files/")
        && file.code.contains { $0.contains(/\.everything\b/) }
    }
    // A person's own settings, of which one line is written anew.
    #expect(
      Set(found.map(\.path)) == ["Sources/outreach/ByteStream.swift", "Sources/outreach/Settings.swift"])
  }

  @Test func `A store is copied to a name that nobody finds before it is whole`() {
    let found = Self.program.filter { file in file.code.contains { $0.contains(/\.backup\b/) } }.map(\.path)
    #expect(
      Set(found) == [
        "Sources/Store/Library/Library.swift", "Sources/Office/StoreCopy.swift",
        "Sources/Store/Care/WholeCopy.swift",
        // Without a name, and into a store as one transaction.
        "Sources/Store/Care/StoreCheck.swift", "Sources/Store/Care/Restoration.swift",
        // A rehearsal's copy, in a folder of its own.
        "Sources/outreach/Visit.swift",
      ])
  }
}
