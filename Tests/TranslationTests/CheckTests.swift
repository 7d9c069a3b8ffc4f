import Phrases
import Testing

@testable import Translation

/// What `outreach phrases check` finds.
@Suite struct CheckTests {
  /// The files of the program, with one language in which some phrases are others.
  static func catalogue(_ language: String, _ changes: [String: Sentence] = [:]) throws -> PhraseCatalogue {
    var catalogue = BuiltIn.catalogue
    try catalogue.change(changes, catalogue.hashes, in: language)
    return catalogue
  }

  private func findings(_ language: String, _ changes: [String: Sentence]) throws -> [String] {
    try Self.catalogue(language, changes).findings(language).map { finding in
      "\(finding.key) \(finding.kind): \(Phrasebook("en").say(finding.what))"
    }
  }

  @Test func `What is right is passed over`() throws { #expect(try findings("ru", [:]) == []) }

  @Test func `An argument that is lost or gained is named`() throws {
    #expect(
      try findings("fr", ["deadKey": .one("{0} ne veut rien dire."), "undoNamed": .one("{0} {1}")])
        == [
          "undoNamed arguments: arguments {0}, {1} instead of {0}",
          "deadKey arguments: arguments {0} instead of {0}, {1}",
        ])
  }

  /// "один" is said of 21 too, so that the number has to be there; of Spanish it is the one number.
  @Test func `Every form has the arguments of the English, but where it stands for one number alone`() throws
  {
    let russian: [String: Sentence] = [
      "changeImport": .plural(["one": "запись", "few": "{0} записи", "many": "{0} записей"])
    ]
    #expect(try findings("ru", russian) == ["changeImport arguments: arguments – instead of {0}"])
    let spanish: [String: Sentence] = [
      "changeImport": .plural(["one": "registro", "other": "{0} registros"])
    ]
    #expect(try findings("es", spanish) == [])
  }

  @Test func `Forms that the language does not have are named, and so are those that it lacks`() throws {
    let found = try findings("ru", ["changeImport": .plural(["one": "{0} запись", "other": "{0} записей"])])
    #expect(found == ["changeImport forms: plural forms one, other instead of one, few, many"])
  }

  @Test func `What is wider than its place is named, in columns of the screen`() throws {
    #expect(
      try findings("zh", ["barMedia": .one("媒体报道")])
        == ["barMedia width: “媒体报道” is 8 columns wide, more than 7"])
    #expect(try findings("fr", ["barMedia": .one("Médias!")]) == [])
  }

  @Test func `A word that the glossary rules out is named, as a whole word`() throws {
    #expect(
      try findings("fr", ["commandSave": .one("ouvrir le Répertoire")])
        == ["commandSave word: “répertoire” is not said for “folder”"])
    #expect(try findings("fr", ["commandSave": .one("répertoires")]) == [])
  }

  @Test func `A phrase that is missing or is none is named`() throws {
    var catalogue = BuiltIn.catalogue
    let table = #"{"program": "outreach", "nobodySaysThis": "rien"}"#
    #expect(try catalogue.take(Array(table.utf8), named: "fr.json") == "fr")
    let findings = catalogue.findings("fr")
    #expect(findings.count { $0.kind == .missing } == catalogue.english.keys.count - 1)
    #expect(findings.last?.key == "nobodySaysThis" && findings.last?.kind == .unknown)
  }

  @Test func `Where the English changes each language is to be looked at, until somebody did`() throws {
    var catalogue = BuiltIn.catalogue
    let english = try catalogue.english.changing(["commandSave": .one("keep")], order: ["commandSave"])
    #expect(try catalogue.take(english.bytes, named: "en.json") == "en")
    for language in ["ar", "es", "fr", "ru", "zh"] {
      #expect(catalogue.findings(language).map(\.kind) == [.stale])
    }
    try catalogue.settle(["commandSave"], in: "fr")
    #expect(catalogue.findings("fr").isEmpty && catalogue.findings("ru").count == 1)
    let line = catalogue.hashText.split(separator: "\n").first { $0.hasPrefix("commandSave\t") }
    let (before, now) = (SourceHashes.hash(["save"]), SourceHashes.hash(["keep"]))
    #expect(line == "commandSave\t\(before)\tfr=\(now)")
    for language in ["ar", "es", "ru", "zh"] { try catalogue.settle(["commandSave"], in: language) }
    #expect(catalogue.hashText.contains("\ncommandSave\t\(now)\n"))
  }

  @Test func `What is no phrase cannot be noted as done`() throws {
    var catalogue = BuiltIn.catalogue
    #expect(throws: TranslationProblem.self) { try catalogue.settle(["nobodySaysThis"], in: "fr") }
  }

  @Test(arguments: [
    "", "[]", "{", #"{"a": 1}"#, #"{"a": "b"} x"#, #"{"a": {"one": {}}}"#, #"{"a": {}}"#, #"{"a": null}"#,
    "PK\u{3}",
  ])
  func `A file that is none of phrases is refused`(text: String) throws {
    #expect(throws: TranslationProblem.self) { try PhraseTable(Array(text.utf8)) }
  }

  @Test(arguments: ["a", "a\t1\tfr", "a\t1\nb\t2\na\t3", "a\t1\t\t"])
  func `A line of hashes that is none is refused, with its number`(text: String) throws {
    #expect(throws: TranslationProblem.self) { try SourceHashes(text) }
  }

  @Test func `What changes in a file leaves all else as it was`() throws {
    let file = "{\n  \"a\": \"1\", \"b\": { \"one\": \"x\" },\n\n  \"d\": \"4\"\n}\n"
    let table = try PhraseTable(Array(file.utf8))
    #expect(try table.changing(["a": .one("1")], order: table.keys).bytes == table.bytes)
    let changed = try table.changing(
      ["0": .one("0"), "a": .one("“\"”"), "b": .plural(["other": "z", "one": "y"]), "c": .one("3")],
      order: ["0", "a", "b", "c", "d"])
    #expect(
      String(decoding: changed.bytes, as: UTF8.self) == """
        {
          "0": "0",
          "a": "“\\"”", "b": {"one": "y", "other": "z"},
          "c": "3",

          "d": "4"
        }

        """)
    #expect(changed.keys == ["0", "a", "b", "c", "d"])
  }
}
