import Model
import Phrases

/// A column of the list of stakeholders.
public struct StakeholderColumn: Sendable, Equatable {
  /// The name of its field.
  public let name: String
  /// In cells; the name's column takes what the others leave.
  public let width: Int

  public static let all: [StakeholderColumn] = [
    .init(name: "name", width: 26), .init(name: "kind", width: 12), .init(name: "country", width: 12),
    .init(name: "roles", width: 11), .init(name: "languages", width: 8), .init(name: "channels", width: 9),
    .init(name: "observer", width: 8), .init(name: "scale", width: 11), .init(name: "audience", width: 14),
    .init(name: "region", width: 16), .init(name: "city", width: 14), .init(name: "disciplines", width: 14),
    .init(name: "knowledge", width: 14), .init(name: "sectors", width: 12), .init(name: "gender", width: 7),
    .init(name: "emails", width: 22), .init(name: "phones", width: 18), .init(name: "tags", width: 16),
    .init(name: "participation", width: 14), .init(name: "barriers", width: 12),
    .init(name: "affiliations", width: 17), .init(name: "joined", width: 10),
    .init(name: "source", width: 18), .init(name: "mobilizer", width: 12),
  ]

  public static let usual = ["name", "affiliations", "country", "roles", "languages", "emails"]

  public static func named(_ name: String) -> StakeholderColumn? { all.first { $0.name == name } }

  public func heading(_ look: Look) -> String {
    look.phrases.label("column", name == "region" ? look.regions.dimension.rawValue : name)
  }

  /// What it is called among other columns. Regions are those of the scheme that the person chose.
  public static func title(_ name: String, _ look: Look) -> String {
    look.phrases.label("field", name == "region" ? look.regions.dimension.rawValue : name)
  }

  public func text(_ stakeholder: Stakeholder, _ look: Look) -> String {
    switch name {
    case "name": stakeholder.title
    case "affiliations": belonging(stakeholder, look)
    case "country": Country.of(stakeholder.country)?.shortName(in: look.language) ?? stakeholder.country
    case "region": regionWord(stakeholder, look)
    case "roles": roleWord(stakeholder, look)
    case "languages": stakeholder.languages.joined(separator: " ")
    case "channels": stakeholder.channels.first.map { look.word("channels", $0.rawValue) } ?? ""
    case "participation":
      stakeholder.participation.isEmpty ? "" : "\(stakeholder.participation.reduce(0) { $0 + $1.count })"
    case "joined": stakeholder.joined?.description ?? ""
    default:
      FieldWords.shown(name, of: stakeholder, look)
    }
  }

  /// The organization that somebody is of now; what is of none, or is one itself, says what it is.
  private func belonging(_ stakeholder: Stakeholder, _ look: Look) -> String {
    stakeholder.affiliations.first { $0.to.isEmpty }?.organization
      ?? look.word("kind", stakeholder.type.rawValue)
  }

  private func regionWord(_ stakeholder: Stakeholder, _ look: Look) -> String {
    Country.of(stakeholder.country)?.region(in: look.regions)?.shortName(in: look.language) ?? ""
  }

  private func roleWord(_ stakeholder: Stakeholder, _ look: Look) -> String {
    guard let first = stakeholder.roles.first else { return "" }
    return look.word("roleShort", stakeholder.roles.count > 1 ? "both" : first.rawValue)
  }

  /// The columns that fit, with their widths: the name takes what the others leave.
  public static func layout(_ names: [String], width: Int) -> [(column: StakeholderColumn, width: Int)] {
    var chosen: [StakeholderColumn] = []
    var used = 2
    for column in names.compactMap(named) {
      let needed = column.width + (chosen.isEmpty ? 0 : 1)
      guard used + needed <= width || chosen.isEmpty else { break }
      used += needed
      chosen.append(column)
    }
    // A name wider than this is rare, and what is not drawn is not sent.
    let spare = max(0, min(width - used, 16))
    return chosen.map { ($0, $0.name == "name" ? $0.width + spare : $0.width) }
  }
}
