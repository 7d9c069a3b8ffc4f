import Foundation
import Glibc
import Model
import SampleLibrary
import Store
import Testing

/// Output that cannot be written is an error of every command, and nothing of it steers a terminal.
@Suite struct LostOutputTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/data/outreach", withIntermediateDirectories: true)
    try Library.makeSample(at: desk.store)
  }

  /// What has to be given to commands that ask for something.
  private static let words: [String: [String]] = [
    "show": ["report:none"], "history": ["event:forum-networks"], "count": ["--rows", "kind"],
    "wording": ["/dev/null"], "export": ["events"], "fields": ["stakeholders"],
    "comments list": ["call-guide"], "survey results": ["needs-2015"],
    "board": ["--print"], "media figures": [],
    "report evaluation": ["--audience", "plenary", "--from", "2015-01-01", "--to", "2015-12-31"],
  ]
  /// They write files, ask in lines, wait for a terminal, or change the store.
  private static let others: Set<String> = ["install-help", "store backup", "store restore", "store repair"]

  private struct Leaf {
    let path: [String]
    let needs: Bool
  }

  /// All commands of the program, as it describes them itself.
  private func leaves() throws -> [Leaf] {
    let help = try desk.run("--experimental-dump-help").output
    let root = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
    var found: [Leaf] = []
    func walk(_ command: [String: Any], _ path: [String]) {
      let below = command["subcommands"] as? [[String: Any]] ?? []
      if below.isEmpty, !path.isEmpty {
        let arguments = command["arguments"] as? [[String: Any]] ?? []
        let needs = arguments.contains {
          $0["isOptional"] as? Bool == false && $0["kind"] as? String != "flag"
        }
        found.append(Leaf(path: path, needs: needs))
      }
      for next in below where next["commandName"] as? String != "help" {
        walk(next, path + [next["commandName"] as? String ?? ""])
      }
    }
    walk(root?["command"] as? [String: Any] ?? [:], [])
    return found
  }

  @Test func `Every command that lists says that its output is lost`() throws {
    var tried = 0
    for leaf in try leaves() {
      let name = leaf.path.joined(separator: " ")
      guard !Self.others.contains(name), !leaf.needs || Self.words[name] != nil else { continue }
      let words = (leaf.path + (Self.words[name] ?? [])).map { "'\($0)'" }.joined(separator: " ")
      let whole = try desk.bash("\"$0\" \(words) >/dev/null")
      // What has nothing to say here loses nothing.
      guard whole.code <= 2, try !desk.run(arguments: leaf.path + (Self.words[name] ?? [])).output.isEmpty
      else { continue }
      let lost = try desk.bash("\"$0\" \(words) >/dev/full")
      #expect(lost.code == EX_CANTCREAT, "\(name): \(lost)")
      #expect(lost.errors.contains("The output is not whole (No space left on device)"), "\(name): \(lost)")
      tried += 1
    }
    #expect(tried > 25, "\(tried)")
  }

  @Test func `Help and the overview too, and what was closed is no file`() throws {
    for words in ["--help", "store --help", "--version", "", "manual --format roff"] {
      #expect(try desk.bash("\"$0\" \(words) >/dev/full").code == EX_CANTCREAT, "\(words)")
      #expect(try desk.bash("\"$0\" \(words) >&-").code == EX_CANTCREAT, "\(words)")
    }
    #expect(try desk.run("store", "check").code == 0)
  }

  @Test func `Whoever reads no more ends a command without a word`() throws {
    for ignore in ["", "trap '' PIPE; "] {
      let ended = try desk.bash(
        "\(ignore)\"$0\" export stakeholders --format json | head -1 >/dev/null; exit ${PIPESTATUS[0]}")
      #expect(ended.errors.isEmpty, "\(ended)")
      #expect(ended.code == 128 + SIGPIPE || ended.code == 0)
    }
  }

  @Test func `JSON steers no terminal, and is exact elsewhere`() throws {
    let name = "A\u{9B}31m\u{202E}\u{2066}\u{7F}\u{9D}B"
    let library = try Library.open(desk.store, who: "mei")
    let asked = try #require(try library.read(RecordByID<Enquiry>("enquiry-01")))
    var hostile = asked
    hostile.subject = name
    try library.apply(EditRecord(base: asked, edited: hostile))
    let exact = try desk.run("due", "--format", "json", "--as-of", "2016-01-01")
    #expect(exact.output.contains(name), "\(exact.output)")
    let probe = try desk.start(
      [Desk.program, "due", "--format", "json", "--as-of", "2016-01-01"], columns: 300, rows: 900)
    _ = try probe.waitForExit()
    let shown = probe.lines.joined(separator: "\n").unicodeScalars
    #expect(shown.contains("\u{FFFD}"))
    #expect(!shown.contains { [0x9B, 0x202E, 0x2066, 0x7F, 0x9D].contains($0.value) })
  }
}
