import Foundation
import Model

@testable import Interchange

/// Files that the readers have to cope with: what address books and spreadsheets wrote, with invented people,
/// and what is broken in them.
enum Corpus {
  static func files(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Corpus/\(folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { !$0.hasPrefix(".") }
    return try names.sorted().map { ($0, Array(try Data(contentsOf: place.appending(path: $0)))) }
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Corpus/\(path)")
    return Array(try Data(contentsOf: place))
  }
}

/// What a source makes of a whole file.
struct ReadRows {
  var rows: [ImportRow] = []
  let columns: [String?]
  let remarks: ImportRemarks

  init(_ source: any ImportSource) throws {
    var source = source
    columns = source.columns.map(\.field)
    while let row = try source.next() { rows.append(row) }
    remarks = source.remarks
  }

  var problems: [ImportProblem?] { rows.map(\.problem) }

  /// What each row says of a field.
  func texts(_ field: String) -> [String?] {
    guard let position = columns.firstIndex(of: field) else { return [] }
    return rows.map { position < $0.cells.count ? $0.cells[position] : nil }
  }

  /// The records of the rows that can be read.
  func records<R: Exchangeable>(as _: R.Type = R.self) throws -> [R] {
    var count = 0
    return try rows.filter { $0.problem == nil }.map { row in
      let texts = Dictionary(uniqueKeysWithValues: zip(columns.map { $0 ?? "" }, row.cells + []))
      count += 1
      let ids = R.idColumns.map { (texts[$0] ?? nil) ?? "" }
      var record = R(id: ids.allSatisfy(\.isEmpty) ? "new\(count)" : try R.id(from: ids))
      for field in R.fields {
        if case let text?? = texts[field.name] { try field.write(text, to: &record) }
      }
      return record
    }
  }
}

/// What the reader of vCards makes of a file.
func readCards(
  _ bytes: [UInt8], limits: VCardReader.Limits = .init(), piece: Int = .max
) throws -> ReadRows {
  try ReadRows(VCardRows(ImportFile(bytes: bytes), limits: limits, piece: piece))
}

func readCards(_ text: String, limits: VCardReader.Limits = .init()) throws -> ReadRows {
  try readCards(Array(text.utf8), limits: limits)
}

/// The cards of a version for some stakeholders.
func vcards(_ stakeholders: [Stakeholder], _ version: VCardVersion) -> [UInt8] {
  var writer = VCardWriter(version: version)
  for stakeholder in stakeholders { writer.append(stakeholder) }
  return writer.bytes
}
