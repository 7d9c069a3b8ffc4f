import Model

/// A name in pieces, as address books keep it, and the citation form that it makes.
struct NameParts {
  var given = "", middle = "", family = "", prefix = "", suffix = ""
  var whole = ""
  /// The name as it is read out, in another script (Google's "phonetic", Japanese "yomi").
  var readingGiven = "", readingFamily = ""

  mutating func take(_ text: String, as part: String) {
    switch part {
    case "given": add(text, to: \.given)
    case "middle": add(text, to: \.middle)
    case "family": add(text, to: \.family)
    case "prefix": add(text, to: \.prefix)
    case "suffix": add(text, to: \.suffix)
    case "reading-given": add(text, to: \.readingGiven)
    case "reading-family": add(text, to: \.readingFamily)
    default: if whole.isEmpty { whole = text }
    }
  }

  private mutating func add(_ text: String, to path: WritableKeyPath<NameParts, String>) {
    self[keyPath: path] = self[keyPath: path].isEmpty ? text : "\(self[keyPath: path]) \(text)"
  }

  /// What has no place in the name: a middle name beside a name that is whole, and a reading that is no other way to
  /// write it.
  var notes: [String] {
    let isWhole = (family + given).isEmpty && !whole.isEmpty
    let middle =
      isWhole && !middle.isEmpty && !Folding.says(middle, in: whole) ? ["Middle name: \(middle)"] : []
    let reading = joined(readingFamily, readingGiven)
    let name = citation.map { "\($0.name) \($0.native)" } ?? ""
    return middle + (reading.isEmpty || Folding.says(reading, in: name) ? [] : ["Reading: \(reading)"])
  }

  /// The whole name where it says more than its parts do; nil where it says the same.
  var otherName: String? {
    let parts = [prefix, family, given, middle, suffix, readingGiven, readingFamily].joined(separator: " ")
    let hasParts = !(family + given).isEmpty
    return hasParts && !Folding.says(whole, in: parts) ? whole : nil
  }

  struct Citation: Equatable {
    var name: String
    var native = ""
    var isFamilyFirst = false
  }

  /// `Banda, Thandiwe`; `王明` with the family name first; `Zhou Chengyu` beside `周承宇` where the reading is
  /// known. Nil where there is no name.
  var citation: Citation? {
    let first = joined(prefix, given, middle)
    if family.isEmpty && given.isEmpty && (middle.isEmpty || !whole.isEmpty) {
      let isSaid = suffix.isEmpty || Folding.says(suffix, in: whole)
      return whole.isEmpty ? nil : Citation(name: isSaid ? whole : "\(whole), \(suffix)")
    }
    guard isIdeographic(family + given) else {
      return Citation(name: reading ?? cited(family, first), native: native)
    }
    let own = family + given + middle
    if family.isEmpty { return Citation(name: own) }
    guard isLatin(readingFamily + readingGiven) else { return Citation(name: own, isFamilyFirst: true) }
    return Citation(name: joined(readingFamily, readingGiven), native: own, isFamilyFirst: true)
  }

  /// The citation form in Latin letters of a name in another alphabet.
  private var reading: String? {
    guard !isLatin(family + given), isLatin(readingFamily + readingGiven) else { return nil }
    return cited(readingFamily, readingGiven)
  }

  private var native: String { reading == nil ? "" : joined(given, middle, family) }

  private func cited(_ family: String, _ first: String) -> String {
    let end = suffix.isEmpty ? "" : ", \(suffix)"
    if family.isEmpty || first.isEmpty { return family + first + end }
    return "\(family), \(first)\(end)"
  }

  private func joined(_ words: String...) -> String { words.filter { !$0.isEmpty }.joined(separator: " ") }

  private func isIdeographic(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { Folding.isIdeograph($0) || $0 == "·" }
  }

  /// Latin letters, with or without accents.
  private func isLatin(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value) }
  }
}

/// An address in pieces.
struct AddressParts {
  private var streets: [String] = []
  private var values: [String: String] = [:]
  private var whole: [String] = []
  /// The number of a house that stands before its street.
  private var number: String?

  var country: String { values["country"] ?? "" }
  var city: String { values["city"] ?? "" }

  mutating func take(_ text: String, as part: String) {
    let line = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
      .joined(separator: ", ")
    switch part {
    case "street":
      streets.append(number.map { "\($0) \(line)" } ?? line)
      number = nil
    // It stands where its language has it.
    case "house":
      if let last = streets.indices.last { streets[last] += " \(line)" } else { number = line }
    case "": whole.append(line)
    // Mailchimp has two blanks between the lines of an address, and the code of its country at the end.
    case "spaced":
      let lines = line.split(separator: "  ").map { String($0).trimmed }.filter { !$0.isEmpty }
      whole.append(lines.joined(separator: ", "))
      if lines.count > 1, let last = lines.last, last.count == 2, let country = Country.named(last) {
        values["country"] = values["country"] ?? country.code
      }
    default: values[part] = values[part] ?? line
    }
  }

  /// Whether the end of a street is a place: a street may be called as its town is.
  private static func says(_ street: String, _ place: String) -> Bool {
    if place.isEmpty { return false }
    if Script.isIdeographic(street) { return street.contains(place) }
    return street.split(separator: ",").dropFirst().contains { piece in
      let piece = Folding.folded(String(piece).trimmed)
      let place = Folding.folded(place)
      return piece == place || piece.hasSuffix(" " + place) || piece.hasPrefix(place + " ")
    }
  }

  /// In one line: from the street to the country, and as it was written whole where that says something else; none where
  /// there is no more than a place.
  var texts: [String] {
    let streets = streets + (number.map { [$0] } ?? [])
    // Streets that say the place already are whole addresses.
    func part(_ text: String?) -> String {
      text.map { text in streets.contains { Self.says($0, text) } ? "" : text } ?? ""
    }
    let pieces = PostalAddress(
      streets: streets, box: values["box"] ?? "", postal: part(values["postal"]), city: part(city),
      region: part(values["region"]), country: part(country))
    // A city or a country alone is no address: each has a field of its own.
    let isAddress = !streets.isEmpty || ["box", "postal", "region"].contains { values[$0] != nil }
    let line = isAddress ? pieces.line : ""
    let written = whole.joined(separator: ", ")
    if written.isEmpty || !line.isEmpty && Folding.says(written, in: line) {
      return line.isEmpty ? [] : [line]
    }
    return line.isEmpty || Folding.says(line, in: written) ? [written] : [written, line]
  }

  /// The city and the country alone.
  var place: String { [city, country].filter { !$0.isEmpty }.joined(separator: ", ") }
}
