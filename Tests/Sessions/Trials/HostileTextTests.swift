import Foundation
import Model
import Probe
import RandomRecords
import Testing

@testable import Store

/// Some thousand texts that want to steer the terminal or break out of a format, in every field of a store, through every
/// command that shows data, and through the arguments of all.
///
/// `OUTREACH_HOSTILE=1` goes through all commands, formats and panes, else through some.
@Suite(.serialized) struct HostileTextTests {
  private static let isWhole = ProcessInfo.processInfo.environment["OUTREACH_HOSTILE"] != nil
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/data/outreach", withIntermediateDirectories: true)
  }

  // MARK: Commands

  /// Where the words of the table of commands show nothing.
  private static let showing: [String: String] = [
    "show": "sample-0001", "history": "sample-0001", "board": "pollination", "count": "--rows country",
    "survey results": "needs-2015", "survey form export": "needs-2015 --to @form", "wording": "@text.txt",
    "report evaluation": "--audience plenary --from 2015-01-01 --to 2015-12-31",
    "privacy data": "sample-0001 -o -", "log list": "", "notice preview": "--country KE",
    "register contact": "",
  ]

  /// Commands that read, each with the words that make it show something, and its formats.
  private func commands() throws -> [(words: [String], formats: [String])] {
    let help = try desk.run("--experimental-dump-help").output
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any])
    var found: [(words: [String], formats: [String])] = []
    func walk(_ node: [String: Any], _ path: [String]) {
      let below = (node["subcommands"] as? [[String: Any]] ?? []).filter {
        $0["commandName"] as? String != "help"
      }
      for child in below { walk(child, path + [child["commandName"] as? String ?? ""]) }
      let name = path.joined(separator: " ")
      guard below.isEmpty, let (need, usual) = RoleCommandTests.commands[name] else { return }
      guard need == nil || Self.showing[name] != nil else { return }
      let words = (name + " " + (Self.showing[name] ?? usual)).split(separator: " ").map { word in
        word.hasPrefix("@") ? "\(desk.folder)/\(word.dropFirst())" : String(word)
      }
      let options = node["arguments"] as? [[String: Any]] ?? []
      let format = options.first { $0["valueName"] as? String == "format" }
      found.append((words, format?["allValues"] as? [String] ?? []))
    }
    walk(try #require(tree["command"] as? [String: Any]), [])
    return found
  }

  @Test func `No command hands a terminal what steers it, in any format`() throws {
    let texts = try HostileOffice.make(at: desk.store)
    #expect(texts >= 4_619)
    try desk.write("A text \u{1B}]0;ZQX\u{7} \u{202E}of\u{9B}31337m bees.\n", to: "text.txt")
    var (runs, shown) = (0, 0)
    for (number, (words, formats)) in try commands().enumerated() where Self.isWhole || number % 6 == 1 {
      for format in formats.isEmpty ? [nil] : formats.map(Optional.some) where format != "xlsx" {
        let probe = try desk.start(
          [Desk.program] + words + (format.map { ["--format", $0] } ?? []), columns: 200, rows: 50)
        // The wall board goes on until somebody ends it.
        if words[0] == "board" {
          try probe.wait(timeout: 10) { $0.bytesReceived > 500 }
          probe.signal(SIGTERM)
        }
        _ = try probe.waitForExit(timeout: 60)
        let found = Steering.found(probe.said, isScreen: words[0] == "board")
        #expect(found == [], "\(words) \(format ?? "")")
        runs += 1
        shown += probe.bytesReceived
      }
    }
    print("\(texts) texts in the store, \(runs) runs of commands at a terminal, \(shown) bytes")
    #expect(shown > 10_000)
  }

  @Test func `No argument and no name of a file comes back to a terminal as it was`() throws {
    try desk.fill("a-1,Ana Banda,")
    let texts = HostileText.all().filter { !$0.contains("\0") && $0.utf8.count < 1_000 }
    let chosen = stride(from: 0, to: texts.count, by: Self.isWhole ? 8 : 460).map { texts[$0] }
    for text in chosen {
      for words in [
        ["show", text], ["list", text], ["--store", "/nowhere/\(text)"], ["import", "stakeholders", text],
        ["edit", "a-1", "--set", "name=\(text)"], ["--\(text)"], [text], ["export", text],
      ].shuffled(using: &Self.random).prefix(Self.isWhole ? 8 : 2) {
        let probe = try desk.start([Desk.program] + words, columns: 200, rows: 50)
        if words == [text] || words[0].hasPrefix("--") { probe.settle(quietMilliseconds: 10) }
        _ = try probe.waitForExit(timeout: 30)
        #expect(Steering.found(probe.said) == [], "\(words)")
      }
    }
  }

  nonisolated(unsafe) private static var random = SeededGenerator(seed: 18)

  // MARK: Panes

  @Test func `No pane hands the terminal an order that somebody wrote into a record`() throws {
    _ = try HostileOffice.make(at: desk.store)
    let keys = Array("234567890OTYU;QX").map(String.init)
    for key in Self.isWhole ? keys : ["2", "7"] {
      let probe = try desk.open("--as-of", "2015-09-15", columns: 200, rows: 50)
      probe.press(key)
      probe.settle(quietMilliseconds: 300)
      for _ in 0..<8 {
        for press in ["Down", "Down", "PgDn", "Enter", "Down", "Esc", "Esc", "G", "]"] {
          probe.press(press)
          probe.settle(quietMilliseconds: 40)
        }
        #expect(Steering.found(probe.said, isScreen: true) == [], "pane \(key)")
      }
      probe.close()
    }
  }
}

/// What in the bytes that a terminal got would steer it, or change what is seen of the text around it.
enum Steering {
  /// - Parameter isScreen: the program itself draws there, by orders of its own: only those of the texts count, which bear
  ///   a mark.
  static func found(_ bytes: [UInt8], isScreen: Bool = false) -> Set<String> {
    // The first character may be cut.
    let text = String(decoding: bytes.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
    var found: Set<String> = []
    for scalar in text.unicodeScalars where HostileText.steers(scalar) {
      if scalar == "\r" || scalar == "\n" || isScreen && (0x07...0x1B).contains(scalar.value) { continue }
      // Marks of direction stand in Arabic as it is written; they turn nothing that follows.
      if [0x61C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF].contains(scalar.value) { continue }
      found.insert("U+\(String(scalar.value, radix: 16, uppercase: true))")
    }
    for mark in [
      "\u{1B}[31337m", "\u{1B}]0;ZQX", "\u{1B}]2;ZQX", "\u{1B}]52;c;WlFY", "\u{1B}]8;;http://zqx",
      "\u{1B}]777", "\u{1B}]9;", "\u{1B}PZQX", "\u{1B}_GZQX", "\u{1B}^ZQX", "\u{1B}XZQX", "\u{1B}c",
      "\u{1B}#8",
      "\u{1B}[5i", "\u{1B}[21t", "\u{1B}[18t", "\u{1B}[8;1;1t", "\u{1B}%@",
    ] where text.contains(mark) { found.insert(mark.debugDescription) }
    return found
  }
}
