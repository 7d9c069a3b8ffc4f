import Interchange
import Model
import Phrases

/// How the values of fields are said: codes by their words, countries by their names.
public enum FieldWords {
  /// The word for one code of a field.
  public static func word(_ field: String, _ code: String, _ look: Look) -> String {
    let scheme = Dimension(rawValue: field)?.scheme
    if code.isEmpty { return look.say(scheme == nil ? .notStated : .regionNone) }
    if let scheme {
      return Region.of(code, in: scheme)?.shortName(in: look.language) ?? code
    }
    switch field {
    case "country": return Country.of(code)?.shortName(in: look.language) ?? code
    case "language" where code != "other": return Language.name(code, in: look.language)
    default: return OwnWords.word(field, code, look.phrases)
    }
  }

  /// Under what name the words for a field's codes stand: some fields share theirs.
  public static func group(_ field: String) -> String { OwnWords.group(field) }

  /// A field of a record for reading.
  public static func shown<R: Record>(_ field: String, of record: R, _ look: Look) -> String {
    R.field(field).map { shown(field, $0.entry, $0.read(record), look) } ?? ""
  }

  /// A field's whole value for reading; empty where there is none.
  public static func shown(_ field: String, _ entry: Entry, _ text: String, _ look: Look) -> String {
    if text.isEmpty { return "" }
    switch entry {
    case .choice, .flag: return word(field, text, look)
    case .choices:
      return look.list(text.items.map { word(field, $0, look) })
    case .day: return Day(text).map(look.day) ?? text
    case .moment:
      return (try? When(text)).map { when in when.moment.map(look.moment) ?? look.day(when.day) } ?? text
    case .items(let parts): return look.chain(entries(field, parts, text, look))
    case .reference(let form): return look.name(text, form)
    case .references(let form): return look.list(text.items.map { look.name($0, form) })
    case .line, .text, .list, .time, .number: break
    }
    switch field {
    case "country":
      guard let country = Country.of(text) else { return text }
      let region = country.region(in: look.regions).map { " · " + $0.shortName(in: look.language) } ?? ""
      return "\(text)  \(country.name(in: look.language))\(region)"
    case "languages":
      return look.list(
        text.items.map { tag in
          let name = Language.name(tag, in: look.language)
          return name == tag ? tag : look.bracketed(name, tag)
        })
    case "progress": return "\(text) %"
    default: return text
    }
  }
}
