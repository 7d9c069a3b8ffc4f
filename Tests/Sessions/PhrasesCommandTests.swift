import Foundation
import Glibc
import Testing

/// The translators' road, by the real program.
@Suite struct PhrasesCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// The files from which the program is built.
  private static let resources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Phrases/Resources").path

  /// A copy of them in which people may write.
  private func folder() throws -> String {
    let folder = desk.folder + "/phrases"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["ar", "en", "es", "fr", "ru", "zh"].map({ "\($0).json" }) + ["sources.tsv"] {
      try FileManager.default.copyItem(atPath: "\(Self.resources)/\(name)", toPath: "\(folder)/\(name)")
    }
    return folder
  }

  @Test func `Nothing is to be looked at in the program`() throws {
    let check = try desk.run("phrases", "check")
    #expect(check.code == 0)
    #expect(check.output == ["ar", "es", "fr", "ru", "zh"].map { "\($0): all is well\n" }.joined())
    let json = try desk.run("phrases", "check", "--format", "json")
    #expect(json.code == 0 && json.output.filter { !$0.isWhitespace } == "[]")
  }

  @Test(arguments: ["fr.po", "fr.xlf"])
  func `What goes out and comes back unchanged leaves the files as they were`(name: String) throws {
    let (folder, file) = (try folder(), desk.folder + "/" + name)
    #expect(try desk.run("phrases", "export", "fr", "-o", file).code == 0)
    let back = try desk.run("phrases", "import", file, "-o", folder)
    #expect(back.code == 0 && back.errors.isEmpty)
    #expect(
      back.output == """
        fr: 0 changed, 0 noted as done, 0 without words and left as they were.
        Everything stands there already: nothing was written.

        """)
  }

  @Test func `Somebody changes the English, and somebody else translates it`() throws {
    let folder = try folder()
    let english = try String(contentsOfFile: folder + "/en.json", encoding: .utf8)
    try english.replacing("\"commandSave\": \"save\"", with: "\"commandSave\": \"keep\"")
      .write(toFile: folder + "/en.json", atomically: true, encoding: .utf8)
    let files = ["en.json", "fr.json", "sources.tsv"].map { "\(folder)/\($0)" }
    let check = try desk.run(arguments: ["phrases", "check"] + files)
    #expect(check.code == EX_DATAERR)
    #expect(check.output == "fr: 1 to look at\n  commandSave: the English is another now: keep\n")
    let po = """
      msgid ""
      msgstr "Language: fr\\n"

      msgctxt "commandSave"
      msgid "keep"
      msgstr "garder"
      """
    let file = try desk.write(po, to: "back.po")
    let refused = try desk.run("phrases", "import", file, "-o", folder)
    #expect(refused.code == EX_CANTCREAT && refused.errors.contains("--force"))
    let taken = try desk.run("phrases", "import", file, "-o", folder, "--force")
    #expect(taken.code == 0 && taken.output.hasPrefix("fr: 1 changed, 1 noted as done, 0 without"))
    let french = try String(contentsOfFile: folder + "/fr.json", encoding: .utf8)
    #expect(french.contains("\"commandSave\": \"garder\""))
    #expect(try desk.run(arguments: ["phrases", "check"] + files).code == 0)
    let others = try desk.run(
      "phrases", "check", folder + "/en.json", folder + "/ru.json", folder + "/sources.tsv", "--format",
      "json")
    #expect(others.code == EX_DATAERR)
    let found = try JSONSerialization.jsonObject(with: Data(others.output.utf8)) as? [[String: String]]
    #expect(
      found == [
        [
          "language": "ru", "phrase": "commandSave", "finding": "stale",
          "says": "the English is another now: keep",
        ]
      ])
    #expect(try desk.run("phrases", "done", "ru", "commandSave", "-o", folder, "--force").code == 0)
    #expect(try desk.run("phrases", "done", "ru", "commandSave", "-o", folder).code == 0)
  }

  @Test func `What cannot be is said, and nothing is written`() throws {
    let po = try desk.write("msgid \"\"\nmsgstr \"Language: fr\\n\"\nhello\n", to: "broken.po")
    let out = desk.folder + "/out"
    let broken = try desk.run("phrases", "import", po, "-o", out)
    #expect(broken.code == EX_DATAERR)
    #expect(
      broken.errors
        == "\(po), line 3: “hello” means nothing in a PO file: mend it, or export anew. Nothing was changed.\n"
    )
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try desk.run("phrases", "import", po).code == EX_USAGE)
    let unknown = try desk.run("phrases", "export", "en")
    #expect(unknown.code == EX_USAGE)
    #expect(
      unknown.errors == "The program is not translated into “en”: give one of ar, es, fr, ru, zh.\n")
    #expect(try desk.run("phrases", "done", "fr", "nobodySaysThis", "-o", out).code == EX_DATAERR)
    #expect(try desk.run("phrases", "check", desk.folder + "/none.json").code == EX_NOINPUT)
    #expect(try desk.run("phrases", "check", po).code == EX_DATAERR)
  }

  @Test func `The language for builders is taken, and stands in no list`() throws {
    let list = try desk.run("--lang", "qps-ploc", "count", "--sample", "--rows", "role")
    #expect(list.code == 0 && list.output.contains("⟦"))
    let wrong = try desk.run("count", "--sample", "--rows", "role", "--lang", "tlh")
    #expect(wrong.code == EX_USAGE && !wrong.errors.contains("qps"))
  }
}
