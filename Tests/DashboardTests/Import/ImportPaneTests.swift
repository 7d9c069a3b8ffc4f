import Foundation
import Interchange
import Model
import Office
import Store
import Testing

@testable import Dashboard

/// A file comes in by keys: its path, its columns, what it would do, and writing it.
@Suite struct ImportPaneTests {
  private static let people = """
    First Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,\
    Phone 1 - Value,Address 1 - Country,Joined,Mailing opt-out
    Thandiwe,Banda,Miombo Trust,Director,Forests ::: * myContacts,* Work,\
    thandiwe@example.org ::: t.banda@post.example,+000 11 555 01,Zambia,03/04/2015,no
    سلمى,الرواسي,مرصد الواحات,باحثة,Oases,* Work,salma@oases.example,,المغرب,05/04/2015,yes
    承宇,周,西山种子站,,,* Work,zhou@post.example,,中国,,
    Ewa,Nowak,,,,* Work,ewa@,,Poland,,
    Ewa,Nowak,,,,* Work,ewa@post.example,,Poland,,
    Ewa,Nowak,,,,* Work,ewa@post.example,,Poland,,

    """

  /// A file that goes with the test.
  private final class File {
    let path: String

    convenience init(_ text: String, _ name: String = "people.csv") throws {
      try self.init(Data(text.utf8), name)
    }

    init(_ bytes: Data, _ name: String = "people.csv") throws {
      let folder = scratchPath()
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      path = "\(folder)/\(name)"
      try bytes.write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
  }

  private func opened(_ file: File, columns: Int = 80, rows: Int = 24, language: String = "en") throws -> Desk
  {
    let desk = try Desk("2", columns: columns, rows: rows, language: language, library: .ofForests())
    desk.press("i")
    desk.type(String(file.path.dropLast(4)))
    desk.press("Tab", "Enter")
    return desk
  }

  @Test func `The columns and what they become`() throws {
    let file = try File(Self.people)
    let desk = try opened(file)
    desk.press("G", "Up")
    #expect(
      desk.screen == """
         outreach · Import › people.csv · Google Contacts       11 columns · 1 left out
        ────────────────────────────────────────────────────────────────────────────────
         COLUMN               VALUES                       BECOMES
         First Name           Thandiwe · سلمى · 承宇       Name: given name
         Last Name            Banda · الرواسي · 周         Name: family name
         Organization Name    Miombo Trust · مرصد الواحات… Affiliations: organization
         Organization Title   Director · باحثة             Affiliations: role
         Labels               Forests ::: * myContacts · … Tags
         E-mail 1 - Label     * Work                       left out
         E-mail 1 - Value     thandiwe@example.org ::: t.… E-mail                    !1
         Phone 1 - Value      +000 11 555 01               Phone
         Address 1 - Country  Zambia · المغرب · 中国       Address: country
        ▌Joined               03/04/2015 · 05/04/2015      Known since                ?
         Mailing opt-out      no · yes                     Consent: no mailing







        ────────────────────────────────────────────────────────────────────────────────
         ! Day or month first? These dates can be read both ways. Choose with ← →.
         p Preview   Enter Choose   x Leave out   v Words   ? help   Esc back
        """)
    desk.press("Up", "Up", "Up")
    #expect(desk.status == " ! 1 of the first 6 rows: Nothing after the @ in “ewa@”.")
  }

  /// "Muñoz" in Windows-1252, "Muńoz" in Windows-1250.
  private static let uncertain = Data("name,joined\nMu".utf8 + [0xF1] + "oz,2015-05-03\n".utf8)

  @Test func `Letters that may be stored in several ways are asked about before anything is shown`() throws {
    let file = try File(Self.uncertain)
    let desk = try opened(file)
    #expect(
      desk.screen.split(separator: "\n").suffix(12).prefix(4).joined(separator: "\n") == """
        ── How letters are stored ──────────────────────────────────────────────────────
          Charset       The file says
        ▌ Windows-1252  Muñoz
          Windows-1250  Muńoz
        """)
    desk.press("Down", "Enter")
    #expect(desk.body.contains("name                 Muńoz"))
    #expect(desk.screen.hasPrefix(" outreach · Import › people.csv · CSV · Windows-1250"))
    desk.press("p", "Ctrl-S")
    #expect(try desk.library.read(AllRecords<Stakeholder>()).map(\.name).contains("Muńoz"))
  }

  @Test func `Whoever knows better says how letters are stored, and keeps what was chosen for the columns`()
    throws
  {
    let file = try File(Self.uncertain)
    let desk = try opened(file)
    desk.press("Enter", "Down", "x", "c", "Down", "Enter")
    #expect(desk.screen.hasPrefix(" outreach · Import › people.csv · CSV · Windows-1250"))
    #expect(desk.body.contains("2015-05-03                   left out"))
    desk.press("c", "Esc")
    #expect(desk.body.contains("name                 Muńoz"))
  }

  @Test func `The columns in Chinese`() throws {
    let file = try File(Self.people)
    let desk = try opened(file, language: "zh")
    #expect(
      desk.body == """
         列                   内容                         对应
        ▌First Name           Thandiwe · سلمى · 承宇       名称：名
         Last Name            Banda · الرواسي · 周         名称：姓
         Organization Name    Miombo Trust · مرصد الواحات… 所属机构：组织
         Organization Title   Director · باحثة             所属机构：职务
         Labels               Forests ::: * myContacts · … 标签
         E-mail 1 - Label     * Work                       不导入
         E-mail 1 - Value     thandiwe@example.org ::: t.… 电子邮件                  !1
         Phone 1 - Value      +000 11 555 01               电话
         Address 1 - Country  Zambia · المغرب · 中国       地址：国家
         Joined               03/04/2015 · 05/04/2015      知悉日期                   ?
         Mailing opt-out      no · yes                     同意情况：不收邮寄信息
        """)
  }

  @Test func `What it would do`() throws {
    let file = try File(Self.people)
    let desk = try opened(file)
    desk.press("G", "Up", "Right", "p")
    #expect(
      desk.screen == """
         outreach · Import › people.csv · Google Contacts        nothing is written yet
        ────────────────────────────────────────────────────────────────────────────────
         [All 6]  New 3   Changed 1   Rejected 1   Repeated 1

        ▌Left out: E-mail 1 - Label.
         ! line 5    E-mail 1 - Value: Nothing after the @ in “ewa@”.
         ! line 7    Line 6 says the same; this row is left out.
         ~ Banda, Thandiwe
             E-mail: thandiwe@example.org → thandiwe@example.org; t.banda@post.example
             Phone: — → +000 11 555 01
             Affiliations: — → Miombo Trust, Director
             Tags: — → Forests
             Known since: — → 3 Apr 2015
         + الرواسي, سلمى (opted out)  Morocco · salma@oases.example · مرصد الواحات
         + 周承宇  China · zhou@post.example · 西山种子站
         + Nowak, Ewa  Poland · ewa@post.example





        ────────────────────────────────────────────────────────────────────────────────
         3 new and 1 changed will be written; rows that stay out: 1.
         Ctrl-S Import   Right Next kind   r Rejected rows   ? help   Esc back
        """)
    desk.press("Right", "Right")
    #expect(desk.body.hasPrefix("  All 6   New 3  [Changed 1]  Rejected 1   Repeated 1"))
    #expect(!desk.body.contains("Nowak"))
    desk.press("Right")
    #expect(desk.body.hasSuffix("▌! line 5    E-mail 1 - Value: Nothing after the @ in “ewa@”."))
    #expect(try desk.library.read(StakeholderCount(StakeholderFilter())) == 7)
  }

  @Test func `What it would do in Chinese`() throws {
    let file = try File(Self.people)
    let desk = try opened(file, language: "zh")
    desk.press("G", "Up", "Right", "p")
    #expect(
      desk.body == """
         [全部 6]  新增 3   更改 1   拒收 1   重复行 1

        ▌已略去：E-mail 1 - Label。
         ! 第 5 行   E-mail 1 - Value：“ewa@”的 @ 之后没有内容。
         ! 第 7 行   与第 6 行内容相同，此行略去。
         ~ Banda, Thandiwe
             电子邮件：thandiwe@example.org → thandiwe@example.org; t.banda@post.examp…
             电话：— → +000 11 555 01
             所属机构：— → Miombo Trust、Director
             标签：— → Forests
             知悉日期：— → 2015年4月3日
         + الرواسي, سلمى（已拒绝）  摩洛哥 · salma@oases.example · مرصد الواحات
         + 周承宇  中国 · zhou@post.example · 西山种子站
         + Nowak, Ewa  波兰 · ewa@post.example
        """)
    #expect(desk.status == " 将写入：新增 3，更改 1；不导入的行：1。")
  }

  @Test func `It is written and taken back as one`() throws {
    let file = try File(Self.people)
    let desk = try opened(file)
    desk.press("G", "Up", "Right", "p", "Ctrl-S")
    #expect(desk.body.contains("   Changed: Banda, Thandiwe\n   1 row stayed out."))
    #expect(desk.body.contains("u takes back the whole import, as one change."))
    #expect(try desk.library.read(StakeholderCount(StakeholderFilter())) == 10)
    #expect(try desk.stakeholder("ban")?.emails == ["thandiwe@example.org", "t.banda@post.example"])
    desk.press("u")
    #expect(desk.body.contains("Liu Sen"))
    #expect(try desk.library.read(StakeholderCount(StakeholderFilter())) == 7)
    #expect(try desk.stakeholder("ban")?.emails == ["thandiwe@example.org"])
  }

  @Test func `A field is found by typing`() throws {
    let file = try File("who,mail\nAna Prado,ana@example.org\n")
    let desk = try opened(file)
    desk.press("Enter")
    #expect(desk.screen.contains(/\d+–\d+ of \d+/), "\(desk.screen)")
    desk.press("Esc")
    #expect(desk.status == " ! No column gives a name. Choose one that becomes “Name”.")
    desk.press("p")
    #expect(desk.status == " No column gives a name. Choose one that becomes “Name”.")
    desk.press("Enter")
    desk.type("name")
    desk.press("Enter")
    #expect(desk.body.contains("▌who                  Ana Prado                    Name\n"))
    desk.press("Down", "x")
    #expect(desk.body.hasSuffix("▌mail                 ana@example.org              left out"))
    desk.press("Left", "Right")
    #expect(desk.body.hasSuffix("left out"))
    desk.press("p", "Ctrl-S", "Enter")
    #expect(desk.body.contains("Ana Prado"))
  }

  @Test func `A mapping is saved and applied to the next file`() throws {
    let file = try File("who,mail,when\nAna Prado,ana@example.org,03/04/2015\n")
    let desk = try opened(file)
    desk.press("Enter")
    desk.type("name")
    desk.press("Enter", "s")
    desk.type("Workshop")
    desk.press("Enter")
    #expect(desk.status == " Mapping “Workshop” saved.")
    #expect(try desk.library.read(AllRecords<ImportMapping>()).map(\.name) == ["Workshop"])
    desk.press("Esc", "i")
    let next = try File("mail,who,when,more\nben@example.org,Ben,,x\n")
    desk.type(next.path)
    desk.press("Enter")
    #expect(desk.lines[0].hasPrefix(" outreach · Import › people.csv · Workshop"))
    #expect(desk.body.contains(" who                  Ben                          Name\n"))
    #expect(desk.status == " Mapping “Workshop” applied.")
    desk.press("x", "o", "Enter")
    #expect(desk.body.contains("▌mail                 ben@example.org              E-mail\n"))
  }

  @Test func `Cards go straight to the preview`() throws {
    let file = try File("BEGIN:VCARD\nVERSION:4.0\nFN:Ana Prado\nN:Prado;Ana;;;\nEND:VCARD\n", "cards.txt")
    let desk = try Desk("2", library: .ofForests())
    desk.press("i")
    desk.type(file.path)
    desk.press("Enter")
    #expect(desk.lines[0].hasPrefix(" outreach · Import › cards.txt · vCard"))
    #expect(desk.body.contains("+ Prado, Ana"))
    desk.press("Ctrl-S", "Enter")
    #expect(desk.body.contains("Prado, Ana"))
  }

  @Test func `How it was read and what is left out is said`() throws {
    let file = try File("", "cards.vcf")
    let card =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:José Núñez\r\nN:Núñez;José;;;\r\nBDAY:1970-01-01\r\n"
      + "X-SHOE-SIZE:44\r\nEND:VCARD\r\n"
    try #require(card.data(using: .windowsCP1252)).write(to: URL(fileURLWithPath: file.path))
    func preview(_ language: String) throws -> String {
      let desk = try Desk("2", language: language, library: .ofForests())
      desk.press("i")
      desk.type(file.path)
      desk.press("Enter")
      return desk.body
    }
    #expect(
      try preview("en") == """
         [All 1]  New 1

        ▌Not UTF-8: read as Windows-1252. Look at the first names: Núñez, José
         Not known, left out: X-SHOE-SIZE.
         Left out: BDAY.
         + Núñez, José
        """)
    #expect(
      try preview("zh") == """
         [全部 1]  新增 1

        ▌文件不是 UTF-8 编码，已按 Windows-1252 读取。请核对前几个名称：Núñez, José
         无法识别，已略去：X-SHOE-SIZE。
         已略去：BDAY。
         + Núñez, José
        """)
  }

  @Test func `A file that is not there is named`() throws {
    let desk = try Desk("2", library: .ofForests())
    desk.press("i")
    desk.type("/no/such/file.csv")
    desk.press("Enter")
    #expect(desk.status.hasPrefix(" /no/such/file.csv cannot be read"))
  }

  @Test func `A wide screen shows more`() throws {
    let file = try File(Self.people)
    let desk = try opened(file, columns: 200, rows: 50)
    #expect(
      desk.body.contains(
        "thandiwe@example.org ::: t.banda@post.example · salma@oases.example · zhou@post.example"))
  }

  @Test func `What an address book says joins what is known`() throws {
    let file = try File(
      "First Name,Last Name,File As,E-mail 1 - Value,Language,Notes\n"
        + "Thandiwe,Banda,,thandiwe@example.org,French,Met in Bonn\n")
    let desk = try opened(file)
    desk.press("p", "Ctrl-S")
    let once = try #require(try desk.stakeholder("ban"))
    #expect(once.languages == ["en", "toi", "fr"])
    #expect(once.notes == "Met in Bonn")
    desk.press("Enter", "i")
    desk.type(file.path)
    desk.press("Enter", "p")
    #expect(desk.body.hasPrefix(" [All 1]  Unchanged 1"))
  }

  @Test func `What is stopped leaves nothing`() throws {
    let rows = (0..<3_000).map { "Person \($0),p\($0)@example.org\n" }
    let file = try File("name,emails\n" + rows.joined())
    let library = try Library.ofForests()
    let job = try ImportJob(ImportFile(path: file.path), in: library)
    let progress = ErrandProgress()
    progress.stop()
    #expect(throws: CancellationError.self) {
      try WriteErrand(job: job).run(in: library, progress: progress)
    }
    #expect(try library.read(StakeholderCount(StakeholderFilter())) == 7)
  }
}
