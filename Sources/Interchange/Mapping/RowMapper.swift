import Model

/// Makes of the cells of somebody else's file what the fields of a stakeholder take.
struct RowMapper: Sendable {
  /// What each column of the file is for.
  let targets: [ColumnTarget]
  let titles: [String]
  /// The fields that rows come out with.
  let columns: [ImportColumn]

  init(titles: [String], targets: [ColumnTarget]) {
    (self.titles, self.targets) = (titles, targets)
    columns = Self.columns(titles, targets)
  }

  /// One for each column: nil where the row says nothing of the field.
  func cells(_ row: [String]) -> [String?] {
    var draft = RowDraft()
    for (position, target) in targets.enumerated() where position < row.count && !target.field.isEmpty {
      let cell = row[position].trimmed
      guard !cell.isEmpty else { continue }
      draft.take(cell, for: target, title: titles[position].trimmed)
    }
    let values = draft.values
    return columns.map { $0.field.flatMap { values[$0] } }
  }

  private static func columns(_ titles: [String], _ targets: [ColumnTarget]) -> [ImportColumn] {
    var sources: [String: [String]] = [:]
    for (title, target) in zip(titles, targets) where !target.field.isEmpty {
      for field in fields(of: target) { sources[field, default: []].append(title) }
    }
    // Who has no name is called by an address.
    sources["name"] = sources["name"] ?? sources["emails"]
    if !sources.isEmpty, sources["affiliations"] != nil { sources["kind"] = sources["kind"] ?? [] }
    // What the label of a custom field means is seen row by row.
    if targets.contains(where: { $0.part == "value" }) {
      let values = zip(titles, targets).filter { $0.1.part == "value" }.map(\.0)
      for field in GeneralTitles.customFields { sources[field, default: []] += values }
    }
    return (["id"] + Stakeholder.fields.map(\.name)).compactMap { field in
      sources[field].map { titles in
        let own = titles.isEmpty ? field : titles.prefix(3).joined(separator: " + ")
        var column = ImportColumn(title: own, field: field)
        column.isForeignID = field == "id" && !targets.contains(ColumnTarget("id"))
        return column
      }
    }
  }

  /// The fields that a column fills: a name brings its order along, an address the place.
  private static func fields(of target: ColumnTarget) -> [String] {
    switch (target.field, target.part) {
    case ("name", "reading-given"), ("name", "reading-family"):
      ["name", "native_name", "family_first", "notes"]
    case ("name", "given"), ("name", "family"): ["name", "family_first"]
    case ("name", "middle"), ("name", "suffix"), ("name", "prefix"): ["name", "notes"]
    case ("addresses", "city"): ["addresses", "city"]
    case ("addresses", "country"), ("addresses", "spaced"): ["addresses", "country"]
    case ("affiliations", "organization"): ["affiliations", "name"]
    case ("affiliations", "or-country"): ["affiliations", "name", "country"]
    case ("affiliations", "role"), ("affiliations", "department"): ["affiliations", "notes"]
    case ("phones", "label"), ("emails", _): [target.field, "notes"]
    case ("name", ""): ["name", "aliases"]
    default: [target.field]
    }
  }
}

/// One row on its way from the file's columns to fields.
struct RowDraft {
  private var name = NameParts()
  private var addresses: [Int: AddressParts] = [:]
  private var works: [Int: [String: String]] = [:]
  private var labels: [Int: String] = [:]
  private var phoneLabels: [Int: String] = [:]
  private var lists: [String: [String]] = [:]
  /// The entries of `lists`: a cell may have thousands.
  private var known: [String: Set<String>] = [:]
  private var lines: [String: String] = [:]

  /// Google's mark between several values in one cell.
  private static let mark = ":::"

  mutating func take(_ cell: String, for target: ColumnTarget, title: String) {
    switch (target.field, target.part) {
    case ("name", let part):
      name.take(pieces(cell.inOneLine.withSingleBlanks).joined(separator: " "), as: part)
    case ("addresses", let part)
    where !part.isEmpty || cell.contains(Self.mark) || cell.contains(where: \.isNewline):
      let cell = ["city", "region", "country"].contains(part) ? cell.inOneLine : cell
      for (key, piece) in spread(cell, target) { addresses[key, default: .init()].take(piece, as: part) }
    case ("affiliations", "or-country"):
      if let country = Wordings.country(cell) {
        set(country, "country")
      } else {
        takeWork(cell, ColumnTarget("affiliations", "organization", number: target.number))
      }
    case ("affiliations", let part) where !part.isEmpty: takeWork(cell, target)
    case ("tags", "commas"): for tag in Self.quoted(cell) { takeList(ListText.entry(tag), "tags") }
    case ("notes", "label"): labels[target.number] = cell
    case ("phones", "label"): phoneLabels[target.number] = cell
    case ("phones", _): takePhones(cell, label: phoneLabels[target.number] ?? "")
    case ("notes", "value"): takeCustom(cell, label: labels[target.number] ?? title)
    case ("notes", "titled"):
      if Wordings.answer(cell) != false { add("\(title): \(cell)", to: "notes") }
    case ("consents", let part) where !part.isEmpty: takeConsent(cell, part, title)
    case ("do_not_contact", let part): takeOptOut(cell, isReversed: part == "not")
    default: takeValue(cell, target)
    }
  }

  private func pieces(_ cell: String) -> [String] {
    cell.contains(Self.mark) ? cell.split(separator: Self.mark).map { String($0).trimmed } : [cell]
  }

  /// Each of several values goes to an address or an organization of its own.
  private func spread(_ cell: String, _ target: ColumnTarget) -> [(Int, String)] {
    pieces(cell).enumerated().filter { !$1.isEmpty }.map { (target.number * 100 + $0, $1) }
  }

  /// Several organizations in one cell are as many, and so is a second one that another column has.
  private mutating func takeWork(_ cell: String, _ target: ColumnTarget) {
    for (key, piece) in spread(cell, target) {
      guard target.part == "organization" else {
        let known = works[key, default: [:]][target.part]
        works[key, default: [:]][target.part] = known.map { $0 == piece ? $0 : "\($0), \(piece)" } ?? piece
        continue
      }
      for organization in ListText.entries(of: piece) {
        // As our own field has it: with a role, and days.
        if ListText.parts(of: organization).count > 1 {
          add(organization, to: "affiliations")
          continue
        }
        let name = organization.items.first ?? organization
        let place = (key..<key + 100).first { works[$0]?["organization"].map { $0 == name } ?? true } ?? key
        works[place, default: [:]]["organization"] = name
      }
    }
  }

  /// What stands between commas, some of it perhaps in quotes because of commas of its own.
  private static func quoted(_ cell: String) -> [String] {
    var (texts, isInside) = ([""], false)
    for character in cell {
      switch character {
      case "\"": isInside.toggle()
      case "," where !isInside: texts.append("")
      default: texts[texts.count - 1].append(character)
      }
    }
    return texts.map(\.trimmed).filter { !$0.isEmpty }
  }

  private mutating func add(_ text: String, to field: String) {
    if known[field, default: []].insert(text).inserted { lists[field, default: []].append(text) }
  }

  // MARK: What was allowed

  private mutating func takeConsent(_ cell: String, _ part: String, _ title: String) {
    let isReversed = part.hasPrefix("not ")
    let use = isReversed ? String(part.dropFirst(4)) : part
    let (answer, day) =
      isReversed
      ? Self.refusal(cell) : Self.answer(cell, use == "mailing" ? Wordings.consent : Wordings.answer)
    guard let answer else { return add(ListText.entry(parts: [use, cell]), to: "consents") }
    // Not to have opted out is no consent.
    if isReversed && !answer { return }
    let said = isReversed ? !answer : answer
    add(
      ListText.entry(parts: [use, said ? "yes" : "no", "", "", "", day, title]), to: "consents")
  }

  /// Yes or no, perhaps with the day on which it was said; a day alone is when somebody said yes.
  private static func answer(_ cell: String, _ read: (String) -> Bool?) -> (Bool?, day: String) {
    if let answer = read(cell) { return (answer, "") }
    if let day = WrittenDate.iso(cell, nil), day.count == 10, cell.first?.isNumber == true {
      return (true, day)
    }
    let word = cell.prefix { !$0.isWhitespace && $0 != "," && $0 != "(" && $0 != "，" }
    let rest = cell.dropFirst(word.count).filter { $0 != "(" && $0 != ")" }
    guard let answer = read(String(word)), let day = WrittenDate.iso(rest, nil), day.count == 10
    else { return (nil, "") }
    return (answer, day)
  }

  /// Whether somebody opted out: as a word says, or the day or time on which it was done.
  private static func refusal(_ cell: String) -> (Bool?, day: String) {
    let date = String(cell.prefix { !$0.isWhitespace && $0 != "T" })
    if WrittenDate.isNone(cell) || WrittenDate.isNone(date) { return (false, "") }
    let (said, day) = answer(cell, Wordings.optOut)
    if said != nil { return (said, day) }
    if let day = WrittenDate.iso(date, nil), day.count == 10 { return (true, day) }
    let isDate = DateOrder.allCases.contains { WrittenDate.iso(date, $0) != nil }
    return (isDate && cell.first?.isNumber == true ? true : nil, "")
  }

  private mutating func takeOptOut(_ cell: String, isReversed: Bool) {
    let said = isReversed ? Wordings.answer(cell) : Self.refusal(cell).0
    guard let answer = said else { return lines["do_not_contact"] = cell }
    if answer != isReversed { lines["do_not_contact"] = "yes" }
  }

  /// A field that somebody made up in Google: known by its label, else kept as a note.
  private mutating func takeCustom(_ cell: String, label: String) {
    for (label, cell) in zip(pieces(label), pieces(cell)) {
      if let target = GeneralTitles.custom(label) {
        take(cell, for: target, title: label)
      } else {
        add("\(label): \(cell)", to: "notes")
      }
    }
  }

  // MARK: Values

  private mutating func takeValue(_ cell: String, _ target: ColumnTarget) {
    let field = target.field
    let order = DateOrder(rawValue: target.part)
    switch Stakeholder.field(field)?.entry {
    case .list, .choices, .items: pieces(cell).forEach { takeList($0, field) }
    case .choice, .flag: set(Self.words[field]?.read(cell) ?? cell, field)
    case .day: if !WrittenDate.isNone(cell) { set(WrittenDate.iso(cell, order) ?? cell, field) }
    default:
      switch field {
      case "country": set(Wordings.country(cell) ?? cell, field)
      case "observer_since": set(WrittenDate.iso(cell, order) ?? cell, field)
      case "notes": add(pieces(cell).joined(separator: " "), to: field)
      default: set(pieces(cell).joined(separator: " "), field)
      }
    }
  }

  private static let words = CellWords.all(of: Stakeholder.self)

  private mutating func set(_ text: String, _ field: String) { lines[field] = lines[field] ?? text }

  /// Nobody is called at a fax machine: its number is a note.
  private mutating func takePhones(_ cell: String, label: String) {
    let labels = pieces(label)
    for (index, piece) in pieces(cell).enumerated() {
      let label = labels.indices.contains(index) ? labels[index] : label
      if GeneralTitles.isFax(label) {
        add("\(label): \(piece)", to: "notes")
      } else {
        takeList(piece, "phones")
      }
    }
  }

  private mutating func takeList(_ cell: String, _ field: String) {
    for entry in ListText.entries(of: cell) {
      switch field {
      case "emails": takeEmails(entry)
      case "tags" where entry.hasPrefix("* "): continue  // Groups that Google makes itself.
      default:
        guard let words = Self.words[field] else {
          add(entry, to: field)
          continue
        }
        for known in ListText.entries(of: words.read(entry)) { add(known, to: field) }
      }
    }
  }

  /// An X.500 name is an address inside one Exchange server only.
  private mutating func takeEmails(_ entry: String) {
    if entry.lowercased().hasPrefix("/o=") {
      return add("E-mail: \(entry.items.first ?? entry)", to: "notes")
    }
    for text in CellWords.addresses(in: entry) { add(text, to: "emails") }
  }

  // MARK: Fields

  /// What the row says, by field.
  var values: [String: String] {
    var values = lines
    var lists = lists
    if let citation = name.citation {
      values["name"] = citation.name
      if !citation.native.isEmpty { values["native_name"] = values["native_name"] ?? citation.native }
      if citation.isFamilyFirst { values["family_first"] = values["family_first"] ?? "yes" }
      if let other = name.otherName { lists["aliases", default: []].append(ListText.entry(other)) }
    }
    for note in name.notes { lists["notes", default: []].append(note) }
    lists["consents"] = lists["consents"].map(Self.settled)
    work(&values, &lists)
    // As a card without a name is called by its address.
    if values["name"] == nil, let email = lists["emails"]?.first { values["name"] = email }
    place(&values, &lists)
    for (field, items) in lists where !items.isEmpty { values[field] = items.joined(separator: "; ") }
    return values
  }

  /// Where one column says yes and another no, somebody said no.
  private static func settled(_ consents: [String]) -> [String] {
    let parts = consents.map { ListText.parts(of: $0) }
    let refused = Set(parts.filter { $0.dropFirst().first == "no" }.compactMap(\.first))
    return zip(consents, parts).filter { _, parts in
      parts.dropFirst().first != "yes" || !refused.contains(parts.first ?? "")
    }.map(\.0)
  }

  /// An entry of an address book that has an organization and nobody's name is the organization's.
  private func work(_ values: inout [String: String], _ lists: inout [String: [String]]) {
    for (index, work) in works.sorted(by: { $0.key < $1.key }).map(\.value).enumerated() {
      let role = [work["role"], work["department"]].compactMap(\.self).joined(separator: ", ")
      guard let organization = work["organization"] else {
        lists["notes", default: []].append(role)
        continue
      }
      let isItself = values["kind"] != nil && values["kind"] != "individual" && values["name"] == organization
      if index == 0, values["name"] == nil || isItself {
        values["name"] = organization
        values["kind"] = values["kind"] ?? "organization"
        continue
      }
      lists["affiliations", default: []].append(ListText.entry(parts: [organization, role]))
    }
  }

  /// Whether the fields of city and country hold another place already.
  private func isElsewhere(_ address: AddressParts, _ values: [String: String]) -> Bool {
    let isOtherCity = values["city"].map { !address.city.isEmpty && $0 != address.city } ?? false
    let country = Wordings.country(address.country) ?? address.country
    return isOtherCity || values["country"].map { !country.isEmpty && $0 != country } ?? false
  }

  private func place(_ values: inout [String: String], _ lists: inout [String: [String]]) {
    for address in addresses.sorted(by: { $0.key < $1.key }).map(\.value) {
      let texts = address.texts
      // What was written whole beside its parts is the same address.
      lists["addresses"]?.removeAll { known in
        texts.contains { Folding.says(known.items.first ?? known, in: $0) }
      }
      for text in texts { lists["addresses", default: []].append(ListText.entry(text)) }
      // A place without a street that is not the first has no other field.
      if texts.isEmpty, !address.place.isEmpty, isElsewhere(address, values) {
        lists["addresses", default: []].append(ListText.entry(address.place))
        continue
      }
      if !address.city.isEmpty { values["city"] = values["city"] ?? address.city }
      // A country that is not known stays where it was written, in the address.
      if !address.country.isEmpty, values["country"] == nil {
        values["country"] = Wordings.country(address.country) ?? (texts.isEmpty ? address.country : nil)
      }
    }
  }
}
