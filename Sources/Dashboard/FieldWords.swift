import Model
import Phrases

/// How the values of fields are said: codes by their words, countries by their names.
enum FieldWords {
  /// The word for one code of a field.
  static func word(_ field: String, _ code: String, _ look: Look) -> String {
    let scheme = Dimension(rawValue: field)?.scheme
    if code.isEmpty { return look.say(scheme == nil ? .notStated : .regionNone) }
    if let scheme {
      return Region.of(code, in: scheme)?.shortName(in: look.language) ?? code
    }
    switch field {
    case "country": return Country.of(code)?.shortName(in: look.language) ?? code
    case "language" where code != "other": return Language.name(code, in: look.language)
    case "register_fields": return look.word("field", code)
    case "family_first", "do_not_contact", "done": return look.say(.yes)
    case "indicator":
      return "\(code) \(Decision.adopted.description(code)?.label.text(in: look.language) ?? "")"
    default: return look.phrases.label(group(field), code)
    }
  }

  /// Under what name the words for a field's codes stand: some fields share theirs.
  static func group(_ field: String) -> String {
    switch field {
    case "channel": "channels"
    case "offers", "needs": "capacity"
    case "barrier": "barriers"
    case "use": "consent"
    default: field
    }
  }

  /// Entries of several parts, each part in its words.
  private static func items(_ text: String, of parts: [Part], _ look: Look) -> String {
    ListText.entries(of: text).map { entry in
      let shown = zip(parts, ListText.parts(of: entry)).filter { $0.0.name != "record" }
      return shown.map { part, text in Self.shown(part.name, part.entry, text, look) }
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// A field's whole value for reading; empty where there is none.
  static func shown(_ field: String, _ entry: Entry, _ text: String, _ look: Look) -> String {
    if text.isEmpty { return "" }
    switch entry {
    case .choice, .flag: return word(field, text, look)
    case .choices:
      return look.list(text.split(separator: "; ").map { word(field, String($0), look) })
    case .day: return Day(text).map(look.day) ?? text
    case .items(let parts) where field != "participation": return items(text, of: parts, look)
    case .line, .list, .items, .number: break
    }
    switch field {
    case "country":
      guard let country = Country.of(text) else { return text }
      let region = country.region(in: look.regions).map { " · " + $0.shortName(in: look.language) } ?? ""
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
    case "progress": return "\(text) %"
    default: return text
    }
  }
}
