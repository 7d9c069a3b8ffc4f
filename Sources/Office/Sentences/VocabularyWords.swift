import Interchange
import Model
import Phrases

/// Which vocabulary some codes are, so that a sentence may have the words for them.
enum VocabularyWords {
  /// The codes with their words; as they are where they belong to no field, such as the groups of a survey.
  static func argument(_ codes: [String]) -> Phrase.Argument {
    groups[codes].map { .codes(group: $0, codes) } ?? .list(codes)
  }

  private static let groups: [[String]: String] = {
    var groups: [[String]: String] = [:]
    func add(_ name: String, _ entry: Entry) {
      switch entry {
      case .choice(let codes), .choices(let codes):
        let codes = codes.filter { !$0.isEmpty }
        groups[codes] = groups[codes] ?? (name == "register_fields" ? "field" : OwnWords.group(name))
      case .items(let parts): for part in parts { add(part.name, part.entry) }
      default: break
      }
    }
    func addAll<R: Record>(_: R.Type) { for field in R.fields { add(field.name, field.entry) } }
    for kind in RecordKind.allCases { addAll(kind.type) }
    return groups
  }()
}
