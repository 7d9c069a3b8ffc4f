import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// What trials of writing begin with.
extension WritingTrial {
  static let files: [String: String] = [
    "many.csv": "id,name,country,emails\n"
      + (1...60).map { "m-\($0),Many \($0),KE,m\($0)@example.org" }.joined(separator: "\n") + "\n",
    "changed.csv": "id,name,city\nana,Ana Banda,Rome\nben,Ben Cole,Bonn\nnew,New One,Oslo\n",
    "events.csv": "id,name,event_kind,start,event_status\ne1,Briefing,briefing,2015-06-01,confirmed\n",
    "events.ics": [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:u-1", "DTSTAMP:20150901T000000Z",
      "DTSTART:20150910T090000Z", "SUMMARY:Invented forum", "END:VEVENT", "END:VCALENDAR", "",
    ].joined(separator: "\r\n"),
    "daily.rss": """
    <?xml version="1.0"?>
    <rss version="2.0"><channel><title>Example Daily</title><item><title>Bees</title><guid>1</guid>
    <pubDate>Mon, 14 Sep 2015 08:15:00 GMT</pubDate></item></channel></rss>
    """,
    "feeds.opml": """
    <opml version="2.0"><body><outline type="rss" text="Wire" xmlUrl="https://example.org/feed"/></body></opml>
    """,
    "sheet.csv": "No,Name,Page,Line,Comment\n3,Sample Institute,10,2,Example: three\n",
    "answers.csv": "id,ways,say\n1,web,\n2,hub,words\n",
  ]

  static func makeOffice(_ desk: Desk) throws {
    let store = desk.folder + "/office.sqlite"
    func run(_ words: String...) throws -> String {
      let result = try desk.run(arguments: words + ["--store", store])
      try #require(result.code == 0, "\(words) \(result.output)\(result.errors)")
      return result.output
    }
    func take(_ kind: String, _ rows: String) throws {
      _ = try run("import", kind, try desk.write(rows, to: "\(kind).csv"))
    }
    _ = try run()
    try take(
      "stakeholders",
      """
      id,name,country,emails,consents,register_fields
      ana,Ana Banda,KE,ana@example.org,register | yes | consent | register | form | 2015-01-07,name; emails
      ben,Ben Cole,ZM,ben@example.org,,
      cem,Ćem Ünal,TR,cem@example.org,register | yes | consent | register | form | 2015-01-07,name

      """)
    try take(
      "questions",
      """
      id,name,question_type,required,text_en,choices
      ways,Ways,single,yes,How?,web | | | The web; hub | | | A hub
      say,Say,open,,What else?,

      """)
    try take(
      "surveys",
      """
      id,name,survey_state,languages,questions,title_en,groups,anonymity
      needs,Example needs,open,en,ways; say,Needs,g | | 10,named

      """)
    try take("calls", "id,name,opens,closes\ndraft,Example draft,2015-06-01,2015-08-01\n")
    try take(
      "comments", "id,call,number,source,text\ndraft/1,draft,1,Sample Institute,Example: one\n")
    try take("materials", "id,name,languages,embargo\nm1,Press release,en,2016-02-22 07:00 UTC\n")
    _ = try run("focal-point", "add", "--country", "KE", "--name", "Eva", "--email", "eva@example.org")
    _ = try run("notice", "sender", "Office <office@example.org>")
    _ = try run(
      "register", "release", "--guidance", "bureau|2015-03-02|item", "--day", "2015-09-01", "-o",
      desk.folder + "/first")
    _ = try run("role", "grant", "nobody", "viewer")
    let values = ["name": "R", "from": "2015-01-01", "to": "2015-12-31", "language": "en"]
    try Library.open(store, who: NSUserName()).apply(
      AddRecord(Report(id: "report-1", version: 0, values: values)))
  }

  /// A store of an older program.
  static func makeOld(_ path: String, rows: Int) throws {
    let pool = try DatabasePool(path: path)
    try Schema.migrator.migrate(pool, upTo: "1 stakeholders, documents, journal")
    try pool.write { db in
      for row in 1...rows {
        try db.execute(
          sql: """
            INSERT INTO stakeholder (id, version, name_key, country, joined, changed, retired, facets,
              more_facets, search_text, body) VALUES (?, 1, ?, '', '', 0, 0, 1, 0, ?, ?)
            """,
          arguments: [
            "s\(row)", "name \(row)", "name \(row)", #"{"kind":"individual","name":"Name \#(row)"}"#,
          ])
        try db.execute(
          sql: "INSERT INTO stakeholder_search (rowid, search_text) VALUES (?, ?)",
          arguments: [row, "name \(row)"])
      }
      try db.execute(
        sql: "INSERT INTO tally VALUES ('all', 'in-use', \(rows)), ('kind', 'individual', \(rows))")
    }
    try pool.close()
  }
}
