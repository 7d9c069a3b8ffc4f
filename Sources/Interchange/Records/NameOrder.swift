import Model

/// The orders in which people write one name: "Otieno, Amina", "Amina Otieno", "Otieno Amina". Only who has an e-mail in
/// common is one person by them.
enum NameOrder {
  /// The other forms of a folded name, as they may be stored. A name of more words than these is an organization's.
  static func others(_ folded: String) -> [String] {
    let words = folded.split { $0 == " " || $0 == "," }
    guard (2...5).contains(words.count) else { return [] }
    var forms: Set<String> = []
    for place in 1..<words.count {
      let (first, last) = (words[..<place].joined(separator: " "), words[place...].joined(separator: " "))
      forms.formUnion(["\(first), \(last)", "\(last), \(first)", "\(last) \(first)"])
    }
    forms.insert(words.joined(separator: " "))
    forms.remove(folded)
    return forms.sorted()
  }
}
