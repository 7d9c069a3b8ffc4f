import Phrases

/// Phrases as XLIFF (OASIS, version 1.2): the key is the id, widths are in letters, plural forms a group as its
/// representation guide for gettext has them, which Weblate and the Translate Toolkit read.
public enum XLIFFWriter {
  /// - Parameter language: BCP 47, one of ours.
  public static func text(_ units: [TranslationUnit], _ language: String) -> String {
    let body = units.map { $0.isPlural ? group($0, language) : self.unit($0, language) }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file original="en.json" source-language="en" target-language="\(language)" datatype="po">
          <body>
      \(body)    </body>
        </file>
      </xliff>

      """
  }

  private static func unit(_ unit: TranslationUnit, _ language: String) -> String {
    element(
      unit.key, unit.source[0], unit.target.first, unit, language, notes: unit.notes, indent: "      ")
  }

  private static func group(_ unit: TranslationUnit, _ language: String) -> String {
    let categories = PluralForms.of(language).categories
    let forms = categories.indices.map { place in
      element(
        "\(unit.key)[\(place)]", unit.source[categories.count == 1 || place > 0 ? 1 : 0],
        unit.target.isEmpty ? nil : unit.target[place], unit, language,
        notes: place == 0 ? unit.notes : [], indent: "        ")
    }
    return """
            <group id="\(escaped(unit.key))" restype="x-gettext-plurals">
      \(forms.joined())      </group>

      """
  }

  private static func element(
    _ id: String, _ source: String, _ target: String?, _ unit: TranslationUnit, _ language: String,
    notes: [String], indent: String
  ) -> String {
    let width = unit.letters(in: language).map { " maxwidth=\"\($0)\" size-unit=\"char\"" } ?? ""
    let state =
      switch unit.state {
      case .missing: "needs-translation"
      case .stale: "needs-review-translation"
      case .translated: "translated"
      }
    let lines =
      [
        "<trans-unit id=\"\(escaped(id))\"\(width) xml:space=\"preserve\">",
        "  <source>\(escaped(source))</source>",
        "  <target state=\"\(state)\">\(escaped(target ?? ""))</target>",
      ] + notes.map { "  <note from=\"developer\">\(escaped($0))</note>" } + ["</trans-unit>"]
    return lines.map { indent + $0 + "\n" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
