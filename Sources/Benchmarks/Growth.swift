import ArgumentParser
import CArchive
import Foundation
import Interchange
import Model

/// Whether each reader takes as long for one more row of a long file as of a short one.
struct Growth: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time each reader on files of so many rows, ten and a hundred times as many.")

  @Option(help: "How many rows the shortest files have.") var rows = 1_000
  @Option(help: "How often each is read; the quickest counts.") var repeats = 3
  @Option(help: "Only readers whose name begins so.") var only = ""

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outreach-growth-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = GrowthFiles(folder: folder)
    for (name, read) in files.readers where name.hasPrefix(only) {
      var each: [Double] = []
      for count in [rows, rows * 10, rows * 100] {
        let work = try read(count)
        let best = try (0..<max(1, repeats)).map { _ in try Figures.milliseconds(work) }.min() ?? 0
        each.append(best * 1_000 / Double(count))
      }
      let figures = each.map { String(format: "%.2f", $0) }.joined(separator: ", ")
      let growth = String(format: "%.2f", (each.last ?? 0) / max(0.001, each.first ?? 1))
      print(Figures.line(name, "\(figures) µs a row, \(growth) x from first to last", "below 1.5 x"))
    }
  }
}

/// Files of so many rows, and what reads them.
private struct GrowthFiles {
  let folder: String

  /// What reads a file of so many rows; the file is made before.
  typealias Reader = (Int) throws -> () throws -> Void

  var readers: [(String, Reader)] {
    [
      ("csv", { people(csv($0)) }), ("csv of own titles", { people(csv($0, titles: Self.foreign)) }),
      ("xlsx", { people(try workbook($0)) }), ("ods", { people(try openDocument($0)) }),
      ("vcard", { people(cards($0)) }), ("vcard, one of many lines", { people(card($0)) }),
      ("calendar", { events(calendar($0, isOne: false)) }),
      ("calendar, one of many dates", { events(calendar($0, isOne: true)) }),
      ("form of many questions", { form(questions($0)) }), ("form of many choices", { form(choices($0)) }),
      ("responses", responses), ("coverage", { items(coverage($0)) }), ("feed", feed),
      ("mail of many people", { mail(recipients($0)) }), ("mail of many lines", { mail(text($0)) }),
      ("mail of many parts", { mail(parts($0)) }),
    ]
  }

  // MARK: Tables

  private static let own = [
    "name", "country", "emails", "phones", "affiliations", "joined", "roles", "notes",
  ]
  private static let foreign = [
    "Nom", "Pays", "Courriel", "Téléphone", "Organisation", "Ajouté le", "Role", "Remarques",
  ]

  private func row(_ number: Int) -> [String] {
    [
      "Otieno \(number), Amina", "KE", "amina\(number)@example.org", "+254 20 \(number)",
      "Institute \(number % 97)", "\(number % 28 + 1)/\(number % 12 + 1)/2015", "contributor",
      "Met at workshop \(number)?",
    ]
  }

  private func csv(_ count: Int, titles: [String] = own) -> ImportFile {
    var writer = CSVWriter(style: .exact)
    writer.append(titles)
    for number in 0..<count { writer.append(row(number)) }
    return ImportFile(bytes: writer.bytes)
  }

  private func workbook(_ count: Int) throws -> ImportFile {
    var writer = CSVWriter(style: .exact)
    writer.append(Self.own)
    for number in 0..<count { writer.append(row(number)) }
    let path = "\(folder)/\(count).xlsx"
    try SheetOfText(csv: writer.bytes, named: "people").write(to: path, replacing: .everything)
    return try ImportFile(path: path)
  }

  private func openDocument(_ count: Int) throws -> ImportFile {
    func xml(_ cells: [String]) -> String {
      cells.map { "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>" }
        .joined()
    }
    var content = """
      <?xml version="1.0"?><office:document-content \
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">\
      <office:body><office:spreadsheet><table:table table:name="people">\
      <table:table-row>\(xml(Self.own))</table:table-row>
      """
    for number in 0..<count { content += "<table:table-row>\(xml(row(number)))</table:table-row>" }
    content += "</table:table></office:spreadsheet></office:body></office:document-content>"
    let path = "\(folder)/\(count).ods"
    try pack(
      [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)], path)
    return try ImportFile(path: path)
  }

  private func pack(_ parts: [(name: String, text: String)], _ path: String) throws {
    guard let archive = archive_write_new() else { return }
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    guard archive_write_open_filename(archive, path) == ARCHIVE_OK else {
      throw CocoaError(.fileWriteUnknown)
    }
    for (name, text) in parts {
      let bytes = Array(text.utf8)
      let entry = archive_entry_new()
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname(entry, name)
      archive_entry_set_size(entry, Int64(bytes.count))
      // A regular file (S_IFREG).
      archive_entry_set_filetype(entry, 0o100000)
      archive_write_header(archive, entry)
      archive_write_data(archive, bytes, bytes.count)
    }
    archive_write_close(archive)
  }

  private func people(_ file: ImportFile) -> () throws -> Void {
    {
      let importer = RecordImport<Stakeholder>(known: KnownRecords(withIDs: { _ in [:] }))
      var source: any ImportSource
      if try ImportFormat(of: file) == .table {
        let survey = try FileSurvey(file)
        source =
          survey.mapping().isPlain
          ? try TableRows<Stakeholder>(file) as any ImportSource : try MappedRows(file, survey.mapping())
      } else {
        source = try file.records(of: Stakeholder.self)
      }
      var new = 0
      try importer.decide(&source, { decision, _ in if case .new = decision { new += 1 } })
      precondition(new > 0)
    }
  }

  // MARK: Cards and calendars

  private func cards(_ count: Int) -> ImportFile {
    let text = (0..<count).map {
      "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-\($0)\r\nREV:20150301T100000Z\r\nN:Otieno \($0);Amina;;;\r\n"
        + "FN:Amina Otieno \($0)\r\nEMAIL:a\($0)@example.org\r\nTEL:+254 20 \($0)\r\nEND:VCARD\r\n"
    }
    return ImportFile(bytes: Array(text.joined().utf8))
  }

  private func card(_ count: Int) -> ImportFile {
    let lines = (0..<count / 10).map { "TEL:+254 \($0)\r\nEMAIL:a\($0)@example.org\r\n" }.joined()
    return ImportFile(
      bytes: Array("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Amina Otieno\r\n\(lines)END:VCARD\r\n".utf8))
  }

  private func calendar(_ count: Int, isOne: Bool) -> ImportFile {
    func stamp(_ number: Int) -> String {
      Day(number: 16_436 + number).description.replacing("-", with: "") + "T100000Z"
    }
    let events = (0..<(isOne ? 1 : count)).map { number in
      let dates = (0..<(isOne ? count : 1)).map { "EXDATE:\(stamp(number + $0 * 7))\r\n" }.joined()
      return
        "BEGIN:VEVENT\r\nUID:\(number)\r\nSUMMARY:Briefing \(number)\r\nDTSTART:\(stamp(number % 999))\r\n"
        + "RRULE:FREQ=WEEKLY;COUNT=10\r\n\(dates)END:VEVENT\r\n"
    }
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(events.joined())END:VCALENDAR\r\n"
    return ImportFile(bytes: Array(text.utf8))
  }

  private func events(_ file: ImportFile) -> () throws -> Void {
    {
      let plan = try CalendarImport(ICalendarReader(file, zone: .utc), stored: [])
      precondition(!plan.new.isEmpty)
    }
  }

  // MARK: Surveys

  private func questions(_ count: Int) -> ImportFile {
    let rows = (0..<min(count, 99_000)).map { "text,q\($0),What of \($0)?" }
    return ImportFile(bytes: Array((["type,name,label"] + rows).joined(separator: "\n").utf8))
  }

  private func choices(_ count: Int) -> ImportFile {
    var lines = ["survey", ",type,name,label", ",select_one yn,q,What?", "choices", ",list_name,name,label"]
    lines += (0..<min(count, 99_000)).map { ",yn,c\($0),Choice \($0)" }
    return ImportFile(bytes: Array(lines.joined(separator: "\n").utf8))
  }

  private func form(_ file: ImportFile) -> () throws -> Void {
    {
      if try XLSFormReader(workbook: file) != nil { return }
      _ = try XLSFormReader(survey: file, choices: nil, settings: nil)
    }
  }

  private func responses(_ count: Int) throws -> () throws -> Void {
    let bank = SurveyGenerator.bank(12)
    var generator = SurveyGenerator(bank)
    let file = ImportFile(bytes: generator.file(count))
    return {
      let source = try ResponseFile(
        file, SurveyGenerator.survey(bank), bank: bank.byID, options: .init(), name: { String($0.hashValue) })
      var decided = 0
      _ = try ResponseImport(source, known: { _ in [:] }).decide(take: { decided += $0.count })
      precondition(decided == count)
    }
  }

  // MARK: Media

  private func coverage(_ count: Int) -> ImportFile {
    let rows = (0..<count).map {
      "Report \($0),https://example.org/\($0),\($0 % 28 + 1) Mar 2015,Example Post,\"1,250\""
    }
    return ImportFile(bytes: Array((["Title,URL,Date,Source,Reach"] + rows).joined(separator: "\n").utf8))
  }

  private func items(_ file: ImportFile) -> () throws -> Void {
    {
      let items = try MediaItems(file, MediaItems.Options(today: Day(number: 16_436)))
      precondition(!items.found.isEmpty)
    }
  }

  private func feed(_ count: Int) throws -> () throws -> Void {
    let items = (0..<count).map {
      "<item><title>Report \($0)</title><link>https://example.org/\($0)</link><guid>g\($0)</guid>"
        + "<pubDate>Tue, 03 Mar 2015 10:00:00 +0000</pubDate><description>Words</description></item>"
    }
    let text = "<rss version=\"2.0\"><channel><title>Post</title>\(items.joined())</channel></rss>"
    return {
      let file = try FeedFile(bytes: Array(text.utf8))
      precondition(!MediaItems(file, MediaItems.Options(today: Day(number: 16_436))).found.isEmpty)
    }
  }

  // MARK: Mail

  private func recipients(_ count: Int) -> String {
    let to = (0..<count).map { "\"Otieno, Amina\" <a\($0)@example.org>" }.joined(separator: ",\r\n ")
    return
      "From: Bo <bo@example.org>\r\nTo: \(to)\r\nSubject: Maps\r\nMessage-ID: <1@example.org>\r\n\r\nWords\r\n"
  }

  private func text(_ count: Int) -> String {
    let lines = (0..<count).map { "Line \($0) with w=C3=B6rds of the letter=\r\n that goes on\r\n" }.joined()
    return "From: Bo <bo@example.org>\r\nTo: a@example.org\r\nContent-Type: text/plain; charset=utf-8\r\n"
      + "Content-Transfer-Encoding: quoted-printable\r\n\r\n\(lines)"
  }

  private func parts(_ count: Int) -> String {
    let parts = (0..<count).map { "--x\r\nContent-Type: text/plain\r\n\r\nPart \($0)\r\n" }.joined()
    return
      "From: Bo <bo@example.org>\r\nTo: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
      + "\(parts)--x--\r\n"
  }

  private func mail(_ text: String) -> () throws -> Void {
    let bytes = Array(text.utf8)
    return {
      let message = try ReceivedMessage(bytes: bytes)
      precondition(!message.authors.isEmpty)
    }
  }
}
