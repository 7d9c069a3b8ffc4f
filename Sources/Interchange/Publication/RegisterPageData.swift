import Model
import Phrases

/// The entries of a register as the script of its page reads them: a row of each, in which what many share is a number
/// that leads to it. Text in JSON that ends no element of HTML and is text of XML.
struct RegisterPageData {
  private let content: RegisterContent
  private let words: RegisterWords
  private var tables: [RegisterField: Table] = [:]
  private var isEmpty = true

  /// Different values of a field, in the order in which they came; 0 is none.
  private struct Table {
    var places = ["": 0]
    var values = [""]

    mutating func place(of value: String) -> Int {
      if let place = places[value] { return place }
      places[value] = values.count
      values.append(value)
      return values.count - 1
    }
  }

  init(_ content: RegisterContent, _ words: RegisterWords) { (self.content, self.words) = (content, words) }

  /// What a page shows at once.
  static let perPage = 50

  var opening: String { "<script id=\"data\" type=\"application/json\">\n{\"rows\": [" }

  mutating func append(_ entry: RegisterEntry, to bytes: inout [UInt8]) {
    bytes += isEmpty ? "\n[".utf8 : ",\n[".utf8
    isEmpty = false
    bytes += String(entry.number).utf8
    for field in content.fields {
      bytes.append(UInt8(ascii: ","))
      switch field {
      case .name, .nativeName: Self.append(entry[field], to: &bytes)
      case .emails, .phones: Self.append(items: entry[field].items, to: &bytes)
      case .links: Self.append(items: entry[field].items.map(Self.link), to: &bytes)
      default:
        bytes += String(tables[field, default: Table()].place(of: entry[field])).utf8
      }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// The address stands behind the text where it differs, and nothing where none leads to a page.
  private static func link(_ text: String) -> String {
    let line = PlainText.line(text)
    guard let address = PageHouse.webAddress(text) else { return line + "\t" }
    return address == line ? line : "\(line)\t\(address)"
  }

  /// What stands behind the rows.
  func closing(wait: Int) -> String {
    var bytes = Array("],\n\"values\": {".utf8)
    for (index, field) in content.fields.filter({ tables[$0] != nil }).enumerated() {
      bytes += "\(index == 0 ? "" : ",")\n\"\(field.rawValue)\": [".utf8
      for (place, value) in (tables[field]?.values ?? []).enumerated() {
        if place > 0 { bytes += ",\n".utf8 }
        Self.append([words.text(field, value), extra(field, value)] + codes(field, value), to: &bytes)
      }
      bytes += "]".utf8
    }
    bytes += "},\n\"fields\": [".utf8
    for (index, field) in content.fields.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      Self.append([field.rawValue, words.label(field)], to: &bytes)
    }
    bytes += "],\n\"filters\": [".utf8
    for (index, filter) in filters.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      Self.append(
        ["name": filter.name, "field": filter.field.rawValue, "label": filter.label],
        ["name", "field", "label"], to: &bytes)
    }
    bytes += "],\n\"codes\": {".utf8
    for (index, filter) in filters.enumerated() {
      bytes += "\(index == 0 ? "" : ",")\n\"\(filter.name)\": ".utf8
      let labels = labels(filter)
      Self.append(labels, labels.keys.sorted(), to: &bytes)
    }
    bytes += "},\n".utf8
    appendRest(wait, to: &bytes)
    bytes += "}\n</script>\n".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Filters

  private struct Filter {
    /// As addresses call it.
    let name: String
    let field: RegisterField
    let label: String
  }

  private var filters: [Filter] {
    let known: [(String, RegisterField)] = [
      ("country", .country), ("region", .country), ("kind", .kind), ("role", .roles),
      ("discipline", .disciplines), ("language", .languages),
    ]
    return known.filter { tables[$0.1] != nil }.map { name, field in
      Filter(
        name: name, field: field,
        label: name == "region" ? words.book.say(.registerRegion) : words.label(field))
    }
  }

  private func labels(_ filter: Filter) -> [String: String] {
    var labels: [String: String] = [:]
    for value in tables[filter.field]?.values ?? [] where !value.isEmpty {
      switch (filter.name, filter.field) {
      case ("region", _):
        guard let region = Country.of(value)?.region(in: .unGroups) else { continue }
        labels[region.code] = region.name(in: words.book.language)
      case (_, .country), (_, .kind): labels[value] = words.text(filter.field, value)
      default: for item in value.items { labels[item] = words.text(filter.field, item) }
      }
    }
    return labels
  }

  /// What filters tell the value by. A country has a code in capitals, a region a word.
  private func codes(_ field: RegisterField, _ value: String) -> [String] {
    switch field {
    case .country:
      [value, Country.of(value)?.region(in: .unGroups)?.code ?? ""].filter { !$0.isEmpty }
    case .kind: value.isEmpty ? [] : [value]
    case .roles, .disciplines, .languages: value.items
    default: []
    }
  }

  /// By what the program finds a value besides what is shown of it.
  private func extra(_ field: RegisterField, _ value: String) -> String {
    guard field == .country, let country = Country.of(value) else { return "" }
    return [country.code, country.shortName(in: "en"), country.shortName(in: "zh")].joined(separator: " ")
  }

  // MARK: Words and marks

  private func appendRest(_ wait: Int, to bytes: inout [UInt8]) {
    let book = words.book
    let numbers = ReportWords(book: book)
    bytes += "\"perPage\": \(Self.perPage), \"wait\": \(wait), \"least\": ".utf8
    // Spanish leaves four digits together.
    bytes += "\(numbers.number(1000).count == 4 ? 5 : 4), \"separator\": ".utf8
    Self.append(String(numbers.number(10_000).dropFirst(2).dropLast(3)), to: &bytes)
    bytes += ",\n\"folds\": ".utf8
    Self.append(
      Dictionary(uniqueKeysWithValues: PageFolding.groups.map { ($0.text, $0.signs) }),
      PageFolding.groups.map(\.text), to: &bytes)
    let ranges = PageFolding.ideographs.flatMap { [$0.lowerBound, $0.upperBound] }.map { String($0) }
    bytes += ",\n\"ideographs\": [\(ranges.joined(separator: ", "))],\n\"words\": {\"orders\": ".utf8
    let orders = [RegisterField.country, .kind].filter { tables[$0] != nil }
    var names = ["": words.label(.name), "number": book.say(.number)]
    for order in orders { names[order.rawValue] = words.label(order) }
    Self.append(names, [""] + orders.map(\.rawValue) + ["number"], to: &bytes)
    let sentences: [(String, String)] = [
      ("number", words.numbered("{0}")), ("shown", book.say(.registerShown, "{0}")),
      ("page", book.say(.registerPage, "{0}", "{1}")), ("nothing", book.say(.registerNothing)),
      ("noEntry", book.say(.registerNoEntry, "{0}")), ("any", book.say(.registerAny)),
      ("order", book.say(.registerOrder)), ("separator", words.separator),
    ]
    for (name, text) in sentences {
      bytes += ", \"\(name)\": ".utf8
      Self.append(text, to: &bytes)
    }
    bytes += "}".utf8
  }

  private static func append(items: [String], to bytes: inout [UInt8]) {
    let lines = items.map { item in
      item.split(separator: "\t", omittingEmptySubsequences: false)
        .map { PlainText.line(String($0)) }.joined(separator: "\t")
    }
    appendRaw(lines.joined(separator: "\n"), to: &bytes)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    appendRaw(PlainText.line(text), to: &bytes)
  }

  private static func append(_ texts: [String], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static func append(_ texts: [String: String], _ keys: [String], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, key) in keys.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      appendRaw(key, to: &bytes)
      bytes += ": ".utf8
      appendRaw(texts[key] ?? "", to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func appendRaw(_ text: String, to bytes: inout [UInt8]) {
    ScriptText.append(text, to: &bytes)
  }
}
