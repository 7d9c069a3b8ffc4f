import Model
import Phrases

/// What the screen knows of a kind of record, said once, in the folder of the pane that shows it:
///
///     extension Concern: Shown {
///       static let form = PhraseKey.paneVoices
///       static let sections: [FieldSection]? = [FieldSection(title: nil, fields: fields.map(\.name))]
///     }
protocol Shown: Record {
  /// What stands over a form of it.
  static var form: PhraseKey { get }
  /// Where it is to be seen: in the list of its kind, where nothing else is said.
  var destination: Destination { get }
  /// How its page is divided; nil where all fields stand there in the order of their table.
  static var sections: [FieldSection]? { get }
  /// The fields that no section of its page holds, because links say them or because they are for programs alone.
  static var elsewhere: Set<String> { get }
  /// The fields that nobody is asked for, because they are known from where a form was opened, or have keys of
  /// their own.
  var hidden: Set<String> { get }
  /// The fields of one line that hold the name of a person: those of the stakeholders are offered there.
  static var peopleFields: Set<String> { get }
}

extension Shown {
  var destination: Destination { .list(Self.kind, id) }
  static var sections: [FieldSection]? { nil }
  static var elsewhere: Set<String> { [] }
  static var peopleFields: Set<String> { [] }
  var hidden: Set<String> { [] }
}

extension Shown where Self: Outgoing {
  /// Why words stay that prescribe policy is asked for when they are written, and said below them.
  var hidden: Set<String> { [Field<Self>.overridesName] }
}

extension Record {
  /// The fields that name other records, and nothing else.
  static var namingFields: Set<String> {
    Set(
      fields.filter { field in if case .items = field.entry { false } else { !field.entry.forms.isEmpty } }
        .map(\.name))
  }
}

extension Shown {
  /// The fields that name records and that no section of its page holds: links say them.
  static var linkFields: [Field<Self>] {
    let held = Set(sections?.flatMap(\.fields) ?? fields.map(\.name))
    return fields.filter { namingFields.contains($0.name) && !held.contains($0.name) }
  }
}

extension RecordKind {
  /// A test sees to it that every kind is shown.
  var shown: any Shown.Type { type as! any Shown.Type }
}

extension Record {
  /// Whether a form does not ask for a field.
  func hides(_ field: String) -> Bool { (self as? any Shown)?.hidden.contains(field) == true }
}

/// Fields that belong together on the screen, under a heading.
struct FieldSection: Sendable {
  /// Nil for what comes first: the record's title stands above it.
  let title: PhraseKey?
  let fields: [String]
  /// Its empty fields stand there too, for people to fill.
  var keepsEmpty = false
}

extension [FieldSection] {
  /// Some fields, and below them what the record is linked to.
  static func linked(_ fields: [String]) -> Self {
    [FieldSection(title: nil, fields: fields), FieldSection(title: .sectionLinks, fields: [])]
  }
}
