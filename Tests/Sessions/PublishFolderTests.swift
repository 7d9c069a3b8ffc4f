import Foundation
import Testing

/// All that is published in one folder, and how one learns that it is not what the store says any more.
@Suite struct PublishFolderTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private var out: String { desk.folder + "/out" }

  private func text(_ name: String) throws -> String {
    String(decoding: try desk.bytes("\(out)/\(name)"), as: UTF8.self)
  }

  private func add(_ kind: String, _ text: String) throws {
    let result = try desk.run("import", kind, try desk.write(text, to: "\(kind).csv"))
    try #require(result.code == 0, "\(result.errors)")
  }

  private func fill() throws {
    try add(
      "stakeholders",
      "id,name,kind,country,consents,register_fields\nana,\"Banda, Thandiwe\",individual,ZM,register | yes | consent | | form | 2015-05-12,name; country\n"
    )
    let made = try desk.run(
      "register", "release", "-o", desk.folder + "/first", "--day", "2015-09-01", "--guidance",
      "mep|2015-03-02|4")
    try #require(made.code == 0, "\(made.errors)")
    try add(
      "calls", "id,name,opens\nd.1,Draft <b>,2015-06-01\nlater,Later draft,2015-10-01\n")
    try add("comments", "call,number,text\nd.1,1,Mail a@b.example\n")
    try add("events", "id,name,start,public\ne,Open day,2015-09-20,yes\n")
  }

  private func publish(_ more: String...) throws -> Desk.Result {
    try desk.run(
      arguments: ["publish", "write", out, "--language", "en,ar", "--as-of", "2015-09-15", "--lang", "en"]
        + more)
  }

  private func check(_ more: String...) throws -> Desk.Result {
    try desk.run(arguments: ["publish", "check", out, "--as-of", "2015-09-15"] + more)
  }

  private func sums(_ folder: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = ["-c", "--strict", "--quiet", "SHA256SUMS"]
    process.currentDirectoryURL = URL(filePath: folder)
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func `One folder with an index and checksums, the same again`() throws {
    try fill()
    let made = try publish()
    #expect(made.code == 0, "\(made.errors)")
    #expect(
      made.errors.contains("Contact details are held back in 1 comment")
        && !made.errors.contains("a@b.example"))
    #expect(try sums(out) == 0)
    let index = try text("index.html")
    #expect(try index == text("index.en.html"))
    for link in [
      "register-1.ar.html", "register-1.csv", "calendar-en.html", "calendar.ics", "comments-d_2e1.ar.html",
    ] {
      #expect(index.contains("href=\"\(link)\""), "\(link)")
      let mode = try FileManager.default.attributesOfItem(atPath: "\(out)/\(link)")[.posixPermissions] as? Int
      #expect(mode == 0o644)
    }
    #expect(index.contains("<bdi>Draft &lt;b&gt;</bdi>") && index.contains("As of 15 September 2015"))
    #expect(!index.contains("Later draft"))
    #expect(try text("index.ar.html").contains("lang=\"ar\" dir=\"rtl\""))
    let well = try check()
    #expect(well.code == 0, "\(well.output)")
    let first = try text("SHA256SUMS")
    #expect(try publish().code == 0)
    #expect(try text("SHA256SUMS") == first)
    #expect(try desk.run("privacy", "log").output.contains("comments d.1"))
  }

  @Test func `What the store says otherwise, what is missing and what somebody changed`() throws {
    try fill()
    #expect(try publish().code == 0)
    // What is not about the pages makes none of them stale.
    try add("concerns", "id,name\nc,Concern\n")
    #expect(try check().code == 0)
    try add("events", "id,name,start,public\nf,Other day,2015-09-21,yes\n")
    try FileManager.default.removeItem(atPath: "\(out)/comments-d_2e1.en.html")
    try Data("other".utf8).write(to: URL(filePath: "\(out)/register-1.csv"))
    let found = try check()
    #expect(found.code == 1)
    #expect(
      found.output == """
        stale: calendar-ar.html
        stale: calendar-en.html
        stale: calendar.ics
        missing: comments-d_2e1.en.html
        missing: event-f.ics
        changed by hand: register-1.csv

        """)
    #expect(try check("--lang", "zh").output.hasPrefix("已过时：calendar-ar.html\n"))
    // A call that has opened since has no page.
    let later = try desk.run("publish", "check", out, "--as-of", "2015-10-02")
    #expect(later.output.contains("missing: comments-later.ar.html"))
    let refused = try publish()
    #expect(refused.code == 73 && refused.errors.contains("register-1.csv"))
    #expect(try text("register-1.csv") == "other")
    #expect(try publish("--force").code == 0)
    #expect(try check().code == 0)
    try desk.write(text("SHA256SUMS") + "y\n", to: "out/SHA256SUMS")
    #expect(try check().output == "changed by hand: SHA256SUMS\n")
  }

  @Test func `An earlier release is named, and goes only where that is asked`() throws {
    try fill()
    #expect(try publish().code == 0)
    try desk.write("mine", to: "out/mine.txt")
    let next = try desk.run(
      "register", "release", "-o", desk.folder + "/second", "--day", "2015-09-10", "--guidance",
      "mep|2015-03-02|4")
    #expect(next.code == 0, "\(next.errors)")
    let found = try check().output
    #expect(
      found.contains("missing: register-2.ar.html\n") && found.contains("left over: register-1.ar.html\n"))
    let kept = try publish()
    #expect(kept.code == 0 && kept.errors.contains("register-1.ar.html"))
    #expect(try sums(out) == 0 && check().output.contains("left over: register-1.csv\n"))
    #expect(try publish("--clean").code == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(out)/register-1.csv"))
    #expect(try check().code == 0 && text("mine.txt") == "mine")
  }

  @Test func `The calendar says where it is subscribed to, as long as the folder knows`() throws {
    try fill()
    let link = "href=\"webcal://example.org/out/calendar.ics\""
    for address in ["example.org", "https://example.org/out?x=y", "https://example.org/out#top"] {
      #expect(try publish("--address", address).code == 64, "\(address)")
    }
    #expect(try publish().code == 0 && !text("calendar-ar.html").contains("webcal"))
    #expect(try !text("index.html").contains("webcal") && text("index.html").contains(">calendar.ics</a>"))
    #expect(try publish("--address", "https://example.org/out").code == 0)
    #expect(try text("calendar-ar.html").contains(link) && check().code == 0)
    #expect(try text("index.html").contains(link))
    #expect(try publish().code == 0 && text("calendar-ar.html").contains(link))
    #expect(try publish("--address", "").code == 0 && !text("calendar-ar.html").contains("webcal"))
    #expect(try check().code == 0)
  }

  @Test func `A released report leads to what lies beside it, and names nothing else`() throws {
    try fill()
    try add("events", "id,name,start,public\ng,Closed door,2015-09-10,no\nh,Open door,2015-09-11,yes\n")
    let draft = try desk.run(
      "report", "draft", "--name", "Our year", "--audience", "plenary", "--from", "2015-01-01", "--to",
      "2015-12-31",
      "--language", "fr")
    let id = draft.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let made = try desk.run("report", "release", id, "--day", "2016-01-15", "--lang", "en")
    try #require(made.code == 0, "\(made.errors)")
    #expect(try publish().code == 0)
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: out).first { $0.hasSuffix(".fr.html") })
    let page = try text(name)
    #expect(
      page.contains("<a href=\"calendar-en.html#e-h\"><bdi>Open door</bdi></a>"), "\(page.suffix(3000))")
    #expect(page.contains("<a href=\"comments-d_2e1.en.html\"><bdi>Draft &lt;b&gt;</bdi></a>"))
    #expect(!page.contains("Closed door") && !page.contains("event:g"))
    #expect(try check().code == 0)
    #expect(try publish("--only", "reports", "--clean").code == 0)
    #expect(try !text(name).contains("calendar-en.html"))
  }

  @Test func `Files of others stay`() throws {
    try fill()
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    for name in ["index.html", "SHA256SUMS"] { try desk.write("theirs", to: "out/\(name)") }
    let refused = try publish()
    #expect(
      refused.code == 73 && refused.errors.contains("index.html") && refused.errors.contains("SHA256SUMS"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out).count == 2 && text("index.html") == "theirs")
    #expect(try check().code == 66)
    #expect(try publish("--only", "calendar", "--only", "nothing").code == 64)
  }
}
