import Model
import Phrases

/// Entries of the register as elements of a page. The script of the page makes the same from its data.
struct RegisterMarkup {
  let words: RegisterWords
  let fields: [RegisterField]

  func item(_ entry: RegisterEntry) -> String {
    let names = [RegisterField.name, .nativeName].map { content($0, entry[$0]) }.filter { !$0.isEmpty }
    let number = PlainText.html(words.number(entry.number))
    let parts = fields.filter { $0 != .name && $0 != .nativeName }.map { part($0, entry[$0]) }
    return "<li id=\"e\(entry.number)\"><h2>\(names.joined(separator: " · ")) "
      + "<a href=\"#e\(entry.number)\">\(number)</a></h2><dl>\(parts.joined())</dl></li>\n"
  }

  private func part(_ field: RegisterField, _ text: String) -> String {
    let content = content(field, text)
    if content.isEmpty { return "" }
    return "<dt>\(PlainText.html(words.label(field)))</dt><dd>\(content)</dd>"
  }

  private func content(_ field: RegisterField, _ text: String) -> String {
    switch field {
    case .links: text.items.map { PageHouse.link($0, to: $0) }.joined(separator: words.separator)
    case .emails, .phones: text.items.map(PageHouse.isolated).joined(separator: words.separator)
    default: PageHouse.isolated(words.text(field, text))
    }
  }

  /// A heading with the names, then what else is known in one run, which breaks where there is no more room.
  static let style = """
    .status { border: 2px solid; padding: .5rem 1rem; }
    #search { border: 1px solid; padding: .5rem 1rem; }
    #search label { display: block; }
    #more { margin: .5rem 0; }
    #q { width: 30rem; }
    #filters { display: grid; gap: .5rem 1rem; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); margin: .5rem 0; }
    #filters select { width: 100%; }
    .entries { list-style: none; margin: 1rem 0; padding: 0; }
    .entries li { border-top: 1px solid; padding: .5rem 0; }
    .entries h2 { font-size: 1.125rem; line-height: 1.3; margin: 0 0 .25rem; }
    .entries h2 a { font-size: .875rem; font-weight: normal; white-space: nowrap; }
    .entries dl { margin: 0; }
    .entries dt, .entries dd { display: inline; margin: 0; }
    .entries dt { font-size: .875rem; font-style: italic; }
    :lang(ar) dt, :lang(zh) dt { font-style: normal; }
    .entries dt::after { content: ": "; }
    .entries:lang(zh) dt::after { content: "："; }
    .entries:lang(fr) dt::after { content: "\\a0: "; }
    .entries dd::after { content: " · "; }
    .entries dd:last-child::after { content: ""; }
    .parts { columns: 18rem; }
    @media print {
      #search, #pages { display: none !important; }
      .entries h2 { font-size: 11pt; }
    }
    """
}
