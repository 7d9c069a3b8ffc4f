import Model
import Phrases

/// A way to write the public register, piece by piece, so that a hundred thousand entries never sit in memory.
/// Identical registers give identical bytes.
public protocol RegisterFormat {
  /// What stands before the first entry.
  mutating func begin() -> [UInt8]
  mutating func append(_ entries: [RegisterEntry]) -> [UInt8]
  /// What stands after the last entry.
  mutating func end() -> [UInt8]
}

/// The register for spreadsheets: codes as the store has them, one row an entry. No cell becomes a formula, and
/// each row says by itself that it gives no observer status.
public struct RegisterCSV: RegisterFormat {
  private let content: RegisterContent
  private var writer = CSVWriter(style: .spreadsheetSafe, byteOrderMark: true)

  public init(_ content: RegisterContent) { self.content = content }

  public mutating func begin() -> [UInt8] {
    writer.append(["release", "number"] + content.fields.map(\.rawValue) + ["observer_status"])
    return writer.drain()
  }

  public mutating func append(_ entries: [RegisterEntry]) -> [UInt8] {
    let release = String(content.release.number)
    for entry in entries {
      let cells = content.fields.map { PlainText.line(entry[$0]) }
      writer.append([release, String(entry.number)] + cells + ["not conferred by inclusion"])
    }
    return writer.drain()
  }

  public mutating func end() -> [UInt8] { [] }
}

/// The register for programs: codes as the store has them, values exactly as they were agreed.
public struct RegisterJSON: RegisterFormat {
  private let content: RegisterContent
  private var isEmpty = true

  public init(_ content: RegisterContent) { self.content = content }

  public mutating func begin() -> [UInt8] {
    var bytes = Array("{\"release\": \(content.release.number), \"day\": ".utf8)
    Self.append(content.release.day?.description ?? "", to: &bytes)
    bytes += ",\n\"guidance\": [".utf8
    for (index, guidance) in content.release.guidance.enumerated() {
      bytes += index == 0 ? "{".utf8 : ", {".utf8
      Self.append(zip(Guidance.parts.map(\.name), guidance.texts), to: &bytes)
      bytes += "}".utf8
    }
    bytes += "],\n\"not_observer_status\": {".utf8
    Self.append(DocumentBook.languages.map { ($0, DocumentBook($0).say(.notObserver)) }, to: &bytes)
    bytes += "},\n\"withdrawn\": {\"release\": \(content.previous), ".utf8
    bytes += "\"count\": \(content.withdrawn.count)},\n".utf8
    bytes += "\"count\": \(content.entries),\n\"entries\": [".utf8
    return bytes
  }

  public mutating func append(_ entries: [RegisterEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += isEmpty ? "\n".utf8 : ",\n".utf8
      isEmpty = false
      bytes += "{\"number\": \(entry.number)".utf8
      for (field, text) in entry.values {
        bytes += ", ".utf8
        JSONText.append(field.rawValue, to: &bytes)
        bytes += ": ".utf8
        Self.append(text, of: field, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return bytes
  }

  public mutating func end() -> [UInt8] { Array((isEmpty ? "]}\n" : "\n]}\n").utf8) }

  private static func append(_ text: String, to bytes: inout [UInt8]) { JSONText.append(text, to: &bytes) }

  private static func append(_ pairs: some Sequence<(String, String)>, to bytes: inout [UInt8]) {
    for (index, (name, text)) in pairs.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      JSONText.append(name, to: &bytes)
      bytes += ": ".utf8
      JSONText.append(text, to: &bytes)
    }
  }

  private static func append(_ text: String, of field: RegisterField, to bytes: inout [UInt8]) {
    switch field {
    case .name, .nativeName, .kind, .country, .city, .scale, .interests: append(text, to: &bytes)
    case .affiliations:
      append(ListText.entries(of: text), to: &bytes) { entry, bytes in
        let named = zip(Affiliation.parts.map(\.name), ListText.parts(of: entry)).filter { !$0.1.isEmpty }
        bytes += "{".utf8
        append(named, to: &bytes)
        bytes += "}".utf8
      }
    case .roles, .disciplines, .knowledge, .sectors, .languages, .links, .emails, .phones:
      append(text.items, to: &bytes) { append($0, to: &$1) }
    }
  }

  private static func append(
    _ items: [String], to bytes: inout [UInt8], each: (String, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      each(item, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
