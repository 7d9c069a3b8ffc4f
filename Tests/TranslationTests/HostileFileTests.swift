import Phrases
import Testing

@testable import Translation

/// Files that somebody broke, on purpose or not: a sentence says where and what, and nothing is taken.
@Suite struct HostileFileTests {
  private func problem(_ text: String) throws -> String {
    do {
      let file = try TranslationFile(Array(text.utf8))
      _ = try TranslationImport(file, into: BuiltIn.catalogue)
    } catch {
      return Phrasebook("en").say(error.sentence("fr.po"))
    }
    return ""
  }

  private static let head = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n"

  private static let broken: [(String, String)] = [
    ("", "It names “” as its language"),
    ("msgid \"\"\nmsgstr \"Language: tlh\\n\"\n", "It names “tlh” as its language"),
    ("msgid \"\"\nmsgstr \"Language: en\\n\"\n", "It names “en” as its language"),
    ("msgid \"a\nmsgstr \"b\"", ", line 1: “\"a” means nothing"),
    ("msgid \"a\\q\"\n", ", line 1: “\"a\\q\"” means nothing"),
    ("msgid \"a\" b\n", ", line 1: “\"a\" b” means nothing"),
    ("hello\n", ", line 1: “hello” means nothing"),
    ("\"a\"\n", ", line 1: “\"a\"” means nothing"),
    ("msgctxt \"a\"\nmsgid \"b\"\nmsgid \"c\"\n", ", line 3: “msgid \"c\"” means nothing"),
    ("msgid \"a\"\nmsgstr[7] \"b\"\n", ", line 2: “msgstr[7] \"b\"” means nothing"),
    ("msgid \"a\"\n", ", line 1: An entry lacks msgid or msgstr"),
    ("msgid \"a\"\nmsgstr[0] \"b\"\nmsgstr[1] \"c\"\n", ", line 1: An entry lacks"),
    ("msgid \"a\"\nmsgid_plural \"a\"\nmsgstr[0] \"b\"\nmsgstr[2] \"c\"\n", ", line 1: An entry lacks"),
    (head + "msgid \"a\"\nmsgstr \"b\"\n", ", line 3: “a” has no msgctxt"),
    (head + "msgctxt \"nobody\"\nmsgid \"a\"\nmsgstr \"b\"\n", ", line 3: There is no phrase nobody in en"),
    (
      head + "msgctxt \"program\"\nmsgid \"outreach\"\nmsgstr \"a\"\n"
        + "msgctxt \"program\"\nmsgid \"outreach\"\nmsgstr \"b\"\n",
      ", line 6: program stands there twice"
    ),
    (
      head + "msgctxt \"asOf\"\nmsgid \"as of {0}\"\nmsgstr \"au {1}\"\n",
      ", line 3: asOf: arguments {1} instead of {0}."
    ),
    (
      head + "msgctxt \"asOf\"\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n",
      ", line 3: asOf: 2 plural forms instead of 1."
    ),
    (
      head + "msgctxt \"changeImport\"\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"{0}\"\n",
      ", line 3: changeImport: 1 plural forms instead of 2."
    ),
    (
      head + "msgctxt \"changeImport\"\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\nmsgstr[1] \"{0}\"\n",
      ", line 3: changeImport: a plural form has no words."
    ),
    (
      head + "msgctxt \"readOnly\"\nmsgid \"read only\"\nmsgstr \"a\\nb\"\n",
      ", line 3: readOnly: it has the end of a line in it"
    ),
    (
      head + "msgctxt \"readOnly\"\nmsgid \"read only\"\nmsgstr \"a\u{202E}b\"\n",
      ", line 3: readOnly: it has the end of a line in it"
    ),
    (
      head + "msgctxt \"readOnly\"\nmsgid \"read only\"\nmsgstr \"a\u{1B}[31mb\"\n",
      ", line 3: readOnly: it has the end of a line in it"
    ),
    ("<xliff>", ", line 1: The XML is broken (no element found)"),
    ("<xliff><file></xliff>", ", line 1: The XML is broken (mismatched tag)"),
    ("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<xliff/>", ", line 1: A document type is never read"),
    (String(repeating: "<group>", count: 100), ", line 1: Its elements stand in each other"),
    ("<html/>", "It names “” as its language"),
    (xliff("<trans-unit id=\"asOf\"><source>a</source><target>b</target></trans-unit>"), "asOf: arguments –"),
    (
      xliff("<trans-unit id=\"asOf\"><source>a</source><target>b<g id=\"1\">c</g></target></trans-unit>"),
      ", line 2: The tag g stands in a phrase"
    ),
    (
      xliff("<group id=\"a\" restype=\"x-gettext-plurals\"><trans-unit id=\"b[0]\"></trans-unit></group>"),
      ", line 2: The plural forms of a are not a[0], a[1]"
    ),
    (xliff("</body></file><file target-language=\"es\"><body>"), ", line 2: It names “es” as its language"),
  ]

  private static func xliff(_ body: String) -> String {
    "<xliff version=\"1.2\"><file target-language=\"fr\"><body>\n\(body)</body></file></xliff>"
  }

  @Test(arguments: broken.indices) func `Each is refused with its line`(place: Int) throws {
    let (text, expected) = Self.broken[place]
    let said = try problem(text)
    #expect(said.hasPrefix("fr.po") && said.contains(expected), "\(said)")
    #expect(said.hasSuffix("Nothing was changed."))
  }

  @Test func `Bytes that are no text, and a file without end, are refused`() throws {
    #expect(throws: TranslationProblem.self) { try TranslationFile([0x6D, 0xFF, 0xFE]) }
    #expect(throws: TranslationProblem.self) {
      try TranslationFile(Array(repeating: 0x20, count: TranslationFile.limit + 1))
    }
  }

  /// What other tools add is no harm: a byte order mark, CR LF, obsolete entries, proposals.
  @Test func `What other tools write is read`() throws {
    let po =
      "\u{FEFF}# Ana\r\n" + Self.head.replacing("\n", with: "\r\n")
      + "\r\n#: a.swift:1\r\n#| msgid \"old\"\r\nmsgctxt \"readOnly\"\r\nmsgid \"\"\r\n\"read only\"\r\n"
      + "msgstr \"lecture\"\r\n\r\n#~ msgctxt \"old\"\r\n#~ msgid \"gone\"\r\n#~ msgstr \"parti\"\r\n"
    #expect(try TranslationFile(Array(po.utf8)).units.map(\.target) == [["lecture"]])
    let unit = """
      <trans-unit id="readOnly"><source>read only</source><target>lecture</target>
      <alt-trans><source>read</source><target>lire</target></alt-trans></trans-unit>
      """
    let file = try TranslationFile(Array(Self.xliff(unit).utf8))
    #expect(file.units.map(\.target) == [["lecture"]] && file.units.map(\.source) == [["read only"]])
  }

  @Test func `Names of languages are those of other tools too`() throws {
    for (said, language) in [("fr_FR", "fr"), ("zh-Hans", "zh"), ("zh_CN.UTF-8", "zh")] {
      let head = Self.head.replacing("fr", with: said)
      #expect(try TranslationFile(Array(head.utf8)).language == language)
    }
  }
}
