import Foundation
import Phrases
import Testing

@testable import Translation

/// Files for translation tools, out and back.
@Suite struct RoundTripTests {
  private static let languages = ["ar", "es", "fr", "ru", "zh"]

  private func text(_ catalogue: PhraseCatalogue, _ language: String, as format: String) -> String {
    let units = catalogue.units(language)
    return format == "po" ? GettextWriter.text(units, language) : XLIFFWriter.text(units, language)
  }

  @Test(arguments: languages, ["po", "xliff"])
  func `What comes back unchanged changes nothing, byte for byte`(language: String, format: String) throws {
    let catalogue = BuiltIn.catalogue
    let text = text(catalogue, language, as: format)
    let file = try TranslationFile(Array(text.utf8))
    #expect(file.language == language && file.units.count == catalogue.english.keys.count)
    let taken = try TranslationImport(file, into: catalogue)
    #expect(taken.changed == [] && taken.settled == [] && taken.empty == [])
    #expect(taken.catalogue.languages[language]?.bytes == catalogue.languages[language]?.bytes)
    #expect(taken.catalogue.hashText == catalogue.hashText)
  }

  /// Some phrases of a language that is missing some and has others from another English.
  private func catalogue() throws -> PhraseCatalogue {
    var catalogue = BuiltIn.catalogue
    let english = #"""
      {"barMedia": "Media", "changeImport": {"one": "Imported {1}", "other": "Imported {0} records"},
      "commandSave": "say \"<yes>\" & \\no\\", "deadKey": "{0} means nothing here. {1} shows the keys."}
      """#
    let french = #"{"barMedia": "Médias", "commandSave": "dire", "deadKey": "{0} rien, {1} touches"}"#
    _ = try catalogue.take(Array(english.utf8), named: "en.json")
    _ = try catalogue.take(Array(french.utf8), named: "fr.json")
    _ = try catalogue.take(Array("barMedia\t000000\n".utf8), named: "sources.tsv")
    try catalogue.settle(["commandSave", "deadKey"], in: "fr")
    return catalogue
  }

  @Test func `A PO file has what a translator needs to know`() throws {
    #expect(
      GettextWriter.text(try catalogue().units("fr"), "fr") == #"""
        msgid ""
        msgstr ""
        "Project-Id-Version: outreach\n"
        "PO-Revision-Date: \n"
        "Last-Translator: \n"
        "Language-Team: \n"
        "Language: fr\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "Plural-Forms: nplurals=2; plural=(n > 1);\n"

        #. Stands in Dashboard
        #. At most 7 columns of the screen
        #, fuzzy, max-length:7
        msgctxt "barMedia"
        msgid "Media"
        msgstr "Médias"

        #. Stands in Office/Sentences
        #. Keep {0} {1}
        msgctxt "changeImport"
        msgid "Imported {1}"
        msgid_plural "Imported {0} records"
        msgstr[0] ""
        msgstr[1] ""

        #. Stands in Dashboard, Dashboard/Records, Dashboard/Sheets
        msgctxt "commandSave"
        msgid "say \"<yes>\" & \\no\\"
        msgstr "dire"

        #. Stands in Dashboard
        #. Keep {0} {1}
        msgctxt "deadKey"
        msgid "{0} means nothing here. {1} shows the keys."
        msgstr "{0} rien, {1} touches"

        """#)
  }

  @Test func `An XLIFF file has it too`() throws {
    let units = try catalogue().units("fr").prefix(3)
    #expect(
      XLIFFWriter.text(Array(units), "fr") == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
          <file original="en.json" source-language="en" target-language="fr" datatype="po">
            <body>
              <trans-unit id="barMedia" maxwidth="7" size-unit="char" xml:space="preserve">
                <source>Media</source>
                <target state="needs-review-translation">Médias</target>
                <note from="developer">Stands in Dashboard</note>
                <note from="developer">At most 7 columns of the screen</note>
              </trans-unit>
              <group id="changeImport" restype="x-gettext-plurals">
                <trans-unit id="changeImport[0]" xml:space="preserve">
                  <source>Imported {1}</source>
                  <target state="needs-translation"></target>
                  <note from="developer">Stands in Office/Sentences</note>
                  <note from="developer">Keep {0} {1}</note>
                </trans-unit>
                <trans-unit id="changeImport[1]" xml:space="preserve">
                  <source>Imported {0} records</source>
                  <target state="needs-translation"></target>
                </trans-unit>
              </group>
              <trans-unit id="commandSave" xml:space="preserve">
                <source>say &quot;&lt;yes&gt;&quot; &amp; \no\</source>
                <target state="translated">dire</target>
                <note from="developer">Stands in Dashboard, Dashboard/Records, Dashboard/Sheets</note>
              </trans-unit>
            </body>
          </file>
        </xliff>

        """#)
  }

  @Test(arguments: ["po", "xliff"])
  func `What is missing stays missing, and what is to be looked at stays so`(format: String) throws {
    let catalogue = try catalogue()
    let text = text(catalogue, "fr", as: format)
    let taken = try TranslationImport(TranslationFile(Array(text.utf8)), into: catalogue)
    #expect(taken.empty == ["changeImport"])
    #expect(taken.catalogue.languages["fr"]?.bytes == catalogue.languages["fr"]?.bytes)
    #expect(taken.catalogue.hashText == catalogue.hashText)
  }

  @Test func `What was translated comes in, and is noted as done`() throws {
    let catalogue = try catalogue()
    let text = GettextWriter.text(catalogue.units("fr"), "fr")
      .replacing("#, fuzzy, max-length:7", with: "#, max-length:7").replacing(
        "\"Médias\"", with: "\"Presse\""
      )
      .replacing("msgstr[0] \"\"", with: "msgstr[0] \"{0} fiche \"\n\"importée\"")
      .replacing("msgstr[1] \"\"", with: "msgstr[1] \"{0} fiches\"")
    let taken = try TranslationImport(TranslationFile(Array(text.utf8)), into: catalogue)
    #expect(taken.changed == ["barMedia", "changeImport"] && taken.settled == taken.changed)
    let french = try #require(taken.catalogue.languages["fr"])
    #expect(french["barMedia"] == .one("Presse"))
    #expect(french["changeImport"] == .plural(["one": "{0} fiche importée", "other": "{0} fiches"]))
    #expect(french.keys == ["barMedia", "changeImport", "commandSave", "deadKey"])
    #expect(taken.catalogue.findings("fr").isEmpty)
  }

  /// Somebody translated for weeks, and the English was changed meanwhile.
  @Test func `What was made from an older English is taken, and still to be looked at`() throws {
    let catalogue = try catalogue()
    let text = GettextWriter.text(catalogue.units("fr"), "fr").replacing(
      "msgid \"{0} means", with: "msgid \"{0} meant")
    let taken = try TranslationImport(TranslationFile(Array(text.utf8)), into: catalogue)
    #expect(taken.settled == [])
    #expect(
      taken.catalogue.findings("fr").filter { $0.kind == .stale }.map(\.key) == ["barMedia", "deadKey"])
  }

  /// The formulas of gettext say of every number what the rule of the program says.
  @Test(arguments: languages) func `msgfmt and polib take it where they are installed`(language: String)
    throws
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(language)-\(UUID().uuidString).po")
    defer { try? FileManager.default.removeItem(at: file) }
    try GettextWriter.text(BuiltIn.catalogue.units(language), language)
      .write(to: file, atomically: true, encoding: .utf8)
    let script = """
      if command -v msgfmt >/dev/null; then msgfmt --check -o /dev/null "$0" || exit 1; fi
      if python3 -c 'import polib' 2>/dev/null; then
        python3 -c 'import polib, sys; p = polib.pofile(sys.argv[1]); print(len(p))' "$0" || exit 1
      fi
      """
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, file.path]
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
