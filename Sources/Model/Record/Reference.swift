/// A record of the base, written `kind:id`.
public struct RecordReference: Sendable, Hashable, Identifiable, CustomStringConvertible {
  public let kind: RecordKind
  public let id: RecordID

  public init(_ kind: RecordKind, _ id: RecordID) { (self.kind, self.id) = (kind, id) }

  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), let kind = RecordKind(rawValue: String(text[..<colon])) else {
      return nil
    }
    let id = String(text[text.index(after: colon)...])
    guard !id.isEmpty else { return nil }
    self.init(kind, id)
  }

  public var description: String { "\(kind.rawValue):\(id)" }
}

/// How the text of a field or of a part names a record.
public enum ReferenceForm: Sendable, Hashable {
  /// By the id of a record of that kind.
  case id(RecordKind)
  /// By that, or in words where the base has no record.
  case idOrWords(RecordKind)
  /// By the id of an activity; a row of Table 2 of the decision, which is no record, may stand there too.
  case activityOrRow
  /// By kind and id, as `RecordReference` writes it.
  case tagged
  /// As `PlanRef` writes it: a plan that the office added, or that of a launch.
  case plan

  /// The kinds of record that it can name: what is there to be chosen.
  public var kinds: [RecordKind] {
    switch self {
    case .id(let kind), .idOrWords(let kind): [kind]
    case .activityOrRow: [.activity]
    case .tagged: RecordKind.allCases
    case .plan: [.launch, .plan]
    }
  }

  /// Whether words may stand in the place of a record.
  public var mayBeWords: Bool { if case .idOrWords = self { true } else { false } }

  /// The record that a text names; nil where it names none.
  public func reference(_ text: String) -> RecordReference? {
    guard !text.isEmpty else { return nil }
    switch self {
    case .id(let kind), .idOrWords(let kind): return RecordReference(kind, text)
    case .activityOrRow:
      return Decision.adopted.launchActivity(text) == nil ? RecordReference(.activity, text) : nil
    case .tagged: return RecordReference(text)
    case .plan:
      switch PlanRef(text) {
      case .launch(let id): return RecordReference(.launch, id)
      case .own(let id): return RecordReference(.plan, id)
      case .adopted, nil: return nil
      }
    }
  }

  /// The text that names a record.
  public func text(_ reference: RecordReference) -> String {
    switch self {
    case .id, .idOrWords, .activityOrRow: reference.id
    case .tagged: reference.description
    case .plan: (reference.kind == .launch ? PlanRef.launch(reference.id) : .own(reference.id)).text
    }
  }
}

extension Entry {
  /// How a value of it names records, or its parts do.
  public var forms: [ReferenceForm] {
    switch self {
    case .reference(let form), .references(let form): [form]
    case .items(let parts): parts.flatMap(\.entry.forms)
    default: []
    }
  }

  /// The records that a text names, in their order.
  public func references(in text: String) -> [RecordReference] {
    switch self {
    case .reference(let form): [form.reference(text)].compactMap(\.self)
    case .references(let form): text.items.compactMap(form.reference)
    case .items(let parts):
      ListText.entries(of: text).flatMap { Self.references(in: ListText.parts(of: $0), of: parts) }
    default: []
    }
  }

  static func references(in texts: [String], of parts: [Part]) -> [RecordReference] {
    zip(parts, texts).flatMap { $0.entry.references(in: $1) }
  }

  /// How a text may write these records, each as it stands in it.
  public func texts(of references: Set<RecordReference>) -> [String] {
    func texts(_ form: ReferenceForm) -> [String] {
      references.filter { form.kinds.contains($0.kind) }.map(form.text)
    }
    switch self {
    case .reference(let form): return texts(form)
    case .references(let form): return texts(form).map(ListText.entry)
    case .items: return forms.flatMap(texts).map { ListText.entry(parts: [$0]) }
    default: return []
    }
  }

  /// Whether words may stand in the place of a record.
  public var mayBeWords: Bool {
    forms.contains(where: \.mayBeWords)
  }

  /// Of several entries those that name one of these.
  func text(_ text: String, naming only: Set<RecordReference>) -> String {
    switch self {
    case .references(let form):
      text.items.filter { form.reference($0).map(only.contains) ?? false }.map(ListText.entry)
        .joined(separator: "; ")
    case .items(let parts):
      Self.entries(of: text) { Self.references(in: $0, of: parts).contains(where: only.contains) ? $0 : nil }
    default: text
    }
  }

  /// The text with another record in the place of one, or with none.
  public func text(_ text: String, naming new: RecordReference?, for old: RecordReference) -> String {
    self.text(text, names: { form, name in form.reference(name) == old ? new.map(form.text) ?? "" : name })
  }

  /// The text with each text that names a record made another, or left out where that is empty, and so with words.
  public func text(
    _ text: String, names change: (ReferenceForm, String) throws -> String, words: (String) -> String = { $0 }
  ) rethrows -> String {
    switch self {
    case .reference(let form): return text.isEmpty ? "" : try change(form, text)
    case .references(let form):
      var items: [String] = []
      for item in text.items { items.append(try change(form, item)) }
      return items.filter { !$0.isEmpty }.map(ListText.entry).joined(separator: "; ")
    case .items(let parts):
      var entries: [String] = []
      for entry in ListText.entries(of: text) {
        var texts = ListText.parts(of: entry)
        for (index, part) in parts.enumerated() where index < texts.count {
          texts[index] = try part.entry.text(texts[index], names: change, words: words)
        }
        entries.append(ListText.entry(parts: texts))
      }
      return entries.joined(separator: "; ")
    default: return words(text)
    }
  }

  /// A list of entries with each one's texts made others; nil leaves the entry out.
  static func entries(of text: String, _ change: ([String]) -> [String]?) -> String {
    ListText.entries(of: text).compactMap { change(ListText.parts(of: $0)) }
      .map { ListText.entry(parts: $0) }.joined(separator: "; ")
  }
}

extension Field {
  /// The id of a record of that kind.
  public static func reference(
    _ name: String, _ path: any Path<R, RecordID>, to kind: RecordKind, isRequired: Bool = false
  ) -> Self {
    Field(
      name, .reference(.id(kind)), isRequired: isRequired, read: { $0[keyPath: path] },
      references: { ReferenceForm.id(kind).reference($0[keyPath: path]).map { [$0] } ?? [] }
    ) { (record, text) throws(FieldProblem) in
      record[keyPath: path] = isRequired ? try NewID.checked(text) : text
    }
  }

  /// A record in another form.
  static func reference(
    _ name: String, _ path: any Path<R, String>, _ form: ReferenceForm,
    check: @escaping @Sendable (String) throws(FieldProblem) -> String = { text throws(FieldProblem) in text }
  ) -> Self {
    Field(name, .reference(form), read: { $0[keyPath: path] }) { (record, text) throws(FieldProblem) in
      record[keyPath: path] = try check(text)
    }
  }

  /// Ids of records of that kind, separated by `;`.
  public static func references(_ name: String, _ path: any Path<R, [RecordID]>, to kind: RecordKind) -> Self
  {
    .references(name, path, .id(kind))
  }

  static func references(_ name: String, _ path: any Path<R, [String]>, _ form: ReferenceForm) -> Self {
    let list = Field.list(name, path) { item throws(FieldProblem) in
      guard form != .tagged || RecordReference(item) != nil else { throw .malformedID(item) }
      return item
    }
    return Field(
      name, .references(form), read: list.read,
      references: { $0[keyPath: path].compactMap(form.reference) }
    ) { (record, text) throws(FieldProblem) in try list.write(text, to: &record) }
  }
}

/// Where a record names another.
public struct FieldReference: Sendable, Hashable {
  /// The name of the field; `id` where its own id begins with the other's.
  public let field: String
  public let to: RecordReference

  public init(_ field: String, _ to: RecordReference) { (self.field, self.to) = (field, to) }
}

extension Record {
  /// How evidence names it.
  public var reference: RecordReference { RecordReference(Self.kind, id) }

  /// The fields that may name records of a kind, or of any.
  public static func fields(naming kind: RecordKind? = nil) -> [Field<Self>] {
    fields.filter { field in
      field.entry.forms.contains { form in kind.map(form.kinds.contains) ?? true }
    }
  }

  /// Whether it may name records of a kind.
  public static func names(_ kind: RecordKind) -> Bool { !fields(naming: kind).isEmpty }

  /// The records that some of its values name, as the store and drafts hold them.
  public static func references(in values: [String: String]) -> [RecordReference] {
    fields(naming: nil).flatMap { field in values[field.name].map(field.entry.references) ?? [] }
  }

  /// Such values with the records in the place of those that were merged into them.
  public static func values(
    _ values: [String: String], following merged: [RecordReference: RecordReference]
  ) -> [String: String] {
    var values = values
    for field in fields(naming: .stakeholder) {
      guard let text = values[field.name] else { continue }
      values[field.name] = field.entry.references(in: text).reduce(text) { text, old in
        merged[old].map { field.entry.text(text, naming: $0, for: old) } ?? text
      }
    }
    return values
  }

  /// The records that it names, in the order of its fields.
  public var references: [FieldReference] {
    let whole = Self.whole.map { [FieldReference("id", RecordReference($0, wholeID))] } ?? []
    return whole
      + Self.fields(naming: nil).flatMap { field in
        field.references(self).map { FieldReference(field.name, $0) }
      }
  }

  /// The ids of the records of a kind that it names.
  public func named(_ kind: RecordKind) -> [RecordID] {
    Self.fields(naming: kind).flatMap { $0.references(self) }.filter { $0.kind == kind }.map(\.id)
  }

  /// The record with another in the place of one that it names; with nothing in its place where there is no other. A
  /// copy of what was sent stays as it is.
  public func naming(_ new: RecordReference?, for old: RecordReference) -> Self {
    var record = self
    for field in Self.fields(naming: old.kind)
    where field.references(self).contains(old) && Self.onErasure[field.name] != .marksCopy {
      // A value that must be there stays: what is stored was valid once.
      try? field.write(field.entry.text(field.read(self), naming: new, for: old), to: &record)
    }
    return record
  }
}

extension Sequence where Element: Record {
  /// Those that name a record in some field.
  public func naming(_ record: RecordReference) -> [Element] {
    let fields = Element.fields(naming: record.kind)
    return fields.isEmpty ? [] : filter { one in fields.contains { $0.references(one).contains(record) } }
  }
}
