import Model

/// What a file of records is, told by how it begins and not by its name.
public enum ImportFormat: Sendable, Equatable {
  /// CSV, or a workbook.
  case table
  case vcard, json

  public init(of file: ImportFile) throws {
    let beginning = try TextPieces(file).beginning.drop { $0 <= 0x20 }
    if ASCII.starts(beginning, with: "begin:vcard") {
      self = .vcard
    } else if let first = beginning.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      self = .json
    } else {
      self = .table
    }
  }
}

extension ImportFile {
  /// The records of a file in whichever format it is. Only stakeholders come as vCards.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public func records<R: Exchangeable>(of _: R.Type) throws -> any ImportSource {
    let format = try ImportFormat(of: self)
    if format != .table, !values.isEmpty { throw ImportFailure.valuesOfNoTable }
    return switch format {
    case .vcard where R.kind == .stakeholder: try VCardRows(self)
    case .json: try JSONRows<R>(self)
    case .table, .vcard: try TableRows<R>(self)
    }
  }
}

extension ImportColumn {
  /// The columns of a format that names fields itself.
  static func all<R: Exchangeable>(of _: R.Type) -> [ImportColumn] {
    (R.idColumns + R.fields.map(\.name)).map { ImportColumn(title: $0, field: $0) }
  }
}
