/// The relationships of a part (ISO/IEC 29500-2, 6.5): which parts belong to it, whatever they are called.
final class XLSXRelations: XMLHandler {
  private let relationship = XMLKey(.package, "Relationship")
  private let (id, type, target) = (XMLKey(.none, "Id"), XMLKey(.none, "Type"), XMLKey(.none, "Target"))
  private let folder: String
  /// Targets as names of parts, by their ids.
  private(set) var byID: [String: (type: String, part: String)] = [:]
  /// Where links lead that leave the package, as they are written, by their ids.
  private(set) var links: [String: String] = [:]
  private static let mostLinks = 10_000

  /// - Parameter part: empty for the package itself.
  init(of part: String, in package: Package) throws {
    let split = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    folder = String(part[..<split])
    super.init()
    try package.read("\(folder)_rels/\(part[split...]).rels", self)
  }

  override func start(_ name: XMLKey, _ attributes: XMLAttributes) {
    guard name == relationship, let id = attributes[id], let target = attributes[target] else { return }
    // The last step of the type is the same in the strict and the transitional form.
    let type = attributes[type]?.text.split(separator: "/").last.map(String.init) ?? ""
    byID[id.text] = (type, resolved(target.text))
    if type == "hyperlink", links.count < Self.mostLinks { links[id.text] = target.text }
  }

  func part(_ type: String) -> String? { byID.values.first { $0.type == type }?.part }

  /// A target, which is a reference relative to the folder of its source.
  private func resolved(_ target: String) -> String {
    let path = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return Self.unescaped(steps.joined(separator: "/"))
  }

  /// `%20` as the character that it stands for (RFC 3986, 2.1).
  private static func unescaped(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The sheets of a workbook in their order (ISO/IEC 29500-1, 18.2.27).
final class XLSXBook: XMLHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relation: String
  }

  /// What holds for all cells.
  struct Rules {
    var isFrom1904 = false
    /// Whether the writer computed nothing and leaves all of it to the first program that opens the file; then it
    /// wrote 0, or nothing, for what formulas give.
    var isUncomputed = false
  }

  private let (book, sheet) = (XMLKey(.sheet, "workbook"), XMLKey(.sheet, "sheet"))
  private let (properties, calculation) = (XMLKey(.sheet, "workbookPr"), XMLKey(.sheet, "calcPr"))
  private let (name, state, id) = (XMLKey(.none, "name"), XMLKey(.none, "state"), XMLKey(.relations, "id"))
  private let (date1904, fullLoad) = (XMLKey(.none, "date1904"), XMLKey(.none, "fullCalcOnLoad"))
  private(set) var isBook = false
  private(set) var rules = Rules()
  private(set) var sheets: [Sheet] = []

  override func start(_ key: XMLKey, _ attributes: XMLAttributes) {
    if key == book {
      isBook = true
    } else if key == properties {
      rules.isFrom1904 = attributes[date1904]?.isTrue ?? false
    } else if key == calculation {
      rules.isUncomputed = attributes[fullLoad]?.isTrue ?? false
    } else if key == sheet, let id = attributes[id] {
      let isHidden = attributes[state].map { $0 == "hidden" || $0 == "veryHidden" } ?? false
      sheets.append(
        Sheet(name: attributes[name]?.text ?? "", isHidden: isHidden, relation: id.text))
    }
  }
}

/// How many cells of a sheet have a comment (ISO/IEC 29500-1, 18.7.3), and where the first of them is.
final class XLSXComments: XMLHandler {
  private let (comment, place) = (XMLKey(.sheet, "comment"), XMLKey(.none, "ref"))
  private(set) var count = 0
  private(set) var first = ""

  override func start(_ name: XMLKey, _ attributes: XMLAttributes) {
    guard name == comment else { return }
    if count == 0 { first = attributes[place]?.text ?? "" }
    count += 1
  }
}

/// What the number formats of the cells are (ISO/IEC 29500-1, 18.8).
final class XLSXStyles: XMLHandler {
  private let (formats, format) = (XMLKey(.sheet, "numFmts"), XMLKey(.sheet, "numFmt"))
  private let (cells, cell) = (XMLKey(.sheet, "cellXfs"), XMLKey(.sheet, "xf"))
  private let (id, code) = (XMLKey(.none, "numFmtId"), XMLKey(.none, "formatCode"))
  private var isInFormats = false
  private var isInCells = false
  private var own: [Int: CellFormat] = [:]
  /// By the number that a cell names.
  private(set) var styles: [CellFormat] = []

  override func start(_ name: XMLKey, _ attributes: XMLAttributes) {
    if name == formats {
      isInFormats = true
    } else if name == cells {
      isInCells = true
    } else if name == format, isInFormats {
      guard let id = attributes[id]?.number, let code = attributes[code] else { return }
      own[id] = CellFormat(code: code.text)
    } else if name == cell, isInCells {
      let number = attributes[id]?.number ?? 0
      styles.append(own[number] ?? CellFormat(builtIn: number))
    }
  }

  override func end(_ name: XMLKey) {
    if name == formats { isInFormats = false }
    if name == cells { isInCells = false }
  }
}
