import Glibc
import Model

/// The stakeholders of a vCard file.
public struct VCardRows: ImportSource {
  public let columns = ImportColumn.all(of: Stakeholder.self)
  private var reader: VCardReader
  private var care: CellCare
  private var emailNotes: [VCardNote] = []
  private var revisionNotes: [VCardNote] = []
  private var revisions = CellNotes()
  /// The cards of which there is a later one in the file, and what is said of each, by their lines.
  private let superseded: [Int: VCardNote]
  /// The last moment at which a card can have been revised.
  private let latest: Int
  private var leftOut: [String: Int] = [:]
  /// Names of properties that we do not know, in the order in which they came.
  private var unknown: [String] = []

  private static let unknownLimit = 200

  /// - Throws: `ImportFailure` for what is no text; `ImportFile.Unreadable`.
  public init(_ file: ImportFile, limits: VCardReader.Limits = .init()) throws {
    try self.init(file, limits: limits, piece: .max)
  }

  /// - Parameter now: in seconds since 1970.
  init(_ file: ImportFile, limits: VCardReader.Limits, piece: Int, now: Int = time(nil)) throws {
    latest = CardRevision.latest(now)
    care = CellCare(
      Stakeholder.self, titles: columns.map(\.title), fields: columns.map(\.field), ofCards: true)
    do { reader = try VCardReader(file, limits: limits, piece: piece) } catch let problem as VCardProblem {
      throw ImportFailure.card(problem)
    }
    superseded = try CardRevision.superseded(in: file, limit: limits.lineBytes, latest: latest)
  }

  public var bytesRead: Int { reader.bytesRead }

  public var remarks: ImportRemarks {
    var remarks = ImportRemarks()
    remarks.encoding = reader.encoding
    remarks.cardNotes = (reader.notes + emailNotes + revisionNotes).sorted { $0.line < $1.line }
    (remarks.leftOut, remarks.cellNotes) = (leftOut, care.notes + revisions.all)
    (remarks.unknownColumns, remarks.isOfCards) = (unknown, true)
    return remarks
  }

  public mutating func next() throws -> ImportRow? {
    let card: VCard?
    do {
      var next = try reader.next()
      while let other = next, let note = superseded[other.line] ?? other.thing {
        if revisionNotes.count < 1_000 { revisionNotes.append(note) }
        next = try reader.next()
      }
      card = next
    } catch let problem as VCardProblem { throw ImportFailure.card(problem) }
    guard let card else { return nil }
    count(card)
    let fields = VCardFields(card)
    if fields.isNamedByEmail, emailNotes.count < 1_000 { emailNotes.append(.nameFromEmail(line: card.line)) }
    if fields.hasUnreadableEmail, emailNotes.count < 1_000 { emailNotes.append(.keptAsNote(line: card.line)) }
    let cells = [fields.id] + Stakeholder.fields.map { fields.values[$0.name] }
    let line = card.problem?.line ?? card.line
    let isOwn = fields.id != nil && !fields.hasForeignID
    let (tended, lost) = care.tend(card: cells, isOwn: isOwn, line: card.line)
    var row = ImportRow(line: line, cells: tended, problem: card.problem.map(ImportProblem.card) ?? lost)
    (row.hasForeignID, row.hasCertainID) = (fields.hasForeignID, isOwn)
    row.revision = revision(of: card)
    return row
  }

  /// When a card was last revised; nil where it does not say, or says no time that there was.
  private mutating func revision(of card: VCard) -> Int? {
    guard let text = card.text("REV")?.trimmed, !text.isEmpty else { return nil }
    guard let seconds = CardRevision.seconds(text) else {
      revisions.add(.unreadRevision, text, "REV", at: 0, card.line)
      return nil
    }
    if seconds <= latest { return seconds }
    revisions.add(.futureRevision, text, "REV", at: 0, card.line)
    return nil
  }

  private mutating func count(_ card: VCard) {
    for property in card.properties {
      if VCardFields.isLeftOut(property.name) {
        leftOut[property.name, default: 0] += 1
      } else if !VCardFields.isKnown(property.name), unknown.count < Self.unknownLimit,
        !unknown.contains(property.name)
      {
        unknown.append(property.name)
      }
    }
  }
}

extension VCard {
  /// What is said of a card that is of nobody; nil for others. Cards of ours are of somebody, whatever was made of them.
  fileprivate var thing: VCardNote? {
    guard let kind = text("KIND")?.trimmed,
      ["location", "application", "device", "thing"].contains(kind.lowercased()),
      !all("UID").contains(where: { VCardID.id(in: $0.text) != nil })
    else { return nil }
    return .ofThing(line: line, kind: kind)
  }
}
