import Foundation
import Glibc
import Testing

/// vCards, JSON and mailing lists, by the command line.
@Suite struct ExchangeTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let people = """
    id,name,native_name,family_first,kind,country,languages,channels,emails,addresses,affiliations,notes,consents
    a-1,"Banda, Thandiwe",,,individual,MW,en; ny,email,t@x.example; b@x.example,,CAS \\; Botany | chair | 2010,"=1+1
    ""q""; \\",mailing | yes
    a-2,Wang Xiaoming,王小明,yes,individual,CN,zh-Hans; en,post; email,w@x.example,北京示例路1号,,,mailing | yes
    a-3,Наталья Ёлкина,,,individual,RU,ru; fr,,n@x.example,,,,mailing | yes
    a-4,هدى المصري,,,individual,EG,ar,,,,,,mailing | yes
    a-5,Société des Lagons,,,institution,NC,fr-NC,,s@x.example,,,,mailing | yes
    a-6,Ελένη,हिन्दी,,group,GR,el,,e@x.example,,,,mailing | no

    """

  @Test(arguments: ["csv", "json", "vcard", "vcard3"])
  func `What is exported in any format comes back as it was`(format: String) throws {
    let file = try desk.write(Self.people, to: "people.csv")
    #expect(try desk.run("import", "stakeholders", file).code == 0)
    let exact = try desk.run("export", "stakeholders").output
    let exported = try desk.run("export", "stakeholders", "--format", format)
    #expect(exported.code == 0)
    let card = try desk.write(exported.output, to: "out")
    let same = try desk.run("import", "stakeholders", card)
    #expect(same.output.contains("0 new, 0 changed, 6 unchanged, 0 rejected."), "\(same.output)")
    let other = desk.folder + "/other.sqlite"
    #expect(try desk.run("import", "stakeholders", card, "--store", other).code == 0)
    #expect(try desk.run("export", "stakeholders", "--store", other).output == exact)
  }

  @Test func `No file that is written takes the place of a store, by whatever name`() throws {
    let file = try desk.write(Self.people, to: "people.csv")
    try desk.run("import", "stakeholders", file)
    let (soft, hard, other) = (
      desk.folder + "/soft", desk.folder + "/hard.csv", desk.folder + "/other.sqlite"
    )
    try FileManager.default.createSymbolicLink(atPath: soft, withDestinationPath: desk.store)
    try FileManager.default.linkItem(atPath: desk.store, toPath: hard)
    #expect(try desk.run("import", "stakeholders", file, "--store", other).code == 0)
    for name in [
      desk.store, desk.store.replacing("/outreach.sqlite", with: "/./outreach.sqlite"), soft, hard, other,
    ] {
      let refused = try desk.run("export", "stakeholders", "--force", "-o", name)
      #expect(refused.code == EX_CANTCREAT)
      #expect(
        refused.errors.contains("A store, its log, a draft or what is in use here is never replaced"),
        "\(refused.errors)")
    }
    #expect(try desk.run("list", "Banda").output.contains("Banda, Thandiwe"))
    #expect(try desk.run("list", "Banda", "--store", other).output.contains("Banda, Thandiwe"))
  }

  @Test(arguments: [
    (
      "engagements",
      "id,stakeholder,day,channel,subject,who,follow_up,notes\n"
        + "g-1,a-1,2015-03-02,email,\"Data, \"\"old\"\"\",ana,2015-04-01,\"one\ntwo\"\n"
    ),
    ("requests", "id,task_force,capacity,subject,until\nr-1,Data,expertise,Ökologie; 生态,2015-12-31\n"),
    ("focal-points", "id,country,name,emails,language\nf-1,MW,Ana,a@x.example; b@x.example,en\n"),
    ("views", "id,name,owner,query,columns,sort\nv-1,Malawi,,country:MW,name; country,name\n"),
    ("mappings", "id,name,columns\nm-1,Workshop,Given Name | name | given; Mail | emails\n"),
  ])
  func `Every kind of record goes out and comes back`(kind: String, table: String) throws {
    try desk.fill("a-1,Ana,")
    let file = try desk.write(table, to: "first.csv")
    let first = try desk.run("import", kind, file)
    #expect(first.output.contains("1 new, 0 changed, 0 unchanged, 0 rejected."), "\(first)")
    let exact = try desk.run("export", kind).output
    for format in ["csv", "json"] {
      let exported = try desk.run("export", kind, "--format", format)
      #expect(exported.code == 0)
      let file = try desk.write(exported.output, to: "out")
      let same = try desk.run("import", kind, file)
      #expect(same.output.contains("0 new, 0 changed, 1 unchanged, 0 rejected."), "\(same)")
      let other = desk.folder + "/\(format).sqlite"
      let people = try desk.write("id,name\na-1,Ana\n", to: "who.csv")
      #expect(try desk.run("import", "stakeholders", people, "--store", other).code == 0)
      #expect(try desk.run("import", kind, file, "--store", other).code == 0)
      #expect(try desk.run("export", kind, "--store", other).output == exact)
    }
  }

  @Test func `An export leaves no log file behind, and says where it was not logged`() throws {
    try desk.fill("a-1,Ana,")
    let quiet = try desk.run("export", "stakeholders")
    #expect(quiet.code == 0 && quiet.errors.isEmpty, "\(quiet.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.store + "-wal"))
    // Somebody who is writing, and takes a very long time.
    let rows = (0..<300_000).map { "Person \($0),Lima\n" }
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: Desk.program)
    writer.arguments = [
      "import", "stakeholders", try desk.write("name,city\n" + rows.joined(), to: "many.csv"),
    ]
    writer.environment = desk.environment
    (writer.standardOutput, writer.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try writer.run()
    let log = desk.store + "-wal"
    while writer.isRunning,
      (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0 < 1_000_000
    {
      usleep(10_000)
    }
    kill(writer.processIdentifier, SIGSTOP)
    let unlogged = try desk.run("export", "stakeholders")
    let unloggedInChinese = try desk.run("export", "mailing-list", "--lang", "zh")
    kill(writer.processIdentifier, SIGCONT)
    writer.terminate()
    writer.waitUntilExit()
    #expect(unlogged.code == 0 && unlogged.output.contains("a-1,Ana"))
    #expect(unlogged.errors.hasPrefix("Not logged: "), "\(unlogged.errors)")
    #expect(unloggedInChinese.errors.hasPrefix("未记入日志："), "\(unloggedInChinese.errors)")
    #expect(try desk.run("privacy", "log").output.split(separator: "\n").count == 1)
  }

  @Test func `One bad card does not spoil the rest, and each is named with its line`() throws {
    let long = String(repeating: "x", count: 10_000_000)
    let file = try desk.write(
      """
      BEGIN:VCARD\r
      VERSION:3.0\r
      FN:Ana\u{0}\r
      BDAY:1970-01-01\r
      END:VCARD\r
      BEGIN:VCARD\r
      VERSION:3.0\r
      FN:Outer\r
      BEGIN:VCARD\r
      FN:Inner\r
      EMAIL:inner@\r
      END:VCARD\r
      END:VCARD\r
      BEGIN:VCARD\r
      FN:Long\r
      NOTE:\(long)\r
      END:VCARD\r
      BEGIN:VCARD\r
      FN:Cut o
      """, to: "cards.vcf")
    let refused = try desk.run("import", "stakeholders", file)
    #expect(refused.code == EX_DATAERR)
    let said = refused.errors.replacing(file, with: "F")
    #expect(said.contains("Left out, for the office has no use for it: BDAY (1).\n"))
    #expect(said.contains("F:3: NUL characters were left out.\n"))
    #expect(said.contains("F:9: The card before this line had no end; it was taken to end here.\n"))
    #expect(said.contains("F:9: An e-mail address that cannot be read was put into the notes.\n"))
    #expect(said.contains("F:16: The line is longer than 1,048,576 bytes.\n"), "\(said)")
    #expect(said.contains("F:18: The file ends before this card does; its last line may be cut off.\n"))
    #expect(said.contains("3 new, 0 changed, 0 unchanged, 2 rejected.\n"))
    #expect(try desk.run("import", "stakeholders", file, "--skip-rejected").code == 0)
    #expect(try desk.stored("name") == ["Ana": "Ana", "Outer": "Outer", "Inner": "Inner"])
  }

  @Test func `JSON that is none is refused with its line`() throws {
    let file = try desk.write("[\n{\"name\": \"Ana\"},\n{\"name\" \"Ben\"}\n]\n", to: "people.json")
    let refused = try desk.run("import", "stakeholders", file)
    #expect(refused.code == EX_DATAERR)
    #expect(refused.errors == "Line 3 is no valid JSON: “\"” cannot stand there.\n")
    #expect(try desk.stored("name").isEmpty)
    let kinds = try desk.write("[{\"name\": \"Ana\"}, {\"name\": [1]}]", to: "kinds.json")
    let mixed = try desk.run("import", "stakeholders", kinds)
    #expect(mixed.errors.contains(":1: The value of “name” is of a kind that the field cannot hold.\n"))
  }

  @Test func `A spreadsheet gets no formulas, an exact export gets what is there`() throws {
    let file = try desk.write(
      "id,name,city,notes\n1,=1+1,+1,-1\n2,@x,\"\tx\",\"\rx\"\n3,plain,1-2,\n", to: "people.csv")
    #expect(try desk.run("import", "stakeholders", file).code == 0)
    let safe = try desk.run("export", "stakeholders", "--spreadsheet-safe").output
    #expect(safe.hasPrefix("\u{FEFF}id,name,"))
    for cell in [",'=1+1,", ",'+1,", ",'-1,", ",'@x,", ",plain,", ",1-2,"] { #expect(safe.contains(cell)) }
    let exact = try desk.run("export", "stakeholders").output
    for cell in [",=1+1,", ",+1,", ",-1,", ",@x,"] { #expect(exact.contains(cell)) }
    #expect(try desk.run("export", "stakeholders", "--spreadsheet-safe", "--format", "json").code == EX_USAGE)
    #expect(try desk.run("export", "activities", "--format", "vcard").code == EX_USAGE)
  }

  @Test func `A mailing list has those who agreed, by what they prefer, and counts the others`() throws {
    let more = """
      b-1,Alone,,,individual,,en,,z@x.example,,,,mailing | yes,yes,
      b-2,Gone,,,individual,,en,,y@x.example,,,,mailing | yes,,2015-01-01
      b-3,Unasked,,,individual,,en,,v@x.example,,,,,,

      """
    let header = "consents\n"
    let table = Self.people.replacing(header, with: "consents,do_not_contact,retired\n") + more
    let file = try desk.write(table, to: "people.csv")
    #expect(try desk.run("import", "stakeholders", file).code == 0)

    let all = try desk.run("export", "mailing-list")
    #expect(
      all.output.replacing("\r\n", with: "\n") == """
        id,name,native_name,channel,address,language
        a-1,"Banda, Thandiwe",,email,t@x.example,en
        a-2,Wang Xiaoming,王小明,post,北京示例路1号,zh-Hans
        a-3,Наталья Ёлкина,,email,n@x.example,ru
        a-5,Société des Lagons,,email,s@x.example,fr-NC

        """)
    #expect(
      all.errors == """
        4 addresses.
        Left out, retired: 1
        Left out, do not contact: 1
        Left out, said no to mailings: 1
        Left out, not known to agree to mailings: 1
        Left out, no address: 1

        """)

    let french = try desk.run("export", "mailing-list", "--channel", "email", "--language", "fr")
    #expect(
      french.output.split(whereSeparator: \.isNewline).dropFirst() == [
        "a-5,Société des Lagons,,email,s@x.example,fr-NC"
      ])
    #expect(french.errors.contains("1 address.\n"))
    #expect(french.errors.contains("Left out, prefer another channel: 1\n"))
    #expect(french.errors.contains("Left out, prefer another language, or none is known: 2\n"))
    #expect(try desk.run("export", "mailing-list", "--language", "no way").code == EX_USAGE)
    #expect(try desk.run("export", "stakeholders", "--channel", "email").code == EX_USAGE)

    let log = try desk.run("privacy", "log").output.split(separator: "\n")
    #expect(log.count == 2)
    #expect(log.first?.hasSuffix("mailing list  1  csv · email fr") == true, "\(log)")
  }
}
