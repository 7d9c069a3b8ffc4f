import Foundation

/// Fields by name as the text of a JSON object with sorted keys.
enum Body {
  static func text(_ values: [String: String]) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: values, options: [.sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// Texts as a JSON array.
  static func list(_ texts: [String]) -> String {
    let data = try? JSONSerialization.data(withJSONObject: texts)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  static func values(_ text: String) -> [String: String] {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: String] ?? [:]
  }
}
