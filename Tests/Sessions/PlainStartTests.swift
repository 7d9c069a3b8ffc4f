import Testing

@testable import outreach

/// The arguments of usual starts, read beside the parser.
@Suite struct PlainStartTests {
  private static let plain = [
    "", "--store a.sqlite", "--store=a.sqlite", "--store /a/b", "--sample", "--as-of 2015-09-15 --store ./a",
    "--store a.sqlite --lang fr --read-only", "--lang=zh", "--theme dark --no-mouse", "--spoken --editor",
    "--theme=./mine.toml --sample --as-of=someday", "--store a=b.sqlite",
  ]
  private static let others = [
    "--help", "-h", "--version", "due", "--sample due", "--store", "--store=", "--store --sample",
    "--store list",
    "--store a.sqlite --store b.sqlite", "--sample --sample", "--sample --store a.sqlite", "--sample=1",
    "--stor a.sqlite",
    "--lang xx", "--lang", "-- --sample", "--", "a.sqlite", "--tour", "--hide-after 5",
    "--clock 2015-09-15T10:00",
    "--generate-completion-script bash", "--as-of -1", "--nosuch 1", "---", "=", "--=a.b",
  ]

  private static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  /// What the parser makes of it; nil where it refuses it, or runs something else.
  private static func parsed(_ words: [String]) -> [String]? {
    guard let start = try? Outreach.parseAsRoot(words) as? Outreach else { return nil }
    return [String(reflecting: start.visit), start.language.book.language]
  }

  private static func read(_ words: [String]) -> [String]? {
    PlainStart(words, isRestricted: false).map {
      [String(reflecting: $0.options), $0.language ?? LanguageOptions.ofLocale]
    }
  }

  @Test(arguments: plain) func `A usual start is read as the parser reads it`(line: String) throws {
    let words = Self.words(line)
    let read = try #require(Self.read(words))
    let parsed = try #require(Self.parsed(words))
    #expect(read == parsed)
  }

  @Test(arguments: others) func `All else is the parser's`(line: String) {
    #expect(Self.read(Self.words(line)) == nil)
  }

  @Test func `Whatever two arguments are read, the parser reads them so`() {
    let all = (Self.plain + Self.others).flatMap(Self.words) + ["dark", "fr", "5", "2015-09-15", "./a"]
    var count = 0
    for first in all {
      for second in all {
        guard let read = Self.read([first, second]) else { continue }
        count += 1
        guard let parsed = Self.parsed([first, second]) else {
          Issue.record("the parser refuses \(first) \(second)")
          continue
        }
        #expect(read == parsed, "\(first) \(second)")
      }
    }
    #expect(count > 100)
  }

  @Test func `A restricted session says nothing but what the parser allows`() {
    #expect(PlainStart(["--read-only"], isRestricted: true) == nil)
    #expect(PlainStart([], isRestricted: true) != nil)
  }
}
