import Model

/// The stakeholders of a vCard file.
public struct VCardRows: RowSource {
  /// How many properties of each name were left out because the office has no use for them.
  public private(set) var leftOut: [String: Int] = [:]
  /// How many properties of each name were left out because we do not know them.
  public private(set) var unknown: [String: Int] = [:]
  private var reader: VCardReader
  private var emailNotes: [VCardNote] = []

  private static let nameLimit = 200

  /// - Parameter source: the bytes of the file, in pieces of any size.
  /// - Throws: a `SourceProblem` for what is no text; whatever reading the bytes throws.
  public init(_ source: @escaping ByteSource, limits: VCardReader.Limits = .init()) throws {
    do { reader = try VCardReader(source, limits: limits) } catch let problem as VCardProblem {
      throw SourceProblem.vcard(problem)
    }
  }

  /// Reads a file that is in memory.
  public init(bytes: [UInt8], limits: VCardReader.Limits = .init()) throws {
    do { reader = try VCardReader(bytes: bytes, limits: limits) } catch let problem as VCardProblem {
      throw SourceProblem.vcard(problem)
    }
  }

  public var encoding: TextEncoding { reader.encoding }

  /// What was put right in the part of the file read so far, in the order of its lines.
  public var notes: [VCardNote] { (reader.notes + emailNotes).sorted { $0.line < $1.line } }

  public mutating func next() throws -> ImportedRow? {
    let card: VCard?
    do { card = try reader.next() } catch let problem as VCardProblem { throw SourceProblem.vcard(problem) }
    guard let card else { return nil }
    count(card)
    let fields = VCardFields(card)
    if fields.isNamedByEmail, emailNotes.count < 1_000 { emailNotes.append(.nameFromEmail(line: card.line)) }
    let problem = card.problem.map(SourceProblem.vcard)
    return ImportedRow(
      line: card.line, idCells: fields.id.map { [$0] }, values: fields.values, problem: problem)
  }

  private mutating func count(_ card: VCard) {
    for property in card.properties {
      if VCardFields.isLeftOut(property.name) {
        leftOut[property.name, default: 0] += 1
      } else if !VCardFields.isKnown(property.name), unknown.count < Self.nameLimit {
        unknown[property.name, default: 0] += 1
      }
    }
  }
}
