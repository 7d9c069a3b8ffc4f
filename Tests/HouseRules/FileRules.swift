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
    let replacing = /\.everything\b/
    let found = Self.program.filter { file in
      !file.path.hasPrefix("Sources/Interchange/Files/") && file.code.contains { $0.contains(replacing) }
    }
    // A person's own settings, of which one line is written anew.
    #expect(
      Set(found.map(\.path)) == ["Sources/outreach/ByteStream.swift", "Sources/outreach/Settings.swift"])
  }

  /// What opens or lists a place that nobody gave, or that passed the gate before.
  private static let ungated: [String: String] = [
    "Sources/Interchange/Files/Exchange.swift": "the gate",
    "Sources/outreach/main.swift": "nothing, where a stream was closed",
    "Sources/Interchange/Files/Folder.swift": "asks the gate itself",
    "Sources/Interchange/Files/KeptFile.swift": "looks whether a store stands where a file was let through",
    "Sources/Office/Publication/CalendarPublication.swift": "a folder that was just written to",
    "Sources/Office/Publication/RegisterPublication.swift": "a folder that was just written to",
    "Sources/Office/Publication/FolderPublication.swift": "a folder of its own",
  ]

  /// A restricted session is held to one folder by one gate: what went around it would lead everywhere.
  @Test func `Whatever is opened by a path that somebody gave passes the gate`() {
    let modules: Set = ["Interchange", "Office", "Dashboard", "outreach", "Translation", "Workbooks"]
    let opens =
      #/\bopen\([^)]*\b(O_|flags)|\b(open64|openat|opendir|fopen|scandir|nftw|archive_read_open_filename)\(|contentsOf: ?URL|contents\(atPath|contentsOfDirectory|FileHandle\(for/#
    let found = Set(
      Self.program.filter { file in
        modules.contains(file.module)
          && file.code.contains { $0.replacing("Exchange.open(", with: "").contains(opens) }
      }.map(\.path))
    #expect(found == Set(Self.ungated.keys), "\(found.symmetricDifference(Self.ungated.keys).sorted())")
  }

  /// Nothing else is started than what a restricted session is kept from.
  @Test func `Programs are started in three places, each of which asks whether it may`() {
    let starts = #/\b(posix_spawnp?|execv?p?e?|popen|system_run|fork)\(|\bProcess\(\)/#
    let found = Self.program.filter { file in
      file.module != "CSystem" && file.code.contains { $0.contains(starts) }
    }
    #expect(
      Set(found.map(\.path)) == [
        "Sources/Office/Exports/Printer.swift", "Sources/outreach/ManualCommand.swift",
        "Sources/outreach/LentTerminal.swift",
      ])
    for file in found {
      #expect(file.code.contains { $0.contains("Exchange.isRestricted") }, "\(file.path)")
    }
  }

  @Test func `A store is copied to a name that nobody finds before it is whole`() {
    let backup = /\.backup\b/
    let found = Self.program.filter { file in file.code.contains { $0.contains(backup) } }.map(\.path)
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
