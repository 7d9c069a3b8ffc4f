import Interchange
import Model
import Phrases
import Store
import Typesetting

/// The figures of the media as plain text for mail, or as CSV: raw, and each story once.
public struct MediaReport: Sendable {
  private let figures: MediaFigures
  private let filter: CoverageFilter
  private let look: Look
  private let words: MediaWords

  public init(_ library: Library, _ filter: CoverageFilter, look: Look) throws {
    figures = try library.read(MediaTables(filter)).figures
    (self.filter, self.look) = (filter, look)
    words = MediaWords(look, try library.read(AllRecords<Launch>()), try library.read(AllRecords<Feed>()))
  }

  /// A table for each thing that is counted, and the charts of volume and messages.
  public var text: String {
    let total = figures.total
    var lines = [
      words.count(total)
        + (words.sentence(filter).isEmpty ? "" : " · " + words.sentence(filter)),
      look.say(.mediaReach, .text(number(figures.reach)), .text(number(figures.withoutReach))),
    ]
    for (heading, rows) in tables where !rows.isEmpty {
      let width = max(CellText.width(heading), rows.map { CellText.width($0.name) }.max() ?? 0)
      func line(_ name: String, _ items: String, _ stories: String) -> String {
        func right(_ text: String) -> String {
          String(repeating: " ", count: max(1, 12 - CellText.width(text))) + text
        }
        return name + String(repeating: " ", count: width - CellText.width(name)) + right(items)
          + right(stories)
      }
      lines += ["", line(heading, look.say(Phrase(.mediaItems)), look.say(Phrase(.mediaStories)))]
      lines += rows.map { line($0.name, number($0.count.items), number($0.count.stories)) }
    }
    let words = ChartWords(look.phrases)
    for chart in MediaCharts(figures, isGrouped: true, look: look).all.prefix(2) where figures.total.items > 0
    {
      lines += [""] + ChartText.lines(of: chart, columns: 78, words: words)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// RFC 4180, in UTF-8; the codes beside their words. Names come from anywhere: a spreadsheet that opens
  /// this runs no formula.
  public var csv: [UInt8] {
    var writer = CSVWriter(style: .spreadsheetSafe)
    writer.append(["table", "code", "name", "items", "stories"])
    writer.append(["total", "", "", String(figures.total.items), String(figures.total.stories)])
    for table in coded {
      for row in table.rows {
        writer.append([
          table.key, row.code, row.name, String(row.count.items), String(row.count.stories),
        ])
      }
    }
    writer.append(["reach", "", "", String(figures.reach), ""])
    return writer.drain()
  }

  private func number(_ number: Int) -> String { look.phrases.number(number) }

  private typealias Row = (code: String, name: String, count: MediaCount)

  private var tables: [(String, [Row])] { coded.map { ($0.heading, $0.rows) } }

  private var coded: [(key: String, heading: String, rows: [Row])] {
    func rows(_ counts: [String: MediaCount], _ word: (String) -> String) -> [Row] {
      counts.sorted { ($1.value.items, $0.key) < ($0.value.items, $1.key) }.map {
        ($0.key, word($0.key), $0.value)
      }
    }
    let days = figures.days.sorted { $0.key < $1.key }.map { (text, count) in
      (text, Day(text).map(look.day) ?? text, count)
    }
    let messages = (KeyMessage.codes + [""]).compactMap { code in
      figures.messages[code].map { (code, words.message(code), $0) }
    }
    let flags: [Row] = [
      ("inaccurate", words.flag(.inaccurate), figures.inaccurate),
      ("outside", words.flag(.outside), figures.outside),
      ("needs_response", words.flag(.needsResponse), figures.needingResponse),
    ]
    return [
      ("kind", look.say(Phrase(.mediaByKind)), rows(figures.kinds, words.kind)),
      ("language", look.say(Phrase(.mediaByLanguage)), rows(figures.languages, words.language)),
      ("country", look.say(Phrase(.mediaByCountry)), rows(figures.countries, words.country)),
      ("tone", look.word("field", "tone"), rows(figures.tones, words.tone)),
      ("message", look.say(Phrase(.mediaPullThrough)), messages),
      ("flag", look.say(Phrase(.mediaFlagsHeading)), flags),
      ("day", look.say(Phrase(.mediaByDay)), days),
    ]
  }
}
