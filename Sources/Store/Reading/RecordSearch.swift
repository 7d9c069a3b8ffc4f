import Model

/// The records that somebody could mean by some letters of a name, the likeliest first: what is offered where a record
/// is to be named.
public struct RecordSearch: Query {
  public let form: ReferenceForm
  /// The beginnings of words of the name, or an id.
  public let text: String
  /// The names of what the decision names are looked for in this language too.
  let language: String
  let count: Int

  public init(_ form: ReferenceForm, _ text: String, language: String, count: Int) {
    (self.form, self.text, self.language, self.count) = (form, text, language, count)
  }

  public func answer(in reader: Reader) throws -> [any Model.Record] {
    let exact = try form.reference(text).flatMap { try reader.referred($0) }
    var found = exact.map { [$0] } ?? []
    for kind in form.kinds where kind.isSearched || form.kinds.count == 1 {
      found += try records(kind.type, in: reader).filter { $0.reference != exact?.reference }
      if found.count >= count && form.kinds.count > 2 { break }
    }
    // Who is called just so stands before whoever is called so among other things.
    let sought = Folding.folded(text)
    let called = found.map {
      (record: $0, isSo: $0.titles(in: language).contains { Folding.folded($0) == sought })
    }
    return (called.filter(\.isSo) + called.filter { !$0.isSo }).prefix(count).map(\.record)
  }

  private static let stakeholderNames = ["name", "native_name", "acronyms", "aliases"]

  private func records<R: Model.Record>(_: R.Type, in reader: Reader) throws -> [any Model.Record] {
    switch R.kind {
    case .stakeholder:
      // One of its names, not whatever else a record says.
      let words = WordMatch.phrases(text).map {
        QueryClause(.text(Self.stakeholderNames, $0.joined(separator: " ")))
      }
      if words.isEmpty { return [] }
      return try StakeholderWindow(filter: .init(clauses: words), count: count, isThorough: false)
        .answer(in: reader).rows.map(\.stakeholder)
    case .coverage:
      return try reader.coverage(text, count: count)
    default: break
    }
    let needles = WordMatch.phrases(text).map(WordMatch.needle)
    guard !needles.isEmpty else { return [] }
    let found = try reader.all(R.self).compactMap { record -> (rank: Int, name: String, record: R)? in
      let names = record.titles(in: language).map { Folding.searchable($0) }
      guard
        let place = names.firstIndex(where: { name in
          needles.allSatisfy { WordMatch.contains($0, inFolded: name) }
        })
      else { return nil }
      let name = names[place]
      let sought = Folding.searchable(text)
      return (name == sought ? 0 : name.hasPrefix(sought) ? 1 : 2, name, record)
    }
    return found.sorted { ($0.rank, $0.name, $0.record.id) < ($1.rank, $1.name, $1.record.id) }
      .prefix(count).map(\.record)
  }
}

/// The records of every kind that have names, by the beginnings of words of a name: a few of each kind, so that the many
/// of one leave room for the others.
public struct RecordsNamed: Query {
  let text: String
  let language: String

  public init(_ text: String, language: String) { (self.text, self.language) = (text, language) }

  /// So many of a kind are told.
  private static let most = 3

  public func answer(in reader: Reader) throws -> [any Model.Record] {
    try RecordKind.allCases.filter(\.isSearched).flatMap { kind in
      try RecordSearch(.id(kind), text, language: language, count: Self.most).answer(in: reader)
    }
  }
}

/// The records that files mean by texts in the place of a reference: by the id, with or without its kind, or by a name
/// that is written whole.
public struct RecordsCalled: Query {
  let form: ReferenceForm
  let texts: Set<String>

  public init(_ form: ReferenceForm, _ texts: Set<String>) { (self.form, self.texts) = (form, texts) }

  /// A record, and what people call it.
  public typealias Called = (reference: RecordReference, title: String)

  /// So many of a name are told apart.
  private static let most = 8

  public func answer(in reader: Reader) throws -> [String: [Called]] {
    var found: [String: [Called]] = [:]
    var names: [RecordKind: [String: [String]]] = [:]
    for text in texts {
      let named = try records(form, text, in: reader)
      if !named.isEmpty {
        found[text] = named.map { ($0.reference, $0.title) }
        continue
      }
      let tagged = form == .tagged ? RecordReference(text) : nil
      for kind in tagged.map({ [$0.kind] }) ?? form.kinds where kind.isSearched || form.kinds.count == 1 {
        names[kind, default: [:]][Folding.folded(tagged?.id ?? text), default: []].append(text)
      }
    }
    for (kind, wanted) in names {
      for (name, called) in try called(Set(wanted.keys), kind.type, in: reader) {
        for text in wanted[name] ?? [] { found[text, default: []] += called.prefix(Self.most) }
      }
    }
    return found
  }

  /// As the form writes it, else of any of its kinds that has a record of that id.
  private func records(
    _ form: ReferenceForm, _ text: String, in reader: Reader
  ) throws -> [any Model.Record] {
    if let one = form.reference(text), let record = try reader.referred(one) { return [record] }
    guard form.kinds.count > 1 else { return [] }
    return try form.kinds.compactMap { try reader.referred(RecordReference($0, text)) }
  }

  private func called<R: Model.Record>(
    _ names: Set<String>, _: R.Type, in reader: Reader
  ) throws -> [String: [Called]] {
    func said(_ record: some Model.Record) -> Called { (record.reference, record.title) }
    switch R.kind {
    case .stakeholder:
      return try KnownStakeholders(foldedNames: names.sorted()).answer(in: reader).byFoldedName
        .mapValues { $0.map(said) }
    case .coverage:
      return try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, try reader.coverage(name, count: 100).filter { Folding.folded($0.title) == name }.map(said))
        })
    default:
      var called: [String: [Called]] = [:]
      for record in try reader.all(R.self) {
        for name in Set(Languages.all.flatMap { record.titles(in: $0) }.map(Folding.folded)).intersection(
          names)
        {
          called[name, default: []].append(said(record))
        }
      }
      return called
    }
  }
}

/// The languages in which the decision names what it names.
private enum Languages { static let all = ["en", "zh"] }

extension Model.Record {
  /// What people call it: by its title, and by that in a language.
  fileprivate func titles(in language: String) -> [String] {
    let own = title(in: language)
    return own == title ? [title] : [own, title]
  }
}

extension RecordKind {
  /// Whether its records have names of their own by which somebody could look for them among all kinds.
  fileprivate var isSearched: Bool {
    func isNamed<R: Model.Record>(_: R.Type) -> Bool {
      R.whole == nil && R.fields.contains { $0.name == "name" }
    }
    let kind: any Model.Record.Type = self.type
    return isNamed(kind)
  }
}

extension Reader {
  /// The newest items in the media that hold some words.
  fileprivate func coverage(_ words: String, count: Int) throws -> [Coverage] {
    var filter = CoverageFilter()
    filter.text = words
    return try CoverageWindow(filter, count: count).answer(in: self).rows.map(\.item)
  }

  /// The record that a reference leads to; where that was merged, the one that it became.
  func referred(_ one: RecordReference) throws -> (any Model.Record)? {
    func record<R: Model.Record>(_: R.Type) throws -> (any Model.Record)? { try self.record(R.self, one.id) }
    if let found = try record(one.kind.type) { return found }
    // What the decision names is there before anybody has stored anything of it.
    if one.kind == .risk, Decision.adopted.risk(one.id) != nil { return Risk(id: one.id) }
    guard one.kind == .stakeholder, let into = try self.record(MergedRecord.self, one.id)?.into else {
      return nil
    }
    return try self.record(Stakeholder.self, into)
  }
}
