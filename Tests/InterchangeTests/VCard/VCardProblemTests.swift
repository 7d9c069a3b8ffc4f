import Interchange
import Model
import Testing

/// Broken files: one bad card never spoils the rest.
@Suite struct VCardProblemTests {
  private func card(_ name: String, _ lines: String...) -> String {
    (["BEGIN:VCARD", "VERSION:3.0", "FN:" + name] + lines + ["END:VCARD", ""]).joined(separator: "\r\n")
  }

  private func names(_ read: ReadRows) -> [String?] { read.texts("name") }

  @Test func `Cards inside cards are left out`() throws {
    let read = try readCards(try Corpus.bytes("vcard/nested21.vcf"))
    #expect(names(read) == ["Banda, Thandiwe", "Mwale, Chikondi"])
    #expect(read.texts("emails")[0] == "banda@malawi.example")
    #expect(read.texts("phones")[0] == nil)
    #expect(read.remarks.cardNotes == [.skippedInnerCard(line: 5)])
    #expect(read.problems == [nil, nil])
  }

  @Test func `Stray cards and lines are named`() throws {
    let read = try readCards(try Corpus.bytes("vcard/stray.vcf"))
    #expect(names(read) == ["Outer One", "Inner Two", nil, "No End", "Last"])
    #expect(
      read.problems == [
        nil, nil, .card(.linesOutside(line: 8)), nil, .card(.unclosedCard(line: 15)),
      ])
    #expect(read.remarks.cardNotes == [.addedEnd(line: 4), .addedEnd(line: 15)])
  }

  @Test func `NULs and lines without a colon are repaired`() throws {
    let read = try readCards(try Corpus.bytes("vcard/nul.vcf"))
    #expect(names(read) == ["Anna"])
    #expect(read.remarks.cardNotes == [.removedNUL(line: 3), .skippedLine(line: 5)])
  }

  @Test func `A revision that is no time is named, and says nothing`() throws {
    let read = try readCards(card("Ana", "REV:nonsense") + card("Bo", "REV:20230501T100000Z") + card("Cy"))
    #expect(names(read) == ["Ana", "Bo", "Cy"])
    let notes = read.remarks.cellNotes
    #expect(notes.map(\.column) == ["REV"] && notes.map(\.cell) == ["nonsense"])
    #expect(notes.map(\.what) == [.unreadRevision] && notes.map(\.lines) == [[1]])
  }

  @Test func `A revision that is yet to come is named, and no card wins by it`() throws {
    let alone = try readCards(card("Ana", "REV:29990101T000000Z"))
    #expect(names(alone) == ["Ana"])
    #expect(alone.remarks.cellNotes.map(\.what) == [.futureRevision])
    #expect(alone.remarks.cellNotes.map(\.cell) == ["29990101T000000Z"])
    let uid = "UID:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
    let old = card("Ana Old", uid, "REV:29990101")
    let recent = card("Ana New", uid, "REV:20230501T100000Z")
    for (cards, line) in [(old + recent, 1), (recent + old, 7)] {
      let read = try readCards(cards)
      #expect(names(read) == ["Ana New"])
      #expect(read.remarks.cardNotes == [.untrueCard(line: line)])
    }
  }

  @Test func `Unclosed quotes cost nothing`() throws {
    let read = try readCards(try Corpus.bytes("vcard/quotes.vcf"))
    #expect(read.texts("sort_name") == ["a:b;c"])
    #expect(read.texts("notes")[0] == "cut=" || read.texts("notes")[0] == "cut")
    #expect(read.problems == [nil])
  }

  @Test func `Ten megabytes in one line`() throws {
    let long = String(repeating: "x", count: 10_000_000)
    let text = card("A") + card("B", "NOTE:" + long) + card("C", "PHOTO;ENCODING=b:" + long) + card("D")
    let read = try readCards(Array(text.utf8), piece: 65_536)
    #expect(names(read) == ["A", "B", "C", "D"])
    #expect(read.problems == [nil, .card(.lineTooLong(line: 8, limit: 1 << 20)), nil, nil])
  }

  @Test func `A card without end is bounded`() throws {
    let lines = String(repeating: "NOTE:more and more\r\n", count: 3_000)
    let text = card("A") + "BEGIN:VCARD\r\nFN:B\r\n" + lines + card("C")
    let read = try readCards(Array(text.utf8), limits: .init(cardBytes: 10_000))
    #expect(names(read)[0] == "A" && names(read)[2] == "C")
    #expect(read.problems == [nil, .card(.cardTooLong(line: 5, limit: 10_000)), nil])
  }

  @Test func `The encoding is that of most lines`() throws {
    let broken = Array(card("Zoë", "NOTE:é").utf8) + Array("BEGIN:VCARD\r\nFN:B".utf8) + [0xE9]
    let read = try readCards(broken + Array("\r\nEND:VCARD\r\n".utf8) + Array(card("Ça").utf8))
    #expect(names(read) == ["Zoë", "B\u{FFFD}", "Ça"])
    #expect(read.problems == [nil, .card(.undecodable(line: 7)), nil])
    let western = Array("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Andr".utf8) + [0xE9]
    let old = try readCards(western + Array("\r\nEND:VCARD\r\n".utf8))
    #expect((names(old), old.remarks.encoding) == (["André"], .windows1252))
  }

  @Test func `Files that are no cards are refused`() {
    #expect(throws: ImportFailure.card(.noCard)) { try readCards("name,email\nAna,a@b.example\n") }
    #expect(throws: ImportFailure.card(.noCard)) { try readCards("") }
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00]
    #expect(throws: ImportFailure.card(.notText("zip"))) { try readCards(zip) }
    #expect(throws: ImportFailure.card(.notText("binary"))) { try readCards(Array(0...255)) }
  }

  @Test func `Notes are bounded`() throws {
    let read = try readCards(
      card("A", String(repeating: "no colon\r\n", count: 50) + "NOTE:x"), limits: .init(notes: 10))
    #expect(read.remarks.cardNotes.count == 10)
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `Pieces may end anywhere`(piece: Int) throws {
    for file in try Corpus.files("vcard") {
      let whole = try readCards(file.bytes)
      let parted = try readCards(file.bytes, piece: piece)
      #expect(parted.rows == whole.rows, "\(file.name)")
      #expect(parted.remarks.cardNotes == whole.remarks.cardNotes, "\(file.name)")
    }
  }

  @Test func `Folds of each version`() throws {
    let folded = "NOTE:one\r\n two\r\n  three\r\n\tfour"
    #expect(try readCards(card("A", folded)).texts("notes")[0] == "onetwo threefour")
    let old = card("A", folded).replacing("VERSION:3.0", with: "VERSION:2.1")
    #expect(try readCards(old).texts("notes")[0] == "one two  three four")
  }

  @Test(arguments: ["END:VCARDBEGIN:VCARD", "END:VCARD BEGIN:VCARD", " end:vcard\tbegin:vcard "])
  func `Two cards without a line end between them are two`(_ joint: String) throws {
    let text = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n\(joint)\nVERSION:3.0\nFN:Bo\nEND:VCARD\n"
    // A blank before a line makes it the rest of the one before.
    let read = try readCards(joint.hasPrefix(" ") ? text.replacing("\n end", with: "\nend") : text)
    #expect(names(read) == ["Ana", "Bo"] && read.problems == [nil, nil])
  }

  @Test func `Another VERSION begins a card whose BEGIN is lost, where it names somebody else`() throws {
    let lost = "VERSION:3.0\nN:Otieno;Bo\nFN:Bo Otieno\nEMAIL:bo@example.org\n"
    let read = try readCards("BEGIN:VCARD\nVERSION:3.0\nN:Banda;Ana\nFN:Ana Banda\n\(lost)END:VCARD\n")
    #expect(names(read) == ["Banda, Ana", "Otieno, Bo"] && read.problems == [nil, nil])
    #expect(read.texts("emails") == [nil, "bo@example.org"])
    #expect(read.remarks.cardNotes == [.addedEnd(line: 5)])
    let twice = try readCards(
      "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Banda\nVERSION:3.0\nFN:Ana Banda\nEND:VCARD\n")
    #expect(names(twice) == ["Ana Banda"] && twice.problems == [nil])
  }

  @Test func `A card with names of two persons is refused with its line`() throws {
    let read = try readCards(
      card("Ana Banda", "N:Banda;Ana;;Dr;", "N:Otieno;Bo;;Dr;", "FN:Bo Otieno") + card("Cy"))
    #expect(read.problems == [.card(.twoPersons(line: 5)), nil])
    let alike = try readCards(
      card("Ana Banda", "N:Banda;Ana;;;", "N:Banda;Anna;;;", "N;LANGUAGE=sw:Juma;Bi;;;")
        + card("Li Ming", "FN:李明"))
    #expect(alike.problems == [nil, nil])
  }

  @Test func `A card of ten thousand organizations is read as fast as its lines`() throws {
    let lines = (0..<10_000).map { "a\($0).ORG:Org \($0)\nb\($0).TITLE:Chair \($0)" }
    let start = ContinuousClock.now
    let read = try readCards(
      "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n" + lines.joined(separator: "\n") + "\nEND:VCARD\n")
    #expect(read.texts("affiliations")[0]?.items.count == 10_000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `A value that is not of the charset it names is never stored as lost letters`() throws {
    let name =
      Array("N;CHARSET=UTF-8:".utf8) + [0xC8, 0xE2, 0xE0, 0xED, 0xEE, 0xE2, 0x3B, 0xCF, 0xE5, 0xF2, 0xF0]
    let bytes = Array("BEGIN:VCARD\nVERSION:2.1\n".utf8) + name + Array("\nEND:VCARD\n".utf8)
    let read = try readCards(bytes)
    #expect(read.problems == [.card(.undecodable(line: 3))])
  }

  @Test(arguments: ["Télécopie", "Telefax", "Факс", "传真", "فاكس", "_$!<WorkFAX>!$_"])
  func `A telephone that is called a fax machine is none that people are called at`(_ label: String) throws {
    let read = try readCards(card("Ana", "item1.TEL:+41 22 000 00 00", "item1.X-ABLabel:\(label)"))
    #expect(read.texts("phones") == [nil] && read.texts("notes") == ["Fax: +41 22 000 00 00"])
  }
}
