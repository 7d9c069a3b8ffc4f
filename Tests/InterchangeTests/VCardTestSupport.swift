import Foundation
import Interchange
import Model

/// Files that the readers have to cope with: what address books and spreadsheets wrote, with invented people,
/// and what is broken in them.
enum Corpus {
  static func files(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { !$0.hasPrefix(".") }
    return try names.sorted().map { ($0, Array(try Data(contentsOf: place.appending(path: $0)))) }
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(path)")
    return Array(try Data(contentsOf: place))
  }
}

/// What a reader makes of a whole vCard file.
struct ReadVCards {
  var rows: [ImportedRow] = []
  let source: VCardRows

  init(_ text: String, limits: VCardReader.Limits = .init()) throws {
    try self.init(Array(text.utf8), limits: limits)
  }

  init(_ bytes: [UInt8], limits: VCardReader.Limits = .init()) throws {
    try self.init(VCardRows(bytes: bytes, limits: limits))
  }

  /// - Parameter piece: how many bytes the file gives at once.
  init(_ bytes: [UInt8], piece: Int) throws {
    var rest = bytes[...]
    try self.init(
      VCardRows({
        defer { rest = rest.dropFirst(piece) }
        return rest.isEmpty ? nil : rest.prefix(piece)
      }))
  }

  private init(_ source: VCardRows) throws {
    var source = source
    while let row = try source.next() { rows.append(row) }
    self.source = source
  }

  var problems: [SourceProblem?] { rows.map(\.problem) }

  /// The stakeholders of the cards that are whole.
  func stakeholders() throws -> [Stakeholder] {
    try rows.filter { $0.problem == nil }.enumerated().map { index, row in
      var stakeholder = Stakeholder(id: row.idCells?.first ?? "new\(index + 1)")
      for field in Stakeholder.fields {
        if let text = row.values[field.name] { try field.write(text, to: &stakeholder) }
      }
      return stakeholder
    }
  }
}

/// The cards of a version for some stakeholders.
func vcards(_ stakeholders: [Stakeholder], _ version: VCardVersion) -> [UInt8] {
  var writer = VCardWriter(version: version)
  for stakeholder in stakeholders { writer.append(stakeholder) }
  return writer.bytes
}
