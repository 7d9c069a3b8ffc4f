/// The plural forms that the phrases of a language have, in the order in which gettext counts them.
public struct PluralForms: Sendable {
  /// Categories of Unicode CLDR for whole numbers.
  public let categories: [String]
  /// Which of them a number takes, as gettext writes it (GNU gettext manual, "Plural forms").
  public let rule: String

  /// Of all languages, in the order of CLDR.
  static let order = ["zero", "one", "two", "few", "many", "other"]

  private init(_ categories: [String], _ rule: String) { (self.categories, self.rule) = (categories, rule) }

  /// The header of PO files.
  public var header: String { "nplurals=\(categories.count); plural=\(rule);" }

  public static func of(_ language: String) -> PluralForms {
    switch language {
    case "zh": PluralForms(["other"], "0")
    case "fr": PluralForms(["one", "other"], "(n > 1)")
    case "ru":
      PluralForms(
        ["one", "few", "many"],
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)")
    case "ar":
      PluralForms(
        order,
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)")
    default: PluralForms(["one", "other"], "(n != 1)")
    }
  }

  /// The forms that stand for one number alone and need not say it: "one" of French is nought too, of Russian 21.
  static func alone(_ language: String) -> Set<String> {
    ["en": ["one"], "es": ["one"], "ar": ["zero", "one", "two"]][language] ?? []
  }
}
