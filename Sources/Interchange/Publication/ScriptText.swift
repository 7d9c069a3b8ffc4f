import JSONText

/// Texts for the script of a page, as JSON that stands in an element of HTML and of XML.
enum ScriptText {
  /// As a text of JSON (RFC 8259) in which nothing ends an element or begins one.
  static func quoted(_ text: String) -> String {
    var quoted: [UInt8] = []
    JSONText.append(text, to: &quoted)
    return String(decoding: quoted, as: UTF8.self).replacing("<", with: "\\u003c").replacing(
      ">", with: "\\u003e"
    ).replacing("&", with: "\\u0026")
  }
}
