import Model

/// What a column of an XLSForm's sheet is for, by its title as people write it and pyxform takes it.
enum FormColumn: Hashable {
  case column(String)
  case label(String)
  /// A label that names no language: of the default one.
  case bareLabel(String)
  /// A label in a language that is not official.
  case foreign(String)
  /// Logic and media: each cell that is filled is named, because the form will ask something else without it.
  case noted(String)
  case unused

  init(_ title: String, _ used: Set<String>, default language: String) {
    let key = Self.key(title)
    let parts = title.split(separator: ":").map { String($0).trimmed }
    let first = parts.first.map(Self.key) ?? ""
    if first == "label" {
      self =
        parts.count == 1
        ? .bareLabel(language) : Self.language(parts[1]).map(FormColumn.label) ?? .foreign(title.trimmed)
    } else if used.contains(key) {
      self = .column(key)
    } else if parts.count == 2, ["bind", "control", "body"].contains(first), used.contains(Self.key(parts[1]))
    {
      self = .column(Self.key(parts[1]))
    } else {
      let isTelling =
        Self.telling.contains(first) || parts.count > 1 && Self.telling.contains(Self.key(parts[1]))
      self = isTelling ? .noted(title.trimmed) : .unused
    }
  }

  /// The language of the labels in it.
  var language: String? {
    switch self {
    case .label(let tag), .bareLabel(let tag): tag
    default: nil
    }
  }

  /// The name of a column: in lower case, with underscores, and of several names for one thing the usual one.
  static func key(_ title: String) -> String {
    let key = title.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "_")
    return aliases[key] ?? key
  }

  private static let aliases = [
    "caption": "label", "command": "type", "tag": "name", "value": "name", "id_string": "form_id",
    "set_form_id": "form_id", "title": "form_title", "set_form_title": "form_title", "readonly": "read_only",
    "relevance": "relevant", "calculate": "calculation",
  ]

  /// What a form cannot be understood without.
  private static let telling: Set = [
    "hint", "guidance_hint", "relevant", "constraint", "calculation", "choice_filter", "default",
    "repeat_count", "count", "jr", "image", "big-image", "audio", "video", "media", "trigger", "read_only",
  ]

  /// `French (fr)`, `fr`, `French`, `Français`.
  static func language(_ text: String) -> String? {
    var tag = text
    if let open = text.lastIndex(of: "("), text.hasSuffix(")") {
      tag = String(text[text.index(after: open)...].dropLast()).trimmed
    }
    let named = Language.official.contains(tag) ? tag : Language.tag(named: tag)
    let primary =
      (named ?? tag).split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
    return Language.official.contains(primary) ? primary : nil
  }
}
