import Model

/// A field of a kind of record in which others are named, as the table of its fields says it.
public struct NamingField: Sendable, CustomStringConvertible {
  public let kind: RecordKind
  public let name: String
  public let form: ReferenceForm
  public let isList: Bool

  public var description: String { "\(kind).\(name)" }

  /// All of all kinds; not those of copies of what was sent, which nobody types.
  public static let all: [NamingField] = RecordKind.allCases.flatMap { fields(of: $0.type) }

  private static func fields<R: Record>(of _: R.Type) -> [NamingField] {
    R.fields.compactMap { field in
      if R.onErasure[field.name] == .marksCopy { return nil }
      switch field.entry {
      case .reference(let form): return NamingField(kind: R.kind, name: field.name, form: form, isList: false)
      case .references(let form): return NamingField(kind: R.kind, name: field.name, form: form, isList: true)
      default: return nil
      }
    }
  }
}

/// Records that others name: of each kind one that is alone of its name, and two of another name.
public enum NamedRecords {
  public static let alone = "Twelve willows"
  public static let twice = "Grey heron"

  /// The kinds that others name, in an order in which each comes after what it needs itself.
  public static let kinds: [RecordKind] = {
    let named = Set(
      NamingField.all.filter { $0.form != .tagged }.flatMap(\.form.kinds) + [.product, .call, .survey])
    return RecordKind.allCases.filter(named.contains)
  }()

  public static func id(_ kind: RecordKind, _ number: Int = 0) -> RecordID {
    "\(kind.rawValue.filter(\.isLetter))\(number)"
  }

  /// A new record with what it cannot be without.
  public static func record<R: Record>(_: R.Type, id: RecordID? = nil, called name: String = alone) -> R {
    var record = R(id: id ?? newID(R.self))
    for field in R.fields where field.isRequired || field.name == "name" {
      try? field.write(text(field, name), to: &record)
    }
    // Nobody may be named who answers an anonymous one.
    try? R.field("anonymity")?.write("named", to: &record)
    // A sum has its amount.
    for doubt in record.doubts { try? R.field(doubt.field)?.write("1", to: &record) }
    return record
  }

  /// An id of its form, of a record that is not there yet.
  private static func newID<R: Record>(_: R.Type) -> RecordID {
    switch R.kind {
    case .launchCell: "\(id(.launch))/t2.1/2015-10"
    case .occurrence: "\(id(.activity))/2015-10"
    case .translation: "\(id(.product))/fr"
    case .toldApart: "\(id(.stakeholder, 1))/\(id(.stakeholder, 2))"
    case .comment: "\(id(.call))/1"
    default: R.whole.map { "\(id($0))/new" } ?? "new"
    }
  }

  private static func text<R: Record>(_ field: Field<R>, _ name: String) -> String {
    switch field.entry {
    case .reference(let form), .references(let form):
      form.text(RecordReference(form.kinds[0], id(form.kinds[0])))
    case .day, .moment: "2015-09-15"
    case .choice(let codes): codes.last ?? ""
    case .number: "1"
    default: field.name == "country" ? "KE" : field.name == "email" ? "a@example.org" : name
    }
  }
}
