/// A text in some of the official languages of the United Nations (annex I, paragraph 6).
public struct Wording: Sendable, Hashable {
  /// By language tag; none of them is empty.
  public private(set) var texts: [String: String]

  public init(_ texts: [String: String] = [:]) { self.texts = texts.filter { !$0.value.isEmpty } }

  /// Empty where there is no text in that language.
  public subscript(language: String) -> String {
    get { texts[language] ?? "" }
    set { texts[language] = newValue.isEmpty ? nil : newValue }
  }

  public var isEmpty: Bool { texts.isEmpty }

  /// The text in a language; where there is none in English, and else in the first language that has one.
  public func text(in language: String) -> String {
    texts[language] ?? texts["en"] ?? Language.official.lazy.compactMap { texts[$0] }.first ?? ""
  }

  /// Of those languages, the ones without a text.
  public func missing(of languages: [String]) -> [String] { languages.filter { texts[$0] == nil } }
}

extension Field {
  /// A line for each official language: `text_ar`, `text_zh` …
  static func wording(_ name: String, _ path: any Path<R, Wording>) -> [Self] {
    Language.official.map { language in
      Field("\(name)_\(language)", .text, read: { $0[keyPath: path][language] }) { record, text in
        record[keyPath: path][language] = text
      }
    }
  }
}
