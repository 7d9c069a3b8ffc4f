/// What a file is, told by what it holds and not by its name.
enum WorkbookFormat: Equatable {
  case xlsx, ods
  /// See `WorkbookProblem.foreign`.
  case foreign(String)

  /// - Returns: nil for what nobody takes for a workbook.
  init?(_ file: any WorkbookBytes) throws {
    let beginning = try file.read(at: 0, count: 4096)
    if beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .foreign(try CompoundFile(file).isEncryptedPackage ? "encrypted" : "xls")
    } else if beginning.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || beginning.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = try Self.archive(Package(file, WorkbookLimits()))
    } else if let token = Self.markup(beginning) {
      self = .foreign(token)
    } else {
      return nil
    }
  }

  private static func archive(_ package: Package) throws -> WorkbookFormat {
    let names = package.names
    if names.contains("mimetype") || names.contains("content.xml") { return try openDocument(package) }
    if names.contains("index/document.iwa") || names.contains("index.zip") { return .foreign("numbers") }
    guard let main = try XLSXRelations(of: "", in: package).part("officeDocument") else {
      return .foreign("zip")
    }
    if main.hasSuffix(".bin") { return .foreign("xlsb") }
    let book = XLSXBook()
    guard try package.read(main, book) else { return .foreign("zip") }
    return book.isBook ? .xlsx : .foreign("document")
  }

  private static func openDocument(_ package: Package) throws -> WorkbookFormat {
    let type = try package.entries(at: "mimetype")?.block { String(decoding: $0, as: UTF8.self) }
    let isSheet = type?.contains("opendocument.spreadsheet") ?? true
    if !isSheet { return .foreign(type?.contains("opendocument") == true ? "document" : "zip") }
    let manifest = ODSManifest()
    try package.read("META-INF/manifest.xml", manifest)
    return manifest.isEncrypted ? .foreign("encrypted") : .ods
  }

  /// Tables that programs and web sites save as XML or HTML under the name of a workbook.
  private static func markup(_ beginning: [UInt8]) -> String? {
    let text = String(decoding: beginning, as: UTF8.self).lowercased()
    guard text.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" else { return nil }
    if text.contains("<?mso-application progid=\"excel.sheet\"") || text.contains("office:spreadsheet\"") {
      return "xml"
    }
    if text.contains("opendocument.spreadsheet") { return "fods" }
    return text.contains("<html") || text.contains("<table") ? "html" : nil
  }
}

/// Whether parts of an OpenDocument are encrypted (ODF 1.3, part 2, 3.4).
final class ODSManifest: XMLHandler {
  private let encryption = XMLKey(.manifest, "encryption-data")
  private(set) var isEncrypted = false

  override func start(_ name: XMLKey, _: XMLAttributes) {
    if name == encryption { isEncrypted = true }
  }
}

/// The directory of a compound file ([MS-CFB] 2.6), which holds an old workbook or an encrypted new one.
struct CompoundFile {
  /// Whether one of its streams is an encrypted package ([MS-OFFCRYPTO] 2.3.4.4).
  let isEncryptedPackage: Bool

  init(_ file: any WorkbookBytes) throws {
    let head = try file.read(at: 0, count: 512)
    guard head.count == 512, let shift = Optional(head[30]), 9...12 ~= shift else {
      isEncryptedPackage = false
      return
    }
    let size = 1 << Int(shift)
    let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    var sector = Self.number(head, 48)
    var isFound = false
    // The directory is a chain of sectors; so many hold more streams than such a file has.
    for _ in 0..<64 where !isFound && sector < 0xFFFF_FFFA {
      let bytes = try file.read(at: (sector + 1) * size, count: size)
      for entry in stride(from: 0, to: bytes.count - 127, by: 128) {
        if bytes[entry...].starts(with: name) { isFound = true }
      }
      sector = try Self.next(sector, size, head, file)
    }
    isEncryptedPackage = isFound
  }

  /// The sector behind one, by the first 109 sectors of the table of them.
  private static func next(_ sector: Int, _ size: Int, _ head: [UInt8], _ file: any WorkbookBytes) throws
    -> Int
  {
    let (table, place) = sector.quotientAndRemainder(dividingBy: size / 4)
    guard table < 109 else { return 0xFFFF_FFFE }
    let bytes = try file.read(at: (number(head, 76 + 4 * table) + 1) * size + 4 * place, count: 4)
    return bytes.count == 4 ? number(bytes, 0) : 0xFFFF_FFFE
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }
}
