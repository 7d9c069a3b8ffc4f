import Model
import Phrases

/// How the values of fields are said: codes by their words, countries by their names.
enum FieldWords {
  /// The word for one code of a field.
  static func word(_ field: String, _ code: String, _ look: Look) -> String {
    if code.isEmpty { return look.say(.notStated) }
    switch field {
    case "country": return Country.of(code)?.name(in: look.language) ?? code
    case "language" where code != "other": return Language.name(code, in: look.language)
    case "channel": return look.word("channels", code)
    case "family_first": return look.say(.yes)
    case "indicator":
      return "\(code) \(Decision.adopted.description(code)?.label.text(in: look.language) ?? "")"
    default: return look.phrases.label(field, code)
    }
  }

  /// A field's whole value for reading; empty where there is none.
  static func shown(_ field: String, _ entry: Entry, _ text: String, _ look: Look) -> String {
    if text.isEmpty { return "" }
    switch entry {
    case .choice, .flag: return word(field, text, look)
    case .choices:
      return look.list(text.split(separator: "; ").map { word(field, String($0), look) })
    case .day: return Day(text).map(look.day) ?? text
    default: break
    }
    switch field {
    case "country":
      guard let country = Country.of(text) else { return text }
      let region = country.region.map { " · " + look.word("region", $0.rawValue) } ?? ""
      return "\(text)  \(country.name(in: look.language))\(region)"
    case "languages":
      let tags = text.split(separator: "; ").map(String.init)
      return look.list(
        tags.map { tag in
          let name = Language.name(tag, in: look.language)
          return name == tag ? tag : "\(name) (\(tag))"
        })
    case "participation":
      return text.split(separator: "; ").map { entry in
        guard let parsed = try? Participation(String(entry)) else { return String(entry) }
        let day = parsed.day.map { ", " + look.day($0) } ?? ""
        return
          "\(parsed.count) × \(look.word("participation", parsed.kind.rawValue)) \(parsed.deliverable)\(day)"
      }.joined(separator: "; ")
    case "affiliations": return text.replacing(" | ", with: ", ")
    case "progress": return "\(text) %"
    default: return text
    }
  }
}
