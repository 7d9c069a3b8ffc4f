import Model

/// Which column of somebody else's file becomes what: guessed from its header, saved under a name, or chosen.
public struct ColumnMapping: Sendable, Equatable {
  public let titles: [String]
  /// One for each title.
  public private(set) var targets: [ColumnTarget]
  /// What words of each column mean that its field does not take.
  public private(set) var values: [[MappedValue]]
  /// The program that wrote the file, where its header tells.
  public let preset: MappingPreset?
  /// The saved mapping that was applied.
  public private(set) var name: String?
  /// The columns that somebody decided on.
  private var settled: Set<Int> = []
  /// The columns of which the values told what they are for.
  public private(set) var told: Set<Int> = []

  /// Guesses what each column is for.
  public init(header: [String]) { self.init(header: header, isLoose: true) }

  /// - Parameter isLoose: reads headings also that are said in somebody's own way.
  private init(header: [String], isLoose: Bool) {
    titles = header
    preset = MappingPreset.recognize(header)
    targets = Self.guess(header, preset, isLoose: isLoose)
    values = header.map { _ in [] }
  }

  /// Takes up what a saved mapping says of the titles that it knows; the rest is guessed.
  public mutating func apply(_ saved: ImportMapping) {
    name = saved.name
    var left = saved.columns
    for (position, title) in titles.enumerated() {
      guard let index = left.firstIndex(where: { Self.isSame($0.title, title) }) else { continue }
      let column = left.remove(at: index)
      targets[position] = ColumnTarget(field: column.field, transform: column.transform)
      values[position] = column.values
      settle(position)
    }
  }

  /// Whether all titles of a saved mapping are in the file, and nothing was guessed otherwise in vain.
  public func suits(_ saved: ImportMapping) -> Bool {
    !saved.columns.isEmpty
      && saved.columns.allSatisfy { column in titles.contains { Self.isSame($0, column.title) } }
  }

  /// Chooses what a column is for. Another column that was for the same field, where only one can be, is left
  /// out from now on.
  public mutating func choose(_ target: ColumnTarget, at position: Int) {
    if !target.isShared {
      for index in targets.indices where index != position && targets[index] == target {
        targets[index] = .leftOut
      }
    }
    // Words of one field are none of another.
    if targets[position].field != target.field { values[position] = [] }
    targets[position] = target
    settle(position)
  }

  private mutating func settle(_ position: Int) {
    settled.insert(position)
    told.remove(position)
  }

  /// Takes a column for what its values say.
  mutating func take(_ target: ColumnTarget, at position: Int) {
    choose(target, at: position)
    told.insert(position)
  }

  /// The columns that nobody knows by their headings, and that nobody decided on: those of known headings that are left
  /// out everywhere, such as pictures, are not among them.
  var openColumns: [Int] { unknownColumns.filter { GeneralTitles.table[titles[$0]] == nil } }

  /// Chooses what a word of a column means from now on.
  /// - Parameter value: empty where such cells say nothing; nil leaves it to the field again.
  public mutating func map(_ word: String, to value: String?, at position: Int) {
    let key = ValueRules.key(word)
    values[position].removeAll { ValueRules.key($0.word) == key }
    if let value { values[position].append(MappedValue(word, value)) }
  }

  /// How many of some headings mean something.
  static func meaning(_ header: [String]) -> Int {
    // Of cells in the rows above and below, which may be anything, only what is certain counts.
    ColumnMapping(header: header, isLoose: false).targets.count { !$0.field.isEmpty }
  }

  /// The columns that stay out because one of the same title is read.
  var repeatedColumns: [ImportRemarks.RepeatedColumn] {
    titles.indices.compactMap { position in
      guard targets[position].field.isEmpty, !settled.contains(position), !titles[position].trimmed.isEmpty,
        let read = titles.indices.first(where: {
          $0 != position && !targets[$0].field.isEmpty && Self.isSame(titles[$0], titles[position])
        })
      else { return nil }
      var column = ImportRemarks.RepeatedColumn(
        number: position + 1, title: titles[position].trimmed, readTitle: titles[read].trimmed)
      column.readNumber = read + 1
      return column
    }
  }

  /// The titles that nobody knows, and that nobody decided to leave out.
  var unknownTitles: [String] { unknownColumns.map { titles[$0] } }

  private var unknownColumns: [Int] {
    let repeated = Set(repeatedColumns.map { $0.number - 1 })
    return titles.indices.filter { position in
      !repeated.contains(position) && targets[position].field.isEmpty && !settled.contains(position)
        && !titles[position].trimmed.isEmpty && preset?.target(of: titles[position]) == nil
    }
  }

  /// What somebody said that a word of a column means; nil where nobody did, so that it is left to the field.
  public func value(of word: String, at position: Int) -> String? {
    let key = ValueRules.key(word)
    let said = values[position].last { ValueRules.key($0.word) == key }
    return (said ?? values[position].last { $0.word == MappedValue.any })?.value
  }

  /// The columns as a saved mapping holds them.
  public var columns: [MappedColumn] {
    zip(zip(titles, targets), values).filter { !$0.0.0.trimmed.isEmpty }
      .map { MappedColumn(title: $0.0, field: $0.1.field, transform: $0.1.transform, values: $1) }
  }

  /// Whether anything gives the records a name, or the id of one that is stored. People of whom a list has addresses and
  /// nothing else are called by them; where nobody knows some of its columns, one of these may be the name.
  public var hasName: Bool {
    let isNamed = targets.contains { target in
      (target.field == "name" && ["", "given", "family"].contains(target.part))
        || target == ColumnTarget("affiliations", "organization") || target == ColumnTarget("id")
    }
    return isNamed || unknownTitles.isEmpty && targets.contains { $0.field == "emails" }
  }

  /// Whether the header says by itself what a plain list says, so that no mapping is needed.
  public var isPlain: Bool {
    preset == nil && name == nil && targets.contains(ColumnTarget("name"))
      && zip(ColumnGuess<Stakeholder>(header: titles).columns, targets).allSatisfy { guess, target in
        guess.field ?? "" == target.field && target.part.isEmpty
      }
  }

  /// The headings of the columns that say what people allowed, as the evidence of their answers has them.
  public var consentHeadings: Set<String> {
    Set(zip(titles, targets).filter { $1.field == "consents" && !$1.part.isEmpty }.map(\.0.trimmed))
  }

  var mapper: RowMapper { RowMapper(titles: titles, targets: targets) }

  private static func isRepeated(_ position: Int, _ header: [String]) -> Bool {
    header.indices.contains { $0 != position && isSame(header[$0], header[position]) }
  }

  private static func isSame(_ first: String, _ second: String) -> Bool {
    first.trimmed.lowercased() == second.trimmed.lowercased()
  }

  // MARK: Guessing

  private static func guess(_ header: [String], _ preset: MappingPreset?, isLoose: Bool) -> [ColumnTarget] {
    var targets: [ColumnTarget?] = Array(repeating: nil, count: header.count)
    if let preset {
      for (position, title) in header.enumerated() { targets[position] = preset.target(of: title) }
    }
    fill(&targets, header, hasPreset: preset != nil)
    if isLoose {
      for position in header.indices where targets[position] == nil {
        targets[position] = LooseTitles.target(of: header[position])
      }
    }
    repair(&targets, header)
    let read = header.indices.filter { targets[$0]?.field.isEmpty == false }
    let hasOwnID = OwnIDs<Stakeholder>.areOurs(read.map { header[$0] })
    return targets.map { target in
      let target = target ?? .leftOut
      return target.field == "id" && !hasOwnID ? ColumnTarget("id", "foreign") : target
    }
  }

  /// What the preset does not know: our own names of fields, then what people call them.
  private static func fill(_ targets: inout [ColumnTarget?], _ header: [String], hasPreset: Bool) {
    let guess = ColumnGuess<Stakeholder>(header: header).columns
    let general = header.map { GeneralTitles.table[$0] }
    let hasParts = general.contains {
      $0 == ColumnTarget("name", "given") || $0 == ColumnTarget("name", "family")
    }
    for position in header.indices where targets[position] == nil {
      let mine = guess[position].field.map { ColumnTarget($0) }
      // A program's own columns are all known: what else there is was added by hand.
      // A list of organizations may have people among them, and people who have no name: see `RowDraft.work`.
      let isOrganization =
        general[position]?.field == "affiliations"
        && (hasParts || ["name", "affiliations"].contains(mine?.field))
      let isNumber = hasPreset && mine?.field == "id"
      targets[position] = isOrganization || isNumber ? general[position] : mine ?? general[position]
    }
    let isStreet = { (target: ColumnTarget?) in
      target?.field == "addresses" && ["street", "house"].contains(target?.part)
    }
    for (position, title) in header.enumerated() where targets[position] == nil {
      let beside = [position - 1, position + 1].filter(targets.indices.contains)
      guard beside.contains(where: { isStreet(targets[$0]) }) else { continue }
      targets[position] = GeneralTitles.besideStreets[title]
    }
  }

  /// Beside a street or a code, city and country are parts of the address; they have fields of their own besides. Lines of
  /// an address are numbered as addresses are: those without a place of their own go on with the address before them, and
  /// an address beside a code or a region is its street.
  private static func place(_ targets: inout [ColumnTarget?], _ header: [String]) {
    let parts = targets.compactMap(\.self).filter { $0.field == "addresses" && !$0.part.isEmpty }
    let placed = Set(parts.filter { $0.part != "street" }.map(\.number))
    for (position, target) in targets.enumerated() {
      guard let target, target.field == "addresses" else { continue }
      if target.part == "street", target.number > 1, !placed.contains(target.number) {
        targets[position] = ColumnTarget("addresses", "street")
      } else if target.part.isEmpty, !ColumnNames.key(header[position]).hasSuffix("formatted"),
        target.number == 1,
        parts.contains(where: { $0.number == 1 && ["postal", "region"].contains($0.part) })
      {
        targets[position] = ColumnTarget("addresses", "street")
      }
    }
    let isAddress = targets.contains {
      $0?.field == "addresses" && $0?.number == 1 && $0?.part.isEmpty == false
    }
    guard isAddress else { return }
    for (position, target) in targets.enumerated() where ["city", "country"].contains(target?.field) {
      let part = ColumnTarget("addresses", target?.field ?? "")
      if !targets.contains(part) { targets[position] = part }
    }
  }

  /// Beside a role an affiliation is the organization alone: else the role would be nobody's.
  private static func work(_ targets: inout [ColumnTarget?]) {
    let parts = targets.compactMap(\.self).filter { $0.field == "affiliations" && !$0.part.isEmpty }
    let whole = Set(parts.filter { $0.part == "organization" }.map(\.number))
    guard let number = Set(parts.map(\.number)).subtracting(whole).min(),
      let position = targets.firstIndex(of: ColumnTarget("affiliations"))
    else { return }
    targets[position] = ColumnTarget("affiliations", "organization", number: number)
  }

  /// Of several columns for the same thing the first counts, and half a name is a whole one.
  private static func repair(_ targets: inout [ColumnTarget?], _ header: [String]) {
    place(&targets, header)
    work(&targets)
    var seen: Set<ColumnTarget> = []
    // Two names side by side are two people, and so is what stands behind each.
    let whole = header.indices.filter { targets[$0]?.field == "name" && targets[$0]?.part.isEmpty == true }
    let isOfTwo = whole.contains { Self.isRepeated($0, header) }
    for position in targets.indices {
      guard let target = targets[position] else { continue }
      if ColumnNames.key(header[position]) == "titre", target == .leftOut, !seen.insert(target).inserted {
        // Outlook in French calls two columns so: how people are addressed, then their function.
        targets[position] = ColumnTarget("affiliations", "role")
        continue
      }
      // A second column of the same title is of somebody else: an assistant, a spouse.
      let isOnce =
        !target.isShared || (isOfTwo || target.field == "name") && Self.isRepeated(position, header)
      if ColumnNames.key(header[position]) != "titre", isOnce, !seen.insert(target).inserted {
        targets[position] = nil
      }
    }
    let (given, family) = (ColumnTarget("name", "given"), ColumnTarget("name", "family"))
    let names = Set(targets.compactMap(\.self).filter { $0.field == "name" })
    guard !names.contains(ColumnTarget("name")), names.contains(given) != names.contains(family) else {
      return
    }
    for position in targets.indices where targets[position] == given || targets[position] == family {
      targets[position] = ColumnTarget("name")
    }
  }
}

extension MappingPreset {
  /// What a title of the program means; nil for one that it does not write.
  func target(of title: String) -> ColumnTarget? {
    if let target = table[title] { return target }
    guard self == .limesurvey else { return nil }
    // "attribute_1 <Organisation>": the words between the brackets are the survey's own.
    let words = title.split { $0 == "<" || $0 == ">" }.map { String($0).trimmed }
    let isAttribute = title.trimmed.lowercased().hasPrefix("attribute_")
    guard isAttribute, words.count > 1 else { return isAttribute ? ColumnTarget("notes", "titled") : nil }
    let guess = ColumnGuess<Stakeholder>(header: [words[1]]).columns[0].field.map { ColumnTarget($0) }
    return GeneralTitles.table[words[1]] ?? guess ?? ColumnTarget("notes", "titled")
  }
}
