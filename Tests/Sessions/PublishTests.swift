import Foundation
import Glibc
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The public register and notices, from a file of people to files for the public.
@Suite struct PublishTests {
  private let desk: Desk
  private let agreed = "register | yes | consent | | form | 2015-05-12"

  init() throws { desk = try Desk() }

  private var out: String { desk.folder + "/out" }

  private func people(_ rows: [String]) throws {
    let columns = "id,name,native_name,kind,country,emails,consents,register_fields"
    let file = try desk.write(([columns] + rows).joined(separator: "\n") + "\n", to: "people.csv")
    let result = try desk.run("import", "stakeholders", file)
    try #require(result.code == 0, "\(result.errors)")
  }

  private func fill() throws {
    try people([
      "ana,\"Banda, Thandiwe\",,individual,ZM,t@example.org,\(agreed); focal-point | yes,name; kind; country",
      "ela,\"El Amrani, Youssef\",يوسف العمراني,individual,MA,,\(agreed),name; native_name",
      "evil,\"<script>alert(\"\"x\"\")</script> & 'q'\",,group,KE,e@example.org,"
        + "\(agreed); focal-point | yes,name; emails",
      "liu,Liu Sen,刘森,individual,CN,,\(agreed),country", "no,Nobody Known,,individual,KE,,,name",
    ])
  }

  private func release(_ more: String...) throws -> Desk.Result {
    try desk.run(arguments: ["register", "release", "-o", out, "--day", "2015-09-15"] + more)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try desk.bytes("\(out)/\(name)"), as: UTF8.self)
  }

  @Test func `A release is a gate`() throws {
    try fill()
    let refused = try release()
    #expect(refused.code == EX_USAGE)
    #expect(refused.errors.hasPrefix("Not released: record first who gave guidance"))
    #expect(
      try release("--guidance", "king|2015-03-02|x").errors.hasPrefix("“king|2015-03-02|x” is no guidance"))
    #expect(try release("--guidance", "mep|2015-03-02").errors.contains("guidance needs its day"))
    #expect(try release("--guidance", "mep|2016-03-02|x").errors.contains("comes after the release"))
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try desk.run("register", "list").output == "No release was made yet.\n")
  }

  @Test func `The preview is by name and in two languages`() throws {
    try fill()
    #expect(
      try desk.run("register", "preview").output == """
        NEXT: RELEASE 1 · none was made before
        new 3 · changed 0 · withdrawn 0 · unchanged 0 · left out 1
        guidance: none recorded
        Inclusion is not observer status.
        left out: Liu Sen · 刘森 · agreed, but not to the name
        new: <script>alert("x")</script> & 'q'
        new: Banda, Thandiwe
        new: El Amrani, Youssef · يوسف العمراني

        """)
    #expect(try desk.run("register", "preview", "--lang", "zh").output.contains("\n未列入：Liu Sen · 刘森 · "))
    #expect(try desk.run("register", "preview", "--lang", "pt").code == EX_USAGE)
  }

  @Test func `Files are whole in every language and the same again`() throws {
    try fill()
    let made = try release("--guidance", "bureau|2015-03-02|item 4", "--lang", "ar,zh,en,fr,ru,es")
    #expect(
      made.output.hasPrefix("Release 1, 15 Sep 2015: 3 entries\nguidance: Bureau, 2 Mar 2015, item 4\n"))
    for language in ["ar", "zh", "en", "fr", "ru", "es"] {
      let parser = XMLParser(data: try desk.bytes("\(out)/register-1.\(language).html"))
      #expect(parser.parse(), "\(language): \(String(describing: parser.parserError))")
    }
    let page = try text("register-1.ar.html")
    #expect(page.contains(#"lang="ar" dir="rtl""#) && page.contains("زامبيا"))
    #expect(page.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;q&#39;"))
    for name in ["register-1.csv", "register-1.json", "register-1.en.html"] {
      let text = try text(name)
      for secret in ["Liu Sen", "刘森", "Nobody", "t@example.org", "\"ana\""] {
        #expect(!text.contains(secret), "\(secret) in \(name)")
      }
      #expect(text.contains("e@example.org"))
    }
    let again = desk.folder + "/again"
    let languages = "ar,zh,en,fr,ru,es"
    #expect(try desk.run("register", "publish", "1", "-o", again, "--lang", languages).code == 0)
    for name in ["register-1.csv", "register-1.json", "register-1.ar.html"] {
      #expect(try desk.bytes("\(out)/\(name)") == desk.bytes("\(again)/\(name)"), "\(name)")
    }
    #expect(try desk.run("register", "publish", "2", "-o", again).code == EX_NOINPUT)
    #expect(try desk.run("register", "publish", "1", "-o", again, "--lang", "sw").code == EX_USAGE)
  }

  @Test func `A withdrawal reaches the next release without a name`() throws {
    try fill()
    #expect(try release("--guidance", "bureau|2015-03-02|item 4", "--lang", "en").code == 0)
    try people([
      "ela,\"El Amrani, Youssef\",,individual,MA,,register | no | consent | | letter | 2015-09-01,name"
    ])
    #expect(try desk.run("register", "preview").output.contains("withdrawn: El Amrani, Youssef"))
    let made = try release("--guidance", "mep|2015-03-03|item 2", "--lang", "en,fr")
    #expect(made.output.contains(/Withdrawn, by the numbers of release 1: [123]\n/))
    // What names who withdrew is to be taken away.
    #expect(
      made.errors == "Take these files away, they say what is not agreed any more: \(out)/register-1.*\n")
    for name in ["register-2.csv", "register-2.json", "register-2.en.html", "register-2.fr.html"] {
      #expect(!(try text(name).contains("Amrani")), "\(name)")
    }
    let page = try text("register-2.en.html")
    #expect(page.contains("<p>Entries withdrawn since release 1: 1."))
    #expect(page.contains("no longer offered") && !page.contains("register-1.csv"))
    #expect(try text("register-2.json").contains(#""withdrawn": {"release": 1, "count": 1}"#))
    let gone = try desk.run("register", "publish", "1", "-o", out)
    #expect(
      gone.errors
        == "Release 1 cannot be written again: 1 entries are not what they were. Make the next release instead.\n"
    )
    #expect(try desk.run("register", "list").output.components(separatedBy: "\n").count == 3)
  }

  @Test func `The register says to whom one writes`() throws {
    try fill()
    #expect(try desk.run("register", "contact").output == "The register names nobody to write to.\n")
    #expect(try desk.run("register", "contact", "no address").code == EX_DATAERR)
    #expect(try desk.run("register", "contact", "Office <o@example.org>").code == 0)
    #expect(try release("--guidance", "mep|2015-03-03|item 2", "--lang", "en").code == 0)
    #expect(try text("register-1.en.html").contains("<a href=\"mailto:o@example.org\">"))
  }

  @Test func `A notice is made on request and kept`() throws {
    try fill()
    func make(_ more: String...) throws -> Desk.Result {
      let request = ["--request", "letter", "--requested", "2015-03-03", "--day", "2015-03-10"]
      return try desk.run(arguments: ["notice", "make", "--country", "KE", "-o", out] + request + more)
    }
    #expect(try make("--focal-point", "x").errors == "There is no focal point “x”.\n")
    let hostile = "Evil\r\nBcc: all@example.org"
    let added = try desk.run(
      "focal-point", "add", "--country", "Kenya", "--name", hostile, "--email", "f@example.org", "--language",
      "ru")
    #expect(added.code == 0)
    let id = try #require(added.output.split(separator: " ").dropFirst(2).first).dropLast()
    #expect(try make("--focal-point", String(id)).errors.hasPrefix("Not sent: set first from whom"))
    #expect(try desk.run("notice", "sender", "Секретариат <office@example.org>").code == 0)
    #expect(
      try desk.run("notice", "make", "--country", "KE", "-o", out).errors.hasPrefix(
        "Not sent: notices are made on"))
    #expect(
      try desk.run("notice", "preview", "--country", "KE", "--region").output.contains("2. Banda, Thandiwe"))
    for (scheme, region, tellsOfZambia) in [
      ("un-groups", "Африка", true), ("m49", "Африка", true), ("m49-subregion", "Восточная Африка", true),
      ("ipbes", "Африка", true), ("ipbes-subregion", "Восточная Африка и прилегающие острова", false),
    ] {
      let text = try desk.run("notice", "preview", "--country", "KE", "--scheme", scheme).output
      #expect(text.contains(region) && text.contains("Thandiwe") == tellsOfZambia, "\(scheme): \(text)")
    }
    #expect(try desk.run("notice", "preview", "--country", "KE", "--scheme", "mars").code == EX_USAGE)
    #expect(try make("--focal-point", String(id)).code == 0)
    #expect(try make("--focal-point", String(id)).output.hasPrefix("Notice 2015/2 tells of 1 stakeholder."))
    let message = try text("notice-2015-2.eml")
    #expect(!message.contains("\nBcc:") && message.contains("\r\nContent-Language: ru\r\n"))
    let shown = try desk.run("notice", "show", "2015/2").output
    #expect(shown == (try text("notice-2015-2.txt")))
    #expect(shown.contains("1. <script>alert(\"x\")</script> & 'q'\n   группа · Кения\n   e@example.org\n"))
    #expect(!shown.contains("Nobody") && !shown.contains("Thandiwe"))
    #expect(try desk.run("notice", "list").output.hasPrefix("2015/2 · 2015-03-10 · KE · Evil"))
    #expect(try desk.run("notice", "show", "2015/3").code == EX_NOINPUT)
    var kind = stat()
    #expect(stat(out + "/notice-2015-2.eml", &kind) == 0 && kind.st_mode & 0o777 == 0o600)
  }
}
