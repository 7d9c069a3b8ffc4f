import Model
import Phrases

/// Material as lines of text, for where there is no screen.
public struct MaterialLines: Sendable {
  private let look: Look

  public init(phrases: Phrasebook) {
    look = Look(phrases: phrases, asOf: Day(number: 0), who: "")
  }

  /// The id, how far it is on its way out, who released it, its embargo and its name.
  public func line(of material: Material, in launches: [Launch]) -> String {
    let words = PressWords(office: PressOffice(), look: look)
    let embargo = material.embargo(in: launches).map { look.moment($0) } ?? look.say(.pressNoEmbargo)
    let who = look.list(material.words.map(\.who))
    return [material.id, words.state(material).text, who, embargo, material.name]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
