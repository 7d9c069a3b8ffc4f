import Phrases

/// Phrases as a PO file (GNU gettext manual, "The Format of PO Files"): the key is the context, and what has to be looked at
/// again is fuzzy. Weblate reads the width as `max-length`.
public enum GettextWriter {
  /// - Parameter language: BCP 47, one of ours.
  public static func text(_ units: [TranslationUnit], _ language: String) -> String {
    let header = [
      "Project-Id-Version: outreach", "PO-Revision-Date: ", "Last-Translator: ", "Language-Team: ",
      "Language: \(language)", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
      "Plural-Forms: \(PluralForms.of(language).header)",
    ]
    let head = ["msgid \"\"", "msgstr \"\""] + header.map { "\"\($0)\\n\"" }
    return ([head] + units.map { entry($0, language) }).map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private static func entry(_ unit: TranslationUnit, _ language: String) -> [String] {
    var lines = unit.notes.map { "#. \($0)" }
    let flags =
      (unit.state == .stale ? ["fuzzy"] : [])
      + (unit.letters(in: language).map { ["max-length:\($0)"] } ?? [])
    if !flags.isEmpty { lines.append("#, " + flags.joined(separator: ", ")) }
    lines.append("msgctxt \(quoted(unit.key))")
    lines.append("msgid \(quoted(unit.source[0]))")
    guard unit.isPlural else { return lines + ["msgstr \(quoted(unit.target.first ?? ""))"] }
    lines.append("msgid_plural \(quoted(unit.source[1]))")
    return lines
      + PluralForms.of(language).categories.indices.map { place in
        "msgstr[\(place)] \(quoted(unit.target.isEmpty ? "" : unit.target[place]))"
      }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + escaped.replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "\""
  }
}
