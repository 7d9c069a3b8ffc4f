import Foundation
import Phrases
import Testing
import Translation

/// What those who translate are told is true, and nothing waits for them. `OUTREACH_WRITE_DOCS=1` makes the files anew.
@Suite struct TranslationRules {
  private static let folder = House.root.appendingPathComponent("Sources/Phrases/Resources")
  private static let renews = ProcessInfo.processInfo.environment["OUTREACH_WRITE_DOCS"] == "1"

  private static func file(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func `Where phrases stand is where the sources say them`() throws {
    let head = try Self.file("where.tsv").split(separator: "\n").filter { $0.hasPrefix("#") }
    let lines = Self.places.sorted { $0.key < $1.key }.map { place, keys in
      "\(place)\t\(keys.sorted().joined(separator: " "))"
    }
    let text = (head.map(String.init) + lines).joined(separator: "\n") + "\n"
    if Self.renews {
      try text.write(
        to: Self.folder.appendingPathComponent("where.tsv"), atomically: true, encoding: .utf8)
    }
    #expect(try Self.file("where.tsv") == text, "OUTREACH_WRITE_DOCS=1 makes where.tsv anew")
  }

  /// By the folder of the sources, or the file of a command: the keys, and `group.` for labels of codes.
  private static let places: [String: Set<String>] = {
    let keys = Set(PhraseKey.allCases.map(\.rawValue))
    let groups = Set(
      Phrasebook("en").keys.filter { $0.contains(".") }.map { String($0.prefix { $0 != "." }) })
    var places: [String: Set<String>] = [:]
    let saying = /(?:^|[^\w)\]?!}]|PhraseKey)\.([a-z]\w*)/
    let asking = /(?:label|word)(?:: |\()"([a-zA-Z_]+)"/
    for file in House.sources where file.module != "Phrases" {
      let parts = file.path.split(separator: "/").dropFirst()
      let place =
        file.module == "outreach"
        ? String(parts.joined(separator: "/").dropLast(6)) : parts.dropLast().joined(separator: "/")
      for line in file.code {
        let said = line.matches(of: saying).map { String($0.output.1) }
        let asked = line.matches(of: asking).map { String($0.output.1) }
        let found = said.filter(keys.contains) + asked.filter(groups.contains).map { "\($0)." }
        if !found.isEmpty { places[place, default: []].formUnion(found) }
      }
    }
    return places
  }()

  /// A phrase that is new is noted in all languages when the files are made anew; one whose English was changed by
  /// `outreach phrases done`, language by language, when somebody looked at it.
  @Test func `Nothing is missing, out of date or too wide, and no argument is lost`() throws {
    var catalogue = try PhraseCatalogue()
    if Self.renews {
      let new = catalogue.english.keys.filter { catalogue.hashes[$0, "fr"] == nil }
      for language in Phrasebook.languages where language != "en" {
        try catalogue.settle(new, in: language)
      }
      try catalogue.hashText.write(
        to: Self.folder.appendingPathComponent(PhraseCatalogue.hashFile), atomically: true, encoding: .utf8)
    }
    for language in Phrasebook.languages where language != "en" {
      let findings = catalogue.findings(language)
      #expect(
        findings.isEmpty,
        "\(findings.prefix(20).map { "\(language) \($0.key): \($0.kind) \(Phrasebook("en").say($0.what))" })")
    }
    #expect(try Self.file(PhraseCatalogue.hashFile) == catalogue.hashText)
  }
}
