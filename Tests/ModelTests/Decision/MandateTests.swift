import Foundation
@testable import Model
import Testing

private let mandate = Mandate.adopted

@Suite struct MandateTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let excerpt = Result {
    AdoptedExcerpt(try String(contentsOf: folder.appending(path: "adopted-excerpt.txt"), encoding: .utf8))
  }

  /// The numbered paragraphs and items that tell, define, list or approve, and ask nobody for anything.
  private static let silent = """
    op.1 op.3 op.6 A.1 A.2 A.3 A.5 A.8 A.11 A.12 A.13 A.13a A.13a-i A.13b A.13b-ii A.13b-iii A.13b-iv \
    A.13b-vi A.13b-vii A.13b-viii A-VII.12 A-app.1 \
    B.1 B.2 B.3 B.4 B.6 B.8 B.8a B.8b B.8c B.9 B.10 B.13 B.15 B.16 B.17 B.18 B.24 B-app.5 \
    C.1 C.1a C.1b C.1c C.1d C.2 C.11 C.15 C.15a C.16
    """.split(separator: " ").map(String.init)

  // MARK: The text

  @Test func `Every paragraph stands once and in the order of the text`() throws {
    let ids = mandate.paragraphs.map(\.id)
    #expect(Set(ids).count == ids.count)
    let places = try Self.excerpt.get().ids
    #expect(ids == places.filter(Set(ids).contains))
    #expect(mandate.objectives.map(\.id) == Objective.allCases)
    #expect(mandate.functions.count == 4)
    for id in ids { #expect(mandate.paragraph(id)?.id == id) }
  }

  @Test func `Citations in both languages are those of the paragraph`() throws {
    for paragraph in mandate.paragraphs {
      #expect(paragraph.citation == (try #require(AdoptedExcerpt.citation(of: paragraph.id))))
    }
    for objective in mandate.objectives {
      #expect(objective.citation == AdoptedExcerpt.citation(of: objective.id.rawValue))
    }
    #expect(mandate.paragraph("A-app.2a")?.citation == Label(en: "A-app.2 (a)", zh: "附件一附录第 2 段(a)"))
    #expect(mandate.paragraph("A-VI.8")?.citation == Label(en: "A-VI.8", zh: "附件一第六节第 8 段"))
  }

  @Test func `Chinese texts are those that were adopted`() throws {
    let excerpt = try Self.excerpt.get()
    let own = Set(mandate.paragraphs.map(\.id) + mandate.objectives.map(\.id.rawValue))
    for paragraph in mandate.paragraphs {
      #expect(
        paragraph.text.adopted.dense == excerpt.text(of: paragraph.id, without: own), "\(paragraph.id)")
    }
    for objective in mandate.objectives {
      #expect(objective.text.adopted.dense == excerpt.text(of: objective.id.rawValue, without: own))
    }
    for function in mandate.functions {
      #expect(excerpt.text(of: "B.11", without: own).contains(function.text.adopted))
    }
  }

  @Test func `Translations have the items of their text and no Chinese`() {
    let texts =
      mandate.paragraphs.map(\.text) + mandate.objectives.map(\.text) + mandate.functions.map(\.text)
    let marks = /(?m)^\([a-z]+\)/
    for text in texts {
      #expect(text.english.utf8.allSatisfy { $0 < 0x80 }, "\(text.english)")
      #expect(text.adopted.split(separator: "\n").count == text.english.split(separator: "\n").count)
      #expect(text.text(in: "zh") == text.adopted && text.text(in: "de") == text.english)
      for language in ["ar", "fr", "ru", "es"] {
        let own = text.text(in: language)
        #expect(own != text.english && !own.isEmpty, "\(language): \(text.english)")
        #expect(own.split(separator: "\n").count == text.english.split(separator: "\n").count, "\(own)")
        let items = text.english.matches(of: marks).map(\.output)
        #expect(own.matches(of: marks).map(\.output) == items, "\(own)")
        #expect(!own.unicodeScalars.contains(where: Folding.isIdeograph), "\(own)")
      }
    }
    #expect(AdoptedText.isTranslation(in: "en") && !AdoptedText.isTranslation(in: "zh"))
  }

  // MARK: Completeness

  @Test func `Every paragraph of the decision asks for something or is known to ask for nothing`() throws {
    let excerpt = try Self.excerpt.get()
    let own = Set(mandate.paragraphs.map(\.id) + mandate.objectives.map(\.id.rawValue))
    // Items without an entry of their own stand in the text of their paragraph.
    let asking = excerpt.ids.filter { own.contains($0) || own.contains(AdoptedExcerpt.paragraph(of: $0)) }
    #expect(excerpt.ids.filter { !asking.contains($0) } == Self.silent)
    #expect(own.isDisjoint(with: Self.silent))
  }

  /// What the digest of the decision names with its paragraph, as far as it asks somebody.
  @Test(
    arguments: [
      "op.2 op.4 op.5 op.7 op.8", "A.6 A.7 A.9 A.10", "A-V.1 A-V.2", "A-VI.5 A-VI.6 A-VI.7 A-VI.8 A-VI.11",
      "A-VII.12a A-VII.12b A-VII.12c", "A-app.2 A-app.3", "B.5 B.7 B.11 B.14 B.19 B.20 B.21 B.22",
      "B-app.2 B-app.3 B-app.4 B-app.6 B-app.7 B-app.10 B-app.11 B-app.15",
      "B-app.8 B-app.9 B-app.12 B-app.14",
      "C.3 C.5 C.7 C.8 C.9 C.9a C.9b C.9c C.9d C.9e C.10 C.12 C.13 C.14", "C.17a C.17b C.17c C.17d",
      "C.15b C.18a C.18b C.18c",
    ])
  func `The digest names it, and it is there`(ids: String) {
    for id in ids.split(separator: " ") { #expect(mandate.paragraph(String(id)) != nil, "\(id)") }
  }

  @Test func `Tables and indicators are cited by some paragraph`() {
    let covers = Set(mandate.paragraphs.flatMap(\.covers))
    for activity in Decision.adopted.activities { #expect(covers.contains(.activity(activity.id))) }
    for row in Decision.adopted.launchActivities { #expect(covers.contains(.launchActivity(row.id))) }
    for id in Evidence.descriptions { #expect(covers.contains(.indicator(id))) }
    for rule in MandateRule.allCases { #expect(covers.contains(.rule(rule)), "\(rule)") }
    for actor in MandateActor.allCases {
      #expect(mandate.paragraphs.contains { ($0.who + $0.alongside).contains(actor) }, "\(actor)")
    }
    for paragraph in mandate.paragraphs {
      #expect(!paragraph.who.isEmpty && Set(paragraph.who).isDisjoint(with: paragraph.alongside))
      #expect(Set(paragraph.covers).count == paragraph.covers.count)
      #expect(paragraph.missing == nil || !paragraph.covers.isEmpty)
    }
  }

  @Test func `Covers are written as they are read`() {
    for cover in Set(mandate.paragraphs.flatMap(\.covers)) { #expect(MandateCover(cover.text) == cover) }
    #expect(MandateCover("survey:needs") == .records(.survey, type: "needs"))
    for text in ["", "t9.z", "7.1", "survey:wrong", "proposal:x", "nobody"] {
      #expect(MandateCover(text) == nil)
    }
  }

  /// What covers which paragraph, as it stands beside this file: `OUTREACH_WRITE_DOCS=1` writes it anew.
  @Test func `The coverage of the decision is the one beside this`() throws {
    var lines = mandate.paragraphs.map { paragraph in
      let who = paragraph.who.map(\.rawValue).joined(separator: ", ")
      let alongside = paragraph.alongside.map(\.rawValue).joined(separator: ", ")
      let covers = paragraph.covers.isEmpty ? "-" : paragraph.covers.map(\.text).joined(separator: ", ")
      return "\(paragraph.citation.en) | \(who)\(alongside.isEmpty ? "" : " (\(alongside))") | \(covers)"
        + (paragraph.missing.map { " | not: \($0.en)" } ?? "") + (paragraph.isOptional ? " | may" : "")
    }
    let uncovered = mandate.paragraphs.filter(\.covers.isEmpty)
    lines.append(
      "\n\(mandate.paragraphs.count) paragraphs ask, \(uncovered.count) of them for what nothing covers:")
    for actor in MandateActor.allCases {
      let asked = mandate.paragraphs.count { $0.who.contains(actor) }
      let open = uncovered.count { $0.who.contains(actor) }
      if asked > 0 { lines.append("\(actor.rawValue): \(asked), \(open)") }
    }
    lines.append("\nask for nothing: \(Self.silent.joined(separator: " "))\n")
    let text = lines.joined(separator: "\n")
    let file = Self.folder.appending(path: "mandate-expected.txt")
    if ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "OUTREACH_WRITE_DOCS=1 writes it anew")
  }
}

/// The numbered paragraphs of the adopted text, by the ids that the mandate uses.
private struct AdoptedExcerpt {
  /// In the order of the text.
  private(set) var ids: [String] = []
  private var texts: [String: String] = [:]

  private static let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
  private static let chinese = Array("一二三四五六七八")

  init(_ text: String) {
    var (annex, section, isAppendix) = ("", "", false)
    var (paragraph, item) = ("", "")
    func start(_ id: String, _ words: Substring) {
      ids.append(id)
      texts[id] = String(words)
    }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if let match = line.wholeMatch(of: /附件(.)/) {
        annex = ["一": "A", "二": "B", "三": "C"][match.1] ?? ""
        (section, isAppendix) = ("", false)
      } else if line == "附录" {
        isAppendix = true
      } else if let match = line.firstMatch(of: /^([一二三四五六七八九十])、/) {
        // Only there do the numbers of paragraphs begin again.
        section = annex == "A" ? ["五": "-V", "六": "-VI", "七": "-VII"][match.1] ?? "" : ""
      } else if let match = line.firstMatch(of: /^(\d+)\. */) {
        let head = annex.isEmpty ? "op" : annex + (isAppendix ? "-app" : section)
        (paragraph, item) = ("\(head).\(match.1)", "")
        start(paragraph, line[match.range.upperBound...])
      } else if let match = line.firstMatch(of: /^\(([a-z])\) */) {
        item = String(match.1)
        start(paragraph + item, line[match.range.upperBound...])
      } else if let match = line.firstMatch(of: /^（([一二三四五六七八])）/) {
        let place = Self.chinese.firstIndex(of: match.1.first!)!
        start("\(paragraph)\(item)-\(Self.numerals[place])", line[match.range.upperBound...])
      } else if let last = ids.last {
        texts[last]! += line
      }
    }
  }

  /// The paragraph of an item; its own id of a paragraph.
  static func paragraph(of id: String) -> String {
    String(id.firstMatch(of: /^.*\.\d+/)?.0 ?? Substring(id))
  }

  /// The text without white space and marks of footnotes, with the items that are not told apart.
  func text(of id: String, without own: Set<String>) -> String {
    var text = texts[id]?.dense.replacing(/。\d+$/, with: "。") ?? ""
    guard Self.paragraph(of: id) == id else { return text }
    for item in ids where item != id && Self.paragraph(of: item) == id && !own.contains(item) {
      // Items of items are told apart or ask for nothing.
      if item.contains(/\d[a-z]$/) { text += "(\(item.last!))" + (texts[item]?.dense ?? "") }
    }
    return text
  }

  /// How a paragraph is cited.
  static func citation(of id: String) -> Label? {
    guard let match = id.wholeMatch(of: /(op|A|B|C)(-app|-VII|-VI|-V)?\.(\d+)([a-z])?(?:-([iv]+))?/) else {
      return nil
    }
    let (head, part, number) = (String(match.1), match.2.map(String.init) ?? "", match.3)
    let item = match.4.map { "(\($0))" } ?? ""
    let place = match.5.flatMap { numerals.firstIndex(of: String($0)) }
    let en =
      "\(head)\(part).\(number)" + (item.isEmpty ? "" : " \(item)") + (match.5.map { " (\($0))" } ?? "")
    let heads = ["op": "决定正文", "A": "附件一", "B": "附件二", "C": "附件三"]
    let parts = ["": "", "-app": "附录", "-V": "第五节", "-VI": "第六节", "-VII": "第七节"]
    let zh = "\(heads[head]!)\(parts[part]!)第 \(number) 段\(item)" + (place.map { "（\(chinese[$0])）" } ?? "")
    return Label(en: en, zh: zh)
  }
}

extension StringProtocol {
  /// Without white space, which the extraction of the text puts anywhere.
  fileprivate var dense: String { String(filter { !$0.isWhitespace }) }
}
