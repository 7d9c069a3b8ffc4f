import Phrases
import SampleLibrary
import Store
import Terminal
import Testing

@testable import Dashboard

/// A key means one thing wherever it means anything.
@Suite struct KeyGrammarTests {
  @Test func `Every command table keeps to the grammar of keys`() {
    for row in KeyTable.all.flatMap(\.rows) where !KeyGrammar.exceptions.contains(row.name) {
      for rule in KeyGrammar.rules where !rule.titles.contains(row.title) {
        let keys = row.keys.filter(rule.keys.contains)
        #expect(keys.isEmpty, "\(keys) is “\(Phrasebook("en").say(row.title))” in \(row.name.text)")
      }
    }
  }

  @Test func `Whatever e does is called edit, and whatever n does new`() {
    let phrases = Phrasebook("en")
    for row in KeyTable.all.flatMap(\.rows) where !KeyGrammar.exceptions.contains(row.name) {
      let title = phrases.say(row.title)
      if row.keys.contains("e") { #expect(title.hasPrefix("edit"), "\(row.name.text)") }
      if row.keys.contains("n"), row.name != "privacy.no" {
        #expect(title.hasPrefix("new"), "\(row.name.text)")
      }
    }
  }

  @Test func `Exceptions are of commands that there are, and never of the ways in and out`() {
    let rows = KeyTable.all.flatMap(\.rows)
    for name in KeyGrammar.exceptions {
      #expect(rows.contains { $0.name == name }, "\(name.text)")
    }
    let held: Set<KeyChord> = ["Esc", KeyGrammar.secondEscape, "Enter", "Space", "x", "u", "D", "n"]
    for row in rows where KeyGrammar.exceptions.contains(row.name) {
      #expect(held.isDisjoint(with: row.keys), "\(row.name.text)")
    }
  }

  @Test func `Whatever Esc does, a second key does`() {
    for row in KeyTable.all.flatMap(\.rows) where row.keys.contains("Esc") {
      #expect(row.keys.contains(KeyGrammar.secondEscape), "\(row.name.text)")
    }
  }

  /// A letter that is typed is taken by the field; so would these be.
  @Test func `No field and no text takes the second way out for itself`() {
    var (field, area) = (TextField("words"), TextArea("words"))
    let isTaken = (field.take(KeyGrammar.secondEscape), area.take(KeyGrammar.secondEscape))
    #expect(isTaken == (false, false))
    for row in KeyTable.all.flatMap(\.rows) where row.keys.contains(KeyGrammar.secondEscape) {
      #expect(row.keys.contains("Esc"), "\(row.name.text)")
    }
  }
}
