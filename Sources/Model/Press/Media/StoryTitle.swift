import Foundation

/// A title as stories are told apart by it: its words without case, accents and signs.
public struct StoryTitle: Sendable, Equatable {
  /// In their order. Of scripts that no space divides each character is a word.
  public let words: [String]
  private let set: Set<String>

  public init(_ title: String) {
    var words: [String] = []
    var word = ""
    for scalar in Folding.searchable(Self.withoutOutlet(title)).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        word.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "\u{2019}" {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
    set = Set(words)
  }

  /// What two titles have to share to be the same one.
  public var key: String { words.joined(separator: " ") }

  /// Whether it says enough that two items with it can hardly be two stories: "Press review" does not.
  public var isTelling: Bool { words.count >= 4 || words.count >= 3 && key.utf8.count >= 20 }

  /// Whether nearly all words are the same: an agency's title with a word changed by the paper that took it
  /// over.
  public func isNear(_ other: StoryTitle) -> Bool {
    let (few, many) = set.count < other.set.count ? (set, other.set) : (other.set, set)
    guard few.count >= 5, few.count * 5 >= many.count * 4 else { return false }
    let shared = few.count(where: many.contains)
    return shared * 5 >= (few.count + many.count - shared) * 4
  }

  /// Readers of feeds see "Title - Outlet" where a search engine made the feed.
  private static func withoutOutlet(_ title: String) -> String {
    for mark in [" - ", " | ", " – ", " — "] {
      guard let range = title.range(of: mark, options: .backwards) else { continue }
      let outlet = title[range.upperBound...]
      if outlet.count <= 30, title[..<range.lowerBound].count >= 20 {
        return String(title[..<range.lowerBound])
      }
    }
    return title
  }
}
